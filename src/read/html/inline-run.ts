// The text of one block as it is met in the tree: white space as a browser shows it, each word with its place.
import type { Piece } from "../document-builder.ts";
import { alignedPieces, placeAt, type Source } from "../text/source-lines.ts";

/** Where the parser found a text, in offsets of the source. */
export interface TextPlace {
  readonly startOffset: number;
  readonly endOffset: number;
}

export interface InlineRun {
  /** Adds text; `place` is null for text that the source has in another form (a description of an image). */
  addText(value: string, place: TextPlace | null): void;
  addBreak(): void;
  enterBold(): void;
  leaveBold(): void;
  /** Whether line breaks of the source are those of the text (`pre`). */
  keepLines(keep: boolean): void;
  /** The pieces so far, and a new run. `strong`: all that is visible stands in bold. */
  take(): { readonly pieces: readonly Piece[]; readonly strong: boolean };
}

/** A run over a source, empty to begin with. */
export function inlineRun(source: Source): InlineRun {
  let pieces: Piece[] = [];
  let boldDepth = 0;
  let visibleBold = false;
  let visiblePlain = false;
  let kept = 0;
  /** Offset where the last known text ended: the place of what has none of its own. */
  let lastEnd = 0;

  return {
    addText(value, place) {
      if (place === null) {
        if (value.trim() !== "") pieces.push({ text: value, location: placeAt(source, lastEnd) });
        return;
      }
      lastEnd = place.endOffset;
      if (/^[ \t\n\f\r]*$/.test(value)) {
        // Only between words is white space worth keeping.
        if (kept > 0 || !/\s$/.test(pieces.at(-1)?.text ?? " "))
          pieces.push({ text: kept > 0 ? value : " ", location: placeAt(source, place.startOffset) });
        return;
      }
      if (boldDepth > 0) visibleBold = true;
      else visiblePlain = true;
      for (const piece of alignedPieces(source, value, place.startOffset, place.endOffset)) {
        if (kept > 0) pieces.push(piece);
        else pushCollapsed(pieces, piece);
      }
    },
    addBreak() {
      pieces.push({ text: "\n", location: placeAt(source, lastEnd) });
    },
    enterBold() {
      boldDepth++;
    },
    leaveBold() {
      boldDepth--;
    },
    keepLines(keep) {
      kept += keep ? 1 : -1;
    },
    take() {
      const taken = { pieces, strong: visibleBold && !visiblePlain };
      pieces = [];
      visibleBold = false;
      visiblePlain = false;
      return taken;
    },
  };
}

/** White space of HTML becomes one space; what follows a longer gap is a piece of its own, with its own column. */
function pushCollapsed(pieces: Piece[], piece: Piece): void {
  const { text, location } = piece;
  const pushSpace = (): void => {
    if (!/\s$/.test(pieces.at(-1)?.text ?? " ")) pieces.push({ text: " ", location });
  };
  if (!/^[ \t\n\f\r]|[\t\n\f\r]|  /.test(text)) {
    pieces.push(piece);
    return;
  }
  const words = /[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*/g;
  let end = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    if (match.index > end) pushSpace();
    pieces.push({
      text: match[0],
      location:
        "line" in location ? { line: location.line, column: location.column + match.index } : location,
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) pushSpace();
}
