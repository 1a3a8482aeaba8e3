// The text of a Word document: pieces of it lie about in the file, in the order in which they were saved ([MS-DOC] 2.8.35).
import { decodeWindows1252 } from "../windows-1252.ts";

export interface Piece {
  /** Positions in the text, from 0. */
  readonly start: number;
  readonly end: number;
  /** Where the first character lies in the stream, in bytes. */
  readonly offset: number;
  /** One byte a character (Windows-1252), or two. */
  readonly bytesPerCharacter: 1 | 2;
}

export interface PieceTable {
  readonly pieces: readonly Piece[];
  /** Text from position to position. */
  readonly text: (start: number, end: number) => string;
  /** The piece that holds a position; undefined behind the end. */
  readonly pieceAt: (position: number) => Piece | undefined;
}

/** `part` is the part "pieces" of the table stream, `main` the stream "WordDocument". */
export function readPieces(part: DataView, main: Uint8Array): PieceTable {
  let at = 0;
  // Properties that single pieces refer to stand first.
  while (at < part.byteLength && part.getUint8(at) === 1) at += 3 + part.getUint16(at + 1, true);
  if (at >= part.byteLength || part.getUint8(at) !== 2) throw new RangeError("pieces");
  const length = part.getUint32(at + 1, true);
  const count = Math.floor((length - 4) / 12);
  const positions = at + 5;
  const descriptions = positions + (count + 1) * 4;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const start = part.getUint32(positions + index * 4, true);
    const end = part.getUint32(positions + (index + 1) * 4, true);
    const place = part.getUint32(descriptions + index * 8 + 2, true);
    const small = (place & 0x40000000) !== 0;
    const offset = (place & 0x3fffffff) / (small ? 2 : 1);
    const bytesPerCharacter = small ? 1 : 2;
    if (end < start || start !== (pieces.at(-1)?.end ?? 0)) throw new RangeError("piece order");
    if (offset + (end - start) * bytesPerCharacter > main.length) throw new RangeError("piece");
    if (end > start) pieces.push({ start, end, offset, bytesPerCharacter });
  }
  const wide = new TextDecoder("utf-16le");

  const indexAt = (position: number): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    pieces,
    pieceAt: (position) => pieces[indexAt(position)],
    text: (start, end) => {
      let text = "";
      for (let index = indexAt(start); index < pieces.length; index++) {
        const piece = pieces[index];
        if (piece === undefined || piece.start >= end) break;
        const from = Math.max(start, piece.start) - piece.start;
        const to = Math.min(end, piece.end) - piece.start;
        const bytes = main.subarray(
          piece.offset + from * piece.bytesPerCharacter,
          piece.offset + to * piece.bytesPerCharacter,
        );
        text += piece.bytesPerCharacter === 1 ? decodeWindows1252(bytes) : wide.decode(bytes);
      }
      return text;
    },
  };
}
