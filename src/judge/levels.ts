// How deep the perspective goes, sentence by sentence (design §4, handbook §3).
import type { Match } from "../match/find-matches.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { ChainLink, SignalName } from "../model/rule.ts";
import type { Level } from "../model/report.ts";
import type { Candidate } from "./evidence.ts";
import { blockRange, matchesIn, sentenceRange, type MatchedDocument, type TokenRange } from "./passages.ts";
import { tableAround } from "./tables.ts";

/** The signals of one sentence: class → where. */
export type Signals = ReadonlyMap<SignalName, readonly SignalMatch[]>;

export interface SignalMatch {
  readonly match: Match;
  /** The rule's own names, for signals that come in kinds ("modal"). */
  readonly names: ReadonlySet<string>;
}

/** What was made of one sentence that holds evidence. */
export interface JudgedSentence {
  readonly sentence: number;
  readonly level: Level;
  readonly chain: ChainLink | "framing";
  /** The evidence that counts here. */
  readonly evidence: readonly Candidate[];
}

/** Classes of what binds a goal or measure. Two different ones make level 4 of level 3. */
const bindings: readonly SignalName[] = [
  "indicator",
  "target",
  "baseline",
  "deadline",
  "responsible",
  "money",
  "followUp",
  "outcome",
];

/** Words between "ska" and a soft verb ("ska genomsyras av"), at most. */
const softWithin = 8;

/** A sentence that names who is responsible goes on about the one before when it has no more words than this. */
const shortSentence = 14;

/** Signals of the tokens in a range. */
export function signalsIn(index: RuleIndex, matched: MatchedDocument, range: TokenRange): Signals {
  const signals = new Map<SignalName, SignalMatch[]>();
  for (const match of matchesIn(matched, range)) {
    const indexed = index.rules[match.owner];
    if (indexed?.rule.kind !== "signal") continue;
    const list = signals.get(indexed.rule.signal) ?? [];
    list.push({ match, names: indexed.names });
    signals.set(indexed.rule.signal, list);
  }
  return signals;
}

/** Signals of a sentence; a table row also has what the headings of its columns say ("Utfall", "Mål 2027", "Ansvarig"). */
function signalsOf(index: RuleIndex, matched: MatchedDocument, sentence: number): Signals {
  const own = signalsIn(index, matched, sentenceRange(matched, sentence));
  const block = matched.tokenised.sentences[sentence]?.block ?? 0;
  const table = tableAround(matched.document, block);
  if (table === null) return own;
  const signals = new Map(own);
  const add = (other: Signals, names: readonly SignalName[]): void => {
    for (const name of names) {
      const found = other.get(name);
      if (found !== undefined && !signals.has(name)) signals.set(name, found);
    }
  };
  if (block !== table.header) {
    add(signalsIn(index, matched, blockRange(matched, table.header)), bindings);
  } else {
    // Headings of columns ("Kvinnor", "Män") speak through the figures below them.
    for (let row = table.header + 1; row < table.end; row++) {
      const below = signalsIn(index, matched, blockRange(matched, row));
      if (!below.has("quantity")) continue;
      add(below, ["quantity"]);
      break;
    }
  }
  return signals;
}

/**
 * Judges the sentences of a section that hold evidence.
 *
 * 1  named: strong evidence, or medium evidence in company
 * 2  described: a figure, comparison, difference, cause or need near a word for women or men, or a term that describes
 *    by itself ("könssegregerad")
 * 3  steering: goal, assignment or measure in the same sentence, not softened ("ska genomsyras av")
 * 4  bound: level 3 with two of indicator, target, baseline, deadline, responsible, money, follow-up, outcome in the
 *    same sentence, row or item, or in the sentences that go on about it; or a figure by sex held against a target
 */
export function judgeSentences(
  index: RuleIndex,
  matched: MatchedDocument,
  candidates: readonly Candidate[],
): JudgedSentence[] {
  const inCompany = hasCompany(candidates);
  const bySentence = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const list = bySentence.get(candidate.sentence) ?? [];
    list.push(candidate);
    bySentence.set(candidate.sentence, list);
  }
  const judged: JudgedSentence[] = [];
  for (const [sentence, evidence] of [...bySentence].sort((a, b) => a[0] - b[0])) {
    const signals = signalsOf(index, matched, sentence);
    const free = evidence.filter((candidate) => (candidate.touch?.cappedBy ?? null) === null);
    const describes = isDescribed(index, free, signals, isTableRow(matched, sentence));
    const steers = free.length > 0 && isSteered(signals);
    const counted = evidence.filter(
      (candidate) => candidate.strength === "strong" || describes || steers || inCompany(candidate),
    );
    if (counted.length === 0) continue;
    let level: Level = 1;
    if (describes) level = 2;
    if (steers) level = 3;
    if ((steers || describes) && isBound(index, matched, sentence, signals, steers, bySentence)) level = 4;
    judged.push({ sentence, level, chain: chainOf(signals, level, describes), evidence: counted });
  }
  return judged;
}

/**
 * Medium evidence counts in company: another strong piece, a different medium rule, or a word for women or men
 * elsewhere in the section (handbook §4.X).
 */
function hasCompany(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  return (candidate) =>
    candidates.some(
      (other) =>
        other !== candidate &&
        (other.match.first > candidate.match.last || other.match.last < candidate.match.first) &&
        (other.strength === "strong" || other.rule.id !== candidate.rule.id),
    );
}

const describing: readonly SignalName[] = ["quantity", "comparison", "cause", "need"];

function isDescribed(
  index: RuleIndex,
  evidence: readonly Candidate[],
  signals: Signals,
  inTable: boolean,
): boolean {
  if (evidence.some(({ rule, touch }) => rule.level === 2 || touch?.kept === 2)) return true;
  const within = index.thresholds.level.describingWithin;
  for (const { match, rule, inHeading } of evidence) {
    if (inHeading) continue;
    const abstract = rule.tags.includes("value") && rule.sex === undefined;
    for (const name of abstract ? (["difference"] as const) : ([...describing, "difference"] as const)) {
      for (const signal of signals.get(name) ?? []) {
        const distance = Math.max(signal.match.first - match.last, match.first - signal.match.last);
        if (distance <= within || inTable) return true;
      }
    }
  }
  return false;
}

function isTableRow(matched: MatchedDocument, sentence: number): boolean {
  const block = matched.tokenised.sentences[sentence]?.block ?? 0;
  return matched.document.blocks[block]?.kind === "table-row";
}

function isSteered(signals: Signals): boolean {
  if ((signals.get("assignment")?.length ?? 0) > 0) return true;
  // "Uteblivna besök följs upp för kvinnor och män efter sex månader": a commitment, though nothing says "ska".
  if (signals.has("followUp") && (signals.has("deadline") || signals.has("interval"))) return true;
  const steering = signals.get("steering") ?? [];
  const soft = signals.get("soft") ?? [];
  return steering.some(({ match, names }) => {
    if (!names.has("modal")) return !soft.some((other) => overlap(other.match, match));
    return !soft.some(
      (other) => other.match.last >= match.first && other.match.first - match.last <= softWithin,
    );
  });
}

function overlap(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Is the goal, measure or figure of this sentence bound, here or in the sentences that go on about it? */
function isBound(
  index: RuleIndex,
  matched: MatchedDocument,
  sentence: number,
  own: Signals,
  steers: boolean,
  withEvidence: ReadonlyMap<number, readonly Candidate[]>,
): boolean {
  const found = new Set<SignalName>();
  const gather = (signals: Signals): void => {
    for (const name of bindings) if (signals.has(name)) found.add(name);
  };
  gather(own);
  let againstFigure = hasFigureTarget(own);
  const { sentences } = matched.tokenised;
  const block = sentences[sentence]?.block;
  const kind = matched.document.blocks[block ?? 0]?.kind;
  const reach = index.thresholds.level.bindingSentences;
  for (let step = 1; step <= (kind === "list-item" ? reach * 2 : reach); step++) {
    const next = sentences[sentence + step];
    if (next === undefined || next.block !== block) break;
    const signals = signalsIn(index, matched, sentenceRange(matched, sentence + step));
    const words = next.endToken - next.firstToken;
    const goesOn =
      signals.has("continuation") ||
      withEvidence.has(sentence + step) ||
      (signals.has("responsible") && words <= shortSentence);
    if (!goesOn) break;
    gather(signals);
    if (hasFigureTarget(signals)) againstFigure = true;
  }
  if (steers)
    return found.size >= 2 || found.has("money") || (own.has("assignment") && found.has("deadline"));
  // A figure by sex that is held against a target, or reported as the outcome of a goal.
  return (own.has("quantity") && againstFigure) || (own.has("outcome") && found.size >= 2);
}

/** Does a target name its figure ("minst 80 procent", "mål 2027: 40")? */
function hasFigureTarget(signals: Signals): boolean {
  return (signals.get("target") ?? []).some(({ names }) => names.has("figure"));
}

/** The link of the steering chain that a sentence is (handbook §3.6), from its signals alone. */
function chainOf(signals: Signals, level: Level, describes: boolean): ChainLink | "framing" {
  if (signals.has("outcome") || signals.has("indicator")) return "followUp";
  if (signals.has("money")) return "resource";
  if (signals.has("goalWord") || signals.has("target")) return "goal";
  if (level >= 3) return signals.has("followUp") && !signals.has("assignment") ? "followUp" : "action";
  if (signals.has("followUp")) return "followUp";
  return describes ? "analysis" : "framing";
}
