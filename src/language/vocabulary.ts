// Words as numbers. Each distinct lower-cased word gets an id the first time it is met, found by hashing its characters
// where they stand: no string is made for a word that has been seen before.
import { lowerOf } from "./characters.ts";

export interface Vocabulary {
  /** Number of distinct words so far; ids count from 0. */
  readonly size: () => number;
  /** The lower-cased word of an id. */
  readonly word: (id: number) => string;
  /** Id of the word that stands at `[start, end)` of `text`, whatever its case. */
  readonly idOf: (text: string, start: number, end: number) => number;
}

/** An empty vocabulary. Memory: about 40 bytes a distinct word. */
export function createVocabulary(): Vocabulary {
  let capacity = 1 << 15;
  let slots = new Int32Array(capacity).fill(-1);
  let hashes = new Int32Array(1 << 14);
  let offsets = new Uint32Array((1 << 14) + 1);
  let pool = new Uint16Array(1 << 17);
  let count = 0;

  const grow = (): void => {
    capacity *= 2;
    slots = new Int32Array(capacity).fill(-1);
    for (let id = 0; id < count; id++) {
      let slot = (hashes[id] ?? 0) & (capacity - 1);
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (capacity - 1);
      slots[slot] = id;
    }
  };

  const idOf = (text: string, start: number, end: number): number => {
    let hash = 0;
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ (lowerOf[text.charCodeAt(at)] ?? 0), 0x01000193) ^ (hash >>> 15);
    }
    hash ^= hash >>> 13;
    const length = end - start;
    let slot = hash & (capacity - 1);
    for (;;) {
      const id = slots[slot] ?? -1;
      if (id < 0) break;
      if (hashes[id] === hash) {
        const from = offsets[id] ?? 0;
        if ((offsets[id + 1] ?? 0) - from === length) {
          let same = 0;
          while (same < length && pool[from + same] === lowerOf[text.charCodeAt(start + same)]) same++;
          if (same === length) return id;
        }
      }
      slot = (slot + 1) & (capacity - 1);
    }
    const from = offsets[count] ?? 0;
    if (from + length > pool.length) {
      const larger = new Uint16Array(Math.max(pool.length * 2, from + length));
      larger.set(pool);
      pool = larger;
    }
    for (let at = 0; at < length; at++) pool[from + at] = lowerOf[text.charCodeAt(start + at)] ?? 0;
    if (count + 1 >= hashes.length) {
      const largerHashes = new Int32Array(hashes.length * 2);
      largerHashes.set(hashes);
      hashes = largerHashes;
      const largerOffsets = new Uint32Array(hashes.length + 1);
      largerOffsets.set(offsets);
      offsets = largerOffsets;
    }
    hashes[count] = hash;
    offsets[count + 1] = from + length;
    slots[slot] = count;
    const id = count++;
    if (count * 2 > capacity) grow();
    return id;
  };

  const word = (id: number): string => {
    const units = pool.subarray(offsets[id] ?? 0, offsets[id + 1] ?? 0);
    // A call takes only so many arguments, and a text without blanks is one word.
    if (units.length > 1_000) return new TextDecoder("utf-16le").decode(units);
    // Not by `...`, which steps through the array by its iterator: four times slower, and it is done for every word.
    return String.fromCharCode.apply(null, units as unknown as number[]);
  };

  return { size: () => count, word, idOf };
}
