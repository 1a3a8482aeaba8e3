// `genomlys completion <shell>`: the script that makes a shell complete commands, options and their values.
import { completionScript } from "../completion/completion-script.ts";
import type { CommandDescription } from "../command-line/describe-command.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Shell } from "../command-line/setup-options.ts";

/** Runs the command; answers the exit code. */
export async function runCompletion(shell: Shell, program: CommandDescription, io: Io): Promise<number> {
  await openResultStream(io).write(completionScript(shell, program));
  return exitCode.done;
}
