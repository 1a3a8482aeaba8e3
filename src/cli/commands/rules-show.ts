// `genomlys rules show <id…>`: everything about a rule, in words.
import path from "node:path";
import { stringify } from "yaml";
import { genomlysError, type ErrorPlace } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import { ruleNames } from "../../model/rule-names.ts";
import type { Condition, FlagName, LocalText, Reach, Rule, RulePack } from "../../model/rule.ts";
import { termGroups } from "../../rulebook/term-groups.ts";
import { readRulePlaces, type RulePlaces } from "../../rules/rule-places.ts";
import { configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { RuleQuestionOptions } from "../command-line/owner-options.ts";
import type { Pipeline } from "../pipeline.ts";
import { openTextStream } from "../results/text-stream.ts";

/**
 * Prints the rules with these ids (own ids, or the handbook's). Throws RULE_NOT_FOUND, with the nearest id as a hint;
 * returns the exit code.
 */
export async function runRulesShow(
  ids: readonly string[],
  options: RuleQuestionOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { packs, lang } = await configure(options, io, pipeline);
  const all = packs.flatMap((pack) => pack.rules.map((rule) => ({ pack, rule })));
  if (ids.length === 0) throw genomlysError("RULE_NOT_FOUND", { id: "" });
  const shown: string[] = [];
  const places = new Map<RulePack, RulePlaces>();
  for (const id of ids) {
    // The handbook's number is what an expert has at hand.
    const found = all.filter(({ rule }) => rule.id === id || rule.handbook === id);
    if (found.length === 0) {
      const suggestion = suggestName(
        id,
        all.map(({ rule }) => rule.id),
      );
      throw genomlysError("RULE_NOT_FOUND", suggestion === undefined ? { id } : { id, suggestion });
    }
    for (const { pack, rule } of found) {
      const known = places.get(pack) ?? (await readRulePlaces(pack.folder));
      places.set(pack, known);
      const place = shownPlace(known.rule(rule.id), io);
      shown.push(describeRule(rule, pack, packs, place, lang).map(plainText).join("\n"));
    }
  }
  await openTextStream(io, { ...options, lang }).write(`${shown.join("\n\n")}\n`);
  return exitCode.done;
}

function shownPlace(place: ErrorPlace | null, io: Io): string | null {
  if (place === null) return null;
  const relative = path.relative(io.cwd(), place.path);
  const shown = (relative.startsWith("..") ? place.path : relative).replaceAll(path.sep, "/");
  return `${shown}:${String(place.line ?? 1)}`;
}

function titleOf(rule: Rule, lang: Language): string {
  if (rule.kind === "role" || rule.kind === "documentType") return rule.label[lang];
  const { title = "" } = rule;
  return typeof title === "string" ? title : title[lang];
}

function describeRule(
  rule: Rule,
  pack: RulePack,
  packs: readonly RulePack[],
  place: string | null,
  lang: Language,
): string[] {
  const title = titleOf(rule, lang);
  const terms = termGroups(rule).flatMap((group) => [
    message(lang, "show.terms", {
      place: message(lang, `trace.in.${group.lookedForIn}`),
      n: group.terms.length,
    }),
    ...group.terms.map((term) => `  ${term}`),
    ...(group.except.length === 0
      ? []
      : [
          message(lang, "show.except", { n: group.except.length }),
          ...group.except.map((term) => `  ${term}`),
        ]),
  ]);
  const examples = (["hit", "miss"] as const).flatMap((which) =>
    rule.examples[which].length === 0
      ? []
      : [message(lang, `show.${which}`), ...rule.examples[which].flatMap(indented)],
  );
  return [
    title === "" ? rule.id : `${rule.id}: ${title}`,
    ...[
      message(lang, "show.kind", { kind: message(lang, `ruleKind.${rule.kind}`) }),
      message(lang, "show.pack", { pack: `${pack.id} ${pack.version}` }),
      ...(place === null ? [] : [message(lang, "show.place", { place })]),
      ...(rule.handbook === undefined ? [] : [message(lang, "show.handbook", { entry: rule.handbook })]),
      ...(rule.tags.length === 0 ? [] : [message(lang, "show.tags", { tags: rule.tags.join(", ") })]),
      ...describeKind(rule, pack, lang),
    ].map((line) => `  ${line}`),
    ...terms,
    ...examples,
    ...describeRelations(rule, packs, lang),
  ];
}

/** A line that may hold several: examples of requirements are small documents. */
const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line, at) => `  ${at === 0 ? "" : "  "}${line}`);

/** What only rules of a kind have. */
function describeKind(rule: Rule, pack: RulePack, lang: Language): string[] {
  const flags = (names: readonly FlagName[]): string[] =>
    names.length === 0
      ? []
      : [
          message(lang, "show.flags", {
            flags: names.map((name) => message(lang, `flag.${name}`)).join(", "),
          }),
        ];
  const says = (texts: readonly LocalText[]): string[] =>
    texts.map((text) => message(lang, "show.says", { text: text[lang] }));
  switch (rule.kind) {
    case "evidence": {
      const goals = rule.policyGoals.map((id) => {
        const goal = pack.policyGoals.find((each) => each.id === id);
        return goal === undefined ? String(id) : `${String(id)} ${goal.title[lang]}`;
      });
      return [
        message(lang, "show.strength", { strength: message(lang, `strength.${rule.strength}`) }),
        message(lang, "show.net", { net: message(lang, `net.${rule.net}`) }),
        message(lang, "show.level", { level: rule.level }),
        ...(goals.length === 0 ? [] : [message(lang, "show.policyGoals", { goals: goals.join(", ") })]),
        ...(rule.sex === undefined ? [] : [message(lang, "show.sex", { sex: rule.sex })]),
        ...flags(rule.flags),
        ...describeCondition("show.requires", rule.requires, lang),
        ...describeCondition("show.unless", rule.unless, lang),
        ...describeCondition("show.strongWith", rule.strongWith, lang),
      ];
    }
    case "trap":
      return [
        message(lang, "show.effect", { effect: message(lang, `effect.${rule.effect}`) }),
        message(lang, "show.reach", { reach: message(lang, `reach.${rule.reach}`) }),
        rule.affects.length === 0
          ? message(lang, "show.affectsAll")
          : message(lang, "show.affects", { names: rule.affects.join(", ") }),
        ...(rule.level === undefined ? [] : [message(lang, "show.level", { level: rule.level })]),
        ...(rule.min > 1 ? [message(lang, "show.min", { n: rule.min, window: rule.window })] : []),
        ...(rule.expected ? [message(lang, "show.expected")] : []),
        ...flags(rule.flags),
        ...describeCondition("show.requires", rule.requires, lang),
        ...describeCondition("show.unless", rule.unless, lang),
      ];
    case "signal":
      return [message(lang, "show.class", { name: rule.signal })];
    case "expectation":
      return [
        message(lang, "show.class", { name: rule.expects }),
        message(lang, "show.weight", { weight: rule.weight }),
      ];
    case "role":
      return [
        message(lang, "show.class", { name: rule.role }),
        ...(rule.quiet ? [message(lang, "show.quiet")] : []),
        ...(rule.framing ? [message(lang, "show.framing")] : []),
        ...(rule.inherits ? [message(lang, "show.inherits")] : []),
        ...(rule.chain === undefined
          ? []
          : [message(lang, "show.chain", { link: message(lang, `chain.${rule.chain}`) })]),
      ];
    case "documentType":
      return [];
    case "requirement": {
      const { types, within, when, expect, expectAtLeast, partly, absence } = rule;
      return [
        message(lang, "show.severity", { severity: message(lang, `severity.${rule.severity}`) }),
        ...says([
          rule.message,
          ...(rule.partlyMessage === undefined ? [] : [rule.partlyMessage]),
          rule.question,
          rule.recommendation,
        ]),
        message(lang, "document.source", { text: rule.source }),
        ...describeConditions({ types, within, when, expect, expectAtLeast, partly, absence }, lang),
      ];
    }
    case "remedy":
      return [
        message(lang, "show.severity", { severity: message(lang, `severity.${rule.severity}`) }),
        ...says([rule.message, rule.question, rule.recommendation]),
        message(lang, "document.source", { text: rule.source }),
        ...describeConditions(rule.when, lang),
      ];
  }
}

/** Conditions with many parts are shown as they stand in the rule file, what is empty left out. */
function describeConditions(conditions: object, lang: Language): string[] {
  const lines = stringify(withoutEmpty(conditions), { lineWidth: 0 }).trimEnd().split("\n");
  return [message(lang, "show.conditions"), ...lines.map((line) => `  ${line}`)];
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, own]) => [key, withoutEmpty(own)] as const)
    .filter(
      ([, own]) =>
        own !== false &&
        !(Array.isArray(own) && own.length === 0) &&
        !(typeof own === "object" && own !== null && Object.keys(own).length === 0),
    );
  return Object.fromEntries(entries);
}

function describeReach(reach: Reach, lang: Language): string {
  return typeof reach === "number"
    ? message(lang, "reach.words", { n: reach })
    : message(lang, `reach.${reach}`);
}

function describeCondition(
  key: "show.requires" | "show.unless" | "show.strongWith",
  condition: Condition | undefined,
  lang: Language,
): string[] {
  if (condition === undefined) return [];
  return [condition, ...(condition.also ?? [])].map(({ any, within }) =>
    message(lang, key, { names: any.join(", "), reach: describeReach(within, lang) }),
  );
}

/** The rules that have to do with a rule: traps that touch it, and those that name it. */
function describeRelations(rule: Rule, packs: readonly RulePack[], lang: Language): string[] {
  const names = new Set(ruleNames(rule));
  const naming = (list: readonly string[]): boolean => list.some((name) => names.has(name));
  const rules = packs.flatMap((pack) => pack.rules).filter((other) => other !== rule);
  const lines: string[] = [];
  if (rule.kind === "evidence") {
    const traps = rules.filter((other) => other.kind === "trap");
    const named = traps.filter((trap) => naming(trap.affects));
    if (named.length > 0) {
      lines.push(message(lang, "show.touchedBy"));
      for (const trap of named) {
        const handbook = trap.handbook === undefined ? "" : ` (${trap.handbook})`;
        lines.push(`  ${trap.id}${handbook}: ${message(lang, `effect.${trap.effect}`)}`);
      }
    }
    const general = traps.filter((trap) => trap.affects.length === 0).length;
    if (general > 0) lines.push(message(lang, "show.touchedByAll", { n: general }));
  }
  const referring = rules.filter((other) => refersTo(other, naming));
  if (referring.length > 0) {
    lines.push(message(lang, "show.namedBy"), `  ${referring.map(({ id }) => id).join(", ")}`);
  }
  return lines;
}

const namesIn = (condition: Condition | undefined): readonly string[] =>
  condition === undefined ? [] : [condition, ...(condition.also ?? [])].flatMap(({ any }) => any);

function refersTo(rule: Rule, naming: (list: readonly string[]) => boolean): boolean {
  switch (rule.kind) {
    case "evidence":
      return [rule.requires, rule.unless, rule.strongWith].some((each) => naming(namesIn(each)));
    case "trap":
      return [rule.requires, rule.unless].some((each) => naming(namesIn(each)));
    case "remedy":
      return naming(rule.when.rules) || naming(rule.when.traps);
    case "requirement":
      return [...rule.when.found, ...rule.expect, ...rule.partly].some(
        (part) =>
          naming(part.evidence) ||
          naming(part.traps) ||
          naming(part.company.flatMap((entry) => entry.split("|"))),
      );
    default:
      return false;
  }
}
