// Where in a section the part of a requirement is fulfilled.
import type { IndexedRequirement } from "../../match/requirement-terms.ts";
import type { RequirementPart } from "../../model/rule.ts";
import { overlaps } from "../../model/span.ts";
import type { EvidenceFinding, SectionJudgement } from "../judgement.ts";
import { blockRange, matchesIn, sentenceRange, spanOfTokens, type TokenRange } from "../passages.ts";
import type { Place } from "./find-place.ts";
import {
  listMatchesIn,
  rangeOfSection,
  sentenceAt,
  standsIn,
  textAround,
  type JudgedText,
  type NamesOfEvidence,
} from "./judged-text.ts";

/** A place in a section that fulfils a part. */
export interface Spot {
  readonly position: number;
  /** Number of the sentence; -1 when the whole section does. */
  readonly sentence: number;
  readonly evidence: EvidenceFinding | null;
}

/** The spots of one section. */
export function spotsIn(
  text: JudgedText,
  requirement: IndexedRequirement,
  part: RequirementPart,
  place: Place,
): Spot[] {
  const { position } = place;
  const judged = text.sections[position];
  if (judged === undefined || part.notFlags.some((flag) => judged.flags.includes(flag))) return [];
  if (part.flags.length > 0 || part.traps.length > 0) {
    const flagged = part.flags.some((flag) => judged.flags.includes(flag));
    const trapped = part.traps.some((slug) => judged.because.some(({ rule }) => rule === `trap:${slug}`));
    return flagged || trapped ? [{ position, sentence: -1, evidence: null }] : [];
  }
  const inPlace = (sentence: number): boolean =>
    place.whole ||
    textAround(text, sentence, "block").some(
      (range) => listMatchesIn(text, requirement.place, range).length > 0,
    );
  if (part.bare) {
    return sentencesOf(text, position).flatMap((sentence) =>
      inPlace(sentence) && hasCompany(text, requirement, part, position, sentence)
        ? [{ position, sentence, evidence: null }]
        : [],
    );
  }
  return judged.evidence.flatMap((evidence) => {
    if (!isAskedFor(text, part, judged, evidence)) return [];
    const sentence = sentenceAt(text, evidence.span.start);
    return inPlace(sentence) && hasCompany(text, requirement, part, position, sentence)
      ? [{ position, sentence, evidence }]
      : [];
  });
}

function sentencesOf(text: JudgedText, position: number): number[] {
  const { first, end } = rangeOfSection(text, position);
  const { sentence } = text.matched.tokenised.tokens;
  const numbers: number[] = [];
  for (let token = first; token < end; token++) {
    const number = sentence[token] ?? 0;
    if (numbers.at(-1) !== number) numbers.push(number);
  }
  return numbers;
}

function isAskedFor(
  text: JudgedText,
  part: RequirementPart,
  judged: SectionJudgement,
  evidence: EvidenceFinding,
): boolean {
  if (evidence.level < part.level) return false;
  if (part.policyGoals.length > 0 && !part.policyGoals.some((goal) => evidence.policyGoals.includes(goal)))
    return false;
  if (part.chain.length > 0) {
    const links = new Set<string>([evidence.chain, ...judged.chain]);
    if (!part.chain.some((link) => links.has(link))) return false;
  }
  if (part.evidence.length === 0 && part.not.length === 0 && part.sex === undefined) return true;
  const { names, sexes } = whatIsNamed(text, evidence);
  if (part.sex !== undefined && !sexes.has(part.sex) && !sexes.has("both")) return false;
  const own = text.index.byRule.get(evidence.rule)?.names;
  if (own !== undefined && part.not.some((name) => own.has(name))) return false;
  return part.evidence.length === 0 || part.evidence.some((name) => names.has(name));
}

/** Names of the evidence and of what it covers: of overlapping pieces only the longest is kept, and it speaks for all. */
function whatIsNamed(text: JudgedText, evidence: EvidenceFinding): NamesOfEvidence {
  const before = text.known.evidence.get(evidence);
  if (before !== undefined) return before;
  const own = text.index.byRule.get(evidence.rule);
  const names = new Set(own?.names);
  const sexes = new Set<string>(evidence.rule.sex === undefined ? [] : [evidence.rule.sex]);
  const range = sentenceRange(text.matched, sentenceAt(text, evidence.span.start));
  for (const match of matchesIn(text.matched, range)) {
    const indexed = text.index.rules[match.owner];
    if (indexed?.rule.kind !== "evidence" || indexed.rule.net !== "strict") continue;
    const span = spanOfTokens(text.matched, { first: match.first, end: match.last + 1 });
    if (!overlaps(span, evidence.span)) continue;
    for (const name of indexed.names) names.add(name);
    if (indexed.rule.sex !== undefined) sexes.add(indexed.rule.sex);
  }
  const named = { names, sexes };
  text.known.evidence.set(evidence, named);
  return named;
}

/** Does the company and do the words that a part asks for stand within its reach? */
function hasCompany(
  text: JudgedText,
  requirement: IndexedRequirement,
  part: RequirementPart,
  position: number,
  sentence: number,
): boolean {
  const without = requirement.without.get(part) ?? -1;
  if (listMatchesIn(text, without, sentenceRange(text.matched, sentence)).length > 0) return false;
  if (part.company.length === 0 && part.near.length === 0) return true;
  const ranges: readonly TokenRange[] =
    part.reach === "section" ? [rangeOfSection(text, position)] : textAround(text, sentence, part.reach);
  if (!part.company.every((alternatives) => standsIn(text, alternatives, ranges))) return false;
  if (part.near.length === 0) return true;
  const near = requirement.near.get(part) ?? -1;
  const withHeading = part.reach === "sentence" ? ranges : [...ranges, headingOf(text, position)];
  const found = new Set(withHeading.flatMap((range) => listMatchesIn(text, near, range)));
  return found.size >= part.nearMin;
}

/** What the heading says need not be said again in the paragraph. */
function headingOf(text: JudgedText, position: number): TokenRange {
  const section = text.sections[position]?.section;
  if (section === undefined || section.headingSpan === null) return { first: 0, end: 0 };
  return blockRange(text.matched, section.blocks.first);
}
