// Walks a part that holds text (document, notes, headers) and collects its paragraphs and tables in order.
// Tracked changes are read as accepted (what Word shows under "no markup", and what the document will say), or as the
// text was before them. What belongs to the other reading is passed over, but its paragraphs are counted: places are the
// same in both.
import type { ChangesRead } from "../../model/document.ts";
import { metered } from "../office/meter.ts";
import type { Meter, TextLimits, TextTooLarge } from "../office/meter.ts";
import { isOn, readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { ChangeKind } from "../word-processor/count-changes.ts";
import type { Item, Story } from "../word-processor/story.ts";
import { paragraphsIn, textOf } from "../word-processor/story.ts";
import { changeElements, leftOutElements, propertyElements, storyElements } from "./elements.ts";
import type { ReadGraphic } from "./graphics.ts";
import { startContents } from "./open-contents.ts";
import { startOpenTables } from "./open-tables.ts";
import type { FurnitureReference, Part } from "./part.ts";
import type { Numbering } from "./read-numbering.ts";
import type { Styles } from "./read-styles.ts";
import { startStories } from "./story-stack.ts";

export interface PartContext extends TextLimits {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly changes: ChangesRead;
  /** Reads the charts and diagrams that the part points to; without it they are only counted. */
  readonly graphic?: ReadGraphic;
}

/** One part → its stories, or what is wrong with it. */
export function readPart(bytes: Uint8Array, context: PartContext): Part | XmlProblem | TextTooLarge {
  return metered(context, (meter) => readMetered(bytes, context, meter));
}

function readMetered(bytes: Uint8Array, context: PartContext, meter: Meter): Part | XmlProblem {
  const numbers = context.numbering.startCounting();
  const stories = startStories((paragraph) =>
    paragraph.finish(context.styles, context.numbering, numbers, context.changes),
  );
  const tables = startOpenTables();
  const contents = startContents();
  const changes = countChanges();
  const found: Story[] = [];
  const furniture: FurnitureReference[] = [];
  const counts = { formatting: 0, charts: 0, diagrams: 0, embedded: 0, pictures: 0 };
  /** For each open mc:AlternateContent, whether a choice has been read. */
  const alternatives: boolean[] = [];

  let sectionStart = 1;
  /** Elements of properties that are open. */
  let properties = 0;
  let inRun = false;
  /** Elements that are open inside one that is left out, itself among them. */
  let leftOut = 0;
  /** Whether w:p inside what is left out is a paragraph of the document (it is not in a fallback). */
  let countsParagraphs = false;
  let taking: "text" | "instruction" | null = null;
  /** The changes that this reading takes back. */
  const gone: ChangeKind = context.changes === "accepted" ? "deletion" : "insertion";
  /** How many of the other changes are open. */
  let kept = 0;

  const leaveOut = (keepCounting: boolean): void => {
    leftOut = 1;
    countsParagraphs = keepCounting;
  };
  const append = (text: string): void => {
    if (kept === 0) changes.unchanged();
    meter.characters(text.length);
    stories.paragraph()?.append(text, contents.isLink());
  };
  /** Puts what stands in a chart or a diagram behind the paragraph that it hangs on; answers whether that is all of it. */
  const addGraphic = (kind: "chart" | "diagram", relationship: string | undefined): boolean => {
    const paragraph = stories.paragraph();
    if (paragraph === undefined || relationship === undefined) return false;
    const graphic = context.graphic?.(kind, relationship, paragraph.number) ?? null;
    if (graphic === null) return false;
    for (const inside of paragraphsIn(graphic.items)) meter.characters(textOf(inside).length);
    paragraph.boxes.push(...graphic.items);
    return graphic.whole;
  };
  const beginParagraph = (): void => {
    stories.beginParagraph(meter.paragraph()).contents = contents.isContents();
    inRun = false;
  };
  const endParagraph = (): void => {
    const paragraph = stories.paragraph();
    if (paragraph !== undefined) {
      if (paragraph.markChanges.size === 0) changes.unchanged();
      for (const kind of paragraph.markChanges) changes.changed(kind);
      if (paragraph.isReformatted()) counts.formatting++;
      if (contents.isContents()) paragraph.contents = true;
      stories.endParagraph(gone);
    }
    inRun = stories.paragraph() !== undefined;
  };
  const openStory = (name: string, attribute: Attribute): void => {
    // Separators between text and notes are notes too, of other types.
    const type = attribute("w:type");
    if (type !== undefined && type !== "normal") {
      leaveOut(false);
      return;
    }
    const items: Item[] = [];
    stories.open(items);
    const author = name === "w:comment" ? attribute("w:author") : undefined;
    const story = { id: attribute("w:id") ?? "", items };
    found.push(author === undefined ? story : { ...story, author });
  };

  /** A change of the paragraph mark, the row or the cell whose properties are open. */
  const openMarkChange = (name: string, change: ChangeKind): void => {
    const paragraph = stories.paragraph();
    if (name === "w:cellIns" || name === "w:cellDel") {
      changes.changed(change);
      if (change === gone) tables.dropCell();
    } else if (paragraph !== undefined && !inRun) paragraph.markChanges.add(change);
    else if (tables.isInRow() && !tables.isInCell()) {
      changes.changed(change);
      if (change === gone) tables.dropRow();
    }
  };
  /** Elements inside w:pPr, w:rPr, w:trPr, w:tcPr, w:sdtPr and w:sectPr. */
  const openProperty = (name: string, attribute: Attribute): void => {
    const change = changeElements.get(name);
    if (change !== undefined) {
      openMarkChange(name, change);
      return;
    }
    const value = attribute("w:val");
    switch (name) {
      case "w:headerReference":
      case "w:footerReference":
        furniture.push({ relationship: attribute("r:id") ?? "", paragraph: sectionStart });
        break;
      case "w:docPartGallery":
        contents.takeGallery(value);
        break;
      case "w:showingPlcHdr":
        contents.setPlaceholder(isOn(value));
        break;
      default:
        if (!tables.property(name, value)) stories.paragraph()?.property(name, value, inRun);
    }
  };
  /** What stands inside the properties: more of them, or those that a tracked change has replaced. */
  const openInProperties = (name: string, attribute: Attribute): void => {
    const paragraph = stories.paragraph();
    if (propertyElements.has(name)) properties++;
    else if (name === "w:pPrChange") {
      // The properties as they were stand in a w:pPr of their own inside it.
      if (inRun || paragraph === undefined) leaveOut(false);
      else {
        properties++;
        paragraph.startEarlier();
      }
    } else if (name === "w:rPrChange") {
      if (context.changes === "accepted" || !inRun) leaveOut(false);
      else {
        properties++;
        paragraph?.startRun();
      }
    } else if (leftOutElements.has(name)) leaveOut(false);
    else openProperty(name, attribute);
  };
  const openInText = (name: string, attribute: Attribute): void => {
    switch (name) {
      case "w:p":
        beginParagraph();
        break;
      case "w:r":
        inRun = true;
        stories.paragraph()?.startRun();
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
        stories.paragraph()?.notes.push({
          kind: name === "w:footnoteReference" ? "footnote" : "endnote",
          id: attribute("w:id") ?? "",
        });
        break;
      case "w:commentReference":
        stories.paragraph()?.notes.push({ kind: "comment", id: attribute("w:id") ?? "" });
        break;
      case "w:fldChar":
        contents.field(attribute("w:fldCharType"));
        break;
      case "w:fldSimple":
        contents.openField(attribute("w:instr") ?? "");
        break;
      case "w:sdt":
        contents.openControl();
        break;
      case "w:sdtContent":
        if (contents.isPlaceholder()) leaveOut(true);
        break;
      case "w:tbl":
        tables.openTable();
        break;
      case "w:tr":
        tables.openRow();
        break;
      case "w:tc": {
        const items = tables.openCell();
        if (items !== null) stories.open(items);
        break;
      }
      case "w:txbxContent": {
        const items: Item[] = [];
        stories.paragraph()?.boxes.push({ kind: "box", items });
        stories.open(items);
        break;
      }
      case "w:hyperlink":
        contents.openLink();
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

  const open = (name: string, attribute: Attribute): void => {
    const change = changeElements.get(name);
    if (leftOut > 0) {
      leftOut++;
      if (!countsParagraphs) return;
      if (name === "w:p") meter.paragraph();
      if (change !== undefined) changes.changed(change);
    } else if (properties > 0) openInProperties(name, attribute);
    else if (propertyElements.has(name)) properties++;
    else if (change !== undefined) {
      changes.changed(change);
      if (change === gone) leaveOut(true);
      else kept++;
    } else if (leftOutElements.has(name)) leaveOut(true);
    else if (storyElements.has(name)) openStory(name, attribute);
    else openInText(name, attribute);
  };

  const closeProperty = (name: string): void => {
    if (propertyElements.has(name) || name === "w:rPrChange") properties--;
    else if (name === "w:pPrChange") {
      properties--;
      stories.paragraph()?.endEarlier();
    }
    if (name === "w:sectPr") sectionStart = meter.paragraphs() + 1;
  };
  const closeInText = (name: string): void => {
    switch (name) {
      case "w:p":
        endParagraph();
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
        contents.closeField();
        break;
      case "w:sdt":
        contents.closeControl();
        break;
      case "w:hyperlink":
        contents.closeLink();
        break;
      case "w:txbxContent":
        stories.close();
        break;
      case "w:tc":
        if (tables.isInCell()) stories.close();
        tables.closeCell();
        break;
      case "w:tr":
        tables.closeRow();
        break;
      case "w:tbl": {
        const table = tables.closeTable();
        if (table !== null) stories.deliver(table);
        break;
      }
      case "mc:AlternateContent":
        alternatives.pop();
        break;
      default:
        if (storyElements.has(name)) stories.close();
    }
  };
  const close = (name: string): void => {
    if (leftOut > 0) leftOut--;
    else if (properties > 0) closeProperty(name);
    else closeInText(name);
  };

  const text = (content: string): void => {
    if (leftOut > 0) return;
    if (taking === "text") append(content);
    else if (taking === "instruction") contents.instruct(content);
  };

  const problem = readXml(bytes, { open, close, text }, context.xmlLevels);
  if (problem !== null) return problem;
  return { kind: "part", stories: found, furniture, counts: { ...counts, ...changes.counts() } };
}
