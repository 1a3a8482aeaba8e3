// genomlys.config.yaml → a checked configuration, or an error at the line that is wrong.
import path from "node:path";
import { genomlysError, type GenomlysError } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import { mostBytes, readNamed } from "../files/read-whole.ts";
import type { Bars } from "../gate/bars.ts";
import { findingNames, suppressibleNames } from "../model/finding-names.ts";
import type { RulePack } from "../model/rule.ts";
import { checked, parseYaml, wrongValue, type YamlSource } from "../rules/checked-yaml.ts";
import { placeOf, placeOfKey } from "../rules/yaml-place.ts";
import { changePack } from "./change-pack.ts";
import { configSchema, type BarsInput, type ConfigInput } from "./config-schema.ts";
import type { Config } from "./config.ts";
import { decodeYaml } from "../rules/decode-yaml.ts";
import { packFolder } from "./pack-folder.ts";

/** Reads the configuration in `file` (absolute); messages name it as seen from `cwd`. */
export async function readConfig(file: string, cwd: string): Promise<Config> {
  const shown = path.relative(cwd, file).replaceAll(path.sep, "/");
  const bytes = await readNamed(file, shown, mostBytes.written, {
    missing: "CONFIG_MISSING",
    unreadable: "INPUT_UNREADABLE",
  });
  return parseConfig(decodeYaml(bytes), { file, shown });
}

/** As readConfig, for a text that is at hand. */
export function parseConfig(text: string, { file, shown }: Pick<Config, "file" | "shown">): Config {
  const source = parseYaml("config", { path: shown, text });
  // A file where all is commented out changes nothing; that is how a new one begins.
  const content: unknown = source.document.toJS({ maxAliasCount: 0 }) ?? {};
  const input = checked(configSchema, source, [], content);
  const folder = path.dirname(file);
  const types = Object.entries(input.types ?? {}).map(([pattern, type]) => ({
    pattern,
    type,
    where: placeOf(source, ["types", pattern]),
  }));
  return {
    file,
    shown,
    lang: input.lang,
    limits: input.limits ?? {},
    packFolders: input.packs?.map((written, index) =>
      packFolder(written, folder, placeOf(source, ["packs", index])),
    ),
    changes: leavesOf(input.extend ?? {}, ["extend"]),
    types,
    ignore: (input.ignore ?? []).map((entry, index) => ({
      pattern: entry.path,
      reason: entry.reason,
      until: entry.until,
      where: placeOf(source, ["ignore", index]),
    })),
    check: readCheck(input),
    suppress: readSuppressions(input, source),
    applyTo: (packs, chosen) => {
      const changed = changePacks(packs, input, source, chosen);
      checkTypes(changed, types, source);
      // Packs that were named on the command line need not have the rules that the file speaks of.
      if (!chosen) checkNames(changed, input, source);
      return changed;
    },
    lineOf: (keys) => (hasValue(content, keys) ? placeOf(source, keys).line : undefined),
  };
}

/** The single bars under their names in the program. */
function readBars(bars: BarsInput): Bars {
  return {
    minCoverage: bars["min-coverage"],
    minLevel: bars["min-level"],
    maxGaps: bars["max-gaps"],
    require: bars.require,
    failOn: bars["fail-on"],
  };
}

function readCheck({ check = {} }: ConfigInput): Config["check"] {
  return {
    all: readBars(check),
    types: Object.fromEntries(
      Object.entries(check.types ?? {}).map(([type, bars]) => [type, readBars(bars)]),
    ),
    baseline: check.baseline,
    failOnUnusedSuppressions: check["fail-on-unused-suppressions"] ?? false,
  };
}

function readSuppressions({ suppress = [] }: ConfigInput, source: YamlSource): Config["suppress"] {
  return suppress.map(({ fingerprint, rule, path: pattern, section, reason, owner, until }, index) => ({
    fingerprint,
    rule,
    path: pattern,
    section,
    reason,
    owner,
    until,
    where: placeOf(source, ["suppress", index]),
  }));
}

/** Refuses ids of requirements, types and rules that no pack knows: what they are meant to hold would never be looked at. */
function checkNames(packs: readonly RulePack[], input: ConfigInput, source: YamlSource): void {
  const { check = {}, suppress = [] } = input;
  const refuse = (at: readonly PropertyKey[], key: string, name: string, known: readonly string[]): void => {
    if (known.includes(name)) return;
    throw unknownName(source, at, key, name, known);
  };
  const requirements = findingNames(packs, ["requirement"]);
  for (const [index, id] of (check.require ?? []).entries())
    refuse(["check", "require", index], "require", id, requirements);
  const types = ["ovrigt"];
  for (const { kind, id } of packs.flatMap(({ rules }) => rules)) if (kind === "documentType") types.push(id);
  for (const [type, bars] of Object.entries(check.types ?? {})) {
    if (!types.includes(type)) throw unknownName(source, ["check", "types"], "types", type, types, type);
    for (const [index, id] of (bars.require ?? []).entries())
      refuse(["check", "types", type, "require", index], "require", id, requirements);
  }
  const named = suppressibleNames(packs);
  for (const [index, { rule }] of suppress.entries())
    if (rule !== undefined) refuse(["suppress", index, "rule"], "rule", rule, named);
}

/** Names shown when one is unknown; with more of them the message would be a list. */
const mostNames = 20;

function unknownName(
  source: YamlSource,
  at: readonly PropertyKey[],
  key: string,
  name: string,
  known: readonly string[],
  /** The name stands as a key of the mapping at `at`. */
  asKey?: string,
): GenomlysError {
  // "K-MB-05" is how people write "k-mb-05".
  const written = new Set(
    known.filter((each) => each === each.toUpperCase()).map((each) => each.toLowerCase()),
  );
  const shown = [...new Set(known)].filter((each) => !written.has(each)).slice(0, mostNames);
  const expected = shown.length === mostNames ? `${shown.join(", ")} …` : shown.join(", ");
  return wrongValue(source, at, key, expected, `"${name}"`, suggestName(name, known), asKey);
}

function changePacks(
  packs: readonly RulePack[],
  input: ConfigInput,
  source: YamlSource,
  chosen: boolean,
): RulePack[] {
  const overlays = input.extend ?? {};
  const used = packs.map((pack) => pack.id);
  for (const name of chosen ? [] : Object.keys(overlays)) {
    if (used.includes(name)) continue;
    const suggestion = suggestName(name, used);
    throw genomlysError(
      "CONFIG_PACK_NOT_USED",
      { name, used: used.join(", "), ...(suggestion === undefined ? {} : { suggestion }) },
      { where: placeOfKey(source, ["extend"], name) },
    );
  }
  return packs.map((pack) => {
    const overlay = Object.hasOwn(overlays, pack.id) ? overlays[pack.id] : undefined;
    return overlay === undefined ? pack : changePack(pack, { overlay, source, at: ["extend", pack.id] });
  });
}

function checkTypes(packs: readonly RulePack[], types: Config["types"], source: YamlSource): void {
  const known = new Set(
    packs.flatMap((pack) => pack.rules.flatMap((rule) => (rule.kind === "documentType" ? [rule.id] : []))),
  ).add("ovrigt");
  for (const { pattern, type } of types) {
    if (!known.has(type)) throw unknownType(source, pattern, type, [...known]);
  }
}

function unknownType(
  source: YamlSource,
  pattern: string,
  type: string,
  known: readonly string[],
): GenomlysError {
  const suggestion = suggestName(type, known);
  return wrongValue(source, ["types", pattern], pattern, known.join(", "), `"${type}"`, suggestion);
}

/** The single values in a tree of keys; a list of plain values is one. */
function leavesOf(value: unknown, keys: readonly string[]): Config["changes"] {
  if (typeof value !== "object" || value === null) return [{ keys, value: String(value) }];
  const entries = Object.entries(value);
  if (Array.isArray(value) && value.every((entry) => typeof entry !== "object"))
    return [{ keys, value: value.join(", ") }];
  return entries.flatMap(([key, entry]) => leavesOf(entry, [...keys, key]));
}

function hasValue(content: unknown, keys: readonly PropertyKey[]): boolean {
  let at = content;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return true;
}
