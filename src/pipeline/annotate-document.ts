// One file → its entry of the report, with what is to be written into a copy of it.
import type { Annotations } from "../model/annotation.ts";
import type { DocumentReport } from "../model/report.ts";
import { annotationsOf } from "./annotations.ts";
import {
  judgeFile,
  reportJudged,
  type AuditOptions,
  type OuterSuppressions,
  type SourceFile,
} from "./audit.ts";
import { reportUnread } from "./report-document.ts";

export interface AnnotatedDocument {
  readonly report: DocumentReport;
  /** null for a file that could not be read, or of which too little was read: what is missing in it is not known. */
  readonly annotations: Annotations | null;
}

/** Audits one file and says what belongs in its margin. Bad input is a report that says so, never an exception. */
export async function annotateDocument(
  file: SourceFile,
  options: AuditOptions & { readonly suppressions?: OuterSuppressions },
): Promise<AnnotatedDocument> {
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const judged = await judgeFile(file, options);
  if (judged.kind === "unread")
    return { report: reportUnread(source, judged, options.lang), annotations: null };
  const { judgement, index } = judged;
  const report = reportJudged(source, judged, options.lang, options.suppressions);
  const enough = report.reading.share >= index.thresholds.verdict.readShareAtLeast;
  return { report, annotations: enough ? annotationsOf(judgement, report, index) : null };
}
