// Terms of all rules → one trie over word symbols. A symbol stands for one place of a term ("kvinna", "{män}",
// "jämställdhets*"); each distinct word of a text is looked up once and known by the symbols it fits.
import { parseTerm, type TermStep } from "./parse-term.ts";
import { startTrie, type Trie } from "./trie.ts";
import { startWordIndex, type WordIndex } from "./word-index.ts";

export interface CompiledTerms {
  readonly trie: Trie;
  readonly symbols: number;
  readonly words: WordIndex;
}

/** A list of terms with what is excluded from it. */
export interface TermList {
  readonly terms: readonly string[];
  readonly except: readonly string[];
  /** The sets that these terms may name, when they are not those of all lists. */
  readonly wordSets?: ReadonlyMap<string, readonly string[]> | undefined;
}

/**
 * Compiles term lists. Terms that do not parse are left out here: the loader of rule packs has refused them before.
 */
export function compileTerms(
  lists: readonly TermList[],
  wordSets: ReadonlyMap<string, readonly string[]>,
): CompiledTerms {
  const index = startWordIndex();
  const trie = startTrie(index.symbolsOf);
  for (const [owner, list] of lists.entries()) {
    for (const [except, terms] of [
      [false, list.terms],
      [true, list.except],
    ] as const) {
      for (const [term, written] of terms.entries()) {
        const parsed = parseTerm(written, list.wordSets ?? wordSets);
        if ("problem" in parsed) continue;
        for (const steps of expandOptional(parsed.steps)) trie.insert(steps, { owner, term, except });
      }
    }
  }
  return { trie: trie.finish(), ...index.finish() };
}

/** A term with optional words → the terms it stands for. */
function expandOptional(steps: readonly TermStep[]): TermStep[][] {
  let variants: TermStep[][] = [[]];
  for (const step of steps) {
    const withStep = variants.map((variant) => [...variant, step]);
    variants = step.kind === "word" && step.optional ? [...withStep, ...variants] : withStep;
  }
  return variants.filter((variant) => variant.some((step) => step.kind === "word"));
}
