// Properties of paragraphs and characters ([MS-DOC] 2.6, 2.9.33 and 2.9.175): lists of changes to a style, kept for
// stretches of the file in pages of 512 bytes.

/** One property: its code, and the bytes of its value. */
export type PropertyVisitor = (code: number, value: DataView) => void;

export interface PropertyRun {
  /** Bytes of the stream that it holds for, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Number of the paragraph style; -1 for characters, whose style is a property like others. */
  readonly style: number;
  readonly properties: DataView;
}

const pageBytes = 512;
const tableDefinition = 0xd608;
const tabStops = 0xc615;

/** Calls `visit` for each property of a list. What is cut off at the end is left out. */
export function eachProperty(list: DataView, visit: PropertyVisitor): void {
  let at = 0;
  while (at + 2 <= list.byteLength) {
    const code = list.getUint16(at, true);
    at += 2;
    const length = valueLength(list, code, at);
    if (length === null || at + length.skip + length.bytes > list.byteLength) return;
    visit(code, new DataView(list.buffer, list.byteOffset + at + length.skip, length.bytes));
    at += length.skip + length.bytes;
  }
}

/** How long the value of a property is ([MS-DOC] 2.6.1, spra), and how many bytes of length stand before it. */
function valueLength(list: DataView, code: number, at: number): { skip: number; bytes: number } | null {
  switch (code >> 13) {
    case 0:
    case 1:
      return { skip: 0, bytes: 1 };
    case 2:
    case 4:
    case 5:
      return { skip: 0, bytes: 2 };
    case 3:
      return { skip: 0, bytes: 4 };
    case 7:
      return { skip: 0, bytes: 3 };
    default:
      break;
  }
  if (code === tableDefinition) {
    if (at + 2 > list.byteLength) return null;
    return { skip: 2, bytes: Math.max(0, list.getUint16(at, true) - 1) };
  }
  if (at + 1 > list.byteLength) return null;
  const length = list.getUint8(at);
  if (code === tabStops && length === 255) return null;
  return { skip: 1, bytes: length };
}

/** `part` lists the pages; `main` is the stream "WordDocument". Runs in the order of the file. */
export function readPropertyRuns(
  part: DataView,
  main: Uint8Array,
  kind: "paragraphs" | "characters",
): readonly PropertyRun[] {
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const pages = Math.floor((part.byteLength - 4) / 8);
  const runs: PropertyRun[] = [];
  const empty = new DataView(new ArrayBuffer(0));
  for (let index = 0; index < pages; index++) {
    const number = part.getUint32((pages + 1 + index) * 4, true) & 0x3fffff;
    const page = number * pageBytes;
    const count = view.getUint8(page + pageBytes - 1);
    const places = page + (count + 1) * 4;
    const placeBytes = kind === "paragraphs" ? 13 : 1;
    for (let run = 0; run < count; run++) {
      const start = view.getUint32(page + run * 4, true);
      const end = view.getUint32(page + (run + 1) * 4, true);
      const place = view.getUint8(places + run * placeBytes) * 2;
      const read =
        place === 0
          ? { style: kind === "paragraphs" ? 0 : -1, properties: empty }
          : readRun(view, page, place, kind);
      runs.push({ start, end, ...read });
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

function readRun(
  view: DataView,
  page: number,
  place: number,
  kind: "paragraphs" | "characters",
): { style: number; properties: DataView } {
  let at = page + place;
  let length = view.getUint8(at++);
  if (kind === "characters") return { style: -1, properties: slice(view, at, length, page) };
  // An odd number of bytes is counted in words; zero says that the number follows, for an even one.
  length = length === 0 ? view.getUint8(at++) * 2 : length * 2 - 1;
  return { style: view.getUint16(at, true), properties: slice(view, at + 2, length - 2, page) };
}

function slice(view: DataView, at: number, length: number, page: number): DataView {
  const end = Math.min(at + Math.max(0, length), page + pageBytes);
  return new DataView(view.buffer, view.byteOffset + at, Math.max(0, end - at));
}

/** The run that holds for a byte of the stream; undefined when none does. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const run = runs[low];
  return run !== undefined && run.start <= offset ? run : undefined;
}
