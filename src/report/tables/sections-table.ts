// One row a section, in the order of the document: to filter by status or level and work through.
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report, SectionReport } from "../../model/report.ts";
import { levelName, reasonsText } from "../reasons.ts";
import { sectionName } from "../section-name.ts";
import { countedGaps } from "../suppressed.ts";
import { documentColumns, list, orEmpty, place, prose, within, type Within } from "./cells.ts";
import { buildTable, type ColumnOf, type Table } from "./table.ts";

type Row = Within<SectionReport>;

/** Documents in the order of the report, sections in reading order. */
export function sectionsTable(report: Report, lang: Language): Table {
  return buildTable(
    columns(report, lang),
    within(report.documents, ({ sections }) => sections),
  );
}

/** How many of `entries` stand in each section, worked out once a document. */
function counter(
  entriesOf: (document: DocumentReport) => readonly { readonly section: string }[],
): (row: Row) => number {
  const counts = new WeakMap<DocumentReport, Map<string, number>>();
  return ({ document, entry }) => {
    let bySection = counts.get(document);
    if (bySection === undefined) {
      bySection = new Map();
      for (const { section } of entriesOf(document))
        bySection.set(section, (bySection.get(section) ?? 0) + 1);
      counts.set(document, bySection);
    }
    return bySection.get(entry.id) ?? 0;
  };
}

function order(): (row: Row) => number {
  const orders = new WeakMap<SectionReport, number>();
  return ({ document, entry }) => {
    if (!orders.has(entry)) document.sections.forEach((section, index) => orders.set(section, index + 1));
    return orders.get(entry) ?? 0;
  };
}

function roleName(report: Report, role: string, lang: Language): string | null {
  if (role === "body") return null;
  if (role === "front-page") return message(lang, "outline.frontPage");
  return plainText(
    Object.hasOwn(report.labels.roles, role) ? (report.labels.roles[role]?.[lang] ?? role) : role,
  );
}

function columns(report: Report, lang: Language): ColumnOf<Row>[] {
  return [
    ...documentColumns<SectionReport>(report, lang),
    { heading: message(lang, "column.order"), kind: "count", width: 6, value: order() },
    {
      heading: message(lang, "column.section"),
      kind: "prose",
      width: 44,
      value: ({ entry }) => sectionName(entry, lang),
    },
    {
      heading: message(lang, "column.place"),
      kind: "text",
      width: 14,
      value: ({ entry }) => place(entry.location, lang),
    },
    {
      heading: message(lang, "column.status"),
      kind: "text",
      width: 12,
      value: ({ entry }) => message(lang, `status.${entry.status}`),
    },
    { heading: message(lang, "column.level"), kind: "count", width: 7, value: ({ entry }) => entry.level },
    {
      heading: message(lang, "column.levelName"),
      kind: "text",
      width: 12,
      // Only what was read and judged is said to be missing.
      value: ({ entry }) =>
        entry.level === 0 && entry.status !== "missing" && entry.status !== "present"
          ? null
          : levelName(entry.level, lang),
    },
    ...besideColumns(report, lang),
    {
      heading: message(lang, "column.expected"),
      kind: "text",
      width: 9,
      value: ({ entry }) => message(lang, entry.expected ? "cell.yes" : "cell.no"),
    },
    {
      heading: message(lang, "column.because"),
      kind: "prose",
      width: 40,
      value: ({ entry }) => orEmpty(reasonsText(entry.because, lang)),
    },
    {
      heading: message(lang, "column.reviewTerms"),
      kind: "prose",
      width: 26,
      value: ({ entry }) => list(entry.reviewTerms.map((term) => clippedText(term, 60))),
    },
    {
      heading: message(lang, "column.evidenceCount"),
      kind: "count",
      width: 9,
      value: counter(({ evidence }) => evidence),
    },
    {
      heading: message(lang, "column.gapCount"),
      kind: "count",
      width: 9,
      value: counter(countedGaps),
    },
    {
      heading: message(lang, "column.links"),
      kind: "text",
      width: 24,
      value: ({ entry }) => list(entry.chain.map((link) => message(lang, `chain.${link}`))),
    },
    {
      heading: message(lang, "column.flags"),
      kind: "prose",
      width: 26,
      value: ({ entry }) =>
        list(
          [
            ...(entry.framing ? [message(lang, "details.framing")] : []),
            ...entry.flags.map((flag) => message(lang, `flag.${flag}`)),
          ],
          "; ",
        ),
    },
    {
      heading: message(lang, "column.neighbours"),
      kind: "prose",
      width: 22,
      value: ({ entry }) => list(entry.neighbours.map((term) => clippedText(term, 60))),
    },
    {
      heading: message(lang, "column.role"),
      kind: "text",
      width: 20,
      value: ({ entry }) => roleName(report, entry.role, lang),
    },
    {
      heading: message(lang, "column.above"),
      kind: "prose",
      width: 30,
      value: ({ entry }) =>
        orEmpty(
          prose(
            entry.path
              .slice(0, -1)
              .map((heading) => plainText(heading))
              .join(" › "),
          ),
        ),
    },
    { heading: message(lang, "column.words"), kind: "count", width: 8, value: ({ entry }) => entry.words },
  ];
}

/** Status and level by each further pack that was used. */
function besideColumns(report: Report, lang: Language): ColumnOf<Row>[] {
  const ids = new Set(report.documents.flatMap(({ beside = [] }) => beside.map(({ pack }) => pack)));
  return [...ids].flatMap((id): ColumnOf<Row>[] => {
    const pack = plainText(report.packs.find((each) => each.id === id)?.title[lang] ?? id);
    const sections = new WeakMap<
      DocumentReport,
      ReadonlyMap<string, Pick<SectionReport, "level" | "status">>
    >();
    const find = ({ document, entry }: Row): Pick<SectionReport, "level" | "status"> | undefined => {
      let byId = sections.get(document);
      if (byId === undefined) {
        const own = document.beside?.find((beside) => beside.pack === id)?.sections ?? [];
        byId = new Map(own.map((section) => [section.id, section]));
        sections.set(document, byId);
      }
      return byId.get(entry.id);
    };
    return [
      {
        heading: message(lang, "column.statusOf", { pack }),
        kind: "text",
        width: 12,
        value: (row) => {
          const section = find(row);
          return section === undefined ? null : message(lang, `status.${section.status}`);
        },
      },
      {
        heading: message(lang, "column.levelOf", { pack }),
        kind: "count",
        width: 9,
        value: (row) => find(row)?.level ?? null,
      },
    ];
  });
}
