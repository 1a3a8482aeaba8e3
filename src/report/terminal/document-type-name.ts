// The recognised type of a document in words, from the labels that the report carries.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report } from "../../model/report.ts";

/** The label of the document's type; its id when the report has no label for it. */
export function documentTypeName(document: DocumentReport, labels: Report["labels"], lang: Language): string {
  const label = Object.hasOwn(labels.types, document.type.id) ? labels.types[document.type.id] : undefined;
  return plainText(
    label?.[lang] ?? (document.type.id === "" ? message(lang, "document.typeUnknown") : document.type.id),
  );
}
