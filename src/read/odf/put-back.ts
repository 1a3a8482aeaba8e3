// Text that was deleted, read again where it stood: how an OpenDocument text was before its tracked changes.
import type { XmlHandler } from "../office/read-xml.ts";
import type { Deletion } from "./deletions.ts";
import { isParagraph } from "./elements.ts";
import { openParagraph } from "./open-paragraph.ts";
import type { OpenText } from "./open-text.ts";
import type { OpenStory } from "./story-stack.ts";

/**
 * Puts back what was deleted in `story`: its first paragraph goes on in the one that is open, and the text goes on in its
 * last. `handler` is the walk that reads it.
 */
export function putBack(text: OpenText, deletion: Deletion, story: OpenStory, handler: XmlHandler): void {
  const { stories } = text;
  const host = story.paragraph;
  let first = true;
  text.puttingBack = true;
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
      handler.open(name, attribute);
    },
    close: (name) => {
      if (!isParagraph(name) || stories.innermost() !== story) handler.close(name);
    },
    text: handler.text,
  });
  text.puttingBack = false;
  // The rest of the host needs a paragraph to stand in.
  if (host !== null) story.paragraph ??= openParagraph({ ...host, label: () => "" });
}
