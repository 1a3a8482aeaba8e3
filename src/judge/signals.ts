// The signals beside evidence: what is done with it, sentence by sentence (handbook §3.5, §3.6). Facts, no levels yet.
import type { Match } from "../match/match.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { SignalName } from "../model/rule.ts";
import { blockRange, matchesIn, sentenceRange, type MatchedDocument, type TokenRange } from "./passages.ts";
import { tableAround } from "./tables.ts";

/** The signals of one sentence: class → where. */
export type Signals = ReadonlyMap<SignalName, readonly SignalMatch[]>;

export interface SignalMatch {
  readonly match: Match;
  /** The rule's own names, for signals that come in kinds ("modal", "figure", "therefore"). */
  readonly names: ReadonlySet<string>;
  /** Stands first in its sentence, or after a word or two, with a colon behind it ("Aktivitet: …", "Nämndens mål: …"), or heads a column. */
  readonly isLabel: boolean;
}

/** Classes of what binds a goal or measure. Two different ones make level 4 of level 3. */
export const bindings: readonly SignalName[] = [
  "indicator",
  "target",
  "baseline",
  "deadline",
  "responsible",
  "money",
  "followUp",
  "outcome",
];

/** What a sentence that leads in a list says of its items ("Följande åtgärder genomförs senast 2027:"). */
const leadingIn: readonly SignalName[] = ["steering", "assignment", "goalWord", "actionLabel"];

/** Words before a label in its sentence ("Nämndens mål: …"), at most. */
const wordsBeforeLabel = 2;

/** Words between "ska" and a soft verb ("ska genomsyras av"), at most. */
const softWithin = 8;

/** Signals of the tokens in a range. `areHeadings`: they are headings of columns, so each word labels what stands below. */
export function signalsIn(
  index: RuleIndex,
  matched: MatchedDocument,
  range: TokenRange,
  areHeadings = false,
): Signals {
  const { tokens, sentences } = matched.tokenised;
  const signals = new Map<SignalName, SignalMatch[]>();
  for (const match of matchesIn(matched, range)) {
    const indexed = index.rules[match.owner];
    if (indexed?.rule.kind !== "signal") continue;
    const first = sentences[tokens.sentence[match.first] ?? 0]?.firstToken;
    const isFirst = first === match.first;
    // "Bjuda in fler pappor": a measure, written as one writes a list of measures. Elsewhere the verb may mean anything.
    if (indexed.names.has("opening") && !isFirst) continue;
    const isLabel =
      areHeadings ||
      (match.first - (first ?? match.first) <= wordsBeforeLabel &&
        matched.document.text[tokens.end[match.last] ?? 0] === ":");
    // "Kostnad: 480 tkr per år": a line of what is said of a measure. In running text such a word ties nothing together.
    if (indexed.names.has("label") && !isLabel) continue;
    const list = signals.get(indexed.rule.signal) ?? [];
    list.push({ match, names: indexed.names, isLabel });
    signals.set(indexed.rule.signal, list);
  }
  return signals;
}

/**
 * Signals of a sentence with what its surroundings lend it: a table row has what the headings of its columns say
 * ("Utfall", "Mål 2027", "Ansvarig"), an item of a list what the line that leads it in says.
 */
export function signalsOf(index: RuleIndex, matched: MatchedDocument, sentence: number): Signals {
  const own = signalsIn(index, matched, sentenceRange(matched, sentence));
  const block = matched.tokenised.sentences[sentence]?.block ?? 0;
  const kind = matched.document.blocks[block]?.kind;
  if (kind === "table-row") return withColumnHeadings(index, matched, block, own);
  if (kind === "list-item") return withLeadIn(index, matched, block, own);
  return own;
}

function withColumnHeadings(
  index: RuleIndex,
  matched: MatchedDocument,
  block: number,
  own: Signals,
): Signals {
  const table = tableAround(matched.document, block);
  if (table === null) return own;
  if (block !== table.header) {
    const headings = signalsIn(index, matched, blockRange(matched, table.header), true);
    if (statesValues(headings)) return own;
    // A row under "Aktivitet" is a measure, as a line that begins with "Aktivitet:" is.
    return lend(own, headings, [...bindings, "actionLabel"]);
  }
  // Headings of columns ("Kvinnor", "Män") speak through the figures below them.
  for (let row = table.header + 1; row < table.end; row++) {
    const below = signalsIn(index, matched, blockRange(matched, row));
    if (below.has("quantity")) return lend(own, below, ["quantity"]);
  }
  return own;
}

/**
 * Does a row that passes for one of column headings hold values ("Andel kvinnor bland chefer | mål 50 % | HR")? Then the
 * table has lost its headings, and the row speaks for itself alone.
 */
function statesValues(headings: Signals): boolean {
  return (headings.get("quantity") ?? []).some(({ names }) => names.has("value-figure"));
}

function withLeadIn(index: RuleIndex, matched: MatchedDocument, block: number, own: Signals): Signals {
  const { blocks, text } = matched.document;
  let lead = block - 1;
  while (lead >= 0 && blocks[lead]?.kind === "list-item") lead--;
  const span = blocks[lead]?.span;
  if (span === undefined) return own;
  if (blocks[lead]?.kind === "heading") return withActionHeading(index, matched, lead, own);
  // "Följande gäller:" or "Partnerskapet ska under planperioden": a line that is not finished leads in what follows.
  if (/[.!?…]["”»)]?$/.test(text.slice(span.start, span.end))) return own;
  // "Aktiviteter 2026": a heading that was not read as one.
  const named = withActionHeading(index, matched, lead, own);
  if (named !== own) return named;
  const { blockSentences } = matched.tokenised;
  const last = (blockSentences[lead]?.end ?? 0) - 1;
  if (last < (blockSentences[lead]?.first ?? 0)) return own;
  const leading = signalsIn(index, matched, sentenceRange(matched, last));
  // A soft lead-in ("Planen ska genomsyras av:") lends nothing.
  return isSteered(leading) ? lend(own, leading, leadingIn) : own;
}

/** A heading of no more words than this names what stands under it; a longer one says something of its own. */
const namingWords = 5;

/** An item straight under "Åtgärder" or "Prioriterade aktiviteter" is a measure, as one that begins with "Åtgärd:" is. */
function withActionHeading(index: RuleIndex, matched: MatchedDocument, block: number, own: Signals): Signals {
  const range = blockRange(matched, block);
  if (range.end - range.first > namingWords || own.has("soft")) return own;
  const heading = signalsIn(index, matched, range);
  const labels = heading.get("actionLabel");
  if (labels === undefined || heading.has("past")) return own;
  return new Map(own).set("actionLabel", [
    ...(own.get("actionLabel") ?? []),
    ...labels.map((label) => ({ ...label, isLabel: true })),
  ]);
}

function lend(own: Signals, other: Signals, names: readonly SignalName[]): Signals {
  const signals = new Map(own);
  for (const name of names) {
    const found = other.get(name);
    if (found !== undefined && !signals.has(name)) signals.set(name, found);
  }
  return signals;
}

/** Does a sentence with these signals steer: a decision, assignment, goal or measure that is not softened? */
export function isSteered(signals: Signals): boolean {
  if (signals.has("assignment")) return true;
  if (
    [...(signals.get("actionLabel") ?? []), ...(signals.get("goalWord") ?? [])].some(({ isLabel }) => isLabel)
  ) {
    return true;
  }
  // "Uteblivna besök följs upp för kvinnor och män efter sex månader": a commitment, though nothing says "ska".
  if (signals.has("followUp") && (signals.has("deadline") || signals.has("interval"))) return true;
  // "Alla nyckeltal redovisas för kvinnor och män, och avvikelser kommenteras av ansvarig förvaltning": likewise.
  if (signals.has("followUp") && signals.has("indicator") && signals.has("responsible")) return true;
  const soft = signals.get("soft") ?? [];
  return (signals.get("steering") ?? []).some(({ match, names }) => {
    if (!names.has("modal")) return !soft.some((other) => overlap(other.match, match));
    return !soft.some(
      (other) => other.match.last >= match.first && other.match.first - match.last <= softWithin,
    );
  });
}

/**
 * Does a target name its figure ("mål 2027: 40")? A mere limit ("minst 80 procent") is one where a goal, a measure or an
 * outcome is named beside it, not in "urvalet omfattar befattningar med minst två kvinnor".
 */
export function hasFigureTarget(signals: Signals): boolean {
  const named = signals.has("goalWord") || signals.has("indicator") || signals.has("outcome");
  return (signals.get("target") ?? []).some(
    ({ names }) => names.has("figure") || (named && names.has("limit")),
  );
}

function overlap(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last;
}
