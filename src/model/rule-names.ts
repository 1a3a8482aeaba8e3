// What rules call each other by.
import type { Rule } from "./rule.ts";

/** The names under which conditions can refer to a rule: its id, kind and tags, and the class that its kind gives it. */
export function ruleNames(rule: Rule): string[] {
  const names = [rule.id, rule.kind, ...rule.tags];
  if (rule.kind === "signal") names.push(rule.signal);
  if (rule.kind === "expectation") names.push(rule.expects);
  if (rule.kind === "trap") names.push(rule.slug);
  return names;
}
