// Of all that was found, what stays: nothing that its own rule excludes, and of matches of one rule that lie within each
// other only the longest.
import type { Match } from "./match.ts";
import { digest, noSymbols, trait, type SymbolSets } from "./symbol-sets.ts";
import { lastToken } from "./token-symbols.ts";

/** What a walk through the tokens has found. */
export interface Found {
  /** Number of the symbol set of each token, or `secondHalf`: what is a term by itself. */
  readonly symbols: Int32Array;
  readonly tokens: number;
  /** Terms of several words, in any order. */
  readonly longer: Match[];
  /** What excludes. Its `term` means nothing. */
  readonly excluding: readonly Match[];
}

/** Words from `first` to `last`, inclusive. */
interface Stretch {
  first: number;
  last: number;
}

/** Makes the selection for terms whose owners are below `owners`. Matches come in the order of their places. */
export function createSelection(owners: number, sets: SymbolSets): (found: Found) => Match[] {
  /** Last token that a match of each owner has covered. */
  const reach = new Int32Array(owners);

  return ({ symbols, tokens, longer, excluding }) => {
    const digests = sets.digests();
    const matches: Match[] = [];
    reach.fill(-1);
    const isExcluded = excludedBy(excluding);
    const stays = (owner: number, first: number, last: number): boolean => {
      if (last <= (reach[owner] ?? -1) || isExcluded?.(owner, first, last) === true) return false;
      reach[owner] = last;
      return true;
    };
    longer.sort((a, b) => a.first - b.first || b.last - a.last || a.owner - b.owner || a.term - b.term);
    let next = 0;
    const takeLongerUntil = (first: number, last: number): void => {
      for (; next < longer.length; next++) {
        const match = longer[next];
        if (match === undefined || match.first > first || (match.first === first && match.last <= last))
          return;
        if (stays(match.owner, match.first, match.last)) matches.push(match);
      }
    };
    for (let first = 0; first < tokens; first++) {
      const number = symbols[first] ?? noSymbols;
      if (number <= noSymbols) continue;
      // Asked of the array: most words are no terms, and their sets need not be looked at.
      if (((digests[number * digest.length + digest.traits] ?? 0) & trait.term) === 0) continue;
      const { owners, terms } = sets.get(number);
      const last = lastToken(symbols, tokens, first);
      takeLongerUntil(first, last);
      for (let at = 0; at < owners.length; at++) {
        const owner = owners[at] ?? 0;
        if (stays(owner, first, last)) matches.push({ owner, term: terms[at] ?? 0, first, last });
      }
    }
    takeLongerUntil(Number.MAX_SAFE_INTEGER, 0);
    return matches;
  };
}

/**
 * Asked about matches in the order of their first tokens: does something that the owner excludes overlap the match?
 * Undefined when nothing excludes.
 */
function excludedBy(
  excluding: readonly Match[],
): ((owner: number, first: number, last: number) => boolean) | undefined {
  if (excluding.length === 0) return undefined;
  const byOwner = new Map<number, Stretch[]>();
  for (const { owner, first, last } of [...excluding].sort((a, b) => a.first - b.first)) {
    const stretches = byOwner.get(owner) ?? [];
    const before = stretches.at(-1);
    if (before !== undefined && first <= before.last) before.last = Math.max(before.last, last);
    else stretches.push({ first, last });
    byOwner.set(owner, stretches);
  }
  const cursors = new Map<number, number>();
  return (owner, first, last) => {
    const stretches = byOwner.get(owner);
    if (stretches === undefined) return false;
    let at = cursors.get(owner) ?? 0;
    while ((stretches[at]?.last ?? Number.MAX_SAFE_INTEGER) < first) at++;
    cursors.set(owner, at);
    return (stretches[at]?.first ?? Number.MAX_SAFE_INTEGER) <= last;
  };
}
