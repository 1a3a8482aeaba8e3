// Questions of a template that nobody has answered, where its headings were not read as headings (T-25): a line that only
// names the perspective, and under it a dash (or behind it), "Ej aktuellt" or "Se ovan", or the next heading of the template.
import type { RuleIndex } from "../match/rule-index.ts";
import type { SignalName } from "../model/rule.ts";
import type { Sifted } from "./evidence.ts";
import { matchesIn, sentenceRange, type MatchedDocument, type TokenRange } from "./passages.ts";
import { signalsIn } from "./signals.ts";

/** A template's question has no more words than this. */
const questionWords = 6;
/** Words of a question ("Konsekvenser för") or of an answer that no rule knows, at most. */
const otherWords = 2;

/** The lines in a range of tokens that name the perspective and have an answer under them that is none, in reading order. */
export function unansweredLines(index: RuleIndex, matched: MatchedDocument, body: TokenRange): TokenRange[] {
  return [...askingLines(index, matched, body)]
    .filter(({ at, line }) => !isAnswered(index, matched, at, line))
    .map(({ line }) => line);
}

/** The lines in a range of tokens that only name the perspective, each with the number of its sentence. */
function* askingLines(
  index: RuleIndex,
  matched: MatchedDocument,
  body: TokenRange,
): Generator<{ readonly at: number; readonly line: TokenRange }> {
  const { sentence } = matched.tokenised.tokens;
  if (body.end <= body.first) return;
  for (let at = sentence[body.first] ?? 0; at <= (sentence[body.end - 1] ?? -1); at++) {
    const line = sentenceRange(matched, at);
    if (line.first < body.first || line.end - line.first > questionWords) continue;
    if (asks(index, matched, line)) yield { at, line };
  }
}

/** A heading of a template that no reader took for one has no more words than this. */
const headingWords = 3;
/** What makes a short line an answer: "Ska beaktas" under "Jämställdhet" says something. */
const saysSomething: readonly SignalName[] = [
  "steering",
  "assignment",
  "soft",
  "wish",
  "past",
  "quantity",
  "comparison",
  "difference",
  "placeholder",
];

/**
 * The lines in a range of tokens that name the perspective among headings of a template that were not read as headings
 * ("Jämställdhet" over "Miljö", each alone on its line): nothing is said under them. Unlike a dash that is no answer they
 * do not show that something was asked, for they may be a list that lost its marks. In reading order.
 */
export function linesAmongHeadings(
  index: RuleIndex,
  matched: MatchedDocument,
  body: TokenRange,
): TokenRange[] {
  const found: TokenRange[] = [];
  for (const { at, line } of askingLines(index, matched, body)) {
    if (blockKind(matched, at) !== "paragraph") continue;
    // Headings in one paragraph are one sentence to the tokeniser: "Jämställdhet\nMiljö\nEkonomi".
    const lines = linesOf(matched, line);
    const others = lines.length > 1 ? lines.slice(1) : [sentenceRange(matched, at + 1)];
    if (lines.length === 1 && (blockKind(matched, at + 1) !== "paragraph" || isLast(matched, at, body)))
      continue;
    if (!isLeadIn(matched, at) && others.every((other) => isBareLine(index, matched, other)))
      found.push(line);
  }
  return found;
}

function blockKind({ document, tokenised }: MatchedDocument, sentence: number): string | undefined {
  return document.blocks[tokenised.sentences[sentence]?.block ?? -1]?.kind;
}

function isLast(matched: MatchedDocument, sentence: number, body: TokenRange): boolean {
  return sentenceRange(matched, sentence + 1).first >= body.end;
}

/** "Vi arbetar med:" above a line makes it the first of a list. */
function isLeadIn(matched: MatchedDocument, sentence: number): boolean {
  const { start } = matched.tokenised.tokens;
  const at = start[sentenceRange(matched, sentence).first] ?? 0;
  return /:\s*$/.test(matched.document.text.slice(Math.max(0, at - 8), at));
}

/** The lines of a sentence, by the line breaks between its words. */
function linesOf({ document, tokenised }: MatchedDocument, { first, end }: TokenRange): TokenRange[] {
  const { start, end: ends } = tokenised.tokens;
  const lines: TokenRange[] = [];
  let from = first;
  for (let at = first + 1; at <= end; at++) {
    if (at < end && !document.text.slice(ends[at - 1], start[at]).includes("\n")) continue;
    lines.push({ first: from, end: at });
    from = at;
  }
  return lines;
}

/** A few words alone on their line that begin large and say nothing: no full stop, no figure, no evidence, no steering. */
function isBareLine(index: RuleIndex, matched: MatchedDocument, line: TokenRange): boolean {
  const { document, tokenised } = matched;
  const { start, end } = tokenised.tokens;
  const words = line.end - line.first;
  if (words < 1 || words > headingWords) return false;
  const text = document.text.slice(start[line.first], end[line.end - 1]);
  if (!/^\p{Lu}[^\d]*$/u.test(text) || !endOfLine.test(document.text.slice(end[line.end - 1]))) return false;
  const says = signalsIn(index, matched, line);
  return (
    !saysSomething.some((name) => (says.get(name) ?? []).length > 0) &&
    matchesIn(matched, line).every(({ owner }) => index.rules[owner]?.rule.kind !== "evidence")
  );
}

/** Does a line end behind the words, with nothing but a colon in between? */
const endOfLine = /^\s?:?[ \t]*(?:\n|$)/;
const dashForAnswer = /^\s?:?\s*\n\s*[-–—]+[ \t]*(?:\n|$)/;
/** "Jämställdhet: –": the dash on the same line. */
const dashBehind = /^\s?:?[ \t]*[-–—]+[ \t]*(?:\n|$)/;

function asks(index: RuleIndex, matched: MatchedDocument, line: TokenRange): boolean {
  const { document, tokenised } = matched;
  const { start, end } = tokenised.tokens;
  const before = document.text.slice(Math.max(0, (start[line.first] ?? 0) - 8), start[line.first]);
  const behind = document.text.slice(end[line.end - 1]);
  if (!/(?:^|\n)[ \t]*$/.test(before) || !(endOfLine.test(behind) || dashBehind.test(behind))) return false;
  let named = 0;
  let at = line.first;
  for (const { owner, first, last } of matchesIn(matched, line)) {
    const rule = index.rules[owner]?.rule;
    if (rule?.kind !== "evidence" || rule.net !== "strict" || rule.strength === "weak" || last < at) continue;
    // "Kvinnor" over a dash is a label of a table.
    if (rule.sex !== undefined) continue;
    named += last + 1 - Math.max(first, at);
    at = last + 1;
  }
  return named > 0 && line.end - line.first - named <= otherWords;
}

function isAnswered(index: RuleIndex, matched: MatchedDocument, sentence: number, line: TokenRange): boolean {
  const { document, tokenised } = matched;
  const { start, end } = tokenised.tokens;
  const behind = document.text.slice(end[line.end - 1]);
  if (dashForAnswer.test(behind) || dashBehind.test(behind)) return false;
  const answer = sentenceRange(matched, sentence + 1);
  const words = answer.end - answer.first;
  if (words === 0 || !/\n/.test(document.text.slice(end[line.end - 1], start[answer.first]))) return true;
  const placeholders = signalsIn(index, matched, answer).get("placeholder") ?? [];
  const covered = placeholders.reduce((sum, { match }) => sum + match.last - match.first + 1, 0);
  return covered === 0 || covered < words - otherWords;
}

/** The evidence without what stands in such lines: it is the template's, and says nothing. */
export function withoutLines(sifted: Sifted, lines: readonly TokenRange[]): Sifted {
  if (lines.length === 0) return sifted;
  const stands = ({ match }: { readonly match: { readonly first: number } }): boolean =>
    !lines.some(({ first, end }) => first <= match.first && match.first < end);
  const open = sifted.candidates.filter((candidate) => !stands(candidate));
  return {
    ...sifted,
    candidates: sifted.candidates.filter(stands),
    wide: sifted.wide.filter(stands),
    removed: [...sifted.removed, ...open.map(({ match, rule }) => ({ match, rule, trap: "heading-only" }))],
  };
}
