// The files of a pack → the pack, or an error that points at the line that is wrong.
import type * as z from "zod";
import { phrase } from "../errors/error-phrases.ts";
import { genomlysError } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import type { Condition, Rule, RulePack, WordSet } from "../model/rule.ts";
import { ruleNames } from "../model/rule-names.ts";
import { packSchema, ruleKinds, ruleSchemas, type RuleInput, type RuleKind } from "./pack-schema.ts";
import {
  checkTerm,
  checked,
  describe,
  missingKey,
  parseYaml,
  unknownKey,
  wrongValue,
  type YamlSource,
} from "./checked-yaml.ts";
import { headFile } from "./pack-files.ts";
import { policyGoalsFrom, ruleFrom, thresholdsFrom, wordSetFrom } from "./read-rules.ts";
import { nameListsOf, termListsOf } from "./requirement-references.ts";
import { placeOf } from "./yaml-place.ts";

export interface RuleFile {
  /** Path to show in messages. */
  readonly path: string;
  /** Name inside the pack. */
  readonly name: string;
  readonly text: string;
}

/** Parses and checks the files of one pack; `sha256` is passed on. Throws a GenomlysError at the first thing that is wrong. */
export function parseRuleFiles(folder: string, files: readonly RuleFile[], sha256: string): RulePack {
  const sources = files.map((file) => ({ name: file.name, source: parseYaml("rule", file) }));
  const headSource = sources.find((file) => file.name === headFile)?.source;
  if (headSource === undefined) throw genomlysError("PACK_FILE_MISSING", { path: files[0]?.path ?? "" });
  // A rule file in the place of a pack: what it lacks is the pack around it.
  if (files.length === 1 && headSource.document.has("kind"))
    throw genomlysError("PACK_FILE_MISSING", { path: headSource.path });
  const head = checked(packSchema, headSource, [], headSource.document.toJS());

  const rules: FoundRule[] = [];
  const wordSets: { set: WordSet; source: YamlSource; at: readonly PropertyKey[] }[] = [];
  const seen = new Map<string, { source: YamlSource; at: readonly PropertyKey[] }>();
  for (const { name, source } of sources) {
    const own = name === headFile ? rulesInHead(source, head.rules ?? {}) : rulesOf(source);
    for (const { input, at } of own) {
      // Word sets are named in braces and rules are not: they do not get in each other's way.
      const key = input.kind === "wordset" ? `{${input.id}}` : input.id;
      const other = seen.get(key);
      if (other !== undefined) {
        const first = placeOf(other.source, [...other.at, "id"]);
        const params = { id: input.id, other: `${first.path}:${String(first.line)}` };
        throw genomlysError("RULE_DUPLICATE_ID", params, { where: placeOf(source, [...at, "id"]) });
      }
      seen.set(key, { source, at });
      if (input.kind === "wordset") wordSets.push({ set: wordSetFrom(input), source, at });
      else {
        const termsOf = input.kind === "trap" ? input["terms-of"] : undefined;
        if (input.kind === "trap" && input.terms === undefined && termsOf === undefined)
          throw missingKey(source, at, "terms");
        rules.push({ rule: ruleFrom(input), source, at, ...(termsOf === undefined ? {} : { termsOf }) });
      }
    }
  }
  if (rules.length === 0) throw genomlysError("RULES_EMPTY", { path: headSource.path });

  const setWords = new Map(wordSets.map(({ set }) => [set.id, set.words]));
  for (const { set, source, at } of wordSets) {
    for (const [index, word] of set.words.entries())
      checkTerm(word, new Map(), source, [...at, "words", index]);
  }
  const known = knownNames(rules.map(({ rule }) => rule));
  for (const { rule, source, at } of rules) {
    for (const key of ["terms", "except", "headings", "body"] as const) {
      const terms = (rule as Partial<Record<typeof key, readonly string[]>>)[key] ?? [];
      for (const [index, term] of terms.entries()) checkTerm(term, setWords, source, [...at, key, index]);
    }
    for (const { keys, values } of rule.kind === "requirement" ? termListsOf(rule) : []) {
      for (const [index, term] of values.entries())
        checkTerm(term, setWords, source, [...at, ...keys, index]);
    }
    checkReferences(rule, known, source, at);
  }

  return {
    folder,
    id: head.id,
    version: head.version,
    title: head.title,
    sha256,
    policyGoals: policyGoalsFrom(head),
    thresholds: thresholdsFrom(head),
    wordSets: wordSets.map(({ set }) => set),
    rules: rules.map((found) => withBorrowedTerms(found, rules)),
  };
}

interface FoundRule {
  readonly rule: Rule;
  readonly source: YamlSource;
  readonly at: readonly PropertyKey[];
  /** The trap whose terms it has too. */
  readonly termsOf?: string;
}

/**
 * A trap with the terms and exceptions of the one that it names behind its own, so that two judgements of the same words
 * ("no effect", with and without a reason) cannot come to differ in the words.
 */
function withBorrowedTerms({ rule, source, at, termsOf }: FoundRule, all: readonly FoundRule[]): Rule {
  if (rule.kind !== "trap" || termsOf === undefined) return rule;
  // A lender that borrows itself would make the words depend on the order of files.
  const lenders = all.filter((other) => other.termsOf === undefined && other.rule.kind === "trap");
  const lender = lenders.find((other) => other.rule.id === termsOf)?.rule;
  if (lender?.kind !== "trap") {
    const suggestion = suggestName(
      termsOf,
      lenders.map((other) => other.rule.id),
    );
    const params = suggestion === undefined ? { name: termsOf } : { name: termsOf, suggestion };
    throw genomlysError("RULE_UNKNOWN_REFERENCE", params, { where: placeOf(source, [...at, "terms-of"]) });
  }
  const joined = (own: readonly string[], lent: readonly string[]): string[] => [
    ...new Set([...own, ...lent]),
  ];
  return {
    ...rule,
    terms: joined(rule.terms, lender.terms),
    except: joined(rule.except, lender.except),
  };
}

/** The rules of one file, each checked against the schema of the file's kind. */
function rulesOf(source: YamlSource): { input: RuleInput; at: readonly PropertyKey[] }[] {
  const content: unknown = source.document.toJS({ maxAliasCount: 0 });
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw wrongValue(source, [], "kind", phrase("value.ruleFile"), describe(content));
  }
  for (const key of Object.keys(content)) {
    if (key !== "kind" && key !== "rules") throw unknownKey(source, [], key, ["kind", "rules"]);
  }
  const { kind, rules } = content as { kind?: unknown; rules?: unknown };
  if (kind === undefined) throw missingKey(source, [], "kind");
  if (typeof kind !== "string" || !isKind(kind)) {
    const found = describe(kind);
    const suggestion = typeof kind === "string" ? suggestName(kind, ruleKinds) : undefined;
    throw wrongValue(source, ["kind"], "kind", ruleKinds.join(", "), found, suggestion);
  }
  if (rules === undefined) throw missingKey(source, [], "rules");
  if (!Array.isArray(rules))
    throw wrongValue(source, ["rules"], "rules", phrase("value.list"), describe(rules));
  return rulesOfKind(source, kind, rules, ["rules"]);
}

/** The rules that stand in pack.yaml itself, under the name of their kind: a small pack needs no other file. */
function rulesInHead(
  source: YamlSource,
  rules: Partial<Record<RuleKind, readonly unknown[]>>,
): { input: RuleInput; at: readonly PropertyKey[] }[] {
  return ruleKinds.flatMap((kind) => rulesOfKind(source, kind, rules[kind] ?? [], ["rules", kind]));
}

function rulesOfKind(
  source: YamlSource,
  kind: RuleKind,
  rules: readonly unknown[],
  list: readonly PropertyKey[],
): { input: RuleInput; at: readonly PropertyKey[] }[] {
  return rules.map((entry, index) => {
    const at = [...list, index];
    const value = checked(ruleSchemas[kind] as z.ZodType<object>, source, at, entry);
    return { input: { kind, ...value } as RuleInput, at };
  });
}

function isKind(kind: string): kind is RuleKind {
  return Object.hasOwn(ruleSchemas, kind);
}

/** What conditions may name: rule ids, tags, and the class words that the kinds bring with them. */
function knownNames(rules: readonly Rule[]): Set<string> {
  const names = new Set<string>();
  for (const rule of rules) for (const name of ruleNames(rule)) names.add(name);
  return names;
}

function checkReferences(
  rule: Rule,
  known: ReadonlySet<string>,
  source: YamlSource,
  at: readonly PropertyKey[],
): void {
  const check = (names: readonly string[], keys: readonly PropertyKey[]): void => {
    for (const [index, name] of names.entries()) {
      if (known.has(name)) continue;
      const suggestion = suggestName(name, [...known]);
      throw genomlysError(
        "RULE_UNKNOWN_REFERENCE",
        suggestion === undefined ? { name } : { name, suggestion },
        {
          where: placeOf(source, [...at, ...keys, index]),
        },
      );
    }
  };
  const checkCondition = (condition: Condition | undefined, key: string): void => {
    if (condition === undefined) return;
    check(condition.any, [key, "any"]);
    for (const [index, other] of (condition.also ?? []).entries())
      check(other.any, [key, "also", index, "any"]);
  };
  if (rule.kind === "evidence" || rule.kind === "trap") {
    checkCondition(rule.requires, "requires");
    checkCondition(rule.unless, "unless");
  }
  if (rule.kind === "evidence") checkCondition(rule.strongWith, "strong-with");
  if (rule.kind === "trap") check(rule.affects, ["affects"]);
  if (rule.kind === "remedy") {
    check(rule.when.rules, ["when", "rules"]);
    check(rule.when.without, ["when", "without"]);
    check(rule.when.traps, ["when", "traps"]);
  }
  if (rule.kind === "requirement") {
    for (const { keys, values } of nameListsOf(rule)) check(values, keys);
  }
}
