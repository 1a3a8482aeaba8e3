// Comments of a presentation, in the form of 2007 (p:cm) and in that of 2021, which knows answers (p188:cm, p188:reply).
import type { PlacedComment } from "../office/comments.ts";
import type { Meter } from "../office/meter.ts";
import { readXml } from "../office/read-xml.ts";

/** Part with the authors of comments, in either form → their names by the id that comments give. A broken one gives none. */
export function readCommentAuthors(bytes: Uint8Array): ReadonlyMap<string, string> {
  const authors = new Map<string, string>();
  readXml(bytes, {
    open: (name, attribute) => {
      const local = localName(name);
      if (local === "cmAuthor" || local === "author")
        authors.set(attribute("id") ?? "", attribute("name") ?? "");
    },
    close: () => undefined,
    text: () => undefined,
  });
  return authors;
}

/** The comments of one slide, each followed by its answers; `broken` when the part breaks off after them. */
export function readComments(
  bytes: Uint8Array,
  slide: number,
  authors: ReadonlyMap<string, string>,
  meter: Meter,
): { readonly comments: readonly PlacedComment[]; readonly broken: boolean } {
  const found: { author: string; text: string }[] = [];
  /** Answers stand inside the comment, before its own text. */
  const open: { author: string; text: string }[] = [];
  let taking = false;
  const problem = readXml(
    bytes,
    {
      open: (name, attribute) => {
        const local = localName(name);
        const comment = open.at(-1);
        if (local === "cm" || local === "reply") {
          meter.paragraph();
          const next = { author: authors.get(attribute("authorId") ?? "") ?? "", text: "" };
          found.push(next);
          open.push(next);
        } else if (name === "p:text" || name === "a:t") taking = true;
        else if ((name === "a:p" || name === "a:br") && comment !== undefined && comment.text !== "")
          comment.text += "\n";
      },
      close: (name) => {
        const local = localName(name);
        if (local === "cm" || local === "reply") open.pop();
        else if (name === "p:text" || name === "a:t") taking = false;
      },
      text: (content) => {
        const comment = open.at(-1);
        if (!taking || comment === undefined) return;
        meter.characters(content.length);
        comment.text += content;
      },
    },
    meter.xmlLevels,
  );
  return {
    comments: found
      .filter(({ text }) => text.trim() !== "")
      .map((comment) => ({ ...comment, location: { slide } })),
    broken: problem !== null,
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
