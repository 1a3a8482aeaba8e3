// Terms of several words on their way: a word begins them, later words lead them on from node to node of the trie, until one
// is found whole or its sentence ends.
import type { Match } from "./match.ts";
import type { NodeDigests } from "./node-digests.ts";
import type { Steps } from "./steps.ts";
import type { Trie } from "./trie.ts";
import type { WaitingPlace, WaitingPlaces } from "./waiting-places.ts";
import { LedTerms, WaitingTerms } from "./waiting-terms.ts";

/** What stands behind a word in its sentence or cell: what need not be waited for is known before. */
export interface Ahead {
  /** Set and mask of the next word; the mask is 0 where there is none. */
  set: number;
  next: number;
  /** The masks of all words behind gaps. */
  later: number;
}

/** Terms on their way through a text. */
export interface TermWalk {
  /** Forgets the text before, which may have been stopped anywhere. What is found in this one is put into the lists. */
  readonly begin: () => { readonly longer: Match[]; readonly excluding: Match[] };
  /** Does no term wait to be led on? */
  readonly isIdle: () => boolean;
  /** A barrier: no term reaches over it. */
  readonly stop: () => void;
  /** Leads on what is on its way by a word with set `number`, `mask` behind gaps, that ends with the token `last`. */
  readonly move: (number: number, mask: number, last: number, ahead: Ahead) => void;
  /** Lets a term go on with the next word, unless that leads nowhere from the place. */
  readonly leadOn: (place: WaitingPlace | null, first: number, ahead: Ahead) => void;
  /** Lets a term wait at the place, unless no word of the sentence leads on from there. */
  readonly wait: (place: WaitingPlace | null, first: number, ahead: Ahead) => void;
  /** The word is done with. */
  readonly passOn: () => void;
}

export function createTermWalk(
  trie: Trie,
  { masks, accepts, skips }: NodeDigests,
  places: WaitingPlaces,
  steps: Steps,
): TermWalk {
  /** Terms that the word of now leads on, and those that the next word does. */
  let led = new LedTerms();
  let ledNext = new LedTerms();
  /** Terms that the word of now or a later one may lead on. */
  const waiting = new WaitingTerms();
  /** Those that have come to a place by the word of now; from the next word on they wait with the others. */
  const arrived = new WaitingTerms();
  /** Counts the words of a text while terms wait. */
  let turn = 0;
  let longer: Match[] = [];
  let excluding: Match[] = [];

  const leadOn = (place: WaitingPlace | null, first: number, ahead: Ahead): void => {
    const step = place === null ? null : steps(place, ahead.set);
    if (step !== null) ledNext.add(step, first);
  };

  const waitAmong = (among: WaitingTerms, place: WaitingPlace | null, first: number, ahead: Ahead): void => {
    if (place !== null && (place.mask & ahead.later) !== 0)
      among.add(place.number, place.mask, first, turn + place.reach);
  };

  /** A term of several words has come to a node with the token `last`. */
  const arrive = (node: number, first: number, last: number, ahead: Ahead): void => {
    if (accepts[node] === 1) accept(node, first, last);
    if (((masks[node] ?? 0) & ahead.next) !== 0) leadOn(places.nextBehind(node), first, ahead);
    if (skips[node] === 1) waitAmong(arrived, places.laterBehind(node), first, ahead);
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

  return {
    begin: () => {
      longer = [];
      excluding = [];
      waiting.clear();
      arrived.clear();
      led.count = ledNext.count = turn = 0;
      return { longer, excluding };
    },
    isIdle: () => waiting.count === 0 && led.count === 0,
    stop: () => {
      waiting.clear();
    },
    move: (number, mask, last, ahead) => {
      turn++;
      if (led.count > 0) moveLed(last, ahead);
      if (waiting.count > 0) {
        if ((waiting.masks & mask) !== 0) moveWaiting(number, mask, last, ahead);
        waiting.passOver(turn);
      }
      if (arrived.count > 0) {
        waiting.addAll(arrived);
        arrived.clear();
      }
    },
    leadOn,
    wait: (place, first, ahead) => {
      waitAmong(waiting, place, first, ahead);
    },
    passOn: () => {
      const moved = led;
      led = ledNext;
      ledNext = moved;
      ledNext.count = 0;
    },
  };
}
