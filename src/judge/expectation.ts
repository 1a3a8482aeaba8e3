// Whether a reader who knows the field would look for the perspective in a section (design §4, handbook §5).
import type { RuleIndex } from "../match/rule-index.ts";
import type { ChainLink, ExpectationName } from "../model/rule.ts";
import type { ExpectationReason } from "../model/report.ts";
import { expectationWords, plainWeight, type ExpectationWords, type Tally } from "./expectation-words.ts";
import type { MatchedDocument, TokenRange } from "./passages.ts";

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
  /** Does the section count people in more than one sentence, or hold figures or decisions below a heading that names them? */
  readonly reaches: boolean;
  /** Does the section give out money or follow up, however thin it is? */
  readonly pays: boolean;
  /** Sentences with a word for goals, measures, money or follow-up. */
  readonly steering: number;
  readonly sentences: number;
}

/** In a text of so many words one word about people is enough, if it mostly means people. */
const briefWords = 30;
const briefWeight = 0.5;
/** Share of the sentences that must speak of people or of a topic that concerns them. */
const sentencesAtLeast = 0.2;

/** A section is about what a rule names when the rule speaks in its heading or in this share of its sentences. */
const topicShare = 0.15;
/** Things outweigh people when more sentences speak of them than of people, and so many sentences do. */
const thingsAtLeast = 3;
/**
 * A text longer than this narrates (handbook §5.3, E1) when words for people, topics, figures, goals, measures, money and
 * follow-up are together fewer than so many in 100 words. Read on 570 sections of real documents: below six stood ideology,
 * judgments and descriptions of risks, and next to nothing that steers.
 */
const longWords = 120;
const hitsPer100Words = 6;
/** Among longer sections one shorter than this says its matter in passing: a remark belongs to those that carry it. */
const passingWords = 45;
/** Among longer sections, people who are named plainly in no more than this share of the sentences are named by the way. */
const bywayShare = 0.25;
/** A section counts people, gives out money or follows up when so many words say so, however short or thin it is. */
const firmly = 2;
/** Only told of (handbook §5.3, E1): fewer than this share of the sentences speak of goals, measures, money or follow-up … */
const steeringShare = 0.5;
/** … and fewer than so many, however long the section is. */
const steeringAtLeast = 10;

/** A section is about a figure when it stands in so many sentences, however long the section is. */
const figuresAtLeast = 2;

/** Classes that say that a section steers, analyses, counts or funds something. */
const purposes: readonly ExpectationName[] = ["statistics", "goal", "action", "resource", "followUp"];
/** Those of them that steer, by the name of the class and of the link of the chain. */
const steering = ["goal", "action", "resource", "followUp"] as const;

/** Where the text of a section stands, and what is left out of it. */
export interface ExpectationRanges {
  /** Tokens of the heading; none where there is none. */
  readonly heading: TokenRange;
  /** Tokens behind the heading. */
  readonly body: TokenRange;
  /** What stands here says nothing of what the section is about ("påverkar varken kvinnor eller män", "gode män"). */
  readonly silent: readonly TokenRange[];
  /** Is the document written in sections of more than a few lines? A passage that stands for itself is not. */
  readonly amongLonger: boolean;
}

/**
 * A section is expected to hold the perspective when it is about people (or a topic with documented gender patterns) AND
 * states statistics, goals, measures, money or follow-up. What it is about is told by how many of its sentences speak of
 * people, not by how often one word occurs. In a document of longer sections a few lines, or people named by the way, are
 * not enough, unless they are counted, given money or followed up: what such a section lacks is seen where the matter is.
 */
export function expectationOf(
  index: RuleIndex,
  matched: MatchedDocument,
  { heading, body, silent, amongLonger }: ExpectationRanges,
): Expectation {
  const found = expectationWords(index, matched, heading, body, silent);
  const { tallies, counted } = found;
  const words = body.end - body.first;
  const sentences = Math.max(1, sentenceCount(matched.tokenised.tokens.sentence, body));
  const share = shareSpeaking(found, sentences);
  const { statisticsHits, steeringHits, wordsAtLeast } = index.thresholds.expectation;
  const purpose = purposes.some((name) => {
    const tally = tallies.get(name);
    if (name === "statistics") return (tally?.count ?? 0) + counted.size >= statisticsHits;
    return tally !== undefined && tally.weight >= steeringHits;
  });
  const expected =
    words >= wordsAtLeast &&
    purpose &&
    isAbout(index, found, words, share) &&
    !narrates(found, words) &&
    !(amongLonger && (saysInPassing(index, found, words) || namesByTheWay(found, sentences)));
  return {
    expected,
    because: expected ? reasonsOf(tallies) : [],
    found: new Set([...tallies.keys(), ...(counted.size > 0 ? (["statistics"] as const) : [])]),
    names: namesOf(found, sentences),
    share,
    words,
    reaches: reachesPeople(found),
    pays: paysOrFollowsUp(found),
    steering: new Set(steering.flatMap((name) => [...(tallies.get(name)?.sentences.keys() ?? [])])).size,
    sentences,
  };
}

/**
 * Is a matter that concerns people only told of (handbook §5.3, E1: for information, not missing)? By its links of the chain
 * the section is no goal, no measure, no money and no follow-up, it neither counts people nor gives out money nor follows
 * up, and in most of its sentences no word for any of these stands.
 */
export function onlyTells(
  { reaches, pays, steering: steered, sentences }: Expectation,
  chain: readonly ChainLink[],
): boolean {
  return (
    !reaches &&
    !pays &&
    !steering.some((link) => chain.includes(link)) &&
    steered / sentences < steeringShare &&
    steered < steeringAtLeast
  );
}

/** Share of the sentences that speak of people or of a topic that concerns them. */
function shareSpeaking({ tallies }: ExpectationWords, sentences: number): number {
  const speaking = new Set(tallies.get("people")?.sentences.keys());
  for (const sentence of tallies.get("topic")?.sentences.keys() ?? []) speaking.add(sentence);
  return speaking.size / sentences;
}

/** Is the section about people or a topic that concerns them, and not rather about things? */
function isAbout(index: RuleIndex, found: ExpectationWords, words: number, share: number): boolean {
  const { tallies, headed } = found;
  const { peopleHits, wordsPerPeopleHit } = index.thresholds.expectation;
  const people = tallies.get("people");
  const weight = weightOf(found);
  const things = tallies.get("things")?.sentences.size ?? 0;
  const outweighed = !headed && things > sumOf(people?.sentences) && things >= thingsAtLeast;
  return (
    !outweighed &&
    weight > 0 &&
    words / weight <= wordsPerPeopleHit &&
    weight >= (words > briefWords ? peopleHits : briefWeight) &&
    share >= sentencesAtLeast
  );
}

function narrates({ tallies, counted }: ExpectationWords, words: number): boolean {
  const hits = (["people", "topic", ...purposes] as const).reduce(
    (sum, name) => sum + (tallies.get(name)?.count ?? 0),
    counted.size,
  );
  return words > longWords && (100 * hits) / words < hitsPer100Words;
}

/** A few lines that neither count people, nor give them money, nor say how what concerns them is followed up. */
function saysInPassing(index: RuleIndex, found: ExpectationWords, words: number): boolean {
  const { peopleHits } = index.thresholds.expectation;
  return words < passingWords && !(isConcrete(found) && weightOf(found) >= peopleHits);
}

/** What the words for people and for topics that concern them weigh together. */
function weightOf({ tallies }: ExpectationWords): number {
  return (tallies.get("people")?.weight ?? 0) + (tallies.get("topic")?.weight ?? 0);
}

/** Few sentences name people plainly, and the section does not count them, give out money or follow up. */
function namesByTheWay(found: ExpectationWords, sentences: number): boolean {
  const { tallies, headed } = found;
  if (headed || plainly(tallies, "people").length / sentences > bywayShare) return false;
  return !isConcrete(found);
}

/** Does the section count people, give out money or follow up? */
function isConcrete(found: ExpectationWords): boolean {
  return figuresOf(found) >= firmly || paysOrFollowsUp(found);
}

function figuresOf({ tallies, counted }: ExpectationWords): number {
  return (tallies.get("statistics")?.weight ?? 0) + counted.size;
}

function paysOrFollowsUp({ tallies }: ExpectationWords): boolean {
  return isFirm(tallies.get("resource")) || isFirm(tallies.get("followUp"));
}

/**
 * Does the section count people whom it names plainly, in more than one sentence (not the visits at a door, nor the posts of a
 * staff)? Below a heading that names people or a topic that concerns them, any figures and any two decisions are about them.
 */
function reachesPeople(found: ExpectationWords): boolean {
  const { tallies, counted, headed } = found;
  if (headed) return figuresOf(found) >= firmly || deciding(tallies).size >= firmly;
  const figures = tallies.get("statistics")?.sentences;
  return (
    plainly(tallies, "people").filter((sentence) => figures?.has(sentence) === true || counted.has(sentence))
      .length >= firmly
  );
}

/** Numbers of the sentences with a word for goals or measures that mostly means one. */
function deciding(tallies: ExpectationWords["tallies"]): Set<number> {
  return new Set((["goal", "action"] as const).flatMap((name) => plainly(tallies, name)));
}

/** Numbers of the sentences with a word of a class that hardly means anything else. */
function plainly(tallies: ExpectationWords["tallies"], name: ExpectationName): number[] {
  return [...(tallies.get(name)?.sentences ?? [])]
    .filter(([, weight]) => weight >= plainWeight)
    .map(([sentence]) => sentence);
}

function isFirm(tally: Tally | undefined): boolean {
  return tally !== undefined && tally.count >= firmly;
}

/** Names of the rules that say what the section is about. */
function namesOf({ namesAt, figures }: ExpectationWords, sentences: number): Set<string> {
  const names = new Set<string>();
  for (const [name, at] of namesAt) {
    if (at.has(-1) || at.size / sentences >= topicShare || (figures.has(name) && at.size >= figuresAtLeast))
      names.add(name);
  }
  return names;
}

function sumOf(weights: ReadonlyMap<number, number> | undefined): number {
  return [...(weights?.values() ?? [])].reduce((sum, weight) => sum + weight, 0);
}

function sentenceCount(sentenceOf: Int32Array, { first, end }: TokenRange): number {
  return end <= first ? 0 : (sentenceOf[end - 1] ?? 0) - (sentenceOf[first] ?? 0) + 1;
}

function reasonsOf(tallies: ExpectationWords["tallies"]): ExpectationReason[] {
  return (["people", "topic", ...purposes] as const).flatMap((name) => {
    const tally = tallies.get(name);
    return tally === undefined ? [] : [reason(name, tally)];
  });
}

function reason(name: ExpectationName, tally: Tally): ExpectationReason {
  const terms = [...tally.words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  return { rule: `expectation:${name}`, terms: terms.map(([word]) => word), count: tally.count };
}
