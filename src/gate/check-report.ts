// The check of the whole run, from those of its documents.
import type { CheckReport, CheckOutcome, SuppressionReport } from "../model/check-report.ts";
import type { DocumentReport } from "../model/report.ts";
import { findingsOf } from "./findings.ts";

/** What is kept of a checked document when its report is not. */
export interface CheckedDocument extends Pick<
  DocumentReport,
  "path" | "status" | "type" | "check" | "suppressions"
> {
  readonly new: number;
  readonly unchanged: number;
}

/** What the check of a run needs to know of one document, so that the document itself need not be kept. */
export function checkedDocument(document: DocumentReport): CheckedDocument {
  const { path, status, type, check, suppressions } = document;
  const count = (state: "new" | "unchanged"): number =>
    findingsOf(document).filter(({ baseline }) => baseline === state).length;
  return {
    path,
    status,
    type,
    ...(check === undefined ? {} : { check }),
    ...(suppressions === undefined ? {} : { suppressions }),
    new: count("new"),
    unchanged: count("unchanged"),
  };
}

export interface CheckedRun {
  readonly documents: readonly CheckedDocument[];
  /** Suppressions of the configuration. */
  readonly suppressions: readonly SuppressionReport[];
  readonly failOnUnusedSuppressions: boolean;
  /** As it was named, and the documents in it that are no longer there; undefined where none was used. */
  readonly baseline?: { readonly path: string; readonly gone: readonly string[] } | undefined;
  /** Only where changes since a git ref were looked at. */
  readonly changedSince?: CheckReport["changedSince"] | undefined;
}

/** Suppressions that name nothing, or whose last day has passed: of the configuration and of all documents. */
export function idleSuppressions({ documents, suppressions }: CheckedRun): SuppressionReport[] {
  return [...suppressions, ...documents.flatMap((document) => document.suppressions ?? [])].filter(
    ({ state }) => state !== "used",
  );
}

/** One document that fails makes the run fail, whichever comes last. */
export function checkReport(run: CheckedRun): CheckReport {
  const { documents, failOnUnusedSuppressions, baseline, changedSince } = run;
  const counts: Record<CheckOutcome, number> = { passed: 0, failed: 0, notJudged: 0, notChecked: 0 };
  for (const { check } of documents) if (check !== undefined) counts[check.outcome]++;
  const failed =
    counts.failed > 0 ||
    (changedSince?.lost ?? []).some(({ failing }) => failing) ||
    (failOnUnusedSuppressions && idleSuppressions(run).length > 0);
  const sum = (of: (document: CheckedDocument) => number): number =>
    documents.reduce((total, document) => total + of(document), 0);
  return {
    outcome: failed ? "failed" : counts.notJudged > 0 ? "notJudged" : "passed",
    documents: counts,
    ...(baseline === undefined
      ? {}
      : {
          baseline: {
            path: baseline.path,
            new: sum((document) => document.new),
            unchanged: sum((document) => document.unchanged),
            fixed: sum(({ check }) => check?.fixed?.length ?? 0),
            gone: baseline.gone,
          },
        }),
    ...(changedSince === undefined ? {} : { changedSince }),
    failOnUnusedSuppressions,
  };
}
