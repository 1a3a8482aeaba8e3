// The terms that requirements look for in running text. Each list has a number of its own behind the numbers of the
// rules: of matches of one number the longest wins, and the lists of a requirement must not push each other aside.
import type { RequirementPart, RequirementRule, Rule } from "../model/rule.ts";
import type { TermList } from "./compile-terms.ts";

/** A requirement with the numbers (`Match.owner`) of its lists of terms. */
export interface IndexedRequirement {
  readonly rule: RequirementRule;
  /** Position of the rule among all rules: the number of its heading terms. */
  readonly number: number;
  /** Terms that tell which sections it is about; -1 when there are none. */
  readonly place: number;
  readonly near: ReadonlyMap<RequirementPart, number>;
  readonly without: ReadonlyMap<RequirementPart, number>;
}

export interface RequirementTerms {
  readonly requirements: readonly IndexedRequirement[];
  /** The lists; the first has the number `rules.length`. */
  readonly lists: readonly TermList[];
}

/** The requirements among the rules, and their lists of terms, numbered. */
export function requirementTerms(rules: readonly Rule[]): RequirementTerms {
  const lists: TermList[] = [];
  const requirements = rules.flatMap((rule, number): IndexedRequirement[] => {
    if (rule.kind !== "requirement") return [];
    const numberOf = (terms: readonly string[]): number =>
      terms.length === 0 ? -1 : rules.length + lists.push({ terms, except: [] }) - 1;
    const place = numberOf(rule.within.terms);
    const near = new Map<RequirementPart, number>();
    const without = new Map<RequirementPart, number>();
    for (const part of [...rule.when.found, ...rule.expect, ...rule.partly]) {
      near.set(part, numberOf(part.near));
      without.set(part, numberOf(part.without));
    }
    return [{ rule, number, place, near, without }];
  });
  return { requirements, lists };
}
