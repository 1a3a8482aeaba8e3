// Tables of formats that mark the ends of cells and rows in the text and say of each paragraph how deep in tables it is.
import type { Item } from "./story.ts";
import { placeInGrid } from "./table-grid.ts";
import type { EdgedRow } from "./table-grid.ts";

export interface RowDefinition {
  readonly header: boolean;
  readonly cells: readonly { readonly edge: number; readonly covered: boolean }[];
}

export interface TableStack {
  /** Puts what has been read where it belongs: in the open cell, or in the story itself. */
  readonly deliver: (items: readonly Item[]) => void;
  /** Opens or closes tables until so many are open in each other. */
  readonly goTo: (depth: number) => void;
  /** The cell ends that what was delivered last stands in. */
  readonly endCell: () => void;
  readonly endRow: (row: RowDefinition) => void;
}

interface OpenTable {
  readonly rows: EdgedRow[];
  cells: Item[][];
  items: Item[];
}

const mostCells = 500;

/** Tables of a story whose items go to `story`. To be ended with `goTo(0)`. */
export function startTables(story: Item[]): TableStack {
  const open: OpenTable[] = [];

  const deliver = (items: readonly Item[]): void => {
    (open.at(-1)?.items ?? story).push(...items);
  };
  const close = (table: OpenTable): void => {
    // Text that no end of a cell or row followed: the row was not finished.
    if (table.items.length > 0) table.cells.push(table.items);
    if (table.cells.length > 0)
      table.rows.push({
        header: false,
        cells: table.cells.map((items) => ({ items, edge: null, covered: false })),
      });
    if (table.rows.length > 0) deliver([{ kind: "table", rows: placeInGrid(table.rows) }]);
  };

  return {
    deliver,
    goTo: (depth) => {
      while (open.length > depth) {
        const table = open.pop();
        if (table !== undefined) close(table);
      }
      while (open.length < depth) open.push({ rows: [], cells: [], items: [] });
    },
    endCell: () => {
      const table = open.at(-1);
      if (table === undefined || table.cells.length >= mostCells) return;
      table.cells.push(table.items);
      table.items = [];
    },
    endRow: (row) => {
      const table = open.at(-1);
      if (table === undefined) return;
      if (table.cells.length > 0)
        table.rows.push({
          header: row.header,
          cells: table.cells.map((items, index) => ({
            items,
            edge: row.cells[index]?.edge ?? null,
            covered: row.cells[index]?.covered ?? false,
          })),
        });
      table.cells = [];
      table.items = [];
    },
  };
}
