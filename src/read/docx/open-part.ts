// A part while it is being read: what is open in it, and what has been found so far.
import type { ChangesRead } from "../../model/document.ts";
import { startAlternatives, type Alternatives } from "../office/alternatives.ts";
import type { Meter, TextLimits } from "../office/meter.ts";
import { countChanges, type ChangeCount, type ChangeKind } from "../word-processor/count-changes.ts";
import type { Story } from "../word-processor/story.ts";
import type { ReadGraphic } from "./graphics.ts";
import { startContents, type OpenContents } from "./open-contents.ts";
import { startOpenTables, type OpenTables } from "./open-tables.ts";
import type { FurnitureReference } from "./part.ts";
import type { Numbering } from "./read-numbering.ts";
import type { Styles } from "./read-styles.ts";
import { startStories, type StoryStack } from "./story-stack.ts";

export interface PartContext extends TextLimits {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly changes: ChangesRead;
  /** Reads the charts and diagrams that the part points to; without it they are only counted. */
  readonly graphic?: ReadGraphic;
}

export interface OpenPart {
  readonly context: PartContext;
  readonly meter: Meter;
  readonly stories: StoryStack;
  readonly tables: OpenTables;
  readonly contents: OpenContents;
  readonly alternatives: Alternatives;
  readonly changes: ChangeCount;
  /** The changes that this reading takes back. */
  readonly gone: ChangeKind;
  /** How many of the other changes are open. */
  kept: number;
  readonly found: Story[];
  readonly furniture: FurnitureReference[];
  readonly counts: {
    formatting: number;
    charts: number;
    diagrams: number;
    embedded: number;
    pictures: number;
  };
  /** Number of the first paragraph of the section that is open. */
  sectionStart: number;
  inRun: boolean;
  /** What the text between tags is, null for nothing. */
  taking: "text" | "instruction" | null;
  /** Elements of properties that are open. */
  properties: number;
  /** Elements that are open inside one that is left out, itself among them. */
  leftOut: number;
  /** Whether w:p inside what is left out is a paragraph of the document (it is not in a fallback). */
  countsParagraphs: boolean;
}

/** Starts before the first element. */
export function startPart(context: PartContext, meter: Meter): OpenPart {
  const { styles, numbering, changes } = context;
  const numbers = numbering.startCounting();
  return {
    context,
    meter,
    stories: startStories((paragraph) => paragraph.finish(styles, numbering, numbers, changes)),
    tables: startOpenTables(),
    contents: startContents(),
    alternatives: startAlternatives(),
    changes: countChanges(),
    gone: changes === "accepted" ? "deletion" : "insertion",
    kept: 0,
    found: [],
    furniture: [],
    counts: { formatting: 0, charts: 0, diagrams: 0, embedded: 0, pictures: 0 },
    sectionStart: 1,
    inRun: false,
    taking: null,
    properties: 0,
    leftOut: 0,
    countsParagraphs: false,
  };
}

/** Passes over the element that has just begun, and all in it. `counting`: its paragraphs have numbers all the same. */
export function leaveOut(part: OpenPart, counting: "counting" | "uncounted"): void {
  part.leftOut = 1;
  part.countsParagraphs = counting === "counting";
}
