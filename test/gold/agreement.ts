// How far two judgements of the same passages agree.

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Of pairs (as it is, as it was said). */
export function agreementOf(rows: readonly (readonly [gold: boolean, found: boolean])[]): Agreement {
  const count = (gold: boolean, found: boolean): number =>
    rows.filter((row) => row[0] === gold && row[1] === found).length;
  const [right, invented, missed] = [count(true, true), count(false, true), count(true, false)];
  const precision = right / Math.max(1, right + invented);
  const recall = right / Math.max(1, right + missed);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall) };
}

/** Quadratic weighted kappa of levels 0–4: 1 is full agreement, 0 what chance would give. */
export function kappaOf(rows: readonly (readonly [gold: number, found: number])[]): number {
  const levels = [0, 1, 2, 3, 4];
  const share = (side: 0 | 1, level: number): number => rows.filter((row) => row[side] === level).length;
  const observed = rows.reduce((sum, [gold, found]) => sum + (gold - found) ** 2, 0);
  let chance = 0;
  for (const gold of levels) {
    for (const found of levels)
      chance += ((gold - found) ** 2 * share(0, gold) * share(1, found)) / rows.length;
  }
  return chance === 0 ? 1 : 1 - observed / chance;
}
