// How deep the perspective goes, sentence by sentence (design §4, handbook §3).
import type { RuleIndex } from "../match/rule-index.ts";
import type { ChainLink, SignalName } from "../model/rule.ts";
import type { Level } from "../model/report.ts";
import type { Candidate } from "./evidence.ts";
import type { MatchedDocument } from "./passages.ts";
import { isBound } from "./binding.ts";
import { byClause } from "./clauses.ts";
import { hasCard } from "./continuation.ts";
import { isSteered, signalsOf, type Signals } from "./signals.ts";

/** What was made of one sentence that holds evidence. */
export interface JudgedSentence {
  readonly sentence: number;
  readonly level: Level;
  readonly chain: ChainLink | "framing";
  /** The evidence that counts here. */
  readonly evidence: readonly Candidate[];
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
 *
 * What describes or steers must stand in the clause of the evidence, or in one that hangs together with it. What binds may
 * stand anywhere in the sentence.
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
  const withEvidence = new Set(bySentence.keys());
  for (const [sentence, evidence] of [...bySentence].sort((a, b) => a[0] - b[0])) {
    const signals = signalsOf(index, matched, sentence);
    let level: Level = 0;
    let chain: JudgedSentence["chain"] = "framing";
    const counted: Candidate[] = [];
    for (const { held, found } of byClause(matched, sentence, evidence, signals)) {
      const free = held.filter((candidate) => (candidate.touch?.cappedBy ?? null) === null);
      const describes = isDescribed(index, free, found, isTableRow(matched, sentence));
      const steers =
        free.length > 0 &&
        (isSteered(found) ||
          (describes && leadsToMeasure(index, matched, sentence, free)) ||
          isMeasuredGoal(index, matched, sentence, found) ||
          hasCard(index, matched, sentence));
      const own = held.filter(
        (candidate) => candidate.strength === "strong" || describes || steers || inCompany(candidate),
      );
      if (own.length === 0) continue;
      counted.push(...own);
      let reached: Level = describes ? 2 : 1;
      if (steers) reached = 3;
      // "Ingen av rapporterna redovisar utfallet för kvinnor och män": what is found missing is no outcome.
      const isDiagnosis = free.some(({ touch }) => touch?.kept === 2);
      const bindable = steers || (describes && !isDiagnosis);
      if (bindable && isBound(index, matched, sentence, signals, steers, withEvidence)) reached = 4;
      if (reached > level) {
        level = reached;
        chain = chainOf(found, reached, describes);
      }
    }
    if (counted.length === 0) continue;
    judged.push({ sentence, level, chain, evidence: counted });
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

/** Classes of signals that lift a sentence to level 2. */
export const describing: readonly SignalName[] = ["quantity", "comparison", "cause", "need"];

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

/**
 * Does the next sentence take a measure because of what this one describes: "… skiljer elva dagar. Nämnden inför därför …"?
 * It says so by a word ("därför", "för att rätta till detta"), or this one is a diagnosis and the next decides or proposes.
 */
function leadsToMeasure(
  index: RuleIndex,
  matched: MatchedDocument,
  sentence: number,
  evidence: readonly Candidate[],
): boolean {
  const { sentences } = matched.tokenised;
  if (sentences[sentence + 1]?.block !== sentences[sentence]?.block) return false;
  const next = signalsOf(index, matched, sentence + 1);
  if (!isSteered(next)) return false;
  const therefore = (next.get("continuation") ?? []).some(({ names }) => names.has("therefore"));
  return therefore || evidence.some(({ touch }) => touch?.kept === 2);
}

/**
 * Is this a goal, however softly worded ("ska känna sig trygga"), that the next sentence measures: "Mått: andel trygga
 * elever, 91 procent senast 2027"?
 */
function isMeasuredGoal(
  index: RuleIndex,
  matched: MatchedDocument,
  sentence: number,
  signals: Signals,
): boolean {
  const { sentences } = matched.tokenised;
  if (!signals.has("goalWord") || !signals.has("steering")) return false;
  if (sentences[sentence + 1]?.block !== sentences[sentence]?.block) return false;
  const next = signalsOf(index, matched, sentence + 1);
  return next.has("indicator") && (next.has("target") || next.has("deadline") || next.has("baseline"));
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
