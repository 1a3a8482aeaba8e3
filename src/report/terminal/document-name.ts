// What a document is called, and its recognised type in words, from the labels that the report carries.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report } from "../../model/report.ts";

/** The path as the user gave it; what came through standard input says so. */
export function documentName(document: DocumentReport, lang: Language): string {
  return document.path === "-" ? message(lang, "document.standardInput") : plainText(document.path);
}

/** The label of the document's type; its id when the report has no label for it. */
export function documentTypeName(
  document: Pick<DocumentReport, "type" | "notices">,
  labels: Report["labels"],
  lang: Language,
): string {
  const { id } = document.type;
  const label = Object.hasOwn(labels.types, id) ? labels.types[id] : undefined;
  const uncertain = document.notices.some(({ code }) => code === "TYPE_UNCERTAIN");
  if (label !== undefined) {
    const type = plainText(label[lang]);
    return uncertain ? message(lang, "document.typeUncertain", { type }) : type;
  }
  // "ovrigt" is the absence of a type, so no pack has a name for it.
  return id === "ovrigt" || id === "" ? message(lang, "document.typeUnknown") : plainText(id);
}
