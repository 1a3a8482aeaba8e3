// Text → words and sentences, in one pass over each block. Everything later works on token numbers.
import type { Block } from "../model/document.ts";
import { classOf, fillTables, isUnknown, letterOf, unitClass, unitsOf } from "./characters.ts";
import { endsOwnLine, endsSentence, isShortLine, isStop, longestLineOf } from "./sentence-ends.ts";
import { isCapital, isHyphen, sign } from "./signs.ts";
import {
  addressEnd,
  colonEndingEnd,
  isOutlineNumber,
  isYear,
  mayBeAddress,
  numberEnd,
  runEnd,
  wordEnd,
} from "./token-ends.ts";
import { TokenWriter } from "./token-writer.ts";
import { tokenKind, tokenMark, type TokenisedText } from "./tokens.ts";
import { hashOf, nextHash, type Vocabulary } from "./vocabulary.ts";

/**
 * Longest sentence, and longest table row, in tokens; the next begins there. Longer ones are no sentences but lists that
 * lost their marks, or made to tire the judges, who compare what stands in one sentence with each other.
 */
const longest = { sentence: 400, row: 2_000 };

/** Of the text that is tokenised now. */
interface Source {
  readonly text: string;
  readonly units: Uint16Array;
  readonly vocabulary: Vocabulary;
}

/** Filled anew for every text. */
const writer = new TokenWriter();

/**
 * Splits the blocks of a document into tokens and sentences. A word is a run of letters and digits with inner hyphens
 * ("HVB-hem"); "%" and "§" are words too; an address ("region.se/x", "a@b.se") is one token that no rule can match.
 * Lines of a table of contents, running headers, page numbers and comments are no passages: their blocks have no sentences.
 */
export function tokenise(text: string, blocks: readonly Block[], vocabulary: Vocabulary): TokenisedText {
  const source = { text, units: unitsOf(text), vocabulary };
  if (!tokeniseBlocks(source, blocks)) {
    // The first text in this process with letters that are neither Latin, Greek nor Cyrillic.
    fillTables();
    tokeniseBlocks(source, blocks);
  }
  return writer.finish();
}

/** Answers whether all units are known for letters, digits or neither. */
function tokeniseBlocks(source: Source, blocks: readonly Block[]): boolean {
  writer.begin();
  for (const block of blocks) {
    if ((block.layer === "body" || block.layer === "footnote") && !tokeniseBlock(source, block)) return false;
    writer.closeBlock();
  }
  return true;
}

function tokeniseBlock(source: Source, block: Block): boolean {
  const { text, units, vocabulary } = source;
  const limit = block.span.end;
  const isRow = block.kind === "table-row";
  const mostTokens = isRow ? longest.row : longest.sentence;
  let at = block.span.start;
  let lineStart = at;
  let longestLine = -1;
  while (at < limit) {
    const unit = units[at] ?? 0;
    const first = classOf[unit];
    if (first === unitClass.other && unit !== sign.percent && unit !== sign.section) {
      if (unit === sign.space) {
        // Nearly all that stands between words.
      } else if (unit === sign.lineFeed) {
        if (!isRow && isShortLine(at - lineStart)) {
          if (longestLine < 0) longestLine = longestLineOf(text, block.span.start, limit);
          if (endsOwnLine(units, lineStart, at, limit, longestLine)) writer.closeSentence();
        }
        lineStart = at + 1;
      } else if (isUnknown(unit)) {
        return false;
      } else if (isRow) {
        if (unit === sign.tab) writer.raiseBarrier();
      } else if (isStop(unit) && endsSentence(text, units, at, limit, writer.startOfWordBefore(at))) {
        writer.closeSentence();
      }
      at++;
      continue;
    }

    if (writer.sentenceLength >= mostTokens) writer.closeSentence();
    if (first !== unitClass.letter) {
      at = first === unitClass.digit ? addNumber(source, at, block) : addWord(source, at, at + 1, 0);
      continue;
    }
    // The hash of a word is made while its end is looked for: most words are nothing but letters.
    let hash = 0;
    let end = at;
    let lower = letterOf[unit] ?? 0;
    do {
      hash = nextHash(hash, lower);
      end++;
      lower = end < limit ? (letterOf[units[end] ?? 0] ?? 0) : 0;
    } while (lower !== 0);
    if (goesOn(units, end, limit)) {
      at = addLongWord(source, at, end, limit);
    } else {
      const id = vocabulary.idOf(units, at, end, hash);
      writer.add(at, end, id, tokenKind.word, isCapital(unit) ? tokenMark.capital : 0);
      at = end;
    }
  }
  return true;
}

/** May more belong to the word whose letters and digits end at `end`? */
function goesOn(units: Uint16Array, end: number, limit: number): boolean {
  if (end >= limit) return false;
  const unit = units[end] ?? 0;
  return unit !== sign.space && (isHyphen(unit) || mayBeAddress(units, end, limit));
}

/** Adds `[start, end)` as a word. Answers `end`. */
function addWord({ units, vocabulary }: Source, start: number, end: number, marks: number): number {
  const id = vocabulary.idOf(units, start, end, hashOf(units, start, end));
  const capital = isCapital(units[start] ?? 0) ? tokenMark.capital : 0;
  writer.add(start, end, id, tokenKind.word, marks | capital);
  return end;
}

/** Adds the word whose first letters and digits are `[start, run)` and which may go on. Answers where to go on reading. */
function addLongWord(source: Source, start: number, run: number, limit: number): number {
  const { text, units } = source;
  const address = mayBeAddress(units, run, limit) ? addressEnd(text, units, start, limit) : -1;
  if (address > 0) return addOther(source, start, address, tokenKind.address);
  const end = wordEnd(text, units, start, limit);
  const next = end < limit ? (units[end] ?? 0) : 0;
  addWord(source, start, end, isHyphen(next) ? tokenMark.suspended : 0);
  if (isHyphen(next)) return end + 1;
  return next === sign.colon ? colonEndingEnd(units, end, limit) : end;
}

/** Adds the number of `block` at `start`, or what begins like one: an address, a word ("40-talet"). Answers where it ends. */
function addNumber(source: Source, start: number, block: Block): number {
  const { text, units } = source;
  const limit = block.span.end;
  const run = runEnd(units, start, limit);
  const address = mayBeAddress(units, run, limit) ? addressEnd(text, units, start, limit) : -1;
  if (address > 0) return addOther(source, start, address, tokenKind.address);
  const end = numberEnd(units, start, limit);
  if (end < limit) {
    const next = units[end] ?? 0;
    const following = isHyphen(next) && end + 1 < limit ? (units[end + 1] ?? 0) : next;
    if (classOf[following] === unitClass.letter)
      return addWord(source, start, wordEnd(text, units, start, limit), 0);
  }
  let kind: number = tokenKind.number;
  if (isYear(text, start, end)) kind = tokenKind.year;
  else if (block.kind !== "table-row" && isOutlineNumber(text, units, start, end, block.span.start, limit))
    kind = tokenKind.outlineNumber;
  return addOther(source, start, end, kind);
}

/** Adds `[start, end)` as a token that is no word. Answers `end`. */
function addOther({ units, vocabulary }: Source, start: number, end: number, kind: number): number {
  const id = vocabulary.idOf(units, start, end, hashOf(units, start, end));
  writer.add(start, end, id, kind, isCapital(units[start] ?? 0) ? tokenMark.capital : 0);
  return end;
}
