// The working behind a section: what was found in each of its sentences and what came of it. Works everything out anew,
// from the same functions that judge, so that judging itself need not keep what only a person who asks wants to see.
import type { Match } from "../match/match.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import { tokenise } from "../language/tokenise.ts";
import type { FoundWords, SectionWorking, SentenceWorking } from "../model/evaluation.ts";
import type { Span } from "../model/span.ts";
import { isInOtherClause } from "./clauses.ts";
import { siftEvidence, type Sifted } from "./evidence.ts";
import type { EvidenceFinding, Judgement, SectionJudgement } from "./judgement.ts";
import {
  blockRange,
  matchesIn,
  sectionRange,
  sentenceRange,
  spanOfTokens,
  type MatchedDocument,
  type TokenRange,
} from "./passages.ts";
import { levelSteps } from "./level-steps.ts";
import { bindings, signalsOf } from "./signals.ts";
import { springTraps, type TrapFindings } from "./traps.ts";

/** What led to the judgement of one section. `pack` counts from 0: whose judgement it is, with several packs. */
export function explainSection(
  whole: RuleIndex,
  judgement: Judgement,
  section: SectionJudgement,
  pack = 0,
): SectionWorking {
  const { document } = judgement;
  const index = whole.ofPack[pack] ?? whole;
  const tokenised = tokenise(document.text, document.blocks, index.vocabulary);
  const found = whole.text.find(document.text, tokenised.tokens);
  const matched: MatchedDocument = {
    document,
    tokenised,
    matches:
      whole.ofPack.length === 0 ? found : found.filter(({ owner }) => whole.packOfList(owner) === pack),
  };
  const range = sectionRange(matched, section.section);
  const heading =
    section.section.headingSpan === null ? null : blockRange(matched, section.section.blocks.first);
  const traps = springTraps(index, matched, range);
  const sifted = siftEvidence(index, matched, range, heading?.end ?? range.first, traps);
  const facts: SectionFacts = { index, matched, section, traps, sifted };
  return {
    role: section.role,
    because: section.because.map(({ rule }) => rule),
    expectations: matchesIn(matched, range).flatMap((match) => {
      const rule = index.rules[match.owner]?.rule;
      return rule?.kind === "expectation" ? [describe(matched, rangeOf(match), rule.id, rule.expects)] : [];
    }),
    sentences: sentencesIn(matched, range).map((sentence) => explainSentence(facts, sentence)),
  };
}

/** What is known of a section when its sentences are gone through. */
interface SectionFacts {
  readonly index: RuleIndex;
  readonly matched: MatchedDocument;
  readonly section: SectionJudgement;
  readonly traps: TrapFindings;
  readonly sifted: Sifted;
}

/** Numbers of the sentences that a range touches. */
function sentencesIn({ tokenised }: MatchedDocument, { first, end }: TokenRange): number[] {
  if (end <= first) return [];
  const { sentence } = tokenised.tokens;
  const [from, to] = [sentence[first] ?? 0, sentence[end - 1] ?? 0];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** What was found in the sentence with that number, and how its level came about. */
function explainSentence(facts: SectionFacts, sentence: number): SentenceWorking {
  const { index, matched, section, traps } = facts;
  const { text } = matched.document;
  const own = sentenceRange(matched, sentence);
  const span = spanOfTokens(matched, own);
  const counted = section.evidence.filter((piece) => piece.sentence.start === span.start);
  const level = counted.reduce((deepest, piece) => Math.max(deepest, piece.level), 0);
  const sprung = traps.fired.filter((trap) => trap.sentence === sentence);
  return {
    text: oneLine(text, span),
    level,
    evidence: counted.map((piece) => evidenceWords(text, piece, piece.strength)),
    discounted: discountedIn(facts, sentence, counted),
    traps: sprung.map(({ range, rule }) => describe(matched, range, rule.id, rule.effect)),
    signals: matchesIn(matched, own).flatMap((match) => {
      const rule = index.rules[match.owner]?.rule;
      return rule?.kind === "signal" ? [describe(matched, rangeOf(match), rule.id, rule.signal)] : [];
    }),
    steps: stepsTo(level, facts, sentence, counted),
  };
}

/** What was found in a sentence and gave nothing, each with the reason. */
function discountedIn(
  { matched, sifted }: SectionFacts,
  sentence: number,
  counted: readonly EvidenceFinding[],
): FoundWords[] {
  const { sentence: sentenceOf } = matched.tokenised.tokens;
  const isHere = ({ match }: { readonly match: Match }): boolean => sentenceOf[match.first] === sentence;
  const found = ({ match, rule }: Sifted["wide"][number], because: string): FoundWords =>
    describe(matched, rangeOf(match), rule.id, because);
  // Where evidence counts, what it was chosen among is no loss.
  const unused = counted.length === 0 ? sifted.candidates.filter(isHere) : [];
  return [
    ...sifted.removed.filter(isHere).map((each) => found(each, `trap:${each.trap}`)),
    ...unused.map((each) => found(each, each.strength)),
    ...sifted.neighbours.filter(isHere).map((each) => found(each, "weak")),
    ...sifted.wide.filter(isHere).map((each) => found(each, "wide")),
  ];
}

/** The steps to the level of a sentence: what each of them rests on, and what does not reach it. */
function stepsTo(
  level: number,
  { index, matched, traps, sifted }: SectionFacts,
  sentence: number,
  counted: readonly EvidenceFinding[],
): SentenceWorking["steps"] {
  const { text } = matched.document;
  const { sentence: sentenceOf } = matched.tokenised.tokens;
  const sprungBy = (effect: string): FoundWords[] =>
    traps.fired
      .filter((trap) => trap.sentence === sentence && trap.rule.effect === effect)
      .map(({ range, rule }) => describe(matched, range, rule.id, effect));
  const signals = signalsOf(index, matched, sentence);
  const heldAt = sifted.candidates
    .filter(({ match }) => sentenceOf[match.first] === sentence)
    .map(({ match }) => rangeOf(match));
  const [apart, reaching] = partition(
    [...signals].flatMap(([name, list]) => list.map((signal) => ({ name, signal }))),
    ({ name, signal }) =>
      !bindings.includes(name) && isInOtherClause(matched, sentence, heldAt, signals, signal),
  );
  const asFound = ({ name, signal: { match } }: (typeof apart)[number]): FoundWords =>
    describe(matched, rangeOf(match), index.rules[match.owner]?.rule.id ?? "", name);
  return levelSteps({
    level,
    evidence: counted.map((piece) => evidenceWords(text, piece, piece.strength)),
    describing: [
      ...counted
        .filter(({ rule }) => rule.level === 2)
        .map((piece) => evidenceWords(text, piece, "evidence")),
      ...sprungBy("keep"),
    ],
    signals: reaching.map(asFound),
    elsewhere: apart.map(asFound),
    caps: sprungBy("cap"),
  });
}

/** The words of a range of tokens, with the rule that found them and what came of them. */
function describe(matched: MatchedDocument, range: TokenRange, rule: string, because: string): FoundWords {
  return { rule, text: oneLine(matched.document.text, spanOfTokens(matched, range)), because };
}

const evidenceWords = (text: string, { rule, span }: EvidenceFinding, because: string): FoundWords => ({
  rule: rule.id,
  text: oneLine(text, span),
  because,
});

const rangeOf = ({ first, last }: Match): TokenRange => ({ first, end: last + 1 });

/** What stands in a span, its line breaks as spaces. */
const oneLine = (text: string, { start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ");

function partition<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
