// Pieces of a result, joined until they are worth a call to the system: a page has a hundred for each document.

/** Letters from which on a piece is written. */
const worthWriting = 1 << 18;

/** The same text in fewer pieces, none of them empty. */
export function* gatherPieces(pieces: Iterable<string>, least = worthWriting): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < least) continue;
    yield parts.join("");
    parts = [];
    length = 0;
  }
  if (length > 0) yield parts.join("");
}
