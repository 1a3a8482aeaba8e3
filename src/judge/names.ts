// Names of authorities, committees and methods hold words for people without speaking of any: "Förskola & Grundskola",
// "Överförmyndare i samverkan", "nämnden för Individ och Familjeomsorg". Swedish writes capitals in names alone, so it is the
// capital that tells: no list of names would ever hold those of 290 municipalities.
import type { MatchedDocument, TokenRange } from "./passages.ts";

/** So many characters are looked at on either side of a word. */
const sight = 18;

const capital = /^\p{Lu}\p{Ll}/u;
const withinSentence = /[\p{Ll},] $/u;
const andAnotherCapital = /^\s{1,8}och\s{1,8}\p{Lu}\p{Ll}/u;

/**
 * Whether the words in a range of tokens stand in a name: joined by "&", or with a capital inside a sentence or in front of
 * "och" and another capital. A capital that opens a sentence, a cell or an item of a list says nothing.
 */
export function isInName(
  { document: { text }, tokenised: { tokens } }: MatchedDocument,
  { first, end }: TokenRange,
): boolean {
  const from = tokens.start[first] ?? 0;
  const to = tokens.end[end - 1] ?? from;
  const before = text.slice(Math.max(0, from - sight), from);
  const behind = text.slice(to, to + sight);
  // The sign is rare, and its patterns cost more to make than to try.
  if (
    (before.includes("&") && /\p{L}\s{0,8}&\s{0,8}$/u.test(before)) ||
    (behind.includes("&") && /^\s{0,8}&\s{0,8}\p{Lu}/u.test(behind))
  )
    return true;
  return (
    capital.test(text.slice(from, from + 2)) &&
    (withinSentence.test(before) || andAnotherCapital.test(behind))
  );
}
