// All terms of all rules, found in one pass over the tokens: each word is a set of symbols, and terms of several words walk
// through the trie from word to word. Facts only: what a match is worth is for judge/ to say.
import { tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { CompiledTerms } from "./compile-terms.ts";
import { DeadEnds } from "./dead-ends.ts";
import type { Match } from "./match.ts";
import { digestNodes } from "./node-digests.ts";
import { createSelection } from "./select-matches.ts";
import { createSymbolSets, noSymbols } from "./symbol-sets.ts";
import { createTokenSymbols, lastToken } from "./token-symbols.ts";
import { createWaitingPlaces, type WaitingPlace } from "./waiting-places.ts";
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
  const places = createWaitingPlaces(trie, digests);
  const sets = createSymbolSets(compiled, digests, places);
  const symbolsOf = createTokenSymbols(words, vocabulary, sets);
  const select = createSelection(
    trie.acceptOwner.reduce((most, owner) => Math.max(most, owner + 1), 0),
    sets,
  );

  /** Counts the words of all texts, so that what was noted at an earlier word need not be wiped out. */
  let turn = 0;
  /** The turn in which a symbol was last fitted by a word. */
  const fittedIn = new Int32Array(compiled.symbols);
  /** Where terms wait that have come to a node behind the first; made when one first comes there. */
  const nextPlaces: (WaitingPlace | null | undefined)[] = [];
  const laterPlaces: (WaitingPlace | null | undefined)[] = [];
  const deadEnds = new DeadEnds();
  const waiting = new WaitingTerms();
  /** Those that a word has led on; from the next word on they wait with the others. */
  const arrived = new WaitingTerms();

  let longer: Match[] = [];
  let excluding: Match[] = [];

  const wait = (among: WaitingTerms, place: WaitingPlace | null, first: number): void => {
    if (place !== null) among.add(place.number, place.mask, first, turn + place.reach);
  };

  /** A term of several words has come to a node with the token `last`. `ahead` is the mask of the next word, which ends most. */
  const arrive = (node: number, first: number, last: number, ahead: number): void => {
    if (accepts[node] === 1) accept(node, first, last);
    if (((masks[node] ?? 0) & ahead) !== 0) {
      const next = nextPlaces[node];
      wait(arrived, next === undefined ? (nextPlaces[node] = places.next([node])) : next, first);
    }
    if (skips[node] === 1) {
      const later = laterPlaces[node];
      wait(arrived, later === undefined ? (laterPlaces[node] = places.later([node])) : later, first);
    }
  };

  const accept = (node: number, first: number, last: number): void => {
    const end = trie.acceptStart[node + 1] ?? 0;
    for (let at = trie.acceptStart[node] ?? 0; at < end; at++) {
      const match = { owner: trie.acceptOwner[at] ?? 0, term: trie.acceptTerm[at] ?? 0, first, last };
      (trie.acceptExcept[at] === 1 ? excluding : longer).push(match);
    }
  };

  /**
   * Leads the term at position `at` of those that wait on by the word whose symbols are noted in `fittedIn`. Answers whether anything goes on from its place by such a word, now or sooner.
   */
  const leadOn = (at: number, last: number, ahead: number): boolean => {
    const place = places.get(waiting.place[at] ?? 0);
    if (place === undefined) return false;
    const { nodes, reaches, reach } = place;
    const first = waiting.first[at] ?? 0;
    /** How many words ago it came to the place. */
    const since = turn - (waiting.until[at] ?? 0) + reach;
    let isLed = false;
    for (let position = 0; position < nodes.length; position++) {
      const node = nodes[position] ?? 0;
      const isOpen = since <= (reaches[position] ?? 0);
      const end = trie.edgeStart[node + 1] ?? 0;
      for (let edge = trie.edgeStart[node] ?? 0; edge < end; edge++) {
        if (fittedIn[trie.edgeSymbol[edge] ?? 0] !== turn) continue;
        isLed = true;
        if (isOpen) arrive(trie.edgeTarget[edge] ?? 0, first, last, ahead);
      }
      const any = trie.anyTarget[node] ?? -1;
      if (any < 0) continue;
      isLed = true;
      if (isOpen) arrive(any, first, last, ahead);
    }
    return isLed;
  };

  /** Moves the terms that wait on by a word with the symbols of set `number` and the last token `last`. */
  const goOn = (number: number, last: number, ahead: number): void => {
    const wordMask = sets.maskOf(number);
    // Most words lead nowhere from the terms that wait.
    if ((waiting.masks & wordMask) === 0) {
      waiting.passOver(turn);
      return;
    }
    const { count, place, mask } = waiting;
    let isNoted = false;
    arrived.clear();
    for (let at = 0; at < count; at++) {
      if (((mask[at] ?? 0) & wordMask) === 0 || deadEnds.has(place[at] ?? 0, number)) continue;
      if (!isNoted) for (const symbol of sets.get(number).inner) fittedIn[symbol] = turn;
      isNoted = true;
      if (!leadOn(at, last, ahead)) deadEnds.add(place[at] ?? 0, number);
    }
    waiting.passOver(turn);
    waiting.addAll(arrived);
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
      if (waiting.count > 0) goOn(number, last, ahead);
      const begun = sets.begunMaskOf(number) & ahead;
      if (begun !== 0 || sets.excludes(number)) {
        const { next, later, excluding: owners } = sets.get(number);
        for (const owner of owners) excluding.push({ owner, term: 0, first, last });
        if (begun !== 0) {
          if (next !== null && (next.mask & ahead) !== 0) wait(waiting, next, first);
          wait(waiting, later, first);
        }
      }
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
  };

  return { find, vocabulary };
}
