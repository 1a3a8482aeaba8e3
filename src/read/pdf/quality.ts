// Is what a page gave us language, or the leavings of a font without a usable encoding? A judgement on garbled text
// would be worse than none.
import { functionWords } from "./layout/words.ts";

/** Characters that no text in use here consists of: replacement, private use, control. Bullets of symbol fonts excepted. */
const foreignCharacters =
  /[\uFFFD\uE000-\uF001\uF003-\uF020\uF100-\uF8FF\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;
const foreignShare = 0.1;
/** Below so many different words nothing can be said from their statistics; symbols of formulas and codes are no words. */
const fewestWords = 25;
const fewestFunctionWords = 0.04;
/** Shares of vowels among letters between which all text lies in the languages that are written with Latin letters. */
const fewestVowels = 0.25;
const mostVowels = 0.62;

const vowel = /[aeiouyåäöæøéüáàíóúëïœ]/iu;

/** Is the text of a page not language? Tables of numbers and lists of names are language. */
export function isGarbled(text: string): boolean {
  if (text.length < 20) return false;
  if ((text.match(foreignCharacters)?.length ?? 0) > foreignShare * text.length) return true;
  const all = text.match(/\p{L}+/gu) ?? [];
  const known = all.filter((word) => functionWords.has(word) || functionWords.has(word.toLowerCase())).length;
  if (known >= fewestFunctionWords * all.length) return false;
  const words = all.filter((word) => word.length >= 4);
  if (new Set(words.map((word) => word.toLowerCase())).size < fewestWords) return false;
  const letters = words.join("").match(/\p{Script=Latin}/gu) ?? [];
  // Another script is another language, not damage.
  if (letters.length < 0.5 * words.join("").length) return false;
  const vowels = letters.filter((letter) => vowel.test(letter)).length / letters.length;
  const mixed = words.filter((word) => /\p{Ll}\p{Lu}/u.test(word)).length / words.length;
  return vowels < fewestVowels || vowels > mostVowels || mixed > 0.25 || letters.length / words.length > 16;
}

/** Can a short text be words at all? "1XYDUDQGHO\\GHOVH" cannot. */
export function looksLikeWords(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (/[\\|{}^~]/.test(text) && /\p{L}[\\|{}^~]\p{L}/u.test(text)) return false;
  return letters.length < 8 || letters.filter((letter) => vowel.test(letter)).length >= 0.15 * letters.length;
}
