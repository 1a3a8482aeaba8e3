// Walks the parts of an OpenDocument spreadsheet and collects its sheets. Cells come with the text that they show.
import type { PlacedComment } from "../office/comments.ts";
import type { Meter } from "../office/meter.ts";
import { readXml, type Attribute, type XmlProblem } from "../office/read-xml.ts";
import type { Workbook } from "../sheets/sheet.ts";
import { repeatCount, widestSpan } from "./elements.ts";
import { startCellText, type OpenCellText, type SheetComment } from "./open-cell-text.ts";
import { lastRow, startSheets, type CellMeasures, type OpenSheets } from "./open-sheets.ts";
import { startStyles, type OdfStyles } from "./styles.ts";

export interface OdfSheets extends Workbook {
  /** Whether there was an office:spreadsheet at all: a text has another body. */
  readonly isWorkbook: boolean;
}

const numericTypes: ReadonlySet<string> = new Set(["float", "percentage", "currency", "date", "time"]);

/** A workbook while it is being read: what is open in it, and what has been found so far. */
interface OpenWorkbook {
  readonly meter: Meter;
  readonly styles: OdfStyles;
  readonly sheets: OpenSheets;
  readonly text: OpenCellText;
  readonly commented: PlacedComment[];
  isWorkbook: boolean;
  objects: number;
  insertions: number;
  deletions: number;
  /** Elements with styles that are open. */
  inStyles: number;
  /** Elements that are open inside one that is left out, itself among them. */
  leftOut: number;
  /** Whether that one is the list of tracked changes. */
  inChanges: boolean;
}

/** Elements with no text of a cell in them. */
const leftOutElements: ReadonlySet<string> = new Set([
  "office:master-styles",
  "office:binary-data",
  "table:content-validations",
  "table:named-expressions",
  "table:database-ranges",
  "svg:desc",
  "svg:title",
]);

/** `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. */
export function readOdfSheets(
  parts: readonly Uint8Array[],
  meter: Meter,
  maxCells: number,
): OdfSheets | XmlProblem {
  const book: OpenWorkbook = {
    meter,
    styles: startStyles(),
    sheets: startSheets(meter, maxCells),
    text: startCellText(meter),
    commented: [],
    isWorkbook: false,
    objects: 0,
    insertions: 0,
    deletions: 0,
    inStyles: 0,
    leftOut: 0,
    inChanges: false,
  };
  for (const part of parts) {
    const problem = readXml(
      part,
      {
        open: (name, attribute) => {
          open(book, name, attribute);
        },
        close: (name) => {
          close(book, name);
        },
        text: (content) => {
          if (book.leftOut > 0) return;
          book.text.appendAuthor(content);
          book.text.append(content.replace(/[ \t\r\n]+/gu, " "));
        },
      },
      meter.xmlLevels,
    );
    if (problem !== null) return problem;
  }
  const { sheets, commented, objects, insertions, deletions, isWorkbook } = book;
  return {
    kind: "workbook",
    ...sheets.finish(),
    commented,
    comments: 0,
    objects,
    insertions,
    deletions,
    isWorkbook,
  };
}

const isStyles = (name: string): boolean => name === "office:styles" || name === "office:automatic-styles";

function open(book: OpenWorkbook, name: string, attribute: Attribute): void {
  if (book.leftOut > 0) {
    book.leftOut++;
    if (book.inChanges) countChange(book, name);
    return;
  }
  if (isStyles(name)) book.inStyles++;
  if (book.inStyles > 0) book.styles.open(name, attribute);
  else if (leftOutElements.has(name)) book.leftOut = 1;
  else openInBook(book, name, attribute);
}

function countChange(book: OpenWorkbook, name: string): void {
  // A cell with another content than before is one that was taken out and one that was put in.
  if (name === "table:insertion" || name === "table:cell-content-change") book.insertions++;
  if (name === "table:deletion" || name === "table:cell-content-change") book.deletions++;
}

function openInBook(book: OpenWorkbook, name: string, attribute: Attribute): void {
  const { sheets, text } = book;
  switch (name) {
    case "office:spreadsheet":
      book.isWorkbook = true;
      break;
    case "table:tracked-changes":
      book.inChanges = true;
      book.leftOut = 1;
      break;
    case "office:annotation":
      book.meter.paragraph();
      text.openComment();
      break;
    case "dc:creator":
      text.openAuthor();
      break;
    case "draw:object":
      // A chart shows what stands in the cells; anything else is a document of its own.
      if (attribute("draw:notify-on-update-of-ranges") === undefined) book.objects++;
      book.leftOut = 1;
      break;
    case "draw:object-ole":
      book.objects++;
      book.leftOut = 1;
      break;
    case "table:table":
      if (!book.isWorkbook || sheets.name() !== null) break;
      sheets.openSheet(
        attribute("table:name") ?? "",
        book.styles.hidesTable(attribute("table:style-name") ?? ""),
      );
      break;
    case "table:table-row":
      sheets.openRow(repeatCount(attribute("table:number-rows-repeated"), lastRow));
      break;
    case "table:table-cell":
    case "table:covered-table-cell":
      text.openCell(measuresOf(attribute));
      break;
    case "draw:text-box":
    case "draw:custom-shape":
    case "draw:rect":
      text.openBox();
      break;
    case "text:p":
    case "text:h":
      text.openParagraph();
      break;
    case "text:s":
      text.append(" ".repeat(repeatCount(attribute("text:c"), widestSpan)));
      break;
    case "text:tab":
      text.append("\t");
      break;
    case "text:line-break":
      text.append("\n");
      break;
  }
}

function close(book: OpenWorkbook, name: string): void {
  if (book.leftOut > 0) {
    book.leftOut--;
    if (book.leftOut === 0) book.inChanges = false;
  } else if (book.inStyles > 0) {
    book.styles.close(name);
    if (isStyles(name)) book.inStyles--;
  } else closeInBook(book, name);
}

function closeInBook(book: OpenWorkbook, name: string): void {
  const { sheets, text } = book;
  switch (name) {
    case "office:annotation":
      keepComment(book, text.closeComment());
      break;
    case "dc:creator":
      text.closeAuthor();
      break;
    case "table:table":
      sheets.closeSheet();
      break;
    case "table:table-row":
      sheets.closeRow();
      break;
    case "table:table-cell":
    case "table:covered-table-cell": {
      const cell = text.closeCell();
      if (cell !== null) sheets.addCell(cell.measures, cell.text);
      break;
    }
    case "draw:text-box":
    case "draw:custom-shape":
    case "draw:rect": {
      const box = text.closeBox();
      if (box !== null) sheets.addBox(box);
      break;
    }
    case "text:p":
    case "text:h":
      text.closeParagraph();
      break;
  }
}

function keepComment({ sheets, commented }: OpenWorkbook, comment: SheetComment | null): void {
  const sheet = sheets.name();
  if (comment === null || sheet === null || comment.text.trim() === "") return;
  const { author, text } = comment;
  commented.push({ author, text, location: { sheet, row: sheets.rowNumber() } });
}

function measuresOf(attribute: Attribute): CellMeasures {
  const type = attribute("office:value-type");
  return {
    span: repeatCount(attribute("table:number-columns-spanned"), widestSpan),
    repeated: repeatCount(attribute("table:number-columns-repeated"), lastRow),
    numeric: type !== undefined && numericTypes.has(type),
  };
}
