// The tables that are open in a story of an OpenDocument text.
import type { Attribute } from "../office/read-xml.ts";
import type { Cell, Item, Row } from "../word-processor/story.ts";
import { repeatCount, widestSpan } from "./elements.ts";

interface OpenTable {
  readonly rows: Row[];
  headerRows: number;
  row: { readonly cells: Cell[]; column: number } | null;
  cell: { readonly column: number; readonly span: number; readonly items: Item[] } | null;
}

export interface OpenTables {
  /** Heeds an element that begins. Answers where what stands in a cell goes, null for anything but a cell. */
  readonly open: (name: string, attribute: Attribute) => Item[] | null;
  /** Heeds an element that ends. Answers the table that it finishes, null when it finishes none. */
  readonly close: (name: string) => Item | null;
}

/** Starts without open tables. */
export function startOpenTables(): OpenTables {
  const tables: OpenTable[] = [];
  return {
    open: (name, attribute) => {
      if (name === "table:table") {
        tables.push({ rows: [], headerRows: 0, row: null, cell: null });
        return null;
      }
      const table = tables.at(-1);
      if (table === undefined) return null;
      switch (name) {
        case "table:table-header-rows":
          table.headerRows++;
          return null;
        case "table:table-row":
          table.row = { cells: [], column: 0 };
          return null;
        case "table:table-cell": {
          if (table.row === null) return null;
          const span = repeatCount(attribute("table:number-columns-spanned"), widestSpan);
          table.cell = { column: table.row.column, span, items: [] };
          return table.cell.items;
        }
        case "table:covered-table-cell":
          // Covered by the cell before it, or by one above: its place in the grid is taken.
          if (table.row !== null)
            table.row.column += repeatCount(attribute("table:number-columns-repeated"), widestSpan);
          return null;
        default:
          return null;
      }
    },
    close: (name) => {
      const table = tables.at(-1);
      if (table === undefined) return null;
      switch (name) {
        case "table:table":
          tables.pop();
          return { kind: "table", rows: table.rows };
        case "table:table-header-rows":
          table.headerRows--;
          return null;
        case "table:table-row":
          if (table.row !== null) table.rows.push({ header: table.headerRows > 0, cells: table.row.cells });
          table.row = null;
          return null;
        case "table:table-cell":
          if (table.row === null || table.cell === null) return null;
          table.row.cells.push(table.cell);
          // Cells that the span covers follow as elements of their own.
          table.row.column += 1;
          table.cell = null;
          return null;
        default:
          return null;
      }
    },
  };
}
