// What each UTF-16 code unit is to the tokeniser, as tables: a table look-up is ten times cheaper than /\p{L}/u, and
// `\b` or `\w` know only ASCII letters (both find a word edge inside "Åman").

export const unitClass = { other: 0, letter: 1, digit: 2 } as const;

/** Class of each code unit (`unitClass`). Surrogates count as other: no letter of Swedish stands beyond the basic plane. */
export const classOf: Uint8Array = new Uint8Array(65536);
/** Lower-case form of each code unit, itself where there is none of the same length. */
export const lowerOf: Uint16Array = new Uint16Array(65536);
/** The same for letters and digits, and 0 for all others: what is asked of every unit of a word, in one look-up. */
export const letterOf: Uint16Array = new Uint16Array(65536);

const letters = /[\p{L}\p{M}]+/gu;
const digits = /\p{Nd}+/gu;

// Latin, Greek and Cyrillic are filled in at once; the rest of the plane takes too long for that and is left for the
// first text that needs it. Signs and symbols (U+2000–U+2BFF), "ℎ" of formulas among them, are no letters
// in either state: filled in with the rest, they gave a document more words after one in Arabic than alone.
const eagerEnd = 0x530;
const later: readonly (readonly [from: number, end: number])[] = [
  [eagerEnd, 0x2000],
  [0x2c00, 0xd800],
  [0xf900, 0xffdd],
];
let filled = false;
fill(0, eagerEnd);
foldDashes();

/** Letters come in long runs: one match for a run, not one for a character. There are no surrogates in the range. */
function fill(from: number, to: number): void {
  let all = "";
  for (let code = from; code < to; code++) {
    const character = String.fromCharCode(code);
    all += character;
    const lower = character.toLowerCase();
    lowerOf[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  for (const { 0: run, index } of all.matchAll(letters))
    classOf.fill(unitClass.letter, from + index, from + index + run.length);
  for (const { 0: run, index } of all.matchAll(digits))
    classOf.fill(unitClass.digit, from + index, from + index + run.length);
  for (let code = from; code < to; code++)
    letterOf[code] = classOf[code] === unitClass.other ? 0 : (lowerOf[code] ?? 0);
}

/** May the unit be a letter that the tables do not hold yet? */
export function isUnknown(unit: number): boolean {
  return unit >= eagerEnd && !filled && later.some(([from, end]) => unit >= from && unit < end);
}

/** Completes the tables beyond the Latin, Greek and Cyrillic blocks. */
export function fillTables(): void {
  if (filled) return;
  for (const [from, end] of later) fill(from, end);
  foldDashes();
  filled = true;
}

/** An array of code units, and the same memory as bytes. */
interface Room {
  readonly units: Uint16Array;
  readonly bytes: Buffer;
}

function makeRoom(length: number): Room {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}

/**
 * Filled anew for every text. Both views change in one assignment: a document that takes too long is stopped anywhere,
 * and stopped between two it left the next document without words.
 */
let room = makeRoom(1 << 14);
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The code units of a text, for the tokeniser, with two zeros behind them; the next call writes over them. A string has to
 * be asked how it is stored for every unit of it; the array answers at once, and each unit is looked at several times.
 */
export function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (length + 2 > room.units.length) room = makeRoom(Math.max(length + 2, room.units.length * 2));
  const { units, bytes } = room;
  if (isLittleEndian) bytes.write(text, "utf16le");
  else for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  units[length] = units[length + 1] = 0;
  return units.subarray(0, length + 2);
}

/** Hyphens and the en dash inside words and numbers are one sign: "40–60" is the word "40-60", as terms write it. */
function foldDashes(): void {
  for (const dash of [0x2010, 0x2011, 0x2013]) lowerOf[dash] = 0x2d;
}
