// An OpenDocument text while it is being read: what is open in it, and what has been found so far.
import type { ChangesRead } from "../../model/document.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, NoteReference, Story } from "../word-processor/story.ts";
import { startLists, type OdfLists } from "./lists.ts";
import { startStories, type StoryStack } from "./story-stack.ts";
import { startStyles, type OdfStyles } from "./styles.ts";
import { startChanges, type TrackedChanges } from "./tracked-changes.ts";

export interface OpenText {
  readonly meter: Meter;
  readonly styles: OdfStyles;
  readonly lists: OdfLists;
  readonly changes: TrackedChanges;
  readonly stories: StoryStack;
  readonly body: Item[];
  /** Each header and footer of each page style. */
  readonly furniture: (readonly Item[])[];
  readonly notes: Readonly<Record<NoteReference["kind"], Map<string, Story>>>;
  readonly counts: { objects: number; pictures: number };
  /** Whether there was an office:text. */
  isText: boolean;
  /** The language of paragraphs that say nothing else, and whether the styles that are open are theirs. */
  language: string | null;
  inDefaults: boolean;
  /** Elements that are open, of their kind. */
  inStyles: number;
  indexes: number;
  /** Elements that are open inside one that is left out, itself among them. */
  leftOut: number;
  /** Whether that one is the list of tracked changes. */
  inChanges: boolean;
  /** What was deleted is being put back: its paragraphs have the number of the one that its mark stands in. */
  puttingBack: boolean;
  noteKind: "footnote" | "endnote";
  /** Notes and comments so far: ids need not be there, nor be different ones in headers and text. */
  noteCount: number;
  /** The comment that is open, and whether what stands here is the name of who wrote it. */
  comment: { readonly id: string; readonly items: Item[]; author: string } | null;
  inAuthor: boolean;
}

/** Starts before the first part. */
export function startText(meter: Meter, changesRead: ChangesRead): OpenText {
  const lists = startLists();
  const changes = startChanges(changesRead, meter);
  return {
    meter,
    styles: startStyles(),
    lists,
    changes,
    stories: startStories(lists, changes.isGone),
    body: [],
    furniture: [],
    notes: { footnote: new Map(), endnote: new Map(), comment: new Map() },
    counts: { objects: 0, pictures: 0 },
    isText: false,
    language: null,
    inDefaults: false,
    inStyles: 0,
    indexes: 0,
    leftOut: 0,
    inChanges: false,
    puttingBack: false,
    noteKind: "footnote",
    noteCount: 0,
    comment: null,
    inAuthor: false,
  };
}
