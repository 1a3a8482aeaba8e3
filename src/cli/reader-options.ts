// The command lines that work with results instead of documents: report.
import type { Command } from "commander";
import { genomlysError } from "../errors/genomlys-error.ts";
import { readerTexts, type OptionName } from "./options.ts";
import type { CommonOptions, ReportShape } from "./common-options.ts";
import type { OutputPair } from "./output-pairs.ts";
import type { Registration } from "./owner-options.ts";

export interface ReportOptions extends CommonOptions, ReportShape {
  readonly outputs: readonly OutputPair[];
}

export interface ReaderCommand {
  readonly name: "report";
  readonly files: readonly string[];
  readonly options: ReportOptions;
}

const shared: readonly OptionName[] = ["lang", "quiet", "color", "noColor"];

interface ReaderRegistration<Given> extends Registration<Given, ReaderCommand> {
  /** The --format and -o that were met. */
  readonly outputs: () => readonly OutputPair[];
  readonly readShape: (given: Given) => ReportShape;
}

/** Adds the commands to the program. */
export function registerReaderCommands<Given>(into: ReaderRegistration<Given>): void {
  const { program, prepare, addOptions, given, readCommon, text, found, outputs, readShape } = into;
  const report: Command = prepare(program.command("report"), text(readerTexts.reportUsage));
  report
    .description(text(readerTexts.report))
    .argument(`[${text(readerTexts.saved)}...]`, text(readerTexts.savedFiles));
  addOptions(report, ["format", "output", "table", "maxBytes", "details", ...shared]);
  report.action((files: readonly string[]) => {
    if (files.length === 0) throw genomlysError("REPORT_NOT_NAMED", {});
    const options = given(report);
    found({
      name: "report",
      files,
      options: { ...readCommon(options), ...readShape(options), outputs: outputs() },
    });
  });
}
