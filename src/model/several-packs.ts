// Several packs in one audit: what keeps their rules apart in reports, fingerprints and judgements (decision 0011).
import type { RequirementPart, RemedyRule, Rule, RulePack, TrapRule } from "./rule.ts";

/** Numbers of policy goals of one pack stay below this, so that those of the next can be told from them. */
const goalsOfAPack = 100;

/** Number that a policy goal has in a report; `position` of its pack counts from 0. The first pack keeps its numbers. */
export function reportedGoal(position: number, goal: number): number {
  return position * goalsOfAPack + goal;
}

/**
 * The rules of a pack as they are known beside other packs. Those of the first pack (`position` 0) are as they are; the
 * others get "pack/rule" as their id, "pack/slug" for a trap, and numbers of policy goals of their own. Roles and document
 * types describe the document and not a perspective: they mean the same in all packs.
 */
export function rulesBesideOthers(pack: RulePack, position: number): readonly Rule[] {
  if (position === 0) return pack.rules;
  const own = (name: string): string => `${pack.id}/${name}`;
  const slugs = new Set(pack.rules.flatMap((rule) => (rule.kind === "trap" ? [rule.slug] : [])));
  // Some slugs are the program's own ("heading-only"): they belong to no pack.
  const ownSlugs = (names: readonly string[]): string[] =>
    names.map((name) => (slugs.has(name) ? own(name) : name));
  const ownGoals = (goals: readonly number[]): number[] => goals.map((goal) => reportedGoal(position, goal));
  const ownParts = (parts: readonly RequirementPart[]): RequirementPart[] =>
    parts.map((part) => ({
      ...part,
      traps: ownSlugs(part.traps),
      policyGoals: ownGoals(part.policyGoals),
    }));
  return pack.rules.map((rule): Rule => {
    const id = own(rule.id);
    switch (rule.kind) {
      case "documentType":
        return rule;
      case "evidence":
        return { ...rule, id, policyGoals: ownGoals(rule.policyGoals) };
      case "trap":
        return { ...rule, id, slug: own(rule.slug) } satisfies TrapRule;
      case "remedy":
        return {
          ...rule,
          id,
          when: { ...rule.when, traps: ownSlugs(rule.when.traps) },
        } satisfies RemedyRule;
      case "requirement":
        return {
          ...rule,
          id,
          when: { ...rule.when, found: ownParts(rule.when.found) },
          expect: ownParts(rule.expect),
          partly: ownParts(rule.partly),
        };
      default:
        return { ...rule, id };
    }
  });
}
