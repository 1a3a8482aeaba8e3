// Which matches count as evidence (handbook §4.X): strength, conditions and company decide.
import type { Match } from "../match/match.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { EvidenceRule, Strength } from "../model/rule.ts";
import { holds, matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";
import type { Touch, TrapFindings } from "./traps.ts";

/** A match of an evidence rule of the strict net that no trap has taken away. */
export interface Candidate {
  readonly match: Match;
  readonly rule: EvidenceRule;
  readonly strength: Strength;
  readonly sentence: number;
  /** Stands in the section's heading. */
  readonly inHeading: boolean;
  readonly touch: Touch | null;
}

export interface Sifted {
  /** Strong and medium evidence that stands. Whether medium counts is for levels.ts to say. */
  readonly candidates: readonly Candidate[];
  /** Evidence that a trap has taken away, with the trap's slug. */
  readonly removed: readonly { readonly match: Match; readonly rule: EvidenceRule; readonly trap: string }[];
  /** Weak evidence: neighbouring concepts that never give credit by themselves. */
  readonly neighbours: readonly { readonly match: Match; readonly rule: EvidenceRule }[];
  /** Matches of the wide net that no trap explains. */
  readonly wide: readonly { readonly match: Match; readonly rule: EvidenceRule }[];
}

/** Sorts the evidence matches of a section by what may come of them. `headingEnd` is the first token behind the heading. */
export function siftEvidence(
  index: RuleIndex,
  matched: MatchedDocument,
  section: TokenRange,
  headingEnd: number,
  traps: TrapFindings,
): Sifted {
  const candidates: Candidate[] = [];
  const removed: Sifted["removed"][number][] = [];
  const neighbours: Sifted["neighbours"][number][] = [];
  const wide: Sifted["wide"][number][] = [];
  const explained: TokenRange[] = traps.fired
    .filter(({ rule }) => rule.effect === "remove" && rule.reach === "match" && rule.min <= 1)
    .map(({ range }) => range);

  for (const match of matchesIn(matched, section)) {
    const indexed = index.rules[match.owner];
    if (indexed?.rule.kind !== "evidence") continue;
    const { rule } = indexed;
    if (indexed.requires !== null && !holds(indexed.requires, match, matched, section)) continue;
    if (indexed.unless !== null && holds(indexed.unless, match, matched, section)) continue;
    const touch = traps.touched.get(match) ?? null;
    if (touch !== null && touch.removedBy !== null) {
      explained.push({ first: match.first, end: match.last + 1 });
      if (rule.net === "strict" && rule.strength !== "weak")
        removed.push({ match, rule, trap: touch.removedBy });
      continue;
    }
    if (rule.net === "wide") {
      wide.push({ match, rule });
      continue;
    }
    const lifted = indexed.strongWith !== null && holds(indexed.strongWith, match, matched, section);
    const strength = lifted ? "strong" : rule.strength;
    if (strength === "weak") {
      neighbours.push({ match, rule });
      continue;
    }
    candidates.push({
      match,
      rule,
      strength,
      sentence: matched.tokenised.tokens.sentence[match.first] ?? 0,
      inHeading: match.first < headingEnd,
      touch,
    });
  }
  return {
    candidates,
    removed,
    neighbours,
    // A loose word that lies within something a trap has explained is explained too.
    wide: wide.filter(
      ({ match }) => !explained.some(({ first, end }) => first <= match.last && match.first < end),
    ),
  };
}
