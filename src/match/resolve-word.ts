// Which symbols of the compiled terms a word fits. Asked once per distinct word, then remembered.
import { baseForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import { foldDiacritics, type WordIndex } from "./compile-terms.ts";

/** Shortest word without å, ä, ö that is looked up as if it had lost them. */
export const shortestFolded = 8;

/** Symbols that the lower-cased `word` fits by its letters, without repeats; null when it fits none. */
export function resolveWord(word: string, index: WordIndex): Int32Array | null {
  const found = new Set<number>();
  collect(word, index, found);
  if (word.length >= shortestFolded && !/[åäö]/.test(word)) collectFolded(word, index, found);
  return found.size === 0 ? null : Int32Array.from(found);
}

function collect(word: string, index: WordIndex, found: Set<number>): void {
  addAll(found, index.exact.get(word));
  if (index.inflected.size > 0) {
    for (const form of baseForms(word)) addAll(found, index.inflected.get(form));
  }
  // A wildcard stands for two letters at least, so "jämställdhets*" is not the genitive.
  const longest = Math.min(index.longestPrefix, word.length - 2);
  for (let length = index.shortestPrefix; length <= longest; length++) {
    addAll(found, index.prefixes.get(word.slice(0, length)));
  }
  if (index.suffixes.size > 0) {
    for (let at = 2; at <= word.length - 3; at++) addAll(found, index.suffixes.get(word.slice(at)));
  }
  if (index.stems.size > 0) addAll(found, index.stems.get(stemOf(word)));
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
