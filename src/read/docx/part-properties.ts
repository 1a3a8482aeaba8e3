// Elements inside the properties of a paragraph, run, row, cell, content control or section (w:pPr, w:rPr, w:trPr …).
import { isOn, type Attribute } from "../office/read-xml.ts";
import type { ChangeKind } from "../word-processor/count-changes.ts";
import { changeElements, leftOutElements, propertyElements } from "./elements.ts";
import { leaveOut, type OpenPart } from "./open-part.ts";

/** What begins inside properties: more of them, those that a tracked change has replaced, or one of them. */
export function openInProperties(part: OpenPart, name: string, attribute: Attribute): void {
  const paragraph = part.stories.paragraph();
  if (propertyElements.has(name)) part.properties++;
  else if (name === "w:pPrChange") {
    // The properties as they were stand in a w:pPr of their own inside it.
    if (part.inRun || paragraph === undefined) leaveOut(part, "uncounted");
    else {
      part.properties++;
      paragraph.startEarlier();
    }
  } else if (name === "w:rPrChange") {
    if (part.context.changes === "accepted" || !part.inRun) leaveOut(part, "uncounted");
    else {
      part.properties++;
      paragraph?.startRun();
    }
  } else if (leftOutElements.has(name)) leaveOut(part, "uncounted");
  else openProperty(part, name, attribute);
}

export function closeInProperties(part: OpenPart, name: string): void {
  if (propertyElements.has(name) || name === "w:rPrChange") part.properties--;
  else if (name === "w:pPrChange") {
    part.properties--;
    part.stories.paragraph()?.endEarlier();
  }
  if (name === "w:sectPr") part.sectionStart = part.meter.paragraphs() + 1;
}

function openProperty(part: OpenPart, name: string, attribute: Attribute): void {
  const change = changeElements.get(name);
  if (change !== undefined) {
    openMarkChange(part, name, change);
    return;
  }
  const value = attribute("w:val");
  switch (name) {
    case "w:headerReference":
    case "w:footerReference":
      part.furniture.push({ relationship: attribute("r:id") ?? "", paragraph: part.sectionStart });
      break;
    case "w:docPartGallery":
      part.contents.takeGallery(value);
      break;
    case "w:showingPlcHdr":
      part.contents.setPlaceholder(isOn(value));
      break;
    default:
      if (!part.tables.property(name, value)) part.stories.paragraph()?.property(name, value, part.inRun);
  }
}

/** A change of the paragraph mark, the row or the cell whose properties are open. */
function openMarkChange(part: OpenPart, name: string, change: ChangeKind): void {
  const { stories, tables, changes, gone } = part;
  const paragraph = stories.paragraph();
  if (name === "w:cellIns" || name === "w:cellDel") {
    changes.changed(change);
    if (change === gone) tables.dropCell();
  } else if (paragraph !== undefined && !part.inRun) paragraph.markChanges.add(change);
  else if (tables.isInRow() && !tables.isInCell()) {
    changes.changed(change);
    if (change === gone) tables.dropRow();
  }
}
