// `genomlys baseline create|prune <path…>`: today's gaps, accepted. Two commands, so that taking out never adds anything.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import {
  baselineHead,
  entriesOf,
  pruneEntries,
  type Baseline,
  type BaselineEntry,
} from "../../gate/baseline.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import { scoreModel, type DocumentReport } from "../../model/report.ts";
import { packageVersion } from "../../version.ts";
import { auditWhole } from "../audit/audit-whole.ts";
import {
  baselineName,
  baselineText,
  initialBaselineFile,
  type BaselinePlace,
} from "../baseline/baseline-file.ts";
import type { BaselineOptions } from "../command-line/check-options.ts";
import { checkType, configure, inside, type Configured } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import { fileExists } from "../file-exists.ts";
import type { Io } from "../io.ts";
import { baselinePlace, openBaseline } from "../baseline/open-baseline.ts";
import type { DocumentPlace } from "../inputs/open-inputs.ts";
import { openManifest } from "../manifest/open-manifest.ts";
import type { Pipeline } from "../pipeline.ts";
import { openResultFile } from "../results/result-file.ts";

/** Accepts what there is now; answers the exit code. */
export async function runBaselineCreate(
  paths: readonly string[],
  given: BaselineOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const configured = await prepare(paths, given, io, pipeline);
  const { config, packs, lang } = configured;
  const place = baselinePlace(given.file, config, io) ?? initialPlace(io);
  if (!given.force && (await fileExists(place.file)))
    throw genomlysError("BASELINE_EXISTS", { path: place.named });
  const documents: Record<string, readonly BaselineEntry[]> = {};
  const failed = await eachAudited(
    paths,
    given,
    configured,
    place,
    io,
    pipeline,
    (document, { found, input }) => {
      documents[baselineName(inside(input, found.path), place.file)] = entriesOf(document);
    },
  );
  if (failed === null) return exitCode.wrongUse;
  await write(place, { ...baselineHead(packageVersion(), packs, scoreModel), documents });
  if (!given.quiet) {
    const lists = Object.values(documents);
    const n = lists.reduce((sum, entries) => sum + entries.length, 0);
    const values = { n, documents: lists.length, path: plainText(place.named) };
    io.stderr.write(`${message(lang, "baseline.created", values)}\n`);
  }
  return failed > 0 ? exitCode.inputFailed : exitCode.done;
}

/** Takes out what is gone; answers the exit code. */
export async function runBaselinePrune(
  paths: readonly string[],
  given: BaselineOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const configured = await prepare(paths, given, io, pipeline);
  const { config, lang } = configured;
  const place = baselinePlace(given.file, config, io) ?? initialPlace(io);
  const accepted = await openBaseline(place);
  const { baseline } = accepted;
  const left = new Map(Object.entries(baseline.documents));
  const renamed: { from: string; to: string }[] = [];
  const failed = await eachAudited(paths, given, configured, place, io, pipeline, (document, found) => {
    const own = baselineName(inside(found.input, found.found.path), place.file);
    const before = accepted.nameOf(document, found);
    const entries = left.get(before);
    if (entries === undefined) return;
    left.delete(before);
    left.set(own, pruneEntries(entries, document));
    if (before !== own) renamed.push({ from: before, to: own });
  });
  if (failed === null) return exitCode.wrongUse;
  for (const name of accepted.gone()) left.delete(name);
  const documents = Object.fromEntries(left);
  const count = (lists: Baseline["documents"]): number =>
    Object.values(lists).reduce((sum, entries) => sum + entries.length, 0);
  await write(place, { ...baseline, documents });
  if (!given.quiet) {
    for (const { from, to } of renamed)
      io.stderr.write(`${message(lang, "baseline.renamed", { from: plainText(from), to: plainText(to) })}\n`);
    const after = count(documents);
    const values = { n: count(baseline.documents) - after, left: after, path: plainText(place.named) };
    io.stderr.write(`${message(lang, "baseline.pruned", values)}\n`);
  }
  return failed > 0 ? exitCode.inputFailed : exitCode.done;
}

async function prepare(
  paths: readonly string[],
  given: BaselineOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<Configured> {
  if (paths.length === 0 && given.manifest === undefined) throw genomlysError("NO_INPUT", {});
  const configured = await configure(given, io, pipeline);
  checkType(given.type, configured.packs);
  return configured;
}

function initialPlace(io: Pick<Io, "cwd">): BaselinePlace {
  return { file: path.resolve(io.cwd(), initialBaselineFile), named: initialBaselineFile };
}

/** Audits all documents and hands over those that could be. Answers how many could not; null when there were none. */
async function eachAudited(
  paths: readonly string[],
  options: BaselineOptions,
  { config, packs, lang }: Configured,
  place: BaselinePlace,
  io: Io,
  pipeline: Pipeline,
  heed: (document: DocumentReport, found: DocumentPlace) => void,
): Promise<number | null> {
  const places = new Map<string, DocumentPlace>();
  const finish = (document: DocumentReport, found: DocumentPlace): Promise<DocumentReport> => {
    places.set(document.path, { input: found.input, found: { path: found.found.path } });
    return Promise.resolve(document);
  };
  const yardstick = { packs, config, lang, type: options.type, finish };
  const inputOptions = { ...options, lang, outputs: [place.file], allThere: true };
  const { manifest: list } = options;
  const manifest = list === undefined ? undefined : await openManifest(list, packs, io.cwd());
  // Every copy of a document has its gaps here: a check may be asked for one of them alone.
  const audit = await auditWhole(paths, inputOptions, yardstick, io, pipeline, { manifest });
  if (audit === null) return null;
  for (const document of audit.documents) {
    const found = places.get(document.path);
    if (document.status === "audited" && found !== undefined) heed(document, found);
  }
  return audit.failed;
}

async function write(place: BaselinePlace, baseline: Baseline): Promise<void> {
  const file = await openResultFile(place.file, place.named);
  try {
    await file.write(baselineText(baseline));
    await file.finish();
  } finally {
    await file.discard();
  }
}
