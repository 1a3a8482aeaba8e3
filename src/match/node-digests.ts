// What a matcher asks of a node of the trie at every word, worked out once: most states are dead before their edges need
// to be looked at.
import type { CompiledTerms, Trie } from "./compile-terms.ts";

/** A bit for a symbol, which it shares with others: where two masks have none in common, no symbol is in both. */
export const maskOf = (symbol: number): number => 1 << (Math.imul(symbol, 0x9e3779b1) >>> 27);

/** The masks of the symbols on the edges of each node. */
export function edgeMasksOf({ edgeStart, edgeSymbol, anyTarget }: Trie): Int32Array {
  const masks = new Int32Array(anyTarget.length);
  for (let node = 0; node < masks.length; node++) {
    let mask = 0;
    for (let edge = edgeStart[node] ?? 0; edge < (edgeStart[node + 1] ?? 0); edge++)
      mask |= maskOf(edgeSymbol[edge] ?? 0);
    masks[node] = mask;
  }
  return masks;
}

/** 1 for each symbol that stands on an edge behind the root. */
export function innerSymbols({ trie, symbols }: CompiledTerms): Uint8Array {
  const inner = new Uint8Array(symbols);
  for (let edge = trie.edgeStart[1] ?? 0; edge < trie.edgeSymbol.length; edge++)
    inner[trie.edgeSymbol[edge] ?? 0] = 1;
  return inner;
}

/** What is to be done at a node; most nodes only end a term. */
export const doing = { accepts: 1, gaps: 2, any: 4 } as const;

/** Of each node: what is to be done there, as bits. */
export function doingsOf({ acceptStart, gapStart, anyTarget }: Trie): Uint8Array {
  const doings = new Uint8Array(anyTarget.length);
  // A loop of its own, since every audit begins with it.
  for (let node = 0; node < doings.length; node++) {
    let does: number = (anyTarget[node] ?? -1) >= 0 ? doing.any : 0;
    if ((acceptStart[node] ?? 0) < (acceptStart[node + 1] ?? 0)) does |= doing.accepts;
    if ((gapStart[node] ?? 0) < (gapStart[node + 1] ?? 0)) does |= doing.gaps;
    doings[node] = does;
  }
  return doings;
}
