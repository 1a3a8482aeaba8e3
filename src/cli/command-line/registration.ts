// What a file of commands gets from the parser to add its commands with.
import type { Command } from "commander";
import type { LocalText } from "../../model/rule.ts";
import type { CommonOptions } from "./common-options.ts";
import type { OptionName } from "./options.ts";

/** What the parser of the audit's command line lends. */
export interface Registration<Given, Found> {
  readonly program: Command;
  readonly rules: Command;
  readonly prepare: (command: Command, usage: string) => Command;
  readonly addOptions: (command: Command, names: readonly OptionName[]) => void;
  readonly given: (command: Command) => Given;
  readonly readCommon: (given: Given) => CommonOptions;
  readonly choose: <Choice extends string>(
    option: string,
    value: string | undefined,
    choices: readonly Choice[],
    initial: Choice,
  ) => Choice;
  readonly text: (texts: LocalText) => string;
  readonly found: (command: Found) => void;
}
