// Which of a table's first rows are column headings.
import type { Cell, TableRow } from "./tables.ts";

export interface ColumnHeadings {
  /** How many rows at the top they take up; 0 when there are none. */
  readonly rows: number;
  /** By column; [] when there are none. */
  readonly headings: readonly string[];
}

const none: ColumnHeadings = { rows: 0, headings: [] };
const mostHeadingRows = 3;
/** A heading is shorter than this, in characters. */
const longestHeading = 60;

const cellText = (cell: Cell): string =>
  cell
    .map((line) => line.text)
    .join("\n")
    .replace(/-\n(?=\p{Ll})/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** A figure, possibly with unit: what columns under a heading consist of. Years head columns and are none. */
const isFigure = (text: string): boolean =>
  /^[-–+±(]?\d[\d\s.,]*(?:%|tkr|mnkr|kr|st|p\.?e\.?)?\)?$/iu.test(text) && !/^(?:19|20)\d\d$/u.test(text);

/** How many rows from the top are column headings, and the heading of each column; none for a table of one row. */
export function columnHeadings(rows: readonly TableRow[]): ColumnHeadings {
  if (rows.length < 2) return none;
  const texts = rows.map((row) => row.cells.map(cellText));
  const isBold = (row: TableRow | undefined): boolean => {
    const lines = row?.cells.flat() ?? [];
    return lines.length > 0 && lines.every((line) => line.bold);
  };
  let count = 0;
  while (count < Math.min(mostHeadingRows, rows.length - 1) && isBold(rows[count])) {
    // A bold row with nothing but its first cell is a heading inside the table, not over its columns.
    if (count > 0 && texts[count]?.slice(1).every((text) => text === "") === true) break;
    count++;
  }
  if (count === rows.length - 1 && isBold(rows.at(-1))) count = 0;
  if (count === 0) count = aboveFigures(texts) || aboveLongText(texts) ? 1 : 0;
  if (count === 0) return none;
  const width = Math.max(...texts.map((cells) => cells.length));
  const headings = Array.from({ length: width }, (_, column) =>
    texts
      .slice(0, count)
      .map((cells) => cells[column] ?? "")
      .filter((text) => text !== "")
      .join(" "),
  );
  const real = headings.filter((heading) => heading !== "");
  if (real.length < Math.min(2, width) || real.some((heading) => heading.length > 2 * longestHeading))
    return none;
  return { rows: count, headings };
}

/** Words (or years) in the first row over columns that consist of figures. */
function aboveFigures(texts: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = texts;
  if (first.filter((text) => text !== "").length < 2 || first.some((text) => isFigure(text))) return false;
  return first.some((text, column) => {
    const below = rest.map((cells) => cells[column] ?? "").filter((cell) => cell !== "");
    return (
      text !== "" && column > 0 && below.length > 0 && below.filter(isFigure).length >= 0.6 * below.length
    );
  });
}

/** Short words in every cell of the first row, long text below. */
function aboveLongText(texts: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = texts;
  if (
    !first.every(
      (text) =>
        text !== "" && text.length <= longestHeading / 2 && /\p{L}/u.test(text) && !/[.:;]$/u.test(text),
    )
  )
    return false;
  const cells = rest.flat().filter((cell) => cell !== "");
  const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  const headAverage = first.reduce((sum, text) => sum + text.length, 0) / first.length;
  return average > 2.5 * headAverage && average > 25;
}
