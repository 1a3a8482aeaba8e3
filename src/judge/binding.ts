// Whether a goal, measure or figure is bound: to an indicator and a target, to someone responsible, to a date, to money.
import type { RuleIndex } from "../match/rule-index.ts";
import type { SignalName } from "../model/rule.ts";
import { sentenceRange, type MatchedDocument } from "./passages.ts";
import { bindings, signalsIn, type Signals } from "./signals.ts";

/** A sentence that names who is responsible goes on about the one before when it has no more words than this. */
const shortSentence = 14;

/**
 * Is the goal, measure or figure of a sentence bound, in the sentence itself (`own` are its signals) or in the sentences that
 * go on about it? `steers`: it is a goal or measure. `withEvidence`: the sentences that hold evidence of their own.
 */
export function isBound(
  index: RuleIndex,
  matched: MatchedDocument,
  sentence: number,
  own: Signals,
  steers: boolean,
  withEvidence: ReadonlySet<number>,
): boolean {
  const found = new Set<SignalName>();
  const gather = (signals: Signals): void => {
    for (const name of bindings) if (signals.has(name)) found.add(name);
    // "Verksamhetschefen ska varje tertial visa …": what comes back is a time for the one who answers for it.
    if (signals.has("interval") && signals.has("responsible")) found.add("deadline");
  };
  gather(own);
  const inTable =
    matched.document.blocks[matched.tokenised.sentences[sentence]?.block ?? 0]?.kind === "table-row";
  // In a row the figure stands in the column of the target.
  let againstFigure = hasFigureTarget(own) || (inTable && own.has("target") && own.has("quantity"));
  const { sentences } = matched.tokenised;
  const block = sentences[sentence]?.block;
  // "… har beviljats 1,4 miljoner kronor. Där är målet att …": the goal is what the money is for.
  const goesBack = (own.get("continuation") ?? []).some(({ names }) => names.has("back"));
  if (steers && goesBack && sentence > 0 && sentences[sentence - 1]?.block === block) {
    const before = signalsIn(index, matched, sentenceRange(matched, sentence - 1));
    if (before.has("money")) found.add("money");
  }
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
  // Training is bound by its effect, not by the day it is given and who gives it (handbook §3.1).
  if (steers && isTraining(own) && !found.has("indicator") && !found.has("outcome")) return false;
  if (steers)
    return found.size >= 2 || found.has("money") || (own.has("assignment") && found.has("deadline"));
  // A figure by sex that is held against a target, or reported as the outcome of a goal.
  return (own.has("quantity") && againstFigure) || (own.has("outcome") && found.size >= 2);
}

/** Words between a verb and the training that it is about ("genomföra en obligatorisk utbildning"), at most. */
const beforeTraining = 2;

/** Is all that the sentence wants done that people are taught something? "Utbilda chefer och ta fram mått" is more. */
function isTraining(signals: Signals): boolean {
  const trainings = signals.get("training") ?? [];
  if (trainings.length === 0) return false;
  return (signals.get("steering") ?? []).every(
    ({ match, names }) =>
      names.has("modal") ||
      trainings.some(
        ({ match: training }) =>
          training.last >= match.first && training.first <= match.last + 1 + beforeTraining,
      ),
  );
}

/**
 * Does a target name its figure ("mål 2027: 40")? A mere limit ("minst 80 procent") is one where a goal, a measure or an
 * outcome is named beside it, not in "urvalet omfattar befattningar med minst två kvinnor".
 */
function hasFigureTarget(signals: Signals): boolean {
  const named = signals.has("goalWord") || signals.has("indicator") || signals.has("outcome");
  return (signals.get("target") ?? []).some(
    ({ names }) => names.has("figure") || (named && names.has("limit")),
  );
}
