// How places, names and lists of a report become cells.
import { formatPlace, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, SectionReport } from "../../model/report.ts";
import type { Location } from "../../model/location.ts";
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

/** A column of a table in which each row belongs to a document. */
export function documentColumn<Entry>(
  name: (document: DocumentReport) => string,
  heading: string,
): ColumnOf<Within<Entry>> {
  return { heading, kind: "text", width: 34, value: ({ document }) => name(document) };
}
