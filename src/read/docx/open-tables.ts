// The tables that are open in a part of a Word document.
import { isOn } from "../office/read-xml.ts";
import type { Cell, Item, Row } from "../word-processor/story.ts";

interface OpenTable {
  readonly rows: Row[];
  row: { header: boolean; gone: boolean; readonly cells: Cell[]; column: number } | null;
  cell: { readonly column: number; span: number; gone: boolean; readonly items: Item[] } | null;
}

export interface OpenTables {
  readonly openTable: () => void;
  readonly openRow: () => void;
  /** Answers where what stands in the cell goes; null for a cell outside of any row. */
  readonly openCell: () => Item[] | null;
  readonly isInRow: () => boolean;
  readonly isInCell: () => boolean;
  /** Heeds a property of the row or cell; answers whether it was one. */
  readonly property: (name: string, value: string | undefined) => boolean;
  /** The row or cell does not stand in this reading of tracked changes. Its columns keep their place. */
  readonly dropRow: () => void;
  readonly dropCell: () => void;
  readonly closeCell: () => void;
  readonly closeRow: () => void;
  /** Answers the whole table. */
  readonly closeTable: () => Item | null;
}

/** Starts without open tables. */
export function startOpenTables(): OpenTables {
  const tables: OpenTable[] = [];
  const innermost = (): OpenTable | undefined => tables.at(-1);
  return {
    openTable: () => {
      tables.push({ rows: [], row: null, cell: null });
    },
    openRow: () => {
      const table = innermost();
      if (table !== undefined) table.row = { header: false, gone: false, cells: [], column: 0 };
    },
    openCell: () => {
      const table = innermost();
      if (table?.row == null) return null;
      table.cell = { column: table.row.column, span: 1, gone: false, items: [] };
      return table.cell.items;
    },
    isInRow: () => innermost()?.row != null,
    isInCell: () => innermost()?.cell != null,
    property: (name, value) => {
      const table = innermost();
      switch (name) {
        case "w:tblHeader":
          if (table?.row != null) table.row.header = isOn(value);
          return true;
        case "w:gridBefore":
          if (table?.row != null) table.row.column += columnCount(value);
          return true;
        case "w:gridSpan":
          if (table?.cell != null) table.cell.span = columnCount(value);
          return true;
        default:
          return false;
      }
    },
    dropRow: () => {
      const row = innermost()?.row;
      if (row != null) row.gone = true;
    },
    dropCell: () => {
      const cell = innermost()?.cell;
      if (cell != null) cell.gone = true;
    },
    closeCell: () => {
      const table = innermost();
      if (table?.cell == null) return;
      const { column, span, items, gone } = table.cell;
      if (table.row !== null) {
        if (!gone) table.row.cells.push({ column, span, items });
        table.row.column += span;
      }
      table.cell = null;
    },
    closeRow: () => {
      const table = innermost();
      if (table?.row == null) return;
      if (!table.row.gone) table.rows.push({ header: table.row.header, cells: table.row.cells });
      table.row = null;
    },
    closeTable: () => {
      const table = tables.pop();
      return table === undefined ? null : { kind: "table", rows: table.rows };
    },
  };
}

function columnCount(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  // 63 is the most that Word takes.
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), 63);
}
