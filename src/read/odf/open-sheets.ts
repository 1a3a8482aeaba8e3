// The sheets of an OpenDocument spreadsheet as they grow: rows and cells say how often they are repeated.
import type { Meter } from "../office/meter.ts";
import type { Sheet, SheetCell, SheetRow } from "../sheets/sheet.ts";

/** Repetitions of a row or cell that has something in it; more are a mistake of whoever filled down a column. */
const mostRepeats = 1_000;
/** More than any program's sheet has rows or columns. */
export const lastRow = 10_000_000;

export interface CellMeasures {
  /** Columns of the grid that the cell takes. */
  readonly span: number;
  readonly repeated: number;
  /** Whether the file says that it holds a figure. */
  readonly numeric: boolean;
}

export interface OpenSheets {
  /** Name of the sheet that is open; null between sheets. */
  readonly name: () => string | null;
  /** Number of the row that is open or comes next, from 1. */
  readonly rowNumber: () => number;
  readonly openSheet: (name: string, hidden: boolean) => void;
  readonly openRow: (repeated: number) => void;
  /** A cell with the text that it shows. */
  readonly addCell: (measures: CellMeasures, text: string) => void;
  readonly addBox: (text: string) => void;
  readonly closeRow: () => void;
  readonly closeSheet: () => void;
  /** The sheets that are closed, the cells that they held, and how many of these were kept. */
  readonly finish: () => { readonly sheets: readonly Sheet[]; readonly cells: number; readonly kept: number };
}

/** Keeps at most `maxCells` cells; the meter throws where the text grows past its limit. */
export function startSheets(meter: Meter, maxCells: number): OpenSheets {
  const sheets: Sheet[] = [];
  let sheet: {
    name: string;
    hidden: boolean;
    rows: SheetRow[];
    boxes: { row: number; text: string }[];
  } | null = null;
  let row: { cells: SheetCell[]; repeated: number } | null = null;
  let rowsBefore = 0;
  let column = 0;
  let cells = 0;
  let kept = 0;
  return {
    name: () => sheet?.name ?? null,
    rowNumber: () => rowsBefore + 1,
    openSheet: (name, hidden) => {
      sheet = { name, hidden, rows: [], boxes: [] };
      rowsBefore = 0;
      column = 0;
    },
    openRow: (repeated) => {
      if (sheet === null) return;
      column = 0;
      row = { cells: [], repeated };
    },
    addCell: ({ span, repeated, numeric }, content) => {
      if (row === null) return;
      const shown = content.trim();
      // Shown as it was where the file was written; a figure with a point is the same figure here with a comma.
      const text = numeric && /^-?\d+\.\d+\s?%?$/u.test(shown) ? shown.replace(".", ",") : shown;
      const times = text === "" ? 0 : Math.min(repeated, mostRepeats);
      for (let index = 0; index < times; index++) {
        cells++;
        if (kept >= maxCells) continue;
        kept++;
        row.cells.push({ column: column + index, span, text, numeric });
      }
      // Cells that the span covers follow as elements of their own.
      column += repeated;
    },
    addBox: (text) => sheet?.boxes.push({ row: rowsBefore + 1, text }),
    closeRow: () => {
      if (sheet === null || row === null) return;
      const times = row.cells.length === 0 ? 0 : Math.min(row.repeated, mostRepeats);
      for (let index = 0; index < times; index++) {
        if (index > 0) {
          cells += row.cells.length;
          if (kept + row.cells.length > maxCells) continue;
          kept += row.cells.length;
          for (const { text } of row.cells) meter.characters(text.length);
        }
        sheet.rows.push({ number: rowsBefore + 1 + index, cells: row.cells });
      }
      rowsBefore = Math.min(rowsBefore + row.repeated, lastRow);
      row = null;
    },
    closeSheet: () => {
      if (sheet !== null) sheets.push(sheet);
      sheet = null;
    },
    finish: () => ({ sheets, cells, kept }),
  };
}
