// Lines of a table of contents in formats that do not mark them: moved to the layer "contents", where they stand.
import type { Block } from "../../model/document.ts";
import { contentsHeading } from "./swedish.ts";

/** "4.3 Jämställdhet ........ 17", "Mål . . . . . 9", "Mål ____ 9". */
const leaderLine = /(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|·{4,})\s*\d{0,4}\s*$/u;

/** Code units at the end of a line in which leaders are looked for: the search is quadratic in long rows of dots. */
const longestLeader = 200;

/** Longest line that can be an entry without dots and page number. */
const longestEntry = 120;

/** So many entries are a table of contents. */
const fewestEntries = 3;

/**
 * Marks table-of-contents lines: those with dot leaders, and, right after a line that says "Innehåll", the run of short
 * lines that come again later in the document (the headings they point at) or that end with page numbers.
 */
export function findContents(text: string, blocks: readonly Block[]): readonly Block[] {
  const found = new Set<number>();
  let contentsAt = -1;
  for (const [index, block] of blocks.entries()) {
    if (block.layer !== "body" || block.kind === "heading") {
      if (block.layer === "body" && contentsAt < 0 && isContentsHeading(text, block)) contentsAt = index;
      continue;
    }
    if (block.kind !== "table-row" && (isDotted(text, block) || isNumberedList(text, block)))
      found.add(index);
    if (contentsAt < 0 && isContentsHeading(text, block)) contentsAt = index;
  }
  if (contentsAt >= 0) for (const index of entriesAfter(text, blocks, contentsAt)) found.add(index);
  if (found.size === 0) return blocks;
  return blocks.map((block, index) => (found.has(index) ? { ...block, layer: "contents" } : block));
}

function isContentsHeading(text: string, block: Block): boolean {
  return (
    block.span.end - block.span.start <= 24 &&
    contentsHeading.test(text.slice(block.span.start, block.span.end))
  );
}

function linesOf(text: string, { span }: Block): string[] {
  return text.slice(span.start, span.end).split("\n");
}

/** Have half of the lines leaders? A long heading takes two lines, of which the second has the dots. */
function isDotted(text: string, block: Block): boolean {
  const end = text.slice(Math.max(block.span.start, block.span.end - 12), block.span.end);
  if (!/[.…_·]\s*\d{0,4}\s*$/u.test(end)) return false;
  const lines = linesOf(text, block);
  return lines.filter((line) => leaderLine.test(line.slice(-longestLeader))).length * 2 >= lines.length;
}

/** A table of contents in one block: "Innehåll" and under it lines that end with page numbers. */
function isNumberedList(text: string, block: Block): boolean {
  if (!/\d\s*$/.test(text.slice(Math.max(block.span.start, block.span.end - 12), block.span.end)))
    return false;
  const [first = "", ...entries] = linesOf(text, block);
  return (
    contentsHeading.test(first.trim()) &&
    entries.length >= fewestEntries &&
    numberedRun(entries) === entries.length
  );
}

/** How many lines, from the first on, end with page numbers that do not fall ("Ekonomi 4", "Personal 15"). */
function numberedRun(lines: readonly string[]): number {
  let page = 0;
  for (const [index, line] of lines.entries()) {
    const next = Number(/\p{L}[^\p{L}\d]*[ \t](\d{1,4})[ \t]*$/u.exec(line.slice(-longestLeader))?.[1] ?? -1);
    if (next < page || line.length > longestEntry) return index;
    page = next;
  }
  return lines.length;
}

/** Without number, page number and case, as an entry and its heading share them. */
function entryKey(line: string): string {
  return line
    .toLowerCase()
    .replace(/^[\d.§\s]+/, "")
    .replace(/[\s.]*\d*$/, "")
    .replace(/\s+/g, " ");
}

function entriesAfter(text: string, blocks: readonly Block[], contentsAt: number): number[] {
  const entries: number[] = [];
  for (let index = contentsAt + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (
      block === undefined ||
      block.layer !== "body" ||
      block.kind === "heading" ||
      block.kind === "table-row"
    )
      break;
    const line = text.slice(block.span.start, block.span.end);
    if (line.length > longestEntry || /\p{L}[.:;]$/u.test(line)) break;
    entries.push(index);
  }
  if (entries.length < fewestEntries) return [];
  const shown = entries
    .flatMap((index) => blocks[index] ?? [])
    .map(({ span }) => text.slice(span.start, span.end));
  const numbered = numberedRun(shown);
  if (numbered >= fewestEntries) return entries.slice(0, numbered);
  // The run may reach into the text itself: it ends at the last line that comes again after it, and it is a table of
  // contents only if most of its lines do.
  const later = new Map<string, number>();
  for (let index = contentsAt + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.layer !== "body" || block.span.end - block.span.start > longestEntry)
      continue;
    later.set(entryKey(text.slice(block.span.start, block.span.end)), index);
  }
  const repeated: number[] = [];
  let end = contentsAt;
  for (const index of entries) {
    const block = blocks[index];
    if (block === undefined) continue;
    const key = entryKey(text.slice(block.span.start, block.span.end));
    if (key !== "" && (later.get(key) ?? -1) > index) {
      repeated.push(index);
      end = index;
    }
  }
  const run = entries.filter((index) => index <= end);
  return run.length >= fewestEntries && repeated.length >= run.length * 0.6 ? run : [];
}
