// The folder of the installed package, whether the code runs bundled from dist/ or from src/ under the tests.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

let root: string | undefined;

/** Absolute path of the folder that holds package.json, rules/ and dist/. For finding files, never for output. */
export function packageRoot(): string {
  if (root !== undefined) return root;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json")) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  root = folder;
  return folder;
}
