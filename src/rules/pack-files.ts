// Which files a pack is made of: a folder with its pack.yaml and rule files, or one file that holds all of it.
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { mostBytes, readWholeSync } from "../files/read-whole.ts";
import { decodeYaml } from "./decode-yaml.ts";

/** The file of a folder that says what the pack is called. */
export const headFile = "pack.yaml";

/** A file of a pack: where it lies, and its name inside the pack (with "/"). */
export interface PackFilePath {
  readonly file: string;
  readonly name: string;
}

/**
 * The YAML files of the pack at `at`, sorted by name in code-unit order, the same everywhere. A file is the whole pack, and
 * is its pack.yaml whatever it is called. Throws what the file system says when nothing is there.
 */
export function packFilesAt(at: string): PackFilePath[] {
  if (statSync(at).isFile()) return [{ file: at, name: headFile }];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.name.startsWith("."))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { file, name: path.relative(at, file).replaceAll(path.sep, "/") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Keys that stand at the outermost level of every pack, and never in a configuration. */
const packKey = /^(?:id|version|title|rules)[ \t]*:/m;

/**
 * Is what lies at `at` a rule pack: a folder, its pack.yaml, or a file that is a pack by itself? A configuration is not, and
 * neither is what is not there. Told by the keys, so that a pack with a fault in it is told of as a pack.
 */
export function isPack(at: string): boolean {
  const found = statSync(at, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (!found.isFile() || path.basename(at) === headFile) return true;
  return packKey.test(decodeYaml(readWholeSync(at, at, mostBytes.written)));
}
