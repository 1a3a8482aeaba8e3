// What a requirement refers to: its lists of terms and of names, each with its place in the YAML, so that both can be
// checked where they stand.
import type { RequirementPart, RequirementRule } from "../model/rule.ts";

/** A list inside a requirement; `keys` lead to it from the rule. */
export interface ListInRule {
  readonly keys: readonly PropertyKey[];
  readonly values: readonly string[];
}

type KeyedPart = readonly [part: RequirementPart, keys: readonly PropertyKey[]];

const partsOf = (rule: RequirementRule): KeyedPart[] => [
  ...rule.when.found.map((part, index): KeyedPart => [part, ["when", "found", index]]),
  ...rule.expect.map((part, index): KeyedPart => [part, ["expect", index]]),
  ...rule.partly.map((part, index): KeyedPart => [part, ["partly", index]]),
];

/** The lists of terms. */
export function termListsOf(rule: RequirementRule): ListInRule[] {
  return [
    { keys: ["within", "headings"], values: rule.within.headings },
    { keys: ["within", "not-headings"], values: rule.within.notHeadings },
    { keys: ["within", "terms"], values: rule.within.terms },
    { keys: ["when", "not-under"], values: rule.when.notUnder },
    { keys: ["when", "not-titles"], values: rule.when.notTitles },
    ...partsOf(rule).flatMap(([part, keys]) => [
      { keys: [...keys, "near"], values: part.near },
      { keys: [...keys, "without"], values: part.without },
    ]),
  ];
}

/** The lists of names of other rules; alternatives ("cause|difference") are taken apart. */
export function nameListsOf(rule: RequirementRule): ListInRule[] {
  const apart = (keys: readonly PropertyKey[], entries: readonly string[]): ListInRule[] =>
    entries.map((entry, index) => ({ keys: [...keys, index], values: entry.split("|") }));
  return [
    { keys: ["types"], values: rule.types },
    ...apart(["within", "together"], rule.within.together),
    ...apart(["within", "holding"], rule.within.holding),
    ...partsOf(rule).flatMap(([part, keys]) => [
      { keys: [...keys, "evidence"], values: part.evidence },
      { keys: [...keys, "not"], values: part.not },
      { keys: [...keys, "traps"], values: part.traps },
      ...apart([...keys, "company"], part.company),
    ]),
  ];
}
