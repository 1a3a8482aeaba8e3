// The rules of all packs, numbered, with one trie for running text and one for headings and titles.
import { ruleNames } from "../model/rule-names.ts";
import type { Condition, Reach, Rule, RulePack, Thresholds } from "../model/rule.ts";
import { compileTerms, type TermList } from "./compile-terms.ts";
import { createMatcher, type Matcher } from "./find-matches.ts";
import { createVocabulary, type Vocabulary } from "../language/vocabulary.ts";

/** A condition with the numbers of the rules that fulfil it. */
export interface ResolvedCondition {
  readonly owners: ReadonlySet<number>;
  readonly within: Reach;
}

export interface IndexedRule {
  readonly rule: Rule;
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
  /** Rules of all packs in order; `Match.owner` is a position in this list. */
  readonly rules: readonly IndexedRule[];
  readonly thresholds: Thresholds;
  /** Finds evidence, traps, signals, expectations and the body terms of roles in running text. */
  readonly text: Matcher;
  /** Finds role terms and the heading terms of document types in headings. */
  readonly headings: Matcher;
  /** Finds the terms of document types in titles and file names. */
  readonly titles: Matcher;
  readonly vocabulary: Vocabulary;
}

const nothing: TermList = { terms: [], except: [] };

/** Numbers the rules of the packs and compiles their terms. Thresholds are those of the first pack. */
export function indexRules(packs: readonly RulePack[]): RuleIndex {
  const rules = packs.flatMap((pack) => pack.rules);
  const first = packs[0];
  if (first === undefined) throw new Error("no rule pack to index");
  const wordSets = new Map(packs.flatMap((pack) => pack.wordSets.map((set) => [set.id, set.words] as const)));

  const ownersByName = new Map<string, Set<number>>();
  const namesOfRules = rules.map((rule, owner) => {
    const names = new Set(ruleNames(rule));
    for (const name of names) {
      const owners = ownersByName.get(name) ?? new Set();
      owners.add(owner);
      ownersByName.set(name, owners);
    }
    return names;
  });
  const ownersOf = (names: readonly string[]): ReadonlySet<number> =>
    new Set(names.flatMap((name) => [...(ownersByName.get(name) ?? [])]));
  const resolve = (condition: Condition | undefined): ResolvedCondition | null =>
    condition === undefined ? null : { owners: ownersOf(condition.any), within: condition.within };

  const indexed = rules.map((rule, owner): IndexedRule => {
    const conditional = rule.kind === "evidence" || rule.kind === "trap";
    return {
      rule,
      names: namesOfRules[owner] ?? new Set(),
      requires: conditional ? resolve(rule.requires) : null,
      unless: conditional ? resolve(rule.unless) : null,
      strongWith: rule.kind === "evidence" ? resolve(rule.strongWith) : null,
      affects: rule.kind === "trap" && rule.affects.length > 0 ? ownersOf(rule.affects) : null,
    };
  });

  const vocabulary = createVocabulary();
  const compile = (listOf: (rule: Rule) => TermList): Matcher =>
    createMatcher(compileTerms(rules.map(listOf), wordSets), vocabulary);
  return {
    packs,
    rules: indexed,
    thresholds: first.thresholds,
    vocabulary,
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
    }),
    headings: compile((rule) =>
      rule.kind === "role"
        ? rule
        : rule.kind === "documentType"
          ? { terms: rule.headings, except: [] }
          : nothing,
    ),
    titles: compile((rule) => (rule.kind === "documentType" ? rule : nothing)),
  };
}
