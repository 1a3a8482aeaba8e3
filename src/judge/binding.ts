// Whether a goal, measure or figure is bound: to an indicator and a target, to someone responsible, to a date, to money.
import type { RuleIndex } from "../match/rule-index.ts";
import type { SignalName } from "../model/rule.ts";
import { sentenceRange, type MatchedDocument } from "./passages.ts";
import { bindings, hasFigureTarget, signalsIn, type Signals } from "./signals.ts";
import { sentencesThatGoOn } from "./continuation.ts";

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
  // "… har beviljats 1,4 miljoner kronor. Där är målet att …": the goal is what the money is for.
  const goesBack = (own.get("continuation") ?? []).some(({ names }) => names.has("back"));
  if (steers && goesBack && sentence > 0 && sentences[sentence - 1]?.block === sentences[sentence]?.block) {
    const before = signalsIn(index, matched, sentenceRange(matched, sentence - 1));
    if (before.has("money")) found.add("money");
  }
  for (const signals of sentencesThatGoOn(index, matched, sentence, withEvidence)) {
    gather(signals);
    if (hasFigureTarget(signals)) againstFigure = true;
  }
  // Training is bound by its effect, not by the day it is given and who gives it (handbook §3.1).
  if (steers && isTraining(own) && !found.has("indicator") && !found.has("outcome")) return false;
  if (steers) {
    // "Målet att ingen kvinna ska nekas plats nåddes inte: 74 fick plats och 9 hänvisades": its outcome, in figures.
    if (own.has("goalWord") && own.has("outcome") && own.has("quantity")) return true;
    return found.size >= 2 || found.has("money") || (own.has("assignment") && found.has("deadline"));
  }
  // A figure by sex that is held against a target, or reported as the outcome of a goal.
  const isReported = own.has("outcome") || (own.has("goalWord") && found.has("outcome"));
  return (own.has("quantity") && againstFigure) || (isReported && found.size >= 2);
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
