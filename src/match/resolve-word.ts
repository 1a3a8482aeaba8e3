// Which symbols of the compiled terms a word fits. Asked once per distinct word, then remembered.
import { baseForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import type { WordIndex } from "./compile-terms.ts";
import { emptySifted, sift } from "./word-sieve.ts";

/** Shortest word that is looked up by its form without å, ä and ö. */
export const shortestFolded = 8;
/** Letters that a stem has in common with every word it is the stem of. */
const stemHead = 3;
/** A longer word has no stem of two letters: "elarna" is no form of "el". */
const longestOfTwo = 5;
/** A wildcard stands for two letters at least, so "jämställdhets*" is not the genitive. */
const shortestWildcard = 2;
const shortestSuffix = 3;

/** The first letters of the stems of an index. */
const stemHeads = new WeakMap<WordIndex, ReadonlySet<string>>();
/** Filled anew for every word. */
const sifted = emptySifted();

/** Symbols that the lower-cased `word` fits by its letters, without repeats; null when it fits none. */
export function resolveWord(word: string, index: WordIndex): Int32Array | null {
  const found: number[] = [];
  sift(word, index.sieve, sifted);
  addAll(found, index.exact.get(word));
  // A dictionary form differs from its inflected forms at the end only.
  if (sifted.inflected >= (word.length > longestOfTwo ? 3 : 1)) {
    for (const form of baseForms(word, sifted.inflected)) addAll(found, index.inflected.get(form));
  }
  const longest = word.length - shortestWildcard;
  for (const length of sifted.prefixes) {
    if (length <= longest) addAll(found, index.prefixes.get(word.slice(0, length)));
  }
  for (let position = sifted.suffixes.length - 1; position >= 0; position--) {
    const at = sifted.suffixes[position] ?? 0;
    if (at >= shortestWildcard && at <= word.length - shortestSuffix)
      addAll(found, index.suffixes.get(word.slice(at)));
  }
  if (headsOf(index).has(word.slice(0, stemHead))) addAll(found, index.stems.get(stemOf(word)));
  for (const [part, symbol] of index.infixes) if (word.includes(part)) add(found, symbol);
  if (word.length >= shortestFolded && sifted.folded > 0 && !/[åäö]/.test(word))
    collectFolded(word, index, found);
  return found.length === 0 ? null : Int32Array.from(found);
}

function headsOf(index: WordIndex): ReadonlySet<string> {
  let heads = stemHeads.get(index);
  if (heads === undefined) {
    heads = new Set(Array.from(index.stems.keys(), (key) => key.slice(0, stemHead)));
    stemHeads.set(index, heads);
  }
  return heads;
}

/** A word that has lost its å, ä and ö ("jamstalldhet"): looked up by the folded forms of long words. */
function collectFolded(word: string, index: WordIndex, found: number[]): void {
  for (const form of baseForms(word, sifted.folded)) {
    for (const original of index.foldedWords.get(form) ?? []) {
      addAll(found, index.inflected.get(original));
      // What must stand exactly so may have lost its dots, not its ending: "jamstallt" is no "jämställa".
      if (form === word) addAll(found, index.exact.get(original));
    }
  }
  for (const length of sifted.foldedPrefixes) {
    if (length < shortestFolded || length > word.length - shortestWildcard) continue;
    for (const original of index.foldedPrefixes.get(word.slice(0, length)) ?? [])
      addAll(found, index.prefixes.get(original));
  }
}

function addAll(found: number[], symbols: readonly number[] | undefined): void {
  if (symbols !== undefined) for (const symbol of symbols) add(found, symbol);
}

function add(found: number[], symbol: number): void {
  if (!found.includes(symbol)) found.push(symbol);
}
