// A document against its own version before a change: what was lacking there already is no fault of the change.
import type { DocumentReport } from "../model/report.ts";
import { compareWithBaseline, entriesOf } from "./baseline.ts";
import type { ChangedDocument } from "./losses.ts";

/**
 * The document with its findings marked as new or unchanged. What was lacking before is taken under today's headings, so
 * that a section may be renamed or moved; a finding that has become worse is new. Without an earlier version all is new.
 */
export function compareWithEarlier(
  document: DocumentReport,
  earlier: ChangedDocument | null,
): DocumentReport {
  if (earlier === null) return compareWithBaseline(document, []).document;
  const { before, after, comparison } = earlier;
  const pathsNow = new Map(after.sections.map(({ id, path }) => [id, path]));
  const pathOf = new Map(
    (comparison.sections ?? []).flatMap(({ before: was, after: [now] }) =>
      was.map(({ id }) => [id, pathsNow.get(now?.id ?? "")] as const),
    ),
  );
  const sections = before.sections.map((section) => ({
    ...section,
    path: pathOf.get(section.id) ?? section.path,
  }));
  return compareWithBaseline(document, entriesOf({ ...before, sections })).document;
}

/** The document with a finding marked as unchanged where either of two comparisons of it says so. */
export function unchangedInEither(one: DocumentReport, other: DocumentReport): DocumentReport {
  const join = <Marked extends { readonly baseline?: "new" | "unchanged" }>(
    marked: readonly Marked[],
    others: readonly Marked[],
  ): Marked[] =>
    marked.map((each, index) =>
      others[index]?.baseline === "unchanged" ? { ...each, baseline: "unchanged" } : each,
    );
  return {
    ...one,
    gaps: join(one.gaps, other.gaps),
    requirements: join(one.requirements, other.requirements),
  };
}
