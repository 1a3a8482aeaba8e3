// What a change of rules does to documents: the same text judged with the old rules and the new, section by section.
import { explainSection } from "../judge/explain-section.ts";
import type { FoundWords, SectionWorking } from "../model/evaluation.ts";
import type { DocumentReport, Level, SectionReport, SectionStatus } from "../model/report.ts";
import { judgeFile, type AuditOptions, type JudgedFile, type SourceFile } from "../pipeline/audit.ts";
import { reportDocument } from "../pipeline/report-document.ts";

export interface SectionChange {
  /** As the old rules judged it. */
  readonly section: SectionReport;
  readonly before: { readonly level: Level; readonly status: SectionStatus };
  readonly after: { readonly level: Level; readonly status: SectionStatus };
  /** What only the old rules found, and only the new: the rules responsible. */
  readonly gone: readonly FoundWords[];
  readonly come: readonly FoundWords[];
}

export interface DocumentComparison {
  readonly path: string;
  readonly before: DocumentReport;
  readonly after: DocumentReport;
  readonly sections: number;
  readonly changes: readonly SectionChange[];
}

/** One of the two yardsticks: its rules, and the type that it gives the document. */
export type Yardstick = Pick<AuditOptions, "packs" | "type" | "typeFrom">;

/** Judges a file with two yardsticks; null when it cannot be read. The file is read once: rules do not read. */
export async function comparePacks(
  file: SourceFile,
  old: Yardstick,
  options: AuditOptions,
): Promise<DocumentComparison | null> {
  const before = await judgeFile(file, { ...options, typeFrom: undefined, ...old });
  if (before.kind === "unread") return null;
  const { document } = before.judgement;
  const after = await judgeFile(file, { ...options, readWith: () => Promise.resolve(document) });
  if (after.kind === "unread") return null;
  const source = { path: file.path, sha256: options.sha256(file.bytes) };
  const report = ({ judgement, index }: JudgedFile): DocumentReport =>
    reportDocument(source, judgement, index, options.lang);
  const reported = report(before);
  return {
    path: file.path,
    before: reported,
    after: report(after),
    sections: document.sections.length,
    changes: changesOf(before, after, reported.sections),
  };
}

function changesOf(
  before: JudgedFile,
  after: JudgedFile,
  reported: readonly SectionReport[],
): SectionChange[] {
  return before.judgement.sections.flatMap((old, position): SectionChange[] => {
    const now = after.judgement.sections[position];
    const section = reported[position];
    if (now === undefined || section === undefined) return [];
    if (old.level === now.level && old.status === now.status) return [];
    const was = findingsOf(explainSection(before.index, before.judgement, old));
    const is = findingsOf(explainSection(after.index, after.judgement, now));
    return [
      {
        section,
        before: { level: old.level, status: old.status },
        after: { level: now.level, status: now.status },
        gone: [...was].filter(([key]) => !is.has(key)).map(([, found]) => found),
        come: [...is].filter(([key]) => !was.has(key)).map(([, found]) => found),
      },
    ];
  });
}

/** All that was found in a section, by what tells it from the rest. */
function findingsOf(working: SectionWorking): Map<string, FoundWords> {
  const findings = new Map<string, FoundWords>();
  const add = (place: string, found: readonly FoundWords[]): void => {
    for (const each of found) findings.set(JSON.stringify([place, each]), each);
  };
  add("role", [{ rule: working.role, text: "", because: "role" }]);
  add("expectations", working.expectations);
  for (const [number, sentence] of working.sentences.entries()) {
    for (const part of ["evidence", "discounted", "traps", "signals"] as const) {
      add(`${part} ${String(number)}`, sentence[part]);
    }
  }
  return findings;
}
