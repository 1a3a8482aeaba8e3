// What words lead nowhere from where terms wait: nearly all do, so it is remembered of each pair that has been tried.

/** As many pairs as are remembered at most: a power of two. */
const remembered = 1 << 15;

/** Places from which a set of symbols leads nowhere. Of two pairs that fall on the same spot the later is remembered. */
export class DeadEnds {
  /** Place and set of each pair side by side, each + 1. */
  private readonly pairs = new Int32Array(2 * remembered);

  has(place: number, set: number): boolean {
    const spot = spotOf(place, set);
    return this.pairs[spot] === place + 1 && this.pairs[spot + 1] === set + 1;
  }

  add(place: number, set: number): void {
    const spot = spotOf(place, set);
    this.pairs[spot] = place + 1;
    this.pairs[spot + 1] = set + 1;
  }
}

function spotOf(place: number, set: number): number {
  const hash = Math.imul(Math.imul(place, 0x9e3779b1) ^ set, 0x85ebca6b);
  return 2 * ((hash >>> 12) & (remembered - 1));
}
