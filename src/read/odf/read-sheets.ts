// Walks the parts of an OpenDocument spreadsheet and collects its sheets. Cells come with the text that they show.
import type { PlacedComment } from "../office/comments.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import type { Workbook } from "../sheets/sheet.ts";
import { repeatCount, widestSpan } from "./elements.ts";
import { lastRow, startSheets, type CellMeasures } from "./open-sheets.ts";
import { startStyles } from "./styles.ts";

export interface OdfSheets extends Workbook {
  /** Whether there was an office:spreadsheet at all: a text has another body. */
  readonly isWorkbook: boolean;
}

const numericTypes: ReadonlySet<string> = new Set(["float", "percentage", "currency", "date", "time"]);

/** `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. */
export function readOdfSheets(
  parts: readonly Uint8Array[],
  meter: Meter,
  maxCells: number,
): OdfSheets | XmlProblem {
  const styles = startStyles();
  const sheets = startSheets(meter, maxCells);
  const commented: PlacedComment[] = [];
  let isWorkbook = false;
  let inStyles = 0;
  let leftOut = 0;
  let objects = 0;
  let insertions = 0;
  let deletions = 0;
  let inChanges = false;
  let cell: { measures: CellMeasures; text: string; paragraphs: number } | null = null;
  let box: { text: string } | null = null;
  let inParagraph = false;
  /** The comment that is open, with whether a paragraph was open around it. */
  let comment: { author: string; text: string; around: boolean } | null = null;
  let inAuthor = false;

  const append = (text: string): void => {
    if (!inParagraph) return;
    const into = comment ?? box ?? cell;
    if (into === null) return;
    into.text += text;
    meter.characters(text.length);
  };

  const place = ({ author, text }: { readonly author: string; readonly text: string }): void => {
    const sheet = sheets.name();
    if (sheet === null || text.trim() === "") return;
    commented.push({ author, text, location: { sheet, row: sheets.rowNumber() } });
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
        if (!isWorkbook || sheets.name() !== null) break;
        sheets.openSheet(
          attribute("table:name") ?? "",
          styles.hidesTable(attribute("table:style-name") ?? ""),
        );
        break;
      case "table:table-row":
        sheets.openRow(repeatCount(attribute("table:number-rows-repeated"), lastRow));
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        cell = { measures: measuresOf(attribute), text: "", paragraphs: 0 };
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
        if (comment === null) break;
        place(comment);
        inParagraph = comment.around;
        comment = null;
        break;
      case "dc:creator":
        inAuthor = false;
        break;
      case "table:table":
        sheets.closeSheet();
        break;
      case "table:table-row":
        sheets.closeRow();
        break;
      case "table:table-cell":
      case "table:covered-table-cell":
        if (cell !== null) sheets.addCell(cell.measures, cell.text);
        cell = null;
        break;
      case "draw:text-box":
      case "draw:custom-shape":
      case "draw:rect":
        if (box !== null && box.text.trim() !== "") sheets.addBox(box.text);
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
    ...sheets.finish(),
    commented,
    comments: 0,
    objects,
    insertions,
    deletions,
    isWorkbook,
  };
}

function measuresOf(attribute: Attribute): CellMeasures {
  const type = attribute("office:value-type");
  return {
    span: repeatCount(attribute("table:number-columns-spanned"), widestSpan),
    repeated: repeatCount(attribute("table:number-columns-repeated"), lastRow),
    numeric: type !== undefined && numericTypes.has(type),
  };
}
