// Walks a part that holds text (document, notes, headers) and collects its paragraphs and tables in order.
// Tracked changes are read as accepted (what Word shows under "no markup", and what the document will say), or as the
// text was before them. What belongs to the other reading is passed over, but its paragraphs are counted: places are the
// same in both.
import type { ChangesRead } from "../../model/document.ts";
import { openParagraph } from "./open-paragraph.ts";
import type { OpenParagraph } from "./open-paragraph.ts";
import type { Numbering, NumberCounter } from "./read-numbering.ts";
import type { Styles } from "./read-styles.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { ChangeKind } from "../word-processor/count-changes.ts";
import type { Cell, Item, Row, Story } from "../word-processor/story.ts";
import { paragraphsIn, textOf } from "../word-processor/story.ts";
import type { ReadGraphic } from "./graphics.ts";
import type { FurnitureReference, Part } from "./part.ts";
import { metered } from "../office/meter.ts";
import type { Meter, TextLimits, TextTooLarge } from "../office/meter.ts";

export interface PartContext extends TextLimits {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly changes: ChangesRead;
  /** Reads the charts and diagrams that the part points to; without it they are only counted. */
  readonly graphic?: ReadGraphic;
}

/** Elements whose content is the story of its own that they wrap. */
const storyElements: ReadonlySet<string> = new Set([
  "w:body",
  "w:hdr",
  "w:ftr",
  "w:footnote",
  "w:endnote",
  "w:comment",
]);

/** Properties, in which w:ins and w:del say something about the paragraph mark or the row, not about text. */
const propertyElements: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:trPr",
  "w:tcPr",
  "w:tblPr",
  "w:sdtPr",
  "w:sectPr",
]);

/** Tracked changes (ECMA-376 part 1, 17.13.5): of text, of the paragraph mark or of a row, by where they stand. */
const changeElements: ReadonlyMap<string, ChangeKind> = new Map([
  ["w:ins", "insertion"],
  ["w:moveTo", "insertion"],
  ["w:cellIns", "insertion"],
  ["w:del", "deletion"],
  ["w:moveFrom", "deletion"],
  ["w:cellDel", "deletion"],
]);

/** What is no text, and properties as they were before a change of looks. */
const leftOutElements: ReadonlySet<string> = new Set([
  "w:sectPrChange",
  "w:tblPrChange",
  "w:tblPrExChange",
  "w:tblGridChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:numberingChange",
  // The reading (furigana) of a word, and the numbers of equations: not running text.
  "w:rt",
  "m:oMath",
]);

const contentsGallery = "Table of Contents";
const contentsField = /^\s*TOC\b/u;

interface Field {
  instruction: string;
  contents: boolean;
}

interface ContentControl {
  contents: boolean;
  placeholder: boolean;
}

interface OpenTable {
  rows: Row[];
  row: { header: boolean; gone: boolean; cells: Cell[]; column: number } | null;
  cell: { column: number; span: number; gone: boolean; items: Item[] } | null;
}

/** Where finished paragraphs and tables go, with the paragraph whose mark is gone and that runs on in the next one. */
interface Container {
  items: Item[];
  unended: OpenParagraph | null;
}

/** One part → its stories, or what is wrong with it. */
export function readPart(bytes: Uint8Array, context: PartContext): Part | XmlProblem | TextTooLarge {
  return metered(context, (meter) => readMetered(bytes, context, meter));
}

function readMetered(bytes: Uint8Array, context: PartContext, meter: Meter): Part | XmlProblem {
  const stories: Story[] = [];
  const furniture: FurnitureReference[] = [];
  const counts = { formatting: 0, charts: 0, diagrams: 0, embedded: 0, pictures: 0 };
  const count: NumberCounter = context.numbering.startCounting();

  const containers: Container[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  const fields: Field[] = [];
  const controls: ContentControl[] = [];
  /** For each open mc:AlternateContent, whether a choice has been read. */
  const alternatives: boolean[] = [];

  let sectionStart = 1;
  let properties = 0;
  let inRun = false;
  let leftOut = 0;
  /** Whether w:p inside what is left out is a paragraph of the document (it is not in a fallback). */
  let countsParagraphs = false;
  let taking: "text" | "instruction" | null = null;
  /** The changes that this reading takes back. */
  const gone: ChangeKind = context.changes === "accepted" ? "deletion" : "insertion";
  /** How many of the other changes are open. */
  let kept = 0;
  const changes = countChanges();

  const leaveOut = (keepCounting: boolean): void => {
    leftOut = 1;
    countsParagraphs = keepCounting;
  };
  const deliver = (item: Item): void => {
    containers.at(-1)?.items.push(item);
  };
  const append = (text: string): void => {
    if (kept === 0) changes.unchanged();
    meter.characters(text.length);
    paragraphs.at(-1)?.append(text);
  };
  /** Puts what stands in a chart or a diagram behind the paragraph that it hangs on; answers whether there was anything. */
  const addGraphic = (kind: "chart" | "diagram", relationship: string | undefined): boolean => {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || relationship === undefined) return false;
    const items = context.graphic?.(kind, relationship, paragraph.number) ?? null;
    if (items === null) return false;
    for (const inside of paragraphsIn(items)) meter.characters(textOf(inside).length);
    paragraph.boxes.push(...items);
    return true;
  };
  const inContents = (): boolean =>
    fields.some((field) => field.contents) || controls.some((control) => control.contents);

  const closeParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    if (paragraph.markChanges.size === 0) changes.unchanged();
    for (const kind of paragraph.markChanges) changes.changed(kind);
    if (paragraph.isReformatted()) counts.formatting++;
    if (inContents()) paragraph.contents = true;
    const container = containers.at(-1);
    if (container === undefined) return;
    if (container.unended !== null) {
      paragraph.takeIn(container.unended);
      container.unended = null;
    }
    if (paragraph.markChanges.has(gone)) {
      // A paragraph whose mark is deleted runs on in the next one (ECMA-376 part 1, 17.13.5.15).
      container.unended = paragraph;
      return;
    }
    deliver(paragraph.finish(context.styles, context.numbering, count, context.changes));
    // Text boxes hang on a paragraph in the middle of its text; read there, they would cut its sentences in two.
    for (const item of paragraph.boxes) deliver(item);
  };
  const closeContainer = (): Container | undefined => {
    const container = containers.pop();
    const last = container?.unended;
    if (container !== undefined && last != null) {
      container.items.push(
        last.finish(context.styles, context.numbering, count, context.changes),
        ...last.boxes,
      );
    }
    return container;
  };

  /** Elements that only mean something inside w:pPr, w:rPr, w:trPr, w:tcPr and w:sdtPr. */
  const openProperty = (name: string, attribute: Attribute): void => {
    const paragraph = paragraphs.at(-1);
    const table = tables.at(-1);
    const value = attribute("w:val");
    const change = changeElements.get(name);
    if (change !== undefined) {
      if (name === "w:cellIns" || name === "w:cellDel") {
        changes.changed(change);
        if (table?.cell != null && change === gone) table.cell.gone = true;
      } else if (paragraph !== undefined && !inRun) paragraph.markChanges.add(change);
      else if (table?.row != null && table.cell === null) {
        changes.changed(change);
        if (change === gone) table.row.gone = true;
      }
      return;
    }
    switch (name) {
      case "w:tblHeader":
        if (table?.row != null) table.row.header = isOn(value);
        break;
      case "w:gridBefore":
        if (table?.row != null) table.row.column += columnCount(value);
        break;
      case "w:gridSpan":
        if (table?.cell != null) table.cell.span = columnCount(value);
        break;
      case "w:docPartGallery": {
        const control = controls.at(-1);
        if (control !== undefined && value === contentsGallery) control.contents = true;
        break;
      }
      case "w:showingPlcHdr": {
        const control = controls.at(-1);
        if (control !== undefined) control.placeholder = isOn(value);
        break;
      }
      default:
        paragraph?.property(name, value, inRun);
    }
  };

  const open = (name: string, attribute: Attribute): void => {
    if (leftOut > 0) {
      leftOut++;
      if (!countsParagraphs) return;
      if (name === "w:p") meter.paragraph();
      const inside = changeElements.get(name);
      if (inside !== undefined) changes.changed(inside);
      return;
    }
    if (properties > 0) {
      if (propertyElements.has(name)) properties++;
      else if (name === "w:pPrChange") {
        // The properties as they were stand in a w:pPr of their own inside it.
        if (inRun || paragraphs.length === 0) leaveOut(false);
        else {
          properties++;
          paragraphs.at(-1)?.startEarlier();
        }
      } else if (name === "w:rPrChange") {
        if (context.changes === "accepted" || !inRun) leaveOut(false);
        else {
          properties++;
          paragraphs.at(-1)?.startRun();
        }
      } else if (leftOutElements.has(name)) leaveOut(false);
      else if (name === "w:headerReference" || name === "w:footerReference") {
        furniture.push({ relationship: attribute("r:id") ?? "", paragraph: sectionStart });
      } else openProperty(name, attribute);
      return;
    }
    if (propertyElements.has(name)) {
      properties++;
      return;
    }
    const change = changeElements.get(name);
    if (change !== undefined) {
      changes.changed(change);
      if (change === gone) leaveOut(true);
      else kept++;
      return;
    }
    if (leftOutElements.has(name)) {
      leaveOut(true);
      return;
    }
    if (storyElements.has(name)) {
      // Separators between text and notes are notes too, of other types.
      const type = attribute("w:type");
      if (type !== undefined && type !== "normal") {
        leaveOut(false);
        return;
      }
      const container: Container = { items: [], unended: null };
      containers.push(container);
      const author = name === "w:comment" ? attribute("w:author") : undefined;
      const story = { id: attribute("w:id") ?? "", items: container.items };
      stories.push(author === undefined ? story : { ...story, author });
      return;
    }
    switch (name) {
      case "w:p": {
        const paragraph = openParagraph(meter.paragraph());
        paragraph.contents = inContents();
        paragraphs.push(paragraph);
        inRun = false;
        break;
      }
      case "w:r":
        inRun = true;
        paragraphs.at(-1)?.startRun();
        break;
      case "w:t":
      case "w:delText":
        taking = "text";
        break;
      case "w:instrText":
      case "w:delInstrText":
        taking = "instruction";
        break;
      case "w:tab":
      case "w:ptab":
        append("\t");
        break;
      case "w:br":
      case "w:cr":
        append("\n");
        break;
      case "w:noBreakHyphen":
        append("-");
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        paragraphs.at(-1)?.notes.push({
          kind: name === "w:footnoteReference" ? "footnote" : "endnote",
          id: attribute("w:id") ?? "",
        });
        break;
      case "w:commentReference":
        paragraphs.at(-1)?.notes.push({ kind: "comment", id: attribute("w:id") ?? "" });
        break;
      case "w:fldChar":
        changeField(fields, attribute("w:fldCharType"));
        break;
      case "w:fldSimple":
        fields.push({ instruction: "", contents: contentsField.test(attribute("w:instr") ?? "") });
        break;
      case "w:sdt":
        controls.push({ contents: false, placeholder: false });
        break;
      case "w:sdtContent":
        if (controls.at(-1)?.placeholder === true) leaveOut(true);
        break;
      case "w:tbl":
        tables.push({ rows: [], row: null, cell: null });
        break;
      case "w:tr": {
        const table = tables.at(-1);
        if (table !== undefined) table.row = { header: false, gone: false, cells: [], column: 0 };
        break;
      }
      case "w:tc": {
        const table = tables.at(-1);
        if (table?.row == null) break;
        table.cell = { column: table.row.column, span: 1, gone: false, items: [] };
        containers.push({ items: table.cell.items, unended: null });
        break;
      }
      case "w:txbxContent":
        containers.push({ items: paragraphs.at(-1)?.boxes ?? [], unended: null });
        break;
      case "mc:AlternateContent":
        alternatives.push(false);
        break;
      case "mc:Choice":
        // The same content in several forms for programs of several ages: the first that we meet is enough.
        if (alternatives.at(-1) === true) leaveOut(false);
        else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
        break;
      case "mc:Fallback":
        if (alternatives.at(-1) === true) leaveOut(false);
        break;
      case "c:chart":
        if (!addGraphic("chart", attribute("r:id"))) counts.charts++;
        break;
      case "dgm:relIds":
        if (!addGraphic("diagram", attribute("r:dm"))) counts.diagrams++;
        break;
      // Charts of the kinds that came in 2016 (waterfall, sunburst …).
      case "cx:chart":
        counts.charts++;
        break;
      case "o:OLEObject":
      case "w:altChunk":
        counts.embedded++;
        break;
      case "pic:pic":
      case "v:imagedata":
        counts.pictures++;
        break;
    }
  };

  const close = (name: string): void => {
    if (leftOut > 0) {
      leftOut--;
      return;
    }
    if (properties > 0) {
      if (propertyElements.has(name) || name === "w:rPrChange") properties--;
      else if (name === "w:pPrChange") {
        properties--;
        paragraphs.at(-1)?.endEarlier();
      }
      if (name === "w:sectPr") sectionStart = meter.paragraphs() + 1;
      return;
    }
    switch (name) {
      case "w:p":
        closeParagraph();
        inRun = paragraphs.length > 0;
        break;
      case "w:r":
        inRun = false;
        break;
      case "w:t":
      case "w:delText":
      case "w:instrText":
      case "w:delInstrText":
        taking = null;
        break;
      case "w:ins":
      case "w:moveTo":
      case "w:del":
      case "w:moveFrom":
        kept--;
        break;
      case "w:fldSimple":
        fields.pop();
        break;
      case "w:sdt":
        controls.pop();
        break;
      case "w:txbxContent":
        closeContainer();
        break;
      case "w:tc": {
        const table = tables.at(-1);
        if (table?.cell == null) break;
        closeContainer();
        if (table.row !== null) {
          const { column, span, items } = table.cell;
          if (!table.cell.gone) table.row.cells.push({ column, span, items });
          table.row.column += table.cell.span;
        }
        table.cell = null;
        break;
      }
      case "w:tr": {
        const table = tables.at(-1);
        if (table?.row == null) break;
        if (!table.row.gone) table.rows.push({ header: table.row.header, cells: table.row.cells });
        table.row = null;
        break;
      }
      case "w:tbl": {
        const table = tables.pop();
        if (table !== undefined) deliver({ kind: "table", rows: table.rows });
        break;
      }
      case "mc:AlternateContent":
        alternatives.pop();
        break;
      default:
        if (storyElements.has(name)) closeContainer();
    }
  };

  const text = (content: string): void => {
    if (leftOut > 0 || taking === null) return;
    if (taking === "text") append(content);
    else {
      const field = fields.at(-1);
      if (field !== undefined) field.instruction += content;
    }
  };

  const problem = readXml(bytes, { open, close, text }, context.xmlLevels);
  if (problem !== null) return problem;
  return {
    kind: "part",
    stories,
    furniture,
    counts: { ...counts, ...changes.counts() },
  };
}

/** A field is begun, then its instruction stands, then "separate", then what it shows, then "end"; fields nest. */
function changeField(fields: Field[], type: string | undefined): void {
  if (type === "begin") fields.push({ instruction: "", contents: false });
  else if (type === "end") fields.pop();
  else if (type === "separate") {
    const field = fields.at(-1);
    if (field !== undefined) field.contents = contentsField.test(field.instruction);
  }
}

function columnCount(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  // 63 is the most that Word takes.
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), 63);
}
