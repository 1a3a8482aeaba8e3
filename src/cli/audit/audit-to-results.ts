// Audits what was named and writes the results: the same for every command that audits (scan, check).
import path from "node:path";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { SuppressionReport } from "../../model/check-report.ts";
import type { DocumentReport, DuplicateReport, Report } from "../../model/report.ts";
import type { OutputPair } from "../command-line/output-pairs.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import type { Configured } from "../configured.ts";
import type { StopSignal } from "../exit-code.ts";
import { noDocumentLeft, openInputs, type InputOptions, type OpenInputs } from "../inputs/open-inputs.ts";
import { interruptible, type Interruption } from "../interruption.ts";
import type { Io } from "../io.ts";
import { groupNames } from "../manifest/group-names.ts";
import { listedInputs, openManifest, type Manifest } from "../manifest/open-manifest.ts";
import type { Pipeline } from "../pipeline.ts";
import { besideResumed, openEarlierResults, type EarlierResults } from "../results/earlier-results.ts";
import { openResults, resultPaths, type Results } from "../results/open-results.ts";
import { auditInputs, type Audited, type AuditRun, type Yardstick } from "./audit-inputs.ts";
import { describeAudit, type FinishedAudit } from "./describe-audit.ts";
import { describeFailure } from "./document-failure.ts";
import { repeatTally } from "./repeat-tally.ts";
import { startLines } from "./result-lines.ts";
import { suppressionTally, type SuppressionTally } from "./suppression-tally.ts";

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

/** What an audit reads from and writes to, opened. */
interface OpenAudit {
  readonly inputs: OpenInputs;
  readonly results: Results;
  readonly earlier: EarlierResults | undefined;
  readonly manifest: Manifest | undefined;
  /** What the documents are grouped by. */
  readonly groupBy: readonly string[];
  readonly interruption: Interruption | undefined;
  /** Are these all documents of what was named, and not a part of them? */
  readonly sawAll: boolean;
}

/** Audits the documents below `paths`, writes the results and says on standard error what stands beside them. */
export async function auditToResults(
  paths: readonly string[],
  options: ScanOptions,
  configured: Configured,
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
    options.manifest === undefined
      ? undefined
      : await openManifest(options.manifest, configured.packs, io.cwd());
  const groupBy = groupNames(options.groupBy, manifest?.columns ?? []);
  const listed = listedInputs(paths, manifest);
  const inputOptions: InputOptions = {
    ...options,
    outputs,
    reportsOnly: true,
    ...listed.options,
    ...extras.inputs,
  };
  const opened = await openInputs(listed.paths, inputOptions, configured.config, io, pipeline);
  if (opened === null) return "nothing";
  const inputs = extras.prepare?.(opened) ?? opened;
  const interruption = inputs.isBatch ? interruptible(io) : undefined;
  let earlier: EarlierResults | undefined;
  try {
    const sawAll = options.shard === undefined && extras.inputs?.choose === undefined;
    if (sawAll) await manifest?.checkFits(inputs.inputs);
    if (resumed !== undefined) earlier = await openEarlierResults(resumed, options.resume ?? "");
    const results = await openResults(options.outputs, options, io);
    try {
      const open = { inputs, results, earlier, manifest, groupBy, interruption, sawAll };
      return await auditOpened(open, options, configured, io, pipeline, extras);
    } finally {
      await results.discard();
    }
  } finally {
    interruption?.end();
    await earlier?.close();
    await inputs.close();
  }
}

async function auditOpened(
  { inputs, results, earlier, manifest, groupBy, interruption, sawAll }: OpenAudit,
  options: ScanOptions,
  configured: Configured,
  io: Io,
  pipeline: Pipeline,
  extras: AuditExtras,
): Promise<AuditOutcome> {
  const { config, packs, lang } = configured;
  const asLines = results.streamed.length > 0;
  const onScreen = results.onScreen === "terminal";
  const lines = await startLines(results.streamed, packs, options.shard, pipeline);
  // Loaded while the first document waits for its engine.
  results.load();
  const tally = suppressionTally(config);
  const repeats = repeatTally();
  const inText: FinishedAudit["inText"][number][] = [];
  const finish: NonNullable<Yardstick["finish"]> = async (document, place, standardText) => {
    const finished = (await extras.finish?.(document, place, standardText)) ?? document;
    tally.note(finished, place);
    return finished;
  };
  const onDuplicate = async (duplicate: DuplicateReport, position: number): Promise<void> => {
    repeats.note(duplicate);
    inputs.progress.count({ pages: 0, failed: false });
    await lines.duplicate(duplicate, position);
  };
  const heed = async (audited: Audited): Promise<boolean> => {
    const { document } = audited;
    if (results.closed && extras.toTheEnd !== true) return false;
    extras.heed?.(document);
    if (document.suppressions !== undefined)
      inText.push({ path: document.path, suppressions: document.suppressions });
    inputs.progress.count({ pages: document.pages, failed: document.status !== "audited" });
    // The terminal report names them itself.
    if (document.status !== "audited" && !options.quiet && !onScreen) {
      inputs.progress.clear();
      io.stderr.write(describeFailure(document, lang));
    }
    await lines.document(audited);
    return true;
  };
  const run = await auditInputs(
    inputs,
    { packs, config, lang, type: options.type, manifest, finish },
    {
      jobs: options.jobs,
      keep: results.needsReport,
      earlier,
      signal: interruption?.signal,
      onDuplicate,
      asLines,
    },
    io,
    pipeline,
    heed,
  );
  const stoppedBy = interruption?.by ?? null;
  if (stoppedBy !== null) {
    inputs.progress.clear();
    io.stderr.write(describeInterruption(run, options.outputs, lang));
    return { stoppedBy };
  }
  if (run.whole) await extras.conclude?.(tally.note);
  const suppressions = tally.states(inputs.today, inputs.count > 1 && sawAll);
  if (!run.whole) return { run, onScreen, suppressions };
  inputs.progress.clear();
  if (run.count === 0 && options.shard === undefined && extras.mayBeEmpty !== true)
    throw noDocumentLeft(inputs, config);
  if (results.needsReport) {
    const report = await wholeReport(run, inputs, suppressions, groupBy, configured, pipeline);
    await results.write(extras.complete?.(report) ?? report, options);
  }
  const written = await results.finish(lang);
  await earlier?.finish();
  if (!options.quiet) {
    const finished = { inputs, run, suppressions, inText, repeats, manifest, onScreen, asLines };
    io.stderr.write(describeAudit(finished, configured) + written);
  }
  return { run, onScreen, suppressions };
}

/** How far a run came that a signal stopped, and the file that it can go on in. */
function describeInterruption({ count }: AuditRun, outputs: readonly OutputPair[], lang: Language): string {
  const file = outputs.find(({ format, file: named }) => format === "jsonl" && named !== undefined)?.file;
  const key = file === undefined ? "cli.interrupted" : "cli.interruptedFile";
  return `${message(lang, key, { n: count, path: plainText(file ?? "") })}\n`;
}

/** The report of all documents, with what is known of the run as a whole. */
async function wholeReport(
  { documents, duplicates }: AuditRun,
  { sifting }: OpenInputs,
  suppressions: readonly SuppressionReport[],
  groupBy: readonly string[],
  { packs }: Configured,
  pipeline: Pipeline,
): Promise<Report> {
  const ignored = sifting.ignored.map((file) => ({ ...file, until: file.until ?? null }));
  const report = await pipeline.assembleReport(documents, packs, ignored);
  return {
    ...report,
    ...(duplicates.length === 0 ? {} : { duplicates }),
    ...(groupBy.length === 0
      ? {}
      : { groupings: await pipeline.groupDocuments(documents, duplicates, groupBy) }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
  };
}
