// The report as JUnit XML: a suite a document, a case for every section where the perspective is expected, for every
// requirement, and for what a change took away. What a person has to read first, and what was never read, is skipped: neither
// passed nor failed.
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { factOf, factsIn } from "../../model/document-facts.ts";
import type { Location } from "../../model/location.ts";
import type { DocumentReport, Report, RequirementReport, SectionReport } from "../../model/report.ts";
import type { FindingMarks } from "../../model/check-report.ts";
import {
  counts,
  findingsIn,
  hostPath,
  lineOf,
  lostDocumentsIn,
  removedFindings,
  type Finding,
} from "./findings.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { xmlAttributes, xmlText } from "./xml-text.ts";

type Outcome = "passed" | "failure" | "error" | "skipped";

interface Case {
  readonly name: string;
  readonly location: Location | null;
  readonly outcome: Outcome;
  /** Id of the rule that says so. */
  readonly rule: string;
  readonly message: string;
  /** What to ask and to do, a line each. */
  readonly details: readonly string[];
}

/** The whole file, with a line break at the end. */
export function renderJunit(report: Report, { lang }: RenderOptions): string {
  const suites = [
    ...report.documents.map((document) => ({
      path: hostPath(document),
      properties: propertiesText(document),
      cases: casesOf(document, lang),
    })),
    ...lostDocumentsIn(report).map(({ document, losses }) => ({
      path: hostPath(document),
      properties: "",
      cases: nameApart(
        removedFindings(document, losses, lang).map((finding) => lossCase(finding, report.check, lang)),
      ),
    })),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${xmlAttributes({ name: report.tool.name, ...countsOf(all) })}>\n`,
    ...suites.map(suiteText),
    "</testsuites>\n",
  ].join("");
}

function countsOf(cases: readonly Case[]): Readonly<Record<string, number>> {
  const count = (wanted: Outcome): number => cases.filter(({ outcome }) => outcome === wanted).length;
  return {
    tests: cases.length,
    failures: count("failure"),
    errors: count("error"),
    skipped: count("skipped"),
  };
}

interface Suite {
  /** The document, as code hosts write its path. */
  readonly path: string;
  /** Its `<properties>`, or "". */
  readonly properties: string;
  readonly cases: readonly Case[];
}

function suiteText({ path: file, properties, cases }: Suite): string {
  const lines = cases.map((each) => {
    const head = `    <testcase${xmlAttributes({
      name: each.name,
      classname: file,
      file,
      line: lineOf(each.location) ?? undefined,
    })}`;
    if (each.outcome === "passed") return `${head}/>\n`;
    if (each.outcome === "skipped") {
      return `${head}>\n      <skipped${xmlAttributes({ message: each.message })}/>\n    </testcase>\n`;
    }
    const attributes = xmlAttributes({ message: each.message, type: each.rule });
    const body = xmlText([each.message, ...each.details].join("\n"));
    return `${head}>\n      <${each.outcome}${attributes}>${body}</${each.outcome}>\n    </testcase>\n`;
  });
  return `  <testsuite${xmlAttributes({ name: file, ...countsOf(cases) })}>\n${properties}${lines.join("")}  </testsuite>\n`;
}

/** What the list of the archive says of the document. */
function propertiesText(document: DocumentReport): string {
  const properties = factsIn([document]).flatMap((name) => {
    const value = factOf(document, name);
    return value === null ? [] : [`      <property${xmlAttributes({ name, value })}/>\n`];
  });
  return properties.length === 0 ? "" : `    <properties>\n${properties.join("")}    </properties>\n`;
}

function casesOf(document: DocumentReport, lang: Language): Case[] {
  const findings = findingsIn(document, lang);
  if (document.status !== "audited") {
    return findings.map((finding) => ({ ...told("error", finding, lang), name: finding.title }));
  }
  const sections = document.sections
    .filter(({ expected, status }) => expected || status === "unread")
    .map((section) => sectionCase(document, section, findings, lang));
  const requirements = document.requirements
    .filter(({ status, because }) => status !== "notApplicable" || because === "unread")
    .map((requirement) => requirementCase(document, requirement, findings, lang));
  const losses = findings
    .filter(({ kind }) => kind === "loss")
    .map((finding) => lossCase(finding, document.check, lang));
  return nameApart([...barCases(document, lang), ...losses, ...sections, ...requirements]);
}

function lossCase(finding: Finding, check: object | undefined, lang: Language): Case {
  const { rule, section } = finding;
  return {
    ...told("failure", finding, lang),
    ...verdictOf(finding, finding.message, { check }, lang),
    name: [rule, ...(section === undefined ? [] : [sectionName(section, lang)])].join(" "),
  };
}

function sectionCase(
  document: DocumentReport,
  section: SectionReport,
  findings: readonly Finding[],
  lang: Language,
): Case {
  const headings = section.path.map((heading) => clippedText(heading, 80));
  const name = headings.length > 1 ? headings.join(" > ") : sectionName(section, lang);
  const plain = { name, location: section.location, rule: "", message: "", details: [] };
  if (section.status === "unread") {
    return { ...plain, outcome: "skipped", message: message(lang, "finding.sectionUnread") };
  }
  const of = (kind: Finding["kind"]): Finding | undefined =>
    findings.find((finding) => finding.kind === kind && finding.section === section);
  const review = of("review");
  if (review !== undefined) return { ...plain, outcome: "skipped", message: review.message };
  if (section.status !== "missing") return { ...plain, outcome: "passed" };
  const gap = of("gap");
  if (gap === undefined) {
    const text = message(lang, "finding.missing");
    return { ...plain, ...verdictOf({}, text, document, lang), rule: "missing" };
  }
  return { ...told("failure", gap, lang), ...verdictOf(gap, gap.message, document, lang), name };
}

function requirementCase(
  document: DocumentReport,
  requirement: RequirementReport,
  findings: readonly Finding[],
  lang: Language,
): Case {
  const id = clippedText(requirement.id, 60);
  const name = `${id} ${clippedText(requirement.title, 200)}`;
  const plain = { name, location: requirement.location, rule: requirement.rule, details: [] };
  if (requirement.status === "notApplicable") {
    return { ...plain, outcome: "skipped", message: message(lang, "finding.requirementUnread") };
  }
  const finding = findings.find(({ about }) => about === requirement);
  if (finding === undefined) return { ...plain, outcome: "passed", message: "" };
  // What is there in part is no failure, and no pass either.
  if (requirement.status === "partly" && finding.failing !== true)
    return { ...plain, outcome: "skipped", message: finding.message };
  const { message: text } = finding;
  return { ...told("failure", finding, lang), ...verdictOf(finding, text, document, lang), name };
}

/** A bar that was demanded: what decides a check. Only where something was demanded. */
function barCases(document: DocumentReport, lang: Language): Case[] {
  return (document.check?.bars ?? [])
    .filter(({ outcome }) => outcome !== "notApplicable")
    .map(({ bar, requirement, outcome, message: text }) => ({
      name: [bar, ...(requirement === undefined ? [] : [clippedText(requirement, 60)])].join(" "),
      location: null,
      rule: bar,
      outcome: outcome === "met" ? "passed" : outcome === "missed" ? "failure" : "skipped",
      message: clippedText(text, 500),
      details: [message(lang, "finding.wholeDocument")],
    }));
}

/**
 * Whether what is lacking fails its case. Not when it was accepted; and where bars were demanded, only when one is missed
 * because of it, or a run that passed would look as if it had failed.
 */
function verdictOf(
  marks: FindingMarks,
  text: string,
  { check }: { readonly check?: object | undefined },
  lang: Language,
): Pick<Case, "outcome" | "message"> {
  if (marks.suppressed !== undefined) {
    const reason = clippedText(marks.suppressed.reason, 300);
    return { outcome: "skipped", message: message(lang, "finding.suppressed", { reason }) };
  }
  if (!counts(marks)) return { outcome: "skipped", message: message(lang, "finding.unchanged") };
  if (check !== undefined && marks.failing !== true) {
    return { outcome: "skipped", message: message(lang, "finding.notFailing", { text }) };
  }
  return { outcome: "failure", message: text };
}

function told(outcome: Outcome, finding: Finding, lang: Language): Omit<Case, "name"> {
  const { question, recommendation, source } = finding;
  return {
    outcome,
    rule: finding.rule,
    location: finding.location,
    message: finding.message,
    details: [
      finding.where,
      ...(question === "" ? [] : [message(lang, "document.question", { text: question })]),
      ...(recommendation === "" ? [] : [message(lang, "document.recommendation", { text: recommendation })]),
      ...(source === "" ? [] : [message(lang, "document.source", { text: source })]),
    ],
  };
}

/** Programs that compare runs take two cases of one name for one. */
function nameApart(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((each) => {
    const name = plainText(each.name);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { ...each, name: before === 0 ? name : `${name} (${String(before + 1)})` };
  });
}
