// The symbols that a word fits, as numbered sets: most words of a text fit none, and forms of one word the same. What the
// walk through the trie asks of a set is worked out once, when the set is first met.
import type { CompiledTerms, Trie } from "./compile-terms.ts";
import { anyWord, maskOf, type NodeDigests } from "./node-digests.ts";

/** The set of a token that fits no term. */
export const noSymbols = 0;

export interface SymbolSet {
  /** Rising. */
  readonly symbols: readonly number[];
  /** Those that a term may go on with; most terms are one word, and their symbols only begin one. */
  readonly inner: readonly number[];
  /** What `inner` has in common with the masks of nodes, or more. */
  readonly mask: number;
  /** Terms that a token with these symbols is by itself: owners, rising, and for each of them its first term. */
  readonly owners: readonly number[];
  readonly terms: readonly number[];
  /** Owners that exclude what such a token is by itself. */
  readonly excluding: readonly number[];
  /** Nodes at which terms that began with the token wait for more. */
  readonly begun: readonly number[];
  /** The masks of `begun`; all bits where the next word may be skipped. */
  readonly begunMask: number;
  /** Those of the symbols that also ask for the letters as they are written. */
  readonly cased: readonly number[];
}

export interface SymbolSets {
  /** Number of the set of these symbols; repeats and order make no difference. */
  readonly numberOf: (symbols: Iterable<number> | null) => number;
  readonly get: (number: number) => SymbolSet;
  /** The `mask` of a set; that of no symbols for what is no set. */
  readonly maskOf: (number: number) => number;
  /** Number of the set that holds the symbols of both. */
  readonly union: (one: number, other: number) => number;
  /** Number of the set without the symbols that ask for other letters than those at `start` of `text`. */
  readonly asWritten: (number: number, text: string, start: number) => number;
}

export function createSymbolSets({ trie, words, symbols }: CompiledTerms, digests: NodeDigests): SymbolSets {
  const rootTargets = targetsOfRoot(trie, symbols);
  const sets: SymbolSet[] = [];
  const numbers = new Map<string, number>();
  const unions = new Map<number, number>();
  let masks = new Int32Array(64);

  const waitsFor = (node: number): number => (digests.skips[node] === 1 ? -1 : (digests.masks[node] ?? 0));

  const describe = (held: readonly number[]): SymbolSet => {
    const inner = held.filter((symbol) => digests.innerSymbols[symbol] === 1);
    const targets = held.map((symbol) => rootTargets[symbol] ?? -1).filter((target) => target >= 0);
    const begun = targets.filter((target) => waitsFor(target) !== 0);
    return {
      symbols: held,
      inner,
      mask: inner.reduce((mask, symbol) => mask | maskOf(symbol), anyWord),
      ...singleTerms(trie, targets),
      begun,
      begunMask: begun.reduce((mask, target) => mask | waitsFor(target), 0),
      cased: words.cased.size === 0 ? [] : held.filter((symbol) => words.cased.has(symbol)),
    };
  };

  const get = (number: number): SymbolSet => sets[number] ?? empty;

  const numberOf = (symbols: Iterable<number> | null): number => {
    if (symbols === null) return noSymbols;
    const held = [...new Set(symbols)].sort((a, b) => a - b);
    const key = held.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = sets.push(describe(held)) - 1;
    numbers.set(key, number);
    if (number === masks.length) {
      const more = new Int32Array(masks.length * 2);
      more.set(masks);
      masks = more;
    }
    masks[number] = get(number).mask;
    return number;
  };

  const union = (one: number, other: number): number => {
    if (one === noSymbols || one === other) return other;
    if (other === noSymbols) return one;
    const key = Math.min(one, other) * 2 ** 26 + Math.max(one, other);
    let both = unions.get(key);
    if (both === undefined) {
      both = numberOf([...get(one).symbols, ...get(other).symbols]);
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
  return { numberOf, get, maskOf: (number) => masks[number] ?? anyWord, union, asWritten };
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
  nodes: readonly number[],
): Pick<SymbolSet, "owners" | "terms" | "excluding"> {
  const firstTerms = new Map<number, number>();
  const excluding = new Set<number>();
  for (const node of nodes) {
    const end = trie.acceptStart[node + 1] ?? 0;
    for (let accept = trie.acceptStart[node] ?? 0; accept < end; accept++) {
      const owner = trie.acceptOwner[accept] ?? 0;
      const term = trie.acceptTerm[accept] ?? 0;
      if (trie.acceptExcept[accept] === 1) excluding.add(owner);
      else firstTerms.set(owner, Math.min(term, firstTerms.get(owner) ?? term));
    }
  }
  const owners = [...firstTerms.keys()].sort((a, b) => a - b);
  return { owners, terms: owners.map((owner) => firstTerms.get(owner) ?? 0), excluding: [...excluding] };
}
