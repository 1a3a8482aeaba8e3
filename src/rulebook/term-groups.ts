// The lists of terms that a rule holds, with what they are looked for in, and a matcher that tells terms apart where a
// scan only tells rules apart.
import { createVocabulary } from "../language/vocabulary.ts";
import { compileTerms } from "../match/compile-terms.ts";
import { createMatcher, type Matcher } from "../match/find-matches.ts";
import type { Rule, RulePack } from "../model/rule.ts";
import { termListsOf } from "../rules/requirement-references.ts";

/** What the terms are looked for in: running text, headings, or titles and file names. */
export type LookedForIn = "text" | "heading" | "title";

export interface TermGroup {
  readonly rule: Rule;
  readonly lookedForIn: LookedForIn;
  /** Keys that lead to the list from the rule, as in YAML. */
  readonly keys: readonly PropertyKey[];
  readonly terms: readonly string[];
  readonly except: readonly string[];
}

/** All lists of terms of a rule. */
export function termGroups(rule: Rule): TermGroup[] {
  const group = (
    lookedForIn: LookedForIn,
    key: string,
    terms: readonly string[],
    except: readonly string[] = [],
  ): TermGroup[] => (terms.length === 0 ? [] : [{ rule, lookedForIn, keys: [key], terms, except }]);
  switch (rule.kind) {
    case "evidence":
    case "trap":
    case "signal":
    case "expectation":
      return group("text", "terms", rule.terms, rule.except);
    case "role":
      return [...group("heading", "terms", rule.terms, rule.except), ...group("text", "body", rule.body)];
    case "documentType":
      return [
        ...group("title", "terms", rule.terms, rule.except),
        ...group("heading", "headings", rule.headings),
      ];
    case "requirement":
      return termListsOf(rule)
        .filter(({ values }) => values.length > 0)
        .map(({ keys, values }) => ({
          rule,
          lookedForIn: /heading/.test(String(keys.at(-1))) ? "heading" : "text",
          keys,
          terms: values,
          except: [],
        }));
    case "remedy":
      return [];
  }
}

/** The words of all word sets of the packs, by the id of the set. */
export const wordSetsOf = (packs: readonly RulePack[]): ReadonlyMap<string, readonly string[]> =>
  new Map(packs.flatMap((pack) => pack.wordSets.map((set) => [set.id, set.words] as const)));

/** A single term of a group, or of what is excepted from it. */
export interface SingleTerm {
  readonly group: TermGroup;
  readonly term: string;
  /** Position in its list. */
  readonly position: number;
  readonly except: boolean;
}

export interface TermMatcher {
  /** `Match.owner` is a position in this list. */
  readonly terms: readonly SingleTerm[];
  readonly matcher: Matcher;
}

/** A matcher in which every term stands for itself: nothing is excepted, and no term hides another. */
export function matchTermsAlone(
  groups: readonly TermGroup[],
  wordSets: ReadonlyMap<string, readonly string[]>,
): TermMatcher {
  const terms = groups.flatMap((group) => [
    ...group.terms.map((term, position): SingleTerm => ({ group, term, position, except: false })),
    ...group.except.map((term, position): SingleTerm => ({ group, term, position, except: true })),
  ]);
  const lists = terms.map(({ term }) => ({ terms: [term], except: [] }));
  return { terms, matcher: createMatcher(compileTerms(lists, wordSets), createVocabulary()) };
}
