// Terms of all rules → one trie over word symbols. A symbol stands for one place of a term ("kvinna", "{män}",
// "jämställdhets*"); each distinct word of a text is looked up once and known by the symbols it fits.
import { inflectedForms } from "../language/inflection.ts";
import { stemOf } from "../language/stem.ts";
import { makeSieveTable } from "./word-sieve.ts";
import type { WordLookup } from "./saved-index.ts";
import { parseTerm, type TermStep, type WordPattern } from "./parse-term.ts";

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

export interface CompiledTerms {
  readonly trie: Trie;
  readonly symbols: number;
  readonly words: WordIndex;
}

/** A node while the trie grows. */
interface GrowingNode {
  next: Map<number, number> | null;
  any: number;
  gaps: { node: number; max: number }[] | null;
  accepts: { owner: number; term: number; except: boolean }[] | null;
}

/** How words find their symbols. All keys are lower case. */
export interface WordIndex {
  readonly exact: WordLookup<number>;
  readonly inflected: WordLookup<number>;
  readonly prefixes: WordLookup<number>;
  readonly shortestPrefix: number;
  readonly longestPrefix: number;
  /** Inflected forms of last elements. */
  readonly suffixes: WordLookup<number>;
  readonly infixes: readonly (readonly [part: string, symbol: number])[];
  /** Stems, for the wide net. */
  readonly stems: WordLookup<number>;
  /** Words and first elements of eight letters or more that hold å, ä or ö, by their form without them (T-52, T-06). */
  readonly foldedWords: WordLookup<string>;
  readonly foldedPrefixes: WordLookup<string>;
  /** Symbols that also ask for the letters as written. */
  readonly cased: ReadonlyMap<number, readonly string[]>;
  readonly number: readonly number[];
  readonly year: readonly number[];
  readonly name: readonly number[];
  /** Most words meet no rule; this tells so without a look-up (word-sieve.ts). */
  readonly sieve: Uint8Array;
}

/** A list of terms with what is excluded from it. */
export interface TermList {
  readonly terms: readonly string[];
  readonly except: readonly string[];
  /** The sets that these terms may name, when they are not those of all lists. */
  readonly wordSets?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Shortest word whose form without å ä ö is accepted: shorter ones collide (kön → kon, män → man). */
const foldedLengthAtLeast = 8;

/**
 * Compiles term lists. Terms that do not parse are left out here: the loader of rule packs has refused them before.
 */
export function compileTerms(
  lists: readonly TermList[],
  wordSets: ReadonlyMap<string, readonly string[]>,
): CompiledTerms {
  const nodes: GrowingNode[] = [newNode()];
  const symbols = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const inflected = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();
  const suffixes = new Map<string, number[]>();
  const infixes: [string, number][] = [];
  const stems = new Map<string, number[]>();
  const foldedWords = new Map<string, string[]>();
  const foldedPrefixes = new Map<string, string[]>();
  const cased = new Map<number, string[]>();
  const number: number[] = [];
  const year: number[] = [];
  const name: number[] = [];

  const register = (pattern: WordPattern, symbol: number): void => {
    switch (pattern.kind) {
      case "inflected":
        add(inflected, pattern.word, symbol);
        addFolded(foldedWords, pattern.word);
        return;
      case "exact":
        add(exact, pattern.word, symbol);
        addFolded(foldedWords, pattern.word);
        return;
      case "cased":
        add(exact, pattern.word, symbol);
        cased.set(symbol, [...(cased.get(symbol) ?? []), pattern.written]);
        return;
      case "prefix":
        add(prefixes, pattern.part, symbol);
        addFolded(foldedPrefixes, pattern.part);
        return;
      case "suffix":
        for (const form of inflectedForms(pattern.part)) add(suffixes, form, symbol);
        return;
      case "infix":
        infixes.push([pattern.part, symbol]);
        return;
      case "stem":
        add(stems, stemOf(pattern.word), symbol);
        return;
      case "number":
        addOnce(number, symbol);
        return;
      case "year":
        addOnce(year, symbol);
        return;
      case "name":
        addOnce(name, symbol);
    }
  };

  const symbolOf = (anyOf: readonly WordPattern[], key = JSON.stringify(anyOf)): number => {
    const known = symbols.get(key);
    if (known !== undefined) return known;
    const symbol = symbols.size;
    symbols.set(key, symbol);
    for (const pattern of anyOf) register(pattern, symbol);
    return symbol;
  };

  /** One symbol; two where only some of the words ask for letters as written, for a symbol asks for them or does not. */
  const symbolsOf = (anyOf: readonly WordPattern[]): readonly number[] => {
    const written = anyOf.filter(({ kind }) => kind === "cased");
    if (written.length === 0 || written.length === anyOf.length) return [symbolOf(anyOf)];
    const others = anyOf.filter(({ kind }) => kind !== "cased");
    // Both lead to the same node, so neither may be the symbol of another step.
    const key = JSON.stringify(anyOf);
    return [symbolOf(written, `${key} as written`), symbolOf(others, `${key} others`)];
  };

  const insert = (
    steps: readonly TermStep[],
    accepted: { owner: number; term: number; except: boolean },
  ): void => {
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

  for (const [owner, list] of lists.entries()) {
    for (const [except, terms] of [
      [false, list.terms],
      [true, list.except],
    ] as const) {
      for (const [term, written] of terms.entries()) {
        const parsed = parseTerm(written, list.wordSets ?? wordSets);
        if ("problem" in parsed) continue;
        for (const steps of expandOptional(parsed.steps)) insert(steps, { owner, term, except });
      }
    }
  }

  const prefixLengths = [...prefixes.keys(), ...foldedPrefixes.keys()].map((part) => part.length);
  return {
    trie: flatten(nodes),
    symbols: symbols.size,
    words: {
      exact,
      inflected,
      prefixes,
      shortestPrefix: Math.min(...prefixLengths, Number.MAX_SAFE_INTEGER),
      longestPrefix: Math.max(...prefixLengths, 0),
      suffixes,
      infixes,
      stems,
      foldedWords,
      foldedPrefixes,
      cased,
      number,
      year,
      name,
      sieve: makeSieveTable({ inflected, prefixes, suffixes, foldedWords, foldedPrefixes }),
    },
  };
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

function add(index: Map<string, number[]>, key: string, symbol: number): void {
  const symbols = index.get(key);
  if (symbols === undefined) index.set(key, [symbol]);
  else addOnce(symbols, symbol);
}

function addOnce(symbols: number[], symbol: number): void {
  if (!symbols.includes(symbol)) symbols.push(symbol);
}

/** "jämställdhet" → "jamstalldhet". */
export function foldDiacritics(word: string): string {
  return word.replace(/[åä]/g, "a").replaceAll("ö", "o");
}

function addFolded(index: Map<string, string[]>, word: string): void {
  if (word.length < foldedLengthAtLeast || !/[åäö]/.test(word)) return;
  const folded = foldDiacritics(word);
  const words = index.get(folded);
  if (words === undefined) index.set(folded, [word]);
  else if (!words.includes(word)) words.push(word);
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
