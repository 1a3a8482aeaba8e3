// What the walk through the trie asks of a node at every word, worked out once: most terms are dead before the edges they
// stand at need to be looked at.
import type { CompiledTerms } from "./compile-terms.ts";
import { symbolBits } from "./symbol-bits.ts";

/** The bit that every word has in its mask, for nodes that any word leads on from. */
export const anyWord = 1 << 31;

export interface NodeDigests {
  /** Of each symbol: its bit in the masks of nodes that wait for the very next word; 0 where it leads on from none of them. */
  readonly nextMasks: Int32Array;
  /** Likewise for nodes behind a gap. */
  readonly laterMasks: Int32Array;
  /** Of each node: the bits of the symbols on its edges, and `anyWord` where any word will do. */
  readonly masks: Int32Array;
  /** Of each node: 1 when terms end there. */
  readonly accepts: Uint8Array;
  /** Of each node: 1 when words may be skipped behind it. */
  readonly skips: Uint8Array;
}

/** Compiled terms whose nodes have been digested, as the build saves them. */
export interface DigestedTerms extends CompiledTerms {
  readonly digests: NodeDigests;
}

/** Digests the nodes of a trie. */
export function digestNodes(compiled: CompiledTerms): NodeDigests {
  const { edgeStart, edgeSymbol, anyTarget, acceptStart, gapStart, gapTarget } = compiled.trie;
  const nodes = anyTarget.length;
  const isBehindGap = new Uint8Array(nodes);
  for (let gap = 0; gap < gapTarget.length; gap++) isBehindGap[gapTarget[gap] ?? 0] = 1;
  const { next: nextMasks, later: laterMasks } = symbolBits(compiled, isBehindGap);
  const masks = new Int32Array(nodes);
  const accepts = new Uint8Array(nodes);
  const skips = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const end = edgeStart[node + 1] ?? 0;
    const bits = isBehindGap[node] === 1 ? laterMasks : nextMasks;
    let mask = (anyTarget[node] ?? -1) >= 0 ? anyWord : 0;
    for (let edge = edgeStart[node] ?? 0; edge < end; edge++) mask |= bits[edgeSymbol[edge] ?? 0] ?? 0;
    masks[node] = mask;
    if ((acceptStart[node] ?? 0) < (acceptStart[node + 1] ?? 0)) accepts[node] = 1;
    if ((gapStart[node] ?? 0) < (gapStart[node + 1] ?? 0)) skips[node] = 1;
  }
  return { nextMasks, laterMasks, masks, accepts, skips };
}
