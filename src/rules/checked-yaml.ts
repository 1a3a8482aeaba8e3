// YAML that a person wrote (rules, configuration) → what a schema lets through, or an error at the line that is wrong.
import { LineCounter, parseDocument, visit, type ErrorCode as YamlErrorCode } from "yaml";
import type * as z from "zod";
import {
  expectedOf,
  groupWith,
  phrase,
  phraseAbout,
  valueInList,
  type ErrorPhrase,
} from "../errors/error-phrases.ts";
import { genomlysError, type ErrorValue, type GenomlysError } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import { parseTerm } from "../match/parse-term.ts";
import { placeOf, placeOfKey, placeOfOffset, type YamlPlaces } from "./yaml-place.ts";

/** What kind of file it is: messages point to the page that explains it. */
export type YamlFamily = "rule" | "config";

/** A parsed file, with what is needed to find a place in it. */
export interface YamlSource extends YamlPlaces {
  readonly family: YamlFamily;
}

const codes = {
  rule: {
    syntax: "RULE_SYNTAX",
    unknownKey: "RULE_UNKNOWN_KEY",
    missingKey: "RULE_MISSING_KEY",
    wrongValue: "RULE_WRONG_VALUE",
    badTerm: "RULE_BAD_TERM",
  },
  config: {
    syntax: "CONFIG_SYNTAX",
    unknownKey: "CONFIG_UNKNOWN_KEY",
    missingKey: "CONFIG_MISSING_KEY",
    wrongValue: "CONFIG_WRONG_VALUE",
    badTerm: "CONFIG_BAD_TERM",
  },
} as const;

/** What the parser's errors mean to someone who has never heard of scalars; the others are "yaml.unexpected". */
const yamlProblems: Partial<Record<YamlErrorCode, ErrorPhrase>> = {
  TAB_AS_INDENT: "yaml.tab",
  BAD_INDENT: "yaml.indent",
  DUPLICATE_KEY: "yaml.duplicateKey",
  BLOCK_AS_IMPLICIT_KEY: "yaml.colon",
  MULTILINE_IMPLICIT_KEY: "yaml.unclosed",
  MISSING_CHAR: "yaml.unclosed",
  BAD_SCALAR_START: "yaml.firstCharacter",
  BAD_DQ_ESCAPE: "yaml.escape",
  MULTIPLE_DOCS: "yaml.severalDocuments",
};

/** Parses a file; throws a GenomlysError at the first place that is no YAML. `path` is what messages call it. */
export function parseYaml(
  family: YamlFamily,
  file: { readonly path: string; readonly text: string },
): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, maxAliasCount: 0 } as Parameters<
    typeof parseDocument
  >[1]);
  const source: YamlSource = { family, path: file.path, text: file.text, document, lines };
  const unread = file.text.indexOf("\uFFFD");
  if (unread >= 0) {
    const where = placeOfOffset(source, unread);
    throw genomlysError(codes[family].syntax, { problem: phrase("yaml.encoding") }, { where });
  }
  const error = document.errors[0];
  if (error !== undefined) {
    refuseBareStar(source, error.pos[0]);
    const problem = phrase(yamlProblems[error.code] ?? "yaml.unexpected");
    throw genomlysError(codes[family].syntax, { problem }, { where: placeOfOffset(source, error.pos[0]) });
  }
  refuseAliases(source);
  return source;
}

/** "- *statistik per kön": the star is the fault, not the words behind it, where the parser stops. */
function refuseBareStar(source: YamlSource, offset: number): void {
  const line = source.text.slice(source.text.lastIndexOf("\n", offset - 1) + 1).split(/\r?\n/, 1)[0] ?? "";
  const [, before = "", term] = /^(\s*(?:- +|[^"'#]*: +)+)(\*[^"'\s,\]}][^#]*?)\s*$/.exec(line) ?? [];
  if (term === undefined) return;
  const start = source.text.lastIndexOf("\n", offset - 1) + 1 + before.length;
  throw genomlysError(
    codes[source.family].badTerm,
    { term, problem: phraseAbout("term.star", term) },
    { where: placeOfOffset(source, start, term.length) },
  );
}

/** Neither has aliases; what YAML takes for one is a term or pattern that begins with a star and lacks its quotes. */
function refuseAliases(source: YamlSource): void {
  visit(source.document, {
    Alias(_key, alias) {
      const term = `*${alias.source}`;
      const [start, end] = alias.range ?? [0, 1];
      throw genomlysError(
        codes[source.family].badTerm,
        { term, problem: phraseAbout("term.star", term) },
        { where: placeOfOffset(source, start, end - start) },
      );
    },
  });
}

/** `value` if it fits the schema; otherwise an error at the first thing that does not. */
export function checked<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  at: readonly PropertyKey[],
  value: unknown,
): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A misspelt key is also a missing one; what was written says more than what was not.
  const { issues } = result.error;
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  if (issue === undefined) throw new Error("a schema failed without an issue");
  const keys = [...at, ...issue.path];
  // What stands in a list is called by the list: its place in it says nothing to a person.
  const name = String(keys.filter((key) => typeof key !== "number").at(-1) ?? "");
  if (issue.code === "unrecognized_keys") {
    throw unknownKey(source, keys, issue.keys[0] ?? "", allowedKeys(schema, issue.path));
  }
  const found = valueAt(value, issue.path);
  if (found === undefined) throw missingKey(source, keys.slice(0, -1), name);
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const suggestion = typeof found === "string" ? suggestName(found, choices) : undefined;
    throw wrongValue(source, keys, name, choices.join(", "), describe(found), suggestion);
  }
  const listed =
    issue.code === "invalid_type" && issue.expected === "array" && typeof found === "string"
      ? `[${found}]`
      : undefined;
  const ofGroup = issue.code === "invalid_type" && issue.expected === "object";
  const inside = ofGroup ? allowedKeys(schema, issue.path) : [];
  const expected = inside.length > 0 ? groupWith(inside) : expectedOf(issue);
  throw wrongValue(source, keys, name, expected, describe(found), listed);
}

function valueAt(value: unknown, keys: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}

/** Keys that the object at `path` of a schema may have. */
function allowedKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) {
    at = unwrap(at);
    const { shape, element, valueType } = at as {
      readonly shape?: Record<PropertyKey, unknown>;
      readonly element?: unknown;
      readonly valueType?: unknown;
    };
    at = shape === undefined ? (element ?? valueType) : shape[key];
  }
  at = unwrap(at);
  return Object.keys((at as { shape?: object }).shape ?? {});
}

/** What an optional schema or one with a default is of. A list can be unwrapped too, to what stands in it: it stays a list. */
function unwrap(schema: unknown): unknown {
  let at = schema;
  while (
    typeof at === "object" &&
    at !== null &&
    !("element" in at) &&
    "unwrap" in at &&
    typeof at.unwrap === "function"
  ) {
    at = (at.unwrap as () => unknown)();
  }
  return at;
}

/** An error at a key that may not stand there. */
export function unknownKey(
  source: YamlSource,
  at: readonly PropertyKey[],
  key: string,
  allowed: readonly string[],
): GenomlysError {
  const suggestion = suggestName(key, allowed);
  const params = { key, allowed: allowed.join(", ") };
  return genomlysError(
    codes[source.family].unknownKey,
    suggestion === undefined ? params : { ...params, suggestion },
    {
      where: placeOfKey(source, at, key),
    },
  );
}

/** The error for a key that must stand in the mapping at `at` and does not. */
export function missingKey(source: YamlSource, at: readonly PropertyKey[], key: string): GenomlysError {
  return genomlysError(codes[source.family].missingKey, { key }, { where: placeOf(source, at) });
}

/** The error for the value of `key` at `at`, or for `asKey` there; `suggestion` is what the author may have meant. */
export function wrongValue(
  source: YamlSource,
  at: readonly PropertyKey[],
  key: string,
  expected: ErrorValue,
  found: ErrorValue,
  suggestion?: string,
  asKey?: string,
): GenomlysError {
  const subject = typeof at.at(-1) === "number" && asKey === undefined ? valueInList(key) : `"${key}"`;
  const params = { key, subject, expected, found };
  return genomlysError(
    codes[source.family].wrongValue,
    suggestion === undefined ? params : { ...params, suggestion },
    {
      where: asKey === undefined ? placeOf(source, at) : placeOfKey(source, at, asKey),
    },
  );
}

/** A value as a message names it. */
export function describe(value: unknown): ErrorValue {
  if (value === null || value === undefined) return phrase("found.nothing");
  if (Array.isArray(value)) return phrase(value.length === 0 ? "found.emptyList" : "found.list");
  if (typeof value === "object") return phrase("found.group");
  return `"${typeof value === "string" ? value : JSON.stringify(value)}"`;
}

/** Throws at a term that cannot be read. */
export function checkTerm(
  term: string,
  wordSets: ReadonlyMap<string, readonly string[]>,
  source: YamlSource,
  at: readonly PropertyKey[],
): void {
  const parsed = parseTerm(term, wordSets);
  if ("problem" in parsed) {
    const { part } = parsed.problem;
    const problem = /[“”„»«]/.test(part) ? "curlyQuotes" : parsed.problem.problem;
    throw genomlysError(
      codes[source.family].badTerm,
      { term, problem: phraseAbout(`term.${problem}`, part) },
      { where: placeOf(source, at) },
    );
  }
}
