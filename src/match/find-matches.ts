// All terms of all rules, found in one pass over the tokens. Facts only: what a match is worth is for judge/ to say.
import { tokenKind, tokenMark, type Tokens } from "../language/tokenise.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { CompiledTerms } from "./compile-terms.ts";
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

/** Binds compiled terms to a vocabulary. */
export function createMatcher(compiled: CompiledTerms, vocabulary: Vocabulary): Matcher {
  const { nodes, words } = compiled;
  const root = nodes[0];
  /** Word id → symbols; undefined = not asked yet. */
  const symbolsById: (Int32Array | null | undefined)[] = [];
  const hasSlots = words.number.length + words.year.length + words.name.length > 0;
  const numberSymbols = Int32Array.from(words.number);
  const yearSymbols = Int32Array.from([...words.year]);
  const nameSymbols = Int32Array.from(words.name);

  const symbolsOf = (id: number): Int32Array | null => {
    const known = symbolsById[id];
    if (known !== undefined) return known;
    const resolved = resolveWord(vocabulary.word(id), words);
    symbolsById[id] = resolved;
    return resolved;
  };

  /** "kvinno-" before "och mansdominerade" → symbols of "kvinnodominerade". */
  const symbolsOfSuspended = (tokens: Tokens, at: number): Int32Array | null => {
    const first = vocabulary.word(tokens.word[at] ?? 0);
    for (let next = at + 1; next < tokens.count && next <= at + 4; next++) {
      if (((tokens.marks[next] ?? 0) & tokenMark.barrier) !== 0) return null;
      if (((tokens.marks[next] ?? 0) & tokenMark.suspended) !== 0) continue;
      const word = vocabulary.word(tokens.word[next] ?? 0);
      if (conjunctions.has(word)) continue;
      // "mansdominerade" can be cut in many places; where the joined word is one that rules know by itself, it meets
      // more of them than a first element with a wildcard would meet anywhere.
      let best: Int32Array | null = null;
      for (let split = 2; split <= word.length - 3; split++) {
        const symbols = resolveWord(first + word.slice(split), words);
        if (symbols !== null && symbols.length > (best?.length ?? 0)) best = symbols;
      }
      return best;
    }
    return null;
  };

  const find = (text: string, tokens: Tokens): Match[] => {
    const matches: Match[] = [];
    const excepted: Match[] = [];
    let activeNode: number[] = [];
    let activeFirst: number[] = [];
    let activeSkip: number[] = [];
    let nextNode: number[] = [];
    let nextFirst: number[] = [];
    let nextSkip: number[] = [];
    if (root === undefined) return matches;

    const arrive = (nodeIndex: number, first: number, last: number): void => {
      const node = nodes[nodeIndex];
      if (node === undefined) return;
      if (node.accepts !== null) {
        for (const accepted of node.accepts) {
          const match: Match = { owner: accepted.owner, term: accepted.term, first, last };
          (accepted.except ? excepted : matches).push(match);
        }
      }
      if (node.next !== null || node.any >= 0) push(nodeIndex, first, 0);
      if (node.gaps !== null) for (const gap of node.gaps) push(gap.node, first, gap.max);
    };
    const push = (node: number, first: number, skip: number): void => {
      for (let known = 0; known < nextNode.length; known++) {
        if (nextNode[known] === node && nextFirst[known] === first) {
          if ((nextSkip[known] ?? 0) < skip) nextSkip[known] = skip;
          return;
        }
      }
      nextNode.push(node);
      nextFirst.push(first);
      nextSkip.push(skip);
    };

    const { count, word, marks, kind } = tokens;
    for (let at = 0; at < count; at++) {
      const mark = marks[at] ?? 0;
      const type = kind[at] ?? 0;
      if ((mark & tokenMark.barrier) !== 0 && activeNode.length > 0) {
        activeNode.length = 0;
        activeFirst.length = 0;
        activeSkip.length = 0;
      }
      let last = at;
      let symbols: Int32Array | null = null;
      let slots: Int32Array | null = null;
      if (type === tokenKind.word) {
        symbols = symbolsOf(word[at] ?? 0);
        if ((mark & tokenMark.suspended) !== 0) symbols = merge(symbols, symbolsOfSuspended(tokens, at));
        else if (symbols === null && at + 1 < count && isSplitLigature(text, tokens, at)) {
          const joined = vocabulary.word(word[at] ?? 0) + vocabulary.word(word[at + 1] ?? 0);
          symbols = resolveWord(joined, words);
          if (symbols !== null) last = at + 1;
        }
        if (hasSlots && (mark & tokenMark.capital) !== 0 && (mark & tokenMark.sentenceStart) === 0)
          slots = nameSymbols;
      } else if (hasSlots && type === tokenKind.number) {
        slots = numberSymbols;
        symbols = symbolsOf(word[at] ?? 0);
      } else if (type === tokenKind.year) {
        slots = yearSymbols;
        symbols = symbolsOf(word[at] ?? 0);
      }

      if (symbols === null && slots === null && activeNode.length === 0) continue;
      nextNode.length = 0;
      nextFirst.length = 0;
      nextSkip.length = 0;
      for (let active = 0; active < activeNode.length; active++) {
        const nodeIndex = activeNode[active] ?? 0;
        const node = nodes[nodeIndex];
        if (node === undefined) continue;
        const first = activeFirst[active] ?? 0;
        const skip = activeSkip[active] ?? 0;
        if (node.next !== null) {
          if (symbols !== null) step(node.next, symbols, first, last);
          if (slots !== null) step(node.next, slots, first, last);
        }
        if (node.any >= 0) arrive(node.any, first, last);
        if (skip > 0) push(nodeIndex, first, skip - 1);
      }
      if (root.next !== null) {
        if (symbols !== null) step(root.next, symbols, at, last);
        if (slots !== null) step(root.next, slots, at, last);
      }
      [activeNode, nextNode] = [nextNode, activeNode];
      [activeFirst, nextFirst] = [nextFirst, activeFirst];
      [activeSkip, nextSkip] = [nextSkip, activeSkip];
      at = last;
    }

    function step(next: ReadonlyMap<number, number>, symbols: Int32Array, first: number, last: number): void {
      for (const symbol of symbols) {
        const target = next.get(symbol);
        if (target === undefined) continue;
        const written = words.cased.get(symbol);
        const start = tokens.start[last] ?? 0;
        if (written !== undefined && !written.some((form) => text.startsWith(form, start))) continue;
        arrive(target, first, last);
      }
    }

    return keepLongest(withoutExcepted(matches, excepted));
  };

  return { find, vocabulary };
}

function merge(a: Int32Array | null, b: Int32Array | null): Int32Array | null {
  if (a === null) return b;
  if (b === null) return a;
  return Int32Array.from(new Set([...a, ...b]));
}

/** Does the word at `at` end in f, fi, fl … with the rest of a word one space behind it, in lower case? */
function isSplitLigature(text: string, tokens: Tokens, at: number): boolean {
  const end = tokens.end[at] ?? 0;
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
