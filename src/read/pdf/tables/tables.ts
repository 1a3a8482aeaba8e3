// Rows of cells side by side → tables with columns, or running text where they only look like a table.
import { joinOnBaseline } from "../layout/lines.ts";
import type { Line } from "../layout/lines.ts";
import { splitLine } from "../layout/split-line.ts";
import type { Stretch } from "../layout/rows.ts";

/** A cell: its lines from top to bottom, [] when empty. */
export type Cell = readonly Line[];

export interface TableRow {
  readonly cells: readonly Cell[];
}

/** What a page consists of, in reading order. */
export type PagePart =
  | { readonly kind: "text"; readonly lines: readonly Line[] }
  | { readonly kind: "table"; readonly rows: readonly TableRow[]; readonly columns: readonly Interval[] };

/** From left to right, in points. */
export interface Interval {
  readonly x0: number;
  readonly x1: number;
}

/** A row whose cells all have at least so many lines, alone on its page part, is columns of running text. */
const columnLines = 5;
/** Edges of justified lines agree to so many points. */
const edge = 1.5;
/** Narrowest gap between two columns of a table, in ems. */
const narrowestGutter = 0.6;
/** Two rows of two cells are a table only with a gap like this between the cells, in ems. */
const certainGutter = 1.5;

/** Stretches of a page → text and tables, in the same order. */
export function findTables(stretches: readonly Stretch[]): PagePart[] {
  const parts: PagePart[] = [];
  let at = 0;
  while (at < stretches.length) {
    const stretch = stretches[at];
    if (stretch === undefined) break;
    if (stretch.kind === "text") {
      parts.push(stretch);
      at++;
      continue;
    }
    const above = parts.at(-1);
    if (above?.kind === "text" && isJustifiedLine(stretch, above.lines)) {
      parts[parts.length - 1] = { kind: "text", lines: [...above.lines, ...asText(stretch)] };
      at++;
      continue;
    }
    const end = tableEnd(stretches, at);
    const rows = cutAtSharedStarts(stretches.slice(at, end));
    const table = rows.filter((row) => row.kind === "row").length >= 2 ? makeTable(rows) : null;
    const inside = table === null ? alignedColumns(stretch) : [table];
    if (inside === null) {
      parts.push({ kind: "text", lines: asText(stretch) });
      at++;
    } else {
      parts.push(...(besideHeadings(inside) ?? inside));
      at = table === null ? at + 1 : end;
    }
  }
  return parts;
}

/** Fewer rows may be a table with a word in bold. */
const fewestBeside = 3;
/** Letters of the text beside a heading, on average: more than a cell of a table mostly has. */
const lettersBeside = 200;

/**
 * Headings set in the margin, each beside its text, are no table: all of the first column in bold, nothing of the second, and
 * in each row text of several lines. In the order in which they are read; null for a real table.
 */
function besideHeadings(parts: readonly PagePart[]): PagePart[] | null {
  const [table, second] = parts;
  if (table?.kind !== "table" || second !== undefined || table.columns.length !== 2) return null;
  const { rows } = table;
  if (rows.length < fewestBeside) return null;
  const isBeside = ({ cells: [heading = [], text = []] }: TableRow): boolean =>
    heading.length > 0 &&
    heading.length <= 3 &&
    heading.every((line) => line.bold) &&
    text.length > heading.length &&
    !text.some((line) => line.bold);
  const letters = rows.flatMap(({ cells }) => cells[1] ?? []).reduce((sum, { text }) => sum + text.length, 0);
  if (!rows.every(isBeside) || letters < lettersBeside * rows.length) return null;
  return rows.flatMap(({ cells }) => cells.map((lines): PagePart => ({ kind: "text", lines })));
}

/**
 * A line of justified text with wide gaps between the words: it begins and ends where the lines above it do and follows
 * at their distance.
 */
function isJustifiedLine(stretch: Extract<Stretch, { kind: "row" }>, above: readonly Line[]): boolean {
  const cells = stretch.cells;
  const last = above.at(-1);
  const first = cells[0]?.[0];
  const end = cells.at(-1)?.[0];
  if (last === undefined || first === undefined || end === undefined) return false;
  if (cells.some((cell) => cell.length !== 1)) return false;
  const before = above.at(-2);
  const pitch = last.y - first.y;
  const usual = before === undefined ? 1.3 * last.size : before.y - last.y;
  const right = Math.max(...above.slice(-6).map((line) => line.x1));
  return (
    Math.abs(pitch - usual) <= (before === undefined ? 0.3 : 0.08) * last.size &&
    Math.abs(first.x0 - last.x0) <= edge &&
    Math.abs(end.x1 - right) <= edge
  );
}

const cellBox = (cell: Cell): Interval => ({
  x0: Math.min(...cell.map((line) => line.x0)),
  x1: Math.max(...cell.map((line) => line.x1)),
});

const cellsOf = (stretch: Stretch): readonly Cell[] =>
  stretch.kind === "row" ? stretch.cells : [stretch.lines];
const linesOf = (stretch: Stretch): readonly Line[] =>
  stretch.kind === "row" ? stretch.cells.flat() : stretch.lines;

const isProseColumns = (stretch: Stretch): boolean =>
  stretch.kind === "row" &&
  stretch.cells.every((cell) => cell.length >= columnLines) &&
  stretch.cells.every((cell) => cell.reduce((sum, line) => sum + line.text.length, 0) / cell.length > 18);

/** Index after the last stretch that continues the table which begins at `start`. */
function tableEnd(stretches: readonly Stretch[], start: number): number {
  const first = stretches[start];
  if (first === undefined || isProseColumns(first)) return start + 1;
  const gaps = gapsOf(cellsOf(first));
  let shared = gaps;
  let end = start + 1;
  let bottom = Math.min(...linesOf(first).map((line) => line.y));
  for (let at = start + 1; at < stretches.length; at++) {
    const next = stretches[at];
    if (next === undefined || isProseColumns(next)) break;
    const lines = linesOf(next);
    const top = Math.max(...lines.map((line) => line.y));
    const size = Math.max(...lines.map((line) => line.size));
    if (top > bottom + 0.3 * size || bottom - top > 4.5 * size) break;
    if (beginsAnother(next, stretches.slice(start, end))) break;
    if (next.kind === "row") {
      const common = intersect(shared, gapsOf(next.cells), narrowestGutter * size);
      if (common.length === 0 && !alignedWith(next.cells, stretches.slice(start, end))) break;
      // A heading that spans columns has fewer gaps: the gaps of the fuller rows stay.
      shared = common.length >= Math.min(shared.length, 2) ? common : shared;
      end = at + 1;
    } else {
      // Lines of one column only: the table goes on if a real row follows, see the loop's next turns.
      if (next.lines.length > 6 || !insideOneColumn(next.lines, shared)) break;
      if (startsInLaterColumn(next.lines, shared)) end = at + 1;
    }
    bottom = Math.min(...lines.map((line) => line.y));
  }
  return end;
}

/** Type larger than that of the rows by this factor stands over a table, not in it. */
const largerType = 1.12;

/** A heading, or the same row of column headings once more: the next table, close under this one. */
function beginsAnother(next: Stretch, rows: readonly Stretch[]): boolean {
  const [head] = rows;
  const sizes = rows.flatMap((row) => linesOf(row).map((line) => line.size));
  if (next.kind === "text") return linesOf(next).every((line) => line.size > largerType * Math.max(...sizes));
  const first = next.cells[0]?.map((line) => line.text).join(" ");
  return (
    rows.length > 1 &&
    head?.kind === "row" &&
    head.cells[0]?.map((line) => line.text).join(" ") === first &&
    next.cells.length > 2
  );
}

/** Does a cell other than the first begin where one does in the rows above? Then two cells ran into one. */
function alignedWith(cells: readonly Cell[], rows: readonly Stretch[]): boolean {
  const starts = rows.flatMap((row) =>
    row.kind === "row" ? row.cells.slice(1).map((cell) => cellBox(cell).x0) : [],
  );
  return cells.slice(1).some((cell) => starts.some((start) => Math.abs(start - cellBox(cell).x0) <= edge));
}

/** The empty intervals between neighbouring cells. */
function gapsOf(cells: readonly Cell[]): Interval[] {
  const boxes = cells.map(cellBox).sort((a, b) => a.x0 - b.x0);
  const gaps: Interval[] = [];
  let right = boxes[0]?.x1 ?? 0;
  for (const box of boxes.slice(1)) {
    if (box.x0 > right) gaps.push({ x0: right, x1: box.x0 });
    right = Math.max(right, box.x1);
  }
  return gaps;
}

function intersect(a: readonly Interval[], b: readonly Interval[], narrowest: number): Interval[] {
  const common: Interval[] = [];
  for (const one of a) {
    for (const other of b) {
      const x0 = Math.max(one.x0, other.x0);
      const x1 = Math.min(one.x1, other.x1);
      if (x1 - x0 >= narrowest) common.push({ x0, x1 });
    }
  }
  return common;
}

const insideOneColumn = (lines: readonly Line[], gaps: readonly Interval[]): boolean =>
  gaps.every((gap) => {
    const middle = (gap.x0 + gap.x1) / 2;
    return lines.every((line) => line.x1 <= middle) || lines.every((line) => line.x0 >= middle);
  });

const startsInLaterColumn = (lines: readonly Line[], gaps: readonly Interval[]): boolean =>
  gaps.some((gap) => lines.every((line) => line.x0 >= (gap.x0 + gap.x1) / 2));

/** Stretches → rows in columns; null when the cells do not stand in columns. */
function makeTable(stretches: readonly Stretch[]): PagePart | null {
  const boxes = stretches.flatMap((stretch) => (stretch.kind === "row" ? cellsOf(stretch).map(cellBox) : []));
  const size = Math.max(...stretches.flatMap((stretch) => linesOf(stretch).map((line) => line.size)));
  const columns = columnsOf(
    stretches.map((stretch) => cellsOf(stretch).map(cellBox)),
    boxes,
    size,
  );
  if (columns.length < 2) return null;
  if (columns.length === 2) {
    const [left, right] = columns;
    const rows = stretches.filter((stretch) => stretch.kind === "row").length;
    if (left !== undefined && right !== undefined && rows < 3 && right.x0 - left.x1 < certainGutter * size)
      return null;
  }
  const rows: Cell[][] = [];
  const starts = columnStarts(columns, boxes);
  for (const stretch of stretches) {
    const placed: Line[][] = columns.map(() => []);
    const placeOf = (line: Line): number => {
      let best = 0;
      let most = -Infinity;
      for (const [index, column] of columns.entries()) {
        const shared = Math.min(line.x1, column.x1) - Math.max(line.x0, column.x0);
        if (shared > most) {
          most = shared;
          best = index;
        }
      }
      return best;
    };
    const lines = linesOf(stretch);
    const whole =
      stretch.kind === "row" && rows.length > 0
        ? lines.flatMap((line) => cutAtColumns(line, columns, starts))
        : lines;
    for (const line of whole) placed[placeOf(line)]?.push(line);
    const continued = stretch.kind === "text" && placed[0]?.length === 0 ? rows.at(-1) : undefined;
    if (continued === undefined) rows.push(...splitByBaseline(placed));
    else {
      // Lines in later columns only go on where the row above left off.
      for (const [index, lines] of placed.entries())
        continued[index] = [...(continued[index] ?? []), ...lines];
    }
  }
  return { kind: "table", rows: rows.map((cells) => ({ cells })), columns };
}

/** What the cells of a column begin at, where at least so many begin at the same place. */
const fewestAligned = 3;
/** A word that was run together with the cell before it begins this near to where its column begins, in ems. */
const nearStart = 0.45;

/** Where the cells of each column begin; null for a column whose cells begin at different places. */
function columnStarts(columns: readonly Interval[], boxes: readonly Interval[]): (number | null)[] {
  return columns.map(({ x0 }) =>
    boxes.filter((box) => Math.abs(box.x0 - x0) <= edge).length >= fewestAligned ? x0 : null,
  );
}

/**
 * Two cells that stand too close for the engine to part them: cut where the cells above and below begin, if a word begins
 * there. A text that spans columns has no word there, or hardly ever.
 */
function cutAtColumns(
  line: Line,
  columns: readonly Interval[],
  starts: readonly (number | null)[],
): readonly Line[] {
  for (let index = 1; index < columns.length; index++) {
    const start = starts[index];
    const before = columns[index - 1];
    if (start == null || before === undefined) continue;
    // The line begins in an earlier column and reaches well into this one.
    if (line.x0 >= before.x1 || line.x1 <= start + line.size) continue;
    const [left, right] = splitLine(line, start - 0.3 * line.size) ?? [];
    if (left === undefined || right === undefined || Math.abs(right.x0 - start) > nearStart * line.size)
      continue;
    return [
      { ...left, x1: Math.min(left.x1, start) },
      ...cutAtColumns({ ...right, x0: start }, columns, starts),
    ];
  }
  return [line];
}

/** Cells of other rows that begin at the same place: so many, and in half of the rows. */
const sharedByRows = 0.5;

interface SharedStart {
  readonly x: number;
  /** Most cells there are figures: what is no figure does not begin there. */
  readonly figures: boolean;
}

const beginsAsFigure = /^[-+−–±]?\d/u;

/** Rows in which two cells stand too close for the engine to part them, cut where the cells of most other rows begin. */
function cutAtSharedStarts(stretches: readonly Stretch[]): readonly Stretch[] {
  const starts = sharedStarts(stretches);
  if (starts.length === 0) return stretches;
  return stretches.map((stretch) =>
    stretch.kind === "row"
      ? {
          ...stretch,
          cells: stretch.cells.flatMap((cell) => {
            const [only, second] = cell;
            if (only === undefined || second !== undefined) return [cell];
            return cutAtStarts(only, starts).map((line) => [line]);
          }),
        }
      : stretch,
  );
}

function sharedStarts(stretches: readonly Stretch[]): SharedStart[] {
  const rows = stretches.filter((stretch) => stretch.kind === "row");
  const later = rows.flatMap(({ cells }) =>
    cells.slice(1).map((cell) => ({
      x: cellBox(cell).x0,
      figure: beginsAsFigure.test(cell[0]?.text ?? ""),
    })),
  );
  const fewest = Math.max(fewestAligned, sharedByRows * rows.length);
  return [...new Set(later.map(({ x }) => x))]
    .sort((a, b) => a - b)
    .flatMap((x): SharedStart[] => {
      const there = later.filter((other) => Math.abs(other.x - x) <= edge);
      const figures = there.filter(({ figure }) => figure).length;
      return there.length < fewest ? [] : [{ x, figures: figures > there.length / 2 }];
    });
}

/** Room left between two cells that were cut apart, in ems: wider than what columns grow together over. */
const narrowestCut = 0.4;

function cutAtStarts(line: Line, starts: readonly SharedStart[]): readonly Line[] {
  for (const { x, figures } of starts) {
    if (line.x0 >= x - line.size || line.x1 <= x + 0.5 * line.size) continue;
    const [left, right] = splitLine(line, x - 0.3 * line.size) ?? [];
    if (left === undefined || right === undefined || Math.abs(right.x0 - x) > nearStart * line.size) continue;
    // "11 108" is one figure, though others of the column begin where its second half does.
    if (figures && (!beginsAsFigure.test(right.text) || /\d$/u.test(left.text))) continue;
    return [
      { ...left, x1: Math.min(left.x1, x - narrowestCut * line.size) },
      ...cutAtStarts({ ...right, x0: x }, starts),
    ];
  }
  return [line];
}

/** Columns: what is left between the vertical lanes that hardly any cell crosses. */
function columnsOf(
  rows: readonly (readonly Interval[])[],
  boxes: readonly Interval[],
  size: number,
): Interval[] {
  const edges = [...new Set(boxes.flatMap((box) => [box.x0, box.x1]))].sort((a, b) => a - b);
  const tolerated = Math.floor(rows.length * 0.15);
  const columns: { x0: number; x1: number }[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    const x0 = edges[index] ?? 0;
    const x1 = edges[index + 1] ?? 0;
    const middle = (x0 + x1) / 2;
    const crossing = boxes.filter((box) => box.x0 < middle && box.x1 > middle).length;
    if (crossing <= tolerated) continue;
    const last = columns.at(-1);
    if (last !== undefined && x0 - last.x1 < 0.35 * size) last.x1 = x1;
    else columns.push({ x0, x1 });
  }
  // A lane inside ragged text can leave a sliver: a column holds cells of its own in two rows at least.
  return columns.filter(
    (column) =>
      rows.filter((row) => row.some((box) => box.x0 >= column.x0 - size && box.x0 <= column.x1)).length >= 2,
  );
}

/** Cells drawn column by column, with widely spaced lines or figures on common baselines, are several rows. */
export function splitByBaseline(cells: readonly Line[][]): Line[][][] {
  const filled = cells.filter((cell) => cell.length > 0);
  const tallest = Math.max(...filled.map((cell) => cell.length));
  if (tallest < 2 || filled.length < 2 || !onCommonBaselines(filled)) return [[...cells]];
  return Array.from({ length: tallest }, (_, index) => cells.map((cell) => cell.slice(index, index + 1)));
}

function onCommonBaselines(cells: readonly (readonly Line[])[]): boolean {
  const [first = []] = cells;
  const aligned = cells.every(
    (cell) =>
      cell.length === first.length &&
      cell.every((line, index) => Math.abs(line.y - (first[index]?.y ?? -1)) <= 0.3 * line.size),
  );
  if (!aligned) return false;
  const loose = first.every(
    (line, index) => index === 0 || (first[index - 1]?.y ?? 0) - line.y > 1.5 * line.size,
  );
  const figures = cells.some(
    (cell) =>
      cell.filter((line) => /^[^\p{L}]*\d[^\p{L}]*\p{L}{0,4}/u.test(line.text)).length >= 0.7 * cell.length,
  );
  return loose || figures;
}

/** A lone row whose last cells are lists of short lines on common baselines is a table drawn column by column. */
function alignedColumns(stretch: Stretch): PagePart[] | null {
  if (stretch.kind !== "row") return null;
  for (let start = 0; start + 1 < stretch.cells.length; start++) {
    const cells = stretch.cells.slice(start).map((cell) => [...cell]);
    const rows = splitByBaseline(cells);
    if (rows.length < 3) continue;
    const before = stretch.cells.slice(0, start).map((lines): PagePart => ({ kind: "text", lines }));
    return [
      ...before,
      { kind: "table", rows: rows.map((row) => ({ cells: row })), columns: cells.map(cellBox) },
    ];
  }
  return null;
}

/** A row that is no table: one line when all its cells are one line, else column after column. */
function asText(stretch: Stretch): readonly Line[] {
  if (stretch.kind === "text") return stretch.lines;
  if (stretch.cells.every((cell) => cell.length === 1)) {
    const line = joinOnBaseline(stretch.cells.flat());
    return line === null ? [] : [line];
  }
  return stretch.cells.flat();
}

/** Text after text is one text where the lines follow on each other. Parts in reading order. */
export function mergeText(parts: readonly PagePart[]): PagePart[] {
  const merged: PagePart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const above = last?.kind === "text" ? last.lines.at(-1) : undefined;
    const below = part.kind === "text" ? part.lines[0] : undefined;
    if (
      last?.kind === "text" &&
      part.kind === "text" &&
      above !== undefined &&
      below !== undefined &&
      above.y > below.y &&
      above.y - below.y < 2.4 * below.size &&
      below.x0 < above.x1 &&
      below.x1 > above.x0
    ) {
      merged[merged.length - 1] = { kind: "text", lines: [...last.lines, ...part.lines] };
    } else merged.push(part);
  }
  return merged;
}
