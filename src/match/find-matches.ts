// All terms of all rules, found in one pass over the tokens: each word is a set of symbols, and terms of several words walk
// through the trie from word to word. Facts only: what a match is worth is for judge/ to say.
import { tokenMark, type Tokens } from "../language/tokens.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { CompiledTerms } from "./compile-terms.ts";
import type { Match } from "./match.ts";
import { digestNodes, type DigestedTerms } from "./node-digests.ts";
import { createSelection } from "./select-matches.ts";
import { createSteps } from "./steps.ts";
import { createSymbolSets, digest, noSymbols, trait } from "./symbol-sets.ts";
import { createTokenSymbols, lastToken } from "./token-symbols.ts";
import { createWaitingPlaces, type WaitingPlace } from "./waiting-places.ts";
import { LedTerms, WaitingTerms } from "./waiting-terms.ts";

/** Finds terms in tokens; keeps what it has learnt about each word of the vocabulary between texts. */
export interface Matcher {
  readonly find: (text: string, tokens: Tokens) => Match[];
  readonly vocabulary: Vocabulary;
}

/** What stands behind a word in its sentence or cell: what need not be waited for is known before. */
interface Ahead {
  /** Set and mask of the next word; the mask is 0 where there is none. */
  set: number;
  next: number;
  /** The masks of all words behind gaps. */
  later: number;
}

/** Binds compiled terms to a vocabulary. */
export function createMatcher(compiled: CompiledTerms | DigestedTerms, vocabulary: Vocabulary): Matcher {
  const { trie, words } = compiled;
  const digests = "digests" in compiled ? compiled.digests : digestNodes(compiled);
  const { masks, accepts, skips } = digests;
  const places = createWaitingPlaces(trie, digests);
  const sets = createSymbolSets(compiled, digests, places);
  const symbolsOf = createTokenSymbols(words, vocabulary, sets);
  const select = createSelection(
    trie.acceptOwner.reduce((most, owner) => Math.max(most, owner + 1), 0),
    sets,
  );

  const steps = createSteps(compiled, sets);

  /** Terms that the word of now leads on, and those that the next word does. */
  let led = new LedTerms();
  let ledNext = new LedTerms();
  /** Terms that the word of now or a later one may lead on. */
  const waiting = new WaitingTerms();
  /** Those that have come to a place by the word of now; from the next word on they wait with the others. */
  const arrived = new WaitingTerms();
  /** Counts the words of a text while terms wait. */
  let turn = 0;
  /** Of each token of a text: the masks of the words behind it, up to the next barrier. */
  let masksBehind = new Int32Array(1 << 12);

  let longer: Match[] = [];
  let excluding: Match[] = [];

  /** Lets a term go on with the next word, unless that leads nowhere from the place. */
  const leadOn = (place: WaitingPlace | null, first: number, ahead: Ahead): void => {
    const step = place === null ? null : steps(place, ahead.set);
    if (step !== null) ledNext.add(step, first);
  };

  /** Lets a term wait at the place, unless no word of the sentence leads on from there. */
  const wait = (among: WaitingTerms, place: WaitingPlace | null, first: number, ahead: Ahead): void => {
    if (place !== null && (place.mask & ahead.later) !== 0)
      among.add(place.number, place.mask, first, turn + place.reach);
  };

  /** A term of several words has come to a node with the token `last`. */
  const arrive = (node: number, first: number, last: number, ahead: Ahead): void => {
    if (accepts[node] === 1) accept(node, first, last);
    if (((masks[node] ?? 0) & ahead.next) !== 0) leadOn(places.nextBehind(node), first, ahead);
    if (skips[node] === 1) wait(arrived, places.laterBehind(node), first, ahead);
  };

  const accept = (node: number, first: number, last: number): void => {
    const end = trie.acceptStart[node + 1] ?? 0;
    for (let at = trie.acceptStart[node] ?? 0; at < end; at++) {
      const match = { owner: trie.acceptOwner[at] ?? 0, term: trie.acceptTerm[at] ?? 0, first, last };
      (trie.acceptExcept[at] === 1 ? excluding : longer).push(match);
    }
  };

  /** Moves the terms that were known to go on with the word that ends with the token `last`. */
  const moveLed = (last: number, ahead: Ahead): void => {
    const { count, steps, firsts } = led;
    for (let at = 0; at < count; at++) {
      const nodes = steps[at]?.nodes ?? [];
      const first = firsts[at] ?? 0;
      for (let position = 0; position < nodes.length; position++)
        arrive(nodes[position] ?? 0, first, last, ahead);
    }
  };

  /** Moves the terms that wait by a word with set `number` and what it has in common with nodes, `wordMask`. */
  const moveWaiting = (number: number, wordMask: number, last: number, ahead: Ahead): void => {
    const { count, place, mask, first, until } = waiting;
    for (let at = 0; at < count; at++) {
      if (((mask[at] ?? 0) & wordMask) === 0) continue;
      const from = places.get(place[at] ?? 0);
      const step = from === undefined ? null : steps(from, number);
      if (from === undefined || step === null) continue;
      const { nodes, within } = step;
      /** How many words ago it came to the place. */
      const since = turn - (until[at] ?? 0) + from.reach;
      for (let position = 0; position < nodes.length; position++) {
        if (since <= (within[position] ?? 0)) arrive(nodes[position] ?? 0, first[at] ?? 0, last, ahead);
      }
    }
  };

  const find = (text: string, tokens: Tokens): Match[] => {
    const { count, marks } = tokens;
    const symbols = symbolsOf(text, tokens);
    const digests = sets.digests();
    lookAhead(symbols, tokens, digests);
    forget();
    const ahead: Ahead = { set: noSymbols, next: 0, later: 0 };
    for (let first = 0; first < count; first++) {
      if (((marks[first] ?? 0) & tokenMark.barrier) !== 0) waiting.clear();
      const number = symbols[first] ?? noSymbols;
      if (number === noSymbols && waiting.count === 0 && led.count === 0) continue;
      const last = lastToken(symbols, count, first);
      const next = last + 1;
      const isNext = next < count && ((marks[next] ?? 0) & tokenMark.barrier) === 0;
      ahead.set = isNext ? (symbols[next] ?? noSymbols) : noSymbols;
      ahead.next = isNext ? (digests[ahead.set * digest.length + digest.asNext] ?? 0) : 0;
      ahead.later = masksBehind[last] ?? 0;

      turn++;
      const digestAt = number * digest.length;
      if (led.count > 0) moveLed(last, ahead);
      if (waiting.count > 0) {
        const wordMask = digests[digestAt + digest.asLater] ?? 0;
        if ((waiting.masks & wordMask) !== 0) moveWaiting(number, wordMask, last, ahead);
        waiting.passOver(turn);
      }
      if (arrived.count > 0) {
        waiting.addAll(arrived);
        arrived.clear();
      }

      const goesOnNext = ((digests[digestAt + digest.next] ?? 0) & ahead.next) !== 0;
      const goesOnLater = ((digests[digestAt + digest.later] ?? 0) & ahead.later) !== 0;
      const excludes = ((digests[digestAt + digest.traits] ?? 0) & trait.excludes) !== 0;
      if (goesOnNext || goesOnLater || excludes) {
        const { next: nextPlace, later: laterPlace, excluding: owners } = sets.get(number);
        for (const owner of owners) excluding.push({ owner, term: 0, first, last });
        if (goesOnNext) leadOn(nextPlace, first, ahead);
        if (goesOnLater) wait(waiting, laterPlace, first, ahead);
      }
      const moved = led;
      led = ledNext;
      ledNext = moved;
      ledNext.count = 0;
      first = last;
    }
    return select({ symbols, tokens: count, longer, excluding });
  };

  /** Forgets the text before, which may have been stopped anywhere. */
  const forget = (): void => {
    longer = [];
    excluding = [];
    waiting.clear();
    arrived.clear();
    led.count = ledNext.count = turn = 0;
  };

  /** Fills `masksBehind`. */
  const lookAhead = (symbols: Int32Array, { count, marks }: Tokens, digests: Int32Array): void => {
    if (masksBehind.length < count) masksBehind = new Int32Array(Math.max(count, masksBehind.length * 2));
    let behind = 0;
    for (let at = count - 1; at >= 0; at--) {
      masksBehind[at] = behind;
      const number = symbols[at] ?? noSymbols;
      if (((marks[at] ?? 0) & tokenMark.barrier) !== 0) behind = 0;
      else if (number >= noSymbols) behind |= digests[number * digest.length + digest.asLater] ?? 0;
    }
  };

  return { find, vocabulary };
}
