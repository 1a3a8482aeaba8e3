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

/** Widest sheet, in characters, that is still legible on A4 when it is shrunk to the width of the page. */
const widestOnA4 = 200;

/**
 * All columns on one page, as many pages down as it takes, the heading on each. Shrunk to A4 the wide sheets would be set in
 * three points, so they are given A3.
 */
function printLayout(columns: readonly Column[]): NonNullable<WriteSheet["pageSetup"]> {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    paperSize: width > widestOnA4 ? "a3" : "a4",
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "$1:$1",
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
  };
}

/** A sheet before its rows are made. */
interface Plan {
  readonly name: string;
  readonly columns: readonly Column[];
  /** How many rows there are below the heading, also those that the sheet has no room for. */
  readonly count: number;
  readonly make: () => Table["rows"];
}

/**
 * The sheet of a plan. `rowsOf` makes its rows when the writer comes to it: those of all sheets at once are half of what a
 * workbook of ten thousand documents takes of memory.
 */
function buildSheet(plan: Plan, rowsOf: (plan: Plan) => CellValue[][]): WriteSheet {
  const { name, columns, count } = plan;
  const range = `A1:${columnLetters(columns.length)}${String(Math.min(count, mostRows - 1) + 1)}`;
  return {
    name,
    columns: columns.map(({ width, kind }: Column) => ({ width, style: formats[kind] })),
    get rows() {
      return rowsOf(plan);
    },
    cells: new Map(columns.map((_, index) => [`0,${String(index)}`, { style: headStyle }])),
    freezePane: { rows: 1 },
    autoFilter: { range },
    rowDefs: new Map([[0, { height: headHeight }]]),
    pageSetup: printLayout(columns),
  };
}

/** The method sheet says what the others could not hold. */
function cutOffRows(plans: readonly Plan[], lang: Language): [string, string][] {
  return plans.flatMap(({ name, count }): [string, string][] => {
    const left = count - (mostRows - 1);
    if (left <= 0) return [];
    return [[message(lang, "method.cutOff"), message(lang, "method.cutOffValue", { sheet: name, n: left })]];
  });
}

/** A workbook of all tables. No clock: the same report gives the same bytes. */
export async function renderXlsx(report: Report, { lang }: RenderOptions): Promise<Uint8Array> {
  const groups = report.groupings ?? [];
  const names = tableNames.filter((name) => name !== "groups" || groups.length > 0);
  const plans = names.map((name): Plan => {
    const make = (): Table => tables[name](report, lang);
    const { columns, rows } = make();
    return { name: message(lang, `sheet.${name}`), columns, count: rows.length, make: () => make().rows };
  });
  const cutOff = cutOffRows(plans, lang);
  const method = plans.at(-1);
  if (method !== undefined && cutOff.length > 0) {
    const make = (): Table["rows"] => [...method.make(), ...cutOff];
    plans[plans.length - 1] = { ...method, count: method.count + cutOff.length, make };
  }
  let made: { readonly plan: Plan; readonly rows: CellValue[][] } | undefined;
  const rowsOf = (plan: Plan): CellValue[][] => {
    if (made?.plan !== plan) {
      made = undefined;
      const head = plan.columns.map(({ heading }): CellValue => heading);
      const rows = plan.make().slice(0, mostRows - 1);
      made = { plan, rows: [head, ...rows.map((row) => row.map(cellValue))] };
    }
    return made.rows;
  };
  return writeXlsx({
    sheets: plans.map((plan) => buildSheet(plan, rowsOf)),
    // A fixed day instead of today; Excel asks for one.
    properties: { creator: report.tool.name, created: new Date(0), modified: new Date(0) },
  });
}
