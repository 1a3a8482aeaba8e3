// One row a gap: what is lacking where, what to ask and what to do.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { GapReport, Report } from "../../model/report.ts";
import { sectionName } from "../section-name.ts";
import { suppressedReason } from "../suppressed.ts";
import { documentColumns, orEmpty, place, prose, sectionFinder, within, type Within } from "./cells.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

type Row = Within<GapReport>;

/** In the order of the report: the gravest of each document first. */
export function gapsTable(report: Report, lang: Language): Table {
  return buildTable(
    columns(report, lang),
    within(report.documents, ({ gaps }) => gaps),
  );
}

function columns(report: Report, lang: Language): ColumnOf<Row>[] {
  const findSection = sectionFinder();
  const text = (
    key: "column.lacking" | "column.question" | "column.recommendation" | "column.source",
    width: number,
    value: (gap: GapReport) => string,
  ): ColumnOf<Row> => ({
    heading: message(lang, key),
    kind: "prose",
    width,
    value: ({ entry }) => orEmpty(prose(value(entry))),
  });
  return [
    ...documentColumns<GapReport>(report, lang),
    {
      heading: message(lang, "column.section"),
      kind: "prose",
      width: 36,
      value: ({ document, entry }) => {
        const section = findSection(document, entry.section);
        return section === undefined ? null : sectionName(section, lang);
      },
    },
    {
      heading: message(lang, "column.place"),
      kind: "text",
      width: 14,
      value: ({ entry }) => place(entry.location, lang),
    },
    {
      heading: message(lang, "column.severity"),
      kind: "text",
      width: 11,
      value: ({ entry }) => message(lang, `severity.${entry.severity}`),
    },
    text("column.lacking", 44, (gap) => gap.message),
    text("column.question", 40, (gap) => gap.question),
    text("column.recommendation", 44, (gap) => gap.recommendation),
    text("column.source", 28, (gap) => gap.source),
    {
      heading: message(lang, "column.rule"),
      kind: "text",
      width: 26,
      value: ({ entry }) => plainText(entry.rule),
    },
    {
      heading: message(lang, "column.fingerprint"),
      kind: "text",
      width: 19,
      value: ({ entry }) => plainText(entry.fingerprint),
    },
    {
      heading: message(lang, "column.suppressed"),
      kind: "prose",
      width: 30,
      value: ({ entry }) => orEmpty(suppressedReason(entry, lang)),
    },
  ];
}
