// Words that the text has in two pieces: "kvinno- och mansdominerade", "Kvin-" and "nor" in two cells of a table, "Fl ickor"
// where a ligature was lost.
import { tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { WordResolver } from "./resolve-word.ts";
import { noSymbols, type SymbolSets } from "./symbol-sets.ts";

/** Conjunctions behind a suspended first element ("kvinno- och mansdominerade", "jämställdhets-, mångfalds- …"). */
const conjunctions = new Set(["och", "eller", "samt", "respektive", "till", "som"]);
/** Endings that a split ligature leaves behind: "Fl ickor", "offi ciell". */
const ligatureEnd = /(?:ffi|ffl|ff|fi|fl)$/;

/** Does the lower-cased word end as a split ligature leaves it? */
export function endsInLigature(word: string): boolean {
  return ligatureEnd.test(word);
}

/** Does a word go on at the token behind `at`, one space away and in lower case? */
export function goesOnBehindSpace(text: string, tokens: Tokens, at: number): boolean {
  if (at + 1 >= tokens.count) return false;
  const end = tokens.end[at] ?? 0;
  if (tokens.start[at + 1] !== end + 1 || text[end] !== " ") return false;
  return ((tokens.marks[at + 1] ?? 0) & (tokenMark.barrier | tokenMark.capital)) === 0;
}

export interface TornWords {
  /** Number of the symbol set of the words at `at` and behind it, read as one: "Fl" and "ickor". */
  readonly joined: (tokens: Tokens, at: number) => number;
  /** That of the word which the suspended first element at `at` stands for: "kvinno-" for "kvinnodominerade". */
  readonly suspended: (tokens: Tokens, at: number) => number;
}

export function createTornWords(resolve: WordResolver, vocabulary: Vocabulary, sets: SymbolSets): TornWords {
  const wordAt = (tokens: Tokens, at: number): string => vocabulary.word(tokens.word[at] ?? 0);
  /** What was made of two words before, by the words with a blank between them. */
  const wholes = new Map<string, number>();
  const completions = new Map<string, number>();

  const joined = (tokens: Tokens, at: number): number => {
    const [first, second] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
    return remembered(wholes, `${first} ${second}`, () => sets.numberOf(resolve(first + second)));
  };

  const suspended = (tokens: Tokens, at: number): number => {
    const { count, marks } = tokens;
    // "Kvin-" in one cell of a table and "nor" in the next (T-51): the word goes on across the border.
    if (at + 1 < count && ((marks[at + 1] ?? 0) & tokenMark.capital) === 0) {
      const whole = conjunctions.has(wordAt(tokens, at + 1)) ? noSymbols : joined(tokens, at);
      if (whole !== noSymbols) return whole;
    }
    let isJoined = false;
    for (let next = at + 1; next < count && next <= at + 4; next++) {
      if (((marks[next] ?? 0) & tokenMark.barrier) !== 0) return noSymbols;
      const word = wordAt(tokens, next);
      if (((marks[next] ?? 0) & tokenMark.suspended) !== 0 || conjunctions.has(word)) isJoined = true;
      // A hyphen with no "och" behind it is a dash or a slip.
      else return isJoined ? completed(wordAt(tokens, at), word) : noSymbols;
    }
    return noSymbols;
  };

  const completed = (first: string, word: string): number =>
    remembered(completions, `${first} ${word}`, () => sets.numberOf(complete(first, word)));

  /**
   * "mansdominerade" can be cut in many places; where the joined word is one that rules know by itself, it meets more of
   * them than a first element with a wildcard would meet anywhere.
   */
  const complete = (first: string, word: string): readonly number[] | null => {
    let best: readonly number[] | null = null;
    for (let split = 2; split <= word.length - 3; split++) {
      const symbols = resolve(first + word.slice(split));
      if (symbols !== null && symbols.length > (best?.length ?? 0)) best = symbols;
    }
    return best;
  };

  return { joined, suspended };
}

function remembered(known: Map<string, number>, key: string, make: () => number): number {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
