// Rule packs from folders of YAML, or from single files. A broken rule stops the run: a wrong yardstick makes every measure wrong.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import { genomlysError } from "../errors/genomlys-error.ts";
import { mostBytes, readWholeSync } from "../files/read-whole.ts";
import type { RulePack } from "../model/rule.ts";
import { builtinPackFolder, readCompiledPack } from "./compiled-pack.ts";
import { decodeYaml } from "./decode-yaml.ts";
import { headFile, packFilesAt, type PackFilePath } from "./pack-files.ts";

interface PackFile extends PackFilePath {
  readonly bytes: Uint8Array;
}

/**
 * Loads rule packs. `folders` are paths of pack folders, of their pack.yaml, or of files that are a pack each; none means
 * the built-in pack.
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
export async function loadPack(at: string): Promise<RulePack> {
  const folder = isHeadOfFolder(at) ? path.dirname(at) : at;
  const files = readPackFiles(folder);
  const sha256 = hashFiles(files);
  const compiled = folder === builtinPackFolder() ? readCompiledPack(sha256) : undefined;
  return compiled === undefined ? parsePack(folder, files, sha256) : { ...compiled, folder };
}

/** "mitt-paket/pack.yaml" stands for its folder; a file of another name is a pack by itself. */
function isHeadOfFolder(at: string): boolean {
  return path.basename(at) === headFile && statSync(at, { throwIfNoEntry: false })?.isFile() === true;
}

/** Read at once, not in turns: some thirty small files, and a promise for each step of each costs more than the reading. */
function readPackFiles(folder: string): PackFile[] {
  let files: PackFilePath[];
  try {
    files = packFilesAt(folder);
  } catch (cause) {
    throw genomlysError("RULES_MISSING", { path: folder }, { cause });
  }
  if (files.length === 0) throw genomlysError("RULES_EMPTY", { path: folder });
  if (!files.some(({ name }) => name === headFile))
    throw genomlysError("PACK_FILE_MISSING", { path: folder });
  return files.map((file) => ({ ...file, bytes: readWholeSync(file.file, file.file, mostBytes.written) }));
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
    files.map(({ file, name, bytes }) => ({ path: file, name, text: decodeYaml(bytes) })),
    sha256,
  );
}
