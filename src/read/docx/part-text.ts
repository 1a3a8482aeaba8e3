// Elements among which the text stands: paragraphs, runs and signs, references, fields and controls, tables and boxes.
import type { Attribute } from "../office/read-xml.ts";
import { paragraphsIn, textOf, type Item } from "../word-processor/story.ts";
import { storyElements } from "./elements.ts";
import { leaveOut, type OpenPart } from "./open-part.ts";

/** A story begins: that of the part, or one note or comment of a part of notes. */
export function openStory(part: OpenPart, name: string, attribute: Attribute): void {
  // Separators between text and notes are notes too, of other types.
  const type = attribute("w:type");
  if (type !== undefined && type !== "normal") {
    leaveOut(part, "uncounted");
    return;
  }
  const items: Item[] = [];
  part.stories.open(items);
  const author = name === "w:comment" ? attribute("w:author") : undefined;
  const story = { id: attribute("w:id") ?? "", items };
  part.found.push(author === undefined ? story : { ...story, author });
}

/** What begins inside a story and is neither a property nor a tracked change. */
export function openInText(part: OpenPart, name: string, attribute: Attribute): void {
  const { stories, tables, contents, alternatives } = part;
  switch (name) {
    case "w:p":
      beginParagraph(part);
      break;
    case "w:r":
      part.inRun = true;
      stories.paragraph()?.startRun();
      break;
    case "w:t":
    case "w:delText":
      part.taking = "text";
      break;
    case "w:instrText":
    case "w:delInstrText":
      part.taking = "instruction";
      break;
    case "w:tab":
    case "w:ptab":
      append(part, "\t");
      break;
    case "w:br":
    case "w:cr":
      append(part, "\n");
      break;
    case "w:noBreakHyphen":
      append(part, "-");
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
      if (contents.isPlaceholder()) leaveOut(part, "counting");
      break;
    case "w:hyperlink":
      contents.openLink();
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
    case "mc:AlternateContent":
      alternatives.open();
      break;
    case "mc:Choice":
    case "mc:Fallback":
      if (!alternatives.reads(name)) leaveOut(part, "uncounted");
      break;
    default:
      openObject(part, name, attribute);
  }
}

/** What stands in the text and is no text: charts and diagrams, whose words can be had, and what is only counted. */
function openObject(part: OpenPart, name: string, attribute: Attribute): void {
  const { counts } = part;
  switch (name) {
    case "c:chart":
      if (!addGraphic(part, "chart", attribute("r:id"))) counts.charts++;
      break;
    case "dgm:relIds":
      if (!addGraphic(part, "diagram", attribute("r:dm"))) counts.diagrams++;
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
}

export function closeInText(part: OpenPart, name: string): void {
  const { stories, tables, contents } = part;
  switch (name) {
    case "w:p":
      endParagraph(part);
      break;
    case "w:r":
      part.inRun = false;
      break;
    case "w:t":
    case "w:delText":
    case "w:instrText":
    case "w:delInstrText":
      part.taking = null;
      break;
    case "w:ins":
    case "w:moveTo":
    case "w:del":
    case "w:moveFrom":
      part.kept--;
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
      part.alternatives.close();
      break;
    default:
      if (storyElements.has(name)) stories.close();
  }
}

/** Text of the innermost open paragraph. */
export function append(part: OpenPart, text: string): void {
  if (part.kept === 0) part.changes.unchanged();
  part.meter.characters(text.length);
  part.stories.paragraph()?.append(text, part.contents.isLink());
}

function beginParagraph(part: OpenPart): void {
  part.stories.beginParagraph(part.meter.paragraph()).contents = part.contents.isContents();
  part.inRun = false;
}

function endParagraph(part: OpenPart): void {
  const { stories, changes } = part;
  const paragraph = stories.paragraph();
  if (paragraph !== undefined) {
    if (paragraph.markChanges.size === 0) changes.unchanged();
    for (const kind of paragraph.markChanges) changes.changed(kind);
    if (paragraph.isReformatted()) part.counts.formatting++;
    if (part.contents.isContents()) paragraph.contents = true;
    stories.endParagraph(part.gone);
  }
  part.inRun = stories.paragraph() !== undefined;
}

/** Puts what stands in a chart or a diagram behind the paragraph that it hangs on; answers whether that is all of it. */
function addGraphic(part: OpenPart, kind: "chart" | "diagram", relationship: string | undefined): boolean {
  const paragraph = part.stories.paragraph();
  if (paragraph === undefined || relationship === undefined) return false;
  const graphic = part.context.graphic?.(kind, relationship, paragraph.number) ?? null;
  if (graphic === null) return false;
  for (const inside of paragraphsIn(graphic.items)) part.meter.characters(textOf(inside).length);
  paragraph.boxes.push(...graphic.items);
  return graphic.whole;
}
