// One row a requirement of each document, with where we looked when it is not met.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Report, RequirementReport } from "../../model/report.ts";
import { sectionName } from "../section-name.ts";
import { suppressedReason } from "../suppressed.ts";
import {
  documentColumns,
  orEmpty,
  place,
  prose,
  sectionFinder,
  sectionNames,
  within,
  type Within,
} from "./cells.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

type Row = Within<RequirementReport>;

/** Documents in the order of the report, requirements in that of the pack. */
export function requirementsTable(report: Report, lang: Language): Table {
  return buildTable(
    columns(report, lang),
    within(report.documents, ({ requirements }) => requirements),
  );
}

function columns(report: Report, lang: Language): ColumnOf<Row>[] {
  const findSection = sectionFinder();
  const text = (
    heading: string,
    width: number,
    value: (requirement: RequirementReport) => string,
  ): ColumnOf<Row> => ({
    heading,
    kind: "prose",
    width,
    value: ({ entry }) => orEmpty(prose(value(entry))),
  });
  return [
    ...documentColumns<RequirementReport>(report, lang),
    {
      heading: message(lang, "column.requirementId"),
      kind: "text",
      width: 11,
      value: ({ entry }) => plainText(entry.id),
    },
    text(message(lang, "column.requirement"), 44, ({ title }) => title),
    {
      heading: message(lang, "column.status"),
      kind: "text",
      width: 15,
      value: ({ entry }) => message(lang, `requirement.${entry.status}`),
    },
    {
      heading: message(lang, "column.severity"),
      kind: "text",
      width: 11,
      // Of what is met nothing is lacking.
      value: ({ entry }) =>
        entry.status === "unmet" || entry.status === "partly"
          ? message(lang, `severity.${entry.severity}`)
          : null,
    },
    {
      heading: message(lang, "column.section"),
      kind: "prose",
      width: 32,
      value: ({ document, entry }) => {
        const section = findSection(document, entry.section);
        if (section !== undefined) return sectionName(section, lang);
        return entry.status === "notApplicable" ? null : message(lang, "requirements.document");
      },
    },
    {
      heading: message(lang, "column.place"),
      kind: "text",
      width: 14,
      value: ({ entry }) => (entry.location === null ? null : place(entry.location, lang)),
    },
    text(message(lang, "column.lacking"), 44, (requirement) => requirement.message),
    {
      heading: message(lang, "column.lackingIn"),
      kind: "prose",
      width: 36,
      value: ({ document, entry }) => sectionNames(document, entry.lacking, lang),
    },
    {
      heading: message(lang, "column.readFirst"),
      kind: "prose",
      width: 30,
      value: ({ document, entry }) => sectionNames(document, entry.review, lang),
    },
    text(message(lang, "column.question"), 40, ({ question }) => question),
    text(message(lang, "column.recommendation"), 44, ({ recommendation }) => recommendation),
    text(message(lang, "column.source"), 28, ({ source }) => source),
    {
      heading: message(lang, "column.evidenceCount"),
      kind: "count",
      width: 9,
      value: ({ entry }) => entry.evidence.length,
    },
    {
      heading: message(lang, "column.searched"),
      kind: "count",
      width: 12,
      value: ({ entry }) => entry.searched.length,
    },
    {
      heading: message(lang, "column.rule"),
      kind: "text",
      width: 26,
      value: ({ entry }) => plainText(entry.rule),
    },
    {
      heading: message(lang, "column.suppressed"),
      kind: "prose",
      width: 30,
      value: ({ entry }) => orEmpty(suppressedReason(entry, lang)),
    },
  ];
}
