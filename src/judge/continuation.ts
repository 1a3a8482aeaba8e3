// Which sentences go on about the one before, so that what they say binds it: by a word that ties them, or by a label.
import type { RuleIndex } from "../match/rule-index.ts";
import type { SignalName } from "../model/rule.ts";
import { sentenceRange, type MatchedDocument } from "./passages.ts";
import { bindings, hasFigureTarget, signalsIn, type Signals } from "./signals.ts";

/** A sentence that names who is responsible goes on about the one before when it has no more words than this. */
const shortSentence = 14;

/** Lines with labels that one measure has, at most. */
const cardLines = 6;

/** "Mål 2027: 40 procent" is a figure of the measure above it; a longer line with that label is a goal of its own. */
const targetWords = 6;

/**
 * The signals of the sentences behind `sentence` that go on about it: in its own paragraph or item those that say so, and the
 * lines of a card ("Ansvar: …", "Start: …", "Mått: …") in the paragraphs behind as well. `withEvidence`: the sentences that
 * hold evidence of their own.
 */
export function* sentencesThatGoOn(
  index: RuleIndex,
  matched: MatchedDocument,
  sentence: number,
  withEvidence: ReadonlySet<number>,
): Generator<Signals> {
  const { sentences } = matched.tokenised;
  const block = sentences[sentence]?.block ?? 0;
  const isItem = matched.document.blocks[block]?.kind === "list-item";
  const reach = index.thresholds.level.bindingSentences * (isItem ? 2 : 1);
  for (let next = sentence + 1, unlabelled = 0; next <= sentence + reach + cardLines; next++) {
    const found = sentences[next];
    if (found === undefined) return;
    const signals = signalsIn(index, matched, sentenceRange(matched, next));
    if (!isCardLine(matched, sentence, next, signals)) {
      if (found.block !== block || ++unlabelled > reach) return;
      const goesOn =
        signals.has("continuation") ||
        withEvidence.has(next) ||
        (signals.has("responsible") && found.endToken - found.firstToken <= shortSentence);
      if (!goesOn) return;
    }
    yield signals;
  }
}

/**
 * Is this a measure by the lines that stand under it: who answers for it, and when or for how much? A plan that sets its
 * measures out on cards often names them without a verb ("Nätverk för kvinnor i byggbranschen").
 */
export function hasCard(index: RuleIndex, matched: MatchedDocument, sentence: number): boolean {
  const found = new Set<SignalName>();
  for (let next = sentence + 1; next <= sentence + cardLines; next++) {
    const signals = signalsIn(index, matched, sentenceRange(matched, next));
    if (!isCardLine(matched, sentence, next, signals)) break;
    for (const name of bindings) if (signals.has(name)) found.add(name);
  }
  return found.has("responsible") && (found.has("deadline") || found.has("money"));
}

/** Is the sentence a line on the card of `measure`? `signals` are its own. Rows of tables have headings of columns instead. */
function isCardLine(matched: MatchedDocument, measure: number, sentence: number, signals: Signals): boolean {
  const { sentences } = matched.tokenised;
  const line = sentences[sentence];
  const block = sentences[measure]?.block ?? 0;
  if (line === undefined) return false;
  const kinds = [block, line.block].map((each) => matched.document.blocks[each]?.kind);
  if (line.block !== block && kinds.some((kind) => kind === "table-row" || kind === "heading")) return false;
  const labelled = (name: SignalName): boolean => (signals.get(name) ?? []).some(({ isLabel }) => isLabel);
  // Behind "Åtgärd: …" and "Mål: …" the next measure or goal begins.
  const isTarget = hasFigureTarget(signals) && line.endToken - line.firstToken <= targetWords;
  if (labelled("actionLabel") || (labelled("goalWord") && !isTarget)) return false;
  return labelled("continuation") || bindings.some(labelled);
}
