// Compiled terms as plain JSON with numbers beside it, and back: the build compiles the built-in pack once, so that no audit
// has to.
import { endianness } from "node:os";
import type { CompiledTerms } from "./compile-terms.ts";
import { flattenIndex, lookUpIn, type FlatIndex, type WordLookup } from "./saved-index.ts";
import { digestNodes, type DigestedTerms, type NodeDigests } from "./node-digests.ts";
import type { Trie } from "./trie.ts";
import type { WordIndex } from "./word-index.ts";

/** JSON form of an index of words. */
type SavedIndex<Value> = Pick<FlatIndex<Value>, "keys" | "lists"> &
  Readonly<Record<"starts" | "at" | "table", SavedNumbers>>;

/**
 * Where numbers lie in the bytes that are saved beside the JSON. As JSON they would have to be parsed, and leave lists that
 * have to be cleaned up; the bytes are used as they were read (docs/performance.md).
 */
type SavedNumbers = readonly [start: number, bytes: number];

/** JSON form of compiled terms. */
export interface SavedTerms {
  readonly symbols: number;
  readonly trie: Readonly<Record<keyof Trie, SavedNumbers>>;
  readonly digests: Readonly<Record<keyof NodeDigests, SavedNumbers>>;
  readonly words: {
    readonly exact: SavedIndex<number>;
    readonly inflected: SavedIndex<number>;
    readonly prefixes: SavedIndex<number>;
    readonly suffixes: SavedIndex<number>;
    readonly stems: SavedIndex<number>;
    readonly foldedWords: SavedIndex<string>;
    readonly foldedPrefixes: SavedIndex<string>;
    readonly infixes: WordIndex["infixes"];
    readonly shortestPrefix: number;
    readonly longestPrefix: number;
    readonly cased: readonly (readonly [symbol: number, forms: readonly string[]])[];
    readonly number: readonly number[];
    readonly year: readonly number[];
    readonly name: readonly number[];
    readonly sieve: SavedNumbers;
  };
}

/** Collects the numbers of compiled terms, those of 32 bits with the least byte first. */
export class NumbersBeside {
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  add(numbers: Int32Array | Uint8Array): SavedNumbers {
    const { buffer, byteOffset, byteLength } = numbers;
    const bytes = new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength));
    const start = this.length;
    this.parts.push(numbers instanceof Int32Array ? leastByteFirst(bytes) : bytes);
    // What comes behind begins at a multiple of four again.
    const rest = new Uint8Array(-byteLength & 3);
    this.parts.push(rest);
    this.length += byteLength + rest.length;
    return [start, byteLength];
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.parts);
  }
}

/** Compiled terms as plain data that JSON can hold; their numbers are added to those beside it. */
export function saveTerms(compiled: CompiledTerms, beside: NumbersBeside): SavedTerms {
  const { trie, symbols, words } = compiled;
  const save = (numbers: Int32Array | Uint8Array): SavedNumbers => beside.add(numbers);
  return {
    symbols,
    trie: mapValues(trie, save),
    digests: mapValues(digestNodes(compiled), save),
    words: {
      ...words,
      exact: saveIndex(words.exact, beside),
      inflected: saveIndex(words.inflected, beside),
      prefixes: saveIndex(words.prefixes, beside),
      suffixes: saveIndex(words.suffixes, beside),
      stems: saveIndex(words.stems, beside),
      foldedWords: saveIndex(words.foldedWords, beside),
      foldedPrefixes: saveIndex(words.foldedPrefixes, beside),
      cased: [...words.cased],
      sieve: save(words.sieve),
    },
  };
}

/** The inverse of `saveTerms`, by the bytes beside; the terms find what the saved ones found. */
export function restoreTerms(
  { trie, digests, symbols, words }: SavedTerms,
  beside: Uint8Array,
): DigestedTerms {
  const numbers = (saved: SavedNumbers): Int32Array => restoreNumbers(saved, beside);
  const bytes = ([start, length]: SavedNumbers): Uint8Array => beside.subarray(start, start + length);
  const index = <Value>({ keys, lists, starts, at, table }: SavedIndex<Value>): WordLookup<Value> =>
    lookUpIn({ keys, lists, starts: numbers(starts), at: numbers(at), table: numbers(table) });
  return {
    symbols,
    trie: mapValues(trie, numbers),
    digests: {
      nextMasks: numbers(digests.nextMasks),
      laterMasks: numbers(digests.laterMasks),
      masks: numbers(digests.masks),
      accepts: bytes(digests.accepts),
      skips: bytes(digests.skips),
    },
    words: {
      ...words,
      exact: index(words.exact),
      inflected: index(words.inflected),
      prefixes: index(words.prefixes),
      suffixes: index(words.suffixes),
      stems: index(words.stems),
      foldedWords: index(words.foldedWords),
      foldedPrefixes: index(words.foldedPrefixes),
      cased: new Map(words.cased),
      sieve: bytes(words.sieve),
    },
  };
}

function saveIndex<Value>(index: WordLookup<Value>, beside: NumbersBeside): SavedIndex<Value> {
  const { keys, lists, starts, at, table } = flattenIndex(index);
  return { keys, lists, starts: beside.add(starts), at: beside.add(at), table: beside.add(table) };
}

function restoreNumbers([start, length]: SavedNumbers, beside: Uint8Array): Int32Array {
  const at = beside.byteOffset + start;
  if (endianness() === "LE" && at % 4 === 0) return new Int32Array(beside.buffer, at, length / 4);
  const copy = beside.slice(start, start + length);
  return new Int32Array(leastByteFirst(copy).buffer, copy.byteOffset, length / 4);
}

/** Turns the bytes of each number round where the machine has its most significant byte first. */
function leastByteFirst(bytes: Uint8Array): Uint8Array {
  if (endianness() !== "LE") Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).swap32();
  return bytes;
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)])) as Record<Key, To>;
}
