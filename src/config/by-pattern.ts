// What the configuration says of single files by their names: which are left out, and which type the others have.
import path from "node:path";
import type { Config, IgnorePattern } from "./config.ts";
import { fitsPattern } from "./path-pattern.ts";

/** A file on its way to the audit. */
interface NamedFile {
  /** As the report calls it. */
  readonly path: string;
  /** Absolute, or as seen from the working directory. */
  readonly file: string;
}

export interface IgnoredFile {
  readonly path: string;
  readonly reason: string;
  readonly until: string | undefined;
}

export interface Sifting {
  readonly ignored: readonly IgnoredFile[];
  /** Lines whose last day has passed: what they name is audited again. */
  readonly expired: readonly IgnorePattern[];
  /** Lines that fit none of the files. */
  readonly idle: readonly IgnorePattern[];
}

/** Which of the files are to be left out on the day `today` ("2026-11-21"). The first line that fits decides. */
export function siftIgnored(config: Config, files: readonly NamedFile[], today: string): Sifting {
  const folder = path.dirname(config.file);
  const inForce = config.ignore.filter(({ until }) => until === undefined || today <= until);
  const used = new Set<IgnorePattern>();
  const ignored: IgnoredFile[] = [];
  for (const { path: at, file } of files) {
    const fitting = inForce.filter(({ pattern }) => fitsPattern(pattern, file, folder));
    for (const line of fitting) used.add(line);
    const first = fitting[0];
    if (first !== undefined) ignored.push({ path: at, reason: first.reason, until: first.until });
  }
  return {
    ignored,
    expired: config.ignore.filter((line) => !inForce.includes(line)),
    idle: inForce.filter((line) => !used.has(line)),
  };
}

/** The type that the configuration gives a file, with the pattern that says so; null when it says nothing. */
export function typeByPattern(config: Config, file: string): { type: string; pattern: string } | null {
  const folder = path.dirname(config.file);
  const found = config.types.find(({ pattern }) => fitsPattern(pattern, file, folder));
  return found === undefined ? null : { type: found.type, pattern: found.pattern };
}
