// The limits that a user may change, by the names that the command line and the configuration know them under.

/** Name → the least and the most that it may be set to, whole numbers in the unit that the name says. */
export const limitRanges = {
  /** Largest file, in MB. */
  "file-mb": { least: 1, most: 2_000 },
  /** Most that an archive may unpack to (an office file is one), in MB. */
  "unpacked-mb": { least: 1, most: 2_000 },
  pages: { least: 1, most: 1_000_000 },
  /** Longest text of one document. */
  characters: { least: 1_000, most: 100_000_000 },
  /** How many archives may lie in each other. */
  "archive-levels": { least: 1, most: 20 },
  /** How deep the elements of an office file's XML may lie in each other. */
  "xml-levels": { least: 50, most: 20_000 },
  /** Longest time for reading one document, and for judging it. */
  seconds: { least: 1, most: 86_400 },
  /** Most memory that reading one document may take, in MB. */
  "memory-mb": { least: 50, most: 16_000 },
} as const satisfies Record<string, { readonly least: number; readonly most: number }>;

export type LimitName = keyof typeof limitRanges;
export const limitNames = Object.keys(limitRanges) as LimitName[];

/** What somebody has set; what is left out stays as it is. */
export type LimitValues = Partial<Readonly<Record<LimitName, number>>>;
