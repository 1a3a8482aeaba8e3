// The full working behind one document: how its verdict came about, and what stands behind the sections asked for.
import { explainSection } from "../judge/explain-section.ts";
import type { DocumentReport, SectionReport } from "../model/report.ts";
import type { DocumentWorking } from "../model/working.ts";
import { verdictConditions } from "../score/verdict.ts";
import { judgeFile, type AuditOptions, type SourceFile } from "./audit.ts";
import { reportDocument, reportUnread } from "./report-document.ts";

/**
 * Audits one file and explains it; for a file that cannot be read, its entry of the report, which says why. `choose` names
 * the sections to unfold, by id, from those that were found.
 */
export async function explainDocument(
  file: SourceFile,
  options: AuditOptions,
  choose: (sections: readonly SectionReport[]) => readonly string[],
): Promise<DocumentWorking | { readonly unread: DocumentReport }> {
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const judged = await judgeFile(file, options);
  if (judged.kind === "unread") return { unread: reportUnread(source, judged, options.lang) };
  const { judgement, index } = judged;
  const document = reportDocument(source, judgement, index, options.lang);
  const evidence = judgement.sections.flatMap((section) =>
    section.evidence.map(({ level, chain }) => ({ level, chain, framing: section.framing })),
  );
  const facts = { readShare: document.reading.share, coverage: document.coverage, evidence };
  const thresholds = index.thresholds.verdict;
  const expected = document.sections.filter(({ expected: is, status }) => is && status !== "unread");
  const words = (sections: readonly SectionReport[]): number =>
    sections.reduce((sum, section) => sum + Math.max(1, section.words), 0);
  const chosen = new Set(choose(document.sections));
  return {
    document,
    conditions: verdictConditions(facts, thresholds),
    thresholds,
    words: {
      expected: words(expected),
      covered: words(expected.filter(({ status }) => status === "present")),
      review: words(expected.filter(({ status }) => status === "review")),
    },
    sections: new Map(
      judgement.sections
        .filter(({ section }) => chosen.has(section.id))
        .map((section) => [section.section.id, explainSection(index, judgement, section)]),
    ),
  };
}
