// One worksheet → its rows, cells as they are shown.
import type { Meter } from "../office/meter.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";
import type { SheetCell, SheetRow } from "../sheets/sheet.ts";
import { showNumber } from "./number-formats.ts";
import type { NumberLook } from "./number-formats.ts";

export interface WorksheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly from1904: boolean;
  readonly meter: Meter;
  /** Most cells of the whole workbook that are kept. */
  readonly maxCells: number;
  /** Counted over all sheets. */
  readonly count: { cells: number; kept: number };
}

export interface Worksheet {
  readonly kind: "worksheet";
  readonly rows: readonly SheetRow[];
}

/** Merges that are believed; more are there to cost time. */
const mostMerges = 100_000;
const widestSpan = 1_000;

/** `bytes` are the part's XML. Returns the problem where the XML is broken or beyond the meter's limits. */
export function readWorksheet(bytes: Uint8Array, context: WorksheetContext): Worksheet | XmlProblem {
  const { strings, looks, count, meter } = context;
  const rows: {
    number: number;
    cells: { column: number; span: number; text: string; numeric: boolean }[];
  }[] = [];
  const merges = new Map<string, number>();
  let rowNumber = 0;
  let column = -1;
  let type = "n";
  let look: NumberLook = { kind: "general" };
  let value = "";
  let taking = false;
  let phonetic = 0;

  const finishCell = (): void => {
    const cell = shownCell(type, value, look, strings, context.from1904);
    if (cell === null) return;
    count.cells++;
    if (count.kept >= context.maxCells) return;
    count.kept++;
    meter.characters(cell.text.length);
    let row = rows.at(-1);
    if (row?.number !== rowNumber) {
      row = { number: rowNumber, cells: [] };
      rows.push(row);
    }
    row.cells.push({ column, span: 1, ...cell });
  };

  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        switch (name) {
          case "x:row":
            rowNumber = wholeNumber(attribute("r")) ?? rowNumber + 1;
            column = -1;
            break;
          case "x:c":
            column = columnOf(attribute("r")) ?? column + 1;
            type = attribute("t") ?? "n";
            look = looks[wholeNumber(attribute("s")) ?? 0] ?? { kind: "general" };
            value = "";
            break;
          case "x:v":
            taking = true;
            break;
          case "x:rPh":
            phonetic++;
            break;
          case "x:t":
            taking = type === "inlineStr" && phonetic === 0;
            break;
          case "x:mergeCell": {
            const [from = "", to = ""] = (attribute("ref") ?? "").split(":");
            const start = columnOf(from);
            const end = columnOf(to);
            if (start !== null && end !== null && end > start && merges.size < mostMerges)
              merges.set(from, Math.min(end - start + 1, widestSpan));
            break;
          }
        }
      },
      close: (name) => {
        if (name === "x:v" || name === "x:t") taking = false;
        else if (name === "x:rPh") phonetic--;
        else if (name === "x:c") finishCell();
      },
      text: (content) => {
        if (taking) value += content;
      },
    },
    meter.xmlLevels,
  );
  if (problem !== null) return problem;
  // Merges are listed behind the rows.
  if (merges.size > 0)
    for (const row of rows)
      for (const cell of row.cells)
        cell.span = merges.get(`${columnName(cell.column)}${String(row.number)}`) ?? 1;
  return { kind: "worksheet", rows };
}

function shownCell(
  type: string,
  value: string,
  look: NumberLook,
  strings: readonly string[],
  from1904: boolean,
): Pick<SheetCell, "text" | "numeric"> | null {
  const shown = (): Pick<SheetCell, "text" | "numeric"> => {
    switch (type) {
      case "s":
        return { text: strings[Number(value)] ?? "", numeric: false };
      case "str":
      case "inlineStr":
        return { text: value, numeric: false };
      case "b":
        return { text: isOn(value) ? "SANT" : "FALSKT", numeric: false };
      case "d":
        return { text: value, numeric: true };
      case "e":
        // "#DIV/0!" is what is shown, and it stands where a number would.
        return { text: value, numeric: true };
      default:
        return { text: showNumber(value, look, from1904), numeric: true };
    }
  };
  const cell = shown();
  return cell.text.trim() === "" ? null : cell;
}

/** "AB12" → 27, counted from 0; null without letters. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function wholeNumber(value: string | undefined): number | null {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isNaN(number) || number < 0 ? null : number;
}
