// What a section's words say of whom and what it is about: the words of expectation rules, counted by class (handbook §5).
import type { Match } from "../match/match.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { ExpectationName } from "../model/rule.ts";
import { isInLedger, ledgersIn } from "./ledgers.ts";
import { isInName } from "./names.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

/** The words of one class. */
export interface Tally {
  readonly weight: number;
  readonly count: number;
  /** Word → how often. */
  readonly words: ReadonlyMap<string, number>;
  /** Number of a sentence → the weight of the word in it that says most, at most 1. */
  readonly sentences: ReadonlyMap<number, number>;
}

interface GrowingTally extends Tally {
  weight: number;
  count: number;
  readonly words: Map<string, number>;
  readonly sentences: Map<number, number>;
}

/** The words of expectation rules in a section. */
export interface ExpectationWords {
  readonly tallies: ReadonlyMap<ExpectationName, Tally>;
  /** Name (id, tag) of a rule → numbers of the sentences it speaks in, -1 for the heading. */
  readonly namesAt: ReadonlyMap<string, ReadonlySet<number>>;
  /** Names of the rules for figures. */
  readonly figures: ReadonlySet<string>;
  /** Does the heading name people plainly, or a topic that concerns them? */
  readonly headed: boolean;
  /** Sentences with a group of people that has a number in front of it. */
  readonly counted: ReadonlySet<number>;
}

/** A word of at least so much weight names people, or a topic that concerns them, and hardly anything else. */
export const plainWeight = 0.8;

/** Does a word of an expectation rule speak of what the rule expects: not in a silent range, a name or a ledger? */
type Says = (match: Match, expects: ExpectationName) => boolean;

/**
 * Finds the words of expectation rules in a section. `body` are the tokens behind the heading, `heading` those of the
 * heading; words inside `silent` ranges say nothing of what the section is about ("påverkar varken kvinnor eller män",
 * "gode män"). Figures count where people are near ("the share of patients", not "the share of wetlands").
 */
export function expectationWords(
  index: RuleIndex,
  matched: MatchedDocument,
  heading: TokenRange,
  body: TokenRange,
  silent: readonly TokenRange[],
): ExpectationWords {
  const { tokens } = matched.tokenised;
  const tallies = new Map<ExpectationName, GrowingTally>();
  const namesAt = new Map<string, Set<number>>();
  const figures = new Set<string>();
  const seen = new Set<string>();
  const counted = new Set<number>();
  let headed = false;
  const ledgers = ledgersIn(index, matched, heading, body);
  const says: Says = (match, expects) => {
    if (silent.some(({ first, end }) => match.first >= first && match.first < end)) return false;
    if (expects !== "people" && expects !== "topic") return true;
    return (
      !isInLedger(matched, tokens.sentence[match.first] ?? 0, ledgers) &&
      !isInName(matched, { first: match.first, end: match.last + 1 })
    );
  };
  const peopleBy = peopleNear(index, matched, heading, body, says);
  for (const range of [heading, body]) {
    for (const match of matchesIn(matched, range)) {
      const indexed = index.rules[match.owner];
      if (indexed?.rule.kind !== "expectation") continue;
      const { expects, weight } = indexed.rule;
      if (!says(match, expects)) continue;
      const sentence = tokens.sentence[match.first] ?? 0;
      // "3.5 Barn och bildning": the number is the heading's own.
      if (expects === "statistics" && startsWithOutlineNumber(matched, match.first)) continue;
      // "3 400 vuxna", "412 brukare": people with a number in front of them are counted.
      if (expects === "people" && range === body && isCounted(matched, match.first)) counted.add(sentence);
      const near = expects === "statistics" ? peopleBy(sentence) : "here";
      if (near === "nowhere") continue;
      for (const name of near === "here" ? indexed.names : []) {
        if (expects === "statistics") figures.add(name);
        const at = namesAt.get(name) ?? new Set();
        namesAt.set(name, at.add(range === heading ? -1 : sentence));
      }
      if (range === heading && (expects === "people" || expects === "topic") && weight >= plainWeight)
        headed = true;
      // Two rules may know the same word; it is still one word.
      const key = `${expects} ${String(match.first)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const word = matched.document.text.slice(tokens.start[match.first], tokens.end[match.last]);
      const tally = tallies.get(expects) ?? { weight: 0, count: 0, words: new Map(), sentences: new Map() };
      tallies.set(expects, tally);
      addTo(tally, word.toLowerCase(), sentence, weight);
    }
  }
  return { tallies, namesAt, figures, headed, counted };
}

function addTo(tally: GrowingTally, word: string, sentence: number, weight: number): void {
  tally.weight += weight;
  tally.count++;
  tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
  tally.sentences.set(sentence, Math.max(tally.sentences.get(sentence) ?? 0, Math.min(1, weight)));
}

/**
 * Where people are from a figure in a sentence. `here`: in the sentence itself, in the heading, or in the one before that
 * counts people ("Antalet brukare ökade. Andelen nöjda var 82 procent."); rows and items of a list share what stands in
 * any of them. `near`: in the sentence before, which may be about something else, or there is a topic that concerns people
 * in the sentence. Such figures are figures, but nobody can say that they count people. A heading about the climate makes
 * no figure one about people.
 */
function peopleNear(
  index: RuleIndex,
  matched: MatchedDocument,
  heading: TokenRange,
  body: TokenRange,
  says: Says,
): (sentence: number) => "here" | "near" | "nowhere" {
  const { tokens, sentences } = matched.tokenised;
  const expects = (owner: number): ExpectationName | null => {
    const rule = index.rules[owner]?.rule;
    return rule?.kind === "expectation" ? rule.expects : null;
  };
  const inHeading = matchesIn(matched, heading).some(({ owner }) => expects(owner) === "people");
  const speaking = new Set<number>();
  const onTopic = new Set<number>();
  const counting = new Set<number>();
  for (const match of matchesIn(matched, body)) {
    const sentence = tokens.sentence[match.first] ?? 0;
    const expected = expects(match.owner);
    if (expected === null || !says(match, expected)) continue;
    if (expected === "people") speaking.add(sentence);
    if (expected === "topic") onTopic.add(sentence);
    if (expected === "statistics") counting.add(sentence);
  }
  const isRow = (sentence: number): boolean => {
    const kind = matched.document.blocks[sentences[sentence]?.block ?? 0]?.kind;
    return kind === "table-row" || kind === "list-item";
  };
  return (sentence) => {
    if (inHeading || speaking.has(sentence)) return "here";
    if (speaking.size > 0 && isRow(sentence)) return "here";
    // "400 new homes": figures on a subject that concerns people, which count no one.
    if (onTopic.has(sentence)) return "near";
    if (!speaking.has(sentence - 1)) return "nowhere";
    return counting.has(sentence - 1) ? "here" : "near";
  };
}

/** Stands a number that is no year in front of token `first`, in its sentence ("3.2 Äldreomsorg" is a heading's)? */
function isCounted(matched: MatchedDocument, first: number): boolean {
  const { document, tokenised } = matched;
  const { start, end, sentence } = tokenised.tokens;
  if (first === 0 || sentence[first] !== sentence[first - 1]) return false;
  const before = document.text.slice(start[first - 1], end[first - 1]);
  return (
    /^\d/.test(before) && !/^(?:19|20)\d\d$/.test(before) && !startsWithOutlineNumber(matched, first - 1)
  );
}

/** "3.2", "4.1.10": the number of a heading. Decimals are written with a comma, thousands in groups of three. */
const outlineNumber = /^\d{1,2}(?:\.\d{1,2})+\.?$/;

function startsWithOutlineNumber({ document, tokenised }: MatchedDocument, first: number): boolean {
  const { start } = tokenised.tokens;
  const [word = ""] = document.text.slice(start[first], (start[first] ?? 0) + 12).split(/\s/, 1);
  return outlineNumber.test(word);
}
