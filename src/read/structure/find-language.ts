// Which language a text is in, by its short words. The rules read Swedish: what they do not find in an English or a
// Finnish text says nothing about it.
import { functionWordsOf, type KnownLanguage } from "./language-words.ts";

/** A text with fewer words than this may be in any language: a list of names, a table of figures. */
const fewestWords = 50;
/** Of a long text so many stretches of so many characters are looked at, spread evenly. */
const stretches = 24;
const stretchLength = 1500;
/** Running text has 9 % (Finnish) to 40 % (English) of these words. */
const leastShare = 0.06;
/** So many times more of its words than of the Swedish ones makes a text one of another language. */
const timesSwedish = 1.6;
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
  const sample = sampleOf(text);
  const found = sample.match(words) ?? [];
  if (found.length < fewestWords) return declared === "sv" ? "sv" : null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters / 2) return declared !== null && declared !== "sv" ? declared : "und";

  const counts = new Map<KnownLanguage, number>();
  for (const word of found) {
    for (const language of functionWordsOf(word.toLowerCase()))
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const swedish = (counts.get("sv") ?? 0) / found.length;
  let best: KnownLanguage = "sv";
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  const share = (counts.get(best) ?? 0) / found.length;
  if (best !== "sv" && share >= leastShare && share >= timesSwedish * swedish) return best;
  if (swedish >= leastShare) return "sv";
  const dotted = (sample.match(/[åäö]/giu)?.length ?? 0) / Math.max(1, letters);
  if (declared === "sv") return "sv";
  return swedish < noSwedish && dotted < noSwedishLetters ? declared : null;
}

/** The text, or stretches of a long one. */
function sampleOf(text: string): string {
  if (text.length <= stretches * stretchLength) return text;
  const step = Math.floor(text.length / stretches);
  const parts: string[] = [];
  for (let index = 0; index < stretches; index++)
    parts.push(text.slice(index * step, index * step + stretchLength));
  return parts.join(" ");
}
