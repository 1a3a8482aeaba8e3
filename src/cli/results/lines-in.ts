// The lines of something that may be larger than memory, one at a time.

/** Where a line begins and how long it is without its line break, in bytes. */
export interface LinePlace {
  readonly start: number;
  readonly length: number;
}

export interface Line extends LinePlace {
  readonly text: string;
  /** False for a last line without a line break: it may be cut off. */
  readonly isWhole: boolean;
}

/** The lines of UTF-8 text that comes in pieces. */
export async function* linesIn(pieces: AsyncIterable<Buffer>): AsyncGenerator<Line, void, undefined> {
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
  }
  if (length > 0) yield { text: Buffer.concat(rest).toString("utf8"), start, length, isWhole: false };
}
