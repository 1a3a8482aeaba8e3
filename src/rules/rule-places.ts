// Where the rules of a pack stand in its files. Packs do not carry places: only those who ask about rules need them.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { ErrorPlace } from "../errors/genomlys-error.ts";
import { placeOf, type YamlPlaces } from "./yaml-place.ts";

export interface RulePlaces {
  /** Place of a rule, or of what `keys` lead to inside it; null when the files no longer hold the rule. */
  readonly rule: (id: string, keys?: readonly PropertyKey[]) => ErrorPlace | null;
  readonly wordSet: (id: string, keys?: readonly PropertyKey[]) => ErrorPlace | null;
}

/** Reads the places in a pack folder. Files that changed after the pack was loaded give the places of today. */
export async function readRulePlaces(folder: string): Promise<RulePlaces> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const rules = new Map<string, (keys: readonly PropertyKey[]) => ErrorPlace>();
  const wordSets = new Map<string, (keys: readonly PropertyKey[]) => ErrorPlace>();
  for (const entry of entries) {
    if (!entry.isFile() || !/\.ya?ml$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, "utf8");
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const source: YamlPlaces = { path: file, text, document, lines };
    const content: unknown = document.toJS();
    const { kind, rules: list } = (content ?? {}) as { kind?: unknown; rules?: unknown };
    if (!Array.isArray(list)) continue;
    for (const [index, rule] of list.entries()) {
      const { id } = (rule ?? {}) as { id?: unknown };
      if (typeof id !== "string") continue;
      (kind === "wordset" ? wordSets : rules).set(id, (keys) => placeOf(source, ["rules", index, ...keys]));
    }
  }
  return {
    rule: (id, keys = []) => rules.get(id)?.(keys) ?? null,
    wordSet: (id, keys = []) => wordSets.get(id)?.(keys) ?? null,
  };
}
