// The built-in pack as the build left it: read, checked and written as JSON, so that an audit need not load a YAML parser
// and a validator (70 ms of start-up, measured). It counts only for the very files it was made from, and only with the
// code that made it.
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
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

/** A saved form's content with the bytes that were saved beside it. */
export interface ReadForm {
  readonly content: unknown;
  readonly beside: Uint8Array;
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
  return path.join(packageRoot(), "dist", "rules", `${builtinPackId}.terms`);
}

/** The pack's compiled terms as the build left them; undefined when they belong to other rules or to other code. */
export function readCompiledTerms(sha256: string, file = compiledTermsFile()): ReadForm | undefined {
  return readIfMadeFrom(file, sha256);
}

/**
 * The compiled pack if it was made from files with this hash and by this code, otherwise undefined: edited rules are never
 * passed over, nor is a change to what reads them.
 */
export function readCompiledPack(
  sha256: string,
  file = compiledPackFile(),
): Omit<RulePack, "folder"> | undefined {
  return readIfMadeFrom(file, sha256)?.content as Omit<RulePack, "folder"> | undefined;
}

/** One byte a character: read without decoding, and strings of such characters are parsed sooner. */
const encoding = "latin1";
const newline = 0x0a;

/**
 * Writes a compiled form: JSON in one line, in which characters that have no byte of their own are escaped, and `beside` it,
 * from a multiple of eight bytes on, what is not for JSON.
 */
export async function writeForm(
  file: string,
  form: SavedForm<unknown>,
  beside: Uint8Array = new Uint8Array(),
): Promise<void> {
  const json = JSON.stringify({ ...form, beside: beside.length }).replace(
    /[^\0-\xff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const line = `${json}${" ".repeat(-(json.length + 1) & 7)}\n`;
  await writeFile(file, Buffer.concat([Buffer.from(line, encoding), beside]));
}

function readIfMadeFrom(file: string, sha256: string): ReadForm | undefined {
  const compiler = compilerVersion();
  if (compiler === null || !existsSync(file)) return undefined;
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(newline);
    const saved = JSON.parse(bytes.toString(encoding, 0, end)) as SavedForm<unknown> & { beside: number };
    const beside = bytes.subarray(end + 1);
    // A file that was cut off is none.
    const isWhole = saved.beside === beside.length;
    return isWhole && saved.sha256 === sha256 && saved.compiler === compiler
      ? { content: saved.content, beside }
      : undefined;
  } catch {
    return undefined;
  }
}
