// One word for the whole document, in the order of design §4. Thresholds come from the rule pack.
import type { CoverageReport, Level, Verdict } from "../model/report.ts";
import type { ChainLink, Thresholds } from "../model/rule.ts";

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

/**
 * 1 notAssessed: too few expected sections, or too little read
 * 2 clear: coverage, a goal or measure (level ≥ 3) and an analysis (level ≥ 2), both outside framing sections
 * 3 missing: hardly any coverage and nothing at level ≥ 2
 * 4 confined: all evidence in framing sections, or most of it in one section while coverage is low
 * 5 partial: everything else
 */
export function verdictOf(facts: VerdictFacts, thresholds: Thresholds["verdict"]): Verdict {
  const { coverage, evidence } = facts;
  if (
    coverage.expected < thresholds.expectedSectionsAtLeast ||
    facts.readShare < thresholds.readShareAtLeast
  ) {
    return "notAssessed";
  }
  const share = coverage.share ?? 0;
  const outside = evidence.filter((piece) => !piece.framing);
  const steers = outside.some((piece) => piece.level >= 3);
  const analyses = outside.some(
    (piece) => piece.level === 2 || (piece.level > 2 && piece.chain === "analysis"),
  );
  if (share >= thresholds.clearCoverage && steers && analyses) return "clear";
  if (share < thresholds.missingCoverage && evidence.every((piece) => piece.level < 2)) return "missing";
  const concentrated =
    share < thresholds.clearCoverage && (coverage.concentration ?? 0) >= thresholds.confinedConcentration;
  if (evidence.length > 0 && (outside.length === 0 || concentrated)) return "confined";
  return "partial";
}
