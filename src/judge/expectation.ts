// Whether a reader who knows the field would look for the perspective in a section (design §4, handbook §5).
import type { RuleIndex } from "../match/rule-index.ts";
import type { ExpectationName } from "../model/rule.ts";
import type { ExpectationReason } from "../model/report.ts";
import { matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

export interface Expectation {
  readonly expected: boolean;
  readonly because: readonly ExpectationReason[];
  /** Classes of expectation words that were found. */
  readonly found: ReadonlySet<ExpectationName>;
  /** Names (ids, tags) of all expectation rules that were found. */
  readonly names: ReadonlySet<string>;
  /** Share of the sentences, 0..1, that speak of people or of a topic that concerns them. */
  readonly share: number;
  /** Words of the section, its heading left out. */
  readonly words: number;
}

/** In a text of so many words one word about people is enough. */
const briefWords = 30;
/** Share of the sentences that must speak of people or of a topic that concerns them. */
const sentencesAtLeast = 0.2;

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
 * people, not by how often one word occurs. `body` are the tokens behind the heading, `heading` those of the heading.
 */
export function expectationOf(
  index: RuleIndex,
  matched: MatchedDocument,
  heading: TokenRange,
  body: TokenRange,
): Expectation {
  const { tokens } = matched.tokenised;
  const tallies = new Map<ExpectationName, Tally>();
  const names = new Set<string>();
  const found = new Set<ExpectationName>();
  const seen = new Set<string>();
  for (const range of [heading, body]) {
    for (const match of matchesIn(matched, range)) {
      const indexed = index.rules[match.owner];
      if (indexed?.rule.kind !== "expectation") continue;
      const { expects, weight } = indexed.rule;
      // Two rules may know the same word; it is still one word.
      const key = `${expects} ${String(match.first)}`;
      for (const name of indexed.names) names.add(name);
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
      tally.sentences.add(tokens.sentence[match.first] ?? 0);
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
  const weight = (people?.weight ?? 0) + (topic?.weight ?? 0);
  const dense = weight > 0 && words / weight <= wordsPerPeopleHit;
  const speaking = new Set([...(people?.sentences ?? []), ...(topic?.sentences ?? [])]).size;
  const share = speaking / Math.max(1, sentenceCount(tokens.sentence, body));
  const about = dense && weight >= (words > briefWords ? peopleHits : 0) && share >= sentencesAtLeast;
  const purpose = purposes.some((name) => {
    const tally = tallies.get(name);
    return tally !== undefined && tally.count >= (name === "statistics" ? statisticsHits : steeringHits);
  });
  const expected = words >= wordsAtLeast && about && purpose;
  const because = (["people", "topic", ...purposes] as const).flatMap((name) => {
    const tally = tallies.get(name);
    return tally === undefined ? [] : [reason(name, tally)];
  });
  return { expected, because: expected ? because : [], found, names, share, words };
}

function sentenceCount(sentenceOf: Int32Array, { first, end }: TokenRange): number {
  return end <= first ? 0 : (sentenceOf[end - 1] ?? 0) - (sentenceOf[first] ?? 0) + 1;
}

function reason(name: ExpectationName, tally: Tally): ExpectationReason {
  const terms = [...tally.words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  return { rule: `expectation:${name}`, terms: terms.map(([word]) => word), count: tally.count };
}
