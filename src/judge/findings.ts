// The evidence that counts and the evidence that does not, with their places.
import type { Candidate, Sifted } from "./evidence.ts";
import type { DiscountedFinding, EvidenceFinding } from "./judgement.ts";
import { overlaps } from "../model/span.ts";
import { sentenceRange, spanOfTokens, type MatchedDocument } from "./passages.ts";
import type { CountedSentence } from "./repeated-sentences.ts";
import type { SectionRole } from "./section-role.ts";

/**
 * The evidence of one counted sentence with its place, level and link. Where two pieces overlap, the longer one
 * stands.
 */
export function evidenceOf(
  matched: MatchedDocument,
  sentence: CountedSentence,
  role: SectionRole,
): EvidenceFinding[] {
  const range = sentenceRange(matched, sentence.sentence);
  return withoutOverlaps(sentence.evidence).map((candidate) => ({
    rule: candidate.rule,
    policyGoals: candidate.policyGoals,
    strength: candidate.strength,
    level: (candidate.touch?.cappedBy ?? null) === null ? sentence.level : 1,
    chain: role.chain ?? (role.framing ? "framing" : sentence.chain),
    span: spanOfTokens(matched, { first: candidate.match.first, end: candidate.match.last + 1 }),
    sentence: spanOfTokens(matched, range),
    standard: sentence.standard,
  }));
}

/**
 * One piece of evidence per stretch of words: of overlapping ones the longest, then the strongest. It carries the policy
 * goals of those it covers, or a general pair would hide the goal that the words around it are about.
 */
function withoutOverlaps(
  candidates: readonly Candidate[],
): (Candidate & { readonly policyGoals: readonly number[] })[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      b.match.last - b.match.first - (a.match.last - a.match.first) ||
      Number(b.strength === "strong") - Number(a.strength === "strong") ||
      a.match.first - b.match.first,
  );
  const kept: { candidate: Candidate; goals: Set<number> }[] = [];
  for (const candidate of ranked) {
    const over = kept.find(
      ({ candidate: { match } }) =>
        match.first <= candidate.match.last && candidate.match.first <= match.last,
    );
    if (over === undefined) kept.push({ candidate, goals: new Set(candidate.rule.policyGoals) });
    else for (const goal of candidate.rule.policyGoals) over.goals.add(goal);
  }
  return kept
    .map(({ candidate, goals }) => ({ ...candidate, policyGoals: [...goals].sort((a, b) => a - b) }))
    .sort((a, b) => a.match.first - b.match.first);
}

/**
 * What was found and does not count, each with the reason: trapped, repeated, too weak alone, or in a place where
 * nothing counts (`unused`).
 */
export function discountedOf(
  matched: MatchedDocument,
  sifted: Sifted,
  sentences: readonly CountedSentence[],
  unused: readonly Candidate[],
): DiscountedFinding[] {
  const found: DiscountedFinding[] = [];
  const add = (rule: string, reason: string, first: number, last: number): void => {
    const sentence = sentenceRange(matched, matched.tokenised.tokens.sentence[first] ?? 0);
    found.push({
      rule,
      reason,
      span: spanOfTokens(matched, { first, end: last + 1 }),
      sentence: spanOfTokens(matched, sentence),
    });
  };
  for (const { match, rule, trap } of sifted.removed) add(rule.id, `trap:${trap}`, match.first, match.last);
  for (const sentence of sentences.filter(({ repeated }) => repeated)) {
    for (const { match, rule } of sentence.evidence) add(rule.id, "repeated", match.first, match.last);
  }
  for (const { match, rule, inHeading } of unused) {
    add(rule.id, inHeading ? "trap:heading-only" : "trap:quiet-zone", match.first, match.last);
  }
  const used = new Set(sentences.flatMap(({ evidence }) => evidence));
  for (const candidate of unused.length > 0 ? [] : sifted.candidates) {
    if (!used.has(candidate)) add(candidate.rule.id, "weak", candidate.match.first, candidate.match.last);
  }
  return oneByStretch(found);
}

/** Of findings that overlap the longest, in the order of the text: a reader wants each stretch of words once. */
function oneByStretch(found: readonly DiscountedFinding[]): DiscountedFinding[] {
  const size = ({ span }: DiscountedFinding): number => span.end - span.start;
  const ranked = [...found].sort(
    (a, b) => size(b) - size(a) || a.span.start - b.span.start || (a.rule < b.rule ? -1 : 1),
  );
  const kept: DiscountedFinding[] = [];
  for (const finding of ranked) {
    if (!kept.some((other) => overlaps(other.span, finding.span))) kept.push(finding);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** Distinct words of matches, as written, in order, at most eight. */
export function wordsOf(
  matched: MatchedDocument,
  found: readonly { readonly match: { first: number; last: number } }[],
): string[] {
  const { text } = matched.document;
  const words = new Set<string>();
  for (const { match } of found) {
    const { start, end } = spanOfTokens(matched, { first: match.first, end: match.last + 1 });
    words.add(text.slice(start, end).replace(/\s+/g, " "));
  }
  return [...words].slice(0, 8);
}
