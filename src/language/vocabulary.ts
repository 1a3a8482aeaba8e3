// Words as numbers. Each distinct lower-cased word gets an id the first time it is met, found by hashing its characters
// where they stand: no string is made for a word that has been seen before.
import { lowerOf } from "./characters.ts";

export interface Vocabulary {
  /** Number of distinct words so far; ids count from 0. */
  readonly size: () => number;
  /** The lower-cased word of an id. */
  readonly word: (id: number) => string;
  /** Id of the word that stands at `[start, end)` of `units`, whatever its case. `hash` is its `hashOf`. */
  readonly idOf: (units: Uint16Array, start: number, end: number, hash: number) => number;
}

/** The hash of a word that is one code unit longer, in lower case. The hash of no letters is 0. */
export const nextHash = (hash: number, lower: number): number =>
  Math.imul(hash ^ lower, 0x01000193) ^ (hash >>> 15);

/** The hash of the word at `[start, end)` of `units`, the same for capitals and small letters. */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = nextHash(hash, lowerOf[units[at] ?? 0] ?? 0);
  return hash;
}

/** An empty vocabulary. Memory: about 40 bytes a distinct word. */
export function createVocabulary(): Vocabulary {
  let capacity = 1 << 15;
  let slots = new Int32Array(capacity).fill(-1);
  /** Of each id its hash and where its word begins in `pool`, side by side; the word ends where the next begins. */
  let entries = new Int32Array(1 << 15);
  let pool = new Uint16Array(1 << 17);
  let count = 0;

  const grow = (): void => {
    capacity *= 2;
    slots = new Int32Array(capacity).fill(-1);
    for (let id = 0; id < count; id++) {
      let slot = (entries[2 * id] ?? 0) & (capacity - 1);
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (capacity - 1);
      slots[slot] = id;
    }
  };

  const idOf = (units: Uint16Array, start: number, end: number, wordHash: number): number => {
    const hash = wordHash ^ (wordHash >>> 13);
    const length = end - start;
    let slot = hash & (capacity - 1);
    for (;;) {
      const id = slots[slot] ?? -1;
      if (id < 0) return add(units, start, length, hash, slot);
      // By id, not in the table of slots: so the few words that make up most of a text lie close.
      if (entries[2 * id] === hash) {
        const from = entries[2 * id + 1] ?? 0;
        if ((entries[2 * id + 3] ?? 0) - from === length) {
          let same = 0;
          while (same < length && pool[from + same] === lowerOf[units[start + same] ?? 0]) same++;
          if (same === length) return id;
        }
      }
      slot = (slot + 1) & (capacity - 1);
    }
  };

  const add = (units: Uint16Array, start: number, length: number, hash: number, slot: number): number => {
    const from = entries[2 * count + 1] ?? 0;
    if (from + length > pool.length)
      pool = copied(pool, new Uint16Array(Math.max(pool.length * 2, from + length)));
    for (let at = 0; at < length; at++) pool[from + at] = lowerOf[units[start + at] ?? 0] ?? 0;
    if (2 * count + 3 >= entries.length) entries = copied(entries, new Int32Array(entries.length * 2));
    entries[2 * count] = hash;
    entries[2 * count + 3] = from + length;
    slots[slot] = count;
    const id = count++;
    if (count * 2 > capacity) grow();
    return id;
  };

  const word = (id: number): string => {
    const units = pool.subarray(entries[2 * id + 1] ?? 0, entries[2 * id + 3] ?? 0);
    // A call takes only so many arguments, and a text without blanks is one word.
    if (units.length > 1_000) return new TextDecoder("utf-16le").decode(units);
    // Not by `...`, which steps through the array by its iterator: four times slower, and it is done for every word.
    return String.fromCharCode.apply(null, units as unknown as number[]);
  };

  return { size: () => count, word, idOf };
}

function copied<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
