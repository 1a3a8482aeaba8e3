// Footnotes of HTML pages: where they stand, the marks in the text that point to them, and the links back.
import type { DefaultTreeAdapterTypes } from "parse5";

type Element = DefaultTreeAdapterTypes.Element;

/** Roles of notes (DPUB-ARIA 1.1), and of lists of them. */
const noteRoles = new Set(["doc-footnote", "doc-endnote", "doc-endnotes"]);
/** What programs call their lists of notes: pandoc, Word and Google Docs as HTML, MediaWiki, Markdown of several kinds. */
const noteClass =
  /(?:^|\s)(?:footnotes?|footnote-list|endnotes?|fotnot(?:er)?|slutnoter|msofootnotetext)(?:\s|$)/iu;
const noteId = /^(?:footnotes?|endnotes?|fotnoter|slutnoter|(?:ftn|edn)\d+)$/iu;
const noteTypes = /(?:^|\s)(?:footnotes?|endnotes?|rearnotes?)(?:\s|$)/u;
/** Only what can hold a paragraph is a note; marks in the text are called the same. */
const holders = new Set(["aside", "section", "div", "ol", "ul", "li", "p", "dl", "dd", "footer"]);

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? "";
}

/** Is the element a note, or a list of them? */
export function isNote(element: Element): boolean {
  if (!holders.has(element.tagName)) return false;
  return (
    noteRoles.has(attribute(element, "role")) ||
    noteTypes.test(attribute(element, "epub:type")) ||
    noteClass.test(attribute(element, "class")) ||
    noteId.test(attribute(element, "id"))
  );
}

/** Is it the link at the end of a note that leads back to the text? */
export function isLinkBack(element: Element): boolean {
  return (
    element.tagName === "a" &&
    (attribute(element, "role") === "doc-backlink" ||
      /(?:^|\s)(?:footnote-back(?:ref)?|reversefootnote|data-footnote-backref)(?:\s|$)/u.test(
        attribute(element, "class"),
      ))
  );
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A raised number ("1", "[1]": the mark of a note, or a power) as signs that are no part of the word before it; null for what is
 * none. "målen" with a mark must stay the word "målen".
 */
export function raisedNumber(element: Element): string | null {
  if (element.tagName !== "sup" && attribute(element, "role") !== "doc-noteref") return null;
  const digits = /^\s*\[?(\d{1,3})\]?\s*$/u.exec(textOf(element))?.[1];
  if (digits === undefined) return null;
  return [...digits].map((digit) => superscripts[Number(digit)] ?? digit).join("");
}

/** The text of an element with few others in it; "" for one that holds more. */
function textOf(element: Element, depth = 0): string {
  if (depth > 3 || element.childNodes.length > 4) return "";
  return element.childNodes
    .map((node) => ("value" in node ? node.value : "tagName" in node ? textOf(node, depth + 1) : ""))
    .join("");
}
