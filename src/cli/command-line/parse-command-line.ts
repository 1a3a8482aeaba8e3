// The command line → what is to be done, as plain data. Commander parses; everything it would say is said by us.
import { availableParallelism } from "node:os";
import { Command, CommanderError, Option } from "commander";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { fillSlots } from "../../messages/fill-slots.ts";
import type { Language } from "../../messages/message.ts";
import type { LocalText } from "../../model/rule.ts";
import type { OutlineFormat } from "../../report/outline/index.ts";
import { commandTexts, ownerTexts } from "./command-texts.ts";
import {
  optionDefinitions,
  outlineOptionNames,
  everyCommandTakes,
  scanOptionNames,
  type OptionDefinition,
  type OptionName,
} from "./options.ts";
import { registerArchiveCommands, type ArchiveCommand } from "./archive-options.ts";
import { registerCheckCommands, type CheckCommand, type CheckGiven } from "./check-options.ts";
import type { CommonOptions, ReportShape } from "./common-options.ts";
import { parseLimits } from "./limit-option.ts";
import { pairOutputs, type OutputPair, type OutputWord } from "./output-pairs.ts";
import { registerOwnerCommands, type OwnerCommand, type OwnerGiven } from "./owner-options.ts";
import type { ReadingOptions } from "./read-options.ts";
import { parseShard } from "../inputs/shard.ts";
import type { ScanOptions } from "./scan-options.ts";
import { registerReaderCommands, type ReaderCommand } from "./reader-options.ts";
import type { Registration } from "./registration.ts";
import { registerWatchCommand, type WatchCommand } from "./watch-options.ts";
import { registerSetupCommands, type SetupCommand } from "./setup-options.ts";

export type { CommonOptions, ScanOptions };

export interface OutlineOptions extends CommonOptions, ReadingOptions {
  readonly type: string;
  readonly rules: readonly string[];
  readonly config: string | undefined;
  readonly given: { readonly lang?: string };
  readonly format: OutlineFormat;
}

export type ParsedCommand =
  | ArchiveCommand
  | OwnerCommand
  | ReaderCommand
  | SetupCommand
  | CheckCommand
  | WatchCommand
  | { readonly name: "scan"; readonly paths: readonly string[]; readonly options: ScanOptions }
  | { readonly name: "outline"; readonly paths: readonly string[]; readonly options: OutlineOptions }
  | { readonly name: "rules test"; readonly folders: readonly string[]; readonly options: CommonOptions }
  | { readonly name: "rules list"; readonly folders: readonly string[]; readonly options: CommonOptions }
  | { readonly name: "help"; readonly text: string; readonly asked: boolean };

/** The language that errors in the rest of the command line are to be told in. */
export function findLanguage(argv: readonly string[]): Language {
  const end = argv.indexOf("--");
  const flags = end === -1 ? argv : argv.slice(0, end);
  const at = flags.lastIndexOf("--lang");
  const value = at === -1 ? flags.find((flag) => flag.startsWith("--lang="))?.slice(7) : flags[at + 1];
  return value === "en" ? "en" : "sv";
}

/** Only what was given, by commander's names for the options. */
interface GivenOptions extends OwnerGiven, CheckGiven {
  readonly type?: string;
  readonly rules?: readonly string[];
  readonly format?: string;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly table?: string;
  readonly maxBytes?: string;
  readonly details?: boolean;
  readonly groupBy?: readonly string[];
  readonly manifest?: string;
  readonly section?: string;
  readonly sort?: string;
  readonly output?: string;
  readonly highlight?: boolean;
  readonly force?: boolean;
  readonly jobs?: string;
  readonly resume?: string;
  readonly shard?: string;
  readonly lang?: string;
  readonly pdfEngine?: string;
  readonly docxEngine?: string;
  readonly limit?: readonly string[];
  readonly changes?: string;
  readonly ocr?: boolean;
  readonly passwordFile?: string;
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly days?: string;
  readonly quiet?: boolean;
  readonly logProgress?: boolean;
  readonly color?: boolean;
  readonly plain?: boolean;
  readonly yes?: boolean;
  readonly withBaseline?: boolean;
}

function choose<Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
  initial: Choice,
): Choice {
  if (value === undefined) return initial;
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  throw unknownChoice(option, value, choices);
}

/** The error for a value that is not among the known ones, with what was probably meant. */
export function unknownChoice(option: string, value: string, choices: readonly string[]): Error {
  const suggestion = suggestName(value, choices);
  return genomlysError("UNKNOWN_CHOICE", {
    option,
    value,
    choices: choices.join(", "),
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

function readCommon(given: GivenOptions): CommonOptions {
  return {
    lang: choose("--lang", given.lang, optionDefinitions.lang.choices, "sv"),
    quiet: given.quiet ?? false,
    color: given.color,
    plain: given.plain ?? false,
  };
}

/** How documents are read. */
function readReading(given: GivenOptions): ReadingOptions {
  return {
    pdfEngine: choose("--pdf-engine", given.pdfEngine, optionDefinitions.pdfEngine.choices, "auto"),
    docxEngine: choose("--docx-engine", given.docxEngine, optionDefinitions.docxEngine.choices, "auto"),
    limits: parseLimits(given.limit ?? []),
    changes: choose("--changes", given.changes, optionDefinitions.changes.choices, "accepted"),
    ocr: given.ocr ?? false,
    passwordFile: given.passwordFile,
    cache: { use: given.cache ?? true, folder: given.cacheDir },
  };
}

/** The --format and -o of a command line in their order. Throws for a format that is not there. */
function readOutputs(words: readonly { option: "format" | "output"; value: string }[]): OutputPair[] {
  const { choices } = optionDefinitions.format;
  return pairOutputs(
    words.map(({ option, value }): OutputWord =>
      option === "output"
        ? { option, value }
        : { option, value: choose("--format", value, choices, "terminal") },
    ),
  );
}

/** Less than a screenful of bytes holds no head of a report. */
const leastBytes = 1000;
/** Threads beyond this only take memory. */
const mostJobs = 256;

function readNumber(option: string, value: string, least: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : -1;
  if (number < least) throw genomlysError("NUMBER_EXPECTED", { option, value, least });
  return number;
}

/** How much of a report is shown, and which part. */
function readShape(given: Pick<GivenOptions, "table" | "maxBytes" | "details" | "groupBy">): ReportShape {
  const { maxBytes, groupBy = [] } = given;
  return {
    table: choose("--table", given.table, optionDefinitions.table.choices, "sections"),
    maxBytes: maxBytes === undefined ? undefined : readNumber("--max-bytes", maxBytes, leastBytes),
    details: given.details ?? false,
    // Headings of a list may hold blanks, so only commas part them.
    groupBy: groupBy
      .flatMap((each) => each.split(",").map((name) => name.trim()))
      .filter((name) => name !== ""),
  };
}

/** What is resumed is a result of the run, and the only one unless others are asked for. */
function withResumed(outputs: readonly OutputPair[], file: string): OutputPair[] {
  const others = outputs.filter(
    (output) => output.file !== undefined || output.format !== "terminal" || outputs.length > 1,
  );
  const isThere = others.some((output) => output.format === "jsonl" && output.file === file);
  return isThere ? others : [{ format: "jsonl", file }, ...others];
}

function readScan(given: GivenOptions, outputs: readonly OutputPair[]): ScanOptions {
  return {
    ...readCommon(given),
    type: given.type ?? "auto",
    rules: given.rules ?? [],
    config: given.config,
    printConfig: given.printConfig ?? false,
    given: {
      ...(given.lang === undefined ? {} : { lang: given.lang }),
      ...(given.type === undefined ? {} : { type: given.type }),
      ...(given.format === undefined ? {} : { format: given.format }),
    },
    outputs: given.resume === undefined ? outputs : withResumed(outputs, given.resume),
    resume: given.resume,
    manifest: given.manifest,
    shard: given.shard === undefined ? undefined : parseShard(given.shard),
    logProgress: given.logProgress ?? false,
    ...readShape(given),
    jobs: Math.min(
      mostJobs,
      given.jobs === undefined ? availableParallelism() : readNumber("--jobs", given.jobs, 1),
    ),
    ...readReading(given),
  };
}

function readOutline(given: GivenOptions): OutlineOptions {
  return {
    ...readCommon(given),
    type: given.type ?? "auto",
    rules: given.rules ?? [],
    config: given.config,
    given: given.lang === undefined ? {} : { lang: given.lang },
    format: choose("--format", given.format, optionDefinitions.outlineFormat.choices, "terminal"),
    ...readReading(given),
  };
}

function addOptions(
  command: Command,
  names: readonly OptionName[],
  text: (texts: LocalText) => string,
  meet: (option: "format" | "output", value: string) => void,
): void {
  for (const name of names) {
    const definition: OptionDefinition = optionDefinitions[name];
    const remarks = [
      ...(definition.choices === undefined
        ? []
        : [fillSlots(text(commandTexts.choices), { choices: definition.choices.join(", ") })]),
      ...(definition.initial === undefined
        ? []
        : [fillSlots(text(commandTexts.initial), { initial: text(definition.initial) })]),
    ].join("; ");
    const value = definition.value === undefined ? "" : ` <${text(definition.value)}>`;
    const option = new Option(
      `${definition.flags}${value}`,
      `${text(definition.help)}${remarks === "" ? "" : ` (${remarks})`}`,
    );
    if (definition.repeatable === true) {
      option.argParser((value: string, earlier: readonly string[] | undefined) => [
        ...(earlier ?? []),
        value,
      ]);
    }
    // Which file a format goes to is told by their order, which the values alone do not say.
    if (name === "format" || name === "output") {
      option.argParser((value: string) => {
        meet(name, value);
        return value;
      });
    }
    command.addOption(option);
  }
}

function optionFlags(command: Command): string[] {
  return command.options.flatMap((option) =>
    [option.long, option.short].filter((flag) => flag !== undefined),
  );
}

/** A commander error in our words. What it complains about stands in quotes in its (English) message. */
function translate(error: CommanderError, commands: readonly Command[]): unknown {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  const [subject = ""] = quoted.split("=");
  if (error.code === "commander.unknownOption") {
    // An option of another command is no slip of the pen: it is not suggested in its own place.
    const others = new Set(commands.flatMap(optionFlags).filter((flag) => flag !== subject));
    const suggestion = suggestName(subject, [...others]);
    return genomlysError("UNKNOWN_OPTION", {
      option: subject,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (error.code === "commander.optionMissingArgument") {
    return genomlysError("OPTION_WITHOUT_VALUE", { option: subject });
  }
  if (error.code === "commander.unknownCommand") {
    const known = commands.flatMap((command) => command.commands.map((each) => each.name()));
    const suggestion = suggestName(subject, known);
    return genomlysError("UNKNOWN_COMMAND", {
      command: subject,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (error.code === "commander.excessArguments") {
    const [most = "", given = ""] = error.message.match(/\d+/g) ?? [];
    const [owner] = commands.filter((each) => each.commands.some((own) => own.name() === subject));
    const command = owner?.parent ? `${owner.name()} ${subject}` : subject;
    return genomlysError("TOO_MANY_ARGUMENTS", { command, most, given });
  }
  return error;
}

/**
 * Parses the arguments after the program's name. `width` is how wide the help text may be.
 * Throws a GenomlysError for an unknown option, command or value.
 */
export function parseCommandLine(argv: readonly string[], width: number): ParsedCommand {
  // The scripts for shells tell of the options of all commands.
  if (argv.includes("completion")) return parseWith(argv, width, () => true);
  try {
    return parseWith(argv, width, (command) => argv.includes(command));
  } catch {
    // What is wrong may be an option of another command.
    return parseWith(argv, width, () => true);
  }
}

/**
 * Parses with the options of the program and of those commands alone that `hasOptions`: nearly thirty commands have over
 * three hundred options, and a run is given one command (docs/performance.md).
 */
function parseWith(
  argv: readonly string[],
  width: number,
  hasOptions: (command: string) => boolean,
): ParsedCommand {
  const lang = findLanguage(argv);
  const text = (texts: LocalText): string => texts[lang];
  let parsed: ParsedCommand | undefined;
  let shown = "";
  const outputWords: { option: "format" | "output"; value: string }[] = [];
  const program = new Command("genomlys");
  registerCommands({
    program,
    prepare: prepareWith(text, width, (written) => {
      shown += written;
    }),
    addOptions: (command, names) => {
      if (command !== program && !hasOptions(command.name())) return;
      addOptions(command, names, text, (option, value) => {
        outputWords.push({ option, value });
      });
    },
    given: (command) => ({ ...program.opts<GivenOptions>(), ...command.opts<GivenOptions>() }),
    readCommon,
    choose,
    text,
    found: (command) => {
      parsed = command;
    },
    outputs: () => readOutputs(outputWords),
  });
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return { name: "help", text: shown, asked: true };
    if (error.code === "commander.help") return { name: "help", text: shown, asked: false };
    throw translate(error, commandsMeant(program, argv));
  }
  return parsed ?? { name: "help", text: program.helpInformation(), asked: false };
}

/** The command that `argv` names with those under it; the program and `scan`, which is the same, where it names none. */
function commandsMeant(program: Command, argv: readonly string[]): Command[] {
  const byName = (name: string | undefined): Command | undefined =>
    program.commands.find((command) => command.name() === name);
  const own = byName(argv.find((argument) => !argument.startsWith("-"))) ?? byName("scan");
  if (own === undefined) return [program];
  return own.commands.length > 0 ? [own, ...own.commands] : [program, own];
}

/** How Commander is to show its help, in our words, and what it is to leave to us: errors, and all that is written. */
function prepareWith(
  text: (texts: LocalText) => string,
  width: number,
  write: (written: string) => void,
): Registering["prepare"] {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": text(commandTexts.usage),
    "Arguments:": text(commandTexts.arguments),
    "Options:": text(commandTexts.optionsTitle),
    "Commands:": text(commandTexts.commands),
  };
  return (command, usage) =>
    command
      .usage(usage)
      .helpOption("-h, --help", text(commandTexts.help))
      .helpCommand(false)
      .exitOverride()
      .configureHelp({
        helpWidth: width,
        styleTitle: (title) => titles[title] ?? title,
        subcommandTerm: (each) => each.name(),
      })
      .configureOutput({
        writeOut: write,
        writeErr: write,
        // Commander would print its own message before it throws; ours comes from the error.
        outputError: () => undefined,
      })
      .showSuggestionAfterError(false);
}

/** What all commands are registered with; `outputs` are the --format and -o that were met. */
interface Registering extends Omit<Registration<GivenOptions, ParsedCommand>, "rules"> {
  readonly outputs: () => readonly OutputPair[];
}

/** Tells the program of all commands, in the order in which its help lists them. */
function registerCommands(into: Registering): void {
  registerAudits(into);
  const registration = { ...into, rules: registerRules(into) };
  const readAudit = (options: GivenOptions): ScanOptions => readScan(options, into.outputs());
  registerOwnerCommands<GivenOptions>(registration);
  registerSetupCommands<GivenOptions>({ ...registration, readReading, readAudit });
  registerWatchCommand<GivenOptions>({ ...registration, readAudit });
  registerArchiveCommands<GivenOptions>({ ...registration, readNumber });
  registerCheckCommands<GivenOptions>({ ...registration, readAudit, unknownChoice });
  registerReaderCommands<GivenOptions>({ ...registration, readShape, readReading });
}

/** The program itself audits, so that `genomlys --help` shows what most people need; `scan` is the same by name. */
function registerAudits({ program, prepare, addOptions, given, text, found, outputs }: Registering): void {
  const usage = text(commandTexts.auditUsage);
  const scan = (command: Command) => (paths: readonly string[]) => {
    found({ name: "scan", paths, options: readScan(given(command), outputs()) });
  };
  prepare(program, usage)
    .description(text(commandTexts.program))
    .argument(`[${text(commandTexts.path)}...]`, text(commandTexts.paths))
    .enablePositionalOptions()
    .addHelpText("after", `\n${text(commandTexts.epilogue)}`);
  addOptions(program, scanOptionNames);
  program.option("-V, --version", text(commandTexts.version)).action(scan(program));

  const scanCommand = prepare(program.command("scan"), usage);
  scanCommand
    .description(text(commandTexts.scan))
    .argument(`[${text(commandTexts.path)}...]`, text(commandTexts.paths));
  addOptions(scanCommand, scanOptionNames);
  scanCommand.action(scan(scanCommand));

  const outline = prepare(program.command("outline"), usage);
  outline
    .description(text(commandTexts.outline))
    .argument(`[${text(commandTexts.path)}...]`, text(commandTexts.paths));
  addOptions(outline, outlineOptionNames);
  outline.action((paths: readonly string[]) => {
    found({ name: "outline", paths, options: readOutline(given(outline)) });
  });
}

/** `rules` with the commands that take nothing but folders; others add theirs to what it returns. */
function registerRules({ program, prepare, addOptions, given, text, found }: Registering): Command {
  const rules = prepare(program.command("rules"), text(commandTexts.rulesUsage));
  rules.description(text(commandTexts.rules));
  for (const [name, description] of [
    ["test", commandTexts.rulesTest],
    ["list", commandTexts.rulesList],
  ] as const) {
    const command = prepare(rules.command(name), text(ownerTexts.foldersUsage));
    command
      .description(text(description))
      .argument(`[${text(commandTexts.folder)}...]`, text(commandTexts.rulesFolders));
    addOptions(command, everyCommandTakes);
    command.action((folders: readonly string[]) => {
      found({ name: `rules ${name}`, folders, options: readCommon(given(command)) });
    });
  }
  return rules;
}
