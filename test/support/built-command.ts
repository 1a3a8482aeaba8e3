// The built command (bin/genomlys.js) for tests that need the real process: pipes, exit codes, worker threads.
import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const command = `${root}bin/genomlys.js`;

/** Time of the newest file below a folder, in milliseconds since 1970; 0 when there is none. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs), 0);
}

declare module "vitest" {
  interface ProvidedContext {
    /** Why dist/ could not be built; "" when it is there. */
    readonly buildFailure: string;
  }
}

/**
 * Builds dist/ when it is missing or older than what it is built from. Called once, before all tests. A build that
 * fails fails the tests that need it, and no others.
 */
export default async function setup(project: TestProject): Promise<void> {
  const built = `${root}dist/cli/main.js`;
  const since = existsSync(built) ? statSync(built).mtimeMs : 0;
  let failure = "";
  if (since < Math.max(newest(`${root}src`), newest(`${root}rules`))) {
    const build = [`${root}scripts/build.mjs`, "--no-types"];
    await promisify(execFile)(process.execPath, build, { cwd: root }).catch((error: unknown) => {
      failure = String(error);
    });
  }
  project.provide("buildFailure", failure);
}

/** To be called before tests that start what is built. */
export function requireBuild(): void {
  const failure = inject("buildFailure");
  if (failure !== "") throw new Error(`dist/ is not built: ${failure}`);
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly stdin?: Uint8Array | string;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** Number of the user that runs it. */
  readonly uid?: number | undefined;
}

/** Runs the command to its end. Without `stdin` its standard input is empty. */
export function runCommand(argv: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { cwd = root, node = [], uid } = options;
    const child = spawn(process.execPath, [...node, command, ...argv], {
      cwd,
      env: { PATH: process.env["PATH"] },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
    child.stdin.end(options.stdin ?? "");
  });
}
