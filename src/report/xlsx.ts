// The report as an Excel workbook: one sheet a table, with filters, frozen headings, widths, and numbers as numbers.
import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from "hucre/xlsx";
import { message, type Language } from "../messages/message.ts";
import type { Report } from "../model/report.ts";
import type { RenderOptions } from "./render-options.ts";
import { tableNames } from "./tables/table-names.ts";
import type { Cell, Column, ColumnKind, Table } from "./tables/table.ts";
import { tables } from "./tables/tables.ts";

/** Rows of a sheet, its heading included (Excel's specifications and limits). */
const mostRows = 1_048_576;

const top = { vertical: "top" } as const;
const formats: Readonly<Record<ColumnKind, CellStyle>> = {
  text: { alignment: top },
  prose: { alignment: { ...top, wrapText: true } },
  leading: { alignment: { ...top, horizontal: "right" } },
  count: { alignment: top, numFmt: "#,##0" },
  decimal: { alignment: top, numFmt: "0.0" },
  share: { alignment: top, numFmt: "0 %" },
};

const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E7E6E6" } },
  border: { bottom: { style: "thin" } },
  alignment: { ...top, wrapText: true },
};

/** Room for three lines, in points: programs do not grow a heading row by themselves. */
const headHeight = 48;

/** "A" for 1, "AA" for 27. */
function columnLetters(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnLetters(Math.floor((number - 1) / 26)) + letter;
}

// XML has no place for these two, and a file that holds one does not open (XML 1.0 §2.2). Other control characters are
// gone since plainText.
const nonCharacters = /[\ufffe\uffff]/g;

function cellValue(cell: Cell): CellValue {
  return typeof cell === "string" ? cell.replace(nonCharacters, "") : cell;
}

function buildSheet(name: string, table: Table): WriteSheet {
  const { columns } = table;
  const rows = table.rows.slice(0, mostRows - 1);
  const range = `A1:${columnLetters(columns.length)}${String(rows.length + 1)}`;
  return {
    name,
    columns: columns.map(({ width, kind }: Column) => ({ width, style: formats[kind] })),
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cellValue))],
    cells: new Map(columns.map((_, index) => [`0,${String(index)}`, { style: headStyle }])),
    freezePane: { rows: 1 },
    autoFilter: { range },
    rowDefs: new Map([[0, { height: headHeight }]]),
    pageSetup: { paperSize: "a4", orientation: "landscape", printTitlesRow: "$1:$1" },
  };
}

/** The method sheet says what the others could not hold. */
function cutOffRows(built: readonly { name: string; table: Table }[], lang: Language): [string, string][] {
  return built.flatMap(({ name, table }): [string, string][] => {
    const left = table.rows.length - (mostRows - 1);
    if (left <= 0) return [];
    return [[message(lang, "method.cutOff"), message(lang, "method.cutOffValue", { sheet: name, n: left })]];
  });
}

/** A workbook of all tables. No clock: the same report gives the same bytes. */
export async function renderXlsx(report: Report, { lang }: RenderOptions): Promise<Uint8Array> {
  const groups = report.groupings ?? [];
  const names = tableNames.filter((name) => name !== "groups" || groups.length > 0);
  const built = names.map((name) => ({
    name: message(lang, `sheet.${name}`),
    table: tables[name](report, lang),
  }));
  const method = built.at(-1);
  if (method !== undefined) {
    method.table = { ...method.table, rows: [...method.table.rows, ...cutOffRows(built, lang)] };
  }
  return writeXlsx({
    sheets: built.map(({ name, table }) => buildSheet(name, table)),
    // A fixed day instead of today; Excel asks for one.
    properties: { creator: report.tool.name, created: new Date(0), modified: new Date(0) },
  });
}
