// What the recogniser gives for a picture of a page, before it is text of a document. All measures in pixels, the origin
// at the upper left corner, y downwards.

export interface RecognisedWord {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** The baseline, in the middle of the line. */
  readonly y: number;
  /** Nominal size of the type. */
  readonly size: number;
}

export interface RecognisedPage {
  /** Column by column, from top to bottom. */
  readonly lines: readonly RecognisedLine[];
  /** How sure the recogniser is of its words, 0..100, each counted by its length; 0 without words. */
  readonly confidence: number;
}
