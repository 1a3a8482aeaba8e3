// Where terms of several words wait for their next one. Terms that a word has begun wait together, at one place, so that
// the words that lead nowhere pass all of them at once.
import type { Trie } from "./trie.ts";
import type { NodeDigests } from "./node-digests.ts";

/** Nodes of the trie at which terms wait. */
export interface WaitingPlace {
  /** Number of the place, counted from 0. */
  readonly number: number;
  readonly nodes: readonly number[];
  /** How many words on each of the nodes is left: 1 is the next word. */
  readonly reaches: readonly number[];
  /** The longest of `reaches`. */
  readonly reach: number;
  /** The masks of the nodes. */
  readonly mask: number;
}

export interface WaitingPlaces {
  readonly get: (number: number) => WaitingPlace | undefined;
  /** Where terms that have come to these nodes wait for the very next word; null when none of them goes on so. */
  readonly next: (nodes: readonly number[]) => WaitingPlace | null;
  /** Where they wait for a word that may come later; null when no word may be skipped behind any of them. */
  readonly later: (nodes: readonly number[]) => WaitingPlace | null;
  /** The same of a single node, made when it is first asked for. */
  readonly nextBehind: (node: number) => WaitingPlace | null;
  readonly laterBehind: (node: number) => WaitingPlace | null;
}

/** In the place of the number of a place: it has not been asked for, or there is none. */
const notAsked = 0;
const none = -1;

export function createWaitingPlaces(trie: Trie, { masks, skips }: NodeDigests): WaitingPlaces {
  const places: WaitingPlace[] = [];

  const place = (nodes: readonly number[], reaches: readonly number[]): WaitingPlace | null => {
    if (nodes.length === 0) return null;
    let mask = 0;
    let reach = 0;
    for (const node of nodes) mask |= masks[node] ?? 0;
    for (const words of reaches) if (words > reach) reach = words;
    const made = { number: places.length, nodes, reaches, reach, mask };
    places.push(made);
    return made;
  };

  const next = (nodes: readonly number[]): WaitingPlace | null => {
    const waiting: number[] = [];
    const reaches: number[] = [];
    for (const node of nodes) {
      if (masks[node] === 0) continue;
      waiting.push(node);
      reaches.push(1);
    }
    return place(waiting, reaches);
  };

  const later = (nodes: readonly number[]): WaitingPlace | null => {
    const waiting: number[] = [];
    const reaches: number[] = [];
    for (const node of nodes) {
      if (skips[node] === 0) continue;
      const end = trie.gapStart[node + 1] ?? 0;
      for (let gap = trie.gapStart[node] ?? 0; gap < end; gap++) {
        waiting.push(trie.gapTarget[gap] ?? 0);
        reaches.push(1 + (trie.gapMax[gap] ?? 0));
      }
    }
    return place(waiting, reaches);
  };

  /** Remembers by node what `make` makes of it: the number of the place + 1. */
  const byNode = (make: (nodes: readonly number[]) => WaitingPlace | null) => {
    const numbers = new Int32Array(masks.length);
    return (node: number): WaitingPlace | null => {
      const number = numbers[node] ?? none;
      if (number === none) return null;
      if (number !== notAsked) return places[number - 1] ?? null;
      const made = make([node]);
      numbers[node] = made === null ? none : made.number + 1;
      return made;
    };
  };

  return {
    get: (number) => places[number],
    next,
    later,
    nextBehind: byNode(next),
    laterBehind: byNode(later),
  };
}
