// Replacing stretches of a text without losing the way back to the raw text.

/**
 * Piece of a mapping: from `out` in the normalised text on, code units correspond one to one to the raw text from
 * `raw` on, up to the next piece. Where one raw code unit became several ("ﬁ" → "fi"), they share its place.
 */
export interface MapPiece {
  readonly out: number;
  readonly raw: number;
}

/** A text on its way through the repairs, with its map back to the raw text. */
export interface Mapped {
  readonly text: string;
  readonly map: readonly MapPiece[];
}

/** Replace `[start, end)` of the current text by `by`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/**
 * Applies edits (sorted, not overlapping) to a mapped text. The n-th code unit of a replacement points at the n-th
 * one of what it replaces; what is longer points at the last, so the way back never leaves what was replaced.
 */
export function applyEdits(source: Mapped, edits: readonly Edit[]): Mapped {
  if (edits.length === 0) return source;
  const parts: string[] = [];
  const map: MapPiece[] = [];
  let outLength = 0;
  let read = 0;
  let pieceIndex = 0;

  const push = (out: number, raw: number): void => {
    const last = map.at(-1);
    if (last !== undefined) {
      if (out - last.out === raw - last.raw) return;
      if (last.out === out) map.pop();
    }
    map.push({ out, raw });
  };
  /** Raw offset of `at` in the current text; asked for in rising order. */
  const rawAt = (at: number): number => {
    for (;;) {
      const next = source.map[pieceIndex + 1];
      if (next === undefined || next.out > at) break;
      pieceIndex++;
    }
    const piece = source.map[pieceIndex];
    return piece === undefined ? at : piece.raw + (at - piece.out);
  };
  const copy = (end: number): void => {
    if (end <= read) return;
    push(outLength, rawAt(read));
    for (let index = pieceIndex + 1; index < source.map.length; index++) {
      const piece = source.map[index];
      if (piece === undefined || piece.out >= end) break;
      push(outLength + (piece.out - read), piece.raw);
    }
    parts.push(source.text.slice(read, end));
    outLength += end - read;
    read = end;
  };

  for (const edit of edits) {
    copy(edit.start);
    for (let index = 0; index < edit.by.length; index++) {
      push(outLength + index, rawAt(Math.min(edit.start + index, Math.max(edit.start, edit.end - 1))));
    }
    parts.push(edit.by);
    outLength += edit.by.length;
    read = edit.end;
  }
  copy(source.text.length);
  if (map.length === 0) map.push({ out: 0, raw: rawAt(source.text.length) });
  return { text: parts.join(""), map };
}

/** One edit for each match for which `replace` gives a text; null leaves the match as it is. */
export function editMatches(
  source: Mapped,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | null,
): Mapped {
  const edits: Edit[] = [];
  for (const match of source.text.matchAll(pattern)) {
    const by = replace(match);
    if (by === null || by === match[0]) continue;
    // Only what differs is replaced, so that the rest keeps its place in the original.
    let head = 0;
    while (head < by.length && head < match[0].length && by[head] === match[0][head]) head++;
    let tail = 0;
    while (
      tail < by.length - head &&
      tail < match[0].length - head &&
      by[by.length - 1 - tail] === match[0][match[0].length - 1 - tail]
    )
      tail++;
    edits.push({
      start: match.index + head,
      end: match.index + match[0].length - tail,
      by: by.slice(head, by.length - tail),
    });
  }
  return applyEdits(source, edits);
}
