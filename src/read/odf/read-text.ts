// Walks the parts of an OpenDocument text and collects paragraphs and tables in order.
import type { ChangesRead } from "../../model/document.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";
import type { Attribute, XmlProblem } from "../office/read-xml.ts";
import type { Item, NoteReference, Notes, Story } from "../word-processor/story.ts";
import type { Deletion } from "./deletions.ts";
import {
  furnitureElement,
  indexElements,
  leftOutElements,
  repeatCount,
  shapeElements,
  widestSpan,
} from "./elements.ts";
import { startLists } from "./lists.ts";
import { openParagraph } from "./open-paragraph.ts";
import { startStories, type OpenStory } from "./story-stack.ts";
import { startStyles } from "./styles.ts";
import { startChanges } from "./tracked-changes.ts";

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

const isParagraph = (name: string): boolean => name === "text:p" || name === "text:h";

/**
 * `parts`: styles.xml (when there is one) and content.xml, or the one part of a flat file. Answers the problem where the
 * XML is broken; where the file gives more than a document can hold, `meter` ends the reading.
 */
export function readOdfText(
  parts: readonly Uint8Array[],
  meter: Meter,
  changesRead: ChangesRead,
): OdfText | XmlProblem {
  const styles = startStyles();
  const lists = startLists();
  const changes = startChanges(changesRead, meter);
  const stories = startStories(lists, changes.isGone);
  const body: Item[] = [];
  const furniture: (readonly Item[])[] = [];
  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  const counts = { objects: 0, pictures: 0 };
  let isText = false;
  /** Elements that are open, of their kind. */
  let inStyles = 0;
  let indexes = 0;
  /** Elements that are open inside one that is left out, itself among them. */
  let leftOut = 0;
  let inChanges = false;
  /** What was deleted is being put back: its paragraphs have the number of the one that its mark stands in. */
  let puttingBack = false;
  let noteKind: "footnote" | "endnote" = "footnote";
  let noteCount = 0;
  /** The comment that is open, and whether what stands here is the name of who wrote it. */
  let comment: { id: string; items: Item[]; author: string } | null = null;
  let inAuthor = false;
  /** The language of paragraphs that say nothing else. */
  let language: string | null = null;
  let inDefaults = false;

  const beginParagraph = (
    { lists: openLists, aside }: OpenStory,
    name: string,
    attribute: Attribute,
  ): void => {
    const style = styles.paragraph(attribute("text:style-name"));
    const heading = name === "text:h";
    const asked = Number.parseInt(attribute("text:outline-level") ?? "", 10) || null;
    const level = heading ? (asked ?? style.level ?? 1) : style.level;
    const unnumbered = attribute("text:is-list-header") === "true";
    stories.beginParagraph({
      number: aside || puttingBack ? meter.paragraphs() : meter.paragraph(),
      style,
      level,
      list: openLists.isOpen() || style.role === "list",
      label: openLists.label({ listStyle: style.listStyle, level, heading, unnumbered }),
      contents: indexes > 0,
    });
  };
  const append = (text: string, loose = false): void => {
    const paragraph = stories.innermost()?.paragraph;
    if (paragraph == null || changes.isGone()) return;
    meter.characters(text.length);
    if (loose) paragraph.appendLoose(text);
    else paragraph.appendExact(text);
  };
  /** Begins a note or comment: its sign stands in the open paragraph, its text in a story of its own. */
  const openNote = (
    kind: NoteReference["kind"],
    story: OpenStory,
    ends: string,
    note: Story & { items: Item[] },
  ): void => {
    notes[kind].set(note.id, note);
    story.paragraph?.notes.push({ kind, id: note.id });
    stories.open(note.items, ends, true);
  };

  /** Puts back what was deleted: its first paragraph goes on in the one that is open, and the text goes on in its last. */
  const putBack = (deletion: Deletion, story: OpenStory): void => {
    const host = story.paragraph;
    let first = true;
    puttingBack = true;
    deletion.replay({
      open: (name, attribute) => {
        const isHere = stories.innermost() === story;
        if (isParagraph(name) && first && isHere) {
          first = false;
          // What was deleted from the beginning of a paragraph on had a style of its own.
          if (deletion.paragraphs() === 1 || (host !== null && host.pieces().length > 0)) return;
          story.paragraph = null;
        }
        if (name === "table:table" && isHere) stories.endParagraph();
        open(name, attribute);
      },
      close: (name) => {
        if (!isParagraph(name) || stories.innermost() !== story) close(name);
      },
      text,
    });
    puttingBack = false;
    // The rest of the host needs a paragraph to stand in.
    if (host !== null) story.paragraph ??= openParagraph({ ...host, label: () => "" });
  };

  const openStyle = (name: string, attribute: Attribute): void => {
    if (name === "style:default-style") inDefaults = attribute("style:family") === "paragraph";
    else if (name === "style:style") inDefaults = false;
    else if (name === "style:text-properties" && inDefaults) language ??= attribute("fo:language") ?? null;
    styles.open(name, attribute);
    lists.open(name, attribute);
  };
  /** The body, or a header or footer. */
  const openPart = (name: string, attribute: Attribute): void => {
    if (name === "office:text") {
      isText = true;
      stories.open(body, name, false);
      return;
    }
    const items: Item[] = [];
    furniture.push(items);
    if (attribute("style:display") === "false") leftOut = 1;
    else stories.open(items, name, true);
  };
  const openInText = (story: OpenStory, name: string, attribute: Attribute): void => {
    const { paragraph } = story;
    switch (name) {
      case "text:h":
      case "text:p":
        beginParagraph(story, name, attribute);
        break;
      case "text:span":
        paragraph?.openSpan(styles.text(attribute("text:style-name") ?? ""));
        break;
      case "text:a":
        paragraph?.openLink();
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
      case "text:list":
        story.lists.open(attribute);
        break;
      case "text:list-item":
      case "text:list-header":
        story.lists.openItem(attribute, name === "text:list-header");
        break;
      case "text:note":
        noteKind = attribute("text:note-class") === "endnote" ? "endnote" : "footnote";
        break;
      case "text:note-body":
        // Ids need not be there, nor be different ones in headers and text.
        openNote(noteKind, story, name, { id: String(++noteCount), items: [] });
        break;
      case "office:annotation":
        comment = { id: String(++noteCount), items: [], author: "" };
        openNote("comment", story, name, comment);
        break;
      case "dc:creator":
        inAuthor = comment !== null;
        break;
      case "text:tracked-changes":
        inChanges = true;
        leftOut = 1;
        break;
      case "text:change-start":
        changes.startInsertion(attribute("text:change-id") ?? "");
        break;
      case "text:change-end":
        changes.endInsertion(attribute("text:change-id") ?? "");
        // The insertion ends between two paragraphs: the next one is not its.
        if (paragraph === null) stories.endUnended();
        break;
      case "text:change": {
        const deletion = changes.takeDeletion(attribute("text:change-id") ?? "");
        if (deletion !== undefined) putBack(deletion, story);
        break;
      }
      case "text:section":
        if (attribute("text:display") === "none") leftOut = 1;
        break;
      case "loext:content-control":
        // The hint of a field that nobody has filled in.
        if (attribute("loext:showing-place-holder") === "true") leftOut = 1;
        break;
      case "draw:image":
        counts.pictures++;
        break;
      case "draw:object":
      case "draw:object-ole":
        counts.objects++;
        leftOut = 1;
        break;
      default:
        if (indexElements.has(name)) indexes++;
        else if (shapeElements.has(name)) {
          const items: Item[] = [];
          (paragraph?.boxes ?? story.items).push({ kind: "box", items });
          stories.open(items, name, story.aside);
        } else if (name.startsWith("table:")) {
          const cell = story.tables.open(name, attribute);
          if (cell !== null) stories.open(cell, name, false);
          if (name === "table:covered-table-cell") leftOut = 1;
        }
    }
  };

  const open = (name: string, attribute: Attribute): void => {
    if (leftOut > 0) {
      leftOut++;
      if (inChanges) changes.listed.open(name, attribute);
      return;
    }
    if (leftOutElements.has(name)) {
      leftOut = 1;
      return;
    }
    if (name === "office:styles" || name === "office:automatic-styles") inStyles++;
    const story = stories.innermost();
    if (inStyles > 0) openStyle(name, attribute);
    else if (name === "office:text" || furnitureElement.test(name)) openPart(name, attribute);
    else if (story !== undefined) openInText(story, name, attribute);
  };

  const close = (name: string): void => {
    if (leftOut > 0) {
      leftOut--;
      if (leftOut === 0) inChanges = false;
      changes.listed.close(name);
      return;
    }
    if (inStyles > 0) {
      styles.close(name);
      lists.close(name);
      if (name === "office:styles" || name === "office:automatic-styles") inStyles--;
      return;
    }
    const story = stories.innermost();
    if (story === undefined) return;
    inAuthor = false;
    if (story.ends === name) {
      if (name === "office:annotation") comment = null;
      stories.close();
      // A cell has ended: the row around it has one more.
      if (name === "table:table-cell") stories.innermost()?.tables.close(name);
      return;
    }
    if (isParagraph(name)) stories.endParagraph();
    else if (name === "text:span") story.paragraph?.closeSpan();
    else if (name === "text:a") story.paragraph?.closeLink();
    else if (name === "text:list") story.lists.close();
    else if (indexElements.has(name)) indexes--;
    else if (name.startsWith("table:")) {
      const table = story.tables.close(name);
      if (table !== null) story.items.push(table);
    }
  };

  const text = (content: string): void => {
    changes.listed.text(content);
    if (inAuthor && leftOut === 0 && comment !== null) comment.author += content;
    if (leftOut === 0 && inStyles === 0) append(content, true);
  };

  for (const part of parts) {
    const problem = readXml(part, { open, close, text }, meter.xmlLevels);
    if (problem !== null) return problem;
  }
  return { kind: "text", body, notes, furniture, counts: { ...counts, ...changes.counts }, language, isText };
}
