// What every command can be told.
import type { Language } from "../../messages/message.ts";
import type { TableName } from "../../report/tables/table-names.ts";

export interface CommonOptions {
  readonly lang: Language;
  readonly quiet: boolean;
  /** What --color or --no-color says; undefined when neither is given. */
  readonly color: boolean | undefined;
  /** Linear text instead of tables and signs. */
  readonly plain: boolean;
}

/** How much of a report is shown, and which part: the same for an audit and for a saved result. */
export interface ReportShape {
  readonly table: TableName;
  readonly maxBytes: number | undefined;
  readonly details: boolean;
  /** What documents are grouped by, as it was written. */
  readonly groupBy: readonly string[];
}
