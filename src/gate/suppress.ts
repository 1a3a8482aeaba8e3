// Findings that someone has decided not to count, with a reason. They stay in the report and never fail a check.
import type { FindingMarks, LossReport, SuppressedReport, SuppressionReport } from "../model/check-report.ts";
import type { DocumentReport, SectionReport } from "../model/report.ts";
import { wordsAlone } from "../model/words-alone.ts";
import { findingsOf, keyOf, lossesOf, markFindings, type Finding, type LossFinding } from "./findings.ts";

/** A suppression that is tried on a document; that its `path` fits has been seen to by the caller. */
export type Suppression = Omit<SuppressionReport, "state" | "findings">;

/** Has its last day passed on the day `today` ("2027-01-31")? Without a day nothing ever expires. */
export function isExpired({ until }: Pick<Suppression, "until">, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && today > until;
}

/**
 * Does the suppression name the finding? All that it names must fit. A comment without rules names all gaps of its
 * section; a requirement belongs to the document, so a comment names it by its id, wherever it stands.
 */
function names({ names: named, section }: Suppression, finding: Finding | LossFinding): boolean {
  if (named.fingerprint !== "" && named.fingerprint !== finding.fingerprint) return false;
  const rules = named.rule.split(/[\s,]+/).filter((rule) => rule !== "");
  if (rules.length > 0 && !rules.some((rule) => finding.names.includes(rule))) return false;
  if (section !== undefined)
    return finding.kind === "requirement" ? rules.length > 0 : finding.section?.id === section;
  if (named.section === "") return true;
  return (
    finding.kind !== "requirement" &&
    finding.section !== undefined &&
    isSection(finding.section, named.section)
  );
}

/** Is that the section's heading, or the headings down to it with ">" between ("›" in a report)? Numbers, case and layout make no difference. */
function isSection({ path, number, heading }: SectionReport, written: string): boolean {
  const plain = (text: string): string => wordsAlone(text.replace(/^[\d.§\s]+(?=\S)/, ""));
  const parts = written.split(/ [>›] /).map(plain);
  const own = path.map(plain);
  if (parts.every((part, index) => part === own.at(index - parts.length))) return true;
  return parts.length === 1 && wordsAlone(written) === wordsAlone(`${number ?? ""} ${heading}`);
}

/**
 * The document with `suppressed` on what the suppressions name, the first that fits, and with the state of those in its own
 * comments. `external` are those of the configuration. Marks of an earlier day are taken away first.
 */
export function suppress(
  document: DocumentReport,
  external: readonly Suppression[],
  today: string | undefined,
): DocumentReport {
  const { suppressions: own = [] } = document;
  const inForce = [...external, ...own].filter((each) => !isExpired(each, today));
  const marks = new Map<string, FindingMarks>();
  const unmarked = withoutSuppressed(document);
  if (own.length === 0 && inForce.length === 0) return unmarked;
  for (const finding of findingsOf(unmarked)) {
    const fitting = inForce.find((each) => names(each, finding));
    if (fitting === undefined) continue;
    marks.set(keyOf(finding), { suppressed: reportOf(fitting) });
  }
  return {
    ...markFindings(unmarked, marks),
    ...(own.length === 0 ? {} : { suppressions: own.map((each) => stateOf(each, [unmarked], today)) }),
  };
}

function reportOf({ kind, reason, owner, until }: Suppression): SuppressedReport {
  return {
    kind,
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(until === undefined ? {} : { until }),
  };
}

/** What a change took away from the document, with `suppressed` where a suppression of either kind names it. */
export function suppressLosses(
  lost: readonly LossReport[],
  document: DocumentReport,
  external: readonly Suppression[],
  today: string,
): LossReport[] {
  const inForce = [...external, ...(document.suppressions ?? [])].filter((each) => !isExpired(each, today));
  const findings = lossesOf(document, lost);
  return lost.map((loss, index) => {
    const finding = findings[index];
    const fitting = finding === undefined ? undefined : inForce.find((each) => names(each, finding));
    return fitting === undefined ? loss : { ...loss, suppressed: reportOf(fitting) };
  });
}

function withoutSuppressed(document: DocumentReport): DocumentReport {
  const clear = <Marked extends FindingMarks>({ suppressed: _taken, ...rest }: Marked) => rest;
  const isMarked = ({ suppressed }: FindingMarks): boolean => suppressed !== undefined;
  if (!document.gaps.some(isMarked) && !document.requirements.some(isMarked)) return document;
  return { ...document, gaps: document.gaps.map(clear), requirements: document.requirements.map(clear) };
}

/** How the suppression stands after it was tried on these documents. */
function stateOf(
  suppression: Suppression,
  documents: readonly DocumentReport[],
  today: string | undefined,
): SuppressionReport {
  const findings = countNamed(suppression, documents);
  const state = isExpired(suppression, today) ? "expired" : findings > 0 ? "used" : "unused";
  return { ...suppression, state, findings };
}

/** How many findings of the documents it names. */
export function countNamed(suppression: Suppression, documents: readonly DocumentReport[]): number {
  return documents.reduce(
    (sum, document) =>
      sum +
      [...findingsOf(document), ...lossesOf(document, document.check?.lost ?? [])].filter((finding) =>
        names(suppression, finding),
      ).length,
    0,
  );
}
