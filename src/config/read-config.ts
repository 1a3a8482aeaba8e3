// genomlys.config.yaml → a checked configuration, or an error at the line that is wrong.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { genomlysError, type GenomlysError } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import type { RulePack } from "../model/rule.ts";
import { checked, parseYaml, wrongValue, type YamlSource } from "../rules/checked-yaml.ts";
import { placeOf, placeOfKey } from "../rules/yaml-place.ts";
import { changePack } from "./change-pack.ts";
import { configSchema, type ConfigInput } from "./config-schema.ts";
import type { Config } from "./config.ts";
import { packFolder } from "./pack-folder.ts";

/** Reads the configuration in `file` (absolute); messages name it as seen from `cwd`. */
export async function readConfig(file: string, cwd: string): Promise<Config> {
  const shown = path.relative(cwd, file).replaceAll(path.sep, "/");
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw genomlysError("CONFIG_MISSING", { path: shown }, { cause });
  }
  return parseConfig(new TextDecoder().decode(bytes), { file, shown });
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
    applyTo: (packs, chosen) => {
      const changed = changePacks(packs, input, source, chosen);
      checkTypes(changed, types, source);
      return changed;
    },
    lineOf: (keys) => (hasValue(content, keys) ? placeOf(source, keys).line : undefined),
  };
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
