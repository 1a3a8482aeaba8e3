// Lines of a table of contents in formats that do not mark them: moved to the layer "contents", where they stand.
import type { Block } from "../../model/document.ts";
import { contentsHeading } from "./swedish.ts";

/** "4.3 Jämställdhet ........ 17", "Mål . . . . . 9", "Mål ____ 9". */
const leaderLine = /(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,}|·{4,})\s*\d{0,4}\s*$/u;

/** Code units at the end of a line in which leaders are looked for: the search is quadratic in long rows of dots. */
const longestLeader = 200;

/** Longest line that can be an entry without dots and page number. */
const longestEntry = 120;

/**
 * Marks table-of-contents lines: those with dot leaders, and, right after a line that says "Innehåll", the run of short
 * lines that come again later in the document (the headings they point at).
 */
export function findContents(text: string, blocks: readonly Block[]): readonly Block[] {
  const found = new Set<number>();
  let contentsAt = -1;
  for (const [index, block] of blocks.entries()) {
    if (block.layer !== "body" || block.kind === "heading") {
      if (block.layer === "body" && contentsAt < 0 && isContentsHeading(text, block)) contentsAt = index;
      continue;
    }
    const end = text.slice(Math.max(block.span.start, block.span.end - 12), block.span.end);
    if (/[.…_·]\s*\d{0,4}\s*$/u.test(end)) {
      const lines = text.slice(block.span.start, block.span.end).split("\n");
      const leaders = lines.filter((line) => leaderLine.test(line.slice(-longestLeader))).length;
      // A long heading takes two lines, of which the second has the dots.
      if (block.kind !== "table-row" && leaders * 2 >= lines.length) found.add(index);
    }
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
  if (entries.length < 3) return [];
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
  return run.length >= 3 && repeated.length >= run.length * 0.6 ? run : [];
}
