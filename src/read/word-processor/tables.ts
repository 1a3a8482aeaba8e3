// What a table is: a grid with column headings, or a means to place text on the page.
import type { Cell, Paragraph, Row, Table } from "./story.ts";
import { paragraphsIn, textOf } from "./story.ts";

/** Text longer than this is not the heading of a column. */
const longestColumnHeading = 80;

/** A cell alone on its row with so many paragraphs is a frame around running text. */
const frameParagraphs = 8;

/**
 * Whether a row only places text on the page (a frame around a box, two columns of running text): it is then read cell by
 * cell as if there were no table. So are tables of one column, and rows with a heading and the text under it.
 */
export function isLaidOut(table: Table, row: Row): boolean {
  if (table.rows.every((each) => each.cells.length <= 1)) return true;
  const filled = row.cells.filter(
    (cell) => textOfCell(cell) !== "" || cell.items.some((item) => item.kind === "table"),
  );
  if (filled.some(holdsSection)) return true;
  // A heading alone on its row, or a table inside a frame.
  const [only, ...others] = filled;
  if (only === undefined || others.length > 0) return false;
  const paragraphs = [...paragraphsIn(only.items)];
  if (paragraphs.filter((paragraph) => textOf(paragraph).trim() !== "").length >= frameParagraphs)
    return true;
  return paragraphs.some(isHeading) || only.items.some((item) => item.kind === "table");
}

/** The cell of a table that has no other: a frame around what stands in it. */
export function onlyCell(table: Table): Cell | null {
  const [row, ...rows] = table.rows;
  const [cell, ...cells] = row?.cells ?? [];
  return cell === undefined || rows.length + cells.length > 0 ? null : cell;
}

/** A heading with text under it in the same cell. */
function holdsSection(cell: Cell): boolean {
  let headed = false;
  for (const paragraph of paragraphsIn(cell.items)) {
    if (textOf(paragraph).trim() === "") continue;
    if (isHeading(paragraph)) headed = true;
    else if (headed) return true;
  }
  return false;
}

function isHeading(paragraph: Paragraph): boolean {
  return paragraph.level !== null && !paragraph.contents;
}

/** For each row the column headings that hold for it, cell by cell; [] for the rows of headings themselves. */
export function columnsOf(table: Table): string[][] {
  const marked = table.rows.findIndex((row) => !row.header);
  const headerRows = marked > 0 ? marked : marked === 0 && looksLikeHeader(table) ? 1 : 0;
  const headings: string[] = [];
  for (const row of table.rows.slice(0, headerRows)) {
    for (const cell of row.cells) {
      const text = textOfCell(cell);
      if (text === "") continue;
      for (let column = cell.column; column < cell.column + cell.span; column++) {
        const above = headings[column];
        headings[column] =
          above === undefined || above === "" ? text : above === text ? text : `${above} ${text}`;
      }
    }
  }
  return table.rows.map((row, index) =>
    index < headerRows || headings.length === 0 ? [] : row.cells.map((cell) => headings[cell.column] ?? ""),
  );
}

/**
 * Whether the first row, though not marked, says what the columns hold: short texts without amounts, all but the first
 * cell filled. Two columns are as often a list of terms ("Handläggare | Anna Berg"), so there it must be set in bold.
 */
function looksLikeHeader(table: Table): boolean {
  const [first, second] = table.rows;
  if (first === undefined || second === undefined || first.cells.length < 2) return false;
  if (first.cells.length !== second.cells.length) return false;
  const texts = first.cells.map(textOfCell);
  if (texts.slice(1).includes("")) return false;
  if (!texts.every((text) => text === "" || isColumnHeading(text))) return false;
  if (first.cells.length > 2) return true;
  return isBold(first) && !isBold(second);
}

/** Words, or a year: "Utfall 2024", "2025", not "1 250" and not "12 %". */
function isColumnHeading(text: string): boolean {
  if (text.length > longestColumnHeading || /[.!?:;]$/u.test(text.replace(/\b\p{L}{1,4}\.$/u, "")))
    return false;
  return /\p{L}{2}/u.test(text) || /^(?:19|20)\d\d$/u.test(text);
}

function isBold(row: Row): boolean {
  const paragraphs = row.cells.flatMap((cell) => [...paragraphsIn(cell.items)]);
  return paragraphs.every((paragraph) => paragraph.bold || textOf(paragraph).trim() === "");
}

function textOfCell(cell: Cell): string {
  let text = "";
  for (const paragraph of paragraphsIn(cell.items)) text += ` ${textOf(paragraph)}`;
  return text.replace(/\s+/gu, " ").trim();
}
