// Compiled terms as plain JSON and back: the build compiles the built-in pack once, so that no audit has to.
import { endianness } from "node:os";
import type { CompiledTerms, Trie, WordIndex } from "./compile-terms.ts";

/** Keys and what they lead to. Many keys lead to the same, and each list costs as much to read as its key. */
interface SavedMap<Value> {
  /** Words, with blanks between them. */
  readonly keys: string;
  /** For each key, the position of its list. */
  readonly at: SavedNumbers;
  readonly lists: readonly (readonly Value[])[];
}

/**
 * Whole numbers of 32 bits, the least byte first, in base64: JSON with fifty thousand numbers takes 3 ms more to parse, and
 * leaves lists that have to be cleaned up (docs/performance.md).
 */
type SavedNumbers = string;

/** JSON form of compiled terms. */
export interface SavedTerms {
  readonly symbols: number;
  readonly trie: Readonly<Record<keyof Trie, SavedNumbers>>;
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
    trie: mapTrie(trie, saveNumbers),
    words: {
      ...words,
      exact: saveMap(words.exact),
      inflected: saveMap(words.inflected),
      prefixes: saveMap(words.prefixes),
      suffixes: saveMap(words.suffixes),
      stems: saveMap(words.stems),
      foldedWords: saveMap(words.foldedWords),
      foldedPrefixes: saveMap(words.foldedPrefixes),
      cased: [...words.cased],
      sieve: Buffer.from(words.sieve).toString("base64"),
    },
  };
}

/** The inverse of `saveTerms`; the terms find what the saved ones found. */
export function restoreTerms({ trie, symbols, words }: SavedTerms): CompiledTerms {
  return {
    symbols,
    trie: mapTrie(trie, restoreNumbers),
    words: {
      ...words,
      exact: restoreMap(words.exact),
      inflected: restoreMap(words.inflected),
      prefixes: restoreMap(words.prefixes),
      suffixes: restoreMap(words.suffixes),
      stems: restoreMap(words.stems),
      foldedWords: restoreMap(words.foldedWords),
      foldedPrefixes: restoreMap(words.foldedPrefixes),
      cased: new Map(words.cased),
      sieve: Buffer.from(words.sieve, "base64"),
    },
  };
}

function saveMap<Value>(map: ReadonlyMap<string, readonly Value[]>): SavedMap<Value> {
  const positions = new Map<string, number>();
  const lists: (readonly Value[])[] = [];
  const at = Array.from(map.values(), (values) => {
    const written = JSON.stringify(values);
    let position = positions.get(written);
    if (position === undefined) {
      position = lists.push(values) - 1;
      positions.set(written, position);
    }
    return position;
  });
  return { keys: [...map.keys()].join(" "), at: saveNumbers(at), lists };
}

function restoreMap<Value>({ keys, at: saved, lists }: SavedMap<Value>): Map<string, readonly Value[]> {
  const map = new Map<string, readonly Value[]>();
  const words = keys.split(" ");
  const at = restoreNumbers(saved);
  for (let key = 0; key < at.length; key++) map.set(words[key] ?? "", lists[at[key] ?? 0] ?? []);
  return map;
}

function saveNumbers(numbers: Iterable<number>): SavedNumbers {
  return leastByteFirst(Buffer.from(Int32Array.from(numbers).buffer)).toString("base64");
}

function restoreNumbers(saved: SavedNumbers): Int32Array {
  // A copy: what Buffer gives may begin anywhere in memory that it shares.
  const bytes = new Uint8Array(leastByteFirst(Buffer.from(saved, "base64")));
  return new Int32Array(bytes.buffer);
}

/** Turns the bytes of each number round where the machine has its most significant byte first. */
function leastByteFirst(bytes: Buffer): Buffer {
  return endianness() === "LE" ? bytes : bytes.swap32();
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
