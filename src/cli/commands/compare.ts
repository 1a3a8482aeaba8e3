// `genomlys compare <A> <B>`: what has changed between two versions of a document, or two saved results.
import { open } from "node:fs/promises";
import path from "node:path";
import { differentYardsticks } from "../../compare/same-yardstick.ts";
import { compareReports, type ComparedSide } from "../../compare/compare-reports.ts";
import type { SectionTexts } from "../../compare/align-sections.ts";
import { phrase } from "../../errors/error-phrases.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report } from "../../model/report.ts";
import { comparisonFormats } from "../../report/compare/index.ts";
import { mergeReports } from "../../report/merge-reports.ts";
import type { Yardstick } from "../audit/audit-inputs.ts";
import { auditWhole } from "../audit/audit-whole.ts";
import { checkType, configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import { hearSections } from "../audit/hear-sections.ts";
import type { Io } from "../io.ts";
import { fileOf } from "../inputs/file-of.ts";
import type { OpenInputs } from "../inputs/open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";
import type { CompareOptions } from "../command-line/reader-options.ts";
import { openSingleResult } from "../results/single-result.ts";
import { readSavedReports } from "../results/saved-reports.ts";
import { readScreen } from "../results/screen.ts";

/** Runs the command; answers the exit code. */
export async function runCompare(
  [before, after]: readonly [string, string],
  given: CompareOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { config, packs, lang } = await configure(given, io, pipeline);
  checkType(given.type, packs);
  const { output } = given;
  const file = output === undefined ? undefined : path.resolve(io.cwd(), output);
  const options = { ...given, lang, outputs: file === undefined ? [] : [file] };
  const run: Run = { options, yardstick: { packs, config, lang, type: given.type }, io, pipeline };
  const sides = [await openSide(before, run), await openSide(after, run)] as const;
  const [one, other] = sides;
  if (one === null || other === null) return exitCode.wrongUse;
  const differ = differentYardsticks(one.report, other.report);
  if (differ !== null) {
    const unknown = phrase("found.unknown");
    throw genomlysError("COMPARE_OTHER_RULES", {
      before: plainText(before),
      after: plainText(after),
      one: differ.before === "" ? unknown : plainText(differ.before),
      other: differ.after === "" ? unknown : plainText(differ.after),
    });
  }
  const comparison = compareReports(one, other);
  const target = await openSingleResult(output, options, io);
  try {
    const render = await comparisonFormats[options.format].load();
    const screen = readScreen(
      io,
      { color: options.color, plain: options.plain, toFile: target.toFile },
      process.platform,
    );
    const text = render(comparison, { lang, details: options.details, ...screen });
    await target.write(text);
  } finally {
    await target.discard();
  }
  return sides.some((side) => (side?.failed ?? 0) > 0) ? exitCode.inputFailed : exitCode.done;
}

interface Run {
  readonly options: CompareOptions & { readonly outputs: readonly string[] };
  readonly yardstick: Yardstick;
  readonly io: Io;
  readonly pipeline: Pipeline;
}

interface Side extends ComparedSide {
  /** Documents that could not be audited now. */
  readonly failed: number;
}

/** Saved results are read; with --rerun, and for documents, everything is audited. null: nothing was found. */
async function openSide(name: string, run: Run): Promise<Side | null> {
  if (!(await isSaved(name, run.io))) return auditSide(name, [name], run);
  const { parts } = await readSavedReports([name], run.io);
  const { yardstick, pipeline } = run;
  const lent = await pipeline.assembleReport([], yardstick.packs);
  const { report, packsDiffer } = mergeReports(parts, lent);
  if (!run.options.rerun) {
    // Judged by several sets of rules, it has no yardstick of its own.
    return { name, report: packsDiffer ? { ...report, packs: [] } : report, failed: 0 };
  }
  const files = new Set<string>();
  for (const { path: document } of report.documents) {
    const file = await fileOf(document, run.io);
    if (file === null) throw genomlysError("INPUT_MISSING", { path: document });
    files.add(file);
  }
  // What the saved report has as several documents stays several.
  const again = await auditSide(name, [...files], run, { onceEach: false });
  if (again === null) return null;
  return { ...again, report: await sameDocuments(report, again.report, run) };
}

/** The documents of a saved report as they were audited again; it must be the very documents. */
async function sameDocuments(saved: Report, again: Report, { yardstick, pipeline }: Run): Promise<Report> {
  const now = new Map(again.documents.map((document) => [document.path, document]));
  const documents = saved.documents.map((document): DocumentReport => {
    const found = now.get(document.path);
    if (found === undefined) throw genomlysError("INPUT_MISSING", { path: document.path });
    // Compared with itself, an old version would be said to be unchanged.
    if (document.sha256 !== "" && found.sha256 !== document.sha256)
      throw genomlysError("COMPARE_FILE_CHANGED", { path: document.path });
    return found;
  });
  return pipeline.assembleReport(documents, yardstick.packs);
}

async function auditSide(
  name: string,
  paths: readonly string[],
  { options, yardstick, io, pipeline }: Run,
  { onceEach } = { onceEach: true },
): Promise<Side | null> {
  const texts = new Map<string, SectionTexts>();
  const hear = (inputs: OpenInputs): OpenInputs => hearSections(inputs, (at, own) => texts.set(at, own));
  const audit = await auditWhole(paths, options, yardstick, io, pipeline, { prepare: hear, onceEach });
  if (audit === null) return null;
  return {
    name,
    report: await pipeline.assembleReport(audit.documents, yardstick.packs),
    texts: (document) => texts.get(document.path),
    failed: audit.failed,
  };
}

/** Does the file begin as a saved result does? Its content decides, not its name; an RTF file begins with "{\". */
async function isSaved(name: string, io: Io): Promise<boolean> {
  if (name === "-") throw genomlysError("COMPARE_STANDARD_INPUT", {});
  try {
    const file = await open(path.resolve(io.cwd(), name), "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
      return /^\ufeff?\s*\{\s*"/.test(buffer.toString("utf8", 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // A folder, or nothing at all: openInputs says so.
    return false;
  }
}
