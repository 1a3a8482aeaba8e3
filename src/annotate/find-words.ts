// Finds words of a Document again in the text of the original, which may break, space and encode them differently.
import type { Stretch } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";

/** A text reduced to what readers and files agree on: its letters and digits, without accents. */
export interface Letters {
  readonly letters: string;
  /** For each letter its offset in the text. */
  readonly offsets: readonly number[];
}

const plainLetter = /[0-9A-Za-z]/;

/** Accents and ligatures are taken apart and hyphens, spaces and signs left out. */
export function lettersOf(text: string): Letters {
  let letters = "";
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const taken = plainLetter.test(sign) ? sign : sign.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
    for (let index = 0; index < taken.length; index++) offsets.push(at);
    letters += taken;
  }
  return { letters, offsets };
}

/** So many places of the same words on a page are compared. */
const mostPlaces = 200;

/** A place where the words of a stretch stand: `[start, end)` in the text's code units. */
export interface WordPlace extends Span {
  /** How many letters around them are those around the stretch. */
  readonly likeness: number;
}

/** All places in a text where the words of a stretch stand in one piece, in their order. */
export function findWords(text: Letters, stretch: Stretch): WordPlace[] {
  const words = lettersOf(stretch.text).letters;
  if (words === "") return [];
  const before = lettersOf(stretch.before).letters;
  const after = lettersOf(stretch.after).letters;
  const places: WordPlace[] = [];
  let at = text.letters.indexOf(words);
  while (at >= 0 && places.length < mostPlaces) {
    const likeness = sameEnd(text.letters, at, before) + sameStart(text.letters, at + words.length, after);
    const start = text.offsets[at];
    const last = text.offsets[at + words.length - 1];
    if (start !== undefined && last !== undefined) places.push({ start, end: last + 1, likeness });
    at = text.letters.indexOf(words, at + 1);
  }
  return places;
}

/** The place whose surroundings are most like those of the stretch; the first of several. */
export function likeliest<Place extends WordPlace>(places: readonly Place[]): Place | undefined {
  return places.reduce<Place | undefined>(
    (best, place) => (best === undefined || place.likeness > best.likeness ? place : best),
    undefined,
  );
}

/** How many letters before `end` are those that `before` ends with. */
function sameEnd(letters: string, end: number, before: string): number {
  let same = 0;
  while (same < before.length && same < end && letters[end - 1 - same] === before[before.length - 1 - same])
    same++;
  return same;
}

/** How many letters from `start` on are those that `after` begins with. */
function sameStart(letters: string, start: number, after: string): number {
  let same = 0;
  while (same < after.length && letters[start + same] === after[same]) same++;
  return same;
}
