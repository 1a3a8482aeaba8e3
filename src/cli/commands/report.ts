// `genomlys report <saved.json…>`: saved results in any format, without the documents. Several become one.
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { mergeReports, type MergedReport, type SavedPart } from "../../report/merge-reports.ts";
import { factsIn } from "../../model/document-facts.ts";
import { exitCode } from "../exit-code.ts";
import { groupNames } from "../manifest/group-names.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ReportOptions } from "../command-line/reader-options.ts";
import { openResults } from "../results/open-results.ts";
import { readSavedReports } from "../results/saved-reports.ts";

const repeatedNamed = 3;

/** Runs the command; answers the exit code. */
export async function runReport(
  files: readonly string[],
  options: ReportOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const results = await openResults(options.outputs, options, io);
  try {
    results.load();
    const parts = await readSavedReports(files, io);
    // JSON lines do not name types and roles; what they are called is lent by the built-in rules.
    const lacksLabels = parts.some((part) => !("report" in part));
    const lent = await pipeline.assembleReport([], lacksLabels ? await pipeline.loadPacks([]) : []);
    const merged = await grouped(mergeReports(parts, lent), parts, options.groupBy, pipeline);
    for (const place of results.streamed) {
      const { renderDuplicateLine, renderJsonLine } = await import("../../report/json.ts");
      for (const [document, origin] of merged.origins) await place.write(renderJsonLine(document, origin));
      for (const duplicate of merged.report.duplicates ?? [])
        await place.write(renderDuplicateLine(duplicate));
    }
    await results.write(merged.report, options);
    const written = await results.finish(options.lang);
    if (!options.quiet) io.stderr.write(describeMerging(merged, options.lang) + written);
    return exitCode.done;
  } finally {
    await results.discard();
  }
}

/** With the documents added up as it is asked for, or else as the saved reports had them. */
async function grouped(
  merged: MergedReport,
  parts: readonly SavedPart[],
  asked: readonly string[],
  pipeline: Pipeline,
): Promise<MergedReport> {
  const { documents, duplicates = [] } = merged.report;
  const saved = parts.flatMap((part) => ("report" in part ? (part.report.groupings ?? []) : []));
  const by =
    asked.length > 0
      ? groupNames(asked, factsIn([...documents, ...duplicates]))
      : [...new Set(saved.map((grouping) => grouping.by))];
  if (by.length === 0) return merged;
  const groupings = await pipeline.groupDocuments(documents, duplicates, by);
  return { ...merged, report: { ...merged.report, groupings } };
}

/** What a reader must know of how several results became one; a line each. */
function describeMerging({ repeated, scoreModels, packsDiffer }: MergedReport, lang: Language): string {
  const lines: string[] = [];
  if (scoreModels.length > 1) {
    const models = scoreModels.map((model) => clippedText(model, 60)).join(", ");
    lines.push(message(lang, "report.scoreModelsDiffer", { models }));
  }
  if (packsDiffer) lines.push(message(lang, "report.packsDiffer"));
  if (repeated.length > 0) {
    const named = repeated.slice(0, repeatedNamed).map(plainText);
    if (repeated.length > repeatedNamed) named.push("…");
    lines.push(message(lang, "report.repeated", { n: repeated.length, paths: named.join(", ") }));
  }
  return lines.map((line) => `${line}\n`).join("");
}
