// One word for the whole document, in the order of design §4. Thresholds come from the rule pack.
import type { CoverageReport, Level, Verdict } from "../model/report.ts";
import type { ChainLink, Thresholds } from "../model/rule.ts";
import type { VerdictConditions } from "../model/working.ts";

export interface VerdictFacts {
  /** Share of the document that was really read, 0..1. */
  readonly readShare: number;
  readonly coverage: CoverageReport;
  readonly evidence: readonly {
    readonly level: Level;
    readonly chain: ChainLink | "framing";
    readonly framing: boolean;
  }[];
}

/** What the verdict asks of a document; kept apart from the verdict so that it can be explained. */
export function verdictConditions(
  { readShare, coverage, evidence }: VerdictFacts,
  thresholds: Thresholds["verdict"],
): VerdictConditions {
  const share = coverage.share ?? 0;
  const outside = evidence.filter((piece) => !piece.framing);
  const covered = share >= thresholds.clearCoverage;
  return {
    tooFewExpected: coverage.expected < thresholds.expectedSectionsAtLeast,
    tooLittleRead: readShare < thresholds.readShareAtLeast,
    covered,
    steers: outside.some((piece) => piece.level >= 3),
    analyses: outside.some((piece) => piece.level === 2 || (piece.level > 2 && piece.chain === "analysis")),
    hardlyCovered: share < thresholds.missingCoverage,
    shallow: evidence.every((piece) => piece.level < 2),
    framed: evidence.length > 0 && outside.length === 0,
    concentrated:
      evidence.length > 0 && !covered && (coverage.concentration ?? 0) >= thresholds.confinedConcentration,
  };
}

/**
 * 1 notAssessed: too few expected sections, or too little read
 * 2 clear: coverage, a goal or measure (level ≥ 3) and an analysis (level ≥ 2), both outside framing sections
 * 3 missing: hardly any coverage and nothing at level ≥ 2
 * 4 confined: all evidence in framing sections, or most of it in one section while coverage is low
 * 5 partial: everything else
 */
export function verdictOf(facts: VerdictFacts, thresholds: Thresholds["verdict"]): Verdict {
  const asked = verdictConditions(facts, thresholds);
  if (asked.tooFewExpected || asked.tooLittleRead) return "notAssessed";
  if (asked.covered && asked.steers && asked.analyses) return "clear";
  if (asked.hardlyCovered && asked.shallow) return "missing";
  if (asked.framed || asked.concentrated) return "confined";
  return "partial";
}
