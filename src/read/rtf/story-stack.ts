// The story that text goes into: the body, and while they are open the notes, headers and boxes inside it.
import type { Meter } from "../office/meter.ts";
import type { Item } from "../word-processor/story.ts";
import { startTables, type TableStack } from "../word-processor/table-stack.ts";
import { leaveParagraph, type Group } from "./group.ts";
import { finishParagraph, openParagraph, runOn, type OpenParagraph } from "./open-paragraph.ts";
import type { ResolvedStyle } from "./stylesheet.ts";

interface OpenStory {
  readonly tables: TableStack;
  paragraph: OpenParagraph | null;
  /** Notes and headers: their paragraphs have no number in the text. */
  readonly aside: boolean;
}

/** The row as \trowd and what follows it define it. */
interface RowDefinition {
  header: boolean;
  cells: { edge: number; covered: boolean }[];
  /** The next cell is covered by the one before or above it. */
  covered: boolean;
}

const mostCells = 500;

/** `group` is always the one that is open when the call is made. */
export interface StoryStack {
  /** The open paragraph of the innermost story, begun where there is none. */
  readonly paragraph: () => OpenParagraph;
  readonly hasParagraph: () => boolean;
  readonly isAside: () => boolean;
  readonly endParagraph: (group: Group) => void;
  /** The mark of the paragraph is gone in a tracked change: the next one runs on in it. */
  readonly joinParagraph: () => void;
  /** `depth`: of the cell, from 1. */
  readonly endCell: (group: Group, depth: number) => void;
  readonly endRow: (depth: number) => void;
  /** Opens a story inside, whose items go to `items`. It ends with the group. */
  readonly open: (items: Item[], aside: boolean, group: Group) => void;
  readonly close: (group: Group) => void;
  /** Heeds a control word that defines the row; others change nothing. */
  readonly word: (name: string, number: number | null) => void;
  /** The file is at its end; answers whether a paragraph was still open. */
  readonly end: (group: Group) => boolean;
}

/** Starts with an empty body, whose items go to `body`. */
export function startStories(
  body: Item[],
  meter: Meter,
  styleOf: (number: number) => ResolvedStyle,
): StoryStack {
  const main: OpenStory = { tables: startTables(body), paragraph: null, aside: false };
  const stories: OpenStory[] = [main];
  let row: RowDefinition = { header: false, cells: [], covered: false };

  const innermost = (): OpenStory => stories.at(-1) ?? main;
  const paragraph = (): OpenParagraph => {
    const story = innermost();
    story.paragraph ??= openParagraph(story.aside ? meter.paragraphs() : meter.paragraph());
    return story.paragraph;
  };
  const endParagraph = (group: Group, depth: number): void => {
    const ended = paragraph();
    const story = innermost();
    story.paragraph = null;
    story.tables.goTo(depth);
    ended.contents ||= group.contents;
    story.tables.deliver([
      finishParagraph(ended, styleOf(group.style), group.outline, group.list),
      ...ended.boxes,
    ]);
  };
  const endWhereItStands = (group: Group): void => {
    endParagraph(group, group.inTable ? group.nesting : 0);
  };

  return {
    paragraph,
    hasParagraph: () => innermost().paragraph !== null,
    isAside: () => innermost().aside,
    endParagraph: endWhereItStands,
    joinParagraph: () => {
      runOn(paragraph(), innermost().aside ? null : meter.paragraph());
    },
    endCell: (group, depth) => {
      endParagraph(group, depth);
      innermost().tables.endCell();
    },
    endRow: (depth) => {
      innermost().tables.goTo(depth);
      innermost().tables.endRow(row);
    },
    open: (items, aside, group) => {
      stories.push({ tables: startTables(items), paragraph: null, aside });
      leaveParagraph(group);
      group.opensStory = true;
    },
    close: (group) => {
      if (innermost().paragraph !== null) endWhereItStands(group);
      innermost().tables.goTo(0);
      stories.pop();
    },
    word: (name, number) => {
      switch (name) {
        case "trowd":
          row = { header: false, cells: [], covered: false };
          return;
        case "trhdr":
          row.header = number !== 0;
          return;
        case "clmrg":
        case "clvmrg":
          row.covered = true;
          return;
        case "cellx":
          if (row.cells.length < mostCells) row.cells.push({ edge: number ?? 0, covered: row.covered });
          row.covered = false;
          return;
      }
    },
    end: (group) => {
      const unfinished = innermost().paragraph !== null;
      if (unfinished) endWhereItStands(group);
      stories.splice(1);
      main.tables.goTo(0);
      return unfinished;
    },
  };
}
