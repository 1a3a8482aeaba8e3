// Which language a text is in, by its short words. The rules read Swedish: what they do not find in an English or a
// Finnish text says nothing about it.
import { functionWordsOf, type KnownLanguage } from "./language-words.ts";

/** A text with fewer words than this may be in any language: a list of names, a table of figures. */
const fewestWords = 50;
/** Of a long text so many stretches of so many characters are looked at, spread evenly. */
const stretches = 24;
const stretchLength = 1500;
/** … and of a part of a document so many: there are hundreds of parts. */
const stretchesOfPart = 4;
const stretchLengthOfPart = 300;
/** Running text has 9 % (Finnish) to 40 % (English) of these words. */
const leastShare = 0.06;
/** So many times more of its words than of the Swedish ones makes a text one of another language. */
const timesSwedish = 1.6;
/** So many different words that only one language has make a part of a document clearly one in that language. */
const fewestDistinct = 5;
/** Below this share of Swedish words a text holds no Swedish sentences. */
const noSwedish = 0.02;
/** Swedish has 4 % or more of å, ä and ö among its letters; tables of Swedish names and headings have so too. */
const noSwedishLetters = 0.005;

const languageCode = /^[a-z]{2,3}(?=$|[-_])/iu;
const words = /\p{L}+/gu;

/** A language tag as files have them ("sv-SE", "en_GB") → its language in small letters; null where there is none. */
export function languageOfTag(tag: string | null | undefined): string | null {
  const code = languageCode.exec((tag ?? "").trim())?.[0].toLowerCase();
  // "und" and "zxx": undetermined and no language; "x" is private.
  return code === undefined || code === "und" || code === "zxx" ? null : code === "nb" ? "no" : code;
}

/**
 * The language of a text (ISO 639-1: "sv", "en", "fi"; "no" and "nn" for the two forms of Norwegian; "und" for text in
 * another script), or null when it cannot be told. What the text itself shows comes first, because files are often marked
 * with the language of the program they were written in. What the file says (`declared`) only counts where the text shows
 * no trace of Swedish, or where it says Swedish and the text is too short to tell.
 */
export function findLanguage(text: string, declared: string | null): string | null {
  const sample = sampleOf(text, stretches, stretchLength);
  const found = sample.match(words) ?? [];
  if (found.length < fewestWords) return declared === "sv" ? "sv" : null;
  const letters = charactersIn(found);
  const latin = charactersIn(sample.match(/\p{Script=Latin}+/gu) ?? []);
  if (latin < letters / 2) return declared !== null && declared !== "sv" ? declared : "und";

  const { best, share, swedish } = languageByWords(found);
  if (best !== "sv" && share >= leastShare && share >= timesSwedish * swedish) return best;
  if (swedish >= leastShare) return "sv";
  const dotted = (sample.match(/[åäö]/giu)?.length ?? 0) / Math.max(1, letters);
  if (declared === "sv") return "sv";
  return swedish < noSwedish && dotted < noSwedishLetters ? declared : null;
}

/** How many characters there are in all the `parts`; one that takes two code units is one. */
function charactersIn(parts: readonly string[]): number {
  const joined = parts.join("");
  return joined.length - (joined.match(/[\ud800-\udbff]/g)?.length ?? 0);
}

/**
 * The language of a part of a document, or null where it is not clear. A part is shorter than a document, and may be a table
 * or a list: "not 1", "not 2" is no English. So it takes several words, and different ones, that only that language has.
 */
export function clearLanguage(text: string): string | null {
  const found = sampleOf(text, stretchesOfPart, stretchLengthOfPart).match(words) ?? [];
  if (found.length < fewestWords) return null;
  const { best, share, swedish } = languageByWords(found);
  if (share < leastShare || (best !== "sv" && share < timesSwedish * swedish)) return null;
  const rival = best === "sv" ? "en" : "sv";
  const distinct = new Set(
    found
      .map((word) => word.toLowerCase())
      .filter((word) => {
        const languages = functionWordsOf(word);
        return languages.includes(best) && !languages.includes(rival);
      }),
  );
  return distinct.size >= fewestDistinct ? best : null;
}

/** The language with most of its short words among `found`; its share of all words, and the share of the Swedish ones. */
function languageByWords(found: readonly string[]): {
  readonly best: KnownLanguage;
  readonly share: number;
  readonly swedish: number;
} {
  const counts = new Map<KnownLanguage, number>();
  for (const word of found) {
    for (const language of functionWordsOf(word.toLowerCase()))
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: KnownLanguage = "sv";
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  const shareOf = (language: KnownLanguage): number => (counts.get(language) ?? 0) / found.length;
  return { best, share: shareOf(best), swedish: shareOf("sv") };
}

/** The text, or `count` stretches of `length` characters of a long one. */
function sampleOf(text: string, count: number, length: number): string {
  if (text.length <= count * length) return text;
  const step = Math.floor(text.length / count);
  const parts: string[] = [];
  for (let index = 0; index < count; index++) parts.push(text.slice(index * step, index * step + length));
  return parts.join(" ");
}
