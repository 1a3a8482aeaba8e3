// Compiled terms as plain JSON with numbers beside it, and back: the build compiles the built-in pack once, so that no audit
// has to.
import { endianness } from "node:os";
import type { CompiledTerms, Trie, WordIndex } from "./compile-terms.ts";
import { digestNodes, type DigestedTerms, type NodeDigests } from "./node-digests.ts";

/** Keys and what they lead to. Many keys lead to the same, and each list costs as much to read as its key. */
interface SavedMap<Value> {
  /** Words, with blanks between them. */
  readonly keys: string;
  /** For each key, the position of its list. */
  readonly at: SavedNumbers;
  readonly lists: readonly (readonly Value[])[];
}

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
      exact: saveMap(words.exact, beside),
      inflected: saveMap(words.inflected, beside),
      prefixes: saveMap(words.prefixes, beside),
      suffixes: saveMap(words.suffixes, beside),
      stems: saveMap(words.stems, beside),
      foldedWords: saveMap(words.foldedWords, beside),
      foldedPrefixes: saveMap(words.foldedPrefixes, beside),
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
  const map = <Value>(saved: SavedMap<Value>): Map<string, readonly Value[]> => restoreMap(saved, beside);
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
      exact: map(words.exact),
      inflected: map(words.inflected),
      prefixes: map(words.prefixes),
      suffixes: map(words.suffixes),
      stems: map(words.stems),
      foldedWords: map(words.foldedWords),
      foldedPrefixes: map(words.foldedPrefixes),
      cased: new Map(words.cased),
      sieve: bytes(words.sieve),
    },
  };
}

function saveMap<Value>(map: ReadonlyMap<string, readonly Value[]>, beside: NumbersBeside): SavedMap<Value> {
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
  return { keys: [...map.keys()].join(" "), at: beside.add(Int32Array.from(at)), lists };
}

function restoreMap<Value>(
  { keys, at: saved, lists }: SavedMap<Value>,
  beside: Uint8Array,
): Map<string, readonly Value[]> {
  const map = new Map<string, readonly Value[]>();
  const words = keys.split(" ");
  const at = restoreNumbers(saved, beside);
  for (let key = 0; key < at.length; key++) map.set(words[key] ?? "", lists[at[key] ?? 0] ?? []);
  return map;
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
