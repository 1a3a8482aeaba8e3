// A report as tables for programs. Every table begins with the document and what the archive's list says of it; "section" is
// the section's id within its document, so that tables can be joined.
import { factOf, factsIn } from "../../model/document-facts.ts";
import type { Location } from "../../model/location.ts";
import {
  verdicts,
  type DiscountedReport,
  type DocumentReport,
  type DuplicateReport,
  type EvidenceReport,
  type GapReport,
  type GroupReport,
  type Report,
  type RequirementReport,
  type SectionReport,
} from "../../model/report.ts";
import { chainLinks } from "../../model/rule.ts";
import { countedGaps } from "../suppressed.ts";
import { within, type Within } from "../tables/cells.ts";
import type { TableName } from "../tables/table-names.ts";
import { buildDataTable, listed, type DataColumn, type DataTable } from "./data-table.ts";

/** "followUp" → "follow_up" */
const columnName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Path, organisation, year, type and own columns. The first two facts always have a column, so that queries do not break. */
function documentColumns<Row>(
  report: Report,
  documentOf: (row: Row) => DocumentReport | DuplicateReport,
): DataColumn<Row>[] {
  const own = factsIn([...report.documents, ...(report.duplicates ?? [])]).filter(
    (name) => name !== "organisation" && name !== "year",
  );
  return [
    ["document", (row) => documentOf(row).path],
    ["organisation", (row) => documentOf(row).organisation ?? null],
    ["year", (row) => documentOf(row).year ?? null],
    [
      "type",
      (row) => {
        const document = documentOf(row);
        return "type" in document ? document.type.id : null;
      },
    ],
    ...own.map((name): DataColumn<Row> => [`own_${name}`, (row) => factOf(documentOf(row), name)]),
  ];
}

function entryColumns<Entry>(report: Report): DataColumn<Within<Entry>>[] {
  return documentColumns(report, ({ document }) => document);
}

/** Where something stands: a column for each way to count, of which one or two are filled. */
function placeColumns<Row>(locationOf: (row: Row) => Location | null): DataColumn<Row>[] {
  const part = (name: string): DataColumn<Row> => [
    name,
    (row) => {
      const location = locationOf(row) as Readonly<Record<string, string | number>> | null;
      return location === null || !Object.hasOwn(location, name) ? null : (location[name] ?? null);
    },
  ];
  return ["page", "line", "paragraph", "slide", "sheet", "row"].map(part);
}

function documentsData(report: Report): DataTable {
  const isDocument = (row: DocumentReport | DuplicateReport): row is DocumentReport => "status" in row;
  const goals = [...new Set(report.documents.flatMap(({ policyGoals }) => Object.keys(policyGoals)))];
  const read =
    (value: (document: DocumentReport) => string | number | null) =>
    (row: DocumentReport | DuplicateReport) => (isDocument(row) ? value(row) : null);
  const judged = (value: (document: DocumentReport) => string | number | null) =>
    read((document) => (document.status === "audited" ? value(document) : null));
  const columns: DataColumn<DocumentReport | DuplicateReport>[] = [
    ...documentColumns<DocumentReport | DuplicateReport>(report, (row) => row),
    ["type_confidence", read(({ type }) => type.confidence)],
    ["sha256", ({ sha256 }) => (sha256 === "" ? null : sha256)],
    ["status", (row) => (isDocument(row) ? row.status : "duplicate")],
    ["duplicate_of", (row) => (isDocument(row) ? null : row.duplicateOf)],
    ["format", read(({ format }) => format)],
    ["language", read(({ language }) => language ?? null)],
    ["title", read(({ title }) => title)],
    ["pages", read(({ pages }) => pages)],
    ["words", judged(({ words }) => words)],
    ["read_share", read(({ reading }) => reading.share)],
    ["verdict", judged(({ verdict }) => verdict)],
    ["coverage", judged(({ coverage }) => coverage.share)],
    ["coverage_up_to", judged(({ coverage }) => coverage.upTo)],
    ["coverage_by_count", judged(({ coverage }) => coverage.byCount)],
    ["sections_expected", judged(({ coverage }) => coverage.expected)],
    ["sections_covered", judged(({ coverage }) => coverage.covered)],
    ["sections_review", judged(({ coverage }) => coverage.review)],
    ["depth", judged(({ coverage }) => coverage.depth)],
    ["flags", judged(({ flags }) => listed(flags))],
    ...chainLinks.flatMap((link): DataColumn<DocumentReport | DuplicateReport>[] => [
      [`${columnName(link)}_expected`, judged(({ chain }) => chain[link].expected)],
      [`${columnName(link)}_covered`, judged(({ chain }) => chain[link].covered)],
      [`${columnName(link)}_level`, judged(({ chain }) => chain[link].level)],
    ]),
    ...goals.map((id): DataColumn<DocumentReport | DuplicateReport> => [
      `policy_goal_${id}`,
      judged(({ policyGoals }) => policyGoals[id] ?? 0),
    ]),
    ...(["met", "partly", "unmet"] as const).map((status): DataColumn<DocumentReport | DuplicateReport> => [
      `requirements_${status}`,
      judged(({ requirements }) => requirements.filter((each) => each.status === status).length),
    ]),
    ...(["high", "medium", "low"] as const).map((severity): DataColumn<DocumentReport | DuplicateReport> => [
      `gaps_${severity}`,
      judged((document) => countedGaps(document).filter((gap) => gap.severity === severity).length),
    ]),
    ["notices", read(({ notices }) => listed([...new Set(notices.map(({ code }) => code))]))],
    ["score_model", judged((document) => document.scoreModel)],
  ];
  return buildDataTable(columns, [...report.documents, ...(report.duplicates ?? [])]);
}

function sectionsData(report: Report): DataTable {
  const columns: DataColumn<Within<SectionReport>>[] = [
    ...entryColumns<SectionReport>(report),
    ["section", ({ entry }) => entry.id],
    ["number", ({ entry }) => entry.number],
    ["heading", ({ entry }) => entry.heading],
    ["path", ({ entry }) => entry.path.join(" > ")],
    ["heading_depth", ({ entry }) => entry.depth],
    ["role", ({ entry }) => entry.role],
    ...placeColumns<Within<SectionReport>>(({ entry }) => entry.location),
    ["words", ({ entry }) => entry.words],
    ["expected", ({ entry }) => entry.expected],
    ["status", ({ entry }) => entry.status],
    ["level", ({ entry }) => entry.level],
    ["framing", ({ entry }) => entry.framing],
    ["chain", ({ entry }) => listed(entry.chain)],
    ["flags", ({ entry }) => listed(entry.flags)],
  ];
  return buildDataTable(
    columns,
    within(report.documents, ({ sections }) => sections),
  );
}

type Match =
  | { readonly counted: true; readonly piece: EvidenceReport }
  | { readonly counted: false; readonly piece: DiscountedReport };

function evidenceData(report: Report): DataTable {
  const credited =
    (value: (piece: EvidenceReport) => string | number | boolean | null) =>
    ({ entry }: Within<Match>) =>
      entry.counted ? value(entry.piece) : null;
  const columns: DataColumn<Within<Match>>[] = [
    ...entryColumns<Match>(report),
    ["evidence", credited(({ id }) => id)],
    ["section", ({ entry }) => entry.piece.section],
    ["rule", ({ entry }) => entry.piece.rule],
    ["counted", ({ entry }) => entry.counted],
    ["reason", ({ entry }) => (entry.counted ? null : entry.piece.reason)],
    ["level", credited(({ level }) => level)],
    ["strength", credited(({ strength }) => strength)],
    ["chain", credited(({ chain }) => chain)],
    ["policy_goals", credited(({ policyGoals }) => listed(policyGoals))],
    ["standard_text", credited(({ standardText }) => standardText ?? false)],
    ["sentence", credited(({ sentence }) => sentence ?? null)],
    ...placeColumns<Within<Match>>(({ entry }) => entry.piece.location),
    ["before", ({ entry }) => entry.piece.excerpt.before],
    ["match", ({ entry }) => entry.piece.excerpt.match],
    ["after", ({ entry }) => entry.piece.excerpt.after],
  ];
  return buildDataTable(
    columns,
    within(report.documents, ({ evidence, discounted }): Match[] => [
      ...evidence.map((piece): Match => ({ counted: true, piece })),
      ...discounted.map((piece): Match => ({ counted: false, piece })),
    ]),
  );
}

function gapsData(report: Report): DataTable {
  const columns: DataColumn<Within<GapReport>>[] = [
    ...entryColumns<GapReport>(report),
    ["fingerprint", ({ entry }) => entry.fingerprint],
    ["rule", ({ entry }) => entry.rule],
    ["severity", ({ entry }) => entry.severity],
    ["section", ({ entry }) => entry.section],
    ...placeColumns<Within<GapReport>>(({ entry }) => entry.location),
    ["message", ({ entry }) => entry.message],
    ["question", ({ entry }) => entry.question],
    ["recommendation", ({ entry }) => entry.recommendation],
    ["source", ({ entry }) => entry.source],
    ["suppressed", ({ entry }) => entry.suppressed !== undefined],
  ];
  return buildDataTable(
    columns,
    within(report.documents, ({ gaps }) => gaps),
  );
}

function requirementsData(report: Report): DataTable {
  const columns: DataColumn<Within<RequirementReport>>[] = [
    ...entryColumns<RequirementReport>(report),
    ["requirement", ({ entry }) => entry.id],
    ["rule", ({ entry }) => entry.rule],
    ["title", ({ entry }) => entry.title],
    ["status", ({ entry }) => entry.status],
    ["severity", ({ entry }) => entry.severity],
    ["because", ({ entry }) => entry.because],
    ["section", ({ entry }) => entry.section],
    ...placeColumns<Within<RequirementReport>>(({ entry }) => entry.location),
    ["evidence", ({ entry }) => listed(entry.evidence)],
    ["fingerprint", ({ entry }) => entry.fingerprint ?? null],
    ["message", ({ entry }) => entry.message],
    ["suppressed", ({ entry }) => entry.suppressed !== undefined],
  ];
  return buildDataTable(
    columns,
    within(report.documents, ({ requirements }) => requirements),
  );
}

function groupsData(report: Report): DataTable {
  interface Row {
    readonly by: string;
    readonly group: GroupReport;
  }
  const columns: DataColumn<Row>[] = [
    ["grouped_by", ({ by }) => by],
    ["value", ({ group }) => group.value],
    ["documents", ({ group }) => group.documents],
    ["audited", ({ group }) => group.audited],
    ["failed", ({ group }) => group.failed],
    ["coverage", ({ group }) => group.coverage.share],
    ["coverage_up_to", ({ group }) => group.coverage.upTo],
    ["sections_expected", ({ group }) => group.coverage.expected],
    ["sections_covered", ({ group }) => group.coverage.covered],
    ["sections_review", ({ group }) => group.coverage.review],
    ["depth", ({ group }) => group.coverage.depth],
    ...verdicts.map((verdict): DataColumn<Row> => [
      `verdict_${columnName(verdict)}`,
      ({ group }) => group.verdicts[verdict],
    ]),
    ["gaps", ({ group }) => group.gaps],
  ];
  return buildDataTable(
    columns,
    (report.groupings ?? []).flatMap(({ by, groups }) => groups.map((group) => ({ by, group }))),
  );
}

/** What the figures rest on. */
function methodData(report: Report): DataTable {
  const models = [...new Set(report.documents.map(({ scoreModel }) => scoreModel))];
  return {
    columns: ["item", "value"],
    rows: [
      ["schema", report.schema],
      ["tool", `${report.tool.name} ${report.tool.version}`],
      ...report.packs.map(({ id, version, sha256 }) => ["pack", `${id} ${version} ${sha256}`]),
      ...models.map((model) => ["score_model", model]),
    ],
  };
}

export const dataTables: Readonly<Record<TableName, (report: Report) => DataTable>> = {
  documents: documentsData,
  sections: sectionsData,
  evidence: evidenceData,
  gaps: gapsData,
  requirements: requirementsData,
  groups: groupsData,
  method: methodData,
};
