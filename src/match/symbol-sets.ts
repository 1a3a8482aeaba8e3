// The symbols that a word fits, as numbered sets: most words of a text fit none, and forms of one word the same. What the
// walk through the trie asks of a set is worked out once, when the set is first met.
import type { CompiledTerms } from "./compile-terms.ts";
import { anyWord, type NodeDigests } from "./node-digests.ts";
import type { Trie } from "./trie.ts";
import type { WaitingPlace, WaitingPlaces } from "./waiting-places.ts";

/** The set of a token that fits no term. */
export const noSymbols = 0;

export interface SymbolSet {
  /** Rising. */
  readonly symbols: readonly number[];
  /** Those that a term may go on with; most terms are one word, and their symbols only begin one. */
  readonly inner: readonly number[];
  /** Terms that a token with these symbols is by itself: owners, rising, and for each of them its first term. */
  readonly owners: readonly number[];
  readonly terms: readonly number[];
  /** Owners that exclude what such a token is by itself. */
  readonly excluding: readonly number[];
  /** Where terms that began with the token wait for the next word, and for one that may come later. */
  readonly next: WaitingPlace | null;
  readonly later: WaitingPlace | null;
  /** Those of the symbols that also ask for the letters as they are written. */
  readonly cased: readonly number[];
}

export interface SymbolSets {
  /** Number of the set of these symbols, which rise; it keeps the list. */
  readonly numberOf: (symbols: readonly number[] | null) => number;
  readonly get: (number: number) => SymbolSet;
  /** What is asked of every word of a text, by set (`digest`). Good until a set is met for the first time. */
  readonly digests: () => Int32Array;
  /** Does the set hold symbols that ask for the letters as written? */
  readonly isCased: (number: number) => boolean;
  /** Number of the set that holds the symbols of both. */
  readonly union: (one: number, other: number) => number;
  /** Number of the set without the symbols that ask for other letters than those at `start` of `text`. */
  readonly asWritten: (number: number, text: string, start: number) => number;
}

/** Adds a symbol to a list that rises, unless it is there. Symbols come nearly in order. */
export function addRising(symbols: number[], symbol: number): void {
  let at = symbols.length;
  while (at > 0 && (symbols[at - 1] ?? 0) > symbol) at--;
  if (at > 0 && symbols[at - 1] === symbol) return;
  if (at === symbols.length) symbols.push(symbol);
  else symbols.splice(at, 0, symbol);
}

/**
 * What is asked of every word lies side by side in one array, from `digest.length` times the number of its set: a set is an
 * object that lies anywhere in memory, and so does each of its lists.
 */
export const digest = {
  /** What its symbols have in common with the masks of nodes, or more: of nodes that wait for the next word, and behind gaps. */
  asNext: 0,
  asLater: 1,
  /** The masks of `next` and `later`, 0 where there is none. */
  next: 2,
  later: 3,
  /** Bits of `trait`. */
  traits: 4,
  length: 8,
} as const;

/** Is a token with the set a term by itself, does it exclude any, does the set ask for the letters as written? */
export const trait = { term: 1, excludes: 2, cased: 4 } as const;

export function createSymbolSets(
  { trie, words, symbols }: CompiledTerms,
  nodes: NodeDigests,
  places: WaitingPlaces,
): SymbolSets {
  const rootTargets = targetsOfRoot(trie, symbols);
  const sets: SymbolSet[] = [];
  const numbers = new Map<string, number>();
  const unions = new Map<number, number>();
  let digests = new Int32Array(64 * digest.length);

  const describe = (held: readonly number[]): SymbolSet => {
    const targets: number[] = [];
    const inner: number[] = [];
    const cased: number[] = [];
    for (const symbol of held) {
      const target = rootTargets[symbol] ?? -1;
      if (target >= 0) targets.push(target);
      if (((nodes.nextMasks[symbol] ?? 0) | (nodes.laterMasks[symbol] ?? 0)) !== 0) inner.push(symbol);
      if (words.cased.has(symbol)) cased.push(symbol);
    }
    const single = singleTerms(trie, nodes, targets);
    return {
      symbols: held,
      inner,
      ...single,
      next: places.next(targets),
      later: places.later(targets),
      cased,
    };
  };

  const get = (number: number): SymbolSet => sets[number] ?? empty;

  const numberOf = (held: readonly number[] | null): number => {
    if (held === null) return noSymbols;
    const key = held.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const set = describe(held);
    const number = sets.push(set) - 1;
    numbers.set(key, number);
    addDigest(number, set);
    return number;
  };

  const addDigest = (number: number, { inner, next, later, owners, excluding, cased }: SymbolSet): void => {
    const at = number * digest.length;
    if (at === digests.length) {
      const more = new Int32Array(at * 2);
      more.set(digests);
      digests = more;
    }
    let asNext = anyWord;
    let asLater = anyWord;
    for (const symbol of inner) {
      asNext |= nodes.nextMasks[symbol] ?? 0;
      asLater |= nodes.laterMasks[symbol] ?? 0;
    }
    digests[at + digest.asNext] = asNext;
    digests[at + digest.asLater] = asLater;
    digests[at + digest.next] = next?.mask ?? 0;
    digests[at + digest.later] = later?.mask ?? 0;
    digests[at + digest.traits] =
      (owners.length > 0 ? trait.term : 0) |
      (excluding.length > 0 ? trait.excludes : 0) |
      (cased.length > 0 ? trait.cased : 0);
  };

  const union = (one: number, other: number): number => {
    if (one === noSymbols || one === other) return other;
    if (other === noSymbols) return one;
    const key = Math.min(one, other) * 2 ** 26 + Math.max(one, other);
    let both = unions.get(key);
    if (both === undefined) {
      const symbols = [...get(one).symbols];
      for (const symbol of get(other).symbols) addRising(symbols, symbol);
      both = numberOf(symbols);
      unions.set(key, both);
    }
    return both;
  };

  const asWritten = (number: number, text: string, start: number): number => {
    const { cased, symbols } = get(number);
    const others = cased.filter(
      (symbol) => words.cased.get(symbol)?.some((form) => text.startsWith(form, start)) !== true,
    );
    return others.length === 0 ? number : numberOf(symbols.filter((symbol) => !others.includes(symbol)));
  };

  const empty = describe([]);
  numberOf([]);
  return {
    numberOf,
    get,
    digests: () => digests,
    isCased: (number) => ((digests[number * digest.length + digest.traits] ?? 0) & trait.cased) !== 0,
    union,
    asWritten,
  };
}

function targetsOfRoot({ edgeStart, edgeSymbol, edgeTarget }: Trie, symbols: number): Int32Array {
  const targets = new Int32Array(symbols).fill(-1);
  const end = edgeStart[1] ?? 0;
  for (let edge = 0; edge < end; edge++) targets[edgeSymbol[edge] ?? 0] = edgeTarget[edge] ?? 0;
  return targets;
}

/** The terms that end at the given nodes behind the root: one of each owner, since only one of those of a place stays. */
function singleTerms(
  trie: Trie,
  { accepts }: NodeDigests,
  nodes: readonly number[],
): Pick<SymbolSet, "owners" | "terms" | "excluding"> {
  const owners: number[] = [];
  const firstTerms = new Map<number, number>();
  const excluding: number[] = [];
  for (const node of nodes) {
    if (accepts[node] === 0) continue;
    const end = trie.acceptStart[node + 1] ?? 0;
    for (let accept = trie.acceptStart[node] ?? 0; accept < end; accept++) {
      const owner = trie.acceptOwner[accept] ?? 0;
      const term = trie.acceptTerm[accept] ?? 0;
      if (trie.acceptExcept[accept] === 1) {
        if (!excluding.includes(owner)) excluding.push(owner);
        continue;
      }
      addRising(owners, owner);
      firstTerms.set(owner, Math.min(term, firstTerms.get(owner) ?? term));
    }
  }
  return { owners, terms: owners.map((owner) => firstTerms.get(owner) ?? 0), excluding };
}
