// HTML → document with places as line and column.
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { buildDocument, type RawBlock } from "../document-builder.ts";
import { sayBesideText } from "../office/beside-text.ts";
import type { Reader } from "../reader.ts";
import { encodingNotices, readText } from "../text/read-text.ts";
import { sourceOf, type Cut, type Source } from "../text/source-lines.ts";
import { isLinkBack, isNote, raisedNumber } from "./notes.ts";
import { endsBoldLine } from "./bold-line.ts";
import { takeChanges } from "./changes.ts";
import { findSuppressions } from "./find-suppressions.ts";
import { decodeHtml } from "./decode-html.ts";
import { inlineRun, type InlineRun } from "./inline-run.ts";
import { placeAsides, type AsideBlocks } from "./place-asides.ts";
import { readTable } from "./read-table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Larger files are read as plain text: the tree needs many times the memory of the file. */
const largestBytes = 60_000_000;

/** HTML → document: headings, paragraphs, lists and tables; navigation and page header and footer as furniture. */
export const readHtml: Reader = async (bytes, options) => {
  if (bytes.length > largestBytes) return readText(bytes, options);
  const decoded = decodeHtml(bytes);
  const source = withoutScripts(sourceOf(decoded.text));
  const tree = parse(source.text, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const changes = takeChanges(tree, options.changes);
  const reading: Reading = {
    blocks: [],
    run: inlineRun(source),
    kind: "paragraph",
    level: 0,
    layer: "body",
    tables: 0,
    title: null,
    language: null,
    depth: 0,
    inText: false,
    asides: [],
    inAside: false,
  };
  for (const node of tree.childNodes) readNode(reading, node);
  flush(reading);
  const beside = sayBesideText({ ...changes, comments: 0, objects: 0 }, options.changes, { engine: "html" });
  return buildDocument(placeAsides(reading.blocks, reading.asides), {
    format: "html",
    title: reading.title,
    declaredLanguage: reading.language,
    pages: null,
    reading: beside.reading,
    notices: [...encodingNotices(decoded), ...beside.notices],
    ...findSuppressions(tree, source),
  });
};

/**
 * Cuts the inside out of scripts, styles and embedded files. Pages that carry their own libraries are nine tenths
 * script; the parser would go through all of it and copy it into its tree.
 */
function withoutScripts(source: Source): Source {
  const { text, lineStarts } = source;
  const parts: string[] = [];
  const cuts: Cut[] = [];
  let from = 0;
  let kept = 0;
  const opening = /<(?:script|style)\b[^>]{0,2000}>|=\s*"data:(?=[^"]{500})/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const closing = match[0].startsWith("=")
      ? /"/g
      : /^<script/i.test(match[0])
        ? /<\/script/gi
        : /<\/style/gi;
    closing.lastIndex = start;
    const end = closing.exec(text)?.index ?? text.length;
    parts.push(text.slice(from, start));
    kept += start - from;
    from = end;
    cuts.push({ at: kept, shift: from - kept });
    opening.lastIndex = end;
  }
  return from === 0 ? source : { text: parts.join("") + text.slice(from), lineStarts, cuts };
}

interface Reading {
  readonly blocks: RawBlock[];
  readonly run: InlineRun;
  kind: "paragraph" | "list-item" | "caption" | "heading";
  level: number;
  layer: "body" | "furniture" | "contents" | "footnote";
  tables: number;
  title: string | null;
  /** As the root element says it. */
  language: string | null;
  depth: number;
  /** Inside main, article or a section: headers and footers there belong to the text. */
  inText: boolean;
  /** The asides of the text, those in another aside left out. */
  readonly asides: AsideBlocks[];
  inAside: boolean;
}

/** Elements that hold nothing to read. */
const dropped = new Set([
  "audio", "base", "button", "canvas", "datalist", "embed", "iframe", "input", "link", "map", "math", "meta",
  "noscript", "object", "option", "progress", "script", "select", "style", "svg", "template", "textarea", "video",
]); // prettier-ignore

/** Elements that stand inside a line; all others end the block before them and after them. */
const inline = new Set([
  "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
  "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
  "sub", "sup", "time", "tt", "u", "var", "wbr",
]); // prettier-ignore

const bold = new Set(["b", "strong"]);

const furnitureRoles = new Set(["navigation", "banner", "contentinfo", "search", "complementary"]);

/** Deepest nesting that is followed as structure; the parser allows any, the call stack does not. */
const deepest = 400;

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function flush(reading: Reading): void {
  const { pieces, strong } = reading.run.take();
  if (pieces.length === 0) return;
  const { layer, kind } = reading;
  if (kind === "heading") reading.blocks.push({ kind, layer, level: reading.level, pieces });
  else
    reading.blocks.push(
      strong && kind === "paragraph" ? { kind, layer, pieces, strong } : { kind, layer, pieces },
    );
}

function readChildren(reading: Reading, element: Element): void {
  for (const child of element.childNodes) readNode(reading, child);
}

/** Reads the children as blocks of a kind of their own, and returns to the present kind. */
function readBlock(
  reading: Reading,
  element: Element,
  change: Partial<Pick<Reading, "kind" | "level" | "layer" | "inText">>,
): void {
  flush(reading);
  const { kind, level, layer, inText } = reading;
  Object.assign(reading, change);
  readChildren(reading, element);
  flush(reading);
  Object.assign(reading, { kind, level, layer, inText });
}

function readNode(reading: Reading, node: Node): void {
  if (node.nodeName === "#text" && "value" in node) {
    reading.run.addText(node.value, node.sourceCodeLocation ?? null);
    return;
  }
  if (!("tagName" in node)) return;
  const element = node;
  const { tagName } = element;
  if (dropped.has(tagName) || attribute(element, "hidden") !== undefined) return;
  if (reading.depth > deepest) {
    readFlat(reading, element);
    return;
  }
  reading.depth++;
  readElement(reading, element);
  reading.depth--;
}

/** Below the deepest level only the text is kept, a block for each element that is not inline. */
function readFlat(reading: Reading, element: Element): void {
  const pending: (Node | "end")[] = [element];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === "end") {
      flush(reading);
    } else if (node.nodeName === "#text" && "value" in node) {
      reading.run.addText(node.value, node.sourceCodeLocation ?? null);
    } else if ("tagName" in node && !dropped.has(node.tagName)) {
      if (!inline.has(node.tagName)) {
        flush(reading);
        pending.push("end");
      }
      for (const child of [...node.childNodes].reverse()) pending.push(child);
    }
  }
}

function readElement(reading: Reading, element: Element): void {
  const { tagName } = element;
  if (inline.has(tagName)) {
    if (tagName === "img") {
      const alt = attribute(element, "alt") ?? "";
      // A description in words belongs to the text; a file name does not.
      if (alt.includes(" ") && !/\.\w{3,4}$/.test(alt)) reading.run.addText(` ${alt} `, null);
      return;
    }
    if (isLinkBack(element)) return;
    const raised = raisedNumber(element);
    if (raised !== null) {
      reading.run.addText(raised, null);
      return;
    }
    if (bold.has(tagName)) reading.run.enterBold();
    readChildren(reading, element);
    if (bold.has(tagName)) reading.run.leaveBold();
    return;
  }
  if (tagName === "html") reading.language = attribute(element, "lang") ?? null;
  if (reading.layer === "body" && isNote(element)) {
    readBlock(reading, element, { layer: "footnote", kind: "paragraph" });
    return;
  }
  switch (tagName) {
    case "head":
      for (const child of element.childNodes)
        if ("tagName" in child && child.tagName === "title") {
          const [text] = child.childNodes;
          if (text !== undefined && "value" in text) reading.title ??= text.value;
        }
      return;
    case "br":
      if (reading.kind === "paragraph" && reading.layer === "body" && endsBoldLine(element)) flush(reading);
      else reading.run.addBreak();
      return;
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      // "Noter" over the notes is no heading of the text.
      if (reading.layer === "footnote") {
        readBlock(reading, element, {});
        return;
      }
      readBlock(reading, element, {
        kind: "heading",
        level: Number(tagName[1]),
        // The title of a page stands in its header often enough.
        layer: tagName === "h1" && reading.layer === "furniture" ? "body" : reading.layer,
      });
      return;
    case "li":
      readBlock(reading, element, reading.layer === "footnote" ? {} : { kind: "list-item" });
      return;
    case "caption":
    case "figcaption":
      readBlock(reading, element, { kind: "caption" });
      return;
    case "table":
      flush(reading);
      readTableElement(reading, element);
      return;
    case "pre":
      reading.run.keepLines(true);
      readBlock(reading, element, { kind: "paragraph" });
      reading.run.keepLines(false);
      return;
    case "aside":
      readAside(reading, element);
      return;
    case "main":
    case "article":
    case "section":
      readBlock(reading, element, { inText: true });
      return;
    default:
      readBlock(reading, element, layerChange(reading, element));
  }
}

function readAside(reading: Reading, element: Element): void {
  const change = layerChange(reading, element);
  if (reading.inAside || (change.layer ?? reading.layer) !== "body") {
    readBlock(reading, element, change);
    return;
  }
  flush(reading);
  const first = reading.blocks.length;
  reading.inAside = true;
  readBlock(reading, element, change);
  reading.inAside = false;
  reading.asides.push({ first, end: reading.blocks.length });
}

function layerChange(reading: Reading, element: Element): Partial<Pick<Reading, "layer" | "kind">> {
  const { tagName } = element;
  const role = attribute(element, "role");
  const id = attribute(element, "id") ?? "";
  if (role === "doc-toc" || /^(?:toc|table-of-contents|innehall)$/i.test(id)) return { layer: "contents" };
  if (
    tagName === "nav" ||
    ((tagName === "header" || tagName === "footer") && !reading.inText) ||
    (role !== undefined && furnitureRoles.has(role))
  )
    return { layer: "furniture" };
  return tagName === "p" || reading.kind === "list-item" ? {} : { kind: "paragraph" };
}

function readTableElement(reading: Reading, element: Element): void {
  const outcome = readTable(element, reading.run, reading.tables + 1, reading.layer, (caption) => {
    readNode(reading, caption);
  });
  if (outcome === null) {
    // A table that only arranges the page: what stands in its cells is ordinary text.
    readBlock(reading, element, {});
    return;
  }
  if (outcome.length > 0) reading.tables++;
  reading.blocks.push(...outcome);
}
