// The built-in pack as the build left it: read, checked and written as JSON, so that an audit need not load a YAML parser
// and a validator (70 ms of start-up, measured). It counts only for the very files it was made from.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RulePack } from "../model/rule.ts";
import { packageRoot } from "../package-root.ts";

/** Id, and folder under rules/, of the pack that is used when none is named. */
export const builtinPackId = "jamstalldhet";

/** Folder of the built-in pack. */
export function builtinPackFolder(): string {
  return path.join(packageRoot(), "rules", builtinPackId);
}

/** Where the build puts the compiled pack. */
export function compiledPackFile(): string {
  return path.join(packageRoot(), "dist", "rules", `${builtinPackId}.json`);
}

/** The compiled pack if it was made from files with this hash, otherwise undefined: edited rules are never passed over. */
export async function readCompiledPack(sha256: string): Promise<Omit<RulePack, "folder"> | undefined> {
  const file = compiledPackFile();
  if (!existsSync(file)) return undefined;
  try {
    const pack = JSON.parse(await readFile(file, "utf8")) as Omit<RulePack, "folder">;
    return pack.sha256 === sha256 ? pack : undefined;
  } catch {
    return undefined;
  }
}
