// Which symbols of the compiled terms a word fits. Asked once per distinct word, then remembered.
import { baseForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import { foldDiacritics, headLength, type WordIndex } from "./compile-terms.ts";

/** Shortest word that is looked up by its form without å, ä and ö. */
export const shortestFolded = 8;

/** The beginnings and ends that a word must have to meet any rule, so that most words are done with two look-ups. */
interface Heads {
  readonly inflected: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

const headsByIndex = new WeakMap<WordIndex, Heads>();

/** Symbols that the lower-cased `word` fits by its letters, without repeats; null when it fits none. */
export function resolveWord(word: string, index: WordIndex): Int32Array | null {
  const found = new Set<number>();
  const heads = headsOf(index);
  collect(word, index, heads, found);
  if (word.length >= shortestFolded && heads.folded.has(word.slice(0, headLength)) && !/[åäö]/.test(word)) {
    collectFolded(word, index, found);
  }
  return found.size === 0 ? null : Int32Array.from(found);
}

function headsOf(index: WordIndex): Heads {
  const known = headsByIndex.get(index);
  if (known !== undefined) return known;
  const head = (keys: Iterable<string>): Set<string> =>
    new Set(Array.from(keys, (key) => key.slice(0, headLength)));
  const heads: Heads = {
    inflected: head(index.inflected.keys()),
    prefixes: head(index.prefixes.keys()),
    folded: head([...index.foldedWords.keys(), ...index.foldedPrefixes.keys()]),
    stems: head(index.stems.keys()),
    tails: new Set(Array.from(index.suffixes.keys(), (key) => key.slice(-headLength))),
  };
  headsByIndex.set(index, heads);
  return heads;
}

function collect(word: string, index: WordIndex, heads: Heads, found: Set<number>): void {
  addAll(found, index.exact.get(word));
  const head = word.slice(0, headLength);
  // A dictionary form differs from its inflected forms at the end only; short words are not sorted by their heads.
  if (index.inflected.size > 0 && (word.length <= headLength + 2 || heads.inflected.has(head))) {
    for (const form of baseForms(word)) addAll(found, index.inflected.get(form));
  }
  if (heads.prefixes.has(head)) {
    // A wildcard stands for two letters at least, so "jämställdhets*" is not the genitive.
    const longest = Math.min(index.longestPrefix, word.length - 2);
    for (let length = index.shortestPrefix; length <= longest; length++) {
      addAll(found, index.prefixes.get(word.slice(0, length)));
    }
  }
  if (word.length >= headLength + 2 && heads.tails.has(word.slice(-headLength))) {
    for (let at = 2; at <= word.length - headLength; at++) addAll(found, index.suffixes.get(word.slice(at)));
  }
  if (heads.stems.has(head)) addAll(found, index.stems.get(stemOf(word)));
  for (const [part, symbol] of index.infixes) if (word.includes(part)) found.add(symbol);
}

/** A word that has lost its å, ä and ö ("jamstalldhet"): looked up by the folded forms of long words. */
function collectFolded(word: string, index: WordIndex, found: Set<number>): void {
  for (const form of baseForms(word)) {
    for (const original of index.foldedWords.get(form) ?? []) {
      addAll(found, index.inflected.get(original));
      addAll(found, index.exact.get(original));
    }
  }
  const longest = Math.min(index.longestPrefix, word.length - 2);
  for (let length = shortestFolded; length <= longest; length++) {
    for (const original of index.foldedPrefixes.get(foldDiacritics(word.slice(0, length))) ?? []) {
      addAll(found, index.prefixes.get(original));
    }
  }
}

function addAll(found: Set<number>, symbols: readonly number[] | undefined): void {
  if (symbols !== undefined) for (const symbol of symbols) found.add(symbol);
}
