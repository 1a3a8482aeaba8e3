// The command lines that prepare a place of work: init, completion.
import { availableParallelism } from "node:os";
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { CommonOptions } from "./common-options.ts";
import { describeCommand, type CommandDescription } from "./describe-command.ts";
import { setupTexts } from "./command-texts.ts";
import { everyCommandTakes } from "./options.ts";
import type { Registration } from "./registration.ts";
import type { ReadingOptions } from "./read-options.ts";
import type { ScanOptions } from "./scan-options.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

export interface InitOptions extends CommonOptions, ReadingOptions {
  readonly yes: boolean;
  readonly overwrite: boolean;
  /** Accept today's gaps as well. */
  readonly baseline: boolean;
  readonly jobs: number;
  /** As the audit for that is called. */
  readonly audit: ScanOptions;
}

export type SetupCommand =
  | { readonly name: "init"; readonly folder: string | undefined; readonly options: InitOptions }
  | { readonly name: "completion"; readonly shell: Shell; readonly program: CommandDescription };

/** Only what was given on the command line. */
interface SetupGiven {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly withBaseline?: boolean;
}

interface SetupRegistration<Given> extends Registration<Given, SetupCommand> {
  readonly readReading: (given: Given) => ReadingOptions;
  readonly readAudit: (given: Given) => ScanOptions;
}

/** Adds the commands to the program. */
export function registerSetupCommands<Given extends SetupGiven>(into: SetupRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, readReading, readAudit, choose, text, found } =
    into;
  const init = prepare(program.command("init"), text(setupTexts.initUsage));
  init
    .description(text(setupTexts.init))
    .argument(`[${text(setupTexts.folder)}]`, text(setupTexts.initFolder));
  addOptions(init, ["withBaseline", "yes", "overwrite", ...everyCommandTakes]);
  init.action((folder: string | undefined) => {
    const options = given(init);
    found({
      name: "init",
      folder,
      options: {
        ...readCommon(options),
        ...readReading(options),
        yes: options.yes ?? false,
        overwrite: options.force ?? false,
        baseline: options.withBaseline ?? false,
        audit: readAudit(options),
        jobs: availableParallelism(),
      },
    });
  });

  const completion = prepare(program.command("completion"), text(setupTexts.completionUsage));
  completion
    .description(text(setupTexts.completion))
    .argument(`[${text(setupTexts.shell)}]`, text(setupTexts.shells));
  addOptions(completion, ["lang"]);
  completion.action((shell: string | undefined) => {
    if (shell === undefined) throw genomlysError("COMPLETION_WHAT", {});
    found({
      name: "completion",
      shell: choose("completion", shell, shells, "bash"),
      program: describeCommand(program),
    });
  });
}
