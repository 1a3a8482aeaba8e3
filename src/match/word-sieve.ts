// Tells of most words, without making a string, that no rule has a word like them: all beginnings and ends of the words
// that rules have lie in one table of bits, by their hash (a Bloom filter). What the sieve lets through is looked up.
import { stemsOfForms } from "../language/inflection.ts";

/** What a hash in the table stands for; several may share a place. */
const bit = {
  /** Beginning of a dictionary form. */
  inflected: 1,
  /** Beginning of a form without å, ä and ö. */
  folded: 2,
  /** Beginning of a first element, and a whole one. */
  prefix: 4,
  wholePrefix: 8,
  wholeFoldedPrefix: 16,
  /** End of a last element, and a whole one; hashed from the end of the word. */
  suffix: 32,
  wholeSuffix: 64,
  /** What forms of a dictionary form begin with, whole, with or without its å, ä and ö. */
  stem: 128,
} as const;

/**
 * What words of rules may have in common with a word. All of it may be too much, never too little. The lists are longer than
 * what was found for the last word: their counts tell how much of them is meant.
 */
export interface Sifted {
  /** Number of first letters that a dictionary form can share with the word. */
  inflected: number;
  /** Likewise for forms without å, ä and ö. */
  folded: number;
  /** The longest beginning of the word that may be what forms of a dictionary form begin with; -1 when none is. */
  stem: number;
  /** Lengths of first elements that the word may begin with, rising. */
  readonly prefixes: number[];
  prefixCount: number;
  readonly foldedPrefixes: number[];
  foldedPrefixCount: number;
  /** Offsets at which last elements may begin, falling. */
  readonly suffixes: number[];
  suffixCount: number;
}

export const emptySifted = (): Sifted => ({
  inflected: 0,
  folded: 0,
  stem: -1,
  prefixes: [],
  prefixCount: 0,
  foldedPrefixes: [],
  foldedPrefixCount: 0,
  suffixes: [],
  suffixCount: 0,
});

/** Fibonacci hashing: the high bits of the product are well mixed. */
const step = (hash: number, unit: number): number => Math.imul(hash + unit + 1, 0x9e3779b1);

type Keys = ReadonlyMap<string, unknown>;

/** The words of rules that a sieve is made of, by how they are looked up (word-index.ts). */
interface SiftedWords {
  readonly inflected: Keys;
  readonly prefixes: Keys;
  readonly suffixes: Keys;
  readonly foldedWords: Keys;
  readonly foldedPrefixes: Keys;
}

/** The table of a sieve, by its words: a power of two in length. It can be saved with them. */
export function makeSieveTable(words: SiftedWords): Uint8Array {
  const { inflected, prefixes, suffixes, foldedWords, foldedPrefixes } = words;
  const keys = inflected.size + prefixes.size + suffixes.size + foldedWords.size + foldedPrefixes.size;
  // A word has some nine beginnings, of which it shares most with others.
  const bits = Math.min(24, Math.max(10, Math.ceil(Math.log2(keys * 16 + 1))));
  const shift = 32 - bits;
  const table = new Uint8Array(2 ** bits);
  const addBeginnings = (word: string, part: number, whole: number): void => {
    let hash = 0;
    for (let at = 0; at < word.length; at++) {
      hash = step(hash, word.charCodeAt(at));
      table[hash >>> shift] = (table[hash >>> shift] ?? 0) | part;
    }
    table[hash >>> shift] = (table[hash >>> shift] ?? 0) | whole;
  };
  const addEnds = (word: string): void => {
    let hash = 0;
    for (let at = word.length - 1; at >= 0; at--) {
      hash = step(hash, word.charCodeAt(at));
      table[hash >>> shift] = (table[hash >>> shift] ?? 0) | bit.suffix;
    }
    table[hash >>> shift] = (table[hash >>> shift] ?? 0) | bit.wholeSuffix;
  };
  for (const word of inflected.keys()) {
    addBeginnings(word, bit.inflected, 0);
    for (const stem of stemsOfForms(word)) addBeginnings(stem, 0, bit.stem);
  }
  for (const word of foldedWords.keys()) {
    addBeginnings(word, bit.folded, 0);
    for (const stem of stemsOfForms(word)) addBeginnings(stem, 0, bit.stem);
  }
  for (const word of prefixes.keys()) addBeginnings(word, bit.prefix, bit.wholePrefix);
  for (const word of foldedPrefixes.keys()) addBeginnings(word, bit.folded, bit.wholeFoldedPrefix);
  for (const word of suffixes.keys()) addEnds(word);
  return table;
}

/** Fills `sifted` with what the lower-cased `word` may have in common with the words the table was made of. */
export function sift(word: string, table: Uint8Array, sifted: Sifted): void {
  const shift = Math.clz32(table.length) + 1;
  siftBeginnings(word, table, shift, sifted);
  siftEnds(word, table, shift, sifted);
}

function siftBeginnings(word: string, table: Uint8Array, shift: number, sifted: Sifted): void {
  const { length } = word;
  sifted.inflected = sifted.folded = sifted.prefixCount = sifted.foldedPrefixCount = 0;
  sifted.stem = -1;
  let alive = bit.inflected | bit.folded | bit.prefix;
  let hash = 0;
  for (let at = 0; at < length && alive !== 0; at++) {
    hash = step(hash, word.charCodeAt(at));
    const marks = table[hash >>> shift] ?? 0;
    // Of "programm-et" all but the last letter is a beginning of "program".
    if ((marks & bit.stem) !== 0 && (alive & (bit.inflected | bit.folded)) !== 0) sifted.stem = at + 1;
    alive &= marks;
    if ((alive & bit.inflected) !== 0) sifted.inflected = at + 1;
    if ((alive & bit.folded) !== 0) {
      sifted.folded = at + 1;
      if ((marks & bit.wholeFoldedPrefix) !== 0) sifted.foldedPrefixes[sifted.foldedPrefixCount++] = at + 1;
    }
    if ((alive & bit.prefix) !== 0 && (marks & bit.wholePrefix) !== 0)
      sifted.prefixes[sifted.prefixCount++] = at + 1;
  }
}

function siftEnds(word: string, table: Uint8Array, shift: number, sifted: Sifted): void {
  sifted.suffixCount = 0;
  let hash = 0;
  for (let at = word.length - 1; at >= 0; at--) {
    hash = step(hash, word.charCodeAt(at));
    const marks = table[hash >>> shift] ?? 0;
    if ((marks & bit.suffix) === 0) return;
    if ((marks & bit.wholeSuffix) !== 0) sifted.suffixes[sifted.suffixCount++] = at;
  }
}
