// How a word or phrase is read, which rules it meets, and what becomes of that: `genomlys trace`.
import { tokenise } from "../language/tokenise.ts";
import { tokenKind, type Tokens } from "../language/tokens.ts";
import { explainWord, type WordMeeting } from "../match/explain-word.ts";
import type { Match } from "../match/match.ts";
import { parseTerm, type TermStep, type WordPattern } from "../match/parse-term.ts";
import { indexRules, type RuleIndex } from "../match/rule-index.ts";
import { inspectText } from "../judge/inspect-text.ts";
import type { Block } from "../model/document.ts";
import type { Rule, RulePack } from "../model/rule.ts";
import { normalise } from "../read/normalise/normalise.ts";
import { matchTermsAlone, termGroups, wordSetsOf, type LookedForIn, type TermGroup } from "./term-groups.ts";

/** A word of the traced text, as it is read. */
export interface TracedWord {
  readonly written: string;
  /** Lower case, the form that is looked up. */
  readonly read: string;
  /** The different ways in which rules see it, those that split it first. */
  readonly meetings: readonly WordMeeting[];
}

/** What becomes of a term that was found. */
export type Fate =
  /** The rule has its say. */
  | { readonly kind: "stands" }
  /** An `except` of the same rule takes it away. */
  | { readonly kind: "excepted"; readonly by: string }
  /** A longer term of the same rule stands for it. */
  | { readonly kind: "covered"; readonly by: string };

export interface TracedTerm {
  readonly group: TermGroup;
  readonly term: string;
  /** The words that it was found in. */
  readonly found: string;
  readonly fate: Fate;
}

/** What the evidence rules make of the text, traps and conditions counted in. */
export type EvidenceFate = "counts" | "wide" | "removed" | "conditional";

export interface Trace {
  readonly given: string;
  /** The text after normalisation: composed letters, no soft hyphens. */
  readonly read: string;
  readonly words: readonly TracedWord[];
  /** In the order of the pack. */
  readonly terms: readonly TracedTerm[];
  /** For each evidence rule with a term that stands. */
  readonly evidence: ReadonlyMap<Rule, EvidenceFate>;
  /** Traps that fire. */
  readonly traps: readonly Rule[];
}

/** Traces a word or phrase through the packs. */
export function traceText(given: string, packs: readonly RulePack[]): Trace {
  const read = normalise(given).text.replace(/\s+/g, " ").trim();
  const groups = packs.flatMap(({ rules }) => rules).flatMap(termGroups);
  const wordSets = wordSetsOf(packs);
  const words = new Map<string, { written: string; meetings: Map<string, WordMeeting> }>();
  const terms: TracedTerm[] = [];
  for (const place of ["text", "heading", "title"] as const) {
    const own = groups.filter(({ lookedForIn }) => lookedForIn === place);
    traceIn(read, place, own, wordSets, words, terms);
  }
  const order = new Map(groups.map((group, position) => [group, position]));
  terms.sort((a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0));
  const inspection = packs.length === 0 ? null : inspect(indexRules(packs), read, terms);
  return {
    given,
    read,
    words: [...words].map(([word, { written, meetings }]) => ({
      written,
      read: word,
      meetings: [...meetings.values()].sort((a, b) => b.parts.length - a.parts.length),
    })),
    terms,
    evidence: inspection?.evidence ?? new Map<Rule, EvidenceFate>(),
    traps: inspection?.traps ?? [],
  };
}

function traceIn(
  read: string,
  place: LookedForIn,
  groups: readonly TermGroup[],
  wordSets: ReadonlyMap<string, readonly string[]>,
  words: Map<string, { written: string; meetings: Map<string, WordMeeting> }>,
  traced: TracedTerm[],
): void {
  const { terms, matcher } = matchTermsAlone(groups, wordSets);
  const span = { start: 0, end: read.length };
  const block: Block =
    place === "text"
      ? { kind: "paragraph", layer: "body", span }
      : { kind: "heading", layer: "body", level: 1, span };
  const { tokens } = tokenise(read, [block], matcher.vocabulary);
  const wordAt = (at: number): string => matcher.vocabulary.word(tokens.word[at] ?? 0);
  const writtenAt = (at: number): string => read.slice(tokens.start[at], tokens.end[at]);
  for (let at = 0; at < tokens.count; at++) {
    if (!words.has(wordAt(at))) words.set(wordAt(at), { written: writtenAt(at), meetings: new Map() });
  }
  const matches = matcher.find(read, tokens);
  const ofGroup = new Map<TermGroup, Match[]>();
  for (const match of matches) {
    const term = terms[match.owner];
    if (term === undefined) continue;
    ofGroup.set(term.group, [...(ofGroup.get(term.group) ?? []), match]);
  }
  const meets = (a: Match, b: Match): boolean => a.first <= b.last && b.first <= a.last;
  for (const [group, own] of ofGroup) {
    for (const match of own) {
      const single = terms[match.owner];
      if (single === undefined) continue;
      noteMeetings(single.term, match, tokens, wordAt, wordSets, words);
      if (single.except) continue;
      const except = own.find((other) => terms[other.owner]?.except === true && meets(other, match));
      const longer = own.find(
        (other) =>
          terms[other.owner]?.except === false &&
          other.first <= match.first &&
          other.last >= match.last &&
          (other.last - other.first > match.last - match.first ||
            (other.last === match.last && other.owner < match.owner)),
      );
      const by = terms[(except ?? longer)?.owner ?? -1]?.term;
      const fate: Fate =
        by === undefined ? { kind: "stands" } : { kind: except === undefined ? "covered" : "excepted", by };
      traced.push({
        group,
        term: single.term,
        found: read.slice(tokens.start[match.first], tokens.end[match.last]),
        fate,
      });
    }
  }
}

/** Notes how the words of a match meet the steps of its term. */
function noteMeetings(
  term: string,
  match: Match,
  tokens: Tokens,
  wordAt: (at: number) => string,
  wordSets: ReadonlyMap<string, readonly string[]>,
  words: Map<string, { meetings: Map<string, WordMeeting> }>,
): void {
  const parsed = parseTerm(term, wordSets);
  if ("problem" in parsed) return;
  for (let at = match.first; at <= match.last; at++) {
    if (tokens.kind[at] !== tokenKind.word) continue;
    const word = wordAt(at);
    for (const step of parsed.steps) {
      const meeting = meetsStep(word, step);
      if (meeting !== null) words.get(word)?.meetings.set(JSON.stringify(meeting), meeting);
    }
  }
}

function meetsStep(word: string, step: TermStep): WordMeeting | null {
  if (step.kind !== "word") return null;
  for (const pattern of step.anyOf) {
    const meeting = explainWord(word, pattern);
    if (meeting !== null) return meeting;
  }
  return null;
}

function inspect(
  index: RuleIndex,
  read: string,
  terms: readonly TracedTerm[],
): { evidence: Map<Rule, EvidenceFate>; traps: readonly Rule[] } {
  const inspection = inspectText(index, read);
  // What traps take from the wide net and from weak evidence is kept nowhere: it never counted.
  const trapsFired = inspection.traps.size > 0;
  const evidence = new Map<Rule, EvidenceFate>();
  for (const { group, fate } of terms) {
    const { rule } = group;
    if (rule.kind !== "evidence" || fate.kind === "excepted") continue;
    evidence.set(
      rule,
      inspection.evidence.has(rule)
        ? "counts"
        : inspection.wide.has(rule)
          ? "wide"
          : inspection.removed.has(rule) || ((rule.net === "wide" || rule.strength === "weak") && trapsFired)
            ? "removed"
            : "conditional",
    );
  }
  return { evidence, traps: [...inspection.traps] };
}

/** A pattern as it is written in a rule file. */
export function writtenPattern(pattern: WordPattern): string {
  switch (pattern.kind) {
    case "inflected":
      return pattern.word;
    case "exact":
      return `=${pattern.word}`;
    case "cased":
      return `==${pattern.written}`;
    case "stem":
      return `~${pattern.word}`;
    case "prefix":
      return `${pattern.part}*`;
    case "suffix":
      return `*${pattern.part}`;
    case "infix":
      return `*${pattern.part}*`;
    case "number":
      return "<tal>";
    case "year":
      return "<år>";
    case "name":
      return "<namn>";
  }
}
