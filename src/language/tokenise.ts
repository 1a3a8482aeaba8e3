// Text → words and sentences, in one pass over each block. Everything later works on token numbers.
import type { Block } from "../model/document.ts";
import { classOf, prepareFor } from "./characters.ts";
import type { Vocabulary } from "./vocabulary.ts";

export const tokenKind = { word: 0, number: 1, year: 2, address: 3 } as const;

/** Bits of `Tokens.marks`. */
export const tokenMark = {
  /** Nothing that spans several words may cross into this token: a sentence, cell or block begins here. */
  barrier: 1,
  /** Begins with a capital letter. */
  capital: 2,
  /** A suspended first element: "kvinno-" in "kvinno- och mansdominerade". */
  suspended: 4,
  /** First word of a sentence. */
  sentenceStart: 8,
} as const;

/** The words of a document as parallel arrays; token numbers count from 0. */
export interface Tokens {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Id in the vocabulary. */
  readonly word: Int32Array;
  readonly kind: Uint8Array;
  readonly marks: Uint8Array;
  /** Number of the sentence that each token stands in. */
  readonly sentence: Int32Array;
}

/** A sentence, or a whole table row: the passage of the domain. Token and block numbers count from 0. */
export interface Sentence {
  readonly firstToken: number;
  readonly endToken: number;
  readonly block: number;
}

export interface TokenisedText {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
  /** Index range into `sentences` of each block. */
  readonly blockSentences: readonly { readonly first: number; readonly end: number }[];
}

/**
 * Longest sentence, and longest table row, in tokens; the next begins there. Longer ones are no sentences but lists that
 * lost their marks, or made to tire the judges, who compare what stands in one sentence with each other.
 */
const longest = { sentence: 400, row: 2_000 };

/** Words after which a full stop is no end of a sentence. Lower-cased, without the last stop. */
const abbreviations = new Set(
  (
    "t.ex bl.a m.m m.fl d.v.s dvs s.k o.s.v osv f.n fr.o.m t.o.m f.d ca c:a cirka kap st nr dnr kl s sid resp etc jfr " +
    "kr ev inkl exkl fig tab bil forts äv art prop dir avs ref tel mån jan feb apr aug sept okt nov dec max min p.g.a " +
    "m.a.o e.d o.d i.e e.g mfl mm tex bla skr bet rskr ds rå nja"
  ).split(" "),
);

const code = {
  tab: 9,
  lineFeed: 10,
  space: 32,
  exclamation: 33,
  hash: 35,
  percent: 37,
  apostrophe: 39,
  comma: 44,
  hyphen: 45,
  stop: 46,
  slash: 47,
  colon: 58,
  question: 63,
  at: 64,
  underscore: 0x5f,
  section: 0xa7,
  noBreakSpace: 0xa0,
  hyphenSign: 0x2010,
  noBreakHyphen: 0x2011,
  enDash: 0x2013,
  ellipsis: 0x2026,
} as const;

/** A line shorter than this, followed by a line that begins with a capital, is a line of its own, not a wrapped one. */
const ownLineShare = 0.6;
const ownLineCharacters = 48;

/**
 * Splits the blocks of a document into tokens and sentences. A word is a run of letters and digits with inner hyphens
 * ("HVB-hem"); "%" and "§" are words too; an address ("region.se/x", "a@b.se") is one token that no rule can match.
 * Lines of a table of contents, running headers, page numbers and comments are no passages: their blocks have no sentences.
 */
export function tokenise(text: string, blocks: readonly Block[], vocabulary: Vocabulary): TokenisedText {
  prepareFor(text);
  let capacity = Math.max(64, text.length >> 2);
  let start = new Uint32Array(capacity);
  let end = new Uint32Array(capacity);
  let word = new Int32Array(capacity);
  let kind = new Uint8Array(capacity);
  let marks = new Uint8Array(capacity);
  let sentenceOf = new Int32Array(capacity);
  let count = 0;
  const sentences: Sentence[] = [];
  const blockSentences: { first: number; end: number }[] = [];

  const reserve = (): void => {
    if (count < capacity) return;
    capacity *= 2;
    start = enlarge(start, new Uint32Array(capacity));
    end = enlarge(end, new Uint32Array(capacity));
    word = enlarge(word, new Int32Array(capacity));
    kind = enlarge(kind, new Uint8Array(capacity));
    marks = enlarge(marks, new Uint8Array(capacity));
    sentenceOf = enlarge(sentenceOf, new Int32Array(capacity));
  };

  for (const [blockIndex, block] of blocks.entries()) {
    const firstSentence = sentences.length;
    if (block.layer !== "body" && block.layer !== "footnote") {
      blockSentences.push({ first: firstSentence, end: firstSentence });
      continue;
    }
    const blockEnd = block.span.end;
    const isRow = block.kind === "table-row";
    const longestLine = isRow ? 0 : longestLineOf(text, block.span.start, blockEnd);
    let sentenceFirst = count;
    let barrier = true;
    let at = block.span.start;
    let lineStart = at;

    const closeSentence = (): void => {
      if (count > sentenceFirst) {
        sentences.push({ firstToken: sentenceFirst, endToken: count, block: blockIndex });
        sentenceFirst = count;
      }
      barrier = true;
    };

    while (at < blockEnd) {
      const unit = text.charCodeAt(at);
      const unitClass = classOf[unit] ?? 0;
      if (unitClass === 0 && unit !== code.percent && unit !== code.section) {
        if (unit === code.tab && isRow) barrier = true;
        else if (unit === code.lineFeed) {
          if (!isRow && endsOwnLine(text, lineStart, at, blockEnd, longestLine)) closeSentence();
          lineStart = at + 1;
        } else if (
          !isRow &&
          (unit === code.stop ||
            unit === code.question ||
            unit === code.exclamation ||
            unit === code.ellipsis)
        ) {
          const previous = count > sentenceFirst ? count - 1 : -1;
          const previousEnd = previous >= 0 ? (end[previous] ?? 0) : -1;
          if (endsSentence(text, at, blockEnd, previousEnd === at ? (start[previous] ?? 0) : -1))
            closeSentence();
        }
        at++;
        continue;
      }

      if (count - sentenceFirst >= (isRow ? longest.row : longest.sentence)) closeSentence();
      reserve();
      const from = at;
      let tokenEnd: number;
      let tokenType: number = tokenKind.word;
      let suspended = false;
      if (unitClass === 0) {
        tokenEnd = at + 1;
        at = tokenEnd;
      } else {
        const address = mayBeAddress(text, from, blockEnd) ? addressEnd(text, from, blockEnd) : -1;
        if (address > 0) {
          tokenEnd = address;
          tokenType = tokenKind.address;
          at = tokenEnd;
        } else if (unitClass === 2) {
          tokenEnd = numberEnd(text, from, blockEnd);
          const next = text.charCodeAt(tokenEnd);
          const wordFollows =
            tokenEnd < blockEnd &&
            (classOf[next] === 1 ||
              (isHyphen(next) && tokenEnd + 1 < blockEnd && classOf[text.charCodeAt(tokenEnd + 1)] === 1));
          if (wordFollows) tokenEnd = wordEnd(text, from, blockEnd);
          else tokenType = isYear(text, from, tokenEnd) ? tokenKind.year : tokenKind.number;
          at = tokenEnd;
        } else {
          tokenEnd = wordEnd(text, from, blockEnd);
          at = tokenEnd;
          const next = at < blockEnd ? text.charCodeAt(at) : 0;
          if (isHyphen(next)) {
            suspended = true;
            at++;
          } else if (next === code.colon) {
            at = colonEndingEnd(text, at, blockEnd);
          }
        }
      }
      start[count] = from;
      end[count] = tokenEnd;
      word[count] = vocabulary.idOf(text, from, tokenEnd);
      kind[count] = tokenType;
      const capital = isCapital(text, from);
      marks[count] =
        (barrier ? tokenMark.barrier : 0) |
        (capital ? tokenMark.capital : 0) |
        (suspended ? tokenMark.suspended : 0) |
        (count === sentenceFirst ? tokenMark.sentenceStart : 0);
      sentenceOf[count] = sentences.length;
      count++;
      barrier = false;
    }
    closeSentence();
    blockSentences.push({ first: firstSentence, end: sentences.length });
  }

  return {
    tokens: {
      count,
      start: start.subarray(0, count),
      end: end.subarray(0, count),
      word: word.subarray(0, count),
      kind: kind.subarray(0, count),
      marks: marks.subarray(0, count),
      sentence: sentenceOf.subarray(0, count),
    },
    sentences,
    blockSentences,
  };
}

function enlarge<T extends Uint32Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function isHyphen(unit: number): boolean {
  return unit === code.hyphen || unit === code.hyphenSign || unit === code.noBreakHyphen;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7);
}

/** End of a word that begins at `from`: letters, digits, and hyphens with a letter or digit on both sides. */
function wordEnd(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    while (at < limit && (classOf[text.charCodeAt(at)] ?? 0) !== 0) at++;
    if (at + 1 < limit && isHyphen(text.charCodeAt(at)) && (classOf[text.charCodeAt(at + 1)] ?? 0) !== 0)
      at++;
    // "t.ex", "bl.a": a stop between short parts belongs to the word; "slut.Nästa" is two words.
    else if (at + 1 < limit && text.charCodeAt(at) === code.stop && isAbbreviationStop(text, from, at, limit))
      at++;
    else return at;
  }
}

function isAbbreviationStop(text: string, from: number, at: number, limit: number): boolean {
  if (at - from > 6 || classOf[text.charCodeAt(at + 1)] !== 1 || isCapital(text, at + 1)) return false;
  let next = at + 1;
  while (next < limit && classOf[text.charCodeAt(next)] === 1) next++;
  if (next - at > 4) return false;
  const candidate = text.slice(from, next).toLowerCase();
  return abbreviations.has(candidate) || /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u.test(candidate);
}

/** "EU:s", "vab:ade": the ending after a colon belongs to the word but is not part of its form. */
function colonEndingEnd(text: string, colonAt: number, limit: number): number {
  let at = colonAt + 1;
  while (at < limit && classOf[text.charCodeAt(at)] === 1 && !isCapital(text, at)) at++;
  return at - colonAt - 1 >= 1 && at - colonAt - 1 <= 3 ? at : colonAt + 1;
}

/** End of a number: "6,9", "1 900", "40–60", "2020/21", "12.30". */
function numberEnd(text: string, from: number, limit: number): number {
  let at = from;
  let groupStart = from;
  for (;;) {
    while (at < limit && classOf[text.charCodeAt(at)] === 2) at++;
    if (at + 1 >= limit) return at;
    const unit = text.charCodeAt(at);
    const digitFollows = classOf[text.charCodeAt(at + 1)] === 2;
    if (!digitFollows) return at;
    if (unit === code.space || unit === code.noBreakSpace) {
      // A thousands separator has three digits behind it and at most three in front.
      let next = at + 1;
      while (next < limit && classOf[text.charCodeAt(next)] === 2) next++;
      if (next - at - 1 !== 3 || at - groupStart > 3) return at;
      at++;
      groupStart = at;
    } else if (
      unit === code.comma ||
      unit === code.stop ||
      unit === code.colon ||
      unit === code.slash ||
      unit === code.enDash ||
      isHyphen(unit)
    ) {
      at++;
      if (unit !== code.comma && unit !== code.stop) groupStart = at;
    } else return at;
  }
}

/** "2026", and what is made of years alone: a span ("2026–2028", "2025/26") and a date ("2026-03-31"). */
function isYear(text: string, from: number, to: number): boolean {
  if (to - from === 4) return isYearNumber(Number(text.slice(from, to)));
  if (to - from > 10) return false;
  const parts = /^(\d{4})(?:[-–/](\d{4})|\/(\d\d)|-(\d\d)-(\d\d))$/.exec(text.slice(from, to));
  if (parts === null) return false;
  const [, first, last, nextYear, month, day] = parts.map(Number);
  if (!isYearNumber(first ?? 0)) return false;
  if (parts[2] !== undefined) return isYearNumber(last ?? 0);
  // "2025/26" is a school year, "2021/88" a number in a register.
  if (parts[3] !== undefined) return nextYear === ((first ?? 0) + 1) % 100;
  return (month ?? 0) >= 1 && (month ?? 0) <= 12 && (day ?? 0) >= 1 && (day ?? 0) <= 31;
}

function isYearNumber(value: number): boolean {
  return value >= 1900 && value <= 2100;
}

/** Is the run of letters and digits from `from` followed by a sign that only addresses and abbreviations have there? */
function mayBeAddress(text: string, from: number, limit: number): boolean {
  let at = from;
  while (at < limit && (classOf[text.charCodeAt(at)] ?? 0) !== 0) at++;
  if (at + 1 >= limit) return false;
  const unit = text.charCodeAt(at);
  return (
    (unit === code.stop ||
      unit === code.at ||
      unit === code.colon ||
      isHyphen(unit) ||
      unit === code.underscore) &&
    text.charCodeAt(at + 1) > code.space
  );
}

/**
 * End of a web or mail address that begins at `from`, or -1. An address is a run without spaces that holds "://", "@"
 * between characters, begins with "www." or ends with ".se" or the like, or a dotted name followed by a slash
 * ("region.se/jamstalldhet").
 */
function addressEnd(text: string, from: number, limit: number): number {
  let at = from;
  let dotted = false;
  let isAddress = false;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if ((classOf[unit] ?? 0) !== 0 || isHyphen(unit) || unit === code.underscore) {
      at++;
      continue;
    }
    const inner = at + 1 < limit && (classOf[text.charCodeAt(at + 1)] ?? 0) !== 0;
    // "3.2/4" is a number: a name has letters behind its stop.
    if (unit === code.stop && inner) dotted ||= classOf[text.charCodeAt(at + 1)] === 1;
    else if (unit === code.at && inner) isAddress = true;
    else if (unit === code.colon && text.startsWith("://", at)) {
      isAddress = true;
      at += 2;
    } else if (unit === code.slash && dotted && (inner || isAddress)) isAddress = true;
    else break;
    at++;
  }
  if (!isAddress && !(dotted && isSiteName(text.slice(from, at)))) return -1;
  while (at < limit && text.charCodeAt(at) > code.space && text.charCodeAt(at) !== code.noBreakSpace) at++;
  while (at > from && /[.,;:!?)\]>"'”]/.test(text[at - 1] ?? "")) at--;
  return at;
}

/** "www.region.example", "jamstalldhet.se": known as an address by its beginning or its end. */
function isSiteName(run: string): boolean {
  return /^www\./i.test(run) || /\.(?:se|nu|com|org|net|eu|info)$/.test(run);
}

/** Is the stop at `at` the end of a sentence? `wordStart` is where the word directly before it begins, or -1. */
function endsSentence(text: string, at: number, limit: number, wordStart: number): boolean {
  let next = at + 1;
  while (next < limit && /[.!?…"”’»)\]]/.test(text[next] ?? "")) next++;
  if (next >= limit) return true;
  const gap = text.charCodeAt(next);
  if (gap !== code.space && gap !== code.lineFeed && gap !== code.noBreakSpace && gap !== code.tab)
    return false;
  while (next < limit && text.charCodeAt(next) <= code.space) next++;
  if (next >= limit) return true;
  if (text.charCodeAt(at) !== code.stop) return true;
  const first = text[next] ?? "";
  const startsNew = isCapital(text, next) || /[\p{Lu}\p{Nd}"”“»(\[•–—-]/u.test(first);
  if (!startsNew) return false;
  if (wordStart < 0) return true;
  const before = text.slice(wordStart, at);
  if (/^\p{Lu}$/u.test(before)) return false;
  if (abbreviations.has(before.toLowerCase())) return false;
  // "1. Inledning", "den 3. mars": a bare number with a stop goes on, unless it ends a real sentence ("… är 17.").
  if (/^\d{1,2}$/.test(before))
    return (
      !/^\d/.test(text.slice(Math.max(0, wordStart - 2), wordStart).trim()) &&
      wordStart > 0 &&
      isMidLine(text, wordStart)
    );
  return true;
}

/** Is there a letter on the same line before `at`? */
function isMidLine(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const unit = text.charCodeAt(before);
    if (unit === code.lineFeed) return false;
    if (classOf[unit] === 1) return true;
  }
  return false;
}

function longestLineOf(text: string, from: number, to: number): number {
  let longest = 0;
  let at = from;
  while (at < to) {
    let next = text.indexOf("\n", at);
    if (next < 0 || next > to) next = to;
    if (next - at > longest) longest = next - at;
    at = next + 1;
  }
  return longest;
}

/**
 * Does the line `[lineStart, lineEnd)` inside a block stand for itself ("Ansvarig: trafikchefen", a row of a table that
 * was flattened) instead of being wrapped at the margin? It is clearly shorter than a wrapped line would be, has no end
 * punctuation to its name, and the next line begins afresh.
 */
function endsOwnLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  blockEnd: number,
  longestLine: number,
): boolean {
  let next = lineEnd + 1;
  while (next < blockEnd && text.charCodeAt(next) <= code.space) next++;
  if (next >= blockEnd) return true;
  const fresh = isCapital(text, next) || /[\d(\[•–—*-]/.test(text[next] ?? "");
  if (!fresh) return false;
  const length = lineEnd - lineStart;
  return (
    length < ownLineCharacters && (length < longestLine * ownLineShare || longestLine < ownLineCharacters)
  );
}
