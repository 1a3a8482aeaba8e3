// The full working behind one document: how its verdict came about, and what stands behind the sections asked for.
import { explainSection } from "../judge/explain-section.ts";
import type { DocumentReport, SectionReport } from "../model/report.ts";
import type { DocumentWorking, PackWorking } from "../model/working.ts";
import { verdictConditions } from "../score/verdict.ts";
import {
  judgeFile,
  reportJudged,
  type AuditOptions,
  type OuterSuppressions,
  type SourceFile,
} from "./audit.ts";
import { reportSections, reportUnread } from "./report-document.ts";

/**
 * Audits one file and explains it; for a file that cannot be read, its entry of the report, which says why. `choose` names
 * the sections to unfold, by id, from those that were found.
 */
export async function explainDocument(
  file: SourceFile,
  options: AuditOptions & { readonly suppressions?: OuterSuppressions },
  choose: (sections: readonly SectionReport[]) => readonly string[],
): Promise<DocumentWorking | { readonly unread: DocumentReport }> {
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const judged = await judgeFile(file, options);
  if (judged.kind === "unread") return { unread: reportUnread(source, judged, options.lang) };
  const { judgement, index } = judged;
  const document = reportJudged(source, judged, options.lang, options.suppressions);
  const chosen = new Set(choose(document.sections));
  const packs = [judgement, ...judgement.beside].map((own, position): PackWorking => {
    const beside = position === 0 ? document : document.beside?.[position - 1];
    const { coverage, verdict } = beside ?? document;
    const thresholds = (index.ofPack[position] ?? index).thresholds.verdict;
    const evidence = own.sections.flatMap((section) =>
      section.evidence.map(({ level, chain }) => ({ level, chain, framing: section.framing })),
    );
    const facts = { readShare: document.reading.share, coverage, evidence };
    const sections = reportSections(judgement.document, own.sections);
    const expected = sections.filter(({ expected: is, status }) => is && status !== "unread");
    return {
      pack: index.packs[position]?.id ?? "",
      coverage,
      verdict,
      judged: sections,
      conditions: verdictConditions(facts, thresholds),
      thresholds,
      words: {
        expected: wordsIn(expected),
        covered: wordsIn(expected.filter(({ status }) => status === "present")),
        review: wordsIn(expected.filter(({ status }) => status === "review")),
      },
      sections: new Map(
        own.sections
          .filter(({ section }) => chosen.has(section.id))
          .map((section) => [section.section.id, explainSection(index, judgement, section, position)]),
      ),
    };
  });
  return { document, packs };
}

/** As coverage weighs them: a section without words of its own still counts as one. */
function wordsIn(sections: readonly SectionReport[]): number {
  return sections.reduce((sum, section) => sum + Math.max(1, section.words), 0);
}
