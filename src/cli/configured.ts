// What the configuration means for a run: language, packs, types by file name, and documents that are left out.
import path from "node:path";
import { siftIgnored, typeByPattern, type Sifting } from "../config/by-pattern.ts";
import type { Config, SuppressionConfig } from "../config/config.ts";
import { fitsPattern } from "../config/path-pattern.ts";
import { genomlysError } from "../errors/genomlys-error.ts";
import type { Suppression } from "../gate/suppress.ts";
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { RulePack } from "../model/rule.ts";
import { unknownChoice } from "./command-line/parse-command-line.ts";
import type { Input } from "./inputs/input.ts";
import type { Io } from "./io.ts";
import type { Pipeline } from "./pipeline.ts";

export interface Configured {
  readonly config: Config | null;
  readonly packs: readonly RulePack[];
  readonly lang: Language;
}

/** What a command line says of rules and language, and whether it said the language. */
export interface RulesChosen {
  readonly rules: readonly string[];
  readonly config: string | undefined;
  readonly lang: Language;
  readonly given: { readonly lang?: string };
}

/** Reads the configuration and loads the packs with its changes. What the command line says comes first. */
export async function configure(options: RulesChosen, io: Io, pipeline: Pipeline): Promise<Configured> {
  const cwd = io.cwd();
  const config = await pipeline.readConfig(cwd, options.config);
  const chosen = options.rules.map((folder) => path.resolve(cwd, folder));
  const loaded = await pipeline.loadPacks(chosen.length > 0 ? chosen : (config?.packFolders ?? []));
  const packs = config === null ? loaded : config.applyTo(loaded, chosen.length > 0);
  const lang = options.given.lang === undefined ? (config?.lang ?? options.lang) : options.lang;
  return { config, packs, lang };
}

/** Checks what --type names. Known are the types of the packs, "ovrigt" (none of them) and "auto". */
export function checkType(type: string, packs: readonly RulePack[]): void {
  const ids = packs.flatMap((pack) =>
    pack.rules.filter((rule) => rule.kind === "documentType").map((rule) => rule.id),
  );
  const known = [...new Set(["auto", ...ids, "ovrigt"])];
  if (!known.includes(type)) throw unknownChoice("--type", type, known);
}

/** An input as a document in it is named: patterns reach into archives, so its path goes on behind that of the archive. */
export function inside(input: Input, documentPath: string): Input {
  return input.kind === "file"
    ? { ...input, file: input.file + documentPath.slice(input.path.length) }
    : input;
}

/** The type of an input, and who gave it: the command line, the configuration, or no one ("auto"). */
export function typeOf(
  input: Input,
  options: { readonly type: string },
  config: Config | null,
): { readonly type: string; readonly typeFrom?: string } {
  if (options.type !== "auto" || config === null || input.kind !== "file") return { type: options.type };
  const found = typeByPattern(config, input.file);
  return found === null
    ? { type: options.type }
    : { type: found.type, typeFrom: `config: ${clippedText(found.pattern, 80)}` };
}

/** The suppressions of the configuration that are tried on an input. */
export function suppressionsOf(input: Input, config: Config | null): readonly Suppression[] {
  if (config === null) return [];
  const folder = path.dirname(config.file);
  return config.suppress
    .filter(
      ({ path: pattern }) =>
        pattern === undefined || (input.kind === "file" && fitsPattern(pattern, input.file, folder)),
    )
    .map(suppressionOf);
}

/** A suppression of the configuration as reports have it. */
export function suppressionOf(written: SuppressionConfig): Suppression {
  const {
    fingerprint = "",
    rule = "",
    path: pattern = "",
    section = "",
    reason,
    owner,
    until,
    where,
  } = written;
  return {
    kind: "external",
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
    names: { fingerprint, rule, path: pattern, section },
    where: { path: where.path, line: where.line ?? 1 },
  };
}

/** The inputs without those that the configuration leaves out. Throws when nothing is left: that is no green run. */
export function leaveOut(
  inputs: readonly Input[],
  config: Config | null,
  today: Date,
): { readonly inputs: readonly Input[]; readonly sifting: Sifting } {
  if (config === null || config.ignore.length === 0 || inputs.length === 0)
    return { inputs, sifting: { ignored: [], expired: [], idle: [] } };
  const files = inputs.flatMap((input) => (input.kind === "file" ? [input] : []));
  const sifting = siftIgnored(config, files, dayOf(today));
  const gone = new Set(sifting.ignored.map((file) => file.path));
  const left = inputs.filter((input) => input.kind !== "file" || !gone.has(input.path));
  if (left.length === 0) throw genomlysError("CONFIG_IGNORES_ALL", { path: config.shown });
  // One document that was named by itself says nothing about lines that are for others.
  return { inputs: left, sifting: inputs.length > 1 ? sifting : { ...sifting, idle: [] } };
}

/**
 * The same for a document inside an archive, which is only known when the archive is opened: whether it is left out, and
 * what has been left out by then. `file` is the archive's own path with the way to the document behind it.
 */
export function leaveOutInside(
  before: Sifting,
  document: { readonly path: string; readonly file: string },
  config: Config | null,
  today: Date,
): { readonly gone: boolean; readonly sifting: Sifting } {
  if (config === null || config.ignore.length === 0) return { gone: false, sifting: before };
  const { ignored, idle } = siftIgnored(config, [document], dayOf(today));
  return {
    gone: ignored.length > 0,
    sifting: {
      ...before,
      ignored: [...before.ignored, ...ignored],
      idle: before.idle.filter((line) => idle.includes(line)),
    },
  };
}

/** "2026-11-21", as the calendar on the wall says. */
export function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** What was left out and why (unless the report says so itself), and which lines leave out nothing any more; a line each. */
export function describeSifting(
  sifting: Sifting,
  config: Config | null,
  lang: Language,
  { ignored = true }: { readonly ignored?: boolean } = {},
): string {
  const name = plainText(config?.shown ?? "");
  const lines = [
    ...(ignored ? sifting.ignored : []).map((file) => {
      const values = { config: name, path: plainText(file.path), reason: clippedText(file.reason, 200) };
      return file.until === undefined
        ? message(lang, "config.ignored", values)
        : message(lang, "config.ignoredUntil", { ...values, day: file.until });
    }),
    ...sifting.expired.map(({ pattern, until = "" }) =>
      message(lang, "config.expired", { config: name, pattern: plainText(pattern), day: until }),
    ),
    ...sifting.idle.map(({ pattern }) =>
      message(lang, "config.idle", { config: name, pattern: plainText(pattern) }),
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
