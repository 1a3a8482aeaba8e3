// What a sheet of a workbook holds, whichever program wrote it.
import type { PlacedComment } from "../office/comments.ts";

export interface SheetCell {
  /** Counts from 0. */
  readonly column: number;
  /** Number of columns that it takes, merged ones included. */
  readonly span: number;
  /** As it is shown, near enough. Never empty. */
  readonly text: string;
  readonly numeric: boolean;
}

export interface SheetRow {
  /** As the program numbers it, from 1. */
  readonly number: number;
  /** Cells with something in them, from left to right; at least one. */
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  /** Text in shapes that lie over the cells, with the row they begin at. */
  readonly boxes: readonly { readonly row: number; readonly text: string }[];
}

export interface Workbook {
  readonly kind: "workbook";
  readonly sheets: readonly Sheet[];
  /** How many cells have something in them, those included that were too many to keep. */
  readonly cells: number;
  readonly kept: number;
  /** What hangs beside cells, sheet by sheet. */
  readonly commented: readonly PlacedComment[];
  /** Parts with comments that could not be read to their end. */
  readonly comments: number;
  readonly objects: number;
  /** Tracked changes; the cells hold what they became. */
  readonly insertions: number;
  readonly deletions: number;
}
