// What every part of the page needs to know: the report, the language, and the address of each document and section.
import { plainText } from "../../messages/plain-text.ts";
import type { Language } from "../../messages/message.ts";
import type { DocumentReport, Report, SectionReport } from "../../model/report.ts";
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
  /** Section id → its address on the page. */
  readonly sectionAnchors: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, SectionReport>;
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

const titleLength = 90;

/** The last part of a path: what people call the file. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function titleOf(document: DocumentReport): string {
  return plainText(document.title ?? "").trim();
}

/**
 * The document's own title where it can stand as its name: several words, no whole paragraph, and no other document of
 * the report has it ("Tjänsteskrivelse", "Innehållsförteckning" name nothing). Otherwise the file's name.
 */
function shownName(document: DocumentReport, taken: ReadonlyMap<string, number>, lang: Language): string {
  const title = titleOf(document);
  const names = /\s/u.test(title) && title.length <= titleLength && taken.get(title.toLowerCase()) === 1;
  return names ? title : fileName(documentName(document, lang));
}

/** Gives each audited document an anchor and a name that no other has. */
export function openPage(report: Report, options: { lang: Language; details: boolean }): PageContext {
  const { lang, details } = options;
  const taken = new Map<string, number>();
  for (const document of report.documents) {
    const title = titleOf(document).toLowerCase();
    taken.set(title, (taken.get(title) ?? 0) + 1);
  }
  const documents = report.documents.flatMap((document, index) => {
    if (document.status !== "audited") return [];
    const anchor = `d${String(index + 1)}`;
    return [
      {
        document,
        anchor,
        name: shownName(document, taken, lang),
        file: documentName(document, lang),
        typeName: documentTypeName(document, report.labels, lang),
        sectionAnchors: new Map(
          document.sections.map((section, at) => [section.id, `${anchor}s${String(at + 1)}`]),
        ),
        sections: new Map(document.sections.map((section) => [section.id, section])),
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
