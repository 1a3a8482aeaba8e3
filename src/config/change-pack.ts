// A pack with the changes that a configuration asks for, each checked where it stands.
import { createHash } from "node:crypto";
import { genomlysError, type ErrorPlace } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import { ruleNames } from "../model/rule-names.ts";
import type { LocalText, PolicyGoal, RemedyRule, Rule, RulePack } from "../model/rule.ts";
import { checkTerm, type YamlSource } from "../rules/checked-yaml.ts";
import { changeThresholds } from "../rules/read-rules.ts";
import { nameListsOf } from "../rules/requirement-references.ts";
import { placeOf, placeOfKey } from "../rules/yaml-place.ts";
import type { Overlay, RuleChange } from "./config-schema.ts";

/** Where an overlay stands in its file. */
interface Overlaid {
  readonly overlay: Overlay;
  readonly source: YamlSource;
  /** Keys that lead to the overlay. */
  readonly at: readonly PropertyKey[];
}

/**
 * The pack with an overlay. Its hash is made of the pack's own and of what the overlay says, so that a report tells which
 * yardstick was used. Throws a GenomlysError at what does not fit the pack.
 */
export function changePack(pack: RulePack, changes: Overlaid): RulePack {
  const { overlay } = changes;
  if (Object.keys(overlay).length === 0) return pack;
  const rules = changeRules(pack, changes);
  return {
    ...pack,
    sha256: createHash("sha256")
      .update(`${pack.sha256}\0${JSON.stringify(overlay)}`)
      .digest("hex"),
    rules: changeRemedies(pack, rules, changes),
    thresholds: changeThresholds(pack.thresholds, overlay.thresholds ?? {}),
    policyGoals: changeGoals(pack, changes),
  };
}

function changeRules(pack: RulePack, { overlay, source, at }: Overlaid): Rule[] {
  const asked = overlay.rules ?? {};
  for (const id of Object.keys(asked)) {
    if (!pack.rules.some((rule) => rule.id === id)) {
      throw unknownRule(id, pack, pack.rules, placeOfKey(source, [...at, "rules"], id));
    }
  }
  const wordSets = new Map(pack.wordSets.map((set) => [set.id, set.words]));
  const kept: Rule[] = [];
  const off: Rule[] = [];
  for (const rule of pack.rules) {
    const change = Object.hasOwn(asked, rule.id) ? asked[rule.id] : undefined;
    if (change === undefined) kept.push(rule);
    else if (change.off === true) off.push(rule);
    else kept.push(changeRule(rule, change, wordSets, source, [...at, "rules", rule.id]));
  }
  if (kept.length === 0)
    throw genomlysError("RULES_EMPTY", { path: source.path }, { where: placeOf(source, at) });
  refuseUnfulfillable(kept, off, asked, source, [...at, "rules"]);
  return kept;
}

function changeRule(
  rule: Rule,
  change: RuleChange,
  wordSets: ReadonlyMap<string, readonly string[]>,
  source: YamlSource,
  at: readonly PropertyKey[],
): Rule {
  const refuse = (key: string, kinds: string): Error =>
    genomlysError(
      "CONFIG_NOT_FOR_KIND",
      { key, rule: rule.id, kind: rule.kind, kinds },
      { where: placeOfKey(source, at, key) },
    );
  let changed = rule;
  if (change.strength !== undefined) {
    if (changed.kind !== "evidence") throw refuse("strength", "evidence");
    changed = { ...changed, strength: change.strength };
  }
  if (change["policy-goals"] !== undefined) {
    if (changed.kind !== "evidence") throw refuse("policy-goals", "evidence");
    changed = { ...changed, policyGoals: change["policy-goals"] };
  }
  if (change.weight !== undefined) {
    if (changed.kind !== "expectation") throw refuse("weight", "expectation");
    changed = { ...changed, weight: change.weight };
  }
  const { add = [], remove = [] } = change;
  if (add.length === 0 && remove.length === 0) return changed;
  if (!("terms" in changed)) {
    const kinds = "evidence, trap, signal, expectation, role, documentType";
    throw refuse(add.length > 0 ? "add" : "remove", kinds);
  }
  const { terms } = changed;
  for (const [index, term] of remove.entries()) {
    if (terms.includes(term)) continue;
    const suggestion = suggestName(term, terms);
    throw genomlysError(
      "CONFIG_UNKNOWN_TERM",
      { rule: rule.id, term, ...(suggestion === undefined ? {} : { suggestion }) },
      { where: placeOf(source, [...at, "remove", index]) },
    );
  }
  for (const [index, term] of add.entries()) checkTerm(term, wordSets, source, [...at, "add", index]);
  const left = [...new Set([...terms.filter((term) => !remove.includes(term)), ...add])];
  if (left.length === 0) {
    throw genomlysError(
      "CONFIG_NO_TERMS_LEFT",
      { rule: rule.id },
      { where: placeOfKey(source, at, "remove") },
    );
  }
  return { ...changed, terms: left };
}

/** A rule that demands what is switched off would never speak again, and a requirement would always be unmet. */
function refuseUnfulfillable(
  kept: readonly Rule[],
  off: readonly Rule[],
  asked: Readonly<Record<string, unknown>>,
  source: YamlSource,
  at: readonly PropertyKey[],
): void {
  if (off.length === 0) return;
  const there = new Set(kept.flatMap(ruleNames));
  const gone = new Set(off.flatMap(ruleNames).filter((name) => !there.has(name)));
  for (const rule of kept) {
    const lists =
      rule.kind === "requirement"
        ? nameListsOf(rule)
            .filter(({ keys }) => keys.at(-1) !== "not")
            .map(({ values }) => values)
        : (rule.kind === "evidence" || rule.kind === "trap") && rule.requires !== undefined
          ? [rule.requires, ...(rule.requires.also ?? [])].map(({ any }) => any)
          : [];
    const names = lists.find((values) => values.length > 0 && values.every((name) => gone.has(name)));
    if (names === undefined) continue;
    const culprit = off.find((other) => ruleNames(other).some((name) => names.includes(name)));
    const where = placeOfKey(source, at, culprit?.id ?? Object.keys(asked)[0] ?? "");
    throw genomlysError("CONFIG_RULE_NEEDED", { rule: rule.id, names: names.join(", ") }, { where });
  }
}

function changeRemedies(pack: RulePack, rules: readonly Rule[], { overlay, source, at }: Overlaid): Rule[] {
  const asked = overlay.remedies ?? {};
  const remedies = pack.rules.filter((rule) => rule.kind === "remedy");
  for (const id of Object.keys(asked)) {
    if (!remedies.some((rule) => rule.id === id)) {
      throw unknownRule(id, pack, remedies, placeOfKey(source, [...at, "remedies"], id));
    }
  }
  const put = (
    old: LocalText,
    own: { sv?: string | undefined; en?: string | undefined } = {},
  ): LocalText => ({
    sv: own.sv ?? old.sv,
    en: own.en ?? old.en,
  });
  return rules.map((rule): Rule => {
    const change = Object.hasOwn(asked, rule.id) ? asked[rule.id] : undefined;
    if (rule.kind !== "remedy" || change === undefined) return rule;
    return {
      ...rule,
      message: put(rule.message, change.message),
      question: put(rule.question, change.question),
      recommendation: put(rule.recommendation, change.recommendation),
    } satisfies RemedyRule;
  });
}

function changeGoals(pack: RulePack, { overlay, source, at }: Overlaid): PolicyGoal[] {
  const goals = [...pack.policyGoals];
  for (const [index, { id, title, enabled }] of (overlay["policy-goals"] ?? []).entries()) {
    const position = goals.findIndex((goal) => goal.id === id);
    const old = goals[position];
    const heading = title ?? old?.title;
    if (heading === undefined) {
      const where = placeOf(source, [...at, "policy-goals", index]);
      throw genomlysError("CONFIG_GOAL_WITHOUT_TITLE", { id, pack: pack.id }, { where });
    }
    const goal: PolicyGoal = { id, title: heading, enabled: enabled ?? old?.enabled ?? true };
    if (position < 0) goals.push(goal);
    else goals[position] = goal;
  }
  return goals;
}

function unknownRule(id: string, pack: RulePack, among: readonly Rule[], where: ErrorPlace): Error {
  // Someone who has the handbook open writes its number.
  const byHandbook = among.find((rule) => rule.handbook === id)?.id;
  const suggestion =
    byHandbook ??
    suggestName(
      id,
      among.map((rule) => rule.id),
    );
  return genomlysError(
    "CONFIG_UNKNOWN_RULE",
    { rule: id, pack: pack.id, ...(suggestion === undefined ? {} : { suggestion }) },
    { where },
  );
}
