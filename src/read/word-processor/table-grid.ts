// Tables of formats that give each cell the place of its right edge: edges → columns of a common grid.
import type { Item, Row } from "./story.ts";

export interface EdgedCell {
  readonly items: readonly Item[];
  /** Right edge, in twips from wherever the row begins; null where the file does not say. */
  readonly edge: number | null;
  /** Covered by the cell before it or above it. */
  readonly covered: boolean;
}

export interface EdgedRow {
  readonly header: boolean;
  readonly cells: readonly EdgedCell[];
}

/** Edges that differ by less are the same edge, drawn by hand. */
const sameEdge = 40;

/** Rows with their cells placed in columns. */
export function placeInGrid(rows: readonly EdgedRow[]): Row[] {
  const all = rows.flatMap((row) => row.cells.flatMap(({ edge }) => (edge === null ? [] : [edge])));
  const edges: number[] = [];
  for (const edge of all.sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? -Infinity) > sameEdge) edges.push(edge);
  /** Index of the column that ends at the edge. */
  const columnAt = (edge: number): number => {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] ?? 0) < edge - sameEdge) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return rows.map((row) => {
    let column = 0;
    const cells = [];
    for (const cell of row.cells) {
      const end = cell.edge === null ? column + 1 : Math.max(column + 1, columnAt(cell.edge) + 1);
      if (!cell.covered) cells.push({ column, span: end - column, items: cell.items });
      column = end;
    }
    return { header: row.header, cells };
  });
}
