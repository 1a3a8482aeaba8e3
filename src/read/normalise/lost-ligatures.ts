// Fonts that draw ff, fi and fl as one sign, and do not say what it stands for, lose both letters: "oentlig", "e ektiv",
// "ef ektiv", " ickor". What is left is no word. Words are mended only in a text that has hardly any of these pairs, and
// only where what is left can be nothing else; the rest is told of as damage.
import { editMatches, type Mapped } from "./edit.ts";
import { onFirstUse } from "./on-first-use.ts";
import { wordsWithPairInside, wordsWithPairFirst } from "./swedish.ts";

/** Pairs for each character of sound text: 0.8 to 2.5 in a thousand in every PDF of a varied collection. */
const scarce = 0.0002;
const nextToNone = 0.00005;
/** So many remains of words prove it in a text of any length. */
const fewestRemains = 3;
/** With fewer different words a text may do without by chance: two or three in a hundred have such a pair. */
const fewestWords = 600;

/** What the pair left behind: nothing, its first letter, a space, or a sign without a meaning. */
const gap = String.raw`[fF]?[ \uFFFD\uE000-\uF8FF]?`;

const repairs = onFirstUse((): readonly { readonly find: RegExp; readonly pair: string }[] => [
  ...wordsWithPairInside.map(([before, pair, after]) => ({
    find: new RegExp(`(?<=(?<!\\p{L})${firstOfEitherCase(before)})${gap}(?=${after})`, "gu"),
    pair,
  })),
  ...wordsWithPairFirst.map(([pair, after]) => ({
    find: new RegExp(`(?<![\\p{L}])[\\uFFFD\\uE000-\\uF8FF]?(?=${after})`, "gu"),
    pair,
  })),
]);

const sureWords = onFirstUse(
  (): readonly { readonly whole: RegExp; readonly before: string; readonly pair: string }[] =>
    [...wordsWithPairInside, ...wordsWithPairFirst.map(([pair, after]) => ["", pair, after] as const)].map(
      ([before, pair, after]) => ({ whole: new RegExp(`^${after}`, "u"), before, pair }),
    ),
);

/** The pair between two pieces of a word, in small letters, that can be nothing else with one; null for others. */
export function pairOfSureWord(before: string, after: string): string | null {
  return sureWords().find((word) => word.before === before && word.whole.test(after))?.pair ?? null;
}

function firstOfEitherCase(word: string): string {
  return `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`;
}

/** Has a Swedish text lost the pairs ff, fi and fl? "remains": words are left over that can be mended. */
export function lostLigatures(text: string): "no" | "remains" | "without a trace" {
  if (text.length === 0) return "no";
  const pairs = countOf(text, "ff") + countOf(text, "fi") + countOf(text, "fl");
  if (pairs > scarce * text.length) return "no";
  const remains = repairs().reduce((sum, { find }) => sum + (text.match(find)?.length ?? 0), 0);
  if (remains >= fewestRemains) return "remains";
  if (pairs > nextToNone * text.length) return "no";
  const words = new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
  return words.size >= fewestWords ? "without a trace" : "no";
}

/** Every PDF passes here: letters of Latin-1 take half of the time of \p{L}. */
const remain = onFirstUse(
  () =>
    new RegExp(
      "(?<![A-Za-zÀ-ÿ-])(?:" +
        [
          ...wordsWithPairInside.map(([before, , after]) => `${firstOfEitherCase(before)}f? ?${after}`),
          ...wordsWithPairFirst.map(([, after]) => after),
        ].join("|") +
        ")[A-Za-zÀ-ÿ]*",
      "g",
    ),
);

/** Words of a text that lack such a pair and can be nothing else, as they stand ("o entliga"): of a text that has others whole. */
export function ligatureRemains(text: string): string[] {
  return text.match(remain()) ?? [];
}

/** Puts the pairs back where what is left of a word can be nothing else. */
export function mendLigatures(source: Mapped): Mapped {
  let current = source;
  for (const { find, pair } of repairs()) current = editMatches(current, find, () => pair);
  return current;
}

function countOf(text: string, pair: string): number {
  let count = 0;
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 2)) count++;
  return count;
}
