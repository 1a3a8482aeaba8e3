// All terms of all rules, found in one pass over the tokens. Facts only: what a match is worth is for judge/ to say.
import { tokenKind, tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { CompiledTerms } from "./compile-terms.ts";
import { doing, doingsOf, edgeMasksOf, innerSymbols, maskOf } from "./node-digests.ts";
import { resolveWord } from "./resolve-word.ts";

/** A term was found. */
export interface Match {
  /** Index of the rule among those compiled. */
  readonly owner: number;
  /** Index of the term in the rule. */
  readonly term: number;
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Finds terms in tokens; keeps what it has learnt about each word of the vocabulary between texts. */
export interface Matcher {
  readonly find: (text: string, tokens: Tokens) => Match[];
  readonly vocabulary: Vocabulary;
}

/** Conjunctions behind a suspended first element ("kvinno- och mansdominerade", "jämställdhets-, mångfalds- …"). */
const conjunctions = new Set(["och", "eller", "samt", "respektive", "till", "som"]);
/** Endings that a split ligature leaves behind: "Fl ickor", "offi ciell". */
const ligatureEnd = /(?:ffi|ffl|ff|fi|fl)$/;

/** What a matcher knows of a distinct word: its symbols, and the nodes that a term beginning with it reaches. */
interface KnownWord {
  readonly symbols: Int32Array;
  /** Those of its symbols that a term may go on with; most terms are one word, and their symbols only begin one. */
  readonly inner: Int32Array;
  /** What these have in common with the edges of a node, or more (`maskOf`). */
  readonly mask: number;
  readonly starts: Int32Array;
  /** Some symbol also asks for the letters as they are written. */
  readonly cased: boolean;
}

/** Binds compiled terms to a vocabulary. */
export function createMatcher(compiled: CompiledTerms, vocabulary: Vocabulary): Matcher {
  const { trie, words } = compiled;
  const rootTargets = new Int32Array(compiled.symbols).fill(-1);
  for (let edge = 0; edge < (trie.edgeStart[1] ?? 0); edge++) {
    rootTargets[trie.edgeSymbol[edge] ?? 0] = trie.edgeTarget[edge] ?? 0;
  }
  const isInner = innerSymbols(compiled);
  const doings = doingsOf(trie);
  const edgeMasks = edgeMasksOf(trie);
  /** Word id → what is known of it; null = it fits no term; undefined = not asked yet. */
  const wordsById: (KnownWord | null | undefined)[] = [];
  /** Number of the last token that fits the symbol: a set that need not be emptied. */
  const fits = new Int32Array(compiled.symbols).fill(-1);
  /** Position in the next states of the last state that was put at a node, if it was put there for `statedAt`. */
  const statedAt = new Int32Array(trie.anyTarget.length).fill(-1);
  const stated = new Int32Array(trie.anyTarget.length);

  const known = (symbols: Int32Array | null): KnownWord | null => {
    if (symbols === null || symbols.length === 0) return null;
    const starts = Array.from(symbols, (symbol) => rootTargets[symbol] ?? -1).filter((target) => target >= 0);
    const inner = symbols.filter((symbol) => isInner[symbol] === 1);
    return {
      symbols,
      inner,
      mask: inner.reduce((mask, symbol) => mask | maskOf(symbol), 0),
      starts: Int32Array.from(starts),
      cased: words.cased.size > 0 && symbols.some((symbol) => words.cased.has(symbol)),
    };
  };
  const numberWord = known(Int32Array.from(words.number));
  const yearWord = known(Int32Array.from(words.year));
  const nameWord = known(Int32Array.from(words.name));

  const wordOf = (id: number): KnownWord | null => {
    const seen = wordsById[id];
    if (seen !== undefined) return seen;
    const word = known(resolveWord(vocabulary.word(id), words));
    wordsById[id] = word;
    return word;
  };

  const suspendedWords = new Map<string, KnownWord | null>();
  /** "kvinno-" before "och mansdominerade" → what is known of "kvinnodominerade". */
  const suspendedWord = (tokens: Tokens, at: number): KnownWord | null => {
    const first = vocabulary.word(tokens.word[at] ?? 0);
    // "Kvin-" in one cell of a table and "nor" in the next (T-51): the word goes on across the border.
    if (at + 1 < tokens.count && ((tokens.marks[at + 1] ?? 0) & tokenMark.capital) === 0) {
      const rest = vocabulary.word(tokens.word[at + 1] ?? 0);
      const whole = conjunctions.has(rest) ? null : resolveWord(first + rest, words);
      if (whole !== null) return known(whole);
    }
    let joined = false;
    for (let next = at + 1; next < tokens.count && next <= at + 4; next++) {
      if (((tokens.marks[next] ?? 0) & tokenMark.barrier) !== 0) return null;
      if (((tokens.marks[next] ?? 0) & tokenMark.suspended) !== 0) {
        joined = true;
        continue;
      }
      const word = vocabulary.word(tokens.word[next] ?? 0);
      if (conjunctions.has(word)) {
        joined = true;
        continue;
      }
      // A hyphen with no "och" behind it is a dash or a slip.
      if (!joined) return null;
      // "mansdominerade" can be cut in many places; where the joined word is one that rules know by itself, it meets
      // more of them than a first element with a wildcard would meet anywhere.
      const pair = `${first} ${word}`;
      const seen = suspendedWords.get(pair);
      if (seen !== undefined) return seen;
      let best: Int32Array | null = null;
      for (let split = 2; split <= word.length - 3; split++) {
        const symbols = resolveWord(first + word.slice(split), words);
        if (symbols !== null && symbols.length > (best?.length ?? 0)) best = symbols;
      }
      const whole = known(best);
      suspendedWords.set(pair, whole);
      return whole;
    }
    return null;
  };

  const find = (text: string, tokens: Tokens): Match[] => {
    const matches: Match[] = [];
    const excepted: Match[] = [];
    // States: a node of the trie, the token that the term began with, and how many words may still be skipped.
    // Counted apart from the arrays, which only grow: setting the length of an array is a call, and this is done a
    // hundred thousand times.
    let states = 0;
    let node: number[] = [];
    let first: number[] = [];
    let skip: number[] = [];
    let nextStates = 0;
    let nextNode: number[] = [];
    let nextFirst: number[] = [];
    let nextSkip: number[] = [];
    fits.fill(-1);
    statedAt.fill(-1);
    const { count, word, marks, kind } = tokens;
    let now = 0;
    /** Mask of the next word (`maskAhead`). */
    let ahead = -1;

    const push = (target: number, from: number, skips: number): void => {
      if (statedAt[target] === now) {
        const position = stated[target] ?? 0;
        if (nextFirst[position] === from) {
          if ((nextSkip[position] ?? 0) < skips) nextSkip[position] = skips;
          return;
        }
      }
      statedAt[target] = now;
      stated[target] = nextStates;
      nextNode[nextStates] = target;
      nextFirst[nextStates] = from;
      nextSkip[nextStates] = skips;
      nextStates++;
    };
    const arrive = (target: number, from: number, last: number): void => {
      const does = doings[target] ?? 0;
      if ((does & doing.accepts) !== 0) {
        const end = trie.acceptStart[target + 1] ?? 0;
        for (let accept = trie.acceptStart[target] ?? 0; accept < end; accept++) {
          const match: Match = {
            owner: trie.acceptOwner[accept] ?? 0,
            term: trie.acceptTerm[accept] ?? 0,
            first: from,
            last,
          };
          (trie.acceptExcept[accept] === 1 ? excepted : matches).push(match);
        }
      }
      // A state that may skip nothing lives for the next word only.
      if ((does & doing.any) !== 0 || ((edgeMasks[target] ?? 0) & ahead) !== 0) push(target, from, 0);
      if ((does & doing.gaps) !== 0) {
        const end = trie.gapStart[target + 1] ?? 0;
        for (let gap = trie.gapStart[target] ?? 0; gap < end; gap++)
          push(trie.gapTarget[gap] ?? 0, from, trie.gapMax[gap] ?? 0);
      }
    };
    /** Is a symbol that asks for exact letters fulfilled by the token that ends at `last`? */
    const wellCased = (symbol: number, last: number): boolean => {
      const forms = words.cased.get(symbol);
      return forms === undefined || forms.some((form) => text.startsWith(form, tokens.start[last] ?? 0));
    };
    const begin = (known: KnownWord | null, at: number, last: number): void => {
      if (known === null) return;
      if (!known.cased) {
        const { starts } = known;
        for (let start = 0; start < starts.length; start++) arrive(starts[start] ?? 0, at, last);
        return;
      }
      for (const symbol of known.symbols) {
        const target = rootTargets[symbol] ?? -1;
        if (target >= 0 && wellCased(symbol, last)) arrive(target, at, last);
      }
    };
    const mark = (known: KnownWord | null, last: number): void => {
      if (known === null) return;
      const { inner, cased } = known;
      for (let place = 0; place < inner.length; place++) {
        const symbol = inner[place] ?? 0;
        if (!cased || wellCased(symbol, last)) fits[symbol] = now;
      }
    };

    for (let at = 0; at < count; at++) {
      const tokenMarks = marks[at] ?? 0;
      const type = kind[at] ?? 0;
      if ((tokenMarks & tokenMark.barrier) !== 0) states = 0;
      let last = at;
      let known: KnownWord | null = null;
      let slot: KnownWord | null = null;
      let other: KnownWord | null = null;
      if (type === tokenKind.word) {
        known = wordOf(word[at] ?? 0);
        if ((tokenMarks & tokenMark.suspended) !== 0) other = suspendedWord(tokens, at);
        else if (known === null && at + 1 < count && isSplitLigature(text, tokens, at)) {
          known = joinedWord(tokens, at);
          if (known !== null) last = at + 1;
        }
        if ((tokenMarks & tokenMark.capital) !== 0 && (tokenMarks & tokenMark.sentenceStart) === 0)
          slot = nameWord;
      } else if (type === tokenKind.number || type === tokenKind.year) {
        known = wordOf(word[at] ?? 0);
        slot = type === tokenKind.number ? numberWord : yearWord;
      }

      if (known === null && slot === null && other === null) {
        ahead = -1;
        if (states > 0) passOver(at, at);
        continue;
      }
      ahead = maskAhead(last + 1);
      if (states > 0) goOn(known, slot, other, at, last);
      now = at;
      takeBack();
      begin(known, at, last);
      begin(slot, at, last);
      begin(other, at, last);
      step();
      at = last;
    }

    /** The mask of the word at `next`: 0 where no term can go on there, all bits where that is not plain to see. */
    function maskAhead(next: number): number {
      if (next >= count) return 0;
      const nextMarks = marks[next] ?? 0;
      const type = kind[next] ?? 0;
      if ((nextMarks & tokenMark.barrier) !== 0 || type === tokenKind.address) return 0;
      const known = wordOf(word[next] ?? 0);
      const mask = known?.mask ?? 0;
      if (type === tokenKind.number) return mask | (numberWord?.mask ?? 0);
      if (type === tokenKind.year) return mask | (yearWord?.mask ?? 0);
      if ((nextMarks & tokenMark.suspended) !== 0) return -1;
      if (known === null && next + 1 < count && isSplitLigature(text, tokens, next)) return -1;
      const isName = (nextMarks & tokenMark.capital) !== 0 && (nextMarks & tokenMark.sentenceStart) === 0;
      return isName ? mask | (nameWord?.mask ?? 0) : mask;
    }

    /** The states that the words lead to from the states there are. */
    function goOn(
      known: KnownWord | null,
      slot: KnownWord | null,
      other: KnownWord | null,
      at: number,
      last: number,
    ): void {
      const mask = (known?.mask ?? 0) | (slot?.mask ?? 0) | (other?.mask ?? 0);
      let shared = 0;
      for (let state = 0; state < states; state++) shared |= (edgeMasks[node[state] ?? 0] ?? 0) & mask;
      // Most words lead nowhere from the states there are.
      if (shared === 0) {
        passOver(at, last);
        return;
      }
      now = at;
      mark(known, last);
      mark(slot, last);
      mark(other, last);
      nextStates = 0;
      for (let state = 0; state < states; state++) {
        const here = node[state] ?? 0;
        const from = first[state] ?? 0;
        if (((edgeMasks[here] ?? 0) & mask) !== 0) {
          const end = trie.edgeStart[here + 1] ?? 0;
          for (let edge = trie.edgeStart[here] ?? 0; edge < end; edge++)
            if (fits[trie.edgeSymbol[edge] ?? 0] === now) arrive(trie.edgeTarget[edge] ?? 0, from, last);
        }
        const any = trie.anyTarget[here] ?? -1;
        if (any >= 0) arrive(any, from, last);
        const skips = skip[state] ?? 0;
        if (skips > 0) push(here, from, skips - 1);
      }
      step();
    }

    /** The states become the next states, for more to be put behind them. */
    function takeBack(): void {
      nextStates = states;
      swap();
    }

    /** The next states become the states. */
    function step(): void {
      swap();
      states = nextStates;
    }

    /** The arrays are used by turns, so that none is made anew for each word. */
    function swap(): void {
      const [lastNode, lastFirst, lastSkip] = [node, first, skip];
      node = nextNode;
      first = nextFirst;
      skip = nextSkip;
      nextNode = lastNode;
      nextFirst = lastFirst;
      nextSkip = lastSkip;
    }

    /** A word (tokens `at` to `last`) that no term goes on with: it can only be skipped, or be any word. */
    function passOver(at: number, last: number): void {
      let kept = 0;
      let does = 0;
      for (let state = 0; state < states; state++) does |= doings[node[state] ?? 0] ?? 0;
      if ((does & doing.any) !== 0) {
        now = at;
        nextStates = 0;
        for (let state = 0; state < states; state++) {
          const here = node[state] ?? 0;
          const any = trie.anyTarget[here] ?? -1;
          if (any >= 0) arrive(any, first[state] ?? 0, last);
          const skips = skip[state] ?? 0;
          if (skips > 0) push(here, first[state] ?? 0, skips - 1);
        }
        step();
        return;
      }
      for (let state = 0; state < states; state++) {
        const skips = skip[state] ?? 0;
        if (skips === 0) continue;
        node[kept] = node[state] ?? 0;
        first[kept] = first[state] ?? 0;
        skip[kept] = skips - 1;
        kept++;
      }
      states = kept;
    }

    return keepLongest(withoutExcepted(matches, excepted));
  };

  /** "Fl" and "ickor" read as one word. */
  const joinedWord = (tokens: Tokens, at: number): KnownWord | null => {
    const joined = vocabulary.word(tokens.word[at] ?? 0) + vocabulary.word(tokens.word[at + 1] ?? 0);
    return known(resolveWord(joined, words));
  };

  return { find, vocabulary };
}

const letter = { f: 102, i: 105, l: 108 } as const;

/** Does the word at `at` end in f, fi, fl … with the rest of a word one space behind it, in lower case? */
function isSplitLigature(text: string, tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] ?? 0;
  // Asked for every word that no term knows, so the cheap question comes first.
  const last = text.charCodeAt(end - 1) | 32;
  if (last !== letter.f && last !== letter.i && last !== letter.l) return false;
  const next = tokens.start[at + 1] ?? 0;
  if (next !== end + 1 || text[end] !== " ") return false;
  const marks = tokens.marks[at + 1] ?? 0;
  if ((marks & (tokenMark.barrier | tokenMark.capital)) !== 0) return false;
  return ligatureEnd.test(text.slice(Math.max(tokens.start[at] ?? 0, end - 3), end).toLowerCase());
}

/** Takes out what an `except` of the same rule covers wholly or overlaps. */
function withoutExcepted(matches: Match[], excepted: readonly Match[]): Match[] {
  if (excepted.length === 0) return matches;
  const byOwner = new Map<number, Match[]>();
  for (const match of excepted) {
    const list = byOwner.get(match.owner);
    if (list === undefined) byOwner.set(match.owner, [match]);
    else list.push(match);
  }
  const cursors = new Map<number, number>();
  return matches.filter((match) => {
    const list = byOwner.get(match.owner);
    if (list === undefined) return true;
    // Both lists are in the order in which matches end, so a moving cursor keeps this linear.
    let from = cursors.get(match.owner) ?? 0;
    while (from < list.length && (list[from]?.last ?? 0) < match.first - 16) from++;
    cursors.set(match.owner, from);
    for (let at = from; at < list.length; at++) {
      const except = list[at];
      if (except === undefined || except.first > match.last + 16) break;
      if (except.first <= match.last && match.first <= except.last) return false;
    }
    return true;
  });
}

/** Sorts by place; of matches of one rule that lie within each other only the longest stays. */
function keepLongest(matches: Match[]): Match[] {
  matches.sort((a, b) => a.first - b.first || b.last - a.last || a.owner - b.owner || a.term - b.term);
  const reach = new Map<number, number>();
  return matches.filter((match) => {
    const covered = reach.get(match.owner) ?? -1;
    if (match.last <= covered) return false;
    reach.set(match.owner, match.last);
    return true;
  });
}
