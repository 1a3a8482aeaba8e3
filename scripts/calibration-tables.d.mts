/** What a person says of a document: where it stands, what it is called, why its result is what it is. */
export interface CalibrationNote {
  readonly file: string;
  readonly group: string;
  readonly name: string;
  readonly why: string;
}

/** Notes of a tab-separated text with the columns file, group, name and why; throws where a column is empty. */
export function readNotes(text: string): CalibrationNote[];

/** Markdown: sums over the documents that notes name, then a table for each group. `report`: a parsed JSON report. */
export function calibrationTables(report: unknown, notes: readonly CalibrationNote[]): string;
