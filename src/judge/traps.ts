// Which traps fire, and which evidence they touch (handbook §6).
import type { Match } from "../match/match.ts";
import type { IndexedRule, RuleIndex } from "../match/rule-index.ts";
import type { TrapRule } from "../model/rule.ts";
import { holds, matchesIn, type MatchedDocument, type TokenRange } from "./passages.ts";

/** A trap that fired, with the words that set it off. */
export interface FiredTrap {
  readonly rule: TrapRule;
  /** Numbers of the evidence rules it touches; null is all. */
  readonly affects: ReadonlySet<number> | null;
  readonly range: TokenRange;
  readonly sentence: number;
}

/** What the traps have done to a piece of evidence. */
export interface Touch {
  /** Slug of the trap that takes it away, or null. */
  removedBy: string | null;
  /** Slug of the trap that keeps it at level 1, or null. */
  cappedBy: string | null;
  /** Level that a "keep" trap gives it, or null. */
  kept: 1 | 2 | null;
}

export interface TrapFindings {
  readonly fired: readonly FiredTrap[];
  readonly touched: ReadonlyMap<Match, Touch>;
}

/**
 * Fires the traps of a section and says what they do to its evidence (matches of evidence rules, both nets).
 * A "keep" trap outranks the others: "jämställdhetsperspektivet saknas i strategin" is a diagnosis, no waiver.
 */
export function springTraps(index: RuleIndex, matched: MatchedDocument, section: TokenRange): TrapFindings {
  const matches = matchesIn(matched, section);
  const fired = fire(index, matched, matches, section);
  const touched = new Map<Match, Touch>();
  for (const match of matches) {
    if (index.rules[match.owner]?.rule.kind !== "evidence") continue;
    const touch: Touch = { removedBy: null, cappedBy: null, kept: null };
    for (const trap of fired) {
      if (!reaches(trap, match, matched)) continue;
      if (trap.affects !== null && !trap.affects.has(match.owner)) continue;
      if (trap.rule.effect === "keep") touch.kept = Math.max(touch.kept ?? 0, trap.rule.level ?? 1) as 1 | 2;
      else if (trap.rule.effect === "remove") touch.removedBy ??= trap.rule.slug;
      else touch.cappedBy ??= trap.rule.slug;
    }
    if (touch.kept !== null) {
      touch.removedBy = null;
      touch.cappedBy = null;
    }
    if (touch.removedBy !== null || touch.cappedBy !== null || touch.kept !== null) touched.set(match, touch);
  }
  return { fired, touched };
}

function fire(
  index: RuleIndex,
  matched: MatchedDocument,
  matches: readonly Match[],
  section: TokenRange,
): FiredTrap[] {
  const byOwner = new Map<number, Match[]>();
  for (const match of matches) {
    if (index.rules[match.owner]?.rule.kind !== "trap") continue;
    const list = byOwner.get(match.owner);
    if (list === undefined) byOwner.set(match.owner, [match]);
    else list.push(match);
  }
  const fired: FiredTrap[] = [];
  for (const [owner, own] of byOwner) {
    const indexed = index.rules[owner];
    if (indexed?.rule.kind !== "trap") continue;
    for (const range of occurrences(indexed.rule, own, (a, b) => isOneText(matched, a, b))) {
      const whole: Match = { owner, term: 0, first: range.first, last: range.end - 1 };
      if (!allowed(indexed, whole, matched, section)) continue;
      fired.push({
        rule: indexed.rule,
        affects: indexed.affects,
        range,
        sentence: matched.tokenised.tokens.sentence[range.first] ?? 0,
      });
    }
  }
  return fired;
}

function allowed(indexed: IndexedRule, match: Match, matched: MatchedDocument, section: TokenRange): boolean {
  if (indexed.requires !== null && !holds(indexed.requires, match, matched, section)) return false;
  return indexed.unless === null || !holds(indexed.unless, match, matched, section);
}

/** In the same sentence, or in items or rows of a list? A list that is whole does not reach into the next sentence. */
function isOneText({ tokenised }: MatchedDocument, a: Match, b: Match): boolean {
  const first = tokenised.tokens.sentence[a.first] ?? 0;
  const second = tokenised.tokens.sentence[b.first] ?? 0;
  return first === second || tokenised.sentences[first]?.block !== tokenised.sentences[second]?.block;
}

/** The places where a trap has what it takes: each match, or each run with `min` different terms within `window` words. */
function occurrences(
  rule: TrapRule,
  matches: readonly Match[],
  isOneText: (a: Match, b: Match) => boolean,
): TokenRange[] {
  if (rule.min <= 1) return matches.map((match) => ({ first: match.first, end: match.last + 1 }));
  const runs: TokenRange[] = [];
  let at = 0;
  while (at < matches.length) {
    const first = matches[at];
    if (first === undefined) break;
    const terms = new Set([first.term]);
    let last = first;
    let next = at + 1;
    for (; next < matches.length; next++) {
      const candidate = matches[next];
      if (candidate === undefined || candidate.first - last.last > rule.window) break;
      if (terms.size >= rule.min && !isOneText(last, candidate)) break;
      terms.add(candidate.term);
      last = candidate;
    }
    if (terms.size >= rule.min) runs.push({ first: first.first, end: last.last + 1 });
    at = next;
  }
  return runs;
}

function reaches(trap: FiredTrap, match: Match, matched: MatchedDocument): boolean {
  const { sentence } = matched.tokenised.tokens;
  switch (trap.rule.reach) {
    case "match":
      return match.first < trap.range.end && trap.range.first <= match.last;
    case "sentence":
      return sentence[match.first] === trap.sentence;
    case "block":
      return (
        matched.tokenised.sentences[sentence[match.first] ?? 0]?.block ===
        matched.tokenised.sentences[trap.sentence]?.block
      );
    case "section":
      return true;
  }
}
