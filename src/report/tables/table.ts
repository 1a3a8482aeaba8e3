// What workbook and CSV have in common: a report as tables with columns that know what they hold.

/** What a column holds: it decides width, alignment and how a number is written. */
export type ColumnKind =
  /** Words on one line. */
  | "text"
  /** A sentence or more: wraps. */
  | "prose"
  /** Ends at the next column, as the words before a match do. */
  | "leading"
  /** A whole number. */
  | "count"
  /** A number with one decimal. */
  | "decimal"
  /** 0..1, shown as per cent. */
  | "share";

export interface Column {
  readonly heading: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

/** Text has passed plainText; null is an empty cell, which is not 0. */
export type Cell = string | number | null;

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column with the function that fills it from an entry. */
export interface ColumnOf<Entry> extends Column {
  readonly value: (entry: Entry) => Cell;
}

/** A row for each entry, a cell for each column. */
export function buildTable<Entry>(columns: readonly ColumnOf<Entry>[], entries: readonly Entry[]): Table {
  return {
    columns: columns.map(({ heading, kind, width }) => ({ heading, kind, width })),
    rows: entries.map((entry) => columns.map((column) => column.value(entry))),
  };
}
