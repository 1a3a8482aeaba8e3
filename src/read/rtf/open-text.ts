// The text of an RTF file while it is being read: the group that is open, and what has been found so far.
import type { ChangesRead } from "../../model/document.ts";
import type { Meter } from "../office/meter.ts";
import { countChanges, type ChangeCount } from "../word-processor/count-changes.ts";
import type { Item, Story } from "../word-processor/story.ts";
import { startCodePages, type RtfCodePages } from "./code-pages.ts";
import { outermostGroup, type Group } from "./group.ts";
import { startStories, type StoryStack } from "./story-stack.ts";
import { startStylesheet, type RtfStylesheet } from "./stylesheet.ts";

export interface OpenText {
  readonly meter: Meter;
  /** Which side of tracked changes is read. */
  readonly read: ChangesRead;
  readonly body: Item[];
  readonly notes: Readonly<Record<"footnote" | "endnote" | "comment", Map<string, Story>>>;
  readonly furniture: { readonly paragraph: number; readonly items: readonly Item[] }[];
  readonly counts: { objects: number; pictures: number };
  readonly changes: ChangeCount;
  readonly codePages: RtfCodePages;
  readonly stylesheet: RtfStylesheet;
  readonly stories: StoryStack;
  /** The innermost group, and those around it. */
  group: Group;
  readonly around: Group[];
  title: string;
  /** Who wrote the next comment. */
  author: string;
  language: string | null;
  noteCount: number;
  /** Number of the first paragraph of the section that is open. */
  sectionStart: number;
  /** Bytes that wait to be decoded together: a letter may take two. */
  pending: number[];
  /** Bytes still to pass over behind a \u. */
  fallback: number;
}

/** Starts before the first brace. */
export function startText(meter: Meter, read: ChangesRead): OpenText {
  const body: Item[] = [];
  const stylesheet = startStylesheet();
  return {
    meter,
    read,
    body,
    notes: { footnote: new Map(), endnote: new Map(), comment: new Map() },
    furniture: [],
    counts: { objects: 0, pictures: 0 },
    changes: countChanges(),
    codePages: startCodePages(),
    stylesheet,
    stories: startStories(body, meter, stylesheet.style),
    group: outermostGroup(),
    around: [],
    title: "",
    author: "",
    language: null,
    noteCount: 0,
    sectionStart: 1,
    pending: [],
    fallback: 0,
  };
}
