// Rule packs from folders of YAML. A broken rule stops the run: a wrong yardstick makes every measure wrong.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { genomlysError } from "../errors/genomlys-error.ts";
import type { RulePack } from "../model/rule.ts";
import { builtinPackFolder, readCompiledPack } from "./compiled-pack.ts";

/** A file of a pack: its name inside the folder (with "/") and its bytes. */
interface PackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Loads rule packs. `folders` are paths of pack folders; none means the built-in pack.
 * Throws a GenomlysError that names file, line and column for the first thing that is wrong.
 */
export async function loadPacks(folders: readonly string[]): Promise<RulePack[]> {
  const packs: RulePack[] = [];
  for (const folder of folders.length > 0 ? folders : [builtinPackFolder()]) {
    const pack = await loadPack(folder);
    if (packs.some((other) => other.id === pack.id)) throw genomlysError("PACK_DUPLICATE", { id: pack.id });
    packs.push(pack);
  }
  return packs;
}

/** Loads one pack; a pack whose compiled form was made from just these files is not parsed again. */
export async function loadPack(folder: string): Promise<RulePack> {
  const files = readPackFiles(folder);
  const sha256 = hashFiles(files);
  const compiled = folder === builtinPackFolder() ? await readCompiledPack(sha256) : undefined;
  return compiled === undefined ? parsePack(folder, files, sha256) : { ...compiled, folder };
}

/** Read at once, not in turns: some thirty small files, and a promise for each step of each costs more than the reading. */
function readPackFiles(folder: string): PackFile[] {
  let names: string[];
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    names = entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.name.startsWith("."))
      .map((entry) =>
        path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"),
      );
  } catch (cause) {
    throw genomlysError("RULES_MISSING", { path: folder }, { cause });
  }
  if (names.length === 0) throw genomlysError("RULES_EMPTY", { path: folder });
  if (!names.includes("pack.yaml")) throw genomlysError("PACK_FILE_MISSING", { path: folder });
  // Code-unit order: the same everywhere, whatever the locale.
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return names.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
}

function hashFiles(files: readonly PackFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    hash.update(`${file.name}\0${file.bytes.length}\0`);
    hash.update(file.bytes);
  }
  return hash.digest("hex");
}

/** YAML of a whole pack → the pack. Loads the YAML parser and the validator, which an audit with the built-in pack never needs. */
async function parsePack(folder: string, files: readonly PackFile[], sha256: string): Promise<RulePack> {
  const { parseRuleFiles } = await import("./parse-pack.ts");
  return parseRuleFiles(
    folder,
    files.map((file) => ({ path: path.join(folder, file.name), name: file.name, text: decode(file.bytes) })),
    sha256,
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
}
