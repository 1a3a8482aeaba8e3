// From lines in the order of drawing to stretches of running text and rows of cells side by side. The order of drawing
// tells a table (cell by cell, row by row) from columns of text (one column to its end, then the next) where the
// places alone cannot.
import { isLabel, joinOnBaseline, sameBaseline } from "./lines.ts";
import type { Line } from "./lines.ts";

/** Lines below each other, or cells side by side (each a list of lines below each other). */
export type Stretch =
  | { readonly kind: "text"; readonly lines: readonly Line[] }
  | { readonly kind: "row"; readonly cells: readonly (readonly Line[])[] };

/** Two lines farther apart than this many ems (baseline to baseline) do not follow on each other. */
const widestLeading = 2.4;
/** A label and what it belongs to may stand this many ems apart. */
const widestLabelGap = 5;

/** Lines of a page in the order of drawing → stretches in the same order. */
export function findStretches(lines: readonly Line[], bodySize: number): Stretch[] {
  const stretches: Stretch[] = [];
  let cells: Line[][] = [];

  const flush = (): void => {
    const [only, second] = cells;
    if (only === undefined) return;
    stretches.push(second === undefined ? { kind: "text", lines: only } : { kind: "row", cells });
    cells = [];
  };
  /** The last `count` lines of the text become the first cell of a row; those above stay text. */
  const splitText = (text: Line[], from: number): Line[] => {
    if (from > 0) stretches.push({ kind: "text", lines: text.slice(0, from) });
    return text.slice(from);
  };

  for (const line of joinLabels(lines, bodySize)) {
    const cell = cells.at(-1);
    const last = cell?.at(-1);
    if (cell === undefined || last === undefined) {
      cells = [[line]];
      continue;
    }
    const single = cells.length === 1;
    if (sameBaseline(line, last) && line.x0 >= last.x1 - 0.2 * line.size) {
      if (single) cells = [splitText(cell, cell.length - 1), [line]];
      else if (cell.length === 1) cells.push([line]);
      else {
        // The line before belonged to a row of its own, whose first cells are empty.
        cell.pop();
        flush();
        cells = [[last], [line]];
      }
      continue;
    }
    const below = last.y - line.y;
    if (
      below > 0 &&
      below <= widestLeading * Math.max(line.size, last.size) &&
      belongsUnder(line, cell, cells)
    ) {
      cell.push(line);
      continue;
    }
    if (below < 0) {
      const opposite = single ? oppositeLine(cell, line) : besideRow(cells, line) ? 0 : -1;
      if (opposite >= 0 && cell.slice(opposite).every((other) => other.x1 <= line.x0 + 0.2 * line.size)) {
        if (single) cells = [splitText(cell, opposite), [line]];
        else cells.push([line]);
        continue;
      }
    }
    flush();
    cells = [[line]];
  }
  flush();
  return stretches;
}

/** A cell can begin so many ems above the one before it, when that one is centred in height. */
const mostAbove = 6;
/** And that one has so many lines at most. */
const mostCentredLines = 4;

/** Index of the line in a column of text beside which a line to its right stands; -1 when it stands beside none. */
function oppositeLine(lines: readonly Line[], line: Line): number {
  const same = lines.findIndex((other) => sameBaseline(other, line));
  if (same >= 0) return same;
  const [top] = lines;
  // Centred in height beside several lines: the row begins with the first line not higher than this one.
  if (top !== undefined && line.y <= top.y + 0.7 * line.size) {
    return lines.findIndex((other) => other.y <= line.y + 0.6 * line.size);
  }
  // A short cell centred beside a tall one that begins here.
  const fits = lines.length <= mostCentredLines && line.y <= (top?.y ?? 0) + mostAbove * line.size;
  return fits ? 0 : -1;
}

/** Does a line stand beside the row of cells, as the next of them? */
function besideRow(cells: readonly (readonly Line[])[], line: Line): boolean {
  const top = Math.max(...cells.map((cell) => cell[0]?.y ?? 0));
  return line.y <= top + mostAbove * line.size;
}

/** Does a line below the last one continue its cell (or the running text), rather than begin a row of its own? */
function belongsUnder(line: Line, cell: readonly Line[], cells: readonly (readonly Line[])[]): boolean {
  const x0 = Math.min(...cell.map((other) => other.x0));
  const x1 = Math.max(...cell.map((other) => other.x1));
  if (cells.length === 1) return line.x0 < x1 && line.x1 > x0;
  const before = cells.at(-2) ?? [];
  const border = Math.max(...before.map((other) => other.x1));
  return (
    line.x0 >= Math.min(x0 - 0.5 * line.size, border) && line.x0 > border - 0.2 * line.size && line.x0 < x1
  );
}

/** "•" or "3.2" apart from its text, on one baseline → one line. */
function joinLabels(lines: readonly Line[], bodySize: number): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const label = joined.at(-1);
    if (label !== undefined && labels(label, line, bodySize)) {
      joined.pop();
      const whole = joinOnBaseline([label, line]);
      // The label's own font (a symbol font, often) says nothing about the line.
      if (whole !== null) joined.push({ ...whole, bold: line.bold, italic: line.italic });
    } else joined.push(line);
  }
  return joined;
}

function labels(label: Line, line: Line, bodySize: number): boolean {
  const gap = line.x0 - label.x1;
  if (!sameBaseline(label, line) || gap < -1 || gap > widestLabelGap * line.size) return false;
  // A bare number is the number of a heading where both are set like one, else a cell of a table.
  const heading = (line.size > 1.1 * bodySize || (label.bold && line.bold)) && /^\p{Lu}/u.test(line.text);
  return isLabel(label.text) || (heading && /^\d{1,2}$/u.test(label.text));
}
