// How much of what should hold the perspective does: shares over the expected sections (design §4).
import type { CoverageReport } from "../model/report.ts";

/** What scoring needs to know of a section. */
export interface ScoredSection {
  readonly words: number;
  readonly expected: boolean;
  readonly level: number;
  readonly status: string;
  readonly evidence: number;
}

/**
 * Coverage of a document. Shares are weighted by words and lie in 0..1; null when nothing was expected, for an absent
 * measure is not a bad one. Unread sections are left out: they are neither covered nor missing.
 */
export function coverageOf(sections: readonly ScoredSection[]): CoverageReport {
  const expected = sections.filter((section) => section.expected && section.status !== "unread");
  const covered = expected.filter((section) => section.status === "present");
  const review = expected.filter((section) => section.status === "review");
  const words = (list: readonly ScoredSection[]): number =>
    list.reduce((sum, section) => sum + Math.max(1, section.words), 0);
  const all = words(expected);
  const evidence = sections.map((section) => section.evidence);
  const total = evidence.reduce((sum, count) => sum + count, 0);
  const none = expected.length === 0;
  return {
    share: none ? null : round(words(covered) / all),
    upTo: none ? null : round((words(covered) + words(review)) / all),
    byCount: none ? null : round(covered.length / expected.length),
    expected: expected.length,
    covered: covered.length,
    review: review.length,
    depth: none ? null : round(expected.reduce((sum, section) => sum + section.level, 0) / expected.length),
    concentration: total === 0 ? null : round(Math.max(...evidence) / total),
  };
}

/** Two decimals: more would claim a precision that words do not have. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
