// The built-in pack as the build left it: read, checked and written as JSON, so that an audit need not load a YAML parser
// and a validator (70 ms of start-up, measured). It counts only for the very files it was made from, and only with the
// code that made it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RulePack } from "../model/rule.ts";
import { packageRoot } from "../package-root.ts";

/** Hash of the sources that read and compile rules, put in by the build and by the tests (scripts/code-versions.mjs). */
declare const __COMPILER_VERSION__: string | undefined;

/** What the compiled form is known by, beside the rules' own hash; null when the code was not built: then none is used. */
export function compilerVersion(): string | null {
  return typeof __COMPILER_VERSION__ === "string" ? __COMPILER_VERSION__ : null;
}

/** A compiled form as it is saved. */
export interface SavedForm<Content> {
  readonly compiler: string | null;
  /** Of the rule files. */
  readonly sha256: string;
  readonly content: Content;
}

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

/** The pack's compiled terms as the build left them, as JSON; undefined when they belong to other rules or to other code. */
export async function readCompiledTerms(sha256: string): Promise<unknown> {
  return readIfMadeFrom<unknown>(compiledTermsFile(), sha256);
}

/**
 * The compiled pack if it was made from files with this hash and by this code, otherwise undefined: edited rules are never
 * passed over, nor is a change to what reads them.
 */
export async function readCompiledPack(
  sha256: string,
  file = compiledPackFile(),
): Promise<Omit<RulePack, "folder"> | undefined> {
  return readIfMadeFrom<Omit<RulePack, "folder">>(file, sha256);
}

async function readIfMadeFrom<Content>(file: string, sha256: string): Promise<Content | undefined> {
  const compiler = compilerVersion();
  if (compiler === null || !existsSync(file)) return undefined;
  try {
    const saved = JSON.parse(await readFile(file, "utf8")) as SavedForm<Content>;
    return saved.sha256 === sha256 && saved.compiler === compiler ? saved.content : undefined;
  } catch {
    return undefined;
  }
}
