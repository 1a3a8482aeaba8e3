// What the commands need from the rest of the program, each part loaded when it is first called.
import type { Config } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import type { NoticeCode } from "../model/document.ts";
import type {
  DocumentReport,
  DuplicateReport,
  GroupingReport,
  IgnoredReport,
  Report,
} from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";
import type { AuditOptions, SourceFile } from "../pipeline/audit.ts";
import type { Batch } from "../pipeline/open-reading.ts";
import type { PackTestResult } from "../pipeline/test-packs.ts";
import type { Reading, ReadLimits } from "../read/reader.ts";

/** An input that was never read: why, and what fills the text about it. */
export interface UnreadInput {
  readonly path: string;
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Tests hand in their own; a command never imports the pipeline itself. */
export interface Pipeline {
  /** The configuration in force: the file that is named, or the nearest one upwards from `cwd`; null when there is none. */
  readConfig(cwd: string, named: string | undefined): Promise<Config | null>;
  /** Folders of rule packs → packs; [] is the built-in pack. Throws GenomlysError for a broken rule. */
  loadPacks(folders: readonly string[]): Promise<RulePack[]>;
  /** Starts what reading these paths will need while the rules are loaded. Never fails: the reader meets the error itself. */
  startEngine(paths: readonly string[]): void;
  /** Is there what `--ocr` needs? */
  hasRecognition(): Promise<boolean>;
  /** How the documents of a run are read; to be closed after the last. */
  openReading(batch: Batch, limits: ReadLimits): Promise<Reading>;
  auditFile(file: SourceFile, options: AuditOptions): Promise<DocumentReport>;
  /** The entry of an input whose content was never looked at: it is named with its reason, never dropped. */
  reportUnread(input: UnreadInput, lang: "sv" | "en"): Promise<DocumentReport>;
  assembleReport(
    documents: readonly DocumentReport[],
    packs: readonly RulePack[],
    ignored?: readonly IgnoredReport[],
  ): Promise<Report>;
  groupDocuments(
    documents: readonly DocumentReport[],
    duplicates: readonly DuplicateReport[],
    by: readonly string[],
  ): Promise<GroupingReport[]>;
  testPacks(packs: readonly RulePack[]): Promise<PackTestResult>;
}

export const pipeline: Pipeline = {
  readConfig: async (cwd, named) => {
    const file = findConfig(cwd, named);
    return file === null ? null : (await import("../config/read-config.ts")).readConfig(file, cwd);
  },
  loadPacks: async (folders) => (await import("../rules/load-packs.ts")).loadPacks(folders),
  startEngine: (paths) => {
    // A lone PDF is read in this thread; several documents have an engine in a thread of their own.
    if (paths.length !== 1 || !/\.pdf$/i.test(paths[0] ?? "")) return;
    void import("../pipeline/open-reading.ts")
      .then(({ startPdfEngine }) => startPdfEngine())
      .catch(() => undefined);
  },
  hasRecognition: async () => (await import("../pipeline/open-reading.ts")).hasRecognition(),
  openReading: async (batch, limits) =>
    (await import("../pipeline/open-reading.ts")).openReading(batch, limits),
  auditFile: async (file, options) => (await import("../pipeline/audit.ts")).auditFile(file, options),
  reportUnread: async ({ path, code, params }, lang) => {
    const { reportUnread } = await import("../pipeline/report-document.ts");
    const notices = [{ code, params }];
    return reportUnread(
      { path, sha256: "" },
      { kind: "unread", format: null, status: "unreadable", pages: null, notices },
      lang,
    );
  },
  assembleReport: async (documents, packs, ignored) =>
    (await import("../pipeline/assemble-report.ts")).assembleReport(documents, packs, ignored),
  groupDocuments: async (documents, duplicates, by) =>
    (await import("../pipeline/group-documents.ts")).groupDocuments(documents, duplicates, by),
  testPacks: async (packs) => (await import("../pipeline/test-packs.ts")).testPacks(packs),
};
