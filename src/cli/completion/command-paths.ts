// The commands of a program in a row, each by the words that lead to it: what all three shells choose by.
import type { CommandDescription, OptionDescription } from "../command-line/describe-command.ts";

export interface CommandAt {
  /** "" for the program itself, "rules test" for a command of a command. */
  readonly path: string;
  /** The path of the command it belongs to; null for the program. */
  readonly above: string | null;
  readonly command: CommandDescription;
}

/** The program itself first (path ""), then each command before those below it. */
export function commandPaths(program: CommandDescription): CommandAt[] {
  const below = (command: CommandDescription, path: string): CommandAt[] =>
    command.commands.flatMap((each) => {
      const own = path === "" ? each.name : `${path} ${each.name}`;
      return [{ path: own, above: path, command: each }, ...below(each, own)];
    });
  return [{ path: "", above: null, command: program }, ...below(program, "")];
}

/** The flags of an option as they are typed, the long one first. */
export const flagsOf = ({ long, short }: OptionDescription): string[] =>
  [long, short].filter((flag) => flag !== "");

/** The first clause of a help text: there is one line to show it on. */
export function briefHelp(help: string): string {
  const brief = help.split(/ \(|[;,:] /)[0] ?? help;
  return brief.length > 80 ? `${brief.slice(0, 79)}…` : brief;
}

/** Text in single quotes, as all three shells read it; fish alone needs the backslash doubled, which no text of ours has. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
