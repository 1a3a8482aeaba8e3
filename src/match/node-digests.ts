// What the walk through the trie asks of a node at every word, worked out once: most terms are dead before the edges they
// stand at need to be looked at.
import type { CompiledTerms, Trie } from "./compile-terms.ts";

/** The bit that every word has in its mask, for nodes that any word leads on from. */
export const anyWord = 1 << 31;

/** A bit for a symbol, which it shares with others: where two masks have none in common, no symbol is in both. */
export const maskOf = (symbol: number): number => 1 << ((Math.imul(symbol, 0x9e3779b1) >>> 8) % 31);

export interface NodeDigests {
  /** Of each node: the masks of the symbols on its edges, and `anyWord` where any word will do. */
  readonly masks: Int32Array;
  /** Of each node: 1 when terms end there. */
  readonly accepts: Uint8Array;
  /** Of each node: 1 when words may be skipped behind it. */
  readonly skips: Uint8Array;
  /** 1 for each symbol that stands on an edge behind the root. */
  readonly innerSymbols: Uint8Array;
}

/** Digests the nodes of a trie in plain loops, since every audit begins with them. */
export function digestNodes({ trie, symbols }: CompiledTerms): NodeDigests {
  const { edgeStart, edgeSymbol, anyTarget, acceptStart, gapStart } = trie;
  const nodes = anyTarget.length;
  const masks = new Int32Array(nodes);
  const accepts = new Uint8Array(nodes);
  const skips = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const end = edgeStart[node + 1] ?? 0;
    let mask = (anyTarget[node] ?? -1) >= 0 ? anyWord : 0;
    for (let edge = edgeStart[node] ?? 0; edge < end; edge++) mask |= maskOf(edgeSymbol[edge] ?? 0);
    masks[node] = mask;
    if ((acceptStart[node] ?? 0) < (acceptStart[node + 1] ?? 0)) accepts[node] = 1;
    if ((gapStart[node] ?? 0) < (gapStart[node + 1] ?? 0)) skips[node] = 1;
  }
  return { masks, accepts, skips, innerSymbols: innerSymbolsOf(trie, symbols) };
}

function innerSymbolsOf({ edgeStart, edgeSymbol }: Trie, symbols: number): Uint8Array {
  const inner = new Uint8Array(symbols);
  for (let edge = edgeStart[1] ?? 0; edge < edgeSymbol.length; edge++) inner[edgeSymbol[edge] ?? 0] = 1;
  return inner;
}
