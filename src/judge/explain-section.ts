// The working behind a section: what was found in each of its sentences and what came of it. Works everything out anew,
// from the same functions that judge, so that judging itself need not keep what only a person who asks wants to see.
import type { Match } from "../match/match.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import { tokenise } from "../language/tokenise.ts";
import type { FoundWords, SectionWorking, SentenceWorking } from "../model/evaluation.ts";
import { isInOtherClause } from "./clauses.ts";
import { siftEvidence } from "./evidence.ts";
import type { Judgement, SectionJudgement } from "./judgement.ts";
import {
  blockRange,
  matchesIn,
  sectionRange,
  sentenceRange,
  spanOfTokens,
  type MatchedDocument,
} from "./passages.ts";
import { levelSteps } from "./level-steps.ts";
import { bindings, signalsOf } from "./signals.ts";
import { springTraps } from "./traps.ts";

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

  const wordsOf = (match: Pick<Match, "first" | "last">): string => {
    const { start, end } = spanOfTokens(matched, { first: match.first, end: match.last + 1 });
    return document.text.slice(start, end).replace(/\s+/g, " ");
  };
  const describe = (match: Pick<Match, "first" | "last">, rule: string, because: string): FoundWords => ({
    rule,
    text: wordsOf(match),
    because,
  });
  const { sentence } = tokenised.tokens;
  const sentences: SentenceWorking[] = [];
  for (
    let at = sentence[range.first] ?? 0;
    range.end > range.first && at <= (sentence[range.end - 1] ?? 0);
    at++
  ) {
    const own = sentenceRange(matched, at);
    const span = spanOfTokens(matched, own);
    const isHere = (match: Match): boolean => sentence[match.first] === at;
    const counted = section.evidence.filter((piece) => piece.sentence.start === span.start);
    const credited = new Set(counted.map(({ rule }) => rule.id));
    const candidates = sifted.candidates.filter(({ match }) => isHere(match));
    const evidence = counted.map((piece) => ({
      rule: piece.rule.id,
      text: document.text.slice(piece.span.start, piece.span.end).replace(/\s+/g, " "),
      because: piece.strength,
    }));
    const level = counted.reduce((deepest, piece) => Math.max(deepest, piece.level), 0);
    const sprung = traps.fired.filter((trap) => trap.sentence === at);
    const sprungBy = (effect: string): FoundWords[] =>
      sprung
        .filter(({ rule }) => rule.effect === effect)
        .map(({ range: own, rule }) => describe({ first: own.first, last: own.end - 1 }, rule.id, effect));
    const signals = signalsOf(index, matched, at);
    const heldAt = candidates.map(({ match }) => ({ first: match.first, end: match.last + 1 }));
    const [apart, reaching] = partition(
      [...signals].flatMap(([name, list]) => list.map((signal) => ({ name, signal }))),
      ({ name, signal }) => !bindings.includes(name) && isInOtherClause(matched, at, heldAt, signals, signal),
    );
    const asFound = ({ name, signal }: (typeof apart)[number]): FoundWords =>
      describe(signal.match, index.rules[signal.match.owner]?.rule.id ?? "", name);
    const steps = levelSteps({
      level,
      evidence,
      describing: [
        ...counted
          .filter(({ rule }) => rule.level === 2)
          .map(({ rule, span: own }) => ({
            rule: rule.id,
            text: document.text.slice(own.start, own.end).replace(/\s+/g, " "),
            because: "evidence",
          })),
        ...sprungBy("keep"),
      ],
      signals: reaching.map(asFound),
      elsewhere: apart.map(asFound),
      caps: sprungBy("cap"),
    });
    sentences.push({
      text: document.text.slice(span.start, span.end).replace(/\s+/g, " "),
      level,
      evidence,
      discounted: [
        ...sifted.removed
          .filter(({ match }) => isHere(match))
          .map(({ match, rule, trap }) => describe(match, rule.id, `trap:${trap}`)),
        ...candidates
          .filter(({ rule }) => !credited.has(rule.id) && counted.length === 0)
          .map(({ match, rule, strength }) => describe(match, rule.id, strength)),
        ...sifted.neighbours
          .filter(({ match }) => isHere(match))
          .map(({ match, rule }) => describe(match, rule.id, "weak")),
        ...sifted.wide
          .filter(({ match }) => isHere(match))
          .map(({ match, rule }) => describe(match, rule.id, "wide")),
      ],
      traps: sprung.map(({ range: own, rule }) =>
        describe({ first: own.first, last: own.end - 1 }, rule.id, rule.effect),
      ),
      signals: matchesIn(matched, own).flatMap((match) => {
        const rule = index.rules[match.owner]?.rule;
        return rule?.kind === "signal" ? [describe(match, rule.id, rule.signal)] : [];
      }),
      steps,
    });
  }
  const expectations = matchesIn(matched, range).flatMap((match) => {
    const rule = index.rules[match.owner]?.rule;
    return rule?.kind === "expectation" ? [describe(match, rule.id, rule.expects)] : [];
  });
  return {
    role: section.role,
    because: section.because.map(({ rule }) => rule),
    expectations,
    sentences,
  };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
