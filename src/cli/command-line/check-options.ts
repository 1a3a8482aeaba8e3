// The command lines of the gate: check, baseline create and baseline prune.
import type { Command } from "commander";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { failOnNames, type Bars, type FailOn } from "../../gate/bars.ts";
import type { ScanOptions } from "./scan-options.ts";
import { checkTexts, commandTexts } from "./command-texts.ts";
import { scanOptionNames, type OptionName } from "./options.ts";
import type { Registration } from "./registration.ts";

export interface CheckOptions extends ScanOptions {
  readonly bars: Bars;
  /** The file that is named. */
  readonly baseline: string | undefined;
  /** A git ref: only documents that have changed since. */
  readonly changedSince: string | undefined;
  readonly failOnUnusedSuppressions: boolean;
}

export interface BaselineOptions extends ScanOptions {
  readonly file: string | undefined;
  readonly force: boolean;
}

export type CheckCommand =
  | { readonly name: "check"; readonly paths: readonly string[]; readonly options: CheckOptions }
  | {
      readonly name: "baseline create" | "baseline prune";
      readonly paths: readonly string[];
      readonly options: BaselineOptions;
    };

/** Only what was given on the command line. */
export interface CheckGiven {
  readonly minCoverage?: string;
  readonly minLevel?: string;
  readonly maxGaps?: string;
  readonly require?: readonly string[];
  readonly failOn?: readonly string[];
  readonly baseline?: string;
  readonly changedSince?: string;
  readonly failOnUnusedSuppressions?: boolean;
  readonly output?: string;
  readonly force?: boolean;
}

interface CheckRegistration<Given> extends Registration<Given, CheckCommand> {
  /** What a plain audit is told. */
  readonly readAudit: (given: Given) => ScanOptions;
  readonly unknownChoice: (option: string, value: string, choices: readonly string[]) => Error;
}

function readNumber(option: string, value: string, least: number, most: number, whole: boolean): number {
  const written = whole ? /^\d{1,9}$/ : /^\d{1,3}(?:[.,]\d{1,2})?$/;
  const number = written.test(value) ? Number(value.replace(",", ".")) : Number.NaN;
  if (!(number >= least && number <= most)) {
    if (!Number.isFinite(most)) throw genomlysError("NUMBER_EXPECTED", { option, value, least });
    throw genomlysError("NUMBER_OUT_OF_RANGE", { option, value, least, most });
  }
  return number;
}

/** "K-TS-03, K-ALL-01" given once or several times → the single words. */
const words = (given: readonly string[]): string[] =>
  given.flatMap((each) => each.split(/[\s,]+/)).filter((word) => word !== "");

function readBars(given: CheckGiven, unknownChoice: CheckRegistration<never>["unknownChoice"]): Bars {
  const { minCoverage, minLevel, maxGaps, require, failOn } = given;
  return {
    minCoverage:
      minCoverage === undefined
        ? undefined
        : readNumber("--min-coverage", minCoverage.replace(/\s*%$/, ""), 0, 100, false),
    minLevel: minLevel === undefined ? undefined : readNumber("--min-level", minLevel, 0, 4, true),
    maxGaps:
      maxGaps === undefined
        ? undefined
        : readNumber("--max-gaps", maxGaps, 0, Number.POSITIVE_INFINITY, true),
    require: require === undefined ? undefined : words(require),
    failOn: failOn === undefined ? undefined : words(failOn).map((word) => readFailOn(word, unknownChoice)),
  };
}

function readFailOn(word: string, unknownChoice: CheckRegistration<never>["unknownChoice"]): FailOn {
  const found = failOnNames.find((name) => name === word);
  if (found === undefined) throw unknownChoice("--fail-on", word, failOnNames);
  return found;
}

const bars = ["minCoverage", "minLevel", "maxGaps", "require", "failOn", "baseline", "changedSince"] as const;
/** What an audit is told that has no report to show. */
const quiet = scanOptionNames.filter(
  (name) =>
    ![
      "printConfig",
      "format",
      "output",
      "table",
      "maxBytes",
      "details",
      "groupBy",
      "resume",
      "shard",
    ].includes(name),
);

/** Adds the commands to the program. */
export function registerCheckCommands<Given extends CheckGiven>(into: CheckRegistration<Given>): void {
  const { program, prepare, addOptions, given, readAudit, text, found, unknownChoice } = into;
  const usage = text(commandTexts.auditUsage);
  const paths = (command: Command): Command =>
    command.argument(`[${text(commandTexts.path)}...]`, text(commandTexts.paths));

  const check = prepare(program.command("check"), usage);
  paths(check.description(text(checkTexts.check))).addHelpText(
    "after",
    `\n${text(checkTexts.checkEpilogue)}`,
  );
  const checkOptions: readonly OptionName[] = [
    ...bars,
    "failOnUnusedSuppressions",
    ...scanOptionNames.filter((name) => name !== "resume" && name !== "shard"),
  ];
  addOptions(check, checkOptions);
  check.action((named: readonly string[]) => {
    const options = given(check);
    const { baseline, changedSince, failOnUnusedSuppressions = false } = options;
    found({
      name: "check",
      paths: named,
      options: {
        ...readAudit(options),
        bars: readBars(options, unknownChoice),
        baseline,
        changedSince,
        failOnUnusedSuppressions,
      },
    });
  });

  const baseline = prepare(program.command("baseline"), text(checkTexts.baselineUsage));
  baseline.description(text(checkTexts.baseline));
  for (const name of ["create", "prune"] as const) {
    const command = prepare(baseline.command(name), usage);
    paths(command.description(text(checkTexts[name])));
    addOptions(command, [
      ...(name === "create" ? (["baselineOutput", "force"] as const) : (["baselineFile"] as const)),
      ...quiet,
    ]);
    command.action((named: readonly string[]) => {
      const options = given(command);
      found({
        name: `baseline ${name}`,
        paths: named,
        options: {
          ...readAudit(options),
          file: name === "create" ? options.output : options.baseline,
          force: options.force ?? false,
        },
      });
    });
  }
}
