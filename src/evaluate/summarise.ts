// Judged passages → the figures.
import type { Evaluation, GoldLabel, Proportion, RuleScore, Scores } from "../model/evaluation.ts";
import type { Level, SectionStatus } from "../model/report.ts";
import { agreementOf, levelAgreementOf, proportion, type LevelPair } from "./measures.ts";

/** A label and what was said of it. */
export interface Judged {
  readonly docType: string;
  readonly trap: string | null;
  readonly gold: GoldLabel;
  readonly found: { readonly level: Level; readonly expected: boolean; readonly status: SectionStatus };
  readonly credited: readonly string[];
}

type Pair = readonly [label: boolean, said: boolean];

/** Is the perspective there, by the label? Undefined when the label does not say. */
const isPresent = ({ level, present }: GoldLabel): boolean | undefined =>
  present ?? (level === undefined ? undefined : level > 0);

/** Is the perspective missing though expected, by the label? */
function isMissing(gold: GoldLabel): boolean | undefined {
  const present = isPresent(gold);
  if (present === true || gold.expected === false) return false;
  return present === undefined || gold.expected === undefined ? undefined : true;
}

/** All figures of a list of judged passages. */
export function scoresOf(judged: readonly Judged[]): Scores {
  const pairs = (
    label: (gold: GoldLabel) => boolean | undefined,
    said: (found: Judged["found"]) => boolean,
  ): Pair[] =>
    judged.flatMap(({ gold, found }): Pair[] => {
      const own = label(gold);
      return own === undefined ? [] : [[own, said(found)]];
    });
  const levels = judged.flatMap(({ gold, found }): LevelPair[] =>
    gold.level === undefined ? [] : [[gold.level, found.level]],
  );
  return {
    passages: judged.length,
    present: agreementOf(pairs(isPresent, ({ level }) => level > 0)),
    missing: agreementOf(pairs(isMissing, ({ status }) => status === "missing")),
    expected: agreementOf(
      pairs(
        ({ expected }) => expected,
        ({ expected }) => expected,
      ),
    ),
    level: levelAgreementOf(levels),
    traps: trapsOf(judged.filter(({ trap }) => trap !== null)),
  };
}

/** Of passages that set a trap: those that are rightly present or not. */
function trapsOf(judged: readonly Judged[]): Proportion {
  const labelled = judged.filter(({ gold }) => isPresent(gold) !== undefined);
  const right = labelled.filter(({ gold, found }) => isPresent(gold) === found.level > 0);
  return proportion(right.length, labelled.length);
}

/** Share of the passages that are left to a person. */
export function reviewShare(judged: readonly Judged[]): Proportion {
  return proportion(judged.filter(({ found }) => found.status === "review").length, judged.length);
}

/** What a plain search makes of the same passages: found is level 1, expected is everything, the rest is missing. */
export function searched(
  judged: readonly (Judged & { readonly text: string })[],
  finds: (text: string) => boolean,
): Judged[] {
  return judged.map((passage) => {
    const hit = finds(passage.text);
    return {
      ...passage,
      found: { level: hit ? 1 : 0, expected: true, status: hit ? "present" : "missing" },
      credited: [],
    };
  });
}

/** The figures of each document type that a label names. */
export const byType = (judged: readonly Judged[]): Evaluation["byType"] =>
  grouped(judged, ({ docType }) => docType, scoresOf);

/** The same for each trap: of the passages that set it, those that are rightly present or not. */
export const byTrap = (judged: readonly Judged[]): Evaluation["byTrap"] =>
  grouped(judged, ({ trap }) => trap, trapsOf);

function grouped<Result>(
  judged: readonly Judged[],
  keyOf: (each: Judged) => string | null,
  measure: (own: readonly Judged[]) => Result,
): Record<string, Result> {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, own]) => [key, measure(own)]));
}

/** How often each rule gave credit, and how often where the perspective is: most wrong credit first. */
export function byRule(judged: readonly Judged[]): RuleScore[] {
  const rules = new Map<string, { credited: number; right: number }>();
  for (const { gold, credited } of judged) {
    const present = isPresent(gold);
    if (present === undefined) continue;
    for (const rule of credited) {
      const score = rules.get(rule) ?? { credited: 0, right: 0 };
      score.credited++;
      if (present) score.right++;
      rules.set(rule, score);
    }
  }
  return [...rules]
    .map(([rule, score]) => ({ rule, ...score }))
    .sort(
      (a, b) =>
        b.credited - b.right - (a.credited - a.right) ||
        b.credited - a.credited ||
        (a.rule < b.rule ? -1 : 1),
    );
}

/** Does the judgement differ from the label anywhere? */
export function isWrong({ gold, found }: Judged): boolean {
  const present = isPresent(gold);
  return (
    (present !== undefined && present !== found.level > 0) ||
    (gold.level !== undefined && gold.level !== found.level) ||
    (gold.expected !== undefined && gold.expected !== found.expected)
  );
}
