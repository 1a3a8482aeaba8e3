// One page: lines in the order of drawing → text and tables in reading order.
import type { Line } from "./lines.ts";
import { orderParts } from "./reading-order.ts";
import { findStretches } from "./rows.ts";
import { readRuledTables } from "../tables/ruled-tables.ts";
import type { Grid } from "../tables/table-grids.ts";
import { findTables, mergeText } from "../tables/tables.ts";
import type { PagePart } from "../tables/tables.ts";

/** Text that stands on its side (labels of charts, mostly) comes last, each line by itself. */
export function arrangePage(lines: readonly Line[], grids: readonly Grid[], bodySize: number): PagePart[] {
  const upright = lines.filter((line) => line.upright);
  const sideways = lines.filter((line) => !line.upright);
  return [
    ...mergeText(orderParts(mergeText(uprightParts(upright, grids, bodySize)))),
    ...sideways.map((line): PagePart => ({ kind: "text", lines: [line] })),
  ];
}

/** Drawn tables where their first line was drawn; tables that only places tell, and text, before and after them. */
function uprightParts(lines: readonly Line[], grids: readonly Grid[], bodySize: number): PagePart[] {
  const drawn = readRuledTables(lines, grids);
  const parts: PagePart[] = [];
  const placed = new Set<PagePart>();
  let open: Line[] = [];
  const flush = (): void => {
    parts.push(...findTables(findStretches(open, bodySize)));
    open = [];
  };
  for (const line of lines) {
    const table = drawn.find((one) => one.lines.has(line));
    if (table === undefined) open.push(line);
    else if (!placed.has(table.part)) {
      flush();
      parts.push(table.part);
      placed.add(table.part);
    }
  }
  flush();
  return parts;
}
