// Tables that are drawn: the grid that ruling lines and areas of colour behind cells make, before any look at the text.
import type { Box } from "../page.ts";

export interface Grid {
  readonly box: Box;
  /** Edges of the columns from left to right, one more than there are columns. In points. */
  readonly xs: readonly number[];
  /** Edges of the rows from top to bottom, one more than there are rows. */
  readonly ys: readonly number[];
  /** Is there a line between column `column - 1` and `column` in a row? Counted from 0. */
  readonly parts: (row: number, column: number) => boolean;
  /** Is there a line between row `row - 1` and `row` in a column? */
  readonly divides: (row: number, column: number) => boolean;
}

/** A line is no thicker than this, in points. */
const thickest = 3;
/** Edges this near to each other are one. */
const near = 3.5;
/** An area of colour smaller than this is a mark in the text. */
const narrowestArea = 12;
const lowestArea = 7;
/** Narrower columns and lower rows are double lines. */
const narrowestColumn = 8;
const lowestRow = 6;
/** A line parts two cells when it covers so much of the side between them. */
const covers = 0.6;
/** More edges in one direction are a drawing. */
const mostEdges = 120;
/** Larger than this share of the page is a background. */
const background = 0.85;

interface Segment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Drawn boxes of a page, which is `width` by `height` points → the grids that they make, each of two columns and rows at least. */
export function findGrids(drawn: readonly Box[], width: number, height: number): Grid[] {
  const useful = drawn.filter((box) => {
    const across = box.x1 - box.x0;
    const up = box.y1 - box.y0;
    if (across * up > background * width * height) return false;
    return across <= thickest || up <= thickest || (across >= narrowestArea && up >= lowestArea);
  });
  return connected(withoutShading(useful)).flatMap((boxes) => makeGrid(boxes) ?? []);
}

/** The margins of a cell, in points. */
const leastMargin = 0.5;
const mostMargin = 9;

/** Word paints the lines of a paragraph one by one, inside the area of their cell: those areas are no cells. */
function withoutShading(boxes: readonly Box[]): Box[] {
  const areas = boxes.filter((box) => box.x1 - box.x0 > thickest && box.y1 - box.y0 > thickest);
  const isMargin = (width: number): boolean => width >= leastMargin && width <= mostMargin;
  return boxes.filter(
    (box) =>
      box.x1 - box.x0 <= thickest ||
      box.y1 - box.y0 <= thickest ||
      !areas.some(
        (cell) =>
          isMargin(box.x0 - cell.x0) &&
          isMargin(cell.x1 - box.x1) &&
          cell.y0 <= box.y0 + leastMargin &&
          cell.y1 >= box.y1 - leastMargin,
      ),
  );
}

interface Group {
  readonly boxes: Box[];
  /** Those that a box further down can still touch. */
  lowest: Box[];
}

/** Boxes that touch each other, group by group. */
function connected(boxes: readonly Box[]): Box[][] {
  let open: Group[] = [];
  const groups: Box[][] = [];
  for (const box of [...boxes].sort((a, b) => b.y1 - a.y1)) {
    const touching: Group[] = [];
    const apart: Group[] = [];
    for (const group of open) {
      group.lowest = group.lowest.filter((other) => other.y0 <= box.y1 + near);
      if (group.lowest.length === 0) groups.push(group.boxes);
      else if (group.lowest.some((other) => touch(other, box))) touching.push(group);
      else apart.push(group);
    }
    const [first, ...others] = touching;
    if (first === undefined) apart.push({ boxes: [box], lowest: [box] });
    else {
      for (const other of others) {
        first.boxes.push(...other.boxes);
        first.lowest.push(...other.lowest);
      }
      first.boxes.push(box);
      first.lowest.push(box);
      apart.push(first);
    }
    open = apart;
  }
  return [...groups, ...open.map((group) => group.boxes)];
}

const touch = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 + near && b.x0 <= a.x1 + near && a.y0 <= b.y1 + near && b.y0 <= a.y1 + near;

function makeGrid(boxes: readonly Box[]): Grid | null {
  if (boxes.length < 4) return null;
  const vertical: Segment[] = [];
  const horizontal: Segment[] = [];
  for (const { x0, x1, y0, y1 } of boxes) {
    const isVertical = x1 - x0 <= thickest;
    const isHorizontal = y1 - y0 <= thickest;
    if (isVertical && !isHorizontal) vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
    else if (isHorizontal && !isVertical) horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    else if (!isVertical) {
      vertical.push({ at: x0, from: y0, to: y1 }, { at: x1, from: y0, to: y1 });
      horizontal.push({ at: y0, from: x0, to: x1 }, { at: y1, from: x0, to: x1 });
    }
  }
  const xs = edges(vertical, narrowestColumn);
  const ys = edges(horizontal, lowestRow).reverse();
  if (xs.length < 3 || ys.length < 3 || xs.length > mostEdges || ys.length > mostEdges) return null;
  const columnAt = sides(vertical, xs);
  const rowAt = sides(horizontal, ys);
  const box = { x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, y0: ys.at(-1) ?? 0, y1: ys[0] ?? 0 };
  return {
    box,
    xs,
    ys,
    parts: (row, column) => isCovered(columnAt[column] ?? [], ys[row + 1] ?? 0, ys[row] ?? 0),
    divides: (row, column) => isCovered(rowAt[row] ?? [], xs[column] ?? 0, xs[column + 1] ?? 0),
  };
}

/** Where segments lie, in rising order, those close together as one. */
function edges(segments: readonly Segment[], narrowest: number): number[] {
  const found: number[] = [];
  for (const at of segments.map((segment) => segment.at).sort((a, b) => a - b)) {
    if (at - (found.at(-1) ?? -Infinity) >= narrowest) found.push(at);
  }
  return found;
}

/** The segments by the edge that they lie on, by where they begin. */
function sides(segments: readonly Segment[], at: readonly number[]): Segment[][] {
  const sorted: Segment[][] = at.map(() => []);
  for (const segment of [...segments].sort((a, b) => a.from - b.from)) {
    let best = 0;
    for (let index = 1; index < at.length; index++)
      if (Math.abs((at[index] ?? 0) - segment.at) < Math.abs((at[best] ?? 0) - segment.at)) best = index;
    sorted[best]?.push(segment);
  }
  return sorted;
}

function isCovered(segments: readonly Segment[], from: number, to: number): boolean {
  let covered = 0;
  let reached = from;
  for (const segment of segments) {
    const start = Math.max(segment.from, reached);
    const end = Math.min(segment.to, to);
    if (end > start) {
      covered += end - start;
      reached = end;
    }
  }
  return covered >= covers * (to - from);
}
