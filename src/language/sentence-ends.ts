// Where a sentence ends: at a stop that is one, and at the end of a line that stands for itself.
import { isAbbreviation } from "./abbreviations.ts";
import { classOf, unitClass } from "./characters.ts";
import { isCapital, sign } from "./signs.ts";

/** A line shorter than this, followed by a line that begins with a capital, is a line of its own, not a wrapped one. */
const ownLineShare = 0.6;
const ownLineCharacters = 48;

/** What a sign may do, as bits of `mayDo`. */
const may = {
  /** Stand between the stop of a sentence and the space behind it. */
  close: 1,
  /** Begin the next sentence, as capitals and digits may; a dash is that of a list. */
  open: 2,
  /** Begin a line that stands for itself, as capitals may. */
  openLine: 4,
} as const;
const mayDo = new Uint8Array(0x2030);
for (const [bit, signs] of [
  [may.close, '.!?…"”’»)]'],
  [may.open, '"”“»([•–—-'],
  [may.openLine, "0123456789([•–—*-"],
] as const) {
  for (const each of signs) mayDo[each.charCodeAt(0)] = (mayDo[each.charCodeAt(0)] ?? 0) | bit;
}

function can(unit: number, bit: number): boolean {
  return unit < mayDo.length && ((mayDo[unit] ?? 0) & bit) !== 0;
}

/** May a sentence end with this sign? */
export function isStop(unit: number): boolean {
  return unit === sign.stop || unit === sign.question || unit === sign.exclamation || unit === sign.ellipsis;
}

/** Is the stop at `at` the end of a sentence? `wordStart` is where the word directly before it begins, or -1. */
export function endsSentence(
  text: string,
  units: Uint16Array,
  at: number,
  limit: number,
  wordStart: number,
): boolean {
  let next = at + 1;
  while (next < limit && can(units[next] ?? 0, may.close)) next++;
  if (next >= limit) return true;
  const gap = units[next] ?? 0;
  if (gap !== sign.space && gap !== sign.lineFeed && gap !== sign.noBreakSpace && gap !== sign.tab)
    return false;
  next = skipBlanks(units, next, limit);
  if (next >= limit) return true;
  if (units[at] !== sign.stop) return true;
  if (!mayBeginSentence(units[next] ?? 0)) return false;
  if (wordStart < 0) return true;
  const length = at - wordStart;
  if (length === 1 && /\p{Lu}/u.test(text[wordStart] ?? "")) return false;
  if (isAbbreviation(text, wordStart, at)) return false;
  // "1. Inledning", "den 3. mars": a bare number with a stop goes on, unless it ends a real sentence ("… är 17.").
  if (length <= 2 && /^\d{1,2}$/.test(text.slice(wordStart, at)))
    return (
      !/^\d/.test(text.slice(Math.max(0, wordStart - 2), wordStart).trim()) &&
      wordStart > 0 &&
      isMidLine(units, wordStart)
    );
  return true;
}

function mayBeginSentence(unit: number): boolean {
  if (isCapital(unit) || classOf[unit] === unitClass.digit || can(unit, may.open)) return true;
  return unit > 0xff && /\p{Lu}/u.test(String.fromCharCode(unit));
}

function skipBlanks(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && (units[at] ?? 0) <= sign.space) at++;
  return at;
}

/** Is there a letter on the same line before `at`? */
function isMidLine(units: Uint16Array, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const unit = units[before] ?? 0;
    if (unit === sign.lineFeed) return false;
    if (classOf[unit] === unitClass.letter) return true;
  }
  return false;
}

/** Length of the longest line of `[from, to)`, in characters. */
export function longestLineOf(text: string, from: number, to: number): number {
  let longest = 0;
  let at = from;
  while (at < to) {
    let next = text.indexOf("\n", at);
    if (next < 0 || next > to) next = to;
    if (next - at > longest) longest = next - at;
    at = next + 1;
  }
  return longest;
}

/** May a line of so many characters stand for itself? */
export function isShortLine(length: number): boolean {
  return length < ownLineCharacters;
}

/**
 * Does the short line `[lineStart, lineEnd)` inside a block stand for itself ("Ansvarig: trafikchefen", a row of a table
 * that was flattened) instead of being wrapped at the margin? It is clearly shorter than a wrapped line would be, has no
 * end punctuation to its name, and the next line begins afresh. `longestLine` is the length of the longest in the block.
 */
export function endsOwnLine(
  units: Uint16Array,
  lineStart: number,
  lineEnd: number,
  blockEnd: number,
  longestLine: number,
): boolean {
  const next = skipBlanks(units, lineEnd + 1, blockEnd);
  if (next >= blockEnd) return true;
  const first = units[next] ?? 0;
  if (!isCapital(first) && !can(first, may.openLine)) return false;
  return lineEnd - lineStart < longestLine * ownLineShare || longestLine < ownLineCharacters;
}
