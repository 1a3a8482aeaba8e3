// One table of the report as CSV for programs (RFC 4180): commas, UTF-8 without a byte order mark, decimal points, true and
// false, an empty cell for what is not known. For people and Excel there is csv.ts.
import { writeCsv } from "hucre/csv";
import type { Report } from "../../model/report.ts";
import type { RenderOptions } from "../render-options.ts";
import type { DataCell } from "./data-table.ts";
import { dataTables } from "./data-tables.ts";

// A control character ends a line or a file for some programs. Line breaks and tabs may stand in quotes.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Columns of shares and means: 1 is written 1.0, so that a program does not take the column for whole numbers. */
const decimals = /^(?:type_confidence|read_share|coverage(?:_up_to|_by_count)?|depth)$/;

function cellText(cell: DataCell, column: string): string {
  if (cell === null) return "";
  if (typeof cell === "number" && Number.isInteger(cell) && decimals.test(column)) return cell.toFixed(1);
  return String(cell).replace(controls, " ");
}

/** `options.table` names the table; sections when none is named. The language changes nothing. */
export function renderCsvData(report: Report, { table: name = "sections" }: RenderOptions): string {
  const { columns, rows } = dataTables[name](report);
  const text = writeCsv(
    [[...columns], ...rows.map((row) => row.map((cell, index) => cellText(cell, columns[index] ?? "")))],
    {
      delimiter: ",",
      lineSeparator: "\n",
    },
  );
  return `${text}\n`;
}
