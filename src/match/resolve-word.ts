// Which symbols of the compiled terms a word fits. Asked once per distinct word, then remembered; but a short document is
// nothing but words that are met for the first time, so most words should cost no more than the sieve.
import { baseForms, longestEnding } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import { addRising } from "./symbol-sets.ts";
import { shortestFolded, type WordIndex } from "./word-index.ts";
import { emptySifted, sift } from "./word-sieve.ts";

/** Letters that a stem has in common with every word it is the stem of. */
const stemHead = 3;
/** A longer word has no stem of two letters: "elarna" is no form of "el". */
const longestOfTwo = 5;
/** A wildcard stands for two letters at least, so "jämställdhets*" is not the genitive. */
const shortestWildcard = 2;
const shortestSuffix = 3;

/** Symbols that a lower-cased word fits by its letters, rising; null when it fits none. */
export type WordResolver = (word: string) => readonly number[] | null;

export function createWordResolver(index: WordIndex): WordResolver {
  const { exact, inflected, prefixes, suffixes, infixes, stems, foldedWords, foldedPrefixes } = index;
  const stemHeads = new Set(Array.from(stems.keys(), (key) => key.slice(0, stemHead)));
  /** Filled anew for every word. */
  const sifted = emptySifted();

  /** A dictionary form differs from its inflected forms at the end only. */
  const addInflected = (word: string, found: number[]): void => {
    if (sifted.inflected < (word.length > longestOfTwo ? 3 : 1)) return;
    for (const form of baseForms(word, sifted.inflected)) addAll(found, inflected.get(form));
  };

  const addCompounds = (word: string, found: number[]): void => {
    for (let position = 0; position < sifted.prefixCount; position++) {
      const length = sifted.prefixes[position] ?? 0;
      if (length <= word.length - shortestWildcard) addAll(found, prefixes.get(word.slice(0, length)));
    }
    for (let position = 0; position < sifted.suffixCount; position++) {
      const at = sifted.suffixes[position] ?? 0;
      if (at >= shortestWildcard && at <= word.length - shortestSuffix)
        addAll(found, suffixes.get(word.slice(at)));
    }
    for (let position = 0; position < infixes.length; position++) {
      const infix = infixes[position];
      if (infix !== undefined && word.includes(infix[0])) addRising(found, infix[1]);
    }
  };

  /** A word that has lost its å, ä and ö ("jamstalldhet"): looked up by the folded forms of long words. */
  const addFolded = (word: string, mayBeForm: boolean, found: number[]): void => {
    if (word.length < shortestFolded || sifted.folded === 0) return;
    if (!(mayBeForm || sifted.foldedPrefixCount > 0) || /[åäö]/.test(word)) return;
    for (const form of mayBeForm ? baseForms(word, sifted.folded) : []) {
      for (const original of foldedWords.get(form) ?? []) {
        addAll(found, inflected.get(original));
        // What must stand exactly so may have lost its dots, not its ending: "jamstallt" is no "jämställa".
        if (form === word) addAll(found, exact.get(original));
      }
    }
    for (let position = 0; position < sifted.foldedPrefixCount; position++) {
      const length = sifted.foldedPrefixes[position] ?? 0;
      if (length < shortestFolded || length > word.length - shortestWildcard) continue;
      for (const original of foldedPrefixes.get(word.slice(0, length)) ?? [])
        addAll(found, prefixes.get(original));
    }
  };

  return (word) => {
    const found: number[] = [];
    sift(word, index.sieve, sifted);
    const mayBeForm = sifted.stem >= 0 && word.length - sifted.stem <= longestEnding;
    addAll(found, exact.get(word));
    if (mayBeForm) addInflected(word, found);
    addCompounds(word, found);
    if (stemHeads.size > 0 && stemHeads.has(word.slice(0, stemHead))) addAll(found, stems.get(stemOf(word)));
    addFolded(word, mayBeForm, found);
    return found.length === 0 ? null : found;
  };
}

function addAll(found: number[], symbols: readonly number[] | undefined): void {
  if (symbols === undefined) return;
  for (let at = 0; at < symbols.length; at++) addRising(found, symbols[at] ?? 0);
}
