// Real repositories for tests, with a history of their own and nobody's settings.
import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildFolder } from "./run.ts";

type Files = Readonly<Record<string, string | Uint8Array | null>>;

export interface Repository {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Writes files; null removes one. */
  readonly write: (files: Files) => Promise<void>;
  /** Writes files and commits everything. */
  readonly commit: (files: Files) => Promise<void>;
}

/** A repository in the folder; with files, they are its first commit. */
export function repositoryIn(folder: string): Repository {
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.org",
  };
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const write = async (files: Files): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      if (content === null) await rm(file);
      else await writeFile(file, content);
    }
  };
  return {
    folder,
    git,
    write,
    commit: async (files) => {
      await write(files);
      git("add", "--all");
      git("commit", "--quiet", "--message", "nästa", "--allow-empty");
    },
  };
}

/** A new repository on the branch main with one commit, removed after the test. */
export async function buildRepository(files: Files): Promise<Repository> {
  const repository = repositoryIn(await buildFolder({}));
  repository.git("init", "--quiet", "--initial-branch", "main");
  await repository.commit(files);
  return repository;
}
