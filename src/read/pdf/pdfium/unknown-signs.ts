// Signs of which the file does not say what they stand for. The engine gives the number of the sign in its font instead,
// which may be any letter: "biora$naderier", "operaOoner". Whole pages of them are another matter (quality.ts).
import type { Span } from "../../../model/span.ts";
import type { Pdfium } from "./engine.ts";

const lostSign = "\uFFFD";
/** Where the font names no sign at all, the engine gives its mark of a hyphen (U+FFFE), with the code 0. */
const noSign = 0xfffe;
/** Letters by whose usual numbers an old font may go by itself ("é" in a text in which no other letter is like it). */
const byUsualNumber = /[\u00c0-\u00ff]/;
/** In a word whose other signs are named, and as many more of them are. */
const fewestNamed = 2;

/**
 * `content`, the text of the page that is open as `text`, with U+FFFD for a sign that the file does not name among letters of
 * the same font that it does. Code units keep their places. `count`: characters of the page as the engine counts them;
 * `fontAt`: name of the font at an offset of `content` (a file may keep such signs of a font as a font of their own).
 */
export function markUnknownSigns(
  { calls }: Pdfium,
  text: number,
  count: number,
  content: string,
  fontAt: (at: number) => string,
): string {
  const unnamed = new Set<number>();
  const sameIndex = content.length === count;
  for (let char = 0; char < count; char++) {
    // A call costs some 20 ns, and a page has two or three thousand of them: below one in a hundred of what the page costs.
    if (calls.FPDFText_HasUnicodeMapError(text, char) !== 1) continue;
    const at = sameIndex ? char : calls.FPDFText_GetTextIndexFromCharIndex(text, char);
    if (at >= 0 && at < content.length) unnamed.add(at);
  }
  for (let at = content.indexOf("\uFFFE"); at >= 0; at = content.indexOf("\uFFFE", at + 1)) {
    const char = sameIndex ? at : calls.FPDFText_GetCharIndexFromTextIndex(text, at);
    if (char >= 0 && calls.FPDFText_GetUnicode(text, char) === 0) unnamed.add(at);
  }
  if (unnamed.size === 0) return content;
  const units = content.split("");
  let read = 0;
  for (const at of [...unnamed].sort((a, b) => a - b)) {
    if (at < read) continue;
    const word = wordAround(content, at, unnamed);
    read = word.end;
    for (const odd of oddOnes(content, word, unnamed, fontAt)) units[odd] = lostSign;
  }
  return units.join("");
}

const isBlank = (code: number): boolean => code <= 32 || code === 0xa0;
const isLetter = /\p{L}/u;

function wordAround(content: string, at: number, unnamed: ReadonlySet<number>): Span {
  const belongs = (index: number): boolean =>
    index >= 0 &&
    index < content.length &&
    (unnamed.has(index) || (!isBlank(content.charCodeAt(index)) && content.charCodeAt(index) !== noSign));
  let start = at;
  while (belongs(start - 1)) start--;
  let end = at + 1;
  while (belongs(end)) end++;
  return { start, end };
}

/** The offsets in a word of signs without a name among letters of their font that have one. */
function oddOnes(
  content: string,
  { start, end }: Span,
  unnamed: ReadonlySet<number>,
  fontAt: (at: number) => string,
): number[] {
  const all = Array.from({ length: end - start }, (_, index) => start + index);
  const isNamedLetter = (at: number): boolean => !unnamed.has(at) && isLetter.test(content.charAt(at));
  const named = all.filter(isNamedLetter).length;
  const others = all.filter((at) => unnamed.has(at));
  if (named < fewestNamed || named < others.length) return [];
  return others.filter(
    (at) =>
      !byUsualNumber.test(content.charAt(at)) &&
      [at - 1, at + 1].some(
        (next) => next >= start && next < end && isNamedLetter(next) && fontAt(next) === fontAt(at),
      ),
  );
}
