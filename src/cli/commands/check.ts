// `genomlys check <path…>`: audits as a scan does and holds every document against bars. Made for continuous integration.
import { genomlysError } from "../../errors/genomlys-error.ts";
import {
  checkedDocument,
  checkReport,
  idleSuppressions,
  type CheckedDocument,
  type CheckedRun,
} from "../../gate/check-report.ts";
import { standingEvidence } from "../../gate/lost-document.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { CheckReport, LostDocumentReport } from "../../model/check-report.ts";
import type { RulePack } from "../../model/rule.ts";
import { checkLines } from "../../report/check-lines.ts";
import { auditToResults } from "../audit/audit-to-results.ts";
import { otherVersions } from "../baseline/baseline-file.ts";
import { baselinePlace, openBaseline, type OpenBaseline } from "../baseline/open-baseline.ts";
import { checkRequirements, demandedBars } from "../checking/demanded-bars.ts";
import { findLostDocuments } from "../checking/find-lost-documents.ts";
import { holdDocument, type CheckTerms } from "../checking/hold-document.ts";
import type { CheckOptions } from "../command-line/check-options.ts";
import { checkType, configure, dayOf, type Configured } from "../configured.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import { openChangedDocuments, type ChangedDocuments } from "../checking/changed-documents.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { printConfig } from "../print-config.ts";

/** Runs the command; answers the exit code. */
export async function runCheck(
  paths: readonly string[],
  given: CheckOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0 && given.manifest === undefined && !given.printConfig)
    throw genomlysError("NO_INPUT", {});
  pipeline.startEngine(paths);
  const configured = await configure(given, io, pipeline);
  const { config, packs, lang } = configured;
  const options: CheckOptions = { ...given, lang };
  checkType(options.type, packs);
  if (options.printConfig) {
    const others = {
      baseline: options.baseline,
      "changed-since": options.changedSince,
      "fail-on-unused-suppressions": options.failOnUnusedSuppressions ? "true" : undefined,
    };
    await printConfig(options, configured, io, { bars: options.bars, others });
    return exitCode.done;
  }
  if (!packs.some(({ rules }) => rules.some(({ kind }) => kind === "evidence")))
    throw genomlysError("CHECK_NO_RULES", {});
  const { terms, byDefault } = await openTerms(paths, options, configured, io, pipeline);
  const { accepted, changes } = terms;
  const standing = standingEvidence();
  let lost: readonly LostDocumentReport[] = [];
  const checked: CheckedDocument[] = [];
  const runOf = (
    documents: readonly CheckedDocument[],
    suppressions: CheckedRun["suppressions"],
  ): CheckedRun => ({
    documents,
    suppressions,
    failOnUnusedSuppressions:
      options.failOnUnusedSuppressions || (config?.check.failOnUnusedSuppressions ?? false),
    baseline: accepted === undefined ? undefined : { path: accepted.named, gone: accepted.gone() },
    changedSince:
      changes === undefined ? undefined : { ...changes.summary(), ...(lost.length === 0 ? {} : { lost }) },
  });
  const outcome = await auditToResults(paths, options, configured, io, pipeline, {
    inputs: { allThere: true, choose: changes?.choose, wasRemoved: changes?.wasRemoved },
    ...(changes === undefined ? {} : { prepare: changes.prepare, mayBeEmpty: true }),
    finish: (document, found, standardText) => {
      if (changes !== undefined) standing.note(document);
      return holdDocument(document, found, standardText, terms);
    },
    conclude: async (note) => {
      lost = await findLostDocuments(terms, standing, note);
    },
    heed: (document) => checked.push(checkedDocument(document)),
    complete: (report) => ({
      ...report,
      check: checkReport(runOf(report.documents.map(checkedDocument), report.suppressions ?? [])),
    }),
    toTheEnd: true,
  });
  if (outcome === "nothing") return exitCode.wrongUse;
  if ("stoppedBy" in outcome) return exitCodeOfSignal[outcome.stoppedBy];
  const { run, onScreen, suppressions } = outcome;
  const documents = run.documents.length > 0 ? run.documents.map(checkedDocument) : checked;
  const checkedRun = runOf(documents, suppressions);
  const report = checkReport(checkedRun);
  if (!options.quiet) {
    if (byDefault !== undefined) io.stderr.write(`${message(lang, byDefault)}\n`);
    io.stderr.write(describeIgnored(changes, lang));
    io.stderr.write(describeVersions(accepted, packs, lang));
    const idle = idleSuppressions(checkedRun).length;
    if (checkedRun.failOnUnusedSuppressions && idle > 0)
      io.stderr.write(`${message(lang, "check.idleFails", { n: idle })}\n`);
    if (!onScreen) io.stderr.write(`${checkLines(documents, report, lang).join("\n")}\n`);
  }
  return exitCodeOf(documents, report, run.failed);
}

/** What the documents are held against, and what is to be said when no one said which bars. */
async function openTerms(
  paths: readonly string[],
  options: CheckOptions,
  { config, packs, lang }: Configured,
  io: Io,
  pipeline: Pipeline,
): Promise<{ readonly terms: CheckTerms; readonly byDefault: ReturnType<typeof demandedBars>["byDefault"] }> {
  const place = baselinePlace(options.baseline, config, io);
  const { demanded, byDefault } = demandedBars(options, config, place !== undefined);
  checkRequirements(demanded, packs);
  const { changedSince: ref, quiet, type } = options;
  const terms: CheckTerms = {
    demanded,
    accepted: place === undefined ? undefined : await openBaseline(place),
    changes:
      ref === undefined
        ? undefined
        : openChangedDocuments(ref, paths, { packs, config, lang, type }, io, pipeline),
    config,
    lang,
    readShareAtLeast: packs[0]?.thresholds.verdict.readShareAtLeast ?? 1,
    today: dayOf(new Date()),
    tellUnread: (key, at, reason) => {
      if (quiet) return;
      const values = { path: plainText(at), ref: ref ?? "", reason: plainText(reason) };
      io.stderr.write(`${message(lang, key, values)}\n`);
    },
  };
  return { terms, byDefault };
}

/** `failed` is how many documents could not be audited. Throws when nothing was held against anything. */
function exitCodeOf(documents: readonly CheckedDocument[], report: CheckReport, failed: number): number {
  if (documents.length > 0 && documents.every(({ check }) => check?.outcome === "notChecked")) {
    const types = [...new Set(documents.map(({ type }) => type.id))].sort().join(", ");
    throw genomlysError("CHECK_NOTHING_HELD", { types });
  }
  if (failed > 0 || report.documents.notJudged > 0) return exitCode.inputFailed;
  return report.outcome === "failed" ? exitCode.barMissed : exitCode.done;
}

/** How many documents git is told to look past: they are named, so someone may think that they were checked. */
function describeIgnored(changes: ChangedDocuments | undefined, lang: Language): string {
  const n = changes?.ignoredByGit() ?? 0;
  return n === 0 ? "" : `${message(lang, "check.ignoredByGit", { n })}\n`;
}

/** That the rules are not those of the baseline: what is new may be new to the rules only. */
function describeVersions(
  accepted: OpenBaseline | undefined,
  packs: readonly RulePack[],
  lang: Language,
): string {
  const versions = accepted === undefined ? [] : otherVersions(accepted.baseline, packs);
  if (versions.length === 0) return "";
  const values = { path: plainText(accepted?.named ?? ""), versions: clippedText(versions.join(", "), 200) };
  return `${message(lang, "check.otherVersions", values)}\n`;
}
