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
import { createWaitingPlaces } from "./waiting-places.ts";
import { createTermWalk, type Ahead } from "./walk-terms.ts";

/** Finds terms in tokens; keeps what it has learnt about each word of the vocabulary between texts. */
export interface Matcher {
  readonly find: (text: string, tokens: Tokens) => Match[];
  readonly vocabulary: Vocabulary;
}

/** Binds compiled terms to a vocabulary. */
export function createMatcher(compiled: CompiledTerms | DigestedTerms, vocabulary: Vocabulary): Matcher {
  const { trie, words } = compiled;
  const digests = "digests" in compiled ? compiled.digests : digestNodes(compiled);
  const places = createWaitingPlaces(trie, digests);
  const sets = createSymbolSets(compiled, digests, places);
  const symbolsOf = createTokenSymbols(words, vocabulary, sets);
  const select = createSelection(
    trie.acceptOwner.reduce((most, owner) => Math.max(most, owner + 1), 0),
    sets,
  );

  const walk = createTermWalk(trie, digests, places, createSteps(compiled, sets));
  /** Of each token of a text: the masks of the words behind it, up to the next barrier. */
  let masksBehind = new Int32Array(1 << 12);

  const find = (text: string, tokens: Tokens): Match[] => {
    const { count, marks } = tokens;
    const symbols = symbolsOf(text, tokens);
    const digests = sets.digests();
    lookAhead(symbols, tokens, digests);
    const { longer, excluding } = walk.begin();
    const ahead: Ahead = { set: noSymbols, next: 0, later: 0 };
    for (let first = 0; first < count; first++) {
      if (((marks[first] ?? 0) & tokenMark.barrier) !== 0) walk.stop();
      const number = symbols[first] ?? noSymbols;
      if (number === noSymbols && walk.isIdle()) continue;
      const last = lastToken(symbols, count, first);
      const next = last + 1;
      const isNext = next < count && ((marks[next] ?? 0) & tokenMark.barrier) === 0;
      ahead.set = isNext ? (symbols[next] ?? noSymbols) : noSymbols;
      ahead.next = isNext ? (digests[ahead.set * digest.length + digest.asNext] ?? 0) : 0;
      ahead.later = masksBehind[last] ?? 0;

      const digestAt = number * digest.length;
      walk.move(number, digests[digestAt + digest.asLater] ?? 0, last, ahead);
      const goesOnNext = ((digests[digestAt + digest.next] ?? 0) & ahead.next) !== 0;
      const goesOnLater = ((digests[digestAt + digest.later] ?? 0) & ahead.later) !== 0;
      const excludes = ((digests[digestAt + digest.traits] ?? 0) & trait.excludes) !== 0;
      if (goesOnNext || goesOnLater || excludes) {
        const { next: nextPlace, later: laterPlace, excluding: owners } = sets.get(number);
        for (const owner of owners) excluding.push({ owner, term: 0, first, last });
        if (goesOnNext) walk.leadOn(nextPlace, first, ahead);
        if (goesOnLater) walk.wait(laterPlace, first, ahead);
      }
      walk.passOn();
      first = last;
    }
    return select({ symbols, tokens: count, longer, excluding });
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
