// What each UTF-16 code unit is to the tokeniser, as tables: a table look-up is ten times cheaper than /\p{L}/u, and
// `\b` or `\w` know only ASCII letters (both find a word edge inside "Åman").

/** Class of each code unit: 0 other, 1 letter, 2 digit. Surrogates count as other: no letter of Swedish stands beyond the basic plane. */
export const classOf: Uint8Array = new Uint8Array(65536);
/** Lower-case form of each code unit, itself where there is none of the same length. */
export const lowerOf: Uint16Array = new Uint16Array(65536);

const isLetter = /[\p{L}\p{M}]/u;
const isDigit = /\p{Nd}/u;

// Latin, Greek and Cyrillic are filled in at once; the rest of the plane costs a regular expression per character and
// is left for the first text that needs it. Signs and symbols (U+2000–U+2BFF), "ℎ" of formulas among them, are no letters
// in either state: filled in with the rest, they gave a document more words after one in Arabic than alone.
const eagerEnd = 0x530;
const later = /[\u0530-\u1fff\u2c00-\ud7ff\uf900-\uffdc]/;
fill(0, eagerEnd);
foldDashes();
let filled = false;

function fill(from: number, to: number): void {
  for (let code = from; code < to; code++) {
    const character = String.fromCharCode(code);
    classOf[code] = isLetter.test(character) ? 1 : isDigit.test(character) ? 2 : 0;
    const lower = character.toLowerCase();
    lowerOf[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
}

/** Completes the tables when a text holds code units beyond the Latin, Greek and Cyrillic blocks. */
export function prepareFor(text: string): void {
  if (filled || !later.test(text)) return;
  // The very ranges of `later`: what a text holds, and not what was tokenised before it, decides what is a letter.
  fill(eagerEnd, 0x2000);
  fill(0x2c00, 0xd800);
  fill(0xf900, 0xffdd);
  foldDashes();
  filled = true;
}

/** Hyphens and the en dash inside words and numbers are one sign: "40–60" is the word "40-60", as terms write it. */
function foldDashes(): void {
  for (const dash of [0x2010, 0x2011, 0x2013]) lowerOf[dash] = 0x2d;
}
