// Markdown (CommonMark with tables and front matter) → document with places as line and column.
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmTable } from "micromark-extension-gfm-table";
import { buildDocument, type Piece, type RawBlock } from "../document-builder.ts";
import type { Reader } from "../reader.ts";
import type { FoundSuppression } from "../structure/place-suppressions.ts";
import { functionWordsOf } from "../structure/language-words.ts";
import { isTextUnder, mayHead } from "../structure/line-over-text.ts";
import { splitNumber } from "../structure/split-number.ts";
import { partWords } from "../structure/swedish.ts";
import { decode } from "../text/decode.ts";
import { findInLines, findSuppressions } from "./find-suppressions.ts";
import { isCostly } from "./is-costly.ts";
import { splitSource } from "./split-source.ts";
import { findFurniture } from "../text/find-furniture.ts";
import { encodingNotices } from "../text/read-text.ts";
import { alignedPieces, placeAt, sourceOf, type Source } from "../text/source-lines.ts";
import { piecesOf, textBlocks, type Line } from "../text/text-blocks.ts";

/** Larger files are read as plain text: the parser does half a megabyte a second. */
const largestBytes = 10_000_000;

type Layer = "body" | "footnote";
type Kind = "paragraph" | "list-item";

/** Markdown → document. Markup is taken away, link texts stay, addresses and comments go. */
export const readMarkdown: Reader = (bytes) => {
  const decoded = decode(bytes);
  const blocks: RawBlock[] = [];
  const suppressions: FoundSuppression[] = [];
  const source = sourceOf(decoded.text);
  const state: State = { source, blocks, tables: 0, title: null, language: null };
  for (const [index, part] of splitSource(source).entries()) {
    state.source = part;
    const tree = bytes.length > largestBytes || isCostly(part.text) ? null : parse(part.text, index === 0);
    if (tree === null) {
      suppressions.push(...readAsText(state));
      continue;
    }
    for (const node of tree.children) readNode(state, node, "paragraph");
    suppressions.push(...findSuppressions(tree, part));
  }
  return Promise.resolve(
    buildDocument(findFurniture(blocks), {
      format: "md",
      title: state.title,
      declaredLanguage: state.language,
      pages: null,
      reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "markdown" },
      notices: encodingNotices(decoded),
      suppressions,
    }),
  );
};

/** The tree of a part; null where the parser gives up (it recurses over nested containers). */
function parse(text: string, isFirst: boolean): Root | null {
  try {
    return fromMarkdown(text, {
      // Front matter stands at the beginning of the file only.
      extensions: isFirst ? [gfmTable(), frontmatter(["yaml", "toml"])] : [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown(["yaml", "toml"])],
    });
  } catch {
    return null;
  }
}

/** A part by its lines alone, headings marked with "#" included; answers the comments that suppress something. */
function readAsText(state: State): readonly FoundSuppression[] {
  const { linesBefore = 0 } = state.source;
  const { text, found } = findInLines(state.source);
  let lines: Line[] = [];
  const flush = (): void => {
    for (const block of textBlocks(lines, state.tables + 1)) pushLaidOut(state, block);
    lines = [];
  };
  for (const [index, line] of text.split("\n").entries()) {
    const number = linesBefore + index + 1;
    const heading = /^ {0,3}(#{1,6}) +(?=\S)/.exec(line);
    if (heading === null) {
      lines.push({ text: line, number, column: 1 });
      continue;
    }
    flush();
    const [mark, signs = ""] = heading;
    state.blocks.push({
      kind: "heading",
      level: signs.length,
      pieces: [{ text: line.slice(mark.length), location: { line: number, column: mark.length + 1 } }],
    });
  }
  flush();
  return found;
}

interface State {
  /** The part of the file that is being read. */
  source: Source;
  readonly blocks: RawBlock[];
  tables: number;
  title: string | null;
  language: string | null;
}

function readNode(state: State, node: RootContent, kind: Kind): void {
  switch (node.type) {
    case "yaml":
      state.title ??= titleInFrontMatter(node.value);
      state.language ??= languageInFrontMatter(node.value);
      return;
    case "heading":
      state.blocks.push({
        kind: "heading",
        level: node.depth,
        pieces: phrasing(state.source, node.children),
      });
      return;
    case "paragraph":
      readParagraph(state, node, kind);
      return;
    case "list": {
      const [only] = node.children;
      const [content] = only?.children ?? [];
      // A numbered line alone is more often a heading than a list of one: it keeps its number, structure decides.
      if (
        node.ordered === true &&
        node.children.length === 1 &&
        only?.children.length === 1 &&
        content?.type === "paragraph" &&
        only.position?.start.offset !== undefined &&
        content.position?.end.offset !== undefined &&
        content.position.start.line === content.position.end.line
      ) {
        const start = only.position.start.offset;
        const marker = state.source.text.slice(start, content.position.start.offset);
        state.blocks.push({
          kind: "paragraph",
          pieces: [
            { text: marker, location: placeAt(state.source, start) },
            ...phrasing(state.source, content.children),
          ],
        });
        return;
      }
      for (const item of node.children) {
        for (const [index, child] of item.children.entries())
          readNode(state, child, index === 0 ? "list-item" : "paragraph");
      }
      return;
    }
    case "blockquote":
      for (const child of node.children) readNode(state, child, "paragraph");
      return;
    case "table":
      readTable(state, node);
      return;
    case "code":
      readCode(state, node);
      return;
    case "html":
      readHtml(state, node);
      return;
    default:
      // Thematic breaks and link definitions hold no text of the document.
      return;
  }
}

/** The language in YAML front matter: "lang: sv", "language: sv-SE". */
function languageInFrontMatter(yaml: string): string | null {
  return /^lang(?:uage)?:[ \t]*["']?([a-z]{2,3}(?:[-_][a-z0-9]+)*)["']?[ \t]*$/im.exec(yaml)?.[1] ?? null;
}

/** The title in YAML front matter, without loading a YAML parser for one line. */
function titleInFrontMatter(yaml: string): string | null {
  const match = /^title:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#]+))/im.exec(yaml);
  const title = (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").trim();
  return title === "" || /^[>|]/.test(title) ? null : title;
}

/** `[^1]: text`, a note, which the parser takes for a paragraph. */
const noteMark = /^\[\^[^\]\s]{1,40}\]:\s*/;

function readParagraph(state: State, node: Paragraph, kind: Kind): void {
  let children = node.children;
  const [first] = children;
  let layer: Layer = "body";
  if (first?.type === "text" && noteMark.test(first.value)) layer = "footnote";

  if (kind === "paragraph" && layer === "body") {
    // "**Rubrik**", alone or as the first line of a paragraph.
    const lead = boldLead(children);
    if (lead > 0) {
      state.blocks.push({ kind, strong: true, pieces: phrasing(state.source, children.slice(0, lead)) });
      children = children.slice(lead);
    }
  }
  const pieces = phrasing(state.source, children);
  if (layer === "footnote") {
    const [head, ...rest] = pieces;
    const mark = noteMark.exec(head?.text ?? "")?.[0] ?? "";
    state.blocks.push({
      kind,
      layer,
      pieces: head === undefined ? rest : [afterMark(head, mark.length), ...rest],
    });
    return;
  }
  if (kind === "paragraph" && children.every((child) => child.type === "text")) {
    const lines = linesOfPieces(pieces);
    if (isLaidOut(lines)) {
      for (const block of textBlocks(lines, state.tables + 1)) pushLaidOut(state, block);
      return;
    }
    if (beginsWithShortLine(lines)) {
      // Whether it is a heading is for structure to decide, as of a line with blank lines around it.
      state.blocks.push(
        { kind, pieces: piecesOf(lines.slice(0, 1)) },
        { kind, pieces: piecesOf(lines.slice(1)) },
      );
      return;
    }
  }
  state.blocks.push({ kind, pieces });
}

function afterMark(piece: Piece, length: number): Piece {
  return {
    text: piece.text.slice(length),
    location:
      "line" in piece.location
        ? { line: piece.location.line, column: piece.location.column + length }
        : piece.location,
  };
}

function pushLaidOut(state: State, block: RawBlock): void {
  if (block.kind === "table-row") state.tables = Math.max(state.tables, block.table);
  state.blocks.push(block);
}

/** How many of the first children are a line in bold by itself; 0 when none. */
function boldLead(children: readonly PhrasingContent[]): number {
  let index = 0;
  while (children[index]?.type === "strong") index++;
  if (index === 0) return 0;
  const next = children[index];
  if (next === undefined || next.type === "break") return index;
  return next.type === "text" && /^\s*(?:\n|$)/.test(next.value) ? index : 0;
}

/** Lines of a paragraph that holds nothing but text. */
function linesOfPieces(pieces: readonly Piece[]): Line[] {
  const lines: { text: string; number: number; column: number }[] = [];
  for (const { text, location } of pieces) {
    if (!("line" in location)) continue;
    const body = text.endsWith("\n") ? text.slice(0, -1) : text;
    const last = lines.at(-1);
    if (last?.number === location.line) last.text += body;
    else lines.push({ text: body, number: location.line, column: location.column });
  }
  return lines;
}

/**
 * Whether line breaks mean something that Markdown does not see, as in text taken out of a PDF: a numbered heading
 * directly over its text, columns with gaps. Otherwise a line break is a space and the paragraph one block.
 */
function isLaidOut(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const [first, second] = lines;
  const gaps = lines.filter(
    (line) => /\S(?: {3,}| \| )\S/.test(line.text) && !/\.{4,}/.test(line.text),
  ).length;
  if (gaps >= 2) return true;
  // "•" and "–" are list items to everybody but a Markdown parser.
  if (lines.filter((line) => /^\s*[–—•·▪◦●○■□►▸‣]\s+\S/u.test(line.text)).length >= 2) return true;
  const head = first?.text.trim() ?? "";
  return (
    head.length <= 100 &&
    /^(?:\d+(?:\.\d+)+|§|\d+\s*§|\d{1,2}\s)/u.test(head) &&
    splitNumber(head, false).number !== null &&
    !/[.,;:]$/.test(head) &&
    /^["”“»]?\p{Lu}/u.test(second?.text.trim() ?? "")
  );
}

/** Longest line that can stand over text without a blank line between, and the width from which on lines are wrapped. */
const longestLead = 60;
const narrowestWrapped = 65;

/**
 * Whether the first line cannot have been wrapped: it ends long before the others do, without a full stop, and a capital
 * follows. "Beskrivning av ärendet" stands so over its text in what was taken out of a PDF.
 */
function beginsWithShortLine(lines: readonly Line[]): boolean {
  const [first, ...rest] = lines.map(({ text }) => text.trim());
  if (first === undefined || rest.length === 0) return false;
  const [only = ""] = rest;
  const wrapped = Math.min(...rest.slice(0, -1).map((line) => line.length));
  const width = rest.length > 1 ? wrapped : isLineOfText(first, only) ? only.length : 0;
  return (
    first.length <= longestLead &&
    (rest.length === 1 || wrapped >= narrowestWrapped) &&
    first.length < width * 0.75 &&
    /^(?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}/u.test(first) &&
    mayHead(first) &&
    !/[\d–-]$/u.test(first) &&
    /^["”»]?\p{Lu}/u.test(rest[0] ?? "")
  );
}

/**
 * Whether a line alone under a short one is text of its own: a sentence, or as long as wrapped lines are. No width of other
 * lines tells that the short one was not wrapped, so it must not break off either ("Den som söker stöd från").
 */
function isLineOfText(above: string, line: string): boolean {
  const lastWord = /\p{L}+$/u.exec(above)?.[0].toLocaleLowerCase("sv") ?? "";
  return (
    isTextUnder(line) &&
    (line.length >= narrowestWrapped || /[.!?]["”»]?$/u.test(line)) &&
    !beginsPart.test(line) &&
    !functionWordsOf(lastWord).includes("sv")
  );
}

/** "Bilaga 5 …" under "Bilaga 4 …" is the next line of a list. */
const beginsPart = new RegExp(`^(?:${partWords})\\s+(?:\\p{Lu}|\\d+)(?!\\p{L})`, "u");

function readTable(state: State, node: Table): void {
  const table = ++state.tables;
  const [head] = node.children;
  const columns = (head?.children ?? []).map((cell) => plain(cell.children));
  for (const [index, row] of node.children.entries()) {
    state.blocks.push({
      kind: "table-row",
      cells: row.children.map((cell) => phrasing(state.source, cell.children)),
      columns: index === 0 ? [] : row.children.map((_, column) => columns[column] ?? ""),
      table,
    });
  }
}

/** Code blocks hold tables and forms as often as code, so their lines are read as plain text. */
function readCode(state: State, node: Extract<RootContent, { type: "code" }>): void {
  const start = node.position?.start;
  const end = node.position?.end;
  if (start === undefined || end === undefined) return;
  const fenced = /^(?:`{3,}|~{3,})/.test(state.source.text.slice(start.offset, (start.offset ?? 0) + 4));
  const lines: Line[] = [];
  for (let number = start.line + (fenced ? 1 : 0); number <= end.line; number++) {
    const from = state.source.lineStarts[number - 1] ?? 0;
    const to = (state.source.lineStarts[number] ?? state.source.text.length + 1) - 1;
    const text = state.source.text.slice(from, to);
    if (fenced && number === end.line && /^\s*(?:`{3,}|~{3,})\s*$/.test(text)) break;
    lines.push({ text, number: number + (state.source.linesBefore ?? 0), column: 1 });
  }
  for (const block of textBlocks(lines, state.tables + 1)) pushLaidOut(state, block);
}

/** HTML in Markdown: comments, scripts and tags go, what stands between stays, line by line. */
function readHtml(state: State, node: Extract<RootContent, { type: "html" }>): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const text = state.source.text
    .slice(start, end)
    .replace(/<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1\s*>|$)|<\/?[A-Za-z][^<>]*>/gi, (markup) =>
      markup.replace(/[^\n]/g, " "),
    );
  const place = placeAt(state.source, start);
  const lines = text.split("\n").map((line, index) => ({
    text: line.replace(/&nbsp;/g, "      "),
    number: place.line + index,
    column: index === 0 ? place.column : 1,
  }));
  for (const line of lines) {
    const trimmed = line.text.trim();
    if (trimmed === "") continue;
    const indent = line.text.indexOf(trimmed);
    state.blocks.push({
      kind: "paragraph",
      pieces: [{ text: trimmed, location: { line: line.number, column: line.column + indent } }],
    });
  }
}

/** Pieces of inline content: text with its places, markup taken away. */
function phrasing(source: Source, nodes: readonly PhrasingContent[]): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) appendPhrasing(source, node, pieces);
  return pieces;
}

function appendPhrasing(source: Source, node: PhrasingContent, pieces: Piece[]): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case "text":
      pieces.push(...alignedPieces(source, node.value, start, end));
      return;
    case "inlineCode": {
      const inside = source.text.indexOf(node.value, start);
      const at = inside >= 0 && inside < end ? inside : start;
      pieces.push({ text: node.value, location: placeAt(source, at) });
      return;
    }
    case "break":
      pieces.push({ text: "\n", location: placeAt(source, start) });
      return;
    case "image":
    case "imageReference":
      // A description in words belongs to the text; a file name does not.
      if (node.alt?.includes(" ") === true && !/\.\w{3,4}$/.test(node.alt))
        pieces.push({ text: node.alt, location: placeAt(source, start + 2) });
      return;
    case "html":
      if (/^<br\b/i.test(node.value)) pieces.push({ text: "\n", location: placeAt(source, start) });
      return;
    default:
      if ("children" in node) for (const child of node.children) appendPhrasing(source, child, pieces);
  }
}

function plain(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) =>
      node.type === "html"
        ? /^<br\b/i.test(node.value)
          ? " "
          : ""
        : "value" in node
          ? node.value
          : "children" in node
            ? plain(node.children)
            : "",
    )
    .join("");
}
