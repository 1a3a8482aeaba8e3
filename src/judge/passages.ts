// Matches in their sentences, blocks and sections: the ground that every judgement stands on. Facts, no opinions.
import type { Match } from "../match/match.ts";
import type { ResolvedCondition, RuleIndex } from "../match/rule-index.ts";
import type { TokenisedText } from "../language/tokens.ts";
import type { Document, Section } from "../model/document.ts";
import type { Span } from "../model/span.ts";

/** A range of token numbers, `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** A document with everything that was found in it. */
export interface MatchedDocument {
  readonly document: Document;
  readonly tokenised: TokenisedText;
  /** All matches, sorted by their first token. */
  readonly matches: readonly Match[];
}

/** Position in `matches` of the first match that begins at or after token `from`. */
function firstMatchAt(matches: readonly Match[], from: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.first ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The matches that begin inside a token range. */
export function matchesIn(matched: MatchedDocument, range: TokenRange): readonly Match[] {
  const from = firstMatchAt(matched.matches, range.first);
  let to = from;
  while (to < matched.matches.length && (matched.matches[to]?.first ?? 0) < range.end) to++;
  return matched.matches.slice(from, to);
}

/** Tokens of a sentence (number from 0); an empty range for a sentence that is not there. */
export function sentenceRange(matched: MatchedDocument, sentence: number): TokenRange {
  const found = matched.tokenised.sentences[sentence];
  return found === undefined ? { first: 0, end: 0 } : { first: found.firstToken, end: found.endToken };
}

/** Tokens of a block (number from 0); an empty range for a block without words. */
export function blockRange(matched: MatchedDocument, block: number): TokenRange {
  const { blockSentences, sentences } = matched.tokenised;
  const own = blockSentences[block];
  if (own === undefined || own.end <= own.first) return { first: 0, end: 0 };
  return { first: sentences[own.first]?.firstToken ?? 0, end: sentences[own.end - 1]?.endToken ?? 0 };
}

/** Tokens of a section's own blocks, its heading included. */
export function sectionRange(matched: MatchedDocument, section: Section): TokenRange {
  let first = -1;
  let end = 0;
  for (let block = section.blocks.first; block < section.blocks.end; block++) {
    const range = blockRange(matched, block);
    if (range.end <= range.first) continue;
    if (first < 0) first = range.first;
    end = range.end;
  }
  return { first: Math.max(0, first), end };
}

/** Does one of the condition's rules match within its reach of `match`, and all that it asks for also? Own words do not count. */
export function holds(
  condition: ResolvedCondition,
  match: Match,
  matched: MatchedDocument,
  section: TokenRange,
): boolean {
  return (
    isNear(condition, match, matched, section) &&
    condition.also.every((other) => isNear(other, match, matched, section))
  );
}

/** Tokens of the heading of a section, none where it has no heading. */
function headingRange(matched: MatchedDocument, section: TokenRange): TokenRange {
  const { tokens, sentences } = matched.tokenised;
  const block = sentences[tokens.sentence[section.first] ?? 0]?.block ?? 0;
  return matched.document.blocks[block]?.kind === "heading"
    ? blockRange(matched, block)
    : { first: section.first, end: section.first };
}

function isNear(
  condition: ResolvedCondition,
  match: Match,
  matched: MatchedDocument,
  section: TokenRange,
): boolean {
  const sentence = matched.tokenised.tokens.sentence[match.first] ?? 0;
  let range: TokenRange;
  if (condition.within === "section") range = section;
  else if (condition.within === "heading") range = headingRange(matched, section);
  else if (condition.within === "sentence") range = sentenceRange(matched, sentence);
  else if (condition.within === "block") {
    range = blockRange(matched, matched.tokenised.sentences[sentence]?.block ?? 0);
  } else
    range = {
      first: Math.max(section.first, match.first - condition.within),
      end: Math.min(section.end, match.last + 1 + condition.within),
    };
  // A match may begin before the range and reach into it; sixteen words are more than the longest gap.
  for (let at = firstMatchAt(matched.matches, range.first - 16); at < matched.matches.length; at++) {
    const other = matched.matches[at];
    if (other === undefined || other.first >= range.end) break;
    if (other.last < range.first || !condition.owners.has(other.owner)) continue;
    if (other.first >= match.first && other.last <= match.last) continue;
    return true;
  }
  return false;
}

/** The code units that a range of tokens covers. */
export function spanOfTokens(matched: MatchedDocument, range: TokenRange): Span {
  const { tokens } = matched.tokenised;
  return { start: tokens.start[range.first] ?? 0, end: tokens.end[range.end - 1] ?? 0 };
}

/** Matches text that stands for itself (a heading, a title). */
export function matchesInLine(
  index: RuleIndex,
  matcher: "headings" | "titles",
  text: string,
  tokeniseText: (text: string) => TokenisedText,
): Match[] {
  return index[matcher].find(text, tokeniseText(text).tokens);
}
