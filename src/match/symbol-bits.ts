// A bit for each symbol, so that one comparison of 31 bits tells of most words that they lead nowhere from where terms wait.
// There are thousands of symbols: what counts is which of them share a bit.
import type { CompiledTerms } from "./compile-terms.ts";
import type { Trie } from "./trie.ts";
import type { WordIndex } from "./word-index.ts";

/** Bits that groups of symbols have for themselves, and bits that the other groups share. */
const ownBits = 15;
const sharedBits = 16;
/** A group on fewer edges needs no bit for itself. */
const fewEdges = 8;

/** Of each symbol: its bit among those of one kind of nodes, 0 where it stands on none of their edges. */
export interface SymbolBits {
  /** For nodes that wait for the very next word. */
  readonly next: Int32Array;
  /** For nodes behind a gap: far fewer symbols, and hardly any of the little words that most sentences have. */
  readonly later: Int32Array;
}

/** Gives bits to the symbols of compiled terms; `isBehindGap` is 1 for each such node of the trie. */
export function symbolBits({ trie, symbols, words }: CompiledTerms, isBehindGap: Uint8Array): SymbolBits {
  const groups = groupSymbols(words, symbols);
  return {
    next: giveBits(countEdges(trie, symbols, isBehindGap, 0), groups),
    later: giveBits(countEdges(trie, symbols, isBehindGap, 1), groups),
  };
}

/** Of each symbol: the number of edges it stands on, behind gaps (1) or elsewhere (0). At the root no term waits. */
function countEdges(
  { edgeStart, edgeSymbol }: Trie,
  symbols: number,
  isBehindGap: Uint8Array,
  behindGap: 0 | 1,
): Int32Array {
  const counts = new Int32Array(symbols);
  for (let node = 1; node < isBehindGap.length; node++) {
    if (isBehindGap[node] !== behindGap) continue;
    const end = edgeStart[node + 1] ?? 0;
    for (let edge = edgeStart[node] ?? 0; edge < end; edge++) {
      const symbol = edgeSymbol[edge] ?? 0;
      counts[symbol] = (counts[symbol] ?? 0) + 1;
    }
  }
  return counts;
}

/**
 * The group of each symbol, by one of its symbols. A word such as "kvinnor" stands in many word sets and alternatives, so it
 * fits a dozen symbols: with one bit for all of them a word has few bits, and few words have them by chance.
 */
function groupSymbols({ exact, inflected, prefixes, suffixes }: WordIndex, symbols: number): Int32Array {
  const groups = new Int32Array(symbols).fill(-1);
  const together: (readonly number[])[] = [];
  for (const index of [exact, inflected, prefixes, suffixes])
    for (const fitted of index.values()) if (fitted.length > 1) together.push(fitted);
  together.sort((a, b) => b.length - a.length);
  for (const fitted of together) {
    const group = fitted.find((symbol) => groups[symbol] === -1);
    for (const symbol of fitted) if (groups[symbol] === -1) groups[symbol] = group ?? symbol;
  }
  for (let symbol = 0; symbol < symbols; symbol++) if (groups[symbol] === -1) groups[symbol] = symbol;
  return groups;
}

/**
 * Of each symbol with edges: the bit of its group. Groups that many terms go on with ("och", "i") are frequent in texts too
 * and have a bit for themselves, or each "och" would seem to lead on all the terms whose words share its bit.
 */
function giveBits(edgesOf: Int32Array, groups: Int32Array): Int32Array {
  const edgesOfGroups = new Int32Array(edgesOf.length);
  for (let symbol = 0; symbol < edgesOf.length; symbol++) {
    const group = groups[symbol] ?? 0;
    edgesOfGroups[group] = (edgesOfGroups[group] ?? 0) + (edgesOf[symbol] ?? 0);
  }
  const bits = new Int32Array(edgesOf.length);
  const frequent: number[] = [];
  for (let group = 0; group < edgesOf.length; group++) {
    if ((edgesOfGroups[group] ?? 0) >= fewEdges) frequent.push(group);
    bits[group] = 1 << (ownBits + ((Math.imul(group, 0x9e3779b1) >>> 8) % sharedBits));
  }
  frequent.sort((a, b) => (edgesOfGroups[b] ?? 0) - (edgesOfGroups[a] ?? 0) || a - b);
  for (const [bit, group] of frequent.slice(0, ownBits).entries()) bits[group] = 1 << bit;
  return edgesOf.map((edges, symbol) => (edges === 0 ? 0 : (bits[groups[symbol] ?? 0] ?? 0)));
}
