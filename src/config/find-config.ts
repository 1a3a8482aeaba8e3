// Which configuration file is in force: the one that is named, or the nearest one upwards from the working directory.
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { genomlysError } from "../errors/genomlys-error.ts";

const configFileName = "genomlys.config.yaml";

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * Absolute path of the configuration file; null when there is none. `named` is what --config says. The search ends where
 * a repository does (the folder that holds .git): a file above it belongs to something else.
 */
export function findConfig(cwd: string, named: string | undefined): string | null {
  if (named !== undefined) {
    const file = path.resolve(cwd, named);
    if (!isFile(file)) throw genomlysError("CONFIG_MISSING", { path: named });
    return file;
  }
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const file = path.join(folder, configFileName);
    if (isFile(file)) return file;
    if (existsSync(path.join(folder, ".git")) || path.dirname(folder) === folder) return null;
  }
}
