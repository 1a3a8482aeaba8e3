// The order in which a person reads the parts of a page. The order of drawing is kept as long as it is possible;
// where a part is drawn after one that stands below it or to its right, all parts are put in order by their places.
import type { Line } from "./lines.ts";
import type { PagePart } from "../tables/tables.ts";

/** Beyond so many parts (the labels of a map or a chart) no order is better than the order of drawing. */
const mostParts = 150;

/** Fewer lines are a box or a label, no column. */
const fewestColumnLines = 4;

interface Placed {
  readonly part: PagePart;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

const linesOfPart = (part: PagePart): readonly Line[] =>
  part.kind === "text" ? part.lines : part.rows.flatMap((row) => row.cells.flat());

/** Parts in the order of drawing → in reading order. */
export function orderParts(parts: readonly PagePart[]): PagePart[] {
  const placed = parts.map(place);
  const tangled = placed.some((later, index) =>
    placed.slice(0, index).some((earlier) => isAbove(later, earlier) || isColumnLeftOf(later, earlier)),
  );
  return tangled && placed.length <= mostParts ? sortByPlace(placed).map(({ part }) => part) : [...parts];
}

function place(part: PagePart): Placed {
  const lines = linesOfPart(part);
  return {
    part,
    x0: Math.min(...lines.map((line) => line.x0)),
    x1: Math.max(...lines.map((line) => line.x1)),
    top: Math.max(...lines.map((line) => line.y + 0.8 * line.size)),
    bottom: Math.min(...lines.map((line) => line.y - 0.2 * line.size)),
  };
}

const shareWidth = (a: Placed, b: Placed): boolean =>
  Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.1 * Math.min(a.x1 - a.x0, b.x1 - b.x0);

/** Wholly above (a little overlap of the boxes forgiven), in the same column. */
const isAbove = (a: Placed, b: Placed): boolean => {
  const overlap = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return (
    a.bottom + a.top > b.bottom + b.top &&
    overlap < 0.3 * Math.min(a.top - a.bottom, b.top - b.bottom) &&
    shareWidth(a, b)
  );
};

/** Two columns of text beside each other, `a` the left one. */
function isColumnLeftOf(a: Placed, b: Placed): boolean {
  if (a.x1 > b.x0 + 1 || a.part.kind !== "text" || b.part.kind !== "text") return false;
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  const lines = Math.min(a.part.lines.length, b.part.lines.length);
  return lines >= fewestColumnLines && shared > 0.3 * Math.min(a.top - a.bottom, b.top - b.bottom);
}

/** Left of, at the same height, with nothing between them in height that spans both. */
function isLeft(a: Placed, b: Placed, all: readonly Placed[]): boolean {
  if (a.x1 > b.x0 + 1) return false;
  const upper = Math.max(a.bottom, b.bottom);
  const lower = Math.min(a.top, b.top);
  return !all.some(
    (other) =>
      other !== a &&
      other !== b &&
      shareWidth(other, a) &&
      shareWidth(other, b) &&
      (other.bottom + other.top) / 2 < Math.max(upper, lower) &&
      (other.bottom + other.top) / 2 > Math.min(upper, lower),
  );
}

/** Breuel's partial order (above before below, left before right), the order of drawing where it leaves a choice. */
function sortByPlace(parts: readonly Placed[]): Placed[] {
  const before = parts.map((part) =>
    parts.map(
      (other) =>
        other !== part && (isAbove(other, part) || (!isAbove(part, other) && isLeft(other, part, parts))),
    ),
  );
  const left = new Set(parts.keys());
  const sorted: Placed[] = [];
  while (left.size > 0) {
    let next: number | undefined;
    for (const index of left) {
      if (![...left].some((other) => before[index]?.[other] === true)) {
        next = index;
        break;
      }
    }
    // A circle of boxes that overlap each other: the order of drawing breaks it.
    next ??= [...left][0];
    if (next === undefined) break;
    left.delete(next);
    const part = parts[next];
    if (part !== undefined) sorted.push(part);
  }
  return sorted;
}
