// How the words of a text find the symbols of the terms: an index for each way that a term can ask for a word.
import { inflectedForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import type { WordPattern } from "./parse-term.ts";
import type { WordLookup } from "./saved-index.ts";
import { makeSieveTable } from "./word-sieve.ts";

/** How words find their symbols. All keys are lower case. */
export interface WordIndex {
  readonly exact: WordLookup<number>;
  readonly inflected: WordLookup<number>;
  readonly prefixes: WordLookup<number>;
  readonly shortestPrefix: number;
  readonly longestPrefix: number;
  /** Inflected forms of last elements. */
  readonly suffixes: WordLookup<number>;
  readonly infixes: readonly (readonly [part: string, symbol: number])[];
  /** Stems, for the wide net. */
  readonly stems: WordLookup<number>;
  /** Words and first elements of eight letters or more that hold å, ä or ö, by their form without them (T-52, T-06). */
  readonly foldedWords: WordLookup<string>;
  readonly foldedPrefixes: WordLookup<string>;
  /** Symbols that also ask for the letters as written. */
  readonly cased: ReadonlyMap<number, readonly string[]>;
  readonly number: readonly number[];
  readonly year: readonly number[];
  readonly name: readonly number[];
  /** Most words meet no rule; this tells so without a look-up (word-sieve.ts). */
  readonly sieve: Uint8Array;
}

/** Shortest word whose form without å ä ö is accepted: shorter ones collide (kön → kon, män → man). */
export const shortestFolded = 8;

/** An index that the words of terms are put into. */
export interface OpenWordIndex {
  /** The symbols of a step that any of these words takes; new ones where the step is new. */
  readonly symbolsOf: (anyOf: readonly WordPattern[]) => readonly number[];
  readonly finish: () => { readonly symbols: number; readonly words: WordIndex };
}

/** Starts without words. */
export function startWordIndex(): OpenWordIndex {
  const symbols = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const inflected = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();
  const suffixes = new Map<string, number[]>();
  const infixes: [string, number][] = [];
  const stems = new Map<string, number[]>();
  const foldedWords = new Map<string, string[]>();
  const foldedPrefixes = new Map<string, string[]>();
  const cased = new Map<number, string[]>();
  const number: number[] = [];
  const year: number[] = [];
  const name: number[] = [];

  const register = (pattern: WordPattern, symbol: number): void => {
    switch (pattern.kind) {
      case "inflected":
        add(inflected, pattern.word, symbol);
        addFolded(foldedWords, pattern.word);
        return;
      case "exact":
        add(exact, pattern.word, symbol);
        addFolded(foldedWords, pattern.word);
        return;
      case "cased":
        add(exact, pattern.word, symbol);
        cased.set(symbol, [...(cased.get(symbol) ?? []), pattern.written]);
        return;
      case "prefix":
        add(prefixes, pattern.part, symbol);
        addFolded(foldedPrefixes, pattern.part);
        return;
      case "suffix":
        for (const form of inflectedForms(pattern.part)) add(suffixes, form, symbol);
        return;
      case "infix":
        infixes.push([pattern.part, symbol]);
        return;
      case "stem":
        add(stems, stemOf(pattern.word), symbol);
        return;
      case "number":
        addOnce(number, symbol);
        return;
      case "year":
        addOnce(year, symbol);
        return;
      case "name":
        addOnce(name, symbol);
    }
  };

  const symbolOf = (anyOf: readonly WordPattern[], key = JSON.stringify(anyOf)): number => {
    const known = symbols.get(key);
    if (known !== undefined) return known;
    const symbol = symbols.size;
    symbols.set(key, symbol);
    for (const pattern of anyOf) register(pattern, symbol);
    return symbol;
  };

  /** One symbol; two where only some of the words ask for letters as written, for a symbol asks for them or does not. */
  const symbolsOf = (anyOf: readonly WordPattern[]): readonly number[] => {
    const written = anyOf.filter(({ kind }) => kind === "cased");
    if (written.length === 0 || written.length === anyOf.length) return [symbolOf(anyOf)];
    const others = anyOf.filter(({ kind }) => kind !== "cased");
    // Both lead to the same node, so neither may be the symbol of another step.
    const key = JSON.stringify(anyOf);
    return [symbolOf(written, `${key} as written`), symbolOf(others, `${key} others`)];
  };

  return {
    symbolsOf,
    finish: () => {
      const prefixLengths = [...prefixes.keys(), ...foldedPrefixes.keys()].map((part) => part.length);
      return {
        symbols: symbols.size,
        words: {
          exact,
          inflected,
          prefixes,
          shortestPrefix: Math.min(...prefixLengths, Number.MAX_SAFE_INTEGER),
          longestPrefix: Math.max(...prefixLengths, 0),
          suffixes,
          infixes,
          stems,
          foldedWords,
          foldedPrefixes,
          cased,
          number,
          year,
          name,
          sieve: makeSieveTable({ inflected, prefixes, suffixes, foldedWords, foldedPrefixes }),
        },
      };
    },
  };
}

function add(index: Map<string, number[]>, key: string, symbol: number): void {
  const symbols = index.get(key);
  if (symbols === undefined) index.set(key, [symbol]);
  else addOnce(symbols, symbol);
}

function addOnce(symbols: number[], symbol: number): void {
  if (!symbols.includes(symbol)) symbols.push(symbol);
}

/** "jämställdhet" → "jamstalldhet". */
export function foldDiacritics(word: string): string {
  return word.replace(/[åä]/g, "a").replaceAll("ö", "o");
}

function addFolded(index: Map<string, string[]>, word: string): void {
  if (word.length < shortestFolded || !/[åäö]/.test(word)) return;
  const folded = foldDiacritics(word);
  const words = index.get(folded);
  if (words === undefined) index.set(folded, [word]);
  else if (!words.includes(word)) words.push(word);
}
