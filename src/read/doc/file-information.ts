// The file information block at the start of a Word document ([MS-DOC] 2.5): where everything else is.

/** What the parts of the text are called, in the order in which they stand. */
export interface StoryLengths {
  readonly text: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly annotations: number;
  readonly endnotes: number;
  readonly boxes: number;
}

/** Numbers of the parts of the table stream that we read ([MS-DOC] 2.5.6). */
export const tablePart = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  annotationReferences: 4,
  annotationTexts: 5,
  headerTexts: 11,
  characterProperties: 12,
  paragraphProperties: 13,
  pieces: 33,
  annotationAuthors: 36,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listOverrides: 74,
} as const;

export interface FileInformation {
  readonly kind: "information";
  readonly lengths: StoryLengths;
  /** Number of the language that the program spoke. */
  readonly language: number;
  /** The bytes of a part of the table stream; empty when there is none. */
  readonly part: (number: number) => DataView;
  /** The table stream from the start of a part to its own end: some parts run on behind their stated length. */
  readonly partAndRest: (number: number) => DataView;
}

export type FileInformationProblem =
  | { readonly kind: "no-word" }
  /** Word 95 and before, whose text is kept in another way. */
  | { readonly kind: "too-old" }
  | { readonly kind: "encrypted" };

const wordMark = 0xa5ec;
const oldWordMarks: ReadonlySet<number> = new Set([0xa5dc, 0xa5db, 0xa59b, 0xa59c]);
/** Version number of Word 97. */
const word97 = 0xc1;

/** `main` is the stream "WordDocument". Throws a RangeError where the file points outside itself. */
export function readFileInformation(
  main: Uint8Array,
  tableStream: (name: string) => Uint8Array | null,
): FileInformation | FileInformationProblem {
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const mark = view.getUint16(0, true);
  if (oldWordMarks.has(mark)) return { kind: "too-old" };
  if (mark !== wordMark) return { kind: "no-word" };
  if (view.getUint16(2, true) < word97) return { kind: "too-old" };
  const flags = view.getUint16(10, true);
  if ((flags & 0x0100) !== 0) return { kind: "encrypted" };
  const table = tableStream((flags & 0x0200) !== 0 ? "1Table" : "0Table");
  if (table === null) throw new RangeError("table stream");

  const words = view.getUint16(32, true);
  const longs = 34 + words * 2;
  const long = (index: number): number => Math.max(0, view.getInt32(longs + 2 + index * 4, true));
  const places = longs + 2 + view.getUint16(longs, true) * 4;
  const placeCount = view.getUint16(places, true);

  const placeOf = (number: number): { start: number; length: number } => {
    if (number >= placeCount) return { start: 0, length: 0 };
    const at = places + 2 + number * 8;
    return { start: view.getUint32(at, true), length: view.getUint32(at + 4, true) };
  };
  return {
    kind: "information",
    language: view.getUint16(6, true),
    lengths: {
      text: long(3),
      footnotes: long(4),
      headers: long(5),
      annotations: long(7),
      endnotes: long(8),
      boxes: long(9),
    },
    part: (number) => {
      const { start, length } = placeOf(number);
      return new DataView(table.buffer, table.byteOffset + start, length);
    },
    partAndRest: (number) => {
      const { start, length } = placeOf(number);
      return new DataView(table.buffer, table.byteOffset + start, length === 0 ? 0 : table.length - start);
    },
  };
}
