// Raw text of one block → the text that everything else works on, with the way back to the source.
import { applyEdits, editMatches, type Edit, type MapPiece, type Mapped } from "./edit.ts";
import { repairMojibake } from "./mojibake.ts";
import { shortForms, wordsAfterLooseHyphen, wordsAfterSuspendedHyphen } from "./swedish.ts";

export interface Normalised {
  readonly text: string;
  /** Sorted; the first is `{ out: 0, raw: 0 }` (or later in raw, when leading code units were dropped). */
  readonly map: readonly MapPiece[];
  /** Control characters and escape sequences that were dropped. 0 in all but damaged or hostile text. */
  readonly controls: number;
  /** Sequences of UTF-8 read as Windows-1252 ("Ã¤") that were repaired. */
  readonly mojibake: number;
}

const identity: readonly MapPiece[] = [{ out: 0, raw: 0 }];

/**
 * A sign that some repair may act on: anything but printable ASCII, Latin-1 letters and signs, dashes, quotes,
 * bullets, the euro sign. Not counted as plain on purpose: U+00A0 space, A8 ¨, AC ¬, AD soft hyphen, B0 °, B4 ´,
 * C2 Â, C3 Ã, E2 â, 14C Ō.
 */
const suspiciousSign =
  /[^\n\x20-\x7e\xa1-\xa7\xa9-\xab\xae\xaf\xb1-\xb3\xb5-\xc1\xc4-\xe1\xe3-\u014b\u014d-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/;
/** A hyphen that may be one of a line end; those before the usual conjunctions are far too common to look closer. */
const suspiciousHyphen = /[0-9A-Za-z\xc0-\u017f]-(?:\n| \n| (?!och |eller |samt |respektive |till ))/;
const suspiciousSpacing = /[A-Z\xc0-\xde] {1,4}[A-Z\xc0-\xde] {1,4}[A-Z\xc0-\xde] {1,4}[A-Z\xc0-\xde]/;

/**
 * Whether any repair might act. Runs over every block of every document: three plain scans take 3 ns a character
 * together, one expression with alternatives and \p{…} takes ten times as long.
 */
function isSuspicious(text: string): boolean {
  return suspiciousSign.test(text) || suspiciousHyphen.test(text) || suspiciousSpacing.test(text);
}

/**
 * NFC, no soft hyphens or control characters, line-end hyphens joined, ligatures split up, letter-spaced capitals
 * closed, spaces of all kinds → space, "Ã¤" → "ä". Line breaks inside a block stay as "\n". Normalising twice gives
 * the same as once.
 */
export function normalise(raw: string): Normalised {
  if (!isSuspicious(raw)) return { text: raw, map: identity, controls: 0, mojibake: 0 };
  const counts = { controls: 0, mojibake: 0 };
  let current: Mapped = { text: raw, map: identity };
  // One repair can lay bare the next (a zero-width space inside a broken word), so all run until nothing changes.
  // Each only shortens or replaces by a plainer form, so this ends; the bound is for text made to provoke.
  for (let round = 0; round < maxRounds; round++) {
    const before = current.text;
    current = repairOnce(current, counts);
    if (current.text === before || !isSuspicious(current.text)) break;
  }
  return { text: current.text, map: current.map, ...counts };
}

const maxRounds = 12;

type Counts = { controls: number; mojibake: number };

function repairOnce(source: Mapped, counts: Counts): Mapped {
  let current = compose(source);
  current = repairLineEnds(current);
  current = repairMojibake(current, counts);
  current = dropControls(current, counts);
  current = plainSpaces(current);
  current = compose(current);
  current = joinDiacritics(current);
  current = splitLigatures(current);
  current = joinHyphens(current);
  current = closeLetterSpacing(current);
  return current;
}

/** "\r\n", "\r", vertical tab, form feed and the Unicode separators are all line breaks here. */
function repairLineEnds(source: Mapped): Mapped {
  if (!/[\r\v\f\x85\u2028\u2029]/.test(source.text)) return source;
  // U+0085 is a line end only as a control character of its own; in mojibake ("Ã\x85") it is half a letter.
  return editMatches(source, /\r\n?|[\v\f\u2028\u2029]|(?<!Ã)\x85/g, () => "\n");
}

/**
 * Drops what has no shape: escape sequences of terminals whole, other control characters, zero-width characters,
 * marks of writing direction, byte order marks. U+0002 and U+FFFE are hyphens of PDF text and are kept for
 * joinHyphens. A lone half of a surrogate pair becomes U+FFFD, or no later step could write the text as UTF-8.
 */
function dropControls(source: Mapped, counts: Counts): Mapped {
  let current = source;
  if (/[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb]/.test(current.text)) {
    current = editMatches(
      current,
      /(?:\x1b\[|\x9b)[0-9;:?]*[ -/]*[@-~]|[\x00-\x01\x03-\x08\x0e-\x1f\x7f-\x9f\ufff9-\ufffb]/g,
      () => {
        counts.controls++;
        return "";
      },
    );
  }
  if (/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u180e\ufffc\ufe00-\ufe0f]/.test(current.text)) {
    current = editMatches(
      current,
      /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u180e\ufffc\ufe00-\ufe0f]+/g,
      () => "",
    );
  }
  if (/\p{Surrogate}/u.test(current.text)) current = editMatches(current, /\p{Surrogate}/gu, () => "\ufffd");
  return current;
}

function plainSpaces(source: Mapped): Mapped {
  if (!/[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/.test(source.text)) return source;
  return editMatches(source, /[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, () => " ");
}

/** NFC, letter by letter, so that each keeps its place. */
function compose(source: Mapped): Mapped {
  const composed = source.text.normalize("NFC");
  if (composed === source.text) return source;
  const edits: Edit[] = [];
  for (const match of source.text.matchAll(
    /\P{M}\p{M}+|[\u2000-\u2bff\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}\u0340-\u0387]/gu,
  )) {
    const by = match[0].normalize("NFC");
    if (by !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, by });
  }
  const byLetter = applyEdits(source, edits);
  if (byLetter.text === composed) return byLetter;
  // Scripts whose letters compose across base characters (Hangul jamo): the whole text is one edit, from the first
  // to the last difference.
  return editMatches(source, /[^]+/g, () => composed);
}

const composedLetters: Readonly<Record<string, string>> = {
  "¨": "\u0308",
  "\u0308": "\u0308",
  "°": "\u030a",
  "˚": "\u030a",
  "\u030a": "\u030a",
  "´": "\u0301",
  "\u0301": "\u0301",
};

/** Dots and rings that were set as signs of their own: "ja¨msta ¨lldhet", "pa°", and before the letter "J¨amst". */
function joinDiacritics(source: Mapped): Mapped {
  if (!/[¨°˚´\u0308\u030a\u0301]/.test(source.text)) return source;
  const join = (letter: string | undefined, mark: string | undefined): string =>
    ((letter ?? "") + (composedLetters[mark ?? ""] ?? "")).normalize("NFC");
  const after = editMatches(
    source,
    // A degree sign with its unit ("a °C") is none of these.
    /([aouAOUeE]) ?([¨\u0308])|([aA]) ?([°˚\u030a])(?!\s?[CFK](?!\p{L}))|([eE])([´\u0301])(?=\p{L}|[\s.,;:!?)]|$)/gu,
    (match) => join(match[1] ?? match[3] ?? match[5], match[2] ?? match[4] ?? match[6]),
  );
  return editMatches(after, /(¨)([aouAOU])|(˚)([aA])/gu, (match) =>
    join(match[2] ?? match[4], match[1] ?? match[3]),
  );
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "ft",
  ﬆ: "st",
};

/**
 * Calibri's ligatures have no code of their own, and some programs write the number of the sign in the font for one:
 * "akƟviteter", "sƩrre"; others put it in the plane for private use.
 */
const glyphNumbers: Readonly<Record<number, string>> = {
  0x14c: "ft",
  0x19e: "tf",
  0x19f: "ti",
  0x1a9: "tt",
  0x1ab: "tti",
};
const privatePlane = 0x100000;

function splitLigatures(source: Mapped): Mapped {
  let current = source;
  if (/[\ufb00-\ufb06]/.test(current.text))
    current = editMatches(current, /[\ufb00-\ufb06]/g, (match) => ligatures[match[0]] ?? null);
  if (!/[\u014c\u019e\u019f\u01a9\u01ab\udbc0]/.test(current.text)) return current;
  // In other languages they are letters; no Swedish word begins with another pair of these than "ti".
  return editMatches(
    current,
    /(?<=\p{L})(?<![A-ZÅÄÖ]{2})[\u014c\u019e\u019f\u01a9\u01ab\u{10014c}\u{10019e}\u{10019f}\u{1001a9}\u{1001ab}](?![A-ZÅÄÖ])|[\u019f\u{10019f}](?=[a-zåäö])/gu,
    (match) => glyphNumbers[(match[0].codePointAt(0) ?? 0) % privatePlane] ?? null,
  );
}

/**
 * Hyphens at line ends. PDF engines mark them as U+FFFE (PDFium), U+0002 (pdf.js on some fonts) or U+00AD; exports
 * of old word processors as "¬". A plain "-" counts at a line end only, and, in small letters, before a lone space.
 */
function joinHyphens(source: Mapped): Mapped {
  if (!/[-\xad\xac\u2010\u2011\ufffe\x02]/.test(source.text)) return source;
  // Of three letters in a row that a word would have, one is left out, and comes back where a line ends between them.
  let current = editMatches(
    source,
    /(?<=\1(\p{Ll}))(?:[-\u2010\xad] *\n *|[\ufffe\x02] *\n? *)\1(?=\p{Ll})/gu,
    ({ input, index, 0: found }) =>
      joint(wordBefore(input, index), wordAfter(input, index + found.length - 1)) === "" ? "" : null,
  );
  current = editMatches(
    current,
    /(?<=[\p{L}\p{N}])(?:[-\u2010\xad\xac] *\n *|[\ufffe\x02] *\n? *)(?=[\p{L}\p{N}&])/gu,
    (match) =>
      joint(wordBefore(match.input, match.index), wordAfter(match.input, match.index + match[0].length)),
  );
  current = editMatches(current, /(?<=[a-zåäöé]{2})- (?=[a-zåäöé]{3})/gu, (match) =>
    wordsAfterLooseHyphen.has(wordAfter(match.input, match.index + 2)) ||
    shortForms.has(wordBefore(match.input, match.index))
      ? null
      : "",
  );
  return editMatches(current, /[\xad\ufffe\x02\u2010\u2011]|(?<=\p{Ll})\xac(?=\p{Ll})/gu, (match) =>
    match[0] === "\xad" || match[0] === "\xac" ? "" : "-",
  );
}

/** Longer runs of letters are no words; the bound keeps text without spaces from costing more than itself. */
const longestWord = 60;

const letterOrDigit = /[\p{L}\p{N}]/u;

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < longestWord && letterOrDigit.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

function wordAfter(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < longestWord && letterOrDigit.test(text.charAt(end))) end++;
  return text.slice(start, end);
}

/** What stands between the two halves of a word that a line end split. `right` is "" before an ampersand. */
function joint(left: string, right: string): "" | "-" | "- " {
  if (right === "" || wordsAfterSuspendedHyphen.has(right.toLowerCase())) return "- ";
  if (/\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return "-";
  if (left.length === 1 || shortForms.has(left.toLowerCase())) return "-";
  const capitals = left === left.toUpperCase();
  // "JÄM-\nSTÄLLDHET" is a heading in capitals; "EU-\nKOMMISSIONEN" and "SKR-\nrapporten" have an abbreviation.
  if (capitals) return right === right.toUpperCase() && right.length > 1 && left.length > 2 ? "" : "-";
  return /^\p{Lu}/u.test(right) ? "-" : "";
}

/** "J Ä M S T Ä L L D H E T": four or more single capitals, one space apart. Wider gaps are those between words. */
function closeLetterSpacing(source: Mapped): Mapped {
  if (!suspiciousSpacing.test(source.text)) return source;
  return editMatches(
    source,
    /(?<![\p{L}\p{N}])[A-Z\xc0-\xde](?: {1,4}[A-Z\xc0-\xde](?![\p{L}\p{N}\p{M}])){3,}/gu,
    (match) => match[0].replace(/(?<! ) (?! )/g, ""),
  );
}
