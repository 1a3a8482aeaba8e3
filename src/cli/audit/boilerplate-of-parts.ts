// Boilerplate across the parts of an archive. It is known when their lines are put together, as it is in one run when the
// last document is done; and as there, the documents that hold it are read a second time and judged with it in mind.
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { conditionsOf, openAuditCache } from "../../cache/audit-cache.ts";
import { cachedReading } from "../../cache/cached-reading.ts";
import { shortKeyOf } from "../../cache/key.ts";
import { suppress } from "../../gate/suppress.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import { isSameReading } from "../../pipeline/same-reading.ts";
import type { SentenceRecord, StandardText } from "../../pipeline/standard-text.ts";
import type { ReadLimits, Reading } from "../../read/reader.ts";
import { withDocuments, type MergedReport } from "../../report/merge-reports.ts";
import type { ReadingOptions } from "../command-line/read-options.ts";
import { dayOf, inside, suppressionsOf, type Configured } from "../configured.ts";
import type { Input } from "../inputs/input.ts";
import { fileOf } from "../inputs/file-of.ts";
import { openCache } from "../inputs/open-cache.ts";
import { batchOf, readDocuments } from "../inputs/read-input.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { tellFault } from "./document-failure.ts";
import { aheadFor, inOrder } from "./in-order.ts";
import { judgingOf, recordOf, type Judging } from "./judged-again.ts";

/** What came of it. */
export interface MarkedBoilerplate {
  readonly merged: MergedReport;
  /** Sentences that are boilerplate, and how many documents hold one. */
  readonly sentences: number;
  readonly documents: number;
  /** Paths of those among them that could not be judged again here: they keep their levels. */
  readonly left: readonly string[];
}

/** What it takes to read them again: where they may be kept, and what opens those that are locked. */
export interface Access {
  readonly cache: ReadingOptions["cache"];
  readonly passwords: readonly string[];
}

/** A document that is to be judged again. */
interface Concerned {
  readonly document: DocumentReport;
  readonly judging: Judging;
}

/** A file with such documents, by their paths. */
interface ConcernedFile {
  readonly input: Extract<Input, { kind: "file" }>;
  readonly concerned: Map<string, Concerned>;
}

/** Such a document, read anew. */
interface ReadAgain extends Concerned {
  readonly input: Input;
  readonly bytes: Uint8Array;
}

/**
 * Finds the boilerplate in documents that came from JSON lines and judges those that hold it again, from their files. Such a
 * file must be there, under its path from the working directory, with the same content, and the rules and the
 * configuration must be those of the run; where that is not so, the document is left as it is.
 */
export async function markBoilerplate(
  merged: MergedReport,
  configured: Configured,
  access: Access,
  io: Io,
  pipeline: Pipeline,
): Promise<MarkedBoilerplate> {
  const { standardTextFinder } = await import("../../pipeline/standard-text.ts");
  const finder = standardTextFinder();
  for (const [document, { again }] of merged.facts) finder.add(recordOf(document, again));
  const standardText = finder.find();
  const found = { sentences: standardText.sentences, documents: standardText.documents.size };
  if (found.sentences === 0) return { merged, ...found, left: [] };

  const holders = [...merged.facts.keys()].filter((_, position) => standardText.documents.has(position));
  const files = await filesOf(holders, merged, configured.packs, access.passwords, io);
  const again = await judgeFiles(files, standardText, configured, access, io, pipeline);
  return {
    merged: { ...merged, report: withDocuments(merged.report, again) },
    ...found,
    left: holders.flatMap((document) => (again.has(document) ? [] : [document.path])),
  };
}

/** The files of those documents that were judged under conditions that hold here too, and are still there. */
async function filesOf(
  holders: readonly DocumentReport[],
  { facts }: MergedReport,
  packs: readonly RulePack[],
  passwords: readonly string[],
  io: Io,
): Promise<ConcernedFile[]> {
  const files = new Map<string, ConcernedFile>();
  for (const document of holders) {
    const { again, conditions } = facts.get(document) ?? {};
    // What was held against bars cannot be held against them here.
    if (again === undefined || document.check !== undefined) continue;
    const unlocked = judgingOf(again);
    const judging = { ...unlocked, read: { ...unlocked.read, passwords } };
    if (conditions !== shortKeyOf(conditionsOf({ packs, ...judging }))) continue;
    const named = await fileOf(document.path, io);
    if (named === null) continue;
    const file = path.resolve(io.cwd(), named);
    const own = files.get(file) ?? {
      input: { kind: "file", path: named, file, size: (await stat(file)).size },
      concerned: new Map<string, Concerned>(),
    };
    // Of a file that changed between two parts there are two documents; the later one stands a chance.
    files.set(file, { ...own, concerned: own.concerned.set(document.path, { document, judging }) });
  }
  return [...files.values()];
}

/** The documents that could be judged again, as they were → as they are with the boilerplate known. */
async function judgeFiles(
  files: readonly ConcernedFile[],
  standardText: StandardText,
  { packs, config, lang }: Configured,
  { cache, passwords }: Access,
  io: Io,
  pipeline: Pipeline,
): Promise<ReadonlyMap<DocumentReport, DocumentReport>> {
  const store = openCache(cache, io);
  const kept = store === null ? null : openAuditCache<SentenceRecord | null>(store);
  const reading = await openReading(files, store, passwords.length, pipeline);
  const today = dayOf(new Date());
  const result = new Map<DocumentReport, DocumentReport>();
  const judge = async ({ document: before, judging, input, bytes }: ReadAgain): Promise<void> => {
    const hash = sha256(bytes);
    if (hash !== before.sha256) return;
    const { path: at } = before;
    const known = { sha256: hash, path: at, packs, ...judging, standardText: standardText.key };
    const cached = (await kept?.find(known))?.report;
    const options = { packs, ...judging, sha256: () => hash, readWith: reading.read, standardText };
    const judged = cached ?? (await pipeline.auditFile({ path: at, bytes }, options));
    if (cached === undefined) await kept?.keep(known, { report: judged, beside: null });
    // A locked document does not open without its password, and a thread can come to grief.
    if (!isSameReading(before, judged)) return;
    const suppressed = suppress(judged, suppressionsOf(inside(input, at), config), today);
    result.set(before, { ...suppressed, ...factsOf(before) });
  };
  try {
    const work = (found: ReadAgain): Promise<unknown> =>
      judge(found).catch((thrown: unknown) => tellFault(thrown, found.document.path, lang, io));
    for await (const _done of inOrder(documentsIn(files, io), aheadFor(availableParallelism()), work));
  } finally {
    await reading.close();
  }
  return result;
}

/** The reading with the widest limits that one of the documents was read with. */
async function openReading(
  files: readonly ConcernedFile[],
  store: ReturnType<typeof openCache>,
  passwords: number,
  pipeline: Pick<Pipeline, "openReading">,
): Promise<Reading> {
  const reads = files.flatMap(({ concerned }) => [...concerned.values()].map(({ judging }) => judging.read));
  const inputs = files.map(({ input }) => input);
  const jobs = Math.max(1, Math.min(availableParallelism(), files.length));
  const batch = { ...batchOf(inputs, jobs), ocr: reads.some(({ ocr }) => ocr), passwords };
  const { defaultLimits } = await import("../../read/reader.ts");
  const limits = reads.reduce<ReadLimits>(
    (most, { limits: own }) => (own.memoryMb > most.memoryMb ? own : most),
    reads[0]?.limits ?? defaultLimits,
  );
  const open = (): Promise<Reading> => pipeline.openReading(batch, limits);
  return store === null ? open() : cachedReading(store, sha256, open);
}

async function* documentsIn(
  files: readonly ConcernedFile[],
  io: Io,
): AsyncGenerator<ReadAgain, void, undefined> {
  for (const { input, concerned } of files) {
    const [first] = concerned.values();
    if (first === undefined) continue;
    for await (const document of readDocuments(input, io, first.judging.read, () => undefined)) {
      const own = concerned.get(document.path);
      if (own !== undefined && "bytes" in document) yield { ...own, input, bytes: document.bytes };
    }
  }
}

/** What the list of the archive said of the document. */
function factsOf({ organisation, year, columns }: DocumentReport): Partial<DocumentReport> {
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(year === undefined ? {} : { year }),
    ...(columns === undefined ? {} : { columns }),
  };
}
