// Whole audits in one call, with the built-in pack: what most tests above the stages start from.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { DocumentReport, SectionReport } from "../../src/model/report.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { auditFile } from "../../src/pipeline/audit.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";

let packs: Promise<RulePack[]> | undefined;

/** The built-in pack, loaded once a test file. */
export function builtinPacks(): Promise<RulePack[]> {
  packs ??= loadPacks([]);
  return packs;
}

export interface TextOptions {
  /** Document type id; a type that says nothing by itself when left out. */
  readonly type?: string;
  readonly name?: string;
  readonly packs?: readonly RulePack[];
  readonly lang?: "sv" | "en";
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export async function auditBytes(
  bytes: Uint8Array,
  name: string,
  options: TextOptions = {},
): Promise<DocumentReport> {
  return auditFile(
    { path: name, bytes },
    {
      packs: options.packs ?? (await builtinPacks()),
      type: options.type ?? "auto",
      lang: options.lang ?? "sv",
      read: defaultReadOptions,
      sha256,
    },
  );
}

/** Audits Markdown. */
export function auditText(markdown: string, options: TextOptions = {}): Promise<DocumentReport> {
  return auditBytes(new TextEncoder().encode(markdown), options.name ?? "text.md", {
    type: "ovrigt",
    ...options,
  });
}

/** Audits a text as the one section "3.1 Läget" of a plan. */
export async function auditSection(text: string, heading = "3.1 Läget"): Promise<SectionReport> {
  const report = await auditText(`# Plan\n\n## ${heading}\n\n${text}\n`);
  return sectionOf(report, heading);
}

/** The section with this heading, written with its number. */
export function sectionOf(report: DocumentReport, heading: string): SectionReport {
  const found = report.sections.find((section) => nameOf(section) === heading);
  if (found === undefined)
    throw new Error(`no section "${heading}" among ${report.sections.map(nameOf).join(" | ")}`);
  return found;
}

/** "3.2 Hälsa". */
export function nameOf({ number, heading }: SectionReport): string {
  return [number ?? "", heading].filter((part) => part !== "").join(" ");
}

/** A file of the repository, by its path from the top. */
export function fixture(file: string): Promise<Uint8Array> {
  return readFile(path.join(import.meta.dirname, "..", "..", file)).then((bytes) => new Uint8Array(bytes));
}
