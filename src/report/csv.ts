// One table of the report as CSV that opens by a double click in Swedish Excel: semicolons, a byte order mark, CRLF and
// decimal commas. The same in both languages, since it is the Excel and not the reader that decides.
import { writeCsv } from "hucre/csv";
import type { Report } from "../model/report.ts";
import type { RenderOptions } from "./render-options.ts";
import type { Cell, Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

// Excel takes these for numbers and rounds them: a fingerprint of digits alone, or with one "e" between them.
const looksLikeNumber = /^\d+e\d+$|^\d{12,}$/i;
// What Excel takes for a formula also behind blanks, and in the wide forms of East Asian keyboards.
const looksLikeFormula = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/;

/** Text as Excel shows it: what it would compute gets an apostrophe (OWASP, CSV injection). */
function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Math.round(cell * 10_000) / 10_000).replace(".", ",");
  return looksLikeFormula.test(cell) || looksLikeNumber.test(cell) ? `'${cell}` : cell;
}

/** A table as CSV. */
export function writeTable(table: Table): string {
  const text = writeCsv(
    [table.columns.map(({ heading }) => heading), ...table.rows.map((row) => row.map(cellText))],
    { delimiter: ";", lineSeparator: "\r\n", bom: true },
  );
  return `${text}\r\n`;
}

/** `options.table` names the table; sections when none is named. */
export function renderCsv(report: Report, { lang, table: name = "sections" }: RenderOptions): string {
  return writeTable(tables[name](report, lang));
}
