// The terms that requirements look for in running text. Each list has a number of its own behind the numbers of the
// rules: of matches of one number the longest wins, and the lists of a requirement must not push each other aside.
import type { RequirementPart, RequirementRule, Rule } from "../model/rule.ts";
import type { TermList } from "./compile-terms.ts";

/** A requirement with the numbers (`Match.owner`) of its lists of terms. */
export interface IndexedRequirement {
  readonly rule: RequirementRule;
  /** Position of the rule among all rules: in headings, the number of the terms it looks for. */
  readonly number: number;
  /** In headings, the number of the terms that keep a section out; -1 when there are none. */
  readonly notHeadings: number;
  /** In headings, the number of the terms under which expected sections do not count; -1 when there are none. */
  readonly notUnder: number;
  /** In titles, the number of the terms of documents to which it does not apply; -1 when there are none. */
  readonly notTitles: number;
  /** Terms that tell which sections it is about; -1 when there are none. */
  readonly place: number;
  readonly near: ReadonlyMap<RequirementPart, number>;
  readonly without: ReadonlyMap<RequirementPart, number>;
}

export interface RequirementTerms {
  readonly requirements: readonly IndexedRequirement[];
  /** The lists for running text; the first has the number `rules.length`. */
  readonly lists: readonly TermList[];
  /** The lists for headings and titles, numbered likewise. */
  readonly headingLists: readonly TermList[];
}

/**
 * The requirements among the rules, and their lists of terms, numbered. `wordSetsOf` gives the word sets that the terms of
 * a rule may name, by the rule's position.
 */
export function requirementTerms(
  rules: readonly Rule[],
  wordSetsOf: (number: number) => TermList["wordSets"] = () => undefined,
): RequirementTerms {
  const lists: TermList[] = [];
  const headingLists: TermList[] = [];
  const requirements = rules.flatMap((rule, number): IndexedRequirement[] => {
    if (rule.kind !== "requirement") return [];
    const append = (to: TermList[], terms: readonly string[]): number =>
      terms.length === 0
        ? -1
        : rules.length + to.push({ terms, except: [], wordSets: wordSetsOf(number) }) - 1;
    const notHeadings = append(headingLists, rule.within.notHeadings);
    const notUnder = append(headingLists, rule.when.notUnder);
    const notTitles = append(headingLists, rule.when.notTitles);
    const place = append(lists, rule.within.terms);
    const near = new Map<RequirementPart, number>();
    const without = new Map<RequirementPart, number>();
    for (const part of [...rule.when.found, ...rule.expect, ...rule.partly]) {
      near.set(part, append(lists, part.near));
      without.set(part, append(lists, part.without));
    }
    return [{ rule, number, notHeadings, notUnder, notTitles, place, near, without }];
  });
  return { requirements, lists, headingLists };
}
