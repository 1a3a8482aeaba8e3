// How places, names and lists of a report become cells.
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { factOf, factsIn } from "../../model/document-facts.ts";
import type { DocumentFacts, DocumentReport, Report, SectionReport } from "../../model/report.ts";
import type { Location } from "../../model/location.ts";
import { factName } from "../facts.ts";
import { documentName } from "../terminal/document-name.ts";
import { sectionName } from "../section-name.ts";
import type { ColumnOf } from "./table.ts";

/** An entry of a document: a section, a piece of evidence, a gap. */
export interface Within<Entry> {
  readonly document: DocumentReport;
  readonly entry: Entry;
}

/** Longest text in a cell. Excel holds 32 767 characters; no one reads a tenth of that in a cell. */
const longest = 2000;

export const prose = (text: string): string => clippedText(text, longest);

/** "" as an empty cell. */
export const orEmpty = (text: string): string | null => (text === "" ? null : text);

export const list = (parts: readonly string[], between = ", "): string | null => orEmpty(parts.join(between));

export const place = (location: Location, lang: Language): string => plainText(formatPlace(location, lang));

/** All entries of a kind, document by document. */
export function within<Entry>(
  documents: readonly DocumentReport[],
  entriesOf: (document: DocumentReport) => readonly Entry[],
): Within<Entry>[] {
  return documents.flatMap((document) => entriesOf(document).map((entry) => ({ document, entry })));
}

/** The section of a document by its id, for the entries that stand in one. */
export function sectionFinder(): (document: DocumentReport, id: string | null) => SectionReport | undefined {
  const byDocument = new WeakMap<DocumentReport, Map<string, SectionReport>>();
  return (document, id) => {
    if (id === null) return undefined;
    let sections = byDocument.get(document);
    if (sections === undefined) {
      sections = new Map(document.sections.map((section) => [section.id, section]));
      byDocument.set(document, sections);
    }
    return sections.get(id);
  };
}

/** Names of sections, in the order given; ids that the document does not have are left out. */
export function sectionNames(
  document: DocumentReport,
  ids: readonly string[],
  lang: Language,
): string | null {
  if (ids.length === 0) return null;
  const byId = new Map(document.sections.map((section) => [section.id, section]));
  const names = ids.flatMap((id) => {
    const section = byId.get(id);
    return section === undefined ? [] : [sectionName(section, lang)];
  });
  return orEmpty(prose(names.join("; ")));
}

/** The columns of a table in which each row belongs to a document: its name, and what is known of it from a list. */
export function documentColumns<Entry>(report: Report, lang: Language): ColumnOf<Within<Entry>>[] {
  return [
    {
      heading: message(lang, "column.document"),
      kind: "text",
      width: 34,
      value: ({ document }) => documentName(document, lang),
    },
    ...factColumns<Within<Entry>>(report, lang, ({ document }) => document),
  ];
}

/** What the list of the archive says of documents: a column for each fact that one of them has. */
export function factColumns<Row>(
  report: Report,
  lang: Language,
  documentOf: (row: Row) => DocumentFacts,
): ColumnOf<Row>[] {
  return factsIn([...report.documents, ...(report.duplicates ?? [])]).map((name) => ({
    heading: factName(name, lang),
    kind: "text",
    width: name === "year" ? 7 : 24,
    value: (row) => {
      const value = factOf(documentOf(row), name);
      return typeof value === "string" ? orEmpty(prose(value)) : value;
    },
  }));
}
