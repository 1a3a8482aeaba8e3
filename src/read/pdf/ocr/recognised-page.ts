// A picture of a page, and what the recogniser makes of it before it is text of a document. All measures in pixels, the origin
// at the upper left corner, y downwards.

/** What the recogniser is given. */
export interface Picture {
  /** A PGM file: a head of `headLength` bytes, then one byte a pixel, 0 is black. */
  readonly file: Uint8Array;
  readonly headLength: number;
  readonly width: number;
}

export interface RecognisedWord {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** The baseline, in the middle of the line. */
  readonly y: number;
  /** Nominal size of the type. */
  readonly size: number;
  /** Width of its strokes; null where that could not be measured. */
  readonly stroke: number | null;
}

export interface RecognisedPage {
  /** Column by column, from top to bottom. */
  readonly lines: readonly RecognisedLine[];
  /** How sure the recogniser is of its words, 0..100, each counted by its length; 0 without words. */
  readonly confidence: number;
  /** Radians clockwise by which the picture was turned around its middle to be straight: places are those of that picture. */
  readonly straightened: number;
}
