// The trie of all terms over word symbols: as it grows term by term, and flat as it is walked.
import type { TermStep, WordPattern } from "./parse-term.ts";

/**
 * The trie, flat: node 0 is the root; the edges of node n are those from `edgeStart[n]` up to `edgeStart[n + 1]`, and
 * likewise its gaps and the terms that end in it. Flat arrays are small, quick to walk and can be saved as they are.
 */
export interface Trie {
  readonly edgeStart: Int32Array;
  readonly edgeSymbol: Int32Array;
  readonly edgeTarget: Int32Array;
  /** Node that follows on any word, or -1. */
  readonly anyTarget: Int32Array;
  readonly gapStart: Int32Array;
  /** Node that is reached after up to `gapMax` words of anything. */
  readonly gapTarget: Int32Array;
  readonly gapMax: Int32Array;
  readonly acceptStart: Int32Array;
  /** Number of the rule in the list that was compiled. */
  readonly acceptOwner: Int32Array;
  /** Number of the term in that rule's list. */
  readonly acceptTerm: Int32Array;
  /** 1 for a term that excludes: what it covers is not taken for its rule. */
  readonly acceptExcept: Int32Array;
}

/** A node while the trie grows. */
interface GrowingNode {
  next: Map<number, number> | null;
  any: number;
  gaps: { node: number; max: number }[] | null;
  accepts: Accepted[] | null;
}

/** A term that ends in a node: its rule's number, its own, and whether it excludes. */
interface Accepted {
  readonly owner: number;
  readonly term: number;
  readonly except: boolean;
}

/** A trie that terms are put into. */
export interface OpenTrie {
  readonly insert: (steps: readonly TermStep[], accepted: Accepted) => void;
  readonly finish: () => Trie;
}

/** Starts without terms. `symbolsOf` gives the symbols of a step that any of these words takes. */
export function startTrie(symbolsOf: (anyOf: readonly WordPattern[]) => readonly number[]): OpenTrie {
  const nodes: GrowingNode[] = [newNode()];
  const insert = (steps: readonly TermStep[], accepted: Accepted): void => {
    let at = 0;
    for (const step of steps) {
      const node = nodes[at];
      if (node === undefined) return;
      if (step.kind === "gap") {
        node.gaps ??= [];
        let gap = node.gaps.find((candidate) => candidate.max === step.max);
        if (gap === undefined) {
          gap = { node: nodes.push(newNode()) - 1, max: step.max };
          node.gaps.push(gap);
        }
        at = gap.node;
      } else if (step.kind === "any") {
        if (node.any < 0) node.any = nodes.push(newNode()) - 1;
        at = node.any;
      } else {
        const symbols = symbolsOf(step.anyOf);
        node.next ??= new Map();
        const next = node.next.get(symbols[0] ?? -1) ?? nodes.push(newNode()) - 1;
        for (const symbol of symbols) node.next.set(symbol, next);
        at = next;
      }
    }
    const last = nodes[at];
    if (last === undefined) return;
    last.accepts ??= [];
    last.accepts.push(accepted);
  };

  return { insert, finish: () => flatten(nodes) };
}

function flatten(nodes: readonly GrowingNode[]): Trie {
  const edgeStart = [0];
  const edgeSymbol: number[] = [];
  const edgeTarget: number[] = [];
  const gapStart = [0];
  const gapTarget: number[] = [];
  const gapMax: number[] = [];
  const acceptStart = [0];
  const acceptOwner: number[] = [];
  const acceptTerm: number[] = [];
  const acceptExcept: number[] = [];
  for (const node of nodes) {
    for (const [symbol, target] of node.next ?? []) {
      edgeSymbol.push(symbol);
      edgeTarget.push(target);
    }
    for (const gap of node.gaps ?? []) {
      gapTarget.push(gap.node);
      gapMax.push(gap.max);
    }
    for (const accepted of node.accepts ?? []) {
      acceptOwner.push(accepted.owner);
      acceptTerm.push(accepted.term);
      acceptExcept.push(accepted.except ? 1 : 0);
    }
    edgeStart.push(edgeSymbol.length);
    gapStart.push(gapTarget.length);
    acceptStart.push(acceptOwner.length);
  }
  return {
    edgeStart: Int32Array.from(edgeStart),
    edgeSymbol: Int32Array.from(edgeSymbol),
    edgeTarget: Int32Array.from(edgeTarget),
    anyTarget: Int32Array.from(nodes, (node) => node.any),
    gapStart: Int32Array.from(gapStart),
    gapTarget: Int32Array.from(gapTarget),
    gapMax: Int32Array.from(gapMax),
    acceptStart: Int32Array.from(acceptStart),
    acceptOwner: Int32Array.from(acceptOwner),
    acceptTerm: Int32Array.from(acceptTerm),
    acceptExcept: Int32Array.from(acceptExcept),
  };
}

function newNode(): GrowingNode {
  return { next: null, any: -1, gaps: null, accepts: null };
}
