// The head count of a report: how many documents there are, and how many of each verdict.
import { verdicts, type DocumentReport, type Report, type Verdict } from "./report.ts";

/** Documents that could not be audited have no verdict and are counted as failed. */
export function summaryOf(documents: readonly DocumentReport[]): Report["summary"] {
  const audited = documents.filter(({ status }) => status === "audited");
  const count = (verdict: Verdict): number =>
    audited.filter((document) => document.verdict === verdict).length;
  return {
    documents: documents.length,
    audited: audited.length,
    failed: documents.length - audited.length,
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<
      Verdict,
      number
    >,
  };
}
