// Signs in the middle of words of which the file does not say what they stand for, mostly ff, fi or ti drawn as one:
// "biora�naderier". What such a word is can be told where the same text has it whole elsewhere; where not, it is counted.
import { applyEdits, type Edit, type Mapped } from "./edit.ts";
import { pairOfSureWord } from "./lost-ligatures.ts";
import { onFirstUse } from "./on-first-use.ts";

/** What typefaces draw as one sign. */
const drawnAsOne = ["ff", "fi", "fl", "ffi", "ffl", "fj", "ft", "tt", "ti", "tf", "tti"] as const;
/** The mark of a lost sign; and signs for private use, which stand for what the maker of a font pleases. F000 to F0FF are those of symbol fonts. */
const unknown = String.raw`\uFFFD\uE000-\uEFFF\uF100-\uF8FF\u{F0000}-\u{10FFFD}`;
/** Such a sign may also be a bullet or a quotation mark before or after a word; the mark of a lost one is put in words only. */
const broken = onFirstUse(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}${unknown}])(?:(\p{L}+)[${unknown}](\p{L}+)|(\p{L}{2,})\uFFFD|\uFFFD(\p{L}{2,}))(?![\p{L}${unknown}])`,
      "gu",
    ),
);
const anyBrokenSource = String.raw`\p{L}[${unknown}]\p{L}|\p{L}{2}\uFFFD|\uFFFD\p{L}{2}`;
const anyBroken = onFirstUse(() => new RegExp(anyBrokenSource, "u"));
const brokenWord = onFirstUse(
  () => new RegExp(String.raw`[\p{L}${unknown}]*(?:${anyBrokenSource})[\p{L}${unknown}]*`, "gu"),
);
/** Every document passes here: without Unicode classes a hundredth of the time. */
const someSign = /[\uE000-\uEFFF\uF100-\uF8FF\uFFFD\uDB80-\uDBFF]/;
/** So many letters after the sign tell a word of a family ("bioraffinad" stands in "bioraffinaderi"). */
const lettersAfter = 3;

/** Gives the letters that the sign in a word stands for; null where that is not certain. */
export type LettersOf = (before: string, after: string) => string | null;

/** Are there words in the text with such a sign in them? */
export function hasUnknownSigns(text: string): boolean {
  return someSign.test(text) && anyBroken().test(text);
}

/** The words of the text with such a sign in them, as they stand. */
export function wordsWithUnknownSigns(text: string): string[] {
  return hasUnknownSigns(text) ? (text.match(brokenWord()) ?? []) : [];
}

/**
 * Tells what a sign stands for by the words of `text` that are whole: one of them, and with one pair of letters only, must
 * begin like the broken one. Words that can be nothing else are known without that.
 */
export function learnSigns(text: string): LettersOf {
  const byStart = new Map<string, Set<string>>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
    const start = word.slice(0, 2);
    const words = byStart.get(start);
    if (words === undefined) byStart.set(start, new Set([word]));
    else words.add(word);
  }
  const stands = (start: string, whole: boolean): boolean => {
    const words = byStart.get(start.slice(0, 2));
    if (words === undefined) return false;
    return whole ? words.has(start) : [...words].some((word) => word.startsWith(start));
  };
  const learnt = new Map<string, string | null>();
  return (before, after) => {
    const key = `${before} ${after}`.toLowerCase();
    const known = learnt.get(key);
    if (known !== undefined) return known;
    const [left = "", right = ""] = key.split(" ");
    const fitting = drawnAsOne.filter((pair) =>
      stands(`${left}${pair}${right.slice(0, lettersAfter)}`, right.length < lettersAfter),
    );
    const [only] = fitting;
    const letters = fitting.length === 1 && only !== undefined ? only : pairOfSureWord(left, right);
    learnt.set(key, letters);
    return letters;
  };
}

/** Puts letters in place of the signs that `lettersOf` knows. */
export function mendSigns(source: Mapped, lettersOf: LettersOf): Mapped {
  if (!hasUnknownSigns(source.text)) return source;
  const edits: Edit[] = [];
  for (const match of source.text.matchAll(broken())) {
    const before = match[1] ?? match[3] ?? "";
    const after = match[2] ?? match[4] ?? "";
    const by = lettersOf(before, after);
    const start = match.index + before.length;
    if (by !== null) edits.push({ start, end: match.index + match[0].length - after.length, by });
  }
  return applyEdits(source, edits);
}
