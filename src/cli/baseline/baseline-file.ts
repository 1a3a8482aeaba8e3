// The file of accepted gaps on disk: read and checked, written so that git can merge it, and its names for documents.
import { stat } from "node:fs/promises";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { mostBytes, readNamed } from "../../files/read-whole.ts";
import type { Baseline } from "../../gate/baseline.ts";
import { scoreModel } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import type { Input } from "../inputs/input.ts";

export const initialBaselineFile = "genomlys.baseline.json";

/** A file of accepted gaps: its full path, and how it was named. */
export interface BaselinePlace {
  readonly file: string;
  readonly named: string;
}

/** Reads and checks it. Throws a GenomlysError for one that is not there, is none, or was made with another score model. */
export async function readBaseline({ file, named }: BaselinePlace): Promise<Baseline> {
  const bytes = await readNamed(file, named, mostBytes.made, {
    missing: "BASELINE_MISSING",
    unreadable: "INPUT_UNREADABLE",
  });
  const { baselineSchema } = await import("../../gate/baseline-schema.ts");
  const wrong = (field: string): Error =>
    genomlysError("BASELINE_WRONG", { field }, { where: { path: named } });
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message.slice(0, 120) : "JSON");
  }
  const checked = baselineSchema.safeParse(value);
  if (!checked.success) throw wrong((checked.error.issues[0]?.path ?? []).map(String).join(".") || "schema");
  if (checked.data.scoreModel !== scoreModel) {
    const found = checked.data.scoreModel.slice(0, 60);
    throw genomlysError("BASELINE_OTHER_MODEL", { path: named, found, known: scoreModel });
  }
  return { ...checked.data, documents: inOneForm(checked.data.documents) };
}

/** Systems write å ä ö in names in two ways; a baseline goes from one to another through git. */
const oneForm = (name: string): string => name.normalize("NFC");

function inOneForm(documents: Baseline["documents"]): Baseline["documents"] {
  return Object.fromEntries(Object.entries(documents).map(([name, entries]) => [oneForm(name), entries]));
}

/** Documents by name, entries in their order, a line for each value: what changes in one section stays together. */
export function baselineText(baseline: Baseline): string {
  const documents = Object.entries(baseline.documents)
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...baseline, documents: Object.fromEntries(documents) }, null, 2)}\n`;
}

/** What the baseline calls a document: its path as seen from the baseline's folder, wherever the command is called. */
export function baselineName(input: Input, file: string): string {
  return input.kind === "file"
    ? oneForm(path.relative(path.dirname(file), input.file).replaceAll(path.sep, "/"))
    : input.path;
}

/** Those documents of the baseline whose files are no longer there. */
export async function goneDocuments(baseline: Baseline, file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const gone: string[] = [];
  for (const name of Object.keys(baseline.documents)) {
    const forms = new Set([name, name.normalize("NFD")]);
    const there = await Promise.all([...forms].map((form) => isThere(folder, form)));
    if (name !== "-" && !there.includes(true)) gone.push(name);
  }
  return gone;
}

/** Is there such a file, or an archive on the way to it? */
async function isThere(folder: string, name: string): Promise<boolean> {
  const parts = name.split("/");
  for (let length = parts.length; length > 0; length--) {
    const found = await stat(path.join(folder, ...parts.slice(0, length))).catch(() => undefined);
    if (found !== undefined) return length === parts.length || found.isFile();
  }
  return false;
}

/** Packs whose version is not the one that the baseline was made with: "jamstalldhet 1.0.0 → 1.1.0". */
export function otherVersions(baseline: Baseline, packs: readonly RulePack[]): string[] {
  return packs.flatMap(({ id, version }) => {
    const before = Object.hasOwn(baseline.packs, id) ? baseline.packs[id] : undefined;
    return before === version ? [] : [`${id} ${before ?? "–"} → ${version}`];
  });
}
