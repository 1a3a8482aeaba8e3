// Asks git about the documents of a run: what has changed since a ref, and what a file held then. Git is called without a
// shell, paths stand behind "--", and everything is read as bytes between zeros: no name of a file can be taken for a word.
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { realPathOf } from "./real-path.ts";
import type { Io } from "../io.ts";

/** A call that git answered with an error, or that gave more than was wanted. */
class GitFailure extends Error {
  readonly stderr: string;
  constructor(stderr: string, options: ErrorOptions) {
    super("git failed", options);
    this.stderr = stderr;
  }
}

/** What has become of a file since the ref; `before` is its path in the repository then, "/" between the parts. */
export type FileChange =
  | { readonly kind: "new" }
  | { readonly kind: "changed"; readonly before: string }
  | { readonly kind: "unchanged" }
  /** Git is told not to look at it (.gitignore). */
  | { readonly kind: "ignored" };

/** The working tree of a repository as compared with a commit. */
export interface WorkingTree {
  /** Its folder, links followed. */
  readonly folder: string;
  /** Of a file by its path from the folder, "/" between the parts. */
  readonly changeOf: (name: string) => FileChange;
  /** Files that were there and are there no more under any name. */
  readonly removed: readonly string[];
  /** The bytes of a file as they were, as a checkout would lay them; null when there are more than `limit`. */
  readonly readBefore: (name: string, limit: number) => Promise<Uint8Array | null>;
}

/** What says where a repository lies: in a hook git sets these for its own repository, and asked about another it would lie. */
const ownVariables = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"];
const listLimit = 1024 * 1024 * 1024;

type Git = (
  args: readonly string[],
  options?: { readonly limit?: number; readonly index?: string; readonly input?: string },
) => Promise<Buffer>;

function gitIn(folder: string, io: Pick<Io, "env">): Git {
  const env: Record<string, string | undefined> = {
    ...io.env,
    // Its errors are read: in one language. Nothing is locked, asked or paged.
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
  };
  for (const name of ownVariables) env[name] = undefined;
  return (args, { limit = listLimit, index, input } = {}) =>
    new Promise((resolve, reject) => {
      const child = execFile(
        "git",
        [...args],
        {
          cwd: folder,
          env: index === undefined ? env : { ...env, GIT_INDEX_FILE: index },
          encoding: "buffer",
          maxBuffer: limit,
          windowsHide: true,
        },
        (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else if (error.code === "ENOENT") reject(genomlysError("GIT_MISSING", {}));
          else reject(new GitFailure(stderr.toString("utf8"), { cause: error }));
        },
      );
      // Git may end before it has read everything; its exit code tells.
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(input ?? "");
    });
}

/** The first line of what git said, for a person. */
function reasonOf({ stderr }: GitFailure): string {
  return clippedText(stderr.replace(/^(?:fatal|error): /, "").split("\n")[0] ?? "", 300);
}

/**
 * Opens the working trees that files lie in, each compared with the commit where the present branch left `ref`: what has
 * been done on the ref's own branch since is no change of this one. A submodule is compared with the commit that the
 * repository around it named there. Throws a GenomlysError: no git, no repository, no such ref, a history that is cut off.
 */
export function openWorkingTrees(
  ref: string,
  io: Pick<Io, "env">,
): (file: string, shown: string) => Promise<{ readonly tree: WorkingTree; readonly name: string }> {
  const trees = new Map<string, Promise<WorkingTree>>();
  const folders = new Map<string, Promise<string>>();
  const once = <Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
  const treeAt = (folder: string): Promise<WorkingTree> =>
    once(trees, folder, async () => {
      const git = gitIn(folder, io);
      return openWorkingTree(folder, await baseOf(folder, git), git);
    });
  const baseOf = async (folder: string, git: Git): Promise<string | null> => {
    const around = (await git(["rev-parse", "--show-superproject-working-tree"])).toString("utf8").trim();
    if (around === "") return branchPoint(ref, git);
    const outer = realPathOf(around);
    const outerGit = gitIn(outer, io);
    const base = await baseOf(outer, outerGit);
    if (base === null) return null;
    const name = path.relative(outer, folder).replaceAll(path.sep, "/");
    const entry = (await outerGit(["ls-tree", "-z", base, "--", name])).toString("utf8");
    const commit = /^160000 commit ([0-9a-f]+)\t/.exec(entry)?.[1];
    if (commit === undefined) return null;
    if ((await resolveCommit(commit, git)) === null) throw genomlysError("GIT_SHALLOW", { ref: commit });
    return commit;
  };
  return async (file, shown) => {
    const real = realPathOf(file);
    const folder = await once(folders, path.dirname(real), () => topOf(path.dirname(real), shown, io));
    const tree = await treeAt(folder);
    return { tree, name: path.relative(folder, real).replaceAll(path.sep, "/") };
  };
}

async function topOf(folder: string, shown: string, io: Pick<Io, "env">): Promise<string> {
  try {
    const top = (await gitIn(folder, io)(["rev-parse", "--show-toplevel"])).toString("utf8");
    return realPathOf(top.replace(/\r?\n$/, ""));
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (error.stderr.includes("not a git repository"))
      throw genomlysError("GIT_NO_REPOSITORY", { path: shown });
    throw genomlysError("GIT_FAILED", { reason: reasonOf(error) });
  }
}

async function resolveCommit(ref: string, git: Git): Promise<string | null> {
  // No ref begins with "-"; git would take it for an option.
  if (ref === "" || ref.startsWith("-")) return null;
  try {
    return (await git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`])).toString("utf8").trim();
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** The commit where the present branch left the ref. */
async function branchPoint(ref: string, git: Git): Promise<string> {
  const isShallow = async (): Promise<boolean> =>
    (await git(["rev-parse", "--is-shallow-repository"])).toString("utf8").trim() === "true";
  const commit = await resolveCommit(ref, git);
  if (commit === null) throw genomlysError((await isShallow()) ? "GIT_SHALLOW" : "GIT_UNKNOWN_REF", { ref });
  try {
    return (await git(["merge-base", commit, "HEAD"])).toString("utf8").trim();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    if (await isShallow()) throw genomlysError("GIT_SHALLOW", { ref });
    // Two histories that never met: the ref itself is all there is to compare with.
    return commit;
  }
}

/** `base` null: nothing of the working tree was there. */
async function openWorkingTree(folder: string, base: string | null, git: Git): Promise<WorkingTree> {
  const list = async (args: readonly string[], index?: string): Promise<string[]> => {
    const text = (await git(args, index === undefined ? {} : { index })).toString("utf8");
    return text.split("\0").slice(0, -1);
  };
  try {
    const untracked = await list(["ls-files", "-z", "--others", "--exclude-standard"]);
    const tracked = new Set((await list(["ls-files", "-z"])).map(sameForm));
    const known = new Set(untracked.map(sameForm));
    const changes = base === null ? [] : await changesSince(base, untracked, list, git);
    const byName = new Map(
      changes.flatMap(({ name, change }): [string, FileChange][] =>
        change === null ? [] : [[sameForm(name), change]],
      ),
    );
    return {
      folder,
      changeOf: (name) => {
        const key = sameForm(name);
        const change = byName.get(key);
        if (change !== undefined) return change;
        if (!tracked.has(key) && !known.has(key)) return { kind: "ignored" };
        return base === null || known.has(key) ? { kind: "new" } : { kind: "unchanged" };
      },
      removed: changes.flatMap(({ name, change }) => (change === null ? [name] : [])),
      readBefore: async (name, limit) => {
        const at = `${base ?? ""}:${name}`;
        const size = Number((await git(["cat-file", "-s", at])).toString("utf8"));
        if (size > limit) return null;
        try {
          // As a checkout lays it: line ends, and what large file storage keeps elsewhere.
          return await git(["cat-file", "--filters", at], { limit: limit + 1 });
        } catch (error) {
          if (error instanceof GitFailure && (error.cause as { code?: unknown }).code === tooMuch)
            return null;
          throw error;
        }
      },
    };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw genomlysError("GIT_FAILED", { reason: reasonOf(error) });
  }
}

const tooMuch = "ERR_CHILD_PROCESS_STDIO_MAXBUFFER";

/** Systems store å ä ö in two ways, and git names a file as it was added. */
const sameForm = (name: string): string => name.normalize("NFC");

interface Change {
  readonly name: string;
  /** null: it is gone. */
  readonly change: FileChange | null;
}

/** What differs between the commit and the working tree, renames found by content, also of files that git does not know yet. */
async function changesSince(
  base: string,
  untracked: readonly string[],
  list: (args: readonly string[], index?: string) => Promise<string[]>,
  git: Git,
): Promise<Change[]> {
  const diff = [
    "diff",
    "-z",
    "--name-status",
    "--find-renames",
    "--no-ext-diff",
    "--ignore-submodules",
    base,
    "--",
  ];
  if (untracked.length === 0) return readChanges(await list(diff));
  // Git finds a renamed file only among those it knows: they are made known in a copy of its index.
  const own = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  try {
    const index = path.join(own, "index");
    const [at = ""] = (await git(["rev-parse", "--path-format=absolute", "--git-path", "index"]))
      .toString("utf8")
      .split(/\r?\n/);
    await copyFile(at, index).catch(() => undefined);
    await git(["add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"], {
      index,
      input: untracked.join("\0"),
    });
    return readChanges(await list(diff, index));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** "M", "a.md", "R090", "old.md", "new.md", "D", "b.md" … → what has become of each file. */
function readChanges(words: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < words.length;) {
    const [status = "", name = "", other = ""] = words.slice(at, at + 3);
    const two = status.startsWith("R") || status.startsWith("C");
    at += two ? 3 : 2;
    if (two) changes.push({ name: other, change: { kind: "changed", before: name } });
    else if (status === "D") changes.push({ name, change: null });
    else if (status === "A") changes.push({ name, change: { kind: "new" } });
    else changes.push({ name, change: { kind: "changed", before: name } });
  }
  return changes;
}
