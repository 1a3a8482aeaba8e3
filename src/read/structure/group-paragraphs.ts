// Parts for a text without any heading: paragraphs in groups of about 200 words.
import type { Block } from "../../model/document.ts";

/** Words after which a group ends with the paragraph. */
const wordsInGroup = 200;
/** A last group smaller than this goes with the one before it. */
const smallestGroup = 80;

/**
 * Index ranges `[first, end)` of groups of blocks between `first` and `end`. Paragraphs are never split and a table is
 * not either, unless it is longer than a group by itself.
 */
export function groupParagraphs(
  text: string,
  blocks: readonly Block[],
  first: number,
  end: number,
): { readonly first: number; readonly end: number }[] {
  const groups: { first: number; end: number; words: number }[] = [];
  let start = first;
  let words = 0;
  for (let index = first; index < end; index++) {
    const block = blocks[index];
    if (block === undefined) break;
    words += text.slice(block.span.start, block.span.end).split(/\s+/).length;
    const next = blocks[index + 1];
    const insideTable =
      block.kind === "table-row" && next?.kind === "table-row" && next.table === block.table;
    if (words >= (insideTable ? wordsInGroup * 2 : wordsInGroup)) {
      groups.push({ first: start, end: index + 1, words });
      start = index + 1;
      words = 0;
    }
  }
  if (start < end) {
    const last = groups.at(-1);
    if (last !== undefined && words < smallestGroup) last.end = end;
    else groups.push({ first: start, end, words });
  }
  return groups;
}
