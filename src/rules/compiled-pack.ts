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

/** Where the build puts the compiled terms of the built-in pack. */
export function compiledTermsFile(): string {
  return path.join(packageRoot(), "dist", "rules", `${builtinPackId}.terms.json`);
}

/** The pack's compiled terms as the build left them, as JSON; undefined when they belong to other rules. */
export async function readCompiledTerms(sha256: string): Promise<unknown> {
  return readIfMadeFrom<{ readonly sha256: string; readonly terms: unknown }>(
    compiledTermsFile(),
    sha256,
  ).then((saved) => saved?.terms);
}

/** The compiled pack if it was made from files with this hash, otherwise undefined: edited rules are never passed over. */
export async function readCompiledPack(sha256: string): Promise<Omit<RulePack, "folder"> | undefined> {
  return readIfMadeFrom<Omit<RulePack, "folder">>(compiledPackFile(), sha256);
}

async function readIfMadeFrom<Saved extends { readonly sha256: string }>(
  file: string,
  sha256: string,
): Promise<Saved | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    const saved = JSON.parse(await readFile(file, "utf8")) as Saved;
    return saved.sha256 === sha256 ? saved : undefined;
  } catch {
    return undefined;
  }
}
