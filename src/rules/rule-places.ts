// Where the rules of a pack stand in its files. Packs do not carry places: only those who ask about rules need them.
import { LineCounter, parseDocument } from "yaml";
import type { ErrorPlace } from "../errors/genomlys-error.ts";
import { mostBytes, readWhole } from "../files/read-whole.ts";
import { decodeYaml } from "./decode-yaml.ts";
import { packFilesAt } from "./pack-files.ts";
import { placeOf, type YamlPlaces } from "./yaml-place.ts";

export interface RulePlaces {
  /** Place of a rule, or of what `keys` lead to inside it; null when the files no longer hold the rule. */
  readonly rule: (id: string, keys?: readonly PropertyKey[]) => ErrorPlace | null;
  readonly wordSet: (id: string, keys?: readonly PropertyKey[]) => ErrorPlace | null;
}

/** Reads the places in a pack's folder or file. Files that changed after the pack was loaded give the places of today. */
export async function readRulePlaces(folder: string): Promise<RulePlaces> {
  const rules = new Map<string, (keys: readonly PropertyKey[]) => ErrorPlace>();
  const wordSets = new Map<string, (keys: readonly PropertyKey[]) => ErrorPlace>();
  for (const { file } of packFilesAt(folder)) {
    const text = decodeYaml(await readWhole(file, file, mostBytes.written));
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const source: YamlPlaces = { path: file, text, document, lines };
    const content: unknown = document.toJS();
    for (const { kind, list, at } of ruleListsOf(content)) {
      for (const [index, rule] of list.entries()) {
        const { id } = (rule ?? {}) as { id?: unknown };
        if (typeof id !== "string") continue;
        (kind === "wordset" ? wordSets : rules).set(id, (keys) => placeOf(source, [...at, index, ...keys]));
      }
    }
  }
  return {
    rule: (id, keys = []) => rules.get(id)?.(keys) ?? null,
    wordSet: (id, keys = []) => wordSets.get(id)?.(keys) ?? null,
  };
}

/** The lists of rules in a file: the one of a rule file, or one for each kind in a pack.yaml that holds its rules. */
function ruleListsOf(
  content: unknown,
): { kind: unknown; list: readonly unknown[]; at: readonly PropertyKey[] }[] {
  const { kind, rules } = (content ?? {}) as { kind?: unknown; rules?: unknown };
  if (Array.isArray(rules)) return [{ kind, list: rules, at: ["rules"] }];
  if (typeof rules !== "object" || rules === null) return [];
  return Object.entries(rules).flatMap(([own, list]: [string, unknown]) =>
    Array.isArray(list) ? [{ kind: own, list, at: ["rules", own] }] : [],
  );
}
