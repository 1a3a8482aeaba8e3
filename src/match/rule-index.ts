// The rules of all packs, numbered, with one trie for running text and one for headings and titles.
import { ruleNames } from "../model/rule-names.ts";
import type { Condition, Reach, RemedyRule, Rule, RulePack, Thresholds } from "../model/rule.ts";
import { rulesBesideOthers } from "../model/several-packs.ts";
import { compileTerms, type CompiledTerms, type TermList } from "./compile-terms.ts";
import { requirementTerms, type IndexedRequirement } from "./requirement-terms.ts";
import { NumbersBeside, restoreTerms, saveTerms, type SavedTerms } from "./saved-terms.ts";
import { createMatcher, type Matcher } from "./find-matches.ts";
import { createVocabulary, type Vocabulary } from "../language/vocabulary.ts";

/** A condition with the numbers of the rules that fulfil it. */
export interface ResolvedCondition {
  readonly owners: ReadonlySet<number>;
  readonly within: Reach;
  readonly also: readonly ResolvedCondition[];
}

export interface IndexedRule {
  readonly rule: Rule;
  /** Position of its pack, from 0. Names mean something within one pack only. */
  readonly pack: number;
  readonly requires: ResolvedCondition | null;
  readonly unless: ResolvedCondition | null;
  readonly strongWith: ResolvedCondition | null;
  /** Numbers of the evidence rules that a trap touches; null is all. */
  readonly affects: ReadonlySet<number> | null;
  /** Id, kind, class and tags: what other rules call this one. */
  readonly names: ReadonlySet<string>;
}

export interface RuleIndex {
  readonly packs: readonly RulePack[];
  /** Rules of all packs in order; `Match.owner` is a position in this list, or the number of a list of a requirement. */
  readonly rules: readonly IndexedRule[];
  /** What is known of a rule, by the rule itself. */
  readonly byRule: ReadonlyMap<Rule, IndexedRule>;
  readonly requirements: readonly IndexedRequirement[];
  /** In the order in which they are tried. */
  readonly remedies: readonly RemedyRule[];
  readonly thresholds: Thresholds;
  /** Finds evidence, traps, signals, expectations and the body terms of roles in running text. */
  readonly text: Matcher;
  /** Finds role terms and the heading terms of document types in headings. */
  readonly headings: Matcher;
  /** Finds the terms of document types in titles and file names. */
  readonly titles: Matcher;
  readonly vocabulary: Vocabulary;
  /** Position of the pack that a rule, or a list of a requirement, belongs to, by its number (`Match.owner`). */
  readonly packOfList: (owner: number) => number;
  /** With several packs: what each of them sees, all others left out; rules keep their numbers. [] for a pack alone. */
  readonly ofPack: readonly RuleIndex[];
}

const nothing: TermList = { terms: [], except: [] };

/** The compiled terms of a list of packs, by what they are looked for in. */
export interface CompiledPacks {
  readonly text: CompiledTerms;
  readonly headings: CompiledTerms;
  readonly titles: CompiledTerms;
}

/** Compiled packs as data that JSON can hold, and the numbers that are saved beside it. */
export interface SavedPacks {
  readonly content: Readonly<Record<keyof CompiledPacks, SavedTerms>>;
  readonly beside: Uint8Array;
}

/** Compiles the terms of packs for running text, headings and titles. A term's word sets are those of its own pack. */
export function compilePacks(packs: readonly RulePack[]): CompiledPacks {
  const rules = packs.flatMap((pack) => pack.rules);
  const setsByRule = packs.flatMap((pack) => {
    const sets = new Map(pack.wordSets.map((set) => [set.id, set.words] as const));
    return pack.rules.map(() => sets);
  });
  const compile = (listOf: (rule: Rule) => TermList, more: readonly TermList[] = []): CompiledTerms => {
    const lists = rules.map((rule, number): TermList => {
      const { terms, except } = listOf(rule);
      return { terms, except, wordSets: setsByRule[number] };
    });
    return compileTerms([...lists, ...more], new Map());
  };
  const requirements = requirementTerms(rules, (number) => setsByRule[number]);
  return {
    text: compile((rule) => {
      switch (rule.kind) {
        case "evidence":
        case "trap":
        case "signal":
        case "expectation":
          return rule;
        case "role":
          return { terms: rule.body, except: [] };
        default:
          return nothing;
      }
    }, requirements.lists),
    headings: compile(
      (rule) =>
        rule.kind === "role"
          ? rule
          : rule.kind === "documentType"
            ? { terms: rule.headings, except: [] }
            : rule.kind === "requirement"
              ? { terms: rule.within.headings, except: [] }
              : nothing,
      requirements.headingLists,
    ),
    titles: compile((rule) => (rule.kind === "documentType" ? rule : nothing)),
  };
}

/** Compiled packs as they are saved. */
export function savePacks(compiled: CompiledPacks): SavedPacks {
  const numbers = new NumbersBeside();
  const content = {
    text: saveTerms(compiled.text, numbers),
    headings: saveTerms(compiled.headings, numbers),
    titles: saveTerms(compiled.titles, numbers),
  };
  return { content, beside: numbers.bytes() };
}

/** The inverse of `savePacks`. */
export function restorePacks({ content, beside }: SavedPacks): CompiledPacks {
  return {
    text: restoreTerms(content.text, beside),
    headings: restoreTerms(content.headings, beside),
    titles: restoreTerms(content.titles, beside),
  };
}

/**
 * Numbers the rules of the packs; `compiled` are their terms, if they are at hand. Thresholds are those of the first pack.
 * What a rule refers to by name is looked for in its own pack.
 */
export function indexRules(
  packs: readonly RulePack[],
  compiled: CompiledPacks = compilePacks(packs),
): RuleIndex {
  const first = packs[0];
  if (first === undefined) throw new Error("no rule pack to index");
  const indexed: IndexedRule[] = [];
  for (const [position, pack] of packs.entries()) {
    indexed.push(...indexPack(pack, position, indexed.length));
  }
  const rules = indexed.map(({ rule }) => rule);
  const vocabulary = createVocabulary();
  const { requirements } = requirementTerms(rules);
  const whole: RuleIndex = {
    packs,
    rules: indexed,
    byRule: new Map(indexed.map((entry) => [entry.rule, entry])),
    requirements,
    remedies: rules.filter((rule) => rule.kind === "remedy"),
    thresholds: first.thresholds,
    vocabulary,
    text: createMatcher(compiled.text, vocabulary),
    headings: createMatcher(compiled.headings, vocabulary),
    titles: createMatcher(compiled.titles, vocabulary),
    packOfList: packsOfLists(indexed, requirements),
    ofPack: [],
  };
  return packs.length === 1 ? whole : { ...whole, ofPack: packs.map((pack, at) => seenBy(whole, pack, at)) };
}

function packsOfLists(
  rules: readonly IndexedRule[],
  requirements: readonly IndexedRequirement[],
): (owner: number) => number {
  const packs = rules.map(({ pack }) => pack);
  for (const { number, place, near, without } of requirements) {
    const pack = rules[number]?.pack ?? 0;
    for (const list of [place, ...near.values(), ...without.values()]) if (list >= 0) packs[list] = pack;
  }
  return (owner) => packs[owner] ?? 0;
}

/** What the pack at `position` sees of an index. */
function seenBy(whole: RuleIndex, pack: RulePack, position: number): RuleIndex {
  const own = (matcher: Matcher): Matcher => ({
    vocabulary: matcher.vocabulary,
    find: (text, tokens) =>
      matcher.find(text, tokens).filter(({ owner }) => whole.packOfList(owner) === position),
  });
  return {
    ...whole,
    requirements: whole.requirements.filter(({ number }) => whole.packOfList(number) === position),
    remedies: whole.remedies.filter((rule) => whole.byRule.get(rule)?.pack === position),
    thresholds: pack.thresholds,
    text: own(whole.text),
    headings: own(whole.headings),
    titles: own(whole.titles),
  };
}

/** The rules of the pack at `position`; `before` rules of other packs are numbered already. */
function indexPack(pack: RulePack, position: number, before: number): IndexedRule[] {
  const ownersByName = new Map<string, Set<number>>();
  // Rules of one pack call each other by the names in its files, whatever reports call them.
  const namesOfRules = pack.rules.map((rule, number) => {
    const owner = before + number;
    const names = new Set(ruleNames(rule));
    for (const name of names) {
      const owners = ownersByName.get(name) ?? new Set();
      owners.add(owner);
      ownersByName.set(name, owners);
    }
    return names;
  });
  /** Most conditions name one tag, which many others name too: they share its set. */
  const ownersOf = (names: readonly string[]): ReadonlySet<number> => {
    const [first, ...others] = names;
    const owners = ownersByName.get(first ?? "") ?? new Set();
    if (others.length === 0) return owners;
    const all = new Set(owners);
    for (const name of others) for (const owner of ownersByName.get(name) ?? []) all.add(owner);
    return all;
  };
  const resolved = ({ any, within, also }: Condition): ResolvedCondition => ({
    owners: ownersOf(any),
    within,
    also: (also ?? []).map(resolved),
  });
  const resolve = (condition: Condition | undefined): ResolvedCondition | null =>
    condition === undefined ? null : resolved(condition);

  return rulesBesideOthers(pack, position).map((rule, number): IndexedRule => {
    const conditional = rule.kind === "evidence" || rule.kind === "trap";
    return {
      rule,
      pack: position,
      names: namesOfRules[number] ?? new Set(),
      requires: conditional ? resolve(rule.requires) : null,
      unless: conditional ? resolve(rule.unless) : null,
      strongWith: rule.kind === "evidence" ? resolve(rule.strongWith) : null,
      affects: rule.kind === "trap" && rule.affects.length > 0 ? ownersOf(rule.affects) : null,
    };
  });
}
