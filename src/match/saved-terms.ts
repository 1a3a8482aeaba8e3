// Compiled terms as plain JSON and back: the build compiles the built-in pack once, so that no audit has to.
import type { CompiledTerms, Trie, WordIndex } from "./compile-terms.ts";

type SavedMap<Value> = readonly (readonly [key: string, values: readonly Value[]])[];

/** JSON form of compiled terms. */
export interface SavedTerms {
  readonly symbols: number;
  readonly trie: Readonly<Record<keyof Trie, readonly number[]>>;
  readonly words: {
    readonly exact: SavedMap<number>;
    readonly inflected: SavedMap<number>;
    readonly prefixes: SavedMap<number>;
    readonly suffixes: SavedMap<number>;
    readonly stems: SavedMap<number>;
    readonly foldedWords: SavedMap<string>;
    readonly foldedPrefixes: SavedMap<string>;
    readonly infixes: WordIndex["infixes"];
    readonly shortestPrefix: number;
    readonly longestPrefix: number;
    readonly cased: readonly (readonly [symbol: number, forms: readonly string[]])[];
    readonly number: readonly number[];
    readonly year: readonly number[];
    readonly name: readonly number[];
    /** In base64. */
    readonly sieve: string;
  };
}

/** Compiled terms as plain data that JSON can hold. */
export function saveTerms({ trie, symbols, words }: CompiledTerms): SavedTerms {
  return {
    symbols,
    trie: mapTrie(trie, (values) => [...values]),
    words: {
      ...words,
      exact: [...words.exact],
      inflected: [...words.inflected],
      prefixes: [...words.prefixes],
      suffixes: [...words.suffixes],
      stems: [...words.stems],
      foldedWords: [...words.foldedWords],
      foldedPrefixes: [...words.foldedPrefixes],
      cased: [...words.cased],
      sieve: Buffer.from(words.sieve).toString("base64"),
    },
  };
}

/** The inverse of `saveTerms`; the terms find what the saved ones found. */
export function restoreTerms({ trie, symbols, words }: SavedTerms): CompiledTerms {
  return {
    symbols,
    trie: mapTrie(trie, (values) => Int32Array.from(values)),
    words: {
      ...words,
      exact: new Map(words.exact),
      inflected: new Map(words.inflected),
      prefixes: new Map(words.prefixes),
      suffixes: new Map(words.suffixes),
      stems: new Map(words.stems),
      foldedWords: new Map(words.foldedWords),
      foldedPrefixes: new Map(words.foldedPrefixes),
      cased: new Map(words.cased),
      sieve: Buffer.from(words.sieve, "base64"),
    },
  };
}

function mapTrie<From, To>(
  trie: Readonly<Record<keyof Trie, From>>,
  change: (values: From) => To,
): Record<keyof Trie, To> {
  const entries = Object.entries(trie) as [keyof Trie, From][];
  return Object.fromEntries(entries.map(([name, values]) => [name, change(values)])) as Record<
    keyof Trie,
    To
  >;
}
