// `genomlys report <saved.json…>`: saved results in any format, without the documents. Several become one.
import { message, type Language } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { mergeReports, type MergedReport, type SavedPart } from "../../report/merge-reports.ts";
import { factsIn } from "../../model/document-facts.ts";
import { markBoilerplate, type MarkedBoilerplate } from "../audit/boilerplate-of-parts.ts";
import { configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import { firstPaths } from "../first-paths.ts";
import { groupNames } from "../manifest/group-names.ts";
import { findPasswordFile, readPasswords } from "../inputs/read-passwords.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { ReportOptions } from "../command-line/reader-options.ts";
import { openResults } from "../results/open-results.ts";
import { readSavedReports, type MissingShards } from "../results/saved-reports.ts";

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
    const passwords = await readPasswords(findPasswordFile(options.passwordFile, io.cwd()));
    const { parts, missing } = await readSavedReports(files, io);
    // JSON lines do not name types and roles; what they are called is lent by the rules of this place.
    const fromLines = parts.some((part) => !("report" in part));
    const configured = fromLines ? await configure(options, io, pipeline) : undefined;
    const lent = await pipeline.assembleReport([], configured?.packs ?? []);
    const merged = mergeReports(parts, lent);
    for (const place of results.streamed) await writeLines(place, merged);
    let said = describeMissing(missing, options.lang) + describeMerging(merged, options.lang);
    if (results.needsReport) {
      const marked =
        configured === undefined
          ? undefined
          : await markBoilerplate(merged, configured, { cache: options.cache, passwords }, io, pipeline);
      if (marked !== undefined) said += describeLeft(marked, options.lang);
      const whole = await grouped(marked?.merged ?? merged, parts, options.groupBy, pipeline);
      await results.write(whole.report, options);
    }
    const written = await results.finish(options.lang);
    if (!options.quiet) io.stderr.write(said + written);
    return exitCode.done;
  } finally {
    await results.discard();
  }
}

/** The lines as one run would have written them, each document as it was judged by itself. */
async function writeLines(
  place: { readonly write: (line: string) => Promise<void> },
  { entries, origins, facts }: MergedReport,
): Promise<void> {
  const { renderDuplicateLine, renderJsonLine } = await import("../../report/json.ts");
  for (const entry of entries) {
    const line =
      "duplicateOf" in entry
        ? renderDuplicateLine(entry)
        : renderJsonLine(entry, { ...origins.get(entry), ...facts.get(entry) });
    await place.write(line);
  }
}

/** What a reader must know of boilerplate that could not be marked. */
function describeLeft({ sentences, documents, left }: MarkedBoilerplate, lang: Language): string {
  if (left.length === 0) return "";
  const values = { n: sentences, documents, left: left.length, paths: firstPaths(left) };
  return `${message(lang, "standard.left", values)}\n`;
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
  // The order of the fields is that of an audit: the same results are the same bytes.
  const { suppressions, check, ...rest } = merged.report;
  const report = {
    ...rest,
    groupings,
    ...(suppressions === undefined ? {} : { suppressions }),
    ...(check === undefined ? {} : { check }),
  };
  return { ...merged, report };
}

/** A line on the parts of an archive that are not there; "" where all are. */
function describeMissing(missing: MissingShards | null, lang: Language): string {
  if (missing === null) return "";
  const { numbers, of } = missing;
  const values = { n: numbers.length, parts: firstPaths(numbers.map(String)), of };
  return `${message(lang, "report.partsMissing", values)}\n`;
}

/** What a reader must know of how several results became one; a line each. */
function describeMerging(
  { report, repeated, scoreModels, packsDiffer }: MergedReport,
  lang: Language,
): string {
  const lines: string[] = [];
  if (scoreModels.length > 1) {
    const models = scoreModels.map((model) => clippedText(model, 60)).join(", ");
    lines.push(message(lang, "report.scoreModelsDiffer", { models }));
  }
  if (packsDiffer) lines.push(message(lang, "report.packsDiffer"));
  // No line says it, and what several checks say of their runs does not add up.
  if (report.check === undefined && report.documents.some(({ check }) => check !== undefined))
    lines.push(message(lang, "report.checkApart"));
  if (repeated.length > 0) {
    lines.push(message(lang, "report.repeated", { n: repeated.length, paths: firstPaths(repeated) }));
  }
  return lines.map((line) => `${line}\n`).join("");
}
