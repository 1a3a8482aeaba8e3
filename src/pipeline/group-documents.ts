// Documents added up by what they have in common: an organisation, a year, a type, a column of the archive's list.
import { factOf } from "../model/document-facts.ts";
import { summaryOf } from "../model/report-summary.ts";
import type { DocumentReport, DuplicateReport, GroupingReport, GroupReport } from "../model/report.ts";
import { coverageOf } from "../score/coverage.ts";

type Value = GroupReport["value"];

/**
 * One grouping for each name in `by` ("type", or a fact of the documents), its groups in the order of the Swedish
 * alphabet, numbers by their size, those without it last. A file with the content of another counts in its own group, as
 * when two organisations have the same plan, and never twice in one.
 */
export function groupDocuments(
  documents: readonly DocumentReport[],
  duplicates: readonly DuplicateReport[],
  by: readonly string[],
): GroupingReport[] {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const repeats = duplicates.flatMap((duplicate) => {
    const first = byPath.get(duplicate.duplicateOf);
    return first === undefined ? [] : [{ facts: duplicate, document: first }];
  });
  const all = [...documents.map((document) => ({ facts: document, document })), ...repeats];
  return by.map((name) => {
    const members = new Map<Value, Set<DocumentReport>>();
    for (const { facts, document } of all) {
      const fact = name === "type" ? document.type.id : factOf(facts, name);
      const value = fact === null ? null : String(fact);
      const own = members.get(value);
      if (own === undefined) members.set(value, new Set([document]));
      else own.add(document);
    }
    const groups = [...members].sort(([one], [other]) => inOrder(one, other));
    return { by: name, groups: groups.map(([value, own]) => groupOf(value, [...own])) };
  });
}

const alphabet = new Intl.Collator("sv", { numeric: true });

function inOrder(one: Value, other: Value): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return alphabet.compare(one, other) || (one < other ? -1 : 1);
}

function groupOf(value: Value, documents: readonly DocumentReport[]): GroupReport {
  // The sections of all of them as if they were one document: a long plan weighs more than a short one.
  const sections = documents.flatMap((document) =>
    document.sections.map(({ words, expected, level, status }) => ({
      words,
      expected,
      level,
      status,
      evidence: 0,
    })),
  );
  const { concentration: _, ...coverage } = coverageOf(sections);
  const requirements = documents.flatMap((document) => document.requirements);
  const count = (wanted: string): number => requirements.filter(({ status }) => status === wanted).length;
  const { documents: all, audited, failed, verdicts } = summaryOf(documents);
  return {
    value,
    documents: all,
    audited,
    failed,
    verdicts,
    coverage,
    // What somebody has suppressed is counted nowhere.
    gaps: documents.flatMap(({ gaps }) => gaps).filter(({ suppressed }) => suppressed === undefined).length,
    requirements: { met: count("met"), partly: count("partly"), unmet: count("unmet") },
  };
}
