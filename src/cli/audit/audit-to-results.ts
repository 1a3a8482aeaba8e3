// Audits what was named and writes the results: the same for every command that audits (scan, check).
import path from "node:path";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { SuppressionReport } from "../../model/check-report.ts";
import type { DocumentReport, DuplicateReport, Report } from "../../model/report.ts";
import { renderDuplicateLine, renderJsonLine } from "../../report/json.ts";
import { auditInputs, type Audited, type AuditRun, type Yardstick } from "./audit-inputs.ts";
import type { ScanOptions } from "../command-line/parse-command-line.ts";
import { describeSifting, type Configured } from "../configured.ts";
import { describeFailure } from "./document-failure.ts";
import { describeNotMarked } from "./judge-again.ts";
import { repeatTally } from "./repeat-tally.ts";
import { besideResumed, openEarlierResults, type EarlierResults } from "../results/earlier-results.ts";
import type { StopSignal } from "../exit-code.ts";
import { groupNames } from "../manifest/group-names.ts";
import { interruptible } from "../interruption.ts";
import type { Io } from "../io.ts";
import { listedInputs, openManifest } from "../manifest/open-manifest.ts";
import { noDocumentLeft, openInputs, type InputOptions, type OpenInputs } from "../inputs/open-inputs.ts";
import { describeOwnFiles } from "../inputs/own-report.ts";
import type { Pipeline } from "../pipeline.ts";
import { openResults, resultPaths } from "../results/open-results.ts";
import { describeIdle, suppressionTally, type SuppressionTally } from "./suppression-tally.ts";

/** Kinds of passed-over files that are named; the rest are only counted. */
const kindsNamed = 5;

/** Says in one line how many files were left out because they are no documents, commonest kinds first. */
function describePassedOver(passedOver: OpenInputs["passedOver"], lang: Language): string {
  const kinds = [...passedOver].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = kinds.slice(0, kindsNamed).map(([ending, count]) => {
    const kind = ending === "" ? message(lang, "cli.withoutEnding") : `.${clippedText(ending, 20)}`;
    return `${kind} ${String(count)}`;
  });
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (kinds.length > kindsNamed) named.push("…");
  return `${message(lang, "cli.passedOver", { n: all, kinds: named.join(", ") })}\n`;
}

const isIdle = ({ state }: SuppressionReport): boolean => state !== "used";

/** What a command adds to a plain audit. */
export interface AuditExtras {
  readonly inputs?: Pick<InputOptions, "allThere" | "choose" | "wasRemoved">;
  /** Changes how the documents are read. */
  readonly prepare?: (inputs: OpenInputs) => OpenInputs;
  /** A run that is left with no document is a run all the same: its results are written. */
  readonly mayBeEmpty?: boolean;
  readonly finish?: Yardstick["finish"];
  /** Is told each document when it is done, in the order of the inputs. */
  readonly heed?: (document: DocumentReport) => void;
  /** Is called after the last document, while the inputs are open. `note` counts what suppressions name in a document. */
  readonly conclude?: (note: SuppressionTally["note"]) => Promise<void>;
  /** Adds to the whole report. */
  readonly complete?: (report: Report) => Report;
  /** The answer is wanted even when no one reads the result any more. */
  readonly toTheEnd?: boolean;
}

/**
 * What came of the run; "nothing" when no document was found, and standard error says why; `stoppedBy` when a signal
 * stopped it.
 */
export type AuditOutcome =
  | "nothing"
  | { readonly stoppedBy: StopSignal }
  | {
      readonly run: AuditRun;
      /** Standard output shows the report that is read on a screen. */
      readonly onScreen: boolean;
      /** How the suppressions of the configuration fared. */
      readonly suppressions: readonly SuppressionReport[];
    };

/** Audits the documents below `paths`, writes the results and says on standard error what stands beside them. */
export async function auditToResults(
  paths: readonly string[],
  options: ScanOptions,
  { config, packs, lang }: Configured,
  io: Io,
  pipeline: Pipeline,
  extras: AuditExtras = {},
): Promise<AuditOutcome> {
  const resumed = options.resume === undefined ? undefined : path.resolve(io.cwd(), options.resume);
  const outputs = [
    ...resultPaths(options.outputs, io.cwd()),
    ...(resumed === undefined ? [] : [besideResumed(resumed)]),
  ];
  const manifest =
    options.manifest === undefined ? undefined : await openManifest(options.manifest, packs, io.cwd());
  const groupBy = groupNames(options.groupBy, manifest?.columns ?? []);
  const listed = listedInputs(paths, manifest);
  const inputOptions: InputOptions = { ...options, outputs, ...listed.options, ...extras.inputs };
  const opened = await openInputs(listed.paths, inputOptions, config, io, pipeline);
  if (opened === null) return "nothing";
  const inputs = extras.prepare?.(opened) ?? opened;
  const interruption = inputs.count > 1 ? interruptible(io) : undefined;
  let earlier: EarlierResults | undefined;
  try {
    const sawAll = options.shard === undefined && extras.inputs?.choose === undefined;
    if (sawAll) await manifest?.checkFits(inputs.inputs);
    if (resumed !== undefined) earlier = await openEarlierResults(resumed, options.resume ?? "");
    const results = await openResults(options.outputs, options, io);
    try {
      const { streamed, needsReport } = results;
      // Lines have no head: each says by which rules it was judged.
      const origin = streamed.length === 0 ? null : await pipeline.assembleReport([], packs);
      // Loaded while the first document waits for its engine.
      results.load();
      const { toTheEnd = false } = extras;
      const tally = suppressionTally(config);
      const finish: NonNullable<Yardstick["finish"]> = async (document, place, standardText) => {
        const finished = (await extras.finish?.(document, place, standardText)) ?? document;
        tally.note(finished, place);
        return finished;
      };
      const yardstick = { packs, config, lang, type: options.type, manifest, finish };
      const own: { readonly path: string; readonly suppressions: readonly SuppressionReport[] }[] = [];
      const { jobs, shard } = options;
      const repeats = repeatTally();
      const onDuplicate = async (duplicate: DuplicateReport, position: number): Promise<void> => {
        repeats.note(duplicate);
        inputs.progress.count({ pages: 0, failed: false });
        const part = shard === undefined ? {} : { shard: { ...shard, position } };
        for (const place of streamed) await place.write(renderDuplicateLine({ ...duplicate, ...part }));
      };
      const runOptions = {
        jobs,
        keep: needsReport,
        earlier,
        signal: interruption?.signal,
        onDuplicate,
        asLines: streamed.length > 0,
      };
      const heed = async ({ document, facts, position }: Audited): Promise<boolean> => {
        if (results.closed && !toTheEnd) return false;
        extras.heed?.(document);
        if (document.suppressions !== undefined)
          own.push({ path: document.path, suppressions: document.suppressions });
        inputs.progress.count({ pages: document.pages, failed: document.status !== "audited" });
        // The terminal report names them itself.
        if (document.status !== "audited" && !options.quiet && results.onScreen !== "terminal") {
          inputs.progress.clear();
          io.stderr.write(describeFailure(document, lang));
        }
        if (origin !== null) {
          const part = shard === undefined ? {} : { shard: { ...shard, position } };
          const line = renderJsonLine(document, { ...origin, ...part, ...facts });
          for (const place of streamed) await place.write(line);
        }
        return true;
      };
      const run = await auditInputs(inputs, yardstick, runOptions, io, pipeline, heed);
      const stoppedBy = interruption?.by ?? null;
      if (stoppedBy !== null) {
        inputs.progress.clear();
        const [file] = options.outputs.flatMap(({ format, file: named }) =>
          format === "jsonl" && named !== undefined ? [named] : [],
        );
        const key = file === undefined ? "cli.interrupted" : "cli.interruptedFile";
        io.stderr.write(`${message(lang, key, { n: run.count, path: plainText(file ?? "") })}\n`);
        return { stoppedBy };
      }
      if (run.whole) await extras.conclude?.(tally.note);
      const onScreen = results.onScreen === "terminal";
      const suppressions = tally.states(inputs.today, inputs.count > 1 && sawAll);
      if (!run.whole) return { run, onScreen, suppressions };
      const { documents, duplicates, standardText } = run;
      const { progress, sifting, passedOver } = inputs;
      progress.clear();
      if (run.count === 0 && shard === undefined && extras.mayBeEmpty !== true)
        throw noDocumentLeft(inputs, config);
      if (needsReport) {
        const ignored = sifting.ignored.map((file) => ({ ...file, until: file.until ?? null }));
        const assembled = await pipeline.assembleReport(documents, packs, ignored);
        const plain = duplicates.length === 0 ? assembled : { ...assembled, duplicates };
        const grouped =
          groupBy.length === 0
            ? plain
            : { ...plain, groupings: await pipeline.groupDocuments(documents, duplicates, groupBy) };
        const report = suppressions.length === 0 ? grouped : { ...grouped, suppressions };
        await results.write(extras.complete?.(report) ?? report, options);
      }
      const written = await results.finish(lang);
      await earlier?.finish();
      if (!options.quiet) {
        io.stderr.write(describeSifting(sifting, config, lang, { ignored: !onScreen }));
        for (const idle of suppressions.filter(isIdle)) io.stderr.write(describeIdle(idle, "", lang));
        for (const { path: at, suppressions: inText } of own)
          for (const idle of inText.filter(isIdle)) io.stderr.write(describeIdle(idle, at, lang));
        if (!onScreen) io.stderr.write(repeats.describe(lang));
        if (manifest !== undefined) io.stderr.write(manifest.describeMissing(lang));
        io.stderr.write(describeOwnFiles(inputs.ownFiles, lang));
        if (passedOver.size > 0) io.stderr.write(describePassedOver(passedOver, lang));
        io.stderr.write(describeNotMarked(run.notMarked, lang));
        if (streamed.length > 0 && standardText.sentences > 0) {
          const n = { n: standardText.sentences, documents: standardText.documents.size };
          io.stderr.write(`${message(lang, "standard.streamed", n)}\n`);
        }
        if (inputs.store?.failure != null)
          io.stderr.write(`${message(lang, "cache.failed", { reason: inputs.store.failure })}\n`);
        io.stderr.write(written);
      }
      return { run, onScreen, suppressions };
    } finally {
      await results.discard();
    }
  } finally {
    interruption?.end();
    await earlier?.close();
    await inputs.close();
  }
}
