// What every part of the page needs to know: the report, the language, and the address of each document and section.
import type { Language } from "../../messages/message.ts";
import type { DocumentReport, Report, SectionReport } from "../../model/report.ts";
import { namingTitles } from "../document-titles.ts";
import { documentName, documentTypeName } from "../terminal/document-name.ts";

/** An audited document as the page shows it. */
export interface PageDocument {
  readonly document: DocumentReport;
  /** "d3": begins the address of everything about it on the page. Ids of a report are a stranger's text, numbers are not. */
  readonly anchor: string;
  /** Its title if that tells it from the others, else the file's name. */
  readonly name: string;
  readonly file: string;
  readonly typeName: string;
}

/** A document whose sections are being written about. */
export interface OpenDocument extends PageDocument {
  /** Section id → its address on the page. */
  readonly sectionAnchors: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, SectionReport>;
}

/** What only the part about the document itself needs: made for one at a time, since an archive has many thousands. */
export function openDocument(item: PageDocument): OpenDocument {
  const { anchor, document } = item;
  return {
    ...item,
    sectionAnchors: new Map(
      document.sections.map((section, at) => [section.id, `${anchor}s${String(at + 1)}`]),
    ),
    sections: new Map(document.sections.map((section) => [section.id, section])),
  };
}

export interface PageContext {
  readonly report: Report;
  readonly lang: Language;
  /** Audited documents, in the order of the report. */
  readonly documents: readonly PageDocument[];
  readonly failed: readonly DocumentReport[];
  /** Unfold every section from the start. */
  readonly details: boolean;
}

/** The last part of a path: what people call the file. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Gives each audited document an anchor and a name that no other has. */
export function openPage(report: Report, options: { lang: Language; details: boolean }): PageContext {
  const { lang, details } = options;
  const titles = namingTitles(report.documents);
  const documents = report.documents.flatMap((document, index) => {
    if (document.status !== "audited") return [];
    const anchor = `d${String(index + 1)}`;
    return [
      {
        document,
        anchor,
        name: titles.get(document) ?? fileName(documentName(document, lang)),
        file: documentName(document, lang),
        typeName: documentTypeName(document, report.labels, lang),
      },
    ];
  });
  return {
    report,
    lang,
    documents,
    failed: report.documents.filter((document) => document.status !== "audited"),
    details,
  };
}
