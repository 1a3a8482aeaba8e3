// The clauses of a sentence that stand for themselves ("… ska byggas, och i befolkningen finns fler kvinnor än män").
import type { SignalName } from "../model/rule.ts";
import type { Candidate } from "./evidence.ts";
import { sentenceRange, type MatchedDocument, type TokenRange } from "./passages.ts";
import type { SignalMatch, Signals } from "./signals.ts";

/** The evidence of one clause, with the signals that reach it. */
export interface ClauseEvidence {
  readonly held: readonly Candidate[];
  readonly found: Signals;
}

/**
 * The evidence of a sentence, clause by clause. `signals` are those of the sentence; what its surroundings lend it belongs to
 * every clause. A sentence without clauses of their own, and a table row, comes back whole.
 */
export function byClause(
  matched: MatchedDocument,
  sentence: number,
  evidence: readonly Candidate[],
  signals: Signals,
): ClauseEvidence[] {
  const clauses = clausesOf(matched, sentence, signals);
  if (clauses.length < 2) return [{ held: evidence, found: signals }];
  const whole = sentenceRange(matched, sentence);
  return clauses.flatMap((clause): ClauseEvidence[] => {
    const held = evidence.filter(({ match }) => beginsIn(clause, match));
    return held.length === 0 ? [] : [{ held, found: signalsWithin(signals, clause, whole) }];
  });
}

/** Do evidence and a signal of one sentence stand in different clauses, so that the signal gives the evidence no step? */
export function isInOtherClause(
  matched: MatchedDocument,
  sentence: number,
  evidence: readonly TokenRange[],
  signals: Signals,
  signal: SignalMatch,
): boolean {
  const clauses = clausesOf(matched, sentence, signals);
  const whole = sentenceRange(matched, sentence);
  const own = clauses.filter((clause) =>
    evidence.some(({ first }) => clause.first <= first && first < clause.end),
  );
  return own.length > 0 && own.every((clause) => !reaches(clause, signal, whole));
}

/** Where a sentence is cut: before each joint with a comma, a dash or the like in front of it, or one that needs none. */
function clausesOf(matched: MatchedDocument, sentence: number, signals: Signals): TokenRange[] {
  const whole = sentenceRange(matched, sentence);
  const { document, tokenised } = matched;
  const block = tokenised.sentences[sentence]?.block ?? 0;
  const joints = signals.get("newClause");
  if (joints === undefined || document.blocks[block]?.kind === "table-row") return [whole];
  const clauses: TokenRange[] = [];
  let first = whole.first;
  for (const { match, names } of joints) {
    const at = match.first;
    if (at <= first || at >= whole.end) continue;
    const between = document.text.slice(tokenised.tokens.end[at - 1] ?? 0, tokenised.tokens.start[at] ?? 0);
    if (!names.has("bare") && !/[,;–—]|\s-\s/.test(between)) continue;
    clauses.push({ first, end: at });
    first = at;
  }
  clauses.push({ first, end: whole.end });
  return clauses;
}

/** The signals that reach a clause. */
function signalsWithin(signals: Signals, clause: TokenRange, whole: TokenRange): Signals {
  const within = new Map<SignalName, readonly SignalMatch[]>();
  for (const [name, list] of signals) {
    const own = list.filter((signal) => reaches(clause, signal, whole));
    if (own.length > 0) within.set(name, own);
  }
  return within;
}

/** Stands a signal in a clause, in the word that leads over to the next ("medan" compares both), or outside the sentence? */
function reaches(clause: TokenRange, { match }: SignalMatch, whole: TokenRange): boolean {
  if (match.last < whole.first || match.first >= whole.end) return true;
  return match.first <= clause.end && clause.first <= match.last;
}

/** A pattern with gaps may run on into the next clause; it belongs where it begins. */
function beginsIn(clause: TokenRange, match: { readonly first: number }): boolean {
  return clause.first <= match.first && match.first < clause.end;
}
