// The audit of several documents that are at hand, for programs that use the library.
import { duplicateFinder } from "../model/duplicates.ts";
import type { DocumentReport, DuplicateReport, Report } from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";
import { defaultReadOptions, type ReadOptions } from "../read/reader.ts";
import { loadPacks } from "../rules/load-packs.ts";
import { assembleReport } from "./assemble-report.ts";
import { auditFile, type AuditOptions, type SourceFile } from "./audit.ts";
import { sha256 } from "./content-hash.ts";
import { openReading } from "./open-reading.ts";
import { isSameReading } from "./same-reading.ts";
import { standardTextFinder } from "./standard-text.ts";

export interface AuditRequest {
  /** Rule packs from `loadPacks`; the built-in one when left out. */
  readonly packs?: readonly RulePack[];
  /** Document type id, or "auto", as when it is left out. */
  readonly type?: string;
  /** Language of messages and questions; "sv" when left out. */
  readonly lang?: "sv" | "en";
  /** What differs from `defaultReadOptions`. */
  readonly read?: Partial<ReadOptions>;
  /** Ends the audit: threads are stopped and the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is handed each document as it is done, in the order of the files, before boilerplate across them is known. */
  readonly onDocument?: (document: DocumentReport) => void;
}

/**
 * Audits documents and answers the report that `genomlys --format json` prints for them. A document that cannot be read
 * stands in the report with its reason and is never an exception; archives are not unpacked. Documents are read in threads
 * of their own where they are many or large. Nothing is printed, nothing is kept between calls but compiled rules.
 */
export async function audit(files: Iterable<SourceFile>, request: AuditRequest = {}): Promise<Report> {
  const { signal, type = "auto", lang = "sv", onDocument } = request;
  signal?.throwIfAborted();
  const sources = [...files];
  const packs = request.packs ?? (await loadPacks([]));
  const read = { ...defaultReadOptions, ...request.read };
  const batch = {
    documents: sources.length,
    largest: Math.max(0, ...sources.map(({ bytes }) => bytes.length)),
    jobs: 1,
    ocr: read.ocr,
    passwords: read.passwords.length,
  };
  const reading = await openReading(batch, read.limits);
  try {
    const options: AuditOptions = { packs, type, lang, read, readWith: reading.read, sha256 };
    return await untilAborted(auditAll(sources, options, signal, onDocument), signal);
  } finally {
    await reading.close();
  }
}

async function auditAll(
  sources: readonly SourceFile[],
  options: AuditOptions,
  signal: AbortSignal | undefined,
  onDocument: AuditRequest["onDocument"],
): Promise<Report> {
  const finder = standardTextFinder();
  const documents: DocumentReport[] = [];
  const contents = duplicateFinder();
  const duplicates: DuplicateReport[] = [];
  const audited: SourceFile[] = [];
  for (const source of sources) {
    signal?.throwIfAborted();
    const hash = sha256(source.bytes);
    const first = contents.find(hash);
    if (first !== undefined) {
      duplicates.push({ path: source.path, sha256: hash, duplicateOf: first });
      continue;
    }
    contents.note(source.path, hash);
    audited.push(source);
    let record: Parameters<typeof finder.add>[0] = null;
    const document = await auditFile(source, {
      ...options,
      // A lone document shares nothing with others.
      record: sources.length === 1 ? undefined : (seen) => (record = seen),
    });
    finder.add(record);
    documents.push(document);
    onDocument?.(document);
  }
  const standardText = finder.find();
  for (const [index, source] of audited.entries()) {
    if (!standardText.documents.has(index)) continue;
    signal?.throwIfAborted();
    const again = await auditFile(source, { ...options, standardText });
    const before = documents[index];
    if (before !== undefined && isSameReading(before, again)) documents[index] = again;
  }
  const report = assembleReport(documents, options.packs);
  return duplicates.length === 0 ? report : { ...report, duplicates };
}

/** The work, or the signal's reason as soon as it is given. What is still under way ends with its thread. */
async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  // Whoever waits is told of the signal; that the work fails afterwards is no news.
  work.catch(() => undefined);
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}
