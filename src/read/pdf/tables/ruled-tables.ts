// Lines of text in the grid of a drawn table → rows of cells. What is drawn settles what gaps between words cannot: where
// a narrow column ends, which cell spans several columns or rows.
import type { Line } from "../layout/lines.ts";
import { joinOnBaseline, sameBaseline } from "../layout/lines.ts";
import { splitLine } from "../layout/split-line.ts";
import type { Grid } from "./table-grids.ts";
import { splitByBaseline } from "./tables.ts";
import type { PagePart } from "./tables.ts";

export interface RuledTable {
  readonly part: Extract<PagePart, { kind: "table" }>;
  /** The lines of the page that the table is made of. */
  readonly lines: ReadonlySet<Line>;
}

/** Text may stand out of its grid by so many points. */
const overhang = 3;
/** A grid that so large a share of its lines does not fit in is drawn for something else. */
const mostMisfits = 0.1;
/** So small a share of cells with text is a form, a chart or a calendar; larger cells are a layout of running text. */
const fewestFilled = 0.35;
const mostLinesInCell = 25;
/** A column is one when so large a share of the rows has text in it. */
const fewestInColumn = 0.15;
const fewRows = 3;

/** The tables that the grids of a page make of its lines (upright ones), each line in one of them at most. */
export function readRuledTables(lines: readonly Line[], grids: readonly Grid[]): RuledTable[] {
  const taken = new Set<Line>();
  const area = ({ box }: Grid): number => (box.x1 - box.x0) * (box.y1 - box.y0);
  return [...grids]
    .sort((a, b) => area(a) - area(b))
    .flatMap((grid) => {
      const inside = lines.filter((line) => !taken.has(line) && isInside(line, grid));
      const part = makeTable(inside, grid);
      if (part === null) return [];
      for (const line of inside) taken.add(line);
      return [{ part, lines: new Set(inside) }];
    });
}

const middleOf = (line: Line): number => line.y + 0.3 * line.size;

/** Does a line of text stand in the grid? */
export function isInside(line: Line, { box }: Pick<Grid, "box">): boolean {
  const middle = middleOf(line);
  return middle > box.y0 && middle < box.y1 && line.x0 >= box.x0 - overhang && line.x1 <= box.x1 + overhang;
}

function makeTable(lines: readonly Line[], grid: Grid): Extract<PagePart, { kind: "table" }> | null {
  const rowCount = grid.ys.length - 1;
  const columnCount = grid.xs.length - 1;
  const cells: Line[][][] = Array.from({ length: rowCount }, () =>
    Array.from({ length: columnCount }, () => []),
  );
  let misfits = 0;
  for (const line of lines) {
    const row = grid.ys.findIndex((_, index) => middleOf(line) >= (grid.ys[index + 1] ?? Infinity));
    const { pieces, fits } = cutAtBorders(line, row, grid);
    if (!fits) misfits++;
    for (const { line: piece, column } of pieces) {
      const { left, top } = cellAt(grid, row, column);
      cells[top]?.[left]?.push(piece);
    }
  }
  if (misfits > Math.max(1, mostMisfits * lines.length) || misfits > 0.5 * rowCount) return null;
  const filledColumns = grid.xs
    .slice(0, -1)
    .flatMap((_, column) => (cells.some((row) => (row[column] ?? []).length > 0) ? [column] : []));
  const filledRows = cells.filter((row) => row.some((cell) => cell.length > 0));
  if (filledRows.length < 2 || !hasColumns(filledRows) || !isFilled(cells, grid, filledColumns)) return null;
  if (filledRows.some((row) => row.some((cell) => cell.length > mostLinesInCell))) return null;
  const ordered = filledRows.map((row) => filledColumns.map((column) => inOrder(row[column] ?? [])));
  const filled = ordered.flat().filter((cell) => cell.length > 0);
  if (filled.filter(isMixed).length > mostMisfits * filled.length) return null;
  const rows = ordered.flatMap((row) => splitByBaseline(row));
  return {
    kind: "table",
    rows: rows.map((row) => ({ cells: row })),
    columns: filledColumns.map((column, index) => ({
      x0: grid.xs[column] ?? 0,
      x1: grid.xs[filledColumns[index + 1] ?? columnCount] ?? 0,
    })),
  };
}

/** Lines side by side on different baselines: two texts in one frame, as in a picture that informs. */
const isMixed = (cell: readonly Line[]): boolean =>
  cell.some((line, index) => {
    const above = cell[index - 1];
    return above !== undefined && (above.x1 < line.x0 || line.x1 < above.x0);
  });

/** Two columns at least have text in several rows; in a table of a few rows, under its headings, cells may be empty. */
function hasColumns(rows: readonly (readonly (readonly Line[])[])[]): boolean {
  const filled = (column: number): number => rows.filter((row) => (row[column] ?? []).length > 0).length;
  const enough = Math.max(2, fewestInColumn * rows.length);
  const columns = (rows[0] ?? []).map((_, column) => column);
  if (columns.filter((column) => filled(column) >= enough).length >= 2) return true;
  return rows.length <= fewRows && (rows[0] ?? []).filter((cell) => cell.length > 0).length >= 2;
}

/** The line, or its parts where it runs across borders; where it cannot be cut it stays whole and does not fit. */
function cutAtBorders(
  line: Line,
  row: number,
  grid: Grid,
): { pieces: { line: Line; column: number }[]; fits: boolean } {
  const pieces: { line: Line; column: number }[] = [];
  let broken = false;
  let rest = line;
  let column = columnOf(grid, rest.x0 + Math.min(overhang, 0.3 * rest.size));
  for (;;) {
    let border = column + 1;
    while (border < grid.xs.length - 1 && !grid.parts(row, border)) border++;
    const x = grid.xs[border] ?? Infinity;
    const cut =
      border >= grid.xs.length - 1 || rest.x1 <= x + 0.5 * rest.size ? undefined : splitLine(rest, x);
    if (cut === undefined || cut === null) {
      pieces.push({ line: rest, column });
      return { pieces, fits: cut === undefined && !broken };
    }
    // A border in the middle of a sentence is the edge of an area of colour behind running text.
    broken ||= /\p{Ll}$/u.test(cut[0].text) && /^\p{Ll}/u.test(cut[1].text);
    pieces.push({ line: cut[0], column });
    rest = cut[1];
    column = border;
  }
}

function columnOf(grid: Grid, x: number): number {
  const column = grid.xs.findIndex((edge, index) => x >= edge && x < (grid.xs[index + 1] ?? -Infinity));
  return Math.max(0, column);
}

/** First column and first row of the cell that holds a place of the grid, which may span several. */
function cellAt(grid: Grid, row: number, column: number): { left: number; top: number } {
  let left = column;
  while (left > 0 && !grid.parts(row, left)) left--;
  let top = row;
  while (top > 0 && !grid.divides(top, column)) top--;
  return { left, top };
}

function isFilled(
  cells: readonly (readonly (readonly Line[])[])[],
  grid: Grid,
  filledColumns: readonly number[],
): boolean {
  let all = 0;
  let filled = 0;
  for (const [row, columns] of cells.entries()) {
    if (columns.every((cell) => cell.length === 0)) continue;
    for (const column of filledColumns) {
      const { left, top } = cellAt(grid, row, column);
      if (left !== column || top !== row) continue;
      all++;
      if ((columns[column] ?? []).length > 0) filled++;
    }
  }
  return filled >= fewestFilled * all;
}

/** The lines of a cell from top to bottom, those on one baseline as one. */
function inOrder(cell: readonly Line[]): Line[] {
  const baselines: Line[][] = [];
  for (const line of [...cell].sort((a, b) => b.y - a.y)) {
    const last = baselines.at(-1);
    if (last?.[0] !== undefined && sameBaseline(last[0], line)) last.push(line);
    else baselines.push([line]);
  }
  return baselines.flatMap((lines) => joinOnBaseline(lines.sort((a, b) => a.x0 - b.x0)) ?? []);
}
