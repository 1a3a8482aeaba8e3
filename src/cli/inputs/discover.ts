// What the user named (files, folders, patterns, standard input) → the files to read, in an order that is the same everywhere.
import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { systemReason } from "../../errors/system-reason.ts";
import { isAnnotatedCopy, isPassedOverByName } from "./document-like.ts";
import { collectFiles, type Discovery, type FoundFiles } from "./found-files.ts";
import { isPattern, splitPattern } from "./named-pattern.ts";
import { realPathOf } from "./real-path.ts";
import { byCodeUnits, walkFolder } from "./walk-folder.ts";

export interface DiscoverOptions {
  /** What relative paths start from. */
  readonly cwd: string;
  readonly platform: string;
  /** Are the names taken as they stand, as those of a list? Otherwise "*" and its like may be patterns. */
  readonly literally?: boolean | undefined;
  /** Files of the run itself, never read as documents: its results, and the passwords. Full paths. */
  readonly notRead: readonly string[];
}

/** Finds the files that `named` mean, each once, in the order they were named and by name within a folder. */
export async function discover(named: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const found = collectFiles(options.notRead);
  for (const argument of named) {
    if (argument === "-") {
      found.addStandardInput();
      continue;
    }
    if (argument !== "" && (await addExisting(argument, options, found))) continue;
    // A quote that the shell left: '"C:\docs\"' on Windows ends in one, and cmd hands over single quotes as they are.
    const unquoted = argument.replace(/^["']+|["']+$/g, "");
    if (unquoted !== argument && unquoted !== "" && (await addExisting(unquoted, options, found))) continue;
    const slashed = options.platform === "win32" ? unquoted.replaceAll("\\", "/") : unquoted;
    if (options.literally !== true && isPattern(slashed)) await addMatching(slashed, options.cwd, found);
    else found.addProblem(reportedPath(argument, options.platform), "FILE_MISSING");
  }
  return found.result();
}

/** A path in the form that reports use: "/" between the parts, none at the end. */
function reportedPath(named: string, platform: string): string {
  const slashed = platform === "win32" ? named.replaceAll("\\", "/") : named;
  return slashed.length > 1 ? slashed.replace(/(?<=[^:/])\/+$/, "") : slashed;
}

/** How the system says that there is nothing by that name, or can be nothing. */
const thereIsNone = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

/** Takes `argument` as a path that exists; answers false when there is no such thing. */
async function addExisting(
  argument: string,
  { cwd, platform }: DiscoverOptions,
  found: FoundFiles,
): Promise<boolean> {
  const file = path.resolve(cwd, argument);
  const at = reportedPath(argument, platform);
  let entry;
  try {
    entry = await stat(file);
  } catch (error) {
    const reason = systemReason(error);
    if (thereIsNone.has(reason)) return false;
    found.addProblem(at, "FILE_UNREADABLE", reason);
    return true;
  }
  if (entry.isDirectory()) {
    if ((await walkFolder(at, file, found)) === 0) found.addProblem(at, "FOLDER_WITHOUT_DOCUMENTS");
    return true;
  }
  // `genomlys docs/*` hands over Office's lock files by name, but no one means them.
  if (path.basename(file).startsWith("~$")) found.passOver(path.basename(file));
  else found.add({ path: at, file, real: realPathOf(file), size: entry.size });
  return true;
}

/** Adds the documents that a pattern finds. */
async function addMatching(pattern: string, cwd: string, found: FoundFiles): Promise<void> {
  const { base, rest } = splitPattern(pattern);
  const folder = path.resolve(cwd, base);
  const { glob } = await import("tinyglobby");
  const matches = await glob([rest], {
    cwd: folder,
    dot: false,
    onlyFiles: true,
    expandDirectories: false,
  });
  let documents = 0;
  for (const match of matches.sort(byCodeUnits)) {
    const at = `${base}${match}`;
    if (isAnnotatedCopy(match)) found.leaveOutCopy(at);
    if (match.split("/").some(isPassedOverByName)) continue;
    const file = path.join(folder, match);
    try {
      const { size } = statSync(file);
      if (await found.addIfDocument({ path: at, file, real: realPathOf(file), size })) documents++;
    } catch (error) {
      found.addProblem(at, "FILE_UNREADABLE", systemReason(error));
      documents++;
    }
  }
  if (documents === 0) found.addProblem(pattern, "PATTERN_WITHOUT_FILES");
}
