// What the columns of an archive's list may be called. Both languages hold at the same time: a list is made once and read by
// people of both.

/** The first name is the one of reports. Letter case, blanks, hyphens and low lines make no difference. */
export const manifestHeadings = {
  path: ["path", "file", "filename", "document", "sökväg", "fil", "filnamn", "dokument"],
  organisation: ["organisation", "organization"],
  year: ["year", "år"],
  type: ["type", "documenttype", "typ", "dokumenttyp"],
} as const;
