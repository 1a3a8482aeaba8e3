// The command lines for those who read results and look closer: report, explain, kwic, annotate.
import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { comparisonFormatOf, type ComparisonFormat } from "../../report/compare/index.ts";
import type { HitOrder } from "../../report/concordance/hit-orders.ts";
import { readerTexts } from "./command-texts.ts";
import { everyCommandTakes, optionDefinitions, type OptionName } from "./options.ts";
import type { CommonOptions, ReportShape } from "./common-options.ts";
import type { OutputPair } from "./output-pairs.ts";
import type { RuleQuestionOptions } from "./owner-options.ts";
import type { Registration } from "./registration.ts";
import type { ReadingOptions } from "./read-options.ts";

export interface ReportOptions extends RuleQuestionOptions, ReportShape {
  readonly outputs: readonly OutputPair[];
  /** Where documents that are judged again are looked for. */
  readonly cache: ReadingOptions["cache"];
  /** For those of them that are locked. */
  readonly passwordFile: string | undefined;
}

export interface ExplainOptions extends RuleQuestionOptions, ReadingOptions {
  readonly type: string;
  /** Number, heading or id of the section to unfold. */
  readonly section: string | undefined;
}

export interface KwicOptions extends CommonOptions, ReadingOptions {
  readonly config: string | undefined;
  readonly format: "terminal" | "csv";
  readonly sort: HitOrder;
  readonly output: string | undefined;
}

export interface CompareOptions extends RuleQuestionOptions, ReadingOptions {
  readonly type: string;
  readonly format: ComparisonFormat;
  readonly output: string | undefined;
  readonly details: boolean;
  /** Audit the documents of saved results again. */
  readonly rerun: boolean;
  /** How many documents are read at a time. */
  readonly jobs: number;
}

export interface AnnotateOptions extends RuleQuestionOptions, ReadingOptions {
  readonly type: string;
  /** A file, or a folder for several copies; undefined is beside the originals. */
  readonly output: string | undefined;
  /** Mark evidence in Word documents too. */
  readonly highlight: boolean;
  /** Overwrite copies that are there already. */
  readonly force: boolean;
}

export type ReaderCommand =
  | { readonly name: "annotate"; readonly paths: readonly string[]; readonly options: AnnotateOptions }
  | {
      readonly name: "compare";
      readonly sides: readonly [string, string];
      readonly options: CompareOptions;
    }
  | { readonly name: "report"; readonly files: readonly string[]; readonly options: ReportOptions }
  | { readonly name: "explain"; readonly subject: string; readonly options: ExplainOptions }
  | {
      readonly name: "kwic";
      readonly term: string;
      readonly paths: readonly string[];
      readonly options: KwicOptions;
    };

/** Only what was given on the command line. */
interface ReaderGiven {
  readonly rules?: readonly string[];
  readonly config?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly section?: string;
  readonly sort?: string;
  readonly format?: string;
  readonly output?: string;
  readonly details?: boolean;
  readonly rerun?: boolean;
  readonly highlight?: boolean;
  readonly force?: boolean;
}

const reading: readonly OptionName[] = [
  "pdfEngine",
  "docxEngine",
  "limit",
  "changes",
  "ocr",
  "passwordFile",
  "cacheDir",
  "noCache",
];

interface ReaderRegistration<Given> extends Registration<Given, ReaderCommand> {
  /** The --format and -o that were met. */
  readonly outputs: () => readonly OutputPair[];
  readonly readShape: (given: Given) => ReportShape;
  readonly readReading: (given: Given) => ReadingOptions;
}

/** Adds the commands to the program. */
export function registerReaderCommands<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  registerReport(into);
  registerExplain(into);
  registerCompare(into);
  registerKwic(into);
  registerAnnotate(into);
}

function registerReport<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, text, found, outputs, readShape, readReading } =
    into;
  const report: Command = prepare(program.command("report"), text(readerTexts.reportUsage));
  report
    .description(text(readerTexts.report))
    .argument(`[${text(readerTexts.saved)}...]`, text(readerTexts.savedFiles));
  addOptions(report, [
    ...(["format", "output", "table", "maxBytes", "details", "groupBy"] as const),
    ...(["rules", "config", "passwordFile", "cacheDir", "noCache"] as const),
    ...everyCommandTakes,
  ]);
  report.action((files: readonly string[]) => {
    if (files.length === 0) throw genomlysError("REPORT_NOT_NAMED", {});
    const options = given(report);
    const { rules = [], config } = options;
    found({
      name: "report",
      files,
      options: {
        ...readCommon(options),
        ...readShape(options),
        outputs: outputs(),
        rules,
        config,
        // The language of a report is no matter of the rules.
        given: { lang: options.lang ?? "sv" },
        cache: readReading(options).cache,
        passwordFile: readReading(options).passwordFile,
      },
    });
  });
}

function registerExplain<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, text, found, readReading } = into;
  const explain: Command = prepare(program.command("explain"), text(readerTexts.explainUsage));
  explain
    .description(text(readerTexts.explain))
    .argument(`[${text(readerTexts.subject)}]`, text(readerTexts.subjects));
  addOptions(explain, ["section", "type", "rules", "config", ...reading, ...everyCommandTakes]);
  explain.action((subject: string | undefined) => {
    if (subject === undefined) throw genomlysError("EXPLAIN_WHAT", {});
    const options = given(explain);
    const { rules = [], config, lang, type = "auto", section } = options;
    found({
      name: "explain",
      subject,
      options: {
        ...readCommon(options),
        rules,
        config,
        given: lang === undefined ? {} : { lang },
        type,
        section,
        ...readReading(options),
      },
    });
  });
}

function registerCompare<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, choose, text, found, readReading } = into;
  const compare: Command = prepare(program.command("compare"), text(readerTexts.compareUsage));
  compare
    .description(text(readerTexts.compare))
    .argument(`[${text(readerTexts.side)}...]`, text(readerTexts.sides));
  addOptions(compare, [
    "comparisonFormat",
    "output",
    "details",
    "rerun",
    "type",
    "rules",
    "config",
    ...reading,
    ...everyCommandTakes,
  ]);
  compare.action((sides: readonly string[]) => {
    const [before, after, ...more] = sides;
    if (before === undefined || after === undefined || more.length > 0)
      throw genomlysError("COMPARE_TWO", { n: sides.length });
    const options = given(compare);
    const { rules = [], config, lang, type = "auto", details = false, rerun = false } = options;
    const output = options.output === "-" ? undefined : options.output;
    const { choices } = optionDefinitions.comparisonFormat;
    found({
      name: "compare",
      sides: [before, after],
      options: {
        ...readCommon(options),
        rules,
        config,
        given: lang === undefined ? {} : { lang },
        type,
        format: choose("--format", options.format, choices, comparisonFormatOf(output)),
        output,
        details,
        rerun,
        jobs: availableParallelism(),
        ...readReading(options),
      },
    });
  });
}

function registerKwic<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, choose, text, found, readReading } = into;
  const kwic: Command = prepare(program.command("kwic"), text(readerTexts.kwicUsage));
  kwic
    .description(text(readerTexts.kwic))
    .argument(`[${text(readerTexts.term)}]`, text(readerTexts.terms))
    .argument(`[${text(readerTexts.path)}...]`, text(readerTexts.paths));
  addOptions(kwic, ["sort", "kwicFormat", "output", "config", ...reading, ...everyCommandTakes]);
  kwic.action((term: string | undefined, paths: readonly string[]) => {
    if (term === undefined || paths.length === 0) throw genomlysError("KWIC_INCOMPLETE", {});
    const options = given(kwic);
    const output = options.output === "-" ? undefined : options.output;
    const byEnding = output?.toLowerCase().endsWith(".csv") === true ? "csv" : "terminal";
    found({
      name: "kwic",
      term,
      paths,
      options: {
        ...readCommon(options),
        format: choose("--format", options.format, optionDefinitions.kwicFormat.choices, byEnding),
        config: options.config,
        sort: choose("--sort", options.sort, optionDefinitions.sort.choices, "place"),
        output,
        ...readReading(options),
      },
    });
  });
}

function registerAnnotate<Given extends ReaderGiven>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, text, found, readReading } = into;
  const annotate: Command = prepare(program.command("annotate"), text(readerTexts.annotateUsage));
  annotate
    .description(text(readerTexts.annotate))
    .argument(`[${text(readerTexts.path)}...]`, text(readerTexts.annotatePaths));
  addOptions(annotate, [
    "copy",
    "highlight",
    "overwriteCopy",
    "type",
    "rules",
    "config",
    ...reading,
    ...everyCommandTakes,
  ]);
  annotate.action((paths: readonly string[]) => {
    if (paths.length === 0) throw genomlysError("ANNOTATE_WHAT", {});
    const options = given(annotate);
    const { rules = [], config, lang, type = "auto", output, highlight = false, force = false } = options;
    found({
      name: "annotate",
      paths,
      options: {
        ...readCommon(options),
        rules,
        config,
        given: lang === undefined ? {} : { lang },
        type,
        output,
        highlight,
        force,
        ...readReading(options),
      },
    });
  });
}
