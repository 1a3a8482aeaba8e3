// The command lines for those who scan archives: cache.
import { archiveTexts, commandTexts } from "./command-texts.ts";
import { everyCommandTakes, type OptionName } from "./options.ts";
import type { CommonOptions } from "./common-options.ts";
import type { Registration } from "./registration.ts";

/** Entries that nobody used for so long are not used again. */
const daysKept = 30;

export interface CacheOptions extends CommonOptions {
  readonly cacheDir: string | undefined;
  /** How long an entry may lie unused before `prune` removes it. */
  readonly days: number;
}

export interface ArchiveCommand {
  readonly name: "cache";
  readonly task: "stat" | "prune" | "clear";
  readonly options: CacheOptions;
}

/** Only what was given on the command line. */
interface ArchiveGiven {
  readonly cacheDir?: string;
  readonly days?: string;
}

interface ArchiveRegistration<Given> extends Registration<Given, ArchiveCommand> {
  readonly readNumber: (option: string, value: string, least: number) => number;
}

const taken: readonly OptionName[] = ["cacheDir", ...everyCommandTakes];

/** Adds the commands to the program. */
export function registerArchiveCommands<Given extends ArchiveGiven>(into: ArchiveRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, text, found, readNumber } = into;
  const cache = prepare(program.command("cache"), text(archiveTexts.cacheUsage));
  cache.description(text(archiveTexts.cache));
  for (const [task, about, options] of [
    ["stat", archiveTexts.cacheStat, taken],
    ["prune", archiveTexts.cachePrune, ["days", ...taken]],
    ["clear", archiveTexts.cacheClear, taken],
  ] as const) {
    const command = prepare(cache.command(task), text(commandTexts.optionsUsage));
    command.description(text(about));
    addOptions(command, options);
    command.action(() => {
      const { cacheDir, days, ...rest } = given(command);
      found({
        name: "cache",
        task,
        options: {
          ...readCommon(rest as Given),
          cacheDir,
          days: days === undefined ? daysKept : readNumber("--days", days, 0),
        },
      });
    });
  }
}
