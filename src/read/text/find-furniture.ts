// Page numbers and running headers that were copied into a text along with its pages.
import type { RawBlock } from "../document-builder.ts";
import { pageCount, pageNumber } from "./swedish.ts";

/** A run of this many consecutive page numbers, or of lines that differ in their page number only, is no chance. */
const fewest = 3;
/** Longest line that can be a running header, in code units. */
const longest = 120;

/**
 * Moves to the layer "furniture": lines that are a page number only, in a row that rises by one, and lines that end in
 * "3 (14)" and come again with other numbers. A lone number stays where it is.
 */
export function findFurniture(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const numbers: { index: number; page: number }[] = [];
  const headers = new Map<string, number[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "table-row" || block.kind === "heading" || block.layer !== undefined) continue;
    const line = block.pieces
      .map((piece) => piece.text)
      .join("")
      .trim();
    if (line.length > longest) continue;
    const match = pageNumber.exec(line);
    if (match !== null) numbers.push({ index, page: Number(match[1]) });
    else if (pageCount.test(line)) {
      const key = line.replace(pageCount, "").replace(/\s+/g, " ");
      headers.set(key, [...(headers.get(key) ?? []), index]);
    }
  }
  const furniture = new Set<number>();
  let start = 0;
  for (let at = 1; at <= numbers.length; at++) {
    if (at < numbers.length && numbers[at]?.page === (numbers[at - 1]?.page ?? 0) + 1) continue;
    if (at - start >= fewest) for (const { index } of numbers.slice(start, at)) furniture.add(index);
    start = at;
  }
  for (const indexes of headers.values())
    if (indexes.length >= fewest - 1) for (const index of indexes) furniture.add(index);
  if (furniture.size === 0) return blocks;
  return blocks.map((block, index) => (furniture.has(index) ? { ...block, layer: "furniture" } : block));
}
