// Why a sentence reached the level it did and not the next: the signals of each step, for a person who asks.
import type { FoundWords, LevelStep } from "../model/evaluation.ts";
import type { SignalName } from "../model/rule.ts";
import { describing } from "./levels.ts";
import { bindings } from "./signals.ts";

/** Classes of signals that can give each step beyond the first. */
const giving: Readonly<Record<2 | 3 | 4, readonly SignalName[]>> = {
  2: [...describing, "difference"],
  3: ["steering", "assignment", "goalWord", "actionLabel", "followUp"],
  4: bindings,
};

/** What can hold a step back though a signal for it is there. */
const holding: Readonly<Record<2 | 3 | 4, readonly SignalName[]>> = {
  2: [],
  3: ["soft"],
  4: ["training"],
};

/** What a sentence holds, as far as its level goes. */
export interface SentenceGrounds {
  /** What it reached, 0–4. */
  readonly level: number;
  /** Evidence that counts. */
  readonly evidence: readonly FoundWords[];
  /** Evidence and traps that describe by themselves ("könssegregerad", a diagnosis). */
  readonly describing: readonly FoundWords[];
  /** Signals, with those that headings of columns and lines above a list lend it. */
  readonly signals: readonly FoundWords[];
  /** Signals in a clause of their own, away from all evidence: they give nothing. */
  readonly elsewhere: readonly FoundWords[];
  /** Traps that keep evidence in it at level 1. */
  readonly caps: readonly FoundWords[];
}

/**
 * The four steps of a sentence; none where it holds no evidence. A signal that stands there without having given the step
 * is named too: it was too far away, or belonged to something else. What a sentence gets from the one behind it ("Ansvarig:
 * …") stands with that sentence.
 */
export function levelSteps({
  level,
  evidence,
  describing: own,
  signals,
  elsewhere,
  caps,
}: SentenceGrounds): LevelStep[] {
  if (evidence.length === 0) return [];
  const from = (found: readonly FoundWords[], names: readonly SignalName[]): FoundWords[] =>
    found.filter(({ because }) => names.some((name) => name === because));
  const of = (names: readonly SignalName[]): FoundWords[] => from(signals, names);
  const steps: LevelStep[] = [{ level: 1, reached: level >= 1, by: evidence, absent: [] }];
  for (const step of [2, 3, 4] as const) {
    const reached = level >= step;
    const found = [...(step === 2 ? own : []), ...of(giving[step])];
    const apart = reached ? [] : from(elsewhere, giving[step]);
    // "ska" in another clause, and the words that this clause begins with.
    const joints = apart.length === 0 ? [] : from([...signals, ...elsewhere], ["newClause"]);
    const held = reached ? [] : [...caps, ...of(holding[step]), ...apart, ...joints];
    const there = new Set([...found, ...apart].map(({ because }) => because));
    const absent = reached ? [] : giving[step].filter((name) => !there.has(name));
    steps.push({ level: step, reached, by: [...found, ...held], absent });
  }
  return steps;
}
