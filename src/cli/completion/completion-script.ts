// The completion script of a shell, made from the commands themselves.
import type { CommandDescription } from "../command-line/describe-command.ts";
import type { Shell } from "../command-line/setup-options.ts";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { zshScript } from "./zsh.ts";

const scripts: Readonly<Record<Shell, (program: CommandDescription) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** The script that `shell` reads, with a line break at the end. */
export function completionScript(shell: Shell, program: CommandDescription): string {
  return scripts[shell](program);
}
