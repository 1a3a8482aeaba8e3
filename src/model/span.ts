// A place in the text of a document. Every fact the tool states rests on one of these.

/** Half-open range `[start, end)` of UTF-16 code units in `Document.text`. Offsets count from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Is `inner` inside `outer` (the borders may coincide)? */
export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Do the two ranges share at least one code unit? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
