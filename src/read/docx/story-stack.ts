// The story that text goes into: that of the part, and while they are open the cells and text boxes inside it.
import type { ChangeKind } from "../word-processor/count-changes.ts";
import type { Item } from "../word-processor/story.ts";
import { openParagraph, type OpenParagraph } from "./open-paragraph.ts";

interface OpenStory {
  readonly items: Item[];
  /** A paragraph whose mark is gone and that runs on in the next one (ECMA-376 part 1, 17.13.5.15). */
  unended: OpenParagraph | null;
}

export interface StoryStack {
  readonly open: (items: Item[]) => void;
  /** Ends the innermost story, and a paragraph that nothing followed. */
  readonly close: () => void;
  /** The innermost open paragraph: one in a text box stands inside another. */
  readonly paragraph: () => OpenParagraph | undefined;
  readonly beginParagraph: (number: number) => OpenParagraph;
  /** Ends the innermost paragraph. `gone`: the changes that this reading takes back. */
  readonly endParagraph: (gone: ChangeKind) => void;
  /** Puts something finished into the innermost story. */
  readonly deliver: (item: Item) => void;
}

/** Starts outside of any story. `finish` makes the paragraph that is kept of one that has ended. */
export function startStories(finish: (paragraph: OpenParagraph) => Item): StoryStack {
  const stories: OpenStory[] = [];
  const paragraphs: OpenParagraph[] = [];
  /** Text boxes hang on a paragraph in the middle of its text; read there, they would cut its sentences in two. */
  const whole = (paragraph: OpenParagraph): Item[] => [finish(paragraph), ...paragraph.boxes];
  return {
    open: (items) => {
      stories.push({ items, unended: null });
    },
    close: () => {
      const story = stories.pop();
      if (story !== undefined && story.unended !== null) story.items.push(...whole(story.unended));
    },
    paragraph: () => paragraphs.at(-1),
    beginParagraph: (number) => {
      const paragraph = openParagraph(number);
      paragraphs.push(paragraph);
      return paragraph;
    },
    endParagraph: (gone) => {
      const paragraph = paragraphs.pop();
      const story = stories.at(-1);
      if (paragraph === undefined || story === undefined) return;
      if (story.unended !== null) {
        paragraph.takeIn(story.unended);
        story.unended = null;
      }
      if (paragraph.markChanges.has(gone)) story.unended = paragraph;
      else story.items.push(...whole(paragraph));
    },
    deliver: (item) => {
      stories.at(-1)?.items.push(item);
    },
  };
}
