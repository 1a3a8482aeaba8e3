// Walks the parts of an OpenDocument spreadsheet and collects its sheets. Cells come with the text that they show.
import type { PlacedComment } from "../office/comments.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import type { Sheet, SheetCell, SheetRow, Workbook } from "../sheets/sheet.ts";
import { repeatCount, widestSpan } from "./elements.ts";
import { startStyles } from "./styles.ts";

export interface OdfSheets extends Workbook {
  /** Whether there was an office:spreadsheet at all: a text has another body. */
  readonly isWorkbook: boolean;
}

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: SheetRow[];
  readonly boxes: { row: number; text: string }[];
  rowNumber: number;
  column: number;
}

/** Repetitions of a row or cell that has something in it; more are a mistake of whoever filled down a column. */
const mostRepeats = 1_000;
const lastRow = 10_000_000;

const numericTypes: ReadonlySet<string> = new Set(["float", "percentage", "currency", "date", "time"]);

/** `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. */
export function readOdfSheets(
  parts: readonly Uint8Array[],
  meter: Meter,
  maxCells: number,
): OdfSheets | XmlProblem {
  const styles = startStyles();
  const sheets: Sheet[] = [];
  let isWorkbook = false;
  let inStyles = 0;
  let leftOut = 0;
  let cells = 0;
  let kept = 0;
  const commented: PlacedComment[] = [];
  let objects = 0;
  let insertions = 0;
  let deletions = 0;
  let inChanges = false;
  let sheet: OpenSheet | null = null;
  let row: { cells: SheetCell[]; repeated: number } | null = null;
  let cell: { span: number; repeated: number; numeric: boolean; text: string; paragraphs: number } | null =
    null;
  let box: { text: string } | null = null;
  let inParagraph = false;
  /** The comment that is open, with whether a paragraph was open around it. */
  let comment: { author: string; text: string; around: boolean } | null = null;
  let inAuthor = false;

  const append = (text: string): void => {
    if (!inParagraph) return;
    if (comment !== null) comment.text += text;
    else if (box !== null) box.text += text;
    else if (cell !== null) cell.text += text;
    else return;
    meter.characters(text.length);
  };

  const openCell = (attribute: Attribute): void => {
    const type = attribute("office:value-type");
    cell = {
      span: repeatCount(attribute("table:number-columns-spanned"), widestSpan),
      repeated: repeatCount(attribute("table:number-columns-repeated"), lastRow),
      numeric: type !== undefined && numericTypes.has(type),
      text: "",
      paragraphs: 0,
    };
  };
  const closeCell = (): void => {
    if (cell === null || sheet === null || row === null) return;
    const { span, repeated, numeric } = cell;
    const shown = cell.text.trim();
    // Shown as it was where the file was written; a figure with a point is the same figure here with a comma.
    const text = numeric && /^-?\d+\.\d+\s?%?$/u.test(shown) ? shown.replace(".", ",") : shown;
    const times = text === "" ? 0 : Math.min(repeated, mostRepeats);
    for (let index = 0; index < times; index++) {
      cells++;
      if (kept >= maxCells) continue;
      kept++;
      row.cells.push({ column: sheet.column + index, span, text, numeric });
    }
    // Cells that the span covers follow as elements of their own.
    sheet.column += repeated;
    cell = null;
  };
  const closeRow = (): void => {
    if (sheet === null || row === null) return;
    const times = row.cells.length === 0 ? 0 : Math.min(row.repeated, mostRepeats);
    for (let index = 0; index < times; index++) {
      if (index > 0) {
        cells += row.cells.length;
        if (kept + row.cells.length > maxCells) continue;
        kept += row.cells.length;
        for (const { text } of row.cells) meter.characters(text.length);
      }
      sheet.rows.push({ number: sheet.rowNumber + 1 + index, cells: row.cells });
    }
    sheet.rowNumber = Math.min(sheet.rowNumber + row.repeated, lastRow);
    row = null;
  };

  const open = (name: string, attribute: Attribute): void => {
    if (leftOut > 0) {
      leftOut++;
      if (!inChanges) return;
      // A cell with another content than before is one that was taken out and one that was put in.
      if (name === "table:insertion" || name === "table:cell-content-change") insertions++;
      if (name === "table:deletion" || name === "table:cell-content-change") deletions++;
      return;
    }
    if (name === "office:styles" || name === "office:automatic-styles") inStyles++;
    if (inStyles > 0) {
      styles.open(name, attribute);
      return;
    }
    switch (name) {
      case "office:spreadsheet":
        isWorkbook = true;
        break;
      case "office:master-styles":
      case "office:binary-data":
      case "table:content-validations":
      case "table:named-expressions":
      case "table:database-ranges":
      case "svg:desc":
      case "svg:title":
        leftOut = 1;
        break;
      case "table:tracked-changes":
        inChanges = true;
        leftOut = 1;
        break;
      case "office:annotation":
        meter.paragraph();
        comment = { author: "", text: "", around: inParagraph };
        inParagraph = false;
        break;
      case "dc:creator":
        inAuthor = comment !== null;
        break;
      case "draw:object":
        // A chart shows what stands in the cells; anything else is a document of its own.
        if (attribute("draw:notify-on-update-of-ranges") === undefined) objects++;
        leftOut = 1;
        break;
      case "draw:object-ole":
        objects++;
        leftOut = 1;
        break;
      case "table:table":
        if (!isWorkbook || sheet !== null) break;
        sheet = {
          name: attribute("table:name") ?? "",
          hidden: styles.hidesTable(attribute("table:style-name") ?? ""),
          rows: [],
          boxes: [],
          rowNumber: 0,
          column: 0,
        };
        break;
      case "table:table-row":
        if (sheet === null) break;
        sheet.column = 0;
        row = { cells: [], repeated: repeatCount(attribute("table:number-rows-repeated"), lastRow) };
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        openCell(attribute);
        break;
      case "draw:text-box":
      case "draw:custom-shape":
      case "draw:rect":
        box = { text: "" };
        break;
      case "text:p":
      case "text:h":
        if (comment !== null) comment.text += comment.text === "" ? "" : "\n";
        else if (box !== null && box.text !== "") box.text += "\n";
        else if (box === null && cell !== null && cell.paragraphs++ > 0) cell.text += "\n";
        inParagraph = true;
        break;
      case "text:s":
        append(" ".repeat(repeatCount(attribute("text:c"), widestSpan)));
        break;
      case "text:tab":
        append("\t");
        break;
      case "text:line-break":
        append("\n");
        break;
    }
  };

  const close = (name: string): void => {
    if (leftOut > 0) {
      leftOut--;
      if (leftOut === 0) inChanges = false;
      return;
    }
    if (inStyles > 0) {
      styles.close(name);
      if (name === "office:styles" || name === "office:automatic-styles") inStyles--;
      return;
    }
    switch (name) {
      case "office:annotation":
        if (comment !== null && sheet !== null && comment.text.trim() !== "") {
          const { author, text } = comment;
          commented.push({ author, text, location: { sheet: sheet.name, row: sheet.rowNumber + 1 } });
        }
        inParagraph = comment?.around ?? false;
        comment = null;
        break;
      case "dc:creator":
        inAuthor = false;
        break;
      case "table:table":
        if (sheet === null) break;
        sheets.push({ name: sheet.name, hidden: sheet.hidden, rows: sheet.rows, boxes: sheet.boxes });
        sheet = null;
        break;
      case "table:table-row":
        closeRow();
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        closeCell();
        break;
      case "draw:text-box":
      case "draw:custom-shape":
      case "draw:rect":
        if (box !== null && box.text.trim() !== "")
          sheet?.boxes.push({ row: sheet.rowNumber + 1, text: box.text });
        box = null;
        break;
      case "text:p":
      case "text:h":
        inParagraph = false;
        break;
    }
  };

  for (const part of parts) {
    const problem = readXml(
      part,
      {
        open,
        close,
        text: (content) => {
          if (leftOut > 0) return;
          if (inAuthor && comment !== null) comment.author += content;
          append(content.replace(/[ \t\r\n]+/gu, " "));
        },
      },
      meter.xmlLevels,
    );
    if (problem !== null) return problem;
  }
  return {
    kind: "workbook",
    sheets,
    cells,
    kept,
    commented,
    comments: 0,
    objects,
    insertions,
    deletions,
    isWorkbook,
  };
}
