// The story that text goes into: the body, a header, and while they are open the cells, notes and boxes inside it.
import type { Item } from "../word-processor/story.ts";
import type { OdfLists } from "./lists.ts";
import { startOpenLists, type OpenLists } from "./open-lists.ts";
import { openParagraph, type Begin, type OpenParagraph } from "./open-paragraph.ts";
import { startOpenTables, type OpenTables } from "./open-tables.ts";

export interface OpenStory {
  readonly items: Item[];
  readonly lists: OpenLists;
  readonly tables: OpenTables;
  /** Element that ends it. */
  readonly ends: string;
  paragraph: OpenParagraph | null;
  /** Notes and headers are parts of their own: their paragraphs have no number in the text. */
  readonly aside: boolean;
  /** A paragraph whose end belongs to an insertion that is taken back: the next one runs on in it. */
  unended: OpenParagraph | null;
}

export interface StoryStack {
  readonly innermost: () => OpenStory | undefined;
  readonly open: (items: Item[], ends: string, aside: boolean) => void;
  /** Ends the innermost story with what is open in it. */
  readonly close: () => void;
  /** Begins a paragraph in the innermost story; one that is open ends. */
  readonly beginParagraph: (begin: Begin) => void;
  readonly endParagraph: () => void;
  /** The insertion that a paragraph ran on in has ended: what follows is another paragraph. */
  readonly endUnended: () => void;
}

function deliver(story: OpenStory, paragraph: OpenParagraph): void {
  story.items.push(paragraph.finish(), ...paragraph.boxes);
}

/** Starts outside of any story. `isGone`: what stands here is no text in this reading, ends of paragraphs too. */
export function startStories(numbering: OdfLists, isGone: () => boolean): StoryStack {
  const stories: OpenStory[] = [];
  const innermost = (): OpenStory | undefined => stories.at(-1);

  const endParagraph = (): void => {
    const story = innermost();
    if (story === undefined || story.paragraph === null) return;
    let { paragraph } = story;
    const earlier = story.unended;
    story.paragraph = null;
    story.unended = null;
    if (earlier !== null) {
      // The paragraph is that of its first words.
      if (earlier.pieces().length > 0) {
        earlier.takeIn(paragraph, "after");
        paragraph = earlier;
      } else paragraph.takeIn(earlier, "before");
    }
    if (isGone()) story.unended = paragraph;
    else deliver(story, paragraph);
  };
  const endUnended = (): void => {
    const story = innermost();
    if (story === undefined || story.unended === null) return;
    const { unended } = story;
    story.unended = null;
    deliver(story, unended);
  };

  return {
    innermost,
    open: (items, ends, aside) => {
      stories.push({
        items,
        lists: startOpenLists(numbering),
        tables: startOpenTables(),
        ends,
        paragraph: null,
        aside,
        unended: null,
      });
    },
    close: () => {
      endParagraph();
      endUnended();
      stories.pop();
    },
    beginParagraph: (begin) => {
      const story = innermost();
      if (story === undefined) return;
      // The paragraph of a frame that is no shape we know: it must not cut the one around it.
      endParagraph();
      story.paragraph = openParagraph(begin);
    },
    endParagraph,
    endUnended,
  };
}
