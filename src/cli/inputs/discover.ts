// What the user named (files, folders, patterns, standard input) → the files to read, in an order that is the same everywhere.
import { realpathSync, statSync, type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { NoticeCode } from "../../model/document.ts";
import {
  isAnnotatedCopy,
  isDocumentLike,
  isPassedOverByName,
  nameEnding,
  originalName,
} from "./document-like.ts";
import { systemReason } from "../../errors/system-reason.ts";

/** Why something that was named cannot be read; each is both an error code of the call and a notice code. */
type InputProblem = Extract<
  NoticeCode,
  "FILE_MISSING" | "FILE_UNREADABLE" | "FOLDER_WITHOUT_DOCUMENTS" | "PATTERN_WITHOUT_FILES"
>;

export type Input =
  /** `path` is as the user would write it and stands in the report; `file` is for opening. */
  | { readonly kind: "file"; readonly path: string; readonly file: string; readonly size: number }
  | { readonly kind: "stdin"; readonly path: "-" }
  | {
      readonly kind: "problem";
      readonly path: string;
      readonly problem: InputProblem;
      /** The system's word for it ("EACCES"), "" when there is none. */
      readonly reason: string;
    };

export interface Discovery {
  readonly inputs: readonly Input[];
  /** How many files of each name ending were left out because they are no documents. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Annotated copies that were left out, as they would stand in a report. */
  readonly copies: readonly string[];
}

export interface DiscoverOptions {
  /** What relative paths start from. */
  readonly cwd: string;
  readonly platform: string;
  /** Are the names taken as they stand, as those of a list? Otherwise "*" and its like may be patterns. */
  readonly literally?: boolean | undefined;
  /** Files of the run itself, never read as documents: its results, and the passwords. Full paths. */
  readonly notRead: readonly string[];
}

/** Code-unit order: no locale, so that the same folder gives the same report on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How a file below a named folder is called in the report: the folder as it was named, then the way down, with "/". */
function joinReported(folder: string, name: string): string {
  if (folder === "." || folder === "") return name;
  return folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}

/** A path in the form that reports use: "/" between the parts, none at the end. */
function reportedPath(named: string, platform: string): string {
  const slashed = platform === "win32" ? named.replaceAll("\\", "/") : named;
  return slashed.length > 1 ? slashed.replace(/(?<=[^:/])\/+$/, "") : slashed;
}

const magic = /[*?[\]{}]|[!+@]\(/;

/** A pattern cut before the part where its first sign with a special meaning stands: the folder, and the rest. */
function splitPattern(pattern: string): { base: string; rest: string } {
  const cut = pattern.lastIndexOf("/", pattern.search(magic)) + 1;
  return { base: pattern.slice(0, cut), rest: pattern.slice(cut) };
}

/** The folder below which all lies that a pattern can find; "" is the working directory. */
export function patternBase(pattern: string): string {
  return magic.test(pattern) ? splitPattern(pattern).base : path.dirname(pattern);
}

/** Finds the files that `named` mean, each once, in the order they were named and by name within a folder. */
export async function discover(named: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const inputs: Input[] = [];
  const passedOver = new Map<string, number>();
  const seenFiles = new Set<string>();
  const notRead = new Set(options.notRead.map(realPathOf));

  const problem = (at: string, kind: InputProblem, reason = ""): void => {
    inputs.push({ kind: "problem", path: at, problem: kind, reason });
  };

  const copies: string[] = [];

  const passOver = (name: string): void => {
    const ending = nameEnding(name);
    passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  };

  /** Adds a file unless it has been found already (named twice, or reached through a link). `real` is where it really lies. */
  const addFile = (at: string, file: string, real: string, size: number): void => {
    if (seenFiles.has(real)) return;
    seenFiles.add(real);
    inputs.push({ kind: "file", path: at, file, size });
  };

  /** A file that was not named itself but found: taken when it is a document. Answers whether it is. */
  const addFound = async (at: string, file: string, real: string, size: number): Promise<boolean> => {
    if (notRead.has(real)) return false;
    const name = path.basename(file);
    if (!(await isDocumentLike(file, name))) {
      passOver(name);
      return false;
    }
    addFile(at, file, real, size);
    return true;
  };

  /**
   * Walks a folder; answers how many documents are in it. `walked` are the folders that were walked already, with the
   * same number, 0 for those on the way here: links can lead round in a ring, or to one folder in a thousand ways.
   */
  const walk = async (at: string, folder: string, walked: Map<string, number>): Promise<number> => {
    const real = realPathOf(folder);
    const before = walked.get(real);
    if (before !== undefined) return before;
    walked.set(real, 0);
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      problem(at, "FILE_UNREADABLE", systemReason(error));
      return 1;
    }
    let found = 0;
    for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
      const { name } = entry;
      if (isAnnotatedCopy(name) && !name.startsWith("~$")) copies.push(joinReported(at, name));
      if (isPassedOverByName(name)) continue;
      const file = path.join(folder, name);
      const reported = joinReported(at, name);
      try {
        // Nothing else is to be done meanwhile, and waiting costs 20 times what asking does: there may be 100 000 files.
        const what = statSync(file);
        if (what.isDirectory()) found += await walk(reported, file, walked);
        // Pipes, sockets and devices could be waited for forever.
        else if (what.isFile()) {
          const lies = entry.isFile() ? path.join(real, name) : realPathOf(file);
          if (await addFound(reported, file, lies, what.size)) found++;
        }
      } catch (error) {
        // A link that leads nowhere, or a file that was removed meanwhile.
        if (!(await isDocumentLike(file, name))) continue;
        problem(reported, "FILE_UNREADABLE", systemReason(error));
        found++;
      }
    }
    walked.set(real, found);
    return found;
  };

  const addPattern = async (pattern: string): Promise<void> => {
    const { base, rest } = splitPattern(pattern);
    const folder = path.resolve(options.cwd, base);
    const { glob } = await import("tinyglobby");
    const matches = await glob([rest], {
      cwd: folder,
      dot: false,
      onlyFiles: true,
      expandDirectories: false,
    });
    let found = 0;
    for (const match of matches.sort(byCodeUnits)) {
      if (isAnnotatedCopy(match)) copies.push(`${base}${match}`);
      if (match.split("/").some(isPassedOverByName)) continue;
      const file = path.join(folder, match);
      try {
        const { size } = statSync(file);
        if (await addFound(`${base}${match}`, file, realPathOf(file), size)) found++;
      } catch (error) {
        problem(`${base}${match}`, "FILE_UNREADABLE", systemReason(error));
        found++;
      }
    }
    if (found === 0) problem(pattern, "PATTERN_WITHOUT_FILES");
  };

  /** Takes `argument` as a path that exists; answers false when there is no such thing. */
  const addExisting = async (argument: string): Promise<boolean> => {
    const file = path.resolve(options.cwd, argument);
    const at = reportedPath(argument, options.platform);
    let entry;
    try {
      entry = await stat(file);
    } catch (error) {
      const reason = systemReason(error);
      if (
        reason === "ENOENT" ||
        reason === "ENOTDIR" ||
        reason === "ENAMETOOLONG" ||
        reason === "ERR_INVALID_ARG_VALUE"
      )
        return false;
      problem(at, "FILE_UNREADABLE", reason);
      return true;
    }
    if (entry.isDirectory()) {
      if ((await walk(at, file, new Map())) === 0) problem(at, "FOLDER_WITHOUT_DOCUMENTS");
      return true;
    }
    // `genomlys docs/*` hands over Office's lock files by name, but no one means them.
    if (path.basename(file).startsWith("~$")) passOver(path.basename(file));
    else addFile(at, file, realPathOf(file), entry.size);
    return true;
  };

  for (const argument of named) {
    if (argument === "-") {
      if (!inputs.some((input) => input.kind === "stdin")) inputs.push({ kind: "stdin", path: "-" });
      continue;
    }
    if (argument !== "" && (await addExisting(argument))) continue;
    // A quote that the shell left: '"C:\docs\"' on Windows ends in one, and cmd hands over single quotes as they are.
    const unquoted = argument.replace(/^["']+|["']+$/g, "");
    if (unquoted !== argument && unquoted !== "" && (await addExisting(unquoted))) continue;
    const slashed = options.platform === "win32" ? unquoted.replaceAll("\\", "/") : unquoted;
    if (options.literally !== true && magic.test(slashed)) await addPattern(slashed);
    else problem(reportedPath(argument, options.platform), "FILE_MISSING");
  }
  // Named by itself a copy is what somebody works on. Beside its original, as a shell's "*" names both, it counts twice.
  const isBesideOriginal = (input: Input): boolean =>
    input.kind === "file" &&
    isAnnotatedCopy(input.path) &&
    seenFiles.has(realPathOf(originalName(input.file)));
  copies.push(...inputs.filter(isBesideOriginal).map((input) => input.path));
  return {
    inputs: inputs.filter((input) => !isBesideOriginal(input)),
    passedOver,
    copies: [...new Set(copies)],
  };
}

/** Where a path really leads, links followed; the path itself when it leads nowhere. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}
