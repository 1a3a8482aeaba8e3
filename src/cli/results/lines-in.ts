// The lines of something that may be larger than memory, one at a time.
import { constants } from "node:buffer";

/** Where a line begins and how long it is without its line break, in bytes. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

export interface Line extends LinePlace {
  /** null for one that is longer than a text can be: it is the last that comes, and its end is not looked for. */
  readonly text: string | null;
  /** False for a last line without a line break: it may be cut off. */
  readonly isWhole: boolean;
}

/** The lines of UTF-8 text that comes in pieces. `longest` is the limit of a line, in bytes. */
export async function* linesIn(
  pieces: AsyncIterable<Buffer>,
  longest: number = constants.MAX_STRING_LENGTH,
): AsyncGenerator<Line, void, undefined> {
  let rest: Buffer[] = [];
  let start = 0;
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
      rest.push(piece.subarray(from, end));
      length += end - from;
      yield { text: Buffer.concat(rest).toString("utf8"), start, length, isWhole: true };
      start += length + 1;
      length = 0;
      rest = [];
      from = end + 1;
    }
    rest.push(piece.subarray(from));
    length += piece.length - from;
    if (length >= longest) {
      yield { text: null, start, length, isWhole: false };
      return;
    }
  }
  if (length > 0) yield { text: Buffer.concat(rest).toString("utf8"), start, length, isWhole: false };
}
