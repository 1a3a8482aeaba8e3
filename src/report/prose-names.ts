// What documents are called in running text.
import type { Language } from "../messages/message.ts";
import type { DocumentReport, Report } from "../model/report.ts";
import { namingTitles } from "./document-titles.ts";
import { documentName, documentTypeName } from "./terminal/document-name.ts";

/** A type recognised with less confidence (0..1) than this is a guess, and no name. */
const surely = 0.7;

/**
 * A name for each document that tells it from the others: its title where that can stand as a name, or its type ("Mål och
 * budget") where that is sure and no other document has it, otherwise the name of its file.
 */
export function nameDocuments(report: Report, lang: Language): ReadonlyMap<DocumentReport, string> {
  const titles = namingTitles(report.documents);
  const count = new Map<string, number>();
  const keys = report.documents.map((document) =>
    document.status === "audited" && document.type.confidence >= surely ? document.type.id : "",
  );
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
  return new Map(
    report.documents.map((document, index) => {
      const key = keys[index] ?? "";
      const typed =
        key !== "" && key !== "ovrigt" && count.get(key) === 1 && Object.hasOwn(report.labels.types, key);
      const byType = typed ? documentTypeName(document, report.labels, lang) : fileName(document, lang);
      return [document, titles.get(document) ?? byType];
    }),
  );
}

/** The name of the document's file, without its folders. */
export function fileName(document: DocumentReport, lang: Language): string {
  const name = documentName(document, lang);
  return name.slice(name.lastIndexOf("/") + 1);
}
