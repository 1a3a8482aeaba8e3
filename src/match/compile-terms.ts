// Terms of all rules → one trie over word symbols. A symbol stands for one place of a term ("kvinna", "{män}",
// "jämställdhets*"); each distinct word of a text is looked up once and known by the symbols it fits.
import { inflectedForms } from "../language/inflection.ts";
import { parseTerm, type TermStep, type WordPattern } from "./parse-term.ts";

/** Where a path through the trie ends: the term with its owner. */
export interface CompiledTerm {
  /** Index of the rule in the list that was compiled. */
  readonly owner: number;
  /** Index of the term in that rule's list. */
  readonly term: number;
  /** The term excludes: what it covers is not taken for its rule. */
  readonly except: boolean;
}

export interface TrieNode {
  next: Map<number, number> | null;
  /** Follows on any word. */
  any: number;
  /** Nodes that are reached after up to `max` words of anything. */
  gaps: { node: number; max: number }[] | null;
  accepts: CompiledTerm[] | null;
}

export interface CompiledTerms {
  readonly nodes: readonly TrieNode[];
  readonly words: WordIndex;
}

/** How words find their symbols. All keys are lower case. */
export interface WordIndex {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly inflected: ReadonlyMap<string, readonly number[]>;
  readonly prefixes: ReadonlyMap<string, readonly number[]>;
  readonly shortestPrefix: number;
  readonly longestPrefix: number;
  /** Inflected forms of last elements. */
  readonly suffixes: ReadonlyMap<string, readonly number[]>;
  readonly infixes: readonly (readonly [part: string, symbol: number])[];
  /** Words and first elements of eight letters or more that hold å, ä or ö, by their form without them (T-52, T-06). */
  readonly foldedWords: ReadonlyMap<string, readonly string[]>;
  readonly foldedPrefixes: ReadonlyMap<string, readonly string[]>;
  /** Symbols that also ask for the letters as written. */
  readonly cased: ReadonlyMap<number, readonly string[]>;
  readonly number: readonly number[];
  readonly year: readonly number[];
  readonly name: readonly number[];
}

/** A list of terms with what is excluded from it. */
export interface TermList {
  readonly terms: readonly string[];
  readonly except: readonly string[];
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
  const nodes: TrieNode[] = [newNode()];
  const symbols = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const inflected = new Map<string, number[]>();
  const prefixes = new Map<string, number[]>();
  const suffixes = new Map<string, number[]>();
  const infixes: [string, number][] = [];
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
      case "number":
        number.push(symbol);
        return;
      case "year":
        year.push(symbol);
        return;
      case "name":
        name.push(symbol);
    }
  };

  const symbolOf = (anyOf: readonly WordPattern[]): number => {
    const key = JSON.stringify(anyOf);
    const known = symbols.get(key);
    if (known !== undefined) return known;
    const symbol = symbols.size;
    symbols.set(key, symbol);
    for (const pattern of anyOf) register(pattern, symbol);
    return symbol;
  };

  const insert = (steps: readonly TermStep[], accepted: CompiledTerm): void => {
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
        const symbol = symbolOf(step.anyOf);
        node.next ??= new Map();
        let next = node.next.get(symbol);
        if (next === undefined) {
          next = nodes.push(newNode()) - 1;
          node.next.set(symbol, next);
        }
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
        const parsed = parseTerm(written, wordSets);
        if ("problem" in parsed) continue;
        for (const steps of expandOptional(parsed.steps)) insert(steps, { owner, term, except });
      }
    }
  }

  const prefixLengths = [...prefixes.keys(), ...foldedPrefixes.keys()].map((part) => part.length);
  return {
    nodes,
    words: {
      exact,
      inflected,
      prefixes,
      shortestPrefix: Math.min(...prefixLengths, Number.MAX_SAFE_INTEGER),
      longestPrefix: Math.max(...prefixLengths, 0),
      suffixes,
      infixes,
      foldedWords,
      foldedPrefixes,
      cased,
      number,
      year,
      name,
    },
  };
}

function newNode(): TrieNode {
  return { next: null, any: -1, gaps: null, accepts: null };
}

function add(index: Map<string, number[]>, key: string, symbol: number): void {
  const symbols = index.get(key);
  if (symbols === undefined) index.set(key, [symbol]);
  else if (!symbols.includes(symbol)) symbols.push(symbol);
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
