// Walks the parts of an OpenDocument text and collects paragraphs and tables in order.
import type { ChangesRead } from "../../model/document.ts";
import type { Meter } from "../office/meter.ts";
import { readXml, type Attribute, type XmlHandler, type XmlProblem } from "../office/read-xml.ts";
import type { Item, Notes } from "../word-processor/story.ts";
import { furnitureElement, leftOutElements } from "./elements.ts";
import { append, closeInStory, openInStory } from "./in-story.ts";
import { startText, type OpenText } from "./open-text.ts";

export interface OdfText {
  readonly kind: "text";
  readonly body: readonly Item[];
  readonly notes: Notes;
  /** Each header and footer of each page style. */
  readonly furniture: readonly (readonly Item[])[];
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly formatting: number;
    readonly objects: number;
    readonly pictures: number;
  };
  /** Language of paragraphs that say nothing else ("sv"), null when the file does not say. */
  readonly language: string | null;
  /** Whether there was an office:text at all: a spreadsheet has another body. */
  readonly isText: boolean;
}

/**
 * `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. Answers the problem where the
 * XML is broken; where the file gives more than a document can hold, `meter` ends the reading.
 */
export function readOdfText(
  parts: readonly Uint8Array[],
  meter: Meter,
  changesRead: ChangesRead,
): OdfText | XmlProblem {
  const text = startText(meter, changesRead);
  const handler: XmlHandler = {
    open: (name, attribute) => {
      open(text, name, attribute, handler);
    },
    close: (name) => {
      close(text, name);
    },
    text: (content) => {
      takeText(text, content);
    },
  };
  for (const part of parts) {
    const problem = readXml(part, handler, meter.xmlLevels);
    if (problem !== null) return problem;
  }
  const { body, notes, furniture, counts, changes, language, isText } = text;
  return { kind: "text", body, notes, furniture, counts: { ...counts, ...changes.counts }, language, isText };
}

function open(text: OpenText, name: string, attribute: Attribute, handler: XmlHandler): void {
  if (text.leftOut > 0) {
    text.leftOut++;
    if (text.inChanges) text.changes.listed.open(name, attribute);
    return;
  }
  if (leftOutElements.has(name)) {
    text.leftOut = 1;
    return;
  }
  if (isStyles(name)) text.inStyles++;
  const story = text.stories.innermost();
  if (text.inStyles > 0) openStyle(text, name, attribute);
  else if (name === "office:text" || furnitureElement.test(name)) openPart(text, name, attribute);
  else if (story !== undefined) openInStory(text, story, name, attribute, handler);
}

function close(text: OpenText, name: string): void {
  if (text.leftOut > 0) {
    text.leftOut--;
    if (text.leftOut === 0) text.inChanges = false;
    text.changes.listed.close(name);
    return;
  }
  if (text.inStyles > 0) {
    text.styles.close(name);
    text.lists.close(name);
    if (isStyles(name)) text.inStyles--;
    return;
  }
  const story = text.stories.innermost();
  if (story !== undefined) closeInStory(text, story, name);
}

function takeText(text: OpenText, content: string): void {
  text.changes.listed.text(content);
  if (text.leftOut > 0) return;
  if (text.inAuthor && text.comment !== null) text.comment.author += content;
  if (text.inStyles === 0) append(text, content, "loose");
}

const isStyles = (name: string): boolean => name === "office:styles" || name === "office:automatic-styles";

function openStyle(text: OpenText, name: string, attribute: Attribute): void {
  if (name === "style:default-style") text.inDefaults = attribute("style:family") === "paragraph";
  else if (name === "style:style") text.inDefaults = false;
  else if (name === "style:text-properties" && text.inDefaults)
    text.language ??= attribute("fo:language") ?? null;
  text.styles.open(name, attribute);
  text.lists.open(name, attribute);
}

/** The body, or a header or footer. */
function openPart(text: OpenText, name: string, attribute: Attribute): void {
  if (name === "office:text") {
    text.isText = true;
    text.stories.open(text.body, name, false);
    return;
  }
  const items: Item[] = [];
  text.furniture.push(items);
  if (attribute("style:display") === "false") text.leftOut = 1;
  else text.stories.open(items, name, true);
}
