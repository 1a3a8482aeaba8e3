// What a person may call a finding by.
import { lossRules } from "./check-report.ts";
import type { RulePack } from "./rule.ts";

/** Ids of the rules of these kinds as reports give them: of a pack beside the first with its name, handbook ids too. */
export function findingNames(packs: readonly RulePack[], kinds: readonly string[]): string[] {
  return packs.flatMap(({ id: pack, rules }, position) =>
    rules
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap((rule) => {
        const handbook = "handbook" in rule ? [rule.handbook] : [];
        return [...handbook, position === 0 ? rule.id : `${pack}/${rule.id}`];
      }),
  );
}

/** All that a suppression can name: gaps, requirements, and what a change took away. */
export function suppressibleNames(packs: readonly RulePack[]): string[] {
  return [
    ...findingNames(packs, ["requirement", "remedy"]),
    ...packs.flatMap(({ id }, position) =>
      lossRules.map((rule) => (position === 0 ? rule : `${id}/${rule}`)),
    ),
  ];
}
