// Looks at a rendered page as a browser's parser reads it.
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Report } from "../../../src/model/report.ts";
import { renderHtml } from "../../support/render-html.ts";
import type { RenderOptions } from "../../../src/report/render-options.ts";

export const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that stand apart from what is beside them. */
const blocks = new Set([
  "p",
  "li",
  "dt",
  "dd",
  "th",
  "td",
  "h1",
  "h2",
  "h3",
  "h4",
  "small",
  "caption",
  "summary",
  "em",
]);

export interface Page {
  readonly html: string;
  /** Elements of a name ("*" for all), in order; what a template holds is among them. */
  readonly elements: (name: string) => readonly Element[];
  /** The text of an element with its blanks run together. */
  readonly text: (element: Element) => string;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function children(node: Node): readonly Node[] {
  const own = "childNodes" in node ? node.childNodes : [];
  return "content" in node ? [...own, ...node.content.childNodes] : own;
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  const text = children(node).map(textOf).join("");
  return blocks.has(node.nodeName) ? ` ${text} ` : text;
}

export function openPage(report: Report, changed: Partial<RenderOptions> = {}): Page {
  const html = renderHtml(report, { ...options, ...changed });
  const all: Element[] = [];
  const walk = (node: Node): void => {
    if ("tagName" in node) all.push(node);
    children(node).forEach(walk);
  };
  parse(html).childNodes.forEach(walk);
  return {
    html,
    elements: (name) => (name === "*" ? all : all.filter((element) => element.tagName === name)),
    text: (element) =>
      textOf(element)
        .replace(/[ \n]+/g, " ")
        .trim(),
  };
}
