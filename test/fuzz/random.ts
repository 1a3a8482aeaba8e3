// Chance that can be repeated: the same seed gives the same numbers on every machine.

export interface Random {
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number;
  /** One of the items. Throws on none. */
  pick<Item>(items: readonly Item[]): Item;
  /** True in one case out of `cases`. */
  oneIn(cases: number): boolean;
}

/** The generator mulberry32 (T. Ettinger, public domain), started from two numbers. */
export function randomFrom(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    oneIn: (cases) => below(cases) === 0,
  };
}
