// What the user named (files, folders, patterns, standard input) → the files to read, in an order that is the same everywhere.
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import type { NoticeCode } from "../model/document.ts";
import { isDocumentLike, isPassedOverByName, nameEnding } from "./document-like.ts";

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

function systemReason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
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

/** Finds the files that `named` mean, each once, in the order they were named and by name within a folder. */
export async function discover(named: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const inputs: Input[] = [];
  const passedOver = new Map<string, number>();
  const seenFiles = new Set<string>();
  const notRead = new Set(await Promise.all(options.notRead.map(realPathOf)));

  const problem = (at: string, kind: InputProblem, reason = ""): void => {
    inputs.push({ kind: "problem", path: at, problem: kind, reason });
  };

  const passOver = (name: string): void => {
    const ending = nameEnding(name);
    passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  };

  /** Adds a file unless it has been found already (named twice, or reached through a link). */
  const addFile = async (at: string, file: string, size: number): Promise<void> => {
    const real = await realPathOf(file);
    if (seenFiles.has(real)) return;
    seenFiles.add(real);
    inputs.push({ kind: "file", path: at, file, size });
  };

  /** A file that was not named itself but found: taken when it is a document. Answers whether it is. */
  const addFound = async (at: string, file: string, name: string, size: number): Promise<boolean> => {
    if (notRead.size > 0 && notRead.has(await realPathOf(file))) return false;
    if (!(await isDocumentLike(file, name))) {
      passOver(name);
      return false;
    }
    await addFile(at, file, size);
    return true;
  };

  /** Walks a folder; answers how many documents are in it. `above` are the folders on the way, against link loops. */
  const walk = async (at: string, folder: string, above: readonly string[]): Promise<number> => {
    const real = await realPathOf(folder);
    if (above.includes(real)) return 0;
    let names: string[];
    try {
      names = (await readdir(folder)).sort(byCodeUnits);
    } catch (error) {
      problem(at, "FILE_UNREADABLE", systemReason(error));
      return 1;
    }
    let found = 0;
    for (const name of names) {
      if (isPassedOverByName(name)) continue;
      const file = path.join(folder, name);
      const reported = joinReported(at, name);
      try {
        const entry = await stat(file);
        if (entry.isDirectory()) found += await walk(reported, file, [...above, real]);
        // Pipes, sockets and devices could be waited for forever.
        else if (entry.isFile() && (await addFound(reported, file, name, entry.size))) found++;
      } catch (error) {
        // A link that leads nowhere, or a file that was removed meanwhile.
        if (!(await isDocumentLike(file, name))) continue;
        problem(reported, "FILE_UNREADABLE", systemReason(error));
        found++;
      }
    }
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
      const name = match.slice(match.lastIndexOf("/") + 1);
      if (match.split("/").some(isPassedOverByName)) continue;
      const file = path.join(folder, match);
      try {
        const { size } = await stat(file);
        if (await addFound(`${base}${match}`, file, name, size)) found++;
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
      if ((await walk(at, file, [])) === 0) problem(at, "FOLDER_WITHOUT_DOCUMENTS");
      return true;
    }
    // `genomlys docs/*` hands over Office's lock files by name, but no one means them.
    if (path.basename(file).startsWith("~$")) passOver(path.basename(file));
    else await addFile(at, file, entry.size);
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
  return { inputs, passedOver };
}

/** Where a path really leads, links followed; the path itself when it leads nowhere. */
export async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return path.resolve(file);
  }
}
