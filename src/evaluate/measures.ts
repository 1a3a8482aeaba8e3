// How far judgements agree with labels, and how sure that is. Pure arithmetic: pairs in, figures out.
import type { Agreement, Estimate, LevelAgreement, Proportion } from "../model/evaluation.ts";

/** 97.5th percentile of the normal distribution: 95 % lies between −z and z. */
const z = 1.959964;

const undefinedEstimate: Estimate = { value: null, low: null, high: null };

/** A share with its Wilson score interval. The interval of 35 right of 35 is 0.90–1, not 1–1: few cases say little. */
export function proportion(right: number, of: number): Proportion {
  if (of === 0) return { right, of, share: null, low: null, high: null };
  const share = right / of;
  const centre = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    right,
    of,
    share,
    low: right === 0 ? 0 : (centre - spread) / scale,
    high: right === of ? 1 : (centre + spread) / scale,
  };
}

/**
 * Precision, recall and F1 of pairs (label, judgement).
 *
 * F1 is no share, but follows from one: with J = both ÷ (at least one says yes), F1 = 2J ÷ (1 + J). Its interval is the
 * Wilson interval of J put through the same formula. (A bootstrap would call a faultless F1 certain.)
 */
export function agreementOf(pairs: readonly (readonly [label: boolean, said: boolean])[]): Agreement {
  let both = 0;
  let invented = 0;
  let missed = 0;
  for (const [label, said] of pairs) {
    if (label && said) both++;
    else if (said) invented++;
    else if (label) missed++;
  }
  const joint = proportion(both, both + invented + missed);
  const f1 = (share: number | null): number | null => (share === null ? null : (2 * share) / (1 + share));
  return {
    passages: pairs.length,
    yes: both + missed,
    precision: proportion(both, both + invented),
    recall: proportion(both, both + missed),
    f1: { value: f1(joint.share), low: f1(joint.low), high: f1(joint.high) },
  };
}

export type LevelPair = readonly [label: number, said: number];

const levels = [0, 1, 2, 3, 4] as const;

/** Rows are labels 0–4, columns judgements. */
export function confusionOf(pairs: readonly LevelPair[]): number[][] {
  const confusion = levels.map(() => levels.map(() => 0));
  for (const [label, said] of pairs) {
    const row = confusion[label];
    if (row !== undefined) row[said] = (row[said] ?? 0) + 1;
  }
  return confusion;
}

/**
 * Quadratic weighted kappa: 1 is full agreement, 0 what chance would give with the same shares of each level, −1 the
 * opposite. Null when all labels and judgements are one level: then chance explains everything.
 */
export function quadraticKappa(confusion: readonly (readonly number[])[]): number | null {
  const rows = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = levels.map((level) => confusion.reduce((sum, row) => sum + (row[level] ?? 0), 0));
  const all = rows.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  let chance = 0;
  for (const label of levels) {
    for (const said of levels) {
      const weight = (label - said) ** 2;
      seen += weight * (confusion[label]?.[said] ?? 0);
      chance += (weight * (rows[label] ?? 0) * (columns[said] ?? 0)) / all;
    }
  }
  return all === 0 || chance === 0 ? null : 1 - seen / chance;
}

/** Agreement on levels, with the interval of kappa by bootstrap over passages. */
export function levelAgreementOf(pairs: readonly LevelPair[]): LevelAgreement {
  const confusion = confusionOf(pairs);
  const within = (distance: number): Proportion =>
    proportion(pairs.filter(([label, said]) => Math.abs(label - said) <= distance).length, pairs.length);
  return {
    passages: pairs.length,
    confusion,
    kappa: bootstrap(pairs, (sample) => quadraticKappa(confusionOf(sample))),
    exact: within(0),
    withinOne: within(1),
  };
}

const resamples = 2000;

/**
 * A figure with its percentile bootstrap interval over `items`. The seed is fixed: the same items give the same interval
 * on every day and machine.
 */
export function bootstrap<Item>(
  items: readonly Item[],
  figure: (sample: readonly Item[]) => number | null,
): Estimate {
  const value = figure(items);
  if (value === null) return undefinedEstimate;
  const random = seeded(20_260_704);
  const found: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const sample: Item[] = [];
    for (let drawn = 0; drawn < items.length; drawn++) {
      const item = items[Math.floor(random() * items.length)];
      if (item !== undefined) sample.push(item);
    }
    const each = figure(sample);
    // A sample of one level only has no kappa.
    if (each !== null) found.push(each);
  }
  found.sort((a, b) => a - b);
  const at = (share: number): number | null => found[Math.round(share * (found.length - 1))] ?? null;
  return { value, low: at(0.025), high: at(0.975) };
}

/** Numbers in [0, 1) from a seed (mulberry32): good enough to draw passages with, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
