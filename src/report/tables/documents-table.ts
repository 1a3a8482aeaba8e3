// One row a document (and, with several rule packs, one for each of them): what a strategist looks at first.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type {
  BesideReport,
  DocumentReport,
  DuplicateReport,
  Report,
  RequirementStatus,
  Severity,
} from "../../model/report.ts";
import { chainLinks } from "../../model/rule.ts";
import { linksIn, linkState } from "../chain-state.ts";
import { countedGaps } from "../suppressed.ts";
import { documentName, documentTypeName } from "../terminal/document-name.ts";
import { factColumns, list, orEmpty, prose } from "./cells.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

/** A document as one pack sees it. */
interface Row {
  readonly document: DocumentReport;
  /** What another pack than the first makes of it; undefined is the first. */
  readonly beside: BesideReport | undefined;
}

/** With several rule packs, a row for each pack that judged the document. */
export function documentsTable(report: Report, lang: Language): Table {
  const several = report.documents.some(({ beside }) => beside !== undefined);
  const rows = report.documents.flatMap((document): Row[] => [
    { document, beside: undefined },
    ...(document.beside ?? []).map((beside) => ({ document, beside })),
  ]);
  const table = buildTable(
    [...nameColumns(report, lang, several), ...figureColumns(lang), ...countColumns(report, lang)],
    rows,
  );
  const { duplicates = [] } = report;
  return duplicates.length === 0 ? table : withDuplicates(table, duplicates, report, lang);
}

/** With a row for each file that has the content of another: its name and what is known of it, and no figure. */
function withDuplicates(
  { columns, rows }: Table,
  duplicates: readonly DuplicateReport[],
  report: Report,
  lang: Language,
): Table {
  const own = buildTable<DuplicateReport>(
    [
      {
        heading: message(lang, "column.document"),
        kind: "text",
        width: 40,
        value: ({ path }) => plainText(path),
      },
      ...factColumns<DuplicateReport>(report, lang, (duplicate) => duplicate),
      {
        heading: message(lang, "column.verdict"),
        kind: "text",
        width: 22,
        value: () => message(lang, "verdict.duplicate"),
      },
    ],
    duplicates,
  );
  const placeOf = new Map(own.columns.map(({ heading }, index) => [heading, index]));
  const added = own.rows.map((row, index) => [
    ...columns.map(({ heading }) => row[placeOf.get(heading) ?? -1] ?? null),
    plainText(duplicates[index]?.duplicateOf ?? ""),
  ]);
  return {
    columns: [...columns, { heading: message(lang, "column.duplicateOf"), kind: "text", width: 40 }],
    rows: [...rows.map((row) => [...row, null]), ...added],
  };
}

const audited = ({ document }: Row): boolean => document.status === "audited";
const judged = ({ document, beside }: Row) => beside ?? document;
/** Counts that are told once a document, in the row of the first pack. */
const once =
  (value: (document: DocumentReport) => number | string | null) =>
  (row: Row): number | string | null =>
    row.beside === undefined ? value(row.document) : null;

function nameColumns(report: Report, lang: Language, several: boolean): ColumnOf<Row>[] {
  const packTitle = (id: string): string =>
    plainText(report.packs.find((pack) => pack.id === id)?.title[lang] ?? id);
  const first = report.packs[0]?.id ?? "";
  return [
    {
      heading: message(lang, "column.document"),
      kind: "text",
      width: 40,
      value: ({ document }) => documentName(document, lang),
    },
    ...factColumns<Row>(report, lang, ({ document }) => document),
    ...(several
      ? [
          {
            heading: message(lang, "column.pack"),
            kind: "text" as const,
            width: 16,
            value: ({ beside }: Row) => packTitle(beside?.pack ?? first),
          },
        ]
      : []),
    {
      heading: message(lang, "column.type"),
      kind: "text",
      width: 24,
      value: (row) => (audited(row) ? documentTypeName(row.document, report.labels, lang) : null),
    },
    {
      heading: message(lang, "column.verdict"),
      kind: "text",
      width: 22,
      value: (row) => message(lang, `verdict.${audited(row) ? judged(row).verdict : "unreadable"}`),
    },
  ];
}

function figureColumns(lang: Language): ColumnOf<Row>[] {
  const figure =
    (value: (row: Row) => number | null) =>
    (row: Row): number | null =>
      audited(row) ? value(row) : null;
  return [
    {
      heading: message(lang, "column.coverage"),
      kind: "share",
      width: 10,
      value: figure((row) => judged(row).coverage.share),
    },
    {
      heading: message(lang, "column.upTo"),
      kind: "share",
      width: 10,
      value: figure((row) => judged(row).coverage.upTo),
    },
    {
      heading: message(lang, "column.expectedSections"),
      kind: "count",
      width: 9,
      value: figure((row) => judged(row).coverage.expected),
    },
    {
      heading: message(lang, "column.coveredSections"),
      kind: "count",
      width: 9,
      value: figure((row) => judged(row).coverage.covered),
    },
    {
      heading: message(lang, "column.reviewSections"),
      kind: "count",
      width: 9,
      value: figure((row) => judged(row).coverage.review),
    },
    {
      heading: message(lang, "column.unreadSections"),
      kind: "count",
      width: 9,
      value: figure((row) => row.document.sections.filter(({ status }) => status === "unread").length),
    },
    {
      heading: message(lang, "column.depth"),
      kind: "decimal",
      width: 8,
      value: figure((row) => judged(row).coverage.depth),
    },
    ...chainLinks.map((link): ColumnOf<Row> => ({
      heading: message(lang, "column.chain", { link: message(lang, `chain.${link}`) }),
      kind: "count",
      width: 9,
      value: figure((row) => {
        // Numbers stay numbers: what nobody can say yet is left empty, and named in the column after these.
        const state = linkState(judged(row).chain[link]);
        return state === "notExpected" || state === "toJudge" ? null : judged(row).chain[link].level;
      }),
    })),
    {
      heading: message(lang, "column.linksToJudge"),
      kind: "prose",
      width: 20,
      value: (row) =>
        audited(row)
          ? list(linksIn(judged(row).chain, "toJudge").map((link) => message(lang, `chain.${link}`)))
          : null,
    },
    {
      heading: message(lang, "column.flags"),
      kind: "prose",
      width: 30,
      value: (row) =>
        list(
          judged(row).flags.map((flag) => message(lang, `flag.${flag}`)),
          "; ",
        ),
    },
  ];
}

function countColumns(report: Report, lang: Language): ColumnOf<Row>[] {
  const goals = [...new Set(report.documents.flatMap(({ policyGoals }) => Object.keys(policyGoals)))];
  const count = (heading: string, value: (document: DocumentReport) => number): ColumnOf<Row> => ({
    heading,
    kind: "count",
    width: 9,
    value: once((document) => (document.status === "audited" ? value(document) : null)),
  });
  const requirements = (status: RequirementStatus) => (document: DocumentReport) =>
    document.requirements.filter((requirement) => requirement.status === status).length;
  return [
    ...goals.map((id) =>
      count(
        message(lang, "column.policyGoal", { id: plainText(id) }),
        (document) => document.policyGoals[id] ?? 0,
      ),
    ),
    count(message(lang, "column.requirementsMet"), requirements("met")),
    count(message(lang, "column.requirementsPartly"), requirements("partly")),
    count(message(lang, "column.requirementsUnmet"), requirements("unmet")),
    ...(["high", "medium", "low"] as const).map((severity: Severity) =>
      count(
        message(lang, "column.gapsOf", { severity: message(lang, `severity.${severity}`) }),
        (document) => countedGaps(document).filter((gap) => gap.severity === severity).length,
      ),
    ),
    {
      heading: message(lang, "column.readShare"),
      kind: "share",
      width: 8,
      value: once((document) => document.reading.share),
    },
    {
      heading: message(lang, "column.pages"),
      kind: "count",
      width: 8,
      value: once((document) => document.pages),
    },
    count(message(lang, "column.words"), (document) => document.words),
    {
      heading: message(lang, "column.format"),
      kind: "text",
      width: 8,
      value: once((document) => document.format),
    },
    {
      heading: message(lang, "column.title"),
      kind: "text",
      width: 30,
      value: once((document) => (document.title === null ? null : orEmpty(prose(document.title)))),
    },
    {
      heading: message(lang, "column.notices"),
      kind: "prose",
      width: 50,
      value: once((document) =>
        orEmpty(prose(document.notices.map((notice) => `${notice.message} ${notice.hint}`).join(" "))),
      ),
    },
  ];
}
