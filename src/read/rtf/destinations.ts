// Control words that say where the text of their group goes: notes, headers and boxes are stories of their own, the
// stylesheet and the properties of the file are no text, and what we do not know is passed over where the file says so.
import type { Item } from "../word-processor/story.ts";
import { runningHeads, skippedDestinations, starredText } from "./control-words.ts";
import type { Destination } from "./group.ts";
import type { OpenText } from "./open-text.ts";

type Open = (text: OpenText) => void;

const contentsField = /^\s*TOC\b/u;

const destinations: ReadonlyMap<string, Open> = new Map<string, Open>([
  ["fonttbl", goTo("fonts")],
  ["stylesheet", goTo("styles")],
  ["info", goTo("info")],
  ["title", openTitle],
  ["listtext", openLabel],
  ["pntext", openLabel],
  ["field", openField],
  ["fldinst", goTo("instruction")],
  ["fldrslt", openFieldResult],
  ["footnote", openFootnote],
  ["annotation", openComment],
  ["atnauthor", openAuthor],
  // Of a drawing only what a text box inside it holds is text.
  ["shpinst", goTo("info")],
  ["do", goTo("info")],
  ["shpgrp", goTo("info")],
  ["shptxt", openBox],
  ["dptxbxtext", openBox],
  ["object", countObject],
  // The same text twice, for old programs and for new ones.
  ["upr", goTo("skip")],
  ["ud", goTo("text")],
]);

/** Heeds a control word that begins a destination; `starred`: \* stands before it. Answers whether it was one. */
export function openDestination(text: OpenText, name: string, starred: boolean): boolean {
  const { group } = text;
  if (skippedDestinations.has(name)) {
    if (name === "pict") text.counts.pictures++;
    group.destination = "skip";
    return true;
  }
  if (runningHeads.has(name)) {
    const items: Item[] = [];
    text.furniture.push({ paragraph: text.sectionStart, items });
    group.destination = "text";
    text.stories.open(items, true, group);
    return true;
  }
  const open = destinations.get(name);
  if (open !== undefined) {
    open(text);
    return true;
  }
  if (!starred || starredText.has(name)) return false;
  group.destination = "skip";
  return true;
}

function goTo(destination: Destination): Open {
  return ({ group }) => {
    group.destination = destination;
  };
}

function openTitle({ group }: OpenText): void {
  if (group.destination === "info") group.destination = "title";
}

/** The number or bullet of a list item, spelt out. */
function openLabel({ group }: OpenText): void {
  if (group.destination === "text") group.destination = "label";
}

function openField({ group }: OpenText): void {
  group.field = { instruction: "" };
}

function openFieldResult({ group }: OpenText): void {
  if (group.destination === "instruction") group.destination = "text";
  if (group.field !== null && contentsField.test(group.field.instruction)) group.contents = true;
}

/** \ftnalt, which makes it an endnote, comes behind: where the note stands is the same for both. */
function openFootnote(text: OpenText): void {
  openNote(text, "footnote");
}

function openComment(text: OpenText): void {
  // What is said about a text that was taken out is not taken out itself.
  Object.assign(text.group, { hidden: false, inserted: false, deleted: false });
  openNote(text, "comment", { author: text.author });
  text.author = "";
}

/** A note begins: its sign stands in the open paragraph, its text in a story of its own. */
function openNote(text: OpenText, kind: "footnote" | "comment", by: { readonly author?: string } = {}): void {
  const { stories, group } = text;
  const id = String(++text.noteCount);
  const items: Item[] = [];
  stories.paragraph().notes.push({ kind, id });
  text.notes[kind].set(id, { id, items, ...by });
  group.destination = "text";
  stories.open(items, true, group);
}

function openAuthor(text: OpenText): void {
  text.author = "";
  text.group.destination = "author";
}

function openBox({ stories, group }: OpenText): void {
  const items: Item[] = [];
  stories.paragraph().boxes.push({ kind: "box", items });
  group.destination = "text";
  stories.open(items, stories.isAside(), group);
}

function countObject({ counts }: OpenText): void {
  counts.objects++;
}
