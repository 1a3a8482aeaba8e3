// Lines of a source text, and pieces of it with their line and column.
import type { Piece } from "../document-builder.ts";

/** A text whose line ends are all "\n", so that offsets and columns agree for every parser. */
export interface Source {
  readonly text: string;
  /** Offset of the first code unit of each line, in the text before anything was cut out of it. */
  readonly lineStarts: readonly number[];
  /** Lines of the file that stand before this text; none when left out. */
  readonly linesBefore?: number;
  /** Where stretches were cut out, in rising order of `at`; none when left out. */
  readonly cuts?: readonly Cut[];
}

/** From `at` in the cut text on, the text stood `shift` code units further on in the original. */
export interface Cut {
  readonly at: number;
  readonly shift: number;
}

/** Makes line ends alike. That changes no line and no column: what goes away stands at the end of a line. */
export function sourceOf(raw: string): Source {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { text, lineStarts };
}

/** Index of the last of `count` rising values that is not above `value`; -1 when all are. */
function lastAtMost(count: number, at: (index: number) => number, value: number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column, from 1, of an offset. */
export function placeAt(source: Source, offset: number): { readonly line: number; readonly column: number } {
  const { lineStarts, cuts = [] } = source;
  const original =
    offset + (cuts[lastAtMost(cuts.length, (index) => cuts[index]?.at ?? 0, offset)]?.shift ?? 0);
  const line = Math.max(
    0,
    lastAtMost(lineStarts.length, (index) => lineStarts[index] ?? 0, original),
  );
  return { line: (source.linesBefore ?? 0) + line + 1, column: original - (lineStarts[line] ?? 0) + 1 };
}

/**
 * Pieces for a value that a parser made of `[start, end)` of the source: escapes undone, character references
 * replaced, indentation taken away. Wherever both run side by side, each code unit gets its own place.
 */
export function alignedPieces(source: Source, value: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let at = start;
  let pieceAt = start;
  const cut = (index: number): void => {
    if (index > from) pieces.push({ text: value.slice(from, index), location: placeAt(source, pieceAt) });
    from = index;
    pieceAt = at;
  };
  let index = 0;
  while (index < value.length) {
    const wanted = value[index];
    if (
      at < end &&
      source.text[at] === wanted &&
      !(wanted === "&" && isReference(source.text, at, value, index))
    ) {
      index++;
      at++;
      // A new line begins a new piece: its column is another.
      if (wanted === "\n") cut(index);
      continue;
    }
    const skip = at < end ? skipTo(source.text, at, end, wanted) : null;
    if (skip === null) {
      // Lost the thread (a reference that became several signs, say): the rest keeps the last known place.
      break;
    }
    at = skip.at;
    cut(index);
    if (skip.taken > 0) {
      index++;
      const code = value.codePointAt(index - 1) ?? 0;
      if (code > 0xffff) index++;
      at += skip.taken;
      cut(index);
    }
  }
  cut(value.length);
  return pieces;
}

/** "&amp;" in the source for "&" in the value: the same first sign, but a reference all the same. */
function isReference(text: string, at: number, value: string, index: number): boolean {
  const match = reference.exec(text.slice(at, at + 40));
  return match !== null && value.slice(index, index + match[0].length) !== match[0];
}

const reference = /^&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?/;

/** Where the source goes on with the wanted sign: after an escape, a reference (`taken` long) or indentation. */
function skipTo(
  text: string,
  at: number,
  end: number,
  wanted: string | undefined,
): { readonly at: number; readonly taken: number } | null {
  if (text[at] === "\\" && text[at + 1] === wanted) return { at: at + 1, taken: 0 };
  if (text[at] === "&") {
    const match = reference.exec(text.slice(at, Math.min(end, at + 40)));
    if (match !== null) return { at, taken: match[0].length };
  }
  // Indentation and the marks of quotations and tables, which belong to the container.
  let next = at;
  while (
    next < end &&
    next - at < longestSkip &&
    text[next] !== wanted &&
    /[\s>|*_`\\]/.test(text[next] ?? "")
  )
    next++;
  return next < end && text[next] === wanted && next > at ? { at: next, taken: 0 } : null;
}

/** Longest run of indentation and marks that is skipped. */
const longestSkip = 200;
