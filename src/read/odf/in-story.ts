// Elements inside a story of an OpenDocument text: paragraphs and signs, lists and tables, notes and shapes, marks of
// tracked changes.
import type { Attribute, XmlHandler } from "../office/read-xml.ts";
import type { Item, NoteReference, Story } from "../word-processor/story.ts";
import { indexElements, isParagraph, repeatCount, shapeElements, widestSpan } from "./elements.ts";
import type { OpenText } from "./open-text.ts";
import { putBack } from "./put-back.ts";
import type { OpenStory } from "./story-stack.ts";

/** `handler`: the walk itself, for text that was deleted and is read where it stood. */
export function openInStory(
  text: OpenText,
  story: OpenStory,
  name: string,
  attribute: Attribute,
  handler: XmlHandler,
): void {
  const { paragraph } = story;
  const { changes, counts } = text;
  switch (name) {
    case "text:h":
    case "text:p":
      beginParagraph(text, story, name, attribute);
      break;
    case "text:span":
      paragraph?.openSpan(text.styles.text(attribute("text:style-name") ?? ""));
      break;
    case "text:a":
      paragraph?.openLink();
      break;
    case "text:s":
      append(text, " ".repeat(repeatCount(attribute("text:c"), widestSpan)), "exact");
      break;
    case "text:tab":
      append(text, "\t", "exact");
      break;
    case "text:line-break":
      append(text, "\n", "exact");
      break;
    case "text:list":
      story.lists.open(attribute);
      break;
    case "text:list-item":
    case "text:list-header":
      story.lists.openItem(attribute, name === "text:list-header");
      break;
    case "text:note":
      text.noteKind = attribute("text:note-class") === "endnote" ? "endnote" : "footnote";
      break;
    case "text:note-body":
      openNote(text, text.noteKind, story, name, { id: String(++text.noteCount), items: [] });
      break;
    case "office:annotation":
      text.comment = { id: String(++text.noteCount), items: [], author: "" };
      openNote(text, "comment", story, name, text.comment);
      break;
    case "dc:creator":
      text.inAuthor = text.comment !== null;
      break;
    case "text:tracked-changes":
      text.inChanges = true;
      text.leftOut = 1;
      break;
    case "text:change-start":
      changes.startInsertion(attribute("text:change-id") ?? "");
      break;
    case "text:change-end":
      changes.endInsertion(attribute("text:change-id") ?? "");
      // The insertion ends between two paragraphs: the next one is not its.
      if (paragraph === null) text.stories.endUnended();
      break;
    case "text:change": {
      const deletion = changes.takeDeletion(attribute("text:change-id") ?? "");
      if (deletion !== undefined) putBack(text, deletion, story, handler);
      break;
    }
    case "text:section":
      if (attribute("text:display") === "none") text.leftOut = 1;
      break;
    case "loext:content-control":
      // The hint of a field that nobody has filled in.
      if (attribute("loext:showing-place-holder") === "true") text.leftOut = 1;
      break;
    case "draw:image":
      counts.pictures++;
      break;
    case "draw:object":
    case "draw:object-ole":
      counts.objects++;
      text.leftOut = 1;
      break;
    default:
      if (indexElements.has(name)) text.indexes++;
      else if (shapeElements.has(name)) openShape(text, story, name);
      else if (name.startsWith("table:")) openInTable(text, story, name, attribute);
  }
}

export function closeInStory(text: OpenText, story: OpenStory, name: string): void {
  text.inAuthor = false;
  if (story.ends === name) closeStory(text, name);
  else if (isParagraph(name)) text.stories.endParagraph();
  else if (name === "text:span") story.paragraph?.closeSpan();
  else if (name === "text:a") story.paragraph?.closeLink();
  else if (name === "text:list") story.lists.close();
  else if (indexElements.has(name)) text.indexes--;
  else if (name.startsWith("table:")) {
    const table = story.tables.close(name);
    if (table !== null) story.items.push(table);
  }
}

/** Text of the innermost open paragraph. "loose": as it stands between tags, where spaces and breaks count as one. */
export function append({ stories, changes, meter }: OpenText, added: string, as: "exact" | "loose"): void {
  const paragraph = stories.innermost()?.paragraph;
  if (paragraph == null || changes.isGone()) return;
  meter.characters(added.length);
  if (as === "loose") paragraph.appendLoose(added);
  else paragraph.appendExact(added);
}

function beginParagraph(text: OpenText, story: OpenStory, name: string, attribute: Attribute): void {
  const { meter, stories, indexes } = text;
  const { lists, aside } = story;
  const style = text.styles.paragraph(attribute("text:style-name"));
  const heading = name === "text:h";
  const asked = Number.parseInt(attribute("text:outline-level") ?? "", 10) || null;
  const level = heading ? (asked ?? style.level ?? 1) : style.level;
  const unnumbered = attribute("text:is-list-header") === "true";
  stories.beginParagraph({
    number: aside || text.puttingBack ? meter.paragraphs() : meter.paragraph(),
    style,
    level,
    list: lists.isOpen() || style.role === "list",
    label: lists.label({ listStyle: style.listStyle, level, heading, unnumbered }),
    contents: indexes > 0,
  });
}

/** Begins a note or comment: its sign stands in the open paragraph, its text in a story of its own. */
function openNote(
  { notes, stories }: OpenText,
  kind: NoteReference["kind"],
  story: OpenStory,
  ends: string,
  note: Story & { items: Item[] },
): void {
  notes[kind].set(note.id, note);
  story.paragraph?.notes.push({ kind, id: note.id });
  stories.open(note.items, ends, true);
}

function openShape({ stories }: OpenText, story: OpenStory, ends: string): void {
  const items: Item[] = [];
  (story.paragraph?.boxes ?? story.items).push({ kind: "box", items });
  stories.open(items, ends, story.aside);
}

function openInTable(text: OpenText, story: OpenStory, name: string, attribute: Attribute): void {
  const cell = story.tables.open(name, attribute);
  if (cell !== null) text.stories.open(cell, name, false);
  if (name === "table:covered-table-cell") text.leftOut = 1;
}

function closeStory(text: OpenText, name: string): void {
  const { stories } = text;
  if (name === "office:annotation") text.comment = null;
  stories.close();
  // A cell has ended: the row around it has one more.
  if (name === "table:table-cell") stories.innermost()?.tables.close(name);
}
