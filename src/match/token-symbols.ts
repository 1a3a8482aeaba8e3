// Which symbols each token of a text fits. Every distinct word is looked up once and remembered by its number.
import { tokenKind, tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import { createWordResolver } from "./resolve-word.ts";
import { noSymbols, type SymbolSets } from "./symbol-sets.ts";
import { createTornWords, endsInLigature, goesOnBehindSpace } from "./torn-words.ts";
import type { WordIndex } from "./word-index.ts";

/** In the place of a set: the token is the second half of the word before it. */
const secondHalf = -1;

/** The last token of the word that begins at `first`, of so many tokens. */
export function lastToken(symbols: Int32Array, tokens: number, first: number): number {
  return first + 1 < tokens && symbols[first + 1] === secondHalf ? first + 1 : first;
}

/** What is kept of a word in the place of its set, until it has been looked up. */
const notAsked = 0;
/** … or when it fits no term but may be the first half of a word that does. */
const halfWord = -1;

/**
 * Makes a function that answers the number of the symbol set of each token (`noSymbols` where no term knows it), or
 * `secondHalf`. Its answer is good until it is called again and may be longer than there are tokens.
 */
export function createTokenSymbols(
  words: WordIndex,
  vocabulary: Vocabulary,
  sets: SymbolSets,
): (text: string, tokens: Tokens) => Int32Array {
  const resolve = createWordResolver(words);
  const torn = createTornWords(resolve, vocabulary, sets);
  const numberSlot = sets.numberOf(words.number);
  const yearSlot = sets.numberOf(words.year);
  const nameSlot = sets.numberOf(words.name);
  /** Word id → number of its set + 1, `notAsked` or `halfWord`. */
  let setsOfWords = new Int32Array(1 << 12);
  /** Filled anew for every text. */
  let found = new Int32Array(1 << 12);

  const lookUp = (id: number): number => {
    if (id >= setsOfWords.length) {
      const more = new Int32Array(Math.max(vocabulary.size(), setsOfWords.length * 2));
      more.set(setsOfWords);
      setsOfWords = more;
    }
    const word = vocabulary.word(id);
    const set = sets.numberOf(resolve(word));
    const kept = set === noSymbols && endsInLigature(word) ? halfWord : set + 1;
    setsOfWords[id] = kept;
    return kept;
  };

  return (text, tokens) => {
    const { count, word, kind, marks, start } = tokens;
    if (count > found.length) found = new Int32Array(Math.max(count, found.length * 2));
    for (let at = 0; at < count; at++) {
      const type = kind[at] ?? 0;
      if (type === tokenKind.address) {
        found[at] = noSymbols;
        continue;
      }
      const id = word[at] ?? 0;
      let kept = setsOfWords[id] ?? notAsked;
      if (kept === notAsked) kept = lookUp(id);
      let set = kept === halfWord ? noSymbols : kept - 1;
      const tokenMarks = marks[at] ?? 0;
      let last = at;
      if (type === tokenKind.number) set = sets.union(set, numberSlot);
      else if (type === tokenKind.year) set = sets.union(set, yearSlot);
      else if ((tokenMarks & (tokenMark.suspended | tokenMark.capital)) !== 0 || kept === halfWord) {
        if ((tokenMarks & tokenMark.suspended) !== 0) set = sets.union(set, torn.suspended(tokens, at));
        else if (kept === halfWord && goesOnBehindSpace(text, tokens, at)) {
          set = torn.joined(tokens, at);
          if (set !== noSymbols) last = at + 1;
        }
        if ((tokenMarks & tokenMark.capital) !== 0 && (tokenMarks & tokenMark.sentenceStart) === 0)
          set = sets.union(set, nameSlot);
      }
      if (sets.isCased(set)) set = sets.asWritten(set, text, start[last] ?? 0);
      found[at] = set;
      if (last > at) found[++at] = secondHalf;
    }
    return found;
  };
}
