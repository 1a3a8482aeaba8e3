// One page: lines in the order of drawing → text and tables in reading order.
import type { Line } from "./lines.ts";
import { orderParts } from "./reading-order.ts";
import { findStretches } from "./rows.ts";
import { findTables, mergeText } from "./tables.ts";
import type { PagePart } from "./tables.ts";

/** Text that stands on its side (labels of charts, mostly) comes last, each line by itself. */
export function arrangePage(lines: readonly Line[], bodySize: number): PagePart[] {
  const upright = lines.filter((line) => line.upright);
  const sideways = lines.filter((line) => !line.upright);
  return [
    ...mergeText(orderParts(mergeText(findTables(findStretches(upright, bodySize))))),
    ...sideways.map((line): PagePart => ({ kind: "text", lines: [line] })),
  ];
}
