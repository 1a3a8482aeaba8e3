// The comments of a Word document: which are ours, which of ours somebody has answered, and how ours are written.
import type { CommentLine } from "../comment-lines.ts";
import { author } from "../annotated.ts";
import { escapeXml, type Splice } from "./part-text.ts";
import { decodeText, rootOf, scanXml, wordNamespace } from "./scan-xml.ts";

const word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
const word2012 = "http://schemas.microsoft.com/office/word/2012/wordml";

export interface OldComment {
  readonly id: string;
  readonly own: boolean;
  /** The whole element in the XML. */
  readonly start: number;
  end: number;
  /** By which other parts know it: the id of its last paragraph; "" without one. */
  paragraphId: string;
  /** All it says. */
  text: string;
}

export interface OldComments {
  readonly comments: readonly OldComment[];
  /** Puts comments in behind the last. */
  readonly append: (comments: string) => Splice;
  /** What names of elements begin with: "w:". */
  readonly prefix: string;
}

/** null for XML that is not well-formed, or whose comments use no prefix. */
export function readComments(xml: string): OldComments | null {
  const comments: OldComment[] = [];
  let current: OldComment | null = null;
  let textStart = -1;
  const walked = scanXml(xml, {
    open: (tag) => {
      if (tag.uri !== wordNamespace) return;
      if (tag.local === "comment") {
        current = {
          id: tag.attribute(wordNamespace, "id") ?? "",
          own: tag.attribute(wordNamespace, "author") === author,
          start: tag.start,
          end: tag.end,
          paragraphId: "",
          text: "",
        };
        comments.push(current);
      } else if (tag.local === "p" && current !== null) {
        current.paragraphId = tag.attribute(word2010, "paraId") ?? "";
        if (current.text !== "") current.text += "\n";
      } else if (tag.local === "t") textStart = tag.end;
    },
    close: (tag) => {
      if (tag.uri !== wordNamespace) return;
      if (tag.local === "comment" && current !== null) {
        current.end = tag.end;
        current = null;
      } else if (tag.local === "t" && current !== null && !tag.empty) {
        const raw = xml.slice(textStart, tag.start);
        current.text += decodeText(raw)?.text ?? raw;
      }
    },
  });
  const root = walked ? rootOf(xml) : null;
  const colon = root?.name.indexOf(":") ?? -1;
  if (root === null || colon < 0) return null;
  return { comments, append: root.append, prefix: root.name.slice(0, colon + 1) };
}

/** Ids of paragraphs of comments that somebody has answered, or marked as done (commentsExtended.xml). */
export function settledParagraphs(xml: string): ReadonlySet<string> {
  const settled = new Set<string>();
  scanXml(xml, {
    open: (tag) => {
      if (tag.uri !== word2012 || tag.local !== "commentEx") return;
      const done = tag.attribute(word2012, "done");
      if (done === "1" || done === "true") settled.add(tag.attribute(word2012, "paraId") ?? "");
      const parent = tag.attribute(word2012, "paraIdParent");
      if (parent !== undefined) settled.add(parent);
    },
    close: () => undefined,
  });
  settled.delete("");
  return settled;
}

/**
 * Takes the entries about comments that go away out of a part beside the comments (commentsExtended.xml and the like):
 * those with one of `ids` in an attribute of the name. Answers the ids of `carried` that stood in them.
 */
export function dropEntries(
  xml: string,
  attribute: string,
  ids: ReadonlySet<string>,
  carried: string,
): { readonly splices: readonly Splice[]; readonly carried: ReadonlySet<string> } {
  const splices: Splice[] = [];
  const found = new Set<string>();
  const open: { start: number; drops: boolean }[] = [];
  scanXml(xml, {
    open: (tag) => {
      const value = anyAttribute(xml.slice(tag.start, tag.end), attribute);
      const drops = value !== undefined && ids.has(value);
      if (drops) {
        const also = anyAttribute(xml.slice(tag.start, tag.end), carried);
        if (also !== undefined) found.add(also);
      }
      open.push({ start: tag.start, drops });
    },
    close: (tag) => {
      const element = open.pop();
      if (element?.drops === true && !open.some(({ drops }) => drops))
        splices.push({ at: element.start, remove: tag.end - element.start, insert: "" });
    },
  });
  return { splices, carried: found };
}

/** An attribute of a tag by its own name, whatever its prefix: these parts have one namespace each. */
function anyAttribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s(?:[^\\s=:]+:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

/** One comment as XML. `prefix` is "w:" in most files. */
export function commentXml(id: number, lines: readonly CommentLine[], prefix: string): string {
  const tag = (name: string): string => `${prefix}${name}`;
  const paragraphs = lines.map(({ role, text }) => {
    const looks =
      role === "question" || role === "title"
        ? `<${tag("b")}/>`
        : role === "source"
          ? `<${tag("color")} ${tag("val")}="595959"/>`
          : "";
    // Small type and little space: balloons are narrow, and the style of the text may be large.
    return (
      `<${tag("p")}><${tag("pPr")}><${tag("spacing")} ${tag("before")}="0" ${tag("after")}="60" ${tag("line")}="240" ${tag("lineRule")}="auto"/></${tag("pPr")}>` +
      `<${tag("r")}><${tag("rPr")}>${looks}<${tag("sz")} ${tag("val")}="20"/></${tag("rPr")}>` +
      `<${tag("t")} xml:space="preserve">${escapeXml(text)}</${tag("t")}></${tag("r")}></${tag("p")}>`
    );
  });
  return (
    `<${tag("comment")} ${tag("id")}="${String(id)}" ${tag("author")}="${author}" ${tag("initials")}="gl">` +
    `${paragraphs.join("")}</${tag("comment")}>`
  );
}
