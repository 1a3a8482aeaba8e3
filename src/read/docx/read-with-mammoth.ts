// The second engine's reading: mammoth's HTML → blocks. It has no outline levels but by style name, no numbers of
// headings, no headers and footers; paragraphs are counted as it hands them out.
import type { Layer, ReadResult } from "../../model/document.ts";
import { buildDocument } from "../document-builder.ts";
import type { Piece, RawBlock } from "../document-builder.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { ReadLimits } from "../reader.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { readXml } from "../office/read-xml.ts";
import { runMammoth } from "./run-mammoth.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";

/**
 * Reads tracked changes as accepted, whatever was asked for. `instead`: mammoth stands in for our own pass, which failed; the
 * document then says so.
 */
export async function readWithMammoth(
  archive: Archive,
  limits: ReadLimits,
  instead: boolean,
): Promise<ReadResult> {
  const result = await runMammoth(archive, limits);
  switch (result.kind) {
    case "html":
      break;
    case "failed":
      return unreadFile("docx", "READER_FAILED", { engine: "mammoth", reason: result.reason });
    case "out-of-memory":
      return unreadFile("docx", "ARCHIVE_TOO_LARGE", { limit: result.heapMb, unit: "heap-mb" });
    case "out-of-time":
      return unreadFile("docx", "READER_FAILED", {
        engine: "mammoth",
        reason: `${String(result.milliseconds)} ms`,
      });
    default:
      return unreadBecause("docx", result);
  }
  const { blocks, title } = blocksOf(result.html);
  const { reading, notices } = sayBesideText(
    { ...changesIn(archive), comments: countComments(archive), objects: 0 },
    "accepted",
    { engine: "mammoth" },
  );
  const built = buildDocument(blocks, {
    format: "docx",
    title,
    pages: null,
    reading,
    notices: instead ? [{ code: "DOCX_SECOND_ENGINE", params: {} }, ...notices] : notices,
  });
  return built.blocks.length > 0 ? built : unreadFile("docx", "NO_TEXT", { pictures: 0 }, "no-text");
}

/** How many elements of tracked changes there are: mammoth's HTML shows what came of them. */
function changesIn(archive: Archive): { readonly insertions: number; readonly deletions: number } {
  const main = archive.read("word/document.xml");
  const text = main.kind === "bytes" ? Buffer.from(main.bytes).toString("latin1") : "";
  return {
    insertions: text.match(/<w:(?:ins|moveTo)[\s>]/gu)?.length ?? 0,
    deletions: text.match(/<w:(?:del|moveFrom)[\s>]/gu)?.length ?? 0,
  };
}

/** How many comments there are: mammoth passes over them. */
function countComments(archive: Archive): number {
  const part = archive.read("word/comments.xml");
  const text = part.kind === "bytes" ? Buffer.from(part.bytes).toString("latin1") : "";
  return text.match(/<w:comment[\s>]/gu)?.length ?? 0;
}

interface OpenRow {
  header: boolean;
  cells: Piece[][];
  spans: number[];
}

/** Blocks of mammoth's HTML, which is well-formed XML but for its root. */
export function blocksOf(html: string): {
  readonly blocks: readonly RawBlock[];
  readonly title: string | null;
} {
  const blocks: RawBlock[] = [];
  let title: string | null = null;
  let paragraph = 0;
  let tableCount = 0;
  const tables: { number: number; columns: string[]; row: OpenRow | null }[] = [];
  /** What text is being collected for, with nested ones (a list in a list item) on top. */
  const open: { name: string; role: string; text: string; paragraph: number }[] = [];
  let noteDepth = 0;
  let silent = 0;

  const finish = (block: (typeof open)[number]): void => {
    const pieces: Piece[] = [{ text: block.text, location: { paragraph: block.paragraph } }];
    const row = tables.at(-1)?.row;
    const cell = row?.cells.at(-1);
    if (cell !== undefined) {
      if (block.text.trim() !== "") {
        cell.push({
          text: (cell.length > 0 ? "\n" : "") + block.text,
          location: { paragraph: block.paragraph },
        });
      }
      return;
    }
    const layer: Layer = noteDepth > 0 ? "footnote" : block.role === "contents" ? "contents" : "body";
    const level = /^h([1-6])$/u.exec(block.name)?.[1];
    if (block.role === "title") title ??= block.text.trim() === "" ? null : block.text.trim();
    if (level !== undefined) blocks.push({ kind: "heading", level: Number(level), pieces });
    else blocks.push({ kind: block.name === "li" ? "list-item" : "paragraph", layer, pieces });
  };

  readXml(new TextEncoder().encode(`<html>${html}</html>`), {
    open: (name, attribute) => {
      if (silent > 0) {
        silent++;
        return;
      }
      const id = attribute("id") ?? "";
      if (name === "a" && (/^(?:footnote|endnote)-ref-/u.test(id) || isBackLink(attribute("href")))) {
        silent = 1;
        return;
      }
      if (name === "li" && /^(?:footnote|endnote)-/u.test(id)) {
        noteDepth++;
        return;
      }
      if (name === "p" || name === "li" || /^h[1-6]$/u.test(name)) {
        // An item that only holds a deeper list is no paragraph in the file: items are counted at their first text.
        if (noteDepth === 0 && name !== "li") paragraph++;
        open.push({ name, role: attribute("class") ?? "", text: "", paragraph: Math.max(paragraph, 1) });
        return;
      }
      const table = tables.at(-1);
      const block = open.at(-1);
      if (name === "br" && block !== undefined) block.text += "\n";
      else if (name === "table") tables.push({ number: ++tableCount, columns: [], row: null });
      else if (name === "tr" && table !== undefined) table.row = { header: false, cells: [], spans: [] };
      else if ((name === "td" || name === "th") && table?.row != null) {
        table.row.header = name === "th";
        table.row.cells.push([]);
        table.row.spans.push(Number(attribute("colspan") ?? "1"));
      } else if ((name === "ul" || name === "ol") && block?.name === "li") {
        // The item's own text stands before the list inside it.
        finish({ ...block });
        block.text = "";
      }
    },
    close: (name) => {
      if (silent > 0) {
        silent--;
        return;
      }
      const block = open.at(-1);
      if (block !== undefined && block.name === name) {
        open.pop();
        if (block.text !== "") finish(block);
        return;
      }
      if (name === "li") noteDepth--;
      const table = tables.at(-1);
      if (name === "table") tables.pop();
      else if (name === "tr" && table?.row != null) {
        const { header, cells, spans } = table.row;
        table.row = null;
        const texts = cells.map((cell) => cell.map((piece) => piece.text.trim()).join(" "));
        blocks.push({ kind: "table-row", cells, columns: header ? [] : table.columns, table: table.number });
        if (header)
          table.columns = texts.flatMap((text, index) => Array<string>(spans[index] ?? 1).fill(text));
      }
    },
    text: (text) => {
      const block = open.at(-1);
      if (silent > 0 || block === undefined) return;
      if (block.text === "" && block.name === "li" && noteDepth === 0) block.paragraph = ++paragraph;
      block.text += text;
    },
  });
  return { blocks, title };
}

function isBackLink(target: string | undefined): boolean {
  return target !== undefined && /^#(?:footnote|endnote)-ref-/u.test(target);
}
