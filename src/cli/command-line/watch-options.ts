// The command line of `genomlys watch`.
import type { ScanOptions } from "./scan-options.ts";
import { commandTexts, watchTexts } from "./command-texts.ts";
import type { OptionName } from "./options.ts";
import type { Registration } from "./registration.ts";

export interface WatchCommand {
  readonly name: "watch";
  readonly paths: readonly string[];
  readonly options: ScanOptions;
}

interface WatchRegistration<Given> extends Registration<Given, WatchCommand> {
  readonly readAudit: (given: Given) => ScanOptions;
}

const watchOptions: readonly OptionName[] = [
  "type",
  "rules",
  "config",
  "details",
  "lang",
  "pdfEngine",
  "docxEngine",
  "jobs",
  "limit",
  "changes",
  "ocr",
  "passwordFile",
  "quiet",
  "color",
  "noColor",
  "plain",
];

/** Adds the command to the program. */
export function registerWatchCommand<Given>(into: WatchRegistration<Given>): void {
  const { program, prepare, addOptions, given, readAudit, text, found } = into;
  const watch = prepare(program.command("watch"), text(commandTexts.auditUsage));
  watch
    .description(text(watchTexts.watch))
    .argument(`[${text(commandTexts.path)}...]`, text(watchTexts.paths));
  addOptions(watch, watchOptions);
  watch.action((paths: readonly string[]) => {
    found({ name: "watch", paths, options: readAudit(given(watch)) });
  });
}
