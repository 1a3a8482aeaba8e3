// What formats for pipelines and code hosts show: one list of findings, each with its rule, its place and its weight.
import { createHash } from "node:crypto";
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { BarReport, FindingMarks, LossReport, LostDocumentReport } from "../../model/check-report.ts";
import type { Location } from "../../model/location.ts";
import type {
  DocumentReport,
  GapReport,
  Report,
  RequirementReport,
  SectionReport,
  Severity,
} from "../../model/report.ts";
import { sectionName } from "../section-name.ts";

/** How grave a finding is, the gravest first. "review" is for a person to decide and no fault. */
export const findingLevels = ["error", "warning", "note", "review"] as const;
export type FindingLevel = (typeof findingLevels)[number];

export interface Finding extends FindingMarks {
  /** "loss": what a change took away. "bar": a missed bar that no single finding stands for (coverage). */
  readonly kind: "gap" | "requirement" | "review" | "unread" | "loss" | "bar";
  /** Of a document that a change removed, the path alone is known. */
  readonly document: Pick<DocumentReport, "path">;
  /** What the report holds of it. */
  readonly about:
    | GapReport
    | RequirementReport
    | SectionReport
    | DocumentReport
    | LossReport
    | LostDocumentReport
    | BarReport;
  /** Id of the rule; "review" and "unread" for what no single rule says, and the name of a bar. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** Of a gap or requirement. */
  readonly severity: Severity | null;
  /** The section it is about; undefined for the document itself. */
  readonly section: SectionReport | undefined;
  /** Where that is; null for the document itself. */
  readonly location: Location | null;
  /** Known by this between runs, never by a line. Unique within its document and rule. */
  readonly fingerprint: string;
  /** A few words for a heading. */
  readonly title: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** Where, in words: section and place, or that it concerns the whole document. */
  readonly where: string;
  /** What to ask, what to do and by what source; "" where there is none. */
  readonly question: string;
  readonly recommendation: string;
  readonly source: string;
}

const textLength = 500;
const levelOf = { high: "error", medium: "warning", low: "note" } as const;

/** Does it count? Not when it was accepted: by a suppression, or because the baseline holds it. */
export function counts({ suppressed, baseline }: FindingMarks): boolean {
  return suppressed === undefined && baseline !== "unchanged";
}

/** The findings of a document as they stand in it: those of the whole first, then from its first section to its last. */
export function findingsIn(document: DocumentReport, lang: Language): Finding[] {
  if (document.status !== "audited") return [unreadFinding(document, lang)];
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  const order = new Map(document.sections.map(({ id }, index) => [id, index]));
  const placeOf = ({ section }: Finding): number => order.get(section?.id ?? "") ?? -1;
  return tellApart(
    [
      ...missedBars(document, lang),
      ...(document.check?.lost ?? []).map((loss) =>
        lossFinding(document, loss, sections.get(loss.section ?? ""), lang),
      ),
      ...document.gaps.map((gap) => gapFinding(document, gap, sections.get(gap.section), lang)),
      ...document.requirements
        .filter(({ status }) => status === "unmet" || status === "partly")
        .map((each) => requirementFinding(document, each, sections.get(each.section ?? ""), lang)),
      ...document.sections
        .filter(({ status }) => status === "review")
        .map((section) => reviewFinding(document, section, lang)),
    ].sort((a, b) => placeOf(a) - placeOf(b)),
  );
}

/** The findings of all documents, one document after the other; last those of documents that a change removed. */
export function findingsOf(report: Report, lang: Language): Finding[] {
  return [
    ...report.documents.flatMap((document) => findingsIn(document, lang)),
    ...lostDocumentsIn(report).flatMap(({ document, losses }) => removedFindings(document, losses, lang)),
  ];
}

/** A document that a change removed, with what it held. */
export interface LostDocument {
  readonly document: Pick<DocumentReport, "path">;
  readonly losses: readonly LostDocumentReport[];
}

/** The removed documents that held the perspective, each once, in the order of the report. */
export function lostDocumentsIn({ check }: Report): LostDocument[] {
  const byPath = new Map<string, LostDocumentReport[]>();
  for (const loss of check?.changedSince?.lost ?? [])
    byPath.set(loss.path, [...(byPath.get(loss.path) ?? []), loss]);
  return [...byPath].map(([path, losses]) => ({ document: { path }, losses }));
}

/** What went with a document that a change removed. */
export function removedFindings(
  document: Pick<DocumentReport, "path">,
  losses: readonly LostDocumentReport[],
  lang: Language,
): Finding[] {
  return losses.map((loss) => lossFinding(document, { ...loss, location: null }, undefined, lang));
}

/** The gravest first, those that do not count last; of equally grave ones in the order given. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): number =>
    findingLevels.indexOf(finding.level) + (counts(finding) ? 0 : findingLevels.length);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The path of a document as code hosts write it: without "./" before it. */
export function hostPath(document: Pick<DocumentReport, "path">): string {
  return document.path.replace(/^(?:\.\/+)+(?=.)/, "");
}

/** The line, from 1; null in formats that have none (PDF, Word). */
export function lineOf(location: Location | null): number | null {
  return location !== null && "line" in location ? location.line : null;
}

/** First 16 hexadecimal digits of a SHA-256. */
export function shortHash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}

function gapFinding(
  document: DocumentReport,
  gap: GapReport,
  section: SectionReport | undefined,
  lang: Language,
): Finding {
  const severity = message(lang, `severity.${gap.severity}`);
  const name =
    section === undefined ? plainText(formatPlace(gap.location, lang)) : sectionName(section, lang);
  return {
    kind: "gap",
    document,
    about: gap,
    rule: gap.rule,
    level: gradeOf(gap),
    severity: gap.severity,
    section,
    location: gap.location,
    fingerprint: gap.fingerprint,
    title: message(lang, "finding.gap", { severity, section: name }),
    message: clippedText(gap.message, textLength),
    where: whereOf(section, gap.location, lang),
    ...adviceOf(gap),
    ...marksOf(gap),
  };
}

function requirementFinding(
  document: DocumentReport,
  requirement: RequirementReport,
  section: SectionReport | undefined,
  lang: Language,
): Finding {
  const { rule, severity, status, location } = requirement;
  const id = clippedText(requirement.id, 60);
  const title = clippedText(requirement.title, 200);
  const values = { id, title, status: message(lang, `requirement.${status}`) };
  return {
    kind: "requirement",
    document,
    about: requirement,
    rule,
    // What is there in part is no fault to stop for.
    level: status === "partly" && requirement.failing !== true ? "note" : gradeOf(requirement),
    severity,
    section,
    location,
    // Reports of earlier versions have none here.
    fingerprint: requirement.fingerprint ?? shortHash([rule]),
    title: message(lang, "finding.requirement", values),
    message: clippedText(requirement.message, textLength),
    where: `${message(lang, "finding.asksFor", { id, title })} ${whereOf(section, location, lang)}`,
    ...adviceOf(requirement),
    ...marksOf(requirement),
  };
}

function reviewFinding(document: DocumentReport, section: SectionReport, lang: Language): Finding {
  const words = section.reviewTerms.map((term) => `"${clippedText(term, 40)}"`).join(", ");
  const without = document.flags.includes("damagedText") ? "finding.reviewDamaged" : "finding.reviewRepeated";
  return {
    kind: "review",
    document,
    about: section,
    rule: "review",
    level: "review",
    severity: null,
    section,
    location: section.location,
    fingerprint: shortHash(["review", ...section.path]),
    title: message(lang, "finding.review", { section: sectionName(section, lang) }),
    message: words === "" ? message(lang, without) : message(lang, "finding.reviewWords", { words }),
    where: whereOf(section, section.location, lang),
    question: "",
    recommendation: "",
    source: "",
  };
}

function unreadFinding(document: DocumentReport, lang: Language): Finding {
  const said = decisiveNotices(document.notices);
  return {
    kind: "unread",
    document,
    about: document,
    rule: "unread",
    level: "error",
    severity: null,
    section: undefined,
    location: null,
    fingerprint: shortHash(["unread"]),
    title: message(lang, "finding.unread"),
    message:
      clippedText(said.map((notice) => notice.message).join(" "), textLength) ||
      message(lang, "finding.unreadHelp"),
    where: message(lang, "finding.wholeDocument"),
    question: "",
    recommendation: clippedText(said.map(({ hint }) => hint).join(" "), textLength),
    source: "",
  };
}

function lossFinding(
  document: Pick<DocumentReport, "path">,
  loss: (LostDocumentReport & Pick<LossReport, "location">) | LossReport,
  section: SectionReport | undefined,
  lang: Language,
): Finding {
  return {
    kind: "loss",
    document,
    about: loss,
    rule: loss.rule,
    level: gradeOf(loss),
    severity: loss.severity,
    section,
    location: loss.location,
    fingerprint: loss.fingerprint,
    title: message(lang, "finding.loss"),
    message: clippedText(loss.message, textLength),
    where: whereOf(section, loss.location, lang),
    ...adviceOf({ ...loss, source: "" }),
    ...marksOf(loss),
  };
}

/** Bars that are missed without a finding to point at: "Täckningen är 41 %, lägst 60 % krävs". */
function missedBars(document: DocumentReport, lang: Language): Finding[] {
  return (document.check?.bars ?? [])
    .filter(({ outcome, findings }) => outcome === "missed" && findings.length === 0)
    .map((bar) => ({
      kind: "bar",
      document,
      about: bar,
      rule: bar.bar,
      level: "error",
      severity: null,
      section: undefined,
      location: null,
      fingerprint: shortHash([bar.bar, bar.requirement ?? ""]),
      title: message(lang, "finding.bar"),
      message: clippedText(bar.message, textLength),
      where: message(lang, "finding.wholeDocument"),
      question: "",
      recommendation: "",
      source: "",
      failing: true,
    }));
}

/** What makes a check fail is an error, however small it is. */
function gradeOf({
  severity,
  failing,
}: {
  readonly severity: Severity;
  readonly failing?: boolean;
}): FindingLevel {
  return failing === true ? "error" : levelOf[severity];
}

function marksOf({ suppressed, baseline, failing }: FindingMarks): FindingMarks {
  return {
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failing === undefined ? {} : { failing }),
  };
}

function adviceOf(
  said: Pick<GapReport, "question" | "recommendation" | "source">,
): Pick<Finding, "question" | "recommendation" | "source"> {
  return {
    question: clippedText(said.question, textLength),
    recommendation: clippedText(said.recommendation, textLength),
    source: clippedText(said.source, textLength),
  };
}

function whereOf(section: SectionReport | undefined, location: Location | null, lang: Language): string {
  if (location === null) return message(lang, "finding.wholeDocument");
  const place = plainText(formatPlace(location, lang));
  return section === undefined
    ? `${place}.`
    : message(lang, "finding.where", { section: sectionName(section, lang), place });
}

/** Code hosts show two findings with one fingerprint as one, so the second gets a number behind it. */
function tellApart(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = JSON.stringify([finding.rule, finding.fingerprint]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0
      ? finding
      : { ...finding, fingerprint: `${finding.fingerprint}-${String(before + 1)}` };
  });
}
