// The words and sentences of a document: the shapes that everything after the tokeniser works on.

export const tokenKind = {
  word: 0,
  number: 1,
  year: 2,
  address: 3,
  /** The number of a heading in front of it, "3.2": says how many of nothing. */
  outlineNumber: 4,
} as const;

/** Bits of `Tokens.marks`. */
export const tokenMark = {
  /** Nothing that spans several words may cross into this token: a sentence, cell or block begins here. */
  barrier: 1,
  /** Begins with a capital letter. */
  capital: 2,
  /** A suspended first element: "kvinno-" in "kvinno- och mansdominerade". */
  suspended: 4,
  /** First word of a sentence. */
  sentenceStart: 8,
} as const;

/** The words of a document as parallel arrays; token numbers count from 0. */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Id in the vocabulary. */
  readonly word: Int32Array;
  readonly kind: Uint8Array;
  readonly marks: Uint8Array;
  /** Number of the sentence that each token stands in. */
  readonly sentence: Int32Array;
}

/** A sentence, or a whole table row: the passage of the domain. Token and block numbers count from 0. */
export interface Sentence {
  readonly firstToken: number;
  readonly endToken: number;
  readonly block: number;
}

/** Index range into the sentences, of a block. */
export interface SentenceRange {
  readonly first: number;
  readonly end: number;
}

export interface TokenisedText {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  /** Index range into `sentences` of each block. */
  readonly blockSentences: readonly SentenceRange[];
}
