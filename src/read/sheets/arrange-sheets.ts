// Sheets → blocks: the name of each sheet is a heading, an empty row ends a table, and rows know their column headings.
import type { RawBlock } from "../document-builder.ts";
import type { Sheet, SheetCell, SheetRow } from "./sheet.ts";

/** Text longer than this is not the heading of a column. */
const longestColumnHeading = 80;

const longestTitle = 150;

/** Column headings take so many rows at most: groups of columns, columns, units. */
const mostHeadingRows = 3;

export interface ArrangedSheets {
  readonly blocks: readonly RawBlock[];
  /** The line that the first sheet begins with; null when it begins with a table. */
  readonly title: string | null;
}

/** Blocks in the order of the sheets and rows; sheets without text give none. */
export function arrangeSheets(sheets: readonly Sheet[]): ArrangedSheets {
  const blocks: RawBlock[] = [];
  let tables = 0;
  let title: string | null = null;
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.rows.length === 0 && sheet.boxes.length === 0) continue;
    const at = (row: number) => ({ sheet: sheet.name, row });
    blocks.push({ kind: "heading", level: 1, pieces: [{ text: sheet.name, location: at(1) }] });
    const boxes = [...sheet.boxes].sort((a, b) => a.row - b.row);
    const addBoxes = (before: number): void => {
      while ((boxes[0]?.row ?? Infinity) < before) {
        const box = boxes.shift();
        if (box !== undefined)
          blocks.push({ kind: "paragraph", pieces: [{ text: box.text, location: at(box.row) }] });
      }
    };
    /** Headings that stand between empty rows hold for all tables under them. */
    let standing: readonly string[] = [];
    for (const group of groupsOf(sheet.rows)) {
      addBoxes(group[0]?.number ?? 1);
      const { above, table, below } = partsOf(group);
      for (const row of above) {
        const text = row.cells[0]?.text ?? "";
        if (index === 0 && blocks.length === 1 && text.length <= longestTitle) title = text;
        // What stands over a table says what is in it; without a table it is text.
        blocks.push({
          kind: table.length > 0 ? "caption" : "paragraph",
          pieces: [{ text, location: at(row.number) }],
        });
      }
      if (table.length > 0) {
        tables++;
        const headingRows = countHeadingRows(table);
        const own = columnHeadings(table.slice(0, headingRows));
        const [only, ...others] = table;
        if (only !== undefined && others.length === 0 && only.cells.length > 2 && isHeadingRow(only))
          standing = columnHeadings(table);
        const headings = own.length > 0 ? own : others.length === 0 ? [] : standing;
        for (const [place, row] of table.entries()) {
          const location = at(row.number);
          blocks.push({
            kind: "table-row",
            cells: row.cells.map(({ text }) => [{ text, location }]),
            columns:
              place < headingRows || headings.length === 0
                ? []
                : row.cells.map(({ column }) => headings[column] ?? ""),
            table: tables,
          });
        }
      }
      for (const row of below) {
        const text = row.cells[0]?.text ?? "";
        blocks.push({ kind: "paragraph", pieces: [{ text, location: at(row.number) }] });
      }
    }
    addBoxes(Infinity);
  }
  return { blocks, title };
}

/** Rows that follow on each other without an empty one between. */
function groupsOf(rows: readonly SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = [];
  let last = -1;
  for (const row of rows) {
    if (row.number !== last + 1 || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(row);
    last = row.number;
  }
  return groups;
}

/** Rows with a single cell over and under a table are its title and its notes. */
function partsOf(group: readonly SheetRow[]): {
  above: readonly SheetRow[];
  table: readonly SheetRow[];
  below: readonly SheetRow[];
} {
  const isLine = (row: SheetRow): boolean => row.cells.length === 1 && row.cells[0]?.numeric === false;
  const first = group.findIndex((row) => !isLine(row));
  if (first < 0) return { above: group, table: [], below: [] };
  let end = group.length;
  for (let last = group[end - 1]; last !== undefined && isLine(last) && isNote(last); last = group[end - 1])
    end--;
  return { above: group.slice(0, first), table: group.slice(first, end), below: group.slice(end) };
}

/** A line under a table that is no row of it: a sentence, a source. ("Summa" without a sum is a row.) */
function isNote(row: SheetRow): boolean {
  const text = row.cells[0]?.text ?? "";
  return /[.!?:*]|^\d\)/u.test(text) || text.length > longestColumnHeading;
}

/**
 * How many rows from the top say what the columns hold: text and years, no numbers. More than one only where the first
 * leaves some columns to the next (groups of columns), and numbers follow.
 */
function countHeadingRows(table: readonly SheetRow[]): number {
  const [first] = table;
  if (first === undefined || table.length < 2 || first.cells.length < 2 || !isHeadingRow(first)) return 0;
  const numbersBelow = table.slice(1).some((row) => row.cells.some((cell) => cell.numeric));
  // "Kolada" over "Kolada" is a value, not what its column is called.
  if (!numbersBelow && first.cells.some((cell) => recurs(cell, table.slice(1)))) return 0;
  // Two columns of text are as often a list of terms ("Handläggare | Anna Berg").
  const width = Math.max(...table.map((row) => row.cells.length));
  if (width === 2 && !numbersBelow) return 0;
  let count = 1;
  while (count < mostHeadingRows && count < table.length - 1) {
    const row = table[count];
    const above = table[count - 1];
    if (row === undefined || above === undefined || !isHeadingRow(row)) break;
    const grouped = above.cells.some((cell) => cell.span > 1) || above.cells.length < row.cells.length;
    if (!grouped || !table.slice(count + 1).some((each) => each.cells.some((cell) => cell.numeric))) break;
    count++;
  }
  return count;
}

function recurs(cell: SheetCell, rows: readonly SheetRow[]): boolean {
  return rows.some((row) =>
    row.cells.some(({ column, text }) => column === cell.column && text === cell.text),
  );
}

function isHeadingRow(row: SheetRow): boolean {
  return row.cells.every((cell) =>
    cell.numeric ? /^(?:19|20)\d\d$/u.test(cell.text) : cell.text.length <= longestColumnHeading,
  );
}

function columnHeadings(rows: readonly SheetRow[]): string[] {
  const headings: string[] = [];
  for (const row of rows) {
    for (const cell of row.cells) {
      for (let column = cell.column; column < cell.column + cell.span; column++) {
        const above = headings[column] ?? "";
        headings[column] = above === "" || above === cell.text ? cell.text : `${above} ${cell.text}`;
      }
    }
  }
  return headings;
}
