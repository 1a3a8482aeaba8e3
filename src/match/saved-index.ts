// What a map of words holds, without a map: the build makes the hash table, and what is read is looked up where it lies. To
// put eighteen thousand words into maps is what starting to match took longest for (docs/performance.md).

/** What is asked of an index of words, however it is kept. */
export type WordLookup<Value> = Pick<ReadonlyMap<string, readonly Value[]>, "get" | "keys" | "values">;

/** An index of words as flat data. */
export interface FlatIndex<Value> {
  /** Words, with a blank behind each. */
  readonly keys: string;
  /** Of each key, where it begins in `keys`, and where all of them end. */
  readonly starts: Int32Array;
  /** Of each key: the position of its list. */
  readonly at: Int32Array;
  /** Positions of keys + 1, by the hash of the key or the next place that was free; 0 where there is none. */
  readonly table: Int32Array;
  readonly lists: readonly (readonly Value[])[];
}

/** Makes flat data of an index. Many words lead to the same, and each list is kept once. */
export function flattenIndex<Value>(index: WordLookup<Value>): FlatIndex<Value> {
  const words = [...index.keys()];
  const positions = new Map<string, number>();
  const lists: (readonly Value[])[] = [];
  const starts = new Int32Array(words.length + 1);
  const at = new Int32Array(words.length);
  const table = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 2 + 1)));
  let keys = "";
  let key = 0;
  for (const word of words) {
    const values = index.get(word) ?? [];
    const written = JSON.stringify(values);
    const position = positions.get(written) ?? lists.push(values) - 1;
    positions.set(written, position);
    at[key] = position;
    starts[key] = keys.length;
    keys += `${word} `;
    let place = hashOf(word) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = ++key;
  }
  starts[key] = keys.length;
  return { keys, starts, at, table, lists };
}

/** Looks words up in flat data as a map would. */
export function lookUpIn<Value>({ keys, starts, at, table, lists }: FlatIndex<Value>): WordLookup<Value> {
  const last = table.length - 1;
  return {
    get: (word) => {
      for (let place = hashOf(word) & last; ; place = (place + 1) & last) {
        const key = (table[place] ?? 0) - 1;
        if (key < 0) return undefined;
        const start = starts[key] ?? 0;
        if ((starts[key + 1] ?? 0) - start === word.length + 1 && keys.startsWith(word, start))
          return lists[at[key] ?? 0];
      }
    },
    keys: () => keys.split(" ").slice(0, -1).values(),
    values: () => Array.from(at, (position) => lists[position] ?? []).values(),
  };
}

/** Fibonacci hashing of the letters; the high bits are well mixed and come last. */
function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash + word.charCodeAt(at) + 1, 0x9e3779b1);
  return hash >>> 12;
}
