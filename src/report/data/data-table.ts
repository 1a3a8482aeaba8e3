// Tables for programs (R, DuckDB, Parquet): flat, one type a column, names and values that no language and no version of
// Excel changes.

/** A value of a table: null is "not known" or "not to be had", and never 0. */
export type DataCell = string | number | boolean | null;

export interface DataTable {
  /** In small letters with low lines, but for own columns of the archive's list ("own_" and the heading as it is written). */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}

/** A column's name, and what a row has of it. */
export type DataColumn<Row> = readonly [name: string, value: (row: Row) => DataCell];

export function buildDataTable<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): DataTable {
  return {
    columns: columns.map(([name]) => name),
    rows: rows.map((row) => columns.map(([, value]) => value(row))),
  };
}

/** A list of names in one cell: no name holds "|". */
export const listed = (names: readonly (string | number)[]): string | null =>
  names.length === 0 ? null : names.join("|");
