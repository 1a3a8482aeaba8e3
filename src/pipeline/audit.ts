// The whole audit of one file. This page reads like the architecture: read → judge → score → report.
import { suppress, type Suppression } from "../gate/suppress.ts";
import { indexRules, restorePacks, type RuleIndex, type SavedPacks } from "../match/rule-index.ts";
import { judgeDocument } from "../judge/judge-document.ts";
import type { Judgement } from "../judge/judgement.ts";
import type { Document, Notice, Unread } from "../model/document.ts";
import type { RulePack } from "../model/rule.ts";
import type { DocumentReport } from "../model/report.ts";
import { readDocument } from "../read/read-document.ts";
import type { Reading, ReadOptions } from "../read/reader.ts";
import { OutOfTime, withinTime } from "../read/within-time.ts";
import { builtinPackId, readCompiledTerms } from "../rules/compiled-pack.ts";
import { reportDocument, reportUnread } from "./report-document.ts";
import {
  recordSentences,
  sentenceFingerprint,
  type SentenceRecord,
  type StandardText,
} from "./standard-text.ts";

export interface SourceFile {
  /** As the user gave it; shown in reports. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface AuditOptions {
  readonly packs: readonly RulePack[];
  /** Document type id, or "auto". */
  readonly type: string;
  /** Who gave the type, when it was not the option --type. */
  readonly typeFrom?: string | undefined;
  readonly lang: "sv" | "en";
  readonly read: ReadOptions;
  /** Reads in a thread of its own, for instance; left out, the file is read at once (see open-reading.ts). */
  readonly readWith?: Reading["read"] | undefined;
  /** Hexadecimal SHA-256 of bytes. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** Sentences that stand in many documents of the run, when that is known (standard-text.ts). */
  readonly standardText?: Pick<StandardText, "has"> | undefined;
  /** Is told what has to be known of the document to find such sentences. */
  readonly record?: ((record: SentenceRecord) => void) | undefined;
}

/** Distinct words after which the index, with what it has learnt about them, is made anew: memory stays flat. */
const mostWords = 400_000;
const indexes = new WeakMap<readonly RulePack[], RuleIndex>();

/** A file that was read and judged, with what it was judged by: for those who ask how a judgement came about. */
export interface JudgedFile {
  readonly kind: "judged";
  readonly judgement: Judgement;
  readonly index: RuleIndex;
}

/** Reads and judges one file. Bad input is an `Unread` with its reason, never an exception. */
export async function judgeFile(file: SourceFile, options: AuditOptions): Promise<JudgedFile | Unread> {
  const reading = (options.readWith ?? readDocument)(file.bytes, file.path, options.read);
  // The index is made while the reader waits for its engine.
  indexFor(options.packs);
  const result = await reading;
  if (result.kind === "unread") return result;
  // Asked for again: a document that was read meanwhile may have worn out the index.
  const index = indexFor(options.packs);
  const { documentMs } = options.read.limits;
  try {
    const judgement = withinTime(documentMs, () =>
      judgeDocument(index, result, {
        type: options.type,
        typeFrom: options.typeFrom,
        path: file.path,
        isStandard: isStandardIn(options.standardText),
      }),
    );
    return { kind: "judged", judgement, index };
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error;
    // What the index had learnt about the words may be half written.
    indexes.delete(options.packs);
    return notJudged(result, documentMs);
  }
}

/** A document that was read and took too long to judge. */
function notJudged({ format, pages, notices }: Document, documentMs: number): Unread {
  const stopped: Notice = { code: "JUDGING_TIMED_OUT", params: { seconds: Math.ceil(documentMs / 1000) } };
  return { kind: "unread", format, status: "unreadable", pages, notices: [...notices, stopped] };
}

/** Audits one file. Bad input is a report that says so, never an exception. */
export async function auditFile(file: SourceFile, options: AuditOptions): Promise<DocumentReport> {
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const judged = await judgeFile(file, options);
  if (judged.kind === "unread") return reportUnread(source, judged, options.lang);
  options.record?.(recordSentences(judged.judgement, source.sha256));
  // What the document says of itself; on which day it is read, the caller knows.
  return reportJudged(source, judged, options.lang);
}

/** Suppressions that come from outside of the document, and the day ("2027-01-31") on which they are tried. */
export interface OuterSuppressions {
  readonly external: readonly Suppression[];
  readonly today: string | undefined;
}

/** The report of a judged file, with what its own comments and the suppressions from outside take out of the count. */
export function reportJudged(
  source: { readonly path: string; readonly sha256: string },
  judged: JudgedFile,
  lang: AuditOptions["lang"],
  { external, today }: OuterSuppressions = { external: [], today: undefined },
): DocumentReport {
  const report = reportDocument(source, judged.judgement, judged.index, lang);
  return suppress(report, external, today);
}

function isStandardIn(
  known: AuditOptions["standardText"],
): ((type: string, sentence: string) => boolean) | undefined {
  if (known === undefined) return undefined;
  return (type, sentence) => {
    const fingerprint = sentenceFingerprint(sentence);
    return fingerprint !== null && known.has(type, fingerprint);
  };
}

/** The index of the packs, made once until it has met too many words. */
function indexFor(packs: readonly RulePack[]): RuleIndex {
  const known = indexes.get(packs);
  if (known !== undefined && known.vocabulary.size() < mostWords) return known;
  const made = makeIndex(packs);
  indexes.set(packs, made);
  return made;
}

function makeIndex(packs: readonly RulePack[]): RuleIndex {
  const only = packs.length === 1 ? packs[0] : undefined;
  const saved = only?.id === builtinPackId ? readCompiledTerms(only.sha256) : undefined;
  const compiled = saved === undefined ? undefined : restorePacks(saved as SavedPacks);
  return indexRules(packs, compiled);
}
