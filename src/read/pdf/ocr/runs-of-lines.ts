// Recognised lines → runs as PDFium gives them, so that columns, tables, headings and running headers are found in
// scanned pages by the same code. A picture tells no font, but how large and how heavy its type is.
import type { Run } from "../page.ts";
import type { RecognisedLine, RecognisedPage, RecognisedWord } from "./recognised-page.ts";

/** A picture of a page: its height in pixels, and pixels to a point. */
export interface Frame {
  readonly height: number;
  readonly scale: number;
}

/** A gap between words wider than this many ems may be a border between cells or columns. */
const widestWordGap = 1.5;
/** A section sign is often read as a dollar. One that stands by itself is no sum of money. */
const dollars = /^\${1,2}$/u;
/** What rules, frames and specks are read as. A hyphen or a bullet stands before words. */
const stray = /^[|\\/_~=—–«»'"`´^°.,:;*<>{}[\]()¦§-]+$/u;

/** The runs of a page, in the order of reading. Places in points, the origin at the lower left corner. */
export function runsOf(page: RecognisedPage, frame: Frame): Run[] {
  return page.lines.flatMap((line) => stretches(line).flatMap((words) => runOf(words, line, frame) ?? []));
}

/** The words of a line, apart where a gap is wide. */
function stretches({ words, size }: RecognisedLine): RecognisedWord[][] {
  const groups: RecognisedWord[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || word.x0 - last.x1 > widestWordGap * size)
      groups.push([word]);
    else group.push(word);
  }
  return groups;
}

function runOf(words: readonly RecognisedWord[], line: RecognisedLine, { height, scale }: Frame): Run | null {
  const [first] = words;
  const last = words.at(-1);
  const text = words
    .map((word) => word.text.replace(dollars, (signs) => "§".repeat(signs.length)))
    .join(" ")
    .trim();
  if (first === undefined || last === undefined || text === "" || stray.test(text)) return null;
  return {
    text,
    x0: first.x0 / scale,
    x1: last.x1 / scale,
    y: (height - line.y) / scale,
    size: line.size / scale,
    font: "",
    // As measured; markBold makes a weight of it.
    weight: line.stroke === null ? 0 : line.stroke / line.size,
    bold: false,
    italic: false,
    upright: true,
    hyphen: /\p{L}-$/u.test(text),
  };
}
