// The report as SARIF 2.1.0 (OASIS), for GitHub code scanning and other programs that gather findings.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
// https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
import type {
  Artifact,
  Location as SarifLocation,
  Log,
  Notification,
  ReportingDescriptor,
  Result,
  Run,
  Suppression,
} from "sarif";
import { message, type Language } from "../../../messages/message.ts";
import { clippedText, plainText } from "../../../messages/plain-text.ts";
import type { SuppressedReport } from "../../../model/check-report.ts";
import type { DocumentReport, Report, SectionReport } from "../../../model/report.ts";
import { artifactUri } from "../artifact-uri.ts";
import { findingsOf, lineOf, lostDocumentsIn, worstFirst, type Finding } from "../findings.ts";
import { escapeUnsafe } from "../../json.ts";
import { duplicateLine } from "../../facts.ts";
import type { RenderOptions } from "../../render-options.ts";
import { headingName } from "../../section-name.ts";
import { describeRules, sarifLevels } from "./describe-rules.ts";

/** GitHub shows so many results of a run and refuses a file with 25 000, or one above 10 MB packed. */
export const mostResults = 5000;

const mimeTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  odt: "application/vnd.oasis.opendocument.text",
  rtf: "application/rtf",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  html: "text/html",
  md: "text/markdown",
  txt: "text/plain",
};

/**
 * The whole log as JSON. Beyond GitHub's limit only the gravest results stand, and a notification says how many were
 * left out.
 */
export function renderSarif(report: Report, { lang }: RenderOptions): string {
  const all = findingsOf(report, lang);
  const shown = all.length > mostResults ? worstFirst(all).slice(0, mostResults) : all;
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [runOf(report, shown, all.length, lang)],
  };
  return `${escapeUnsafe(JSON.stringify(log, null, 2))}\n`;
}

function runOf(report: Report, shown: readonly Finding[], all: number, lang: Language): Run {
  const rules = describeRules(shown, report.packs, lang);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const lost = lostDocumentsIn(report).map(({ document }) => document);
  const artifactIndex = new Map(
    [...report.documents, ...lost].map(({ path }, index): [string, number] => [path, index]),
  );
  const notifications = notificationsOf(report, artifactIndex, shown.length, all, lang);
  const codes = [...new Set(notifications.map(({ descriptor }) => descriptor?.id ?? ""))].sort();
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: plainText(report.tool.version),
        semanticVersion: plainText(report.tool.version),
        language: lang,
        rules,
        notifications: codes.map((id) => describeNotification(id, lang)),
        properties: { packs: report.packs.map(({ id, version, sha256 }) => ({ id, version, sha256 })) },
      },
    },
    language: lang,
    columnKind: "utf16CodeUnits",
    invocations: [
      { executionSuccessful: report.summary.failed === 0, toolExecutionNotifications: notifications },
    ],
    artifacts: [...report.documents.map(artifactOf), ...lost.map(removedArtifact)],
    results: shown.map((finding) =>
      resultOf(
        finding,
        ruleIndex.get(finding.rule) ?? -1,
        artifactIndex.get(finding.document.path) ?? -1,
        lang,
      ),
    ),
  };
}

function artifactOf(document: DocumentReport): Artifact {
  const mimeType = mimeTypes[document.format ?? ""];
  return {
    location: { uri: artifactUri(document.path) },
    ...(mimeType === undefined ? {} : { mimeType }),
    ...(document.sha256 === "" ? {} : { hashes: { "sha-256": document.sha256 } }),
    roles: ["analysisTarget"],
    properties: {
      status: document.status,
      type: document.type.id,
      ...(document.organisation === undefined ? {} : { organisation: document.organisation }),
      ...(document.year === undefined ? {} : { year: document.year }),
      ...(document.columns === undefined ? {} : { columns: document.columns }),
      ...(document.status === "audited"
        ? {
            verdict: document.verdict,
            coverage: document.coverage.share,
            coverageUpTo: document.coverage.upTo,
          }
        : {}),
    },
  };
}

/** A file that the change removed: code hosts have it in the version before. */
function removedArtifact({ path }: Pick<DocumentReport, "path">): Artifact {
  return { location: { uri: artifactUri(path) }, roles: ["deleted"] };
}

function resultOf(finding: Finding, ruleIndex: number, artifact: number, lang: Language): Result {
  const { document, section, location, question } = finding;
  const text = [
    finding.message,
    finding.where,
    ...(question === "" ? [] : [message(lang, "document.question", { text: question })]),
  ].join(" ");
  return {
    ruleId: finding.rule,
    ruleIndex,
    kind: finding.level === "review" ? "review" : "fail",
    level: sarifLevels[finding.level],
    message: { text: clippedText(text, 1000) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: artifactUri(document.path), index: artifact },
          // A file without lines has a first one all the same: code hosts refuse a result that has no line.
          region: { startLine: lineOf(location) ?? 1 },
        },
        ...(section === undefined ? {} : { logicalLocations: [logicalLocation(section, lang)] }),
      },
    ],
    ...(finding.baseline === undefined ? {} : { baselineState: finding.baseline }),
    ...(finding.suppressed === undefined ? {} : { suppressions: [suppressionOf(finding.suppressed)] }),
    partialFingerprints: {
      "genomlysFinding/v1": finding.fingerprint,
      // GitHub makes its own of the line. Where all results stand on line 1 it would take them for one and the same.
      ...(lineOf(location) === null ? { primaryLocationLineHash: `${finding.fingerprint}:1` } : {}),
    },
    properties: {
      ...(finding.severity === null ? {} : { severity: finding.severity }),
      ...(finding.failing === undefined ? {} : { failing: finding.failing }),
      ...(location === null ? {} : { place: location }),
      ...(section === undefined ? {} : { section: section.id }),
    },
  };
}

function suppressionOf({ kind, reason, owner, until }: SuppressedReport): Suppression {
  return {
    kind,
    status: "accepted",
    justification: clippedText(reason, 500),
    ...(owner === undefined && until === undefined
      ? {}
      : {
          properties: {
            ...(owner === undefined ? {} : { owner }),
            ...(until === undefined ? {} : { until }),
          },
        }),
  };
}

function logicalLocation(
  section: SectionReport,
  lang: Language,
): NonNullable<SarifLocation["logicalLocations"]>[number] {
  const path = section.path.map((heading) => clippedText(heading, 160));
  const name = headingName(section, lang);
  return { name, fullyQualifiedName: path.length === 0 ? name : path.join(" > "), kind: "section" };
}

/** What was not read, or left out: a reader must not take silence for a clean document. */
function notificationsOf(
  report: Report,
  artifactIndex: ReadonlyMap<string, number>,
  shown: number,
  all: number,
  lang: Language,
): Notification[] {
  const cut: Notification[] =
    shown === all
      ? []
      : [
          {
            descriptor: { id: "RESULTS_CUT" },
            level: "warning",
            message: { text: message(lang, "finding.cut", { shown, all }) },
          },
        ];
  const said = report.documents.flatMap((document) =>
    document.notices.map(({ code, message: text, hint, location }): Notification => ({
      descriptor: { id: code },
      level: document.status === "audited" ? "note" : "error",
      message: { text: clippedText(`${text} ${hint}`, 1000) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: artifactUri(document.path),
              index: artifactIndex.get(document.path) ?? -1,
            },
            region: { startLine: lineOf(location ?? null) ?? 1 },
          },
        },
      ],
    })),
  );
  const ignored = (report.ignored ?? []).map(({ path, reason }): Notification => ({
    descriptor: { id: "IGNORED" },
    level: "note",
    message: {
      text: message(lang, "finding.ignored", { path: plainText(path), reason: clippedText(reason, 200) }),
    },
  }));
  const repeated = (report.duplicates ?? []).map((duplicate): Notification => ({
    descriptor: { id: "DUPLICATE" },
    level: "note",
    message: { text: duplicateLine(duplicate, lang) },
    locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(duplicate.path) } } }],
  }));
  return [...cut, ...said, ...repeated, ...ignored, ...staleSuppressions(report, lang)];
}

/** GitHub refuses a descriptor without texts. */
function describeNotification(id: string, lang: Language): ReportingDescriptor {
  const text = message(lang, "finding.noteHelp");
  return {
    id,
    shortDescription: { text: message(lang, "finding.noteRule", { code: plainText(id) }) },
    fullDescription: { text },
    help: { text },
  };
}

/** Suppressions that suppress nothing: the place in the document or in the configuration where they can be taken out. */
function staleSuppressions(report: Report, lang: Language): Notification[] {
  const all = [
    ...(report.suppressions ?? []).map((each) => ({ each, path: each.where?.path, line: each.where?.line })),
    ...report.documents.flatMap((document) =>
      (document.suppressions ?? []).map((each) => ({
        each,
        path: document.path,
        line: lineOf(each.location ?? null) ?? 1,
      })),
    ),
  ];
  return all
    .filter(({ each }) => each.state !== "used")
    .map(({ each, path, line }): Notification => {
      const reason = clippedText(each.reason, 200);
      return {
        descriptor: { id: each.state === "expired" ? "SUPPRESSION_EXPIRED" : "SUPPRESSION_UNUSED" },
        level: "warning",
        message: {
          text:
            each.state === "expired"
              ? message(lang, "finding.staleExpired", { day: plainText(each.until ?? ""), reason })
              : message(lang, "finding.staleUnused", { reason }),
        },
        ...(path === undefined
          ? {}
          : {
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: artifactUri(path) },
                    region: { startLine: line ?? 1 },
                  },
                },
              ],
            }),
      };
    });
}
