// `genomlys check <path…>`: audits as a scan does and holds every document against bars. Made for continuous integration.
import type { Config } from "../../config/config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { barsOfBaseline, barsFor, demandsNothing, type DemandedBars } from "../../gate/bars.ts";
import { checkDocument } from "../../gate/check-document.ts";
import {
  checkedDocument,
  checkReport,
  idleSuppressions,
  type CheckedDocument,
  type CheckedRun,
} from "../../gate/check-report.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { checkLines } from "../../report/check-lines.ts";
import { auditToResults } from "../audit-to-results.ts";
import { otherVersions } from "../baseline-file.ts";
import type { CheckOptions } from "../check-options.ts";
import { checkType, configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { baselinePlace, openBaseline, type OpenBaseline } from "../open-baseline.ts";
import type { DocumentPlace } from "../open-inputs.ts";
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
    await printConfig(options, configured, io);
    return exitCode.done;
  }
  if (!packs.some(({ rules }) => rules.some(({ kind }) => kind === "evidence")))
    throw genomlysError("CHECK_NO_RULES", {});
  const place = baselinePlace(options.baseline, config, io);
  const { demanded, byDefault } = demandedBars(options, config, place !== undefined);
  checkRequirements(demanded, packs);
  const accepted = place === undefined ? undefined : await openBaseline(place);

  const checked: CheckedDocument[] = [];
  const readShareAtLeast = packs[0]?.thresholds.verdict.readShareAtLeast ?? 1;
  const finish = (document: DocumentReport, found: DocumentPlace): Promise<DocumentReport> => {
    const compared = accepted === undefined ? undefined : accepted.compare(document, found);
    const context = { lang, newOnly: compared !== undefined, readShareAtLeast, fixed: compared?.fixed };
    const bars = barsFor(document.type.id, demanded);
    return Promise.resolve(checkDocument(compared?.document ?? document, bars, context));
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
  });
  const outcome = await auditToResults(paths, options, configured, io, pipeline, {
    inputs: { allThere: true },
    finish,
    heed: (document) => checked.push(checkedDocument(document)),
    complete: (report) => ({
      ...report,
      check: checkReport(runOf(report.documents.map(checkedDocument), report.suppressions ?? [])),
    }),
    toTheEnd: true,
  });
  if (outcome === "nothing") return exitCode.wrongUse;
  if (outcome === "interrupted") return exitCode.interrupted;
  const { run, onScreen, suppressions } = outcome;
  const documents = run.documents.length > 0 ? run.documents.map(checkedDocument) : checked;
  const checkedRun = runOf(documents, suppressions);
  const report = checkReport(checkedRun);
  if (!options.quiet) {
    if (byDefault) io.stderr.write(`${message(lang, "check.byDefault")}\n`);
    io.stderr.write(describeVersions(accepted, packs, lang));
    const idle = idleSuppressions(checkedRun).length;
    if (checkedRun.failOnUnusedSuppressions && idle > 0)
      io.stderr.write(`${message(lang, "check.idleFails", { n: idle })}\n`);
    if (!onScreen) io.stderr.write(`${checkLines(documents, report, lang).join("\n")}\n`);
  }
  if (documents.every(({ check }) => check?.outcome === "notChecked")) {
    const types = [...new Set(documents.map(({ type }) => type.id))].sort().join(", ");
    throw genomlysError("CHECK_NOTHING_HELD", { types });
  }
  if (run.failed > 0 || report.documents.notJudged > 0) return exitCode.inputFailed;
  return report.outcome === "failed" ? exitCode.barMissed : exitCode.done;
}

/** What is demanded, and whether no one said so. Throws when nothing is: a check that checks nothing is no green run. */
function demandedBars(
  { bars }: CheckOptions,
  config: Config | null,
  baseline: boolean,
): { readonly demanded: DemandedBars; readonly byDefault: boolean } {
  const { all = {}, types = {} } = config?.check ?? {};
  const demanded: DemandedBars = { all, types, given: bars };
  if (!demandsNothing(demanded)) return { demanded, byDefault: false };
  if (!baseline) throw genomlysError("CHECK_NO_BAR", {});
  return { demanded: { ...demanded, given: barsOfBaseline }, byDefault: true };
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
