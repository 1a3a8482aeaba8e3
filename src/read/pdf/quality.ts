// Is what a page gave us language, or the leavings of a font without a usable encoding? A judgement on garbled text
// would be worse than none.
import { functionWords } from "./words.ts";

/** Characters that no text in use here consists of: replacement, private use, control. Bullets of symbol fonts excepted. */
const foreignCharacters =
  /[\uFFFD\uE000-\uF001\uF003-\uF020\uF100-\uF8FF\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;
const foreignShare = 0.1;
/** Below so many words nothing can be said from their statistics. */
const fewestWords = 40;
const fewestFunctionWords = 0.04;

/** Is the text of a page not language? Tables of numbers and lists of names are language. */
export function isGarbled(text: string): boolean {
  const visible = text.replace(/\s/gu, "");
  if (visible.length < 20) return false;
  if ((visible.match(foreignCharacters)?.length ?? 0) > foreignShare * visible.length) return true;
  const words = text.match(/[\p{L}\p{M}][^\s]*/gu) ?? [];
  if (words.length < fewestWords) return false;
  const known = words.filter((word) =>
    functionWords.has(word.toLowerCase().replace(/[.,;:!?)]+$/u, "")),
  ).length;
  if (known >= fewestFunctionWords * words.length) return false;
  const letters = text.match(/\p{Script=Latin}/gu) ?? [];
  // Another script is another language, not damage.
  if (letters.length < 0.5 * (text.match(/\p{L}/gu)?.length ?? 0)) return false;
  const vowels = letters.filter((letter) => /[aeiouyåäöæøéüáàíóú]/iu.test(letter)).length / letters.length;
  const mixed =
    words.filter((word) => /\p{Ll}\p{Lu}|\p{L}[^\p{L}\p{M}'’\-–/.,;:!?()”"%]+\p{L}/u.test(word)).length /
    words.length;
  const length = letters.length / words.length;
  return vowels < 0.27 || vowels > 0.6 || mixed > 0.25 || length > 16;
}
