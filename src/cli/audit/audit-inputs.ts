// Audits every document of a run, in the order of the inputs whichever is done first. Few at a time: memory stays flat.
import { conditionsOf, openAuditCache, type AuditCache } from "../../cache/audit-cache.ts";
import { isRepeatable, shortKeyOf } from "../../cache/key.ts";
import type { Config } from "../../config/config.ts";
import { suppress } from "../../gate/suppress.ts";
import type { Language } from "../../messages/message.ts";
import { duplicateFinder } from "../../model/duplicates.ts";
import type { DocumentReport, DuplicateReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { isSameReading } from "../../pipeline/same-reading.ts";
import type { SentenceRecord, StandardText } from "../../pipeline/standard-text.ts";
import { splitLine, type LineFacts } from "../../report/json.ts";
import { inside, suppressionsOf, typeOf } from "../configured.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { Input } from "../inputs/input.ts";
import { tellFault } from "./document-failure.ts";
import { judgeAgain, type Range } from "./judge-again.ts";
import { againOf, recordOf } from "./judged-again.ts";
import type { EarlierResults } from "../results/earlier-results.ts";
import { aheadFor, inOrder, untilAborted } from "./in-order.ts";
import type { Io } from "../io.ts";
import type { Manifest } from "../manifest/open-manifest.ts";
import type { DocumentPlace, FoundDocument, OpenInputs } from "../inputs/open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";
import type { InputDocument } from "../inputs/read-input.ts";

/** What documents are judged by. */
export interface Yardstick {
  readonly packs: readonly RulePack[];
  readonly config: Config | null;
  readonly lang: Language;
  /** A type's id, or "auto". */
  readonly type: string;
  /** The list of the archive: what is known of each document. */
  readonly manifest?: Pick<Manifest, "typeOf" | "factsOf" | "describe"> | undefined;
  /** Adds to the result of a document what the command knows of it. Asked again when a document is judged again. */
  readonly finish?:
    | ((
        document: DocumentReport,
        place: DocumentPlace,
        standardText: StandardText | undefined,
      ) => Promise<DocumentReport>)
    | undefined;
}

export interface AuditRun {
  /** How many documents there were, those that could not be audited among them. */
  readonly count: number;
  readonly failed: number;
  /** All of them when they were to be kept; otherwise []. */
  readonly documents: readonly DocumentReport[];
  /** Files with the content of an earlier one; all of them when the results were to be kept. */
  readonly duplicates: readonly DuplicateReport[];
  readonly standardText: StandardText;
  /** Paths of documents that hold boilerplate and could not be judged again with it in mind, where results were kept. */
  readonly notMarked: readonly string[];
  /** False when `heed` wanted no more, or the run was aborted. */
  readonly whole: boolean;
}

/** How a run goes about its documents. */
export interface RunOptions {
  /** How many are read at a time. */
  readonly jobs: number;
  /** Are the results kept, and boilerplate across the documents heeded in them? */
  readonly keep: boolean;
  /** What an earlier run found; left out where the results are kept, for it does not know the boilerplate. */
  readonly earlier?: Pick<EarlierResults, "find"> | undefined;
  /**
   * Is told of a file with the content of an earlier one, in its turn: such a file is not audited again. Left out, every
   * file is audited.
   */
  readonly onDuplicate?: ((duplicate: DuplicateReport, position: number) => Promise<void>) | undefined;
  /** Are the results written as lines? They may meet those of other runs, so a lone document is no lone one then. */
  readonly asLines?: boolean;
  /** Ends the run after the last result that is done. */
  readonly signal?: AbortSignal | undefined;
}

/** A result with what a list of results says of it. */
export interface Audited {
  readonly document: DocumentReport;
  /** What it was judged under; {} when it could not even be opened. */
  readonly facts: LineFacts;
  /** Place of its input among all inputs, from 1. */
  readonly position: number;
}

/**
 * Audits all documents of `inputs`, `jobs` at a time. `heed` is handed each result in the order of the inputs and answers
 * whether to go on. Without `keep`, memory does not grow with the number of documents.
 */
export async function auditInputs(
  inputs: OpenInputs,
  yardstick: Yardstick,
  { jobs, keep, earlier, signal, onDuplicate, asLines = false }: RunOptions,
  io: Io,
  pipeline: Pipeline,
  heed: (audited: Audited) => Promise<boolean>,
): Promise<AuditRun> {
  const { standardTextFinder } = await import("../../pipeline/standard-text.ts");
  const finder = standardTextFinder();
  const cache = inputs.store === null ? null : openAuditCache<Beside>(inputs.store);
  const run: Run = { inputs, yardstick, cache, earlier: keep ? undefined : earlier, io, pipeline };
  // A file that repeats another keeps its place: an archive that is read again brings it again.
  const slots: (DocumentReport | null)[] = [];
  const duplicates: DuplicateReport[] = [];
  const ranges: Range[] = [];
  const contents = duplicateFinder();
  let count = 0;
  let failed = 0;
  const soFar = (standardText = finder.find()) => ({
    count,
    failed,
    documents: slots.filter((document) => document !== null),
    duplicates,
    standardText,
    notMarked: [] as readonly string[],
  });
  const auditOne = async ({ found, input, position }: FoundDocument): Promise<Outcome> => {
    const hash = "bytes" in found ? sha256(found.bytes) : "";
    // Before anything is waited for: which is the first does not depend on which is done first.
    const first = onDuplicate === undefined ? undefined : contents.find(hash);
    if (first !== undefined) {
      const facts = await yardstick.manifest?.factsOf(inside(input, found.path));
      const duplicate = { path: found.path, sha256: hash, duplicateOf: first, ...facts };
      return { duplicate, input, position };
    }
    contents.note(found.path, hash);
    // A lone document shares nothing with others.
    const isLone = !asLines && inputs.count === 1 && found.path === input.path;
    return { ...(await auditDocument(found, hash, input, run, { isLone })), input, position };
  };
  const all = inOrder(inputs.documents(), aheadFor(jobs), auditOne);
  for await (const audited of signal === undefined ? all : untilAborted(all, signal)) {
    const { input, position } = audited;
    const range = ranges.at(-1);
    if (range?.input === input) range.end++;
    else if (keep) ranges.push({ input, first: count, end: count + 1 });
    count++;
    if ("duplicate" in audited) {
      finder.add(null);
      if (keep) slots.push(null);
      if (keep) duplicates.push(audited.duplicate);
      await onDuplicate?.(audited.duplicate, position);
      continue;
    }
    const { document, record } = audited;
    finder.add(record);
    if (document.status !== "audited") failed++;
    if (keep) slots.push(document);
    if (!(await heed(audited))) return { ...soFar(), whole: false };
  }
  const isAborted = (): boolean => signal?.aborted === true;
  if (isAborted()) return { ...soFar(), whole: false };
  const standardText = finder.find();
  if (!keep) return { ...soFar(standardText), whole: true };
  const audit = (found: InputDocument, input: Input, before: DocumentReport) =>
    auditAgain(found, input, run, before, standardText);
  const notMarked = await judgeAgain(slots, ranges, inputs, standardText, { jobs, signal, audit });
  return { ...soFar(standardText), notMarked, whole: !isAborted() };
}

/** What became of a file: a result, or the word that an earlier one has the same content. */
type Outcome = { readonly input: Input; readonly position: number } & (
  Judged | { readonly duplicate: DuplicateReport }
);

/** What is kept of an audit beside its report; no record when the document could not be judged. */
type Beside = SentenceRecord | null;

interface Run {
  readonly inputs: OpenInputs;
  readonly yardstick: Yardstick;
  readonly cache: AuditCache<Beside> | null;
  readonly earlier: Pick<EarlierResults, "find"> | undefined;
  readonly io: Io;
  readonly pipeline: Pipeline;
}

type Judged = Omit<Audited, "position"> & { readonly record: SentenceRecord | null };

/** How a document is looked at: alone, or as one of many whose boilerplate is known or yet to be found. */
interface Among {
  readonly isLone: boolean;
  readonly standardText?: StandardText;
}

/**
 * One document → its entry in the report, with what the configuration and the command say of it. That is never kept between
 * runs: it may be another tomorrow.
 */
async function auditDocument(
  found: InputDocument,
  hash: string,
  input: Input,
  run: Run,
  among: Among,
): Promise<Judged> {
  const judged = await judgeDocument(found, hash, input, run, among);
  return { ...judged, document: await describe(judged.document, found, input, run, among.standardText) };
}

/** The same once more, with the boilerplate known; null when it does not come out as a whole judgement of the same text. */
async function auditAgain(
  found: InputDocument,
  input: Input,
  run: Run,
  before: DocumentReport,
  standardText: StandardText,
): Promise<DocumentReport | null> {
  const { document } = await judgeDocument(found, before.sha256, input, run, { isLone: true, standardText });
  // The command may count what it is told: it is told nothing that does not stand.
  return isSameReading(before, document) ? describe(document, found, input, run, standardText) : null;
}

/** A judged document with what the configuration, the list of the archive and the command say of it. */
async function describe(
  judged: DocumentReport,
  found: InputDocument,
  input: Input,
  { inputs, yardstick: { config, manifest, finish } }: Run,
  standardText: StandardText | undefined,
): Promise<DocumentReport> {
  const place = inside(input, found.path);
  const suppressed = suppress(judged, suppressionsOf(place, config), inputs.today);
  const document = manifest === undefined ? suppressed : await manifest.describe(suppressed, place);
  return finish === undefined ? document : finish(document, { found, input }, standardText);
}

/** With what is needed to find boilerplate unless the document is alone. Whatever happens here costs this document only. */
async function judgeDocument(
  found: InputDocument,
  hash: string,
  input: Input,
  { inputs: { read, readWith }, yardstick, cache, earlier, io, pipeline }: Run,
  { isLone, standardText }: Among,
): Promise<Judged> {
  const { packs, config, lang, type, manifest } = yardstick;
  const unread = { facts: {}, record: null };
  if (!("bytes" in found)) return { document: await pipeline.reportUnread(found, lang), ...unread };
  try {
    const place = inside(input, found.path);
    // What is said on the command line outdoes the list, and the list the configuration.
    const listed = type === "auto" ? await manifest?.typeOf(place) : undefined;
    const judging = { packs, ...typeOf(place, { type }, config), ...listed, lang, read };
    const known = { sha256: hash, path: found.path, ...judging, standardText: standardText?.key ?? "" };
    const conditions = shortKeyOf(conditionsOf(known));
    const judged = (document: DocumentReport, seen: SentenceRecord | null): Judged => {
      const again = seen === null || seen.sentences.length === 0 ? {} : { again: againOf(judging, seen) };
      return { document, facts: { conditions, ...again }, record: seen };
    };
    const line = await earlier?.find(found.path, hash, conditions);
    // What ran out of time or memory may fare better now.
    if (line !== undefined && isRepeatable(line.notices)) {
      const { document, facts } = splitLine(line);
      return judged(document, recordOf(document, facts.again));
    }
    const before = await cache?.find(known);
    if (before !== undefined) return judged(before.report, before.beside);
    let record: SentenceRecord | null = null;
    const keepRecord = (seen: SentenceRecord): void => {
      record = seen;
    };
    const document = await pipeline.auditFile(found, {
      ...judging,
      sha256: () => hash,
      readWith,
      standardText,
      record: isLone ? undefined : keepRecord,
    });
    // Judged again, it needs no record: that is kept with the first judgement.
    await cache?.keep(known, { report: document, beside: record });
    return judged(document, record);
  } catch (thrown) {
    return {
      document: await pipeline.reportUnread(tellFault(thrown, found.path, lang, io), lang),
      ...unread,
    };
  }
}
