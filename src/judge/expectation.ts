// Whether a reader who knows the field would look for the perspective in a section (design §4, handbook §5).
import type { Match } from "../match/find-matches.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { ExpectationName } from "../model/rule.ts";
import type { ExpectationReason } from "../model/report.ts";
import { isInLedger, ledgersIn } from "./ledgers.ts";
import { isInName } from "./names.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

export interface Expectation {
  readonly expected: boolean;
  readonly because: readonly ExpectationReason[];
  /** Classes of expectation words that were found. */
  readonly found: ReadonlySet<ExpectationName>;
  /** Names (ids, tags) of the expectation rules that say what the section is about, and of the figures that count people. */
  readonly names: ReadonlySet<string>;
  /** Share of the sentences, 0..1, that speak of people or of a topic that concerns them. */
  readonly share: number;
  /** Words of the section, its heading left out. */
  readonly words: number;
}

/** In a text of so many words one word about people is enough, if it mostly means people. */
const briefWords = 30;
const briefWeight = 0.5;
/** Share of the sentences that must speak of people or of a topic that concerns them. */
const sentencesAtLeast = 0.2;

/** A section is about what a rule names when the rule speaks in its heading or in this share of its sentences. */
const topicShare = 0.15;
/** Things outweigh people when this many times as many sentences speak of them alone. */
const thingsOutweigh = 1.5;
/** … and so many sentences do. */
const thingsAtLeast = 3;
/**
 * A text longer than this narrates (handbook §5.3, E1) when words for people, topics, figures, goals, measures, money and
 * follow-up are together fewer than so many in 100 words. Read on 570 sections of real documents: below six stood ideology,
 * judgments and descriptions of risks, and next to nothing that steers.
 */
const longWords = 120;
const hitsPer100Words = 6;
/** A section counts people when so many of its sentences do, however long it is. */
const figuresAtLeast = 2;

/** Does a word of an expectation rule speak of what the rule expects: not in a silent range, a name or a ledger? */
type Says = (match: Match, expects: ExpectationName) => boolean;

interface Tally {
  weight: number;
  count: number;
  readonly words: Map<string, number>;
  readonly sentences: Set<number>;
}

/** Classes that say that a section steers, analyses, counts or funds something. */
const purposes: readonly ExpectationName[] = ["statistics", "goal", "action", "resource", "followUp"];

/**
 * A section is expected to hold the perspective when it is about people (or a topic with documented gender patterns) AND
 * states statistics, goals, measures, money or follow-up. What it is about is told by how many of its sentences speak of
 * people, not by how often one word occurs; figures count where people are near ("the share of patients", not "the share
 * of wetlands"). `body` are the tokens behind the heading, `heading` those of the heading; words inside `silent`
 * ranges say nothing of what the section is about ("påverkar varken kvinnor eller män", "gode män").
 */
export function expectationOf(
  index: RuleIndex,
  matched: MatchedDocument,
  heading: TokenRange,
  body: TokenRange,
  silent: readonly TokenRange[] = [],
): Expectation {
  const { tokens } = matched.tokenised;
  const tallies = new Map<ExpectationName, Tally>();
  const namesAt = new Map<string, Set<number>>();
  const figures = new Set<string>();
  const found = new Set<ExpectationName>();
  const seen = new Set<string>();
  const counted = new Set<number>();
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
      // Two rules may know the same word; it is still one word.
      const key = `${expects} ${String(match.first)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.add(expects);
      const tally = tallies.get(expects) ?? {
        weight: 0,
        count: 0,
        words: new Map<string, number>(),
        sentences: new Set<number>(),
      };
      tally.weight += weight;
      tally.count++;
      tally.sentences.add(sentence);
      const word = matched.document.text
        .slice(tokens.start[match.first], tokens.end[match.last])
        .toLowerCase();
      tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
      tallies.set(expects, tally);
    }
  }

  const words = body.end - body.first;
  const { peopleHits, wordsPerPeopleHit, statisticsHits, steeringHits, wordsAtLeast } =
    index.thresholds.expectation;
  const people = tallies.get("people");
  const topic = tallies.get("topic");
  const things = [...(tallies.get("things")?.sentences ?? [])].filter(
    (sentence) => people?.sentences.has(sentence) !== true,
  ).length;
  const outweighed = things > thingsOutweigh * (people?.sentences.size ?? 0) && things >= thingsAtLeast;
  const weight = (people?.weight ?? 0) + (topic?.weight ?? 0);
  const dense = weight > 0 && words / weight <= wordsPerPeopleHit;
  const speaking = new Set([...(people?.sentences ?? []), ...(topic?.sentences ?? [])]).size;
  const sentences = Math.max(1, sentenceCount(tokens.sentence, body));
  const share = speaking / sentences;
  const about =
    dense &&
    !outweighed &&
    weight >= (words > briefWords ? peopleHits : briefWeight) &&
    share >= sentencesAtLeast;
  const purpose = purposes.some((name) => {
    const tally = tallies.get(name);
    if (name === "statistics") return (tally?.count ?? 0) + counted.size >= statisticsHits;
    return tally !== undefined && tally.weight >= steeringHits;
  });
  const hits = (["people", "topic", ...purposes] as const).reduce(
    (sum, name) => sum + (tallies.get(name)?.count ?? 0),
    counted.size,
  );
  const narrates = words > longWords && (100 * hits) / words < hitsPer100Words;
  const expected = words >= wordsAtLeast && about && purpose && !narrates;
  if (counted.size > 0) found.add("statistics");
  const because = (["people", "topic", ...purposes] as const).flatMap((name) => {
    const tally = tallies.get(name);
    return tally === undefined ? [] : [reason(name, tally)];
  });
  const names = new Set<string>();
  for (const [name, at] of namesAt) {
    if (at.has(-1) || at.size / sentences >= topicShare || (figures.has(name) && at.size >= figuresAtLeast))
      names.add(name);
  }
  return { expected, because: expected ? because : [], found, names, share, words };
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

function sentenceCount(sentenceOf: Int32Array, { first, end }: TokenRange): number {
  return end <= first ? 0 : (sentenceOf[end - 1] ?? 0) - (sentenceOf[first] ?? 0) + 1;
}

function reason(name: ExpectationName, tally: Tally): ExpectationReason {
  const terms = [...tally.words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  return { rule: `expectation:${name}`, terms: terms.map(([word]) => word), count: tally.count };
}
