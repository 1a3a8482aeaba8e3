// All terms of all rules, found in one pass over the tokens: each word is a set of symbols, and terms of several words walk
// through the trie from word to word. Facts only: what a match is worth is for judge/ to say.
import { tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { CompiledTerms } from "./compile-terms.ts";
import type { Match } from "./match.ts";
import { digestNodes } from "./node-digests.ts";
import { createSelection } from "./select-matches.ts";
import { createSymbolSets, noSymbols, type SymbolSet } from "./symbol-sets.ts";
import { createTokenSymbols, lastToken } from "./token-symbols.ts";
import { WaitingTerms } from "./waiting-terms.ts";

/** Finds terms in tokens; keeps what it has learnt about each word of the vocabulary between texts. */
export interface Matcher {
  readonly find: (text: string, tokens: Tokens) => Match[];
  readonly vocabulary: Vocabulary;
}

/** Binds compiled terms to a vocabulary. */
export function createMatcher(compiled: CompiledTerms, vocabulary: Vocabulary): Matcher {
  const { trie, words } = compiled;
  const digests = digestNodes(compiled);
  const { masks, accepts, skips } = digests;
  const sets = createSymbolSets(compiled, digests);
  const symbolsOf = createTokenSymbols(words, vocabulary, sets);
  const select = createSelection(
    trie.acceptOwner.reduce((most, owner) => Math.max(most, owner + 1), 0),
    sets,
  );

  /** Counts the words of all texts, so that what was noted at an earlier word need not be wiped out. */
  let turn = 0;
  /** The turn in which a symbol was last fitted by a word. */
  const fittedIn = new Int32Array(compiled.symbols);
  /** The turn in which a term last came to a node, and its position among those that wait. */
  const reachedIn = new Int32Array(trie.anyTarget.length);
  const reachedAt = new Int32Array(trie.anyTarget.length);
  let waiting = new WaitingTerms();
  let goingOn = new WaitingTerms();

  let longer: Match[] = [];
  let excluding: Match[] = [];

  /** Lets a term wait at a node; one that waits there already and has the same first word waits for the longer of the two. */
  const wait = (node: number, first: number, until: number): void => {
    if (reachedIn[node] === turn) {
      const position = reachedAt[node] ?? 0;
      if (goingOn.first[position] === first) {
        if ((goingOn.until[position] ?? 0) < until) goingOn.until[position] = until;
        return;
      }
    }
    reachedIn[node] = turn;
    reachedAt[node] = goingOn.count;
    goingOn.add(node, masks[node] ?? 0, first, until);
  };

  /** Lets a term wait behind a node. `ahead` is the mask of the next word, which ends most terms. */
  const waitBehind = (node: number, first: number, ahead: number): void => {
    if (((masks[node] ?? 0) & ahead) !== 0) wait(node, first, turn + 1);
    if (skips[node] === 0) return;
    const end = trie.gapStart[node + 1] ?? 0;
    for (let gap = trie.gapStart[node] ?? 0; gap < end; gap++)
      wait(trie.gapTarget[gap] ?? 0, first, turn + 1 + (trie.gapMax[gap] ?? 0));
  };

  /** A term of several words has come to a node with the token `last`. */
  const arrive = (node: number, first: number, last: number, ahead: number): void => {
    if (accepts[node] === 1) {
      const end = trie.acceptStart[node + 1] ?? 0;
      for (let accept = trie.acceptStart[node] ?? 0; accept < end; accept++) {
        const [owner = 0, term = 0] = [trie.acceptOwner[accept], trie.acceptTerm[accept]];
        (trie.acceptExcept[accept] === 1 ? excluding : longer).push({ owner, term, first, last });
      }
    }
    waitBehind(node, first, ahead);
  };

  /** Moves the terms that wait on by a word with the symbols of `set` and the last token `last`. */
  const goOn = (set: SymbolSet, last: number, ahead: number): void => {
    // Most words lead nowhere from the terms that wait.
    if ((waiting.masks & set.mask) === 0) {
      waiting.passOver(turn);
      return;
    }
    for (const symbol of set.inner) fittedIn[symbol] = turn;
    const { count, node, mask, first, until } = waiting;
    for (let at = 0; at < count; at++) {
      const here = node[at] ?? 0;
      const from = first[at] ?? 0;
      if (((mask[at] ?? 0) & set.mask) !== 0) {
        const end = trie.edgeStart[here + 1] ?? 0;
        for (let edge = trie.edgeStart[here] ?? 0; edge < end; edge++)
          if (fittedIn[trie.edgeSymbol[edge] ?? 0] === turn)
            arrive(trie.edgeTarget[edge] ?? 0, from, last, ahead);
        const any = trie.anyTarget[here] ?? -1;
        if (any >= 0) arrive(any, from, last, ahead);
      }
      const longest = until[at] ?? 0;
      if (longest > turn) wait(here, from, longest);
    }
    waiting.clear();
    swap();
  };

  /** Lets terms begin with a word; they wait with the others. */
  const begin = ({ begun }: SymbolSet, first: number, ahead: number): void => {
    swap();
    for (const node of begun) waitBehind(node, first, ahead);
    swap();
  };

  const swap = (): void => {
    const before = waiting;
    waiting = goingOn;
    goingOn = before;
  };

  const find = (text: string, tokens: Tokens): Match[] => {
    const { count, marks } = tokens;
    const symbols = symbolsOf(text, tokens);
    longer = [];
    excluding = [];
    waiting.clear();
    makeRoomForTurns(count);
    for (let first = 0; first < count; first++) {
      if (((marks[first] ?? 0) & tokenMark.barrier) !== 0) waiting.clear();
      const number = symbols[first] ?? noSymbols;
      if (number === noSymbols && waiting.count === 0) continue;
      turn++;
      const last = lastToken(symbols, count, first);
      const ahead = maskAhead(symbols, tokens, last + 1);
      const set = sets.get(number);
      if (waiting.count > 0) goOn(set, last, ahead);
      for (const owner of set.excluding) excluding.push({ owner, term: 0, first, last });
      if ((set.begunMask & ahead) !== 0) begin(set, first, ahead);
      first = last;
    }
    return select({ symbols, tokens: count, longer, excluding });
  };

  /** The mask of the word at `next`; 0 where no term may go on. */
  const maskAhead = (symbols: Int32Array, { count, marks }: Tokens, next: number): number =>
    next >= count || ((marks[next] ?? 0) & tokenMark.barrier) !== 0 ? 0 : sets.maskOf(symbols[next] ?? 0);

  const makeRoomForTurns = (words: number): void => {
    if (turn + words < 2 ** 30) return;
    turn = 0;
    fittedIn.fill(0);
    reachedIn.fill(0);
  };

  return { find, vocabulary };
}
