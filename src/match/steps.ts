// Where a word leads from the place at which terms wait. Most words lead nowhere from most places, and the same words meet
// the same places again and again: what was found for a pair is remembered.
import type { CompiledTerms } from "./compile-terms.ts";
import { KnownSteps, type Step } from "./known-steps.ts";
import type { SymbolSets } from "./symbol-sets.ts";
import type { WaitingPlace } from "./waiting-places.ts";

/** Answers the step from a place by a word with the symbols of a set; null when it leads nowhere. */
export type Steps = (place: WaitingPlace, set: number) => Step | null;

export function createSteps({ trie, symbols }: CompiledTerms, sets: SymbolSets): Steps {
  const known = new KnownSteps();
  /** The symbols of the word, and which those are. Wiped out by the next word: a text may be stopped anywhere. */
  let fitted: readonly number[] = [];
  const isFitted = new Uint8Array(symbols);

  const stepFrom = ({ nodes, reaches }: WaitingPlace): Step | null => {
    const targets: number[] = [];
    const within: number[] = [];
    for (let position = 0; position < nodes.length; position++) {
      const node = nodes[position] ?? 0;
      const reach = reaches[position] ?? 0;
      const end = trie.edgeStart[node + 1] ?? 0;
      for (let edge = trie.edgeStart[node] ?? 0; edge < end; edge++) {
        if (isFitted[trie.edgeSymbol[edge] ?? 0] === 0) continue;
        targets.push(trie.edgeTarget[edge] ?? 0);
        within.push(reach);
      }
      const any = trie.anyTarget[node] ?? -1;
      if (any < 0) continue;
      targets.push(any);
      within.push(reach);
    }
    return targets.length === 0 ? null : { nodes: targets, within };
  };

  return (place, set) => {
    const remembered = known.get(place.number, set);
    if (remembered !== undefined) return remembered;
    for (const symbol of fitted) isFitted[symbol] = 0;
    fitted = sets.get(set).inner;
    for (const symbol of fitted) isFitted[symbol] = 1;
    const step = stepFrom(place);
    known.add(place.number, set, step);
    return step;
  };
}
