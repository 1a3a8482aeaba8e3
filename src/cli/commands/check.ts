// `genomlys check <path…>`: audits as a scan does and holds every document against bars. Made for continuous integration.
import type { Config } from "../../config/config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import {
  barsFor,
  barsOfBaseline,
  barsOfChange,
  demandsNothing,
  withoutLosses,
  type Bars,
  type DemandedBars,
} from "../../gate/bars.ts";
import { checkDocument } from "../../gate/check-document.ts";
import {
  checkedDocument,
  checkReport,
  idleSuppressions,
  type CheckedDocument,
  type CheckedRun,
} from "../../gate/check-report.ts";
import { compareWithEarlier, unchangedInEither } from "../../gate/earlier-version.ts";
import { findLosses } from "../../gate/losses.ts";
import { findLostDocument, standingEvidence } from "../../gate/lost-document.ts";
import { suppressLosses } from "../../gate/suppress.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { LostDocumentReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { fingerprintOf } from "../../pipeline/fingerprint.ts";
import { checkLines } from "../../report/check-lines.ts";
import type { Yardstick } from "../audit/audit-inputs.ts";
import { auditToResults, type AuditExtras } from "../audit/audit-to-results.ts";
import { otherVersions } from "../baseline/baseline-file.ts";
import { openChangedDocuments, type ChangedDocuments } from "../inputs/changed-documents.ts";
import type { CheckOptions } from "../command-line/check-options.ts";
import { checkType, configure, dayOf, inside, suppressionsOf } from "../configured.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { baselinePlace, openBaseline, type OpenBaseline } from "../baseline/open-baseline.ts";
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
  const place = baselinePlace(options.baseline, config, io);
  const { demanded, byDefault } = demandedBars(options, config, place !== undefined);
  checkRequirements(demanded, packs);
  const accepted = place === undefined ? undefined : await openBaseline(place);

  const { changedSince } = options;
  const changes =
    changedSince === undefined
      ? undefined
      : openChangedDocuments(changedSince, paths, { packs, config, lang, type: options.type }, io, pipeline);
  const standing = standingEvidence();
  const lostDocuments: LostDocumentReport[] = [];
  const today = dayOf(new Date());

  const checked: CheckedDocument[] = [];
  const readShareAtLeast = packs[0]?.thresholds.verdict.readShareAtLeast ?? 1;
  const finish: NonNullable<Yardstick["finish"]> = async (document, found, standardText) => {
    if (changes !== undefined) standing.note(document);
    const compared = accepted?.compare(document, found);
    const earlier =
      document.status === "audited" ? await changes?.earlierOf(document, found, standardText) : undefined;
    if (earlier?.kind === "unreadable" && !options.quiet) {
      const values = {
        path: plainText(document.path),
        ref: changedSince ?? "",
        reason: plainText(earlier.reason),
      };
      io.stderr.write(`${message(lang, "check.formerUnread", values)}\n`);
    }
    const marked = compared?.document ?? document;
    const bars = barsFor(document.type.id, demanded);
    const context = { lang, newOnly: compared !== undefined, readShareAtLeast, fixed: compared?.fixed };
    if (earlier === undefined) return checkDocument(marked, bars, context);
    const changed = earlier.kind === "changed" ? earlier.changed : null;
    const own = compareWithEarlier(document, changed);
    const suppressions = suppressionsOf(inside(found.input, found.found.path), config);
    return checkDocument(accepted === undefined ? own : unchangedInEither(marked, own), bars, {
      ...context,
      newOnly: true,
      before: earlier.kind === "changed" ? earlier.path : null,
      lost:
        changed === null
          ? undefined
          : suppressLosses(
              findLosses(changed, { lang, readShareAtLeast, fingerprintOf }),
              document,
              suppressions,
              today,
            ),
    });
  };
  /** What went with the documents that were removed, once all that is left is known. */
  const conclude: NonNullable<AuditExtras["conclude"]> = async (note) => {
    if (changes === undefined) return;
    for await (const { report, reason, ...place } of changes.removedDocuments()) {
      if (report === null) {
        const values = {
          path: plainText(place.found.path),
          ref: changedSince ?? "",
          reason: plainText(reason),
        };
        if (!options.quiet) io.stderr.write(`${message(lang, "check.formerUnreadGone", values)}\n`);
        continue;
      }
      const suppressions = suppressionsOf(inside(place.input, place.found.path), config);
      const removed = withoutOwnFindings(report);
      const lost = suppressLosses(
        findLostDocument(report, standing, { lang, fingerprintOf }).map((loss) => ({
          ...loss,
          section: null,
          location: null,
        })),
        removed,
        suppressions,
        today,
      );
      const isDemanded = barsFor(report.type.id, demanded).failOn?.includes("lost") === true;
      note({ ...removed, check: { outcome: "notChecked", bars: [], message: "", lost } }, place);
      for (const { section: _section, location: _location, ...loss } of lost) {
        const failing = isDemanded && loss.suppressed === undefined ? { failing: true } : {};
        lostDocuments.push({ ...loss, path: report.path, ...failing });
      }
    }
  };
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
      changes === undefined
        ? undefined
        : { ...changes.summary(), ...(lostDocuments.length === 0 ? {} : { lost: lostDocuments }) },
  });
  const outcome = await auditToResults(paths, options, configured, io, pipeline, {
    inputs: { allThere: true, choose: changes?.choose, wasRemoved: changes?.wasRemoved },
    ...(changes === undefined ? {} : { prepare: changes.prepare, mayBeEmpty: true }),
    finish,
    conclude,
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
  if (documents.length > 0 && documents.every(({ check }) => check?.outcome === "notChecked")) {
    const types = [...new Set(documents.map(({ type }) => type.id))].sort().join(", ");
    throw genomlysError("CHECK_NOTHING_HELD", { types });
  }
  if (run.failed > 0 || report.documents.notJudged > 0) return exitCode.inputFailed;
  return report.outcome === "failed" ? exitCode.barMissed : exitCode.done;
}

/**
 * What is demanded, and what is to be said when no one said it. Throws when nothing is: a check that checks nothing is no
 * green run.
 */
function demandedBars(
  { bars, changedSince }: CheckOptions,
  config: Config | null,
  baseline: boolean,
): { readonly demanded: DemandedBars; readonly byDefault?: "check.byDefault" | "check.byDefaultChange" } {
  if (changedSince === undefined && bars.failOn?.includes("lost") === true)
    throw genomlysError("CHECK_LOST_ALONE", {});
  // The configuration is for runs with and without a ref.
  const own = (written: Bars): Bars => (changedSince === undefined ? withoutLosses(written) : written);
  const { all = {}, types = {} } = config?.check ?? {};
  const ownTypes = Object.entries(types).map(([type, written]): [string, Bars] => [type, own(written)]);
  const demanded: DemandedBars = { all: own(all), types: Object.fromEntries(ownTypes), given: bars };
  if (!demandsNothing(demanded)) return { demanded };
  if (changedSince !== undefined)
    return { demanded: { ...demanded, given: barsOfChange }, byDefault: "check.byDefaultChange" };
  if (!baseline) throw genomlysError("CHECK_NO_BAR", {});
  return { demanded: { ...demanded, given: barsOfBaseline }, byDefault: "check.byDefault" };
}

/** A document that is gone lacks nothing any more, and a comment in it suppresses nothing. */
function withoutOwnFindings(document: DocumentReport): DocumentReport {
  const { suppressions: _suppressions, ...rest } = document;
  return { ...rest, gaps: [], requirements: [] };
}

/** How many documents git is told to look past: they are named, so someone may think that they were checked. */
function describeIgnored(changes: ChangedDocuments | undefined, lang: Language): string {
  const n = changes?.ignoredByGit() ?? 0;
  return n === 0 ? "" : `${message(lang, "check.ignoredByGit", { n })}\n`;
}

/** Refuses a requirement that no pack has: it would never fail. */
function checkRequirements({ all, types, given }: DemandedBars, packs: readonly RulePack[]): void {
  const known = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      rule.kind === "requirement" ? [rule.id, ...(rule.handbook === undefined ? [] : [rule.handbook])] : [],
    ),
  );
  for (const id of [all, given, ...Object.values(types)].flatMap(({ require = [] }) => require)) {
    if (known.includes(id)) continue;
    const suggestion = suggestName(id, known);
    throw genomlysError("CHECK_UNKNOWN_REQUIREMENT", suggestion === undefined ? { id } : { id, suggestion });
  }
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
