// What the command line can say, as plain data: completion and the man page are made of this, so they cannot fall behind.
import type { Command } from "commander";
import { optionDefinitions, type OptionDefinition } from "./options.ts";

export interface OptionDescription {
  /** "--output" */
  readonly long: string;
  /** "-o", or "" */
  readonly short: string;
  /** What its value is called; "" when it takes none. */
  readonly value: string;
  readonly help: string;
  readonly choices: readonly string[];
  /** What its value names. */
  readonly takes: "file" | "folder" | "choice" | "text" | "nothing";
}

export interface CommandDescription {
  /** "genomlys", "rules", "test" */
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  readonly options: readonly OptionDescription[];
  readonly arguments: readonly { readonly name: string; readonly help: string }[];
  readonly commands: readonly CommandDescription[];
}

/** Help texts end in a remark on choices and defaults, which completion shows by itself. */
const filesOf: Readonly<Record<string, "file" | "folder">> = {
  "--rules": "folder",
  "--cache-dir": "folder",
  "--config": "file",
  "--output": "file",
  "--password-file": "file",
  "--baseline": "file",
};

/** The program with all its commands, in the language of its texts. */
export function describeCommand(command: Command): CommandDescription {
  return {
    name: command.name(),
    usage: command.usage(),
    help: command.description(),
    options: command.options.map(({ long, short, flags, description, required, optional }) => {
      const takesValue = required || optional;
      const choices = choicesOf(flags, description);
      const name = long ?? short ?? "";
      return {
        long: long ?? "",
        short: short ?? "",
        value: takesValue ? (/[<[]([^>\]]*)[>\]]$/.exec(flags)?.[1] ?? "") : "",
        help: description,
        choices,
        takes: !takesValue ? "nothing" : choices.length > 0 ? "choice" : (filesOf[name] ?? "text"),
      };
    }),
    arguments: command.registeredArguments.map((argument) => ({
      name: `${argument.name()}${argument.variadic ? "..." : ""}`,
      help: argument.description,
    })),
    commands: command.commands.map(describeCommand),
  };
}

/** The values of an option: several commands have a --format of their own, told apart by what their help says of it. */
function choicesOf(flags: string, description: string): readonly string[] {
  const all: readonly OptionDefinition[] = Object.values(optionDefinitions);
  const own = all.find(
    (definition) =>
      flags.startsWith(definition.flags) &&
      (description.startsWith(definition.help.sv) || description.startsWith(definition.help.en)),
  );
  return own?.choices ?? [];
}
