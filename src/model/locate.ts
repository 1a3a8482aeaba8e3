// The only arithmetic on places: from an offset in the text to a place in the original.
import type { Anchor, Location } from "./location.ts";

/** Index of the last anchor at or before `offset` (anchors sorted, the first at 0). */
export function anchorIndex(anchors: readonly Anchor[], offset: number): number {
  let low = 0;
  let high = anchors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const anchor = anchors[middle];
    if (anchor !== undefined && anchor.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Where the code unit at `offset` of the text stands in the original file.
 * Anchors come from `Document.anchors`; without any (an empty document) the answer is line 1, column 1.
 */
export function locate(document: { readonly anchors: readonly Anchor[] }, offset: number): Location {
  const anchor = document.anchors[anchorIndex(document.anchors, offset)];
  if (anchor === undefined) return { line: 1, column: 1 };
  const { location } = anchor;
  return "line" in location
    ? { line: location.line, column: location.column + Math.max(0, offset - anchor.offset) }
    : location;
}
