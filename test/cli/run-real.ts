// Runs the command as the shell would, with the real pipeline.
import type { Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { textOf } from "./run.ts";

export async function runReal(
  argv: readonly string[],
  cwd: string,
  env: Io["env"] = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await main(argv, {
    stdout: { write: (content) => (out += textOf(content)) !== "" },
    stderr: { write: (content) => (err += textOf(content)) !== "" },
    stdin: (async function* () {})(),
    env,
    cwd: () => cwd,
  });
  return { code, out, err };
}
