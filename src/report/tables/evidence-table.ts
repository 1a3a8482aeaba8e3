// One row a match: what was credited, and what was found and not counted, with the words around it.
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DiscountedReport, EvidenceReport, Report } from "../../model/report.ts";
import { discountedReason, levelName } from "../reasons.ts";
import { sectionName } from "../section-name.ts";
import { sharedWith } from "../shared-text.ts";
import { documentColumns, list, orEmpty, place, prose, sectionFinder, within, type Within } from "./cells.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

type Entry =
  | { readonly counts: true; readonly piece: EvidenceReport }
  | { readonly counts: false; readonly piece: DiscountedReport };
type Row = Within<Entry>;

/** Credited evidence in the order of the document; after it what was not counted. */
export function evidenceTable(report: Report, lang: Language): Table {
  return buildTable(
    columns(report, lang),
    within(report.documents, (document): Entry[] => [
      ...document.evidence.map((piece): Entry => ({ counts: true, piece })),
      ...document.discounted.map((piece): Entry => ({ counts: false, piece })),
    ]),
  );
}

function columns(report: Report, lang: Language): ColumnOf<Row>[] {
  const findSection = sectionFinder();
  const credited =
    <Value extends string | number | null>(value: (piece: EvidenceReport) => Value) =>
    ({ entry }: Row): Value | null =>
      entry.counts ? value(entry.piece) : null;
  return [
    ...documentColumns<Entry>(report, lang),
    {
      heading: message(lang, "column.section"),
      kind: "prose",
      width: 34,
      value: ({ document, entry }) => {
        const section = findSection(document, entry.piece.section);
        return section === undefined ? null : sectionName(section, lang);
      },
    },
    {
      heading: message(lang, "column.place"),
      kind: "text",
      width: 14,
      value: ({ entry }) => place(entry.piece.location, lang),
    },
    {
      heading: message(lang, "column.counts"),
      kind: "text",
      width: 12,
      value: ({ entry }) =>
        entry.counts
          ? message(lang, entry.piece.standardText === true ? "cell.yesStandard" : "cell.yes")
          : message(lang, "cell.noBecause", { reason: discountedReason(entry.piece.reason, lang) }),
    },
    {
      heading: message(lang, "column.level"),
      kind: "count",
      width: 7,
      value: credited(({ level }) => level),
    },
    {
      heading: message(lang, "column.levelName"),
      kind: "text",
      width: 12,
      value: credited(({ level }) => levelName(level, lang)),
    },
    {
      heading: message(lang, "column.before"),
      kind: "leading",
      width: 50,
      value: ({ entry }) => orEmpty(prose(entry.piece.excerpt.before)),
    },
    {
      heading: message(lang, "column.match"),
      kind: "text",
      width: 28,
      value: ({ entry }) => clippedText(entry.piece.excerpt.match, 200),
    },
    {
      heading: message(lang, "column.after"),
      kind: "text",
      width: 50,
      value: ({ entry }) => orEmpty(prose(entry.piece.excerpt.after)),
    },
    {
      heading: message(lang, "column.link"),
      kind: "text",
      width: 14,
      value: credited(({ chain }) => message(lang, `chain.${chain}`)),
    },
    {
      heading: message(lang, "column.policyGoals"),
      kind: "text",
      width: 10,
      value: credited(({ policyGoals }) => list(policyGoals.map(String))),
    },
    {
      heading: message(lang, "column.strength"),
      kind: "text",
      width: 9,
      value: credited(({ strength }) => message(lang, `strength.${strength}`)),
    },
    {
      heading: message(lang, "column.rule"),
      kind: "text",
      width: 26,
      value: ({ entry }) => plainText(entry.piece.rule),
    },
    {
      heading: message(lang, "column.sharedWith"),
      kind: "text",
      width: 30,
      value: ({ document, entry }) =>
        entry.counts ? orEmpty(sharedWith(entry.piece, document.path, report)) : null,
    },
  ];
}
