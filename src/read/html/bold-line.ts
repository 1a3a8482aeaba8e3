// "<p><b>Rubrik</b><br>text": a bold line with text under it in the same paragraph. Its author sees a heading over a paragraph.
import type { DefaultTreeAdapterTypes } from "parse5";
import { isTextUnder, mayHead } from "../structure/line-over-text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const bold = new Set(["b", "strong"]);
/** Among so many parts of the paragraph the line must end. */
const furthest = 6;

/**
 * Does the line break end a bold line that begins its paragraph, is no sentence, and has text under it that is not bold?
 * Only what stands in the paragraph itself is looked at.
 */
export function endsBoldLine(lineBreak: Element): boolean {
  const { parentNode } = lineBreak;
  if (parentNode === null) return false;
  const around = parentNode.childNodes;
  // Only at the beginning: a paragraph may hold any number of line breaks, and each would look at all the others.
  const at = around.slice(0, furthest).indexOf(lineBreak);
  if (at < 0) return false;
  const [line, onward] = [around.slice(0, at).filter(isVisible), around.slice(at + 1).filter(isVisible)];
  const [under] = onward;
  if (line.length === 0 || under === undefined || !line.every(isBold) || isBold(under)) return false;
  const words = line.map(textOf).join(" ").trim();
  const text = onward.map(textOf).join(" ");
  return mayHead(words) && isTextUnder(text);
}

function isBold(node: Node): boolean {
  return "tagName" in node && bold.has(node.tagName);
}

function isVisible(node: Node): boolean {
  return "tagName" in node ? node.tagName !== "br" : textOf(node).trim() !== "";
}

/** Text of a node, for a look at it; what stands deeper than any paragraph is left aside. */
function textOf(node: Node, depth = 0): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("tagName" in node) || depth > 20) return "";
  return node.childNodes.map((child) => textOf(child, depth + 1)).join("");
}
