// Why a document has no section where the perspective can be expected.
import { message, type Language } from "../messages/message.ts";
import type { DocumentReport } from "../model/report.ts";

/** Whether nothing was judged because the rules do not read the language. */
export function isForeign({ notices }: DocumentReport): boolean {
  return notices.some(({ code }) => code === "FOREIGN_LANGUAGE");
}

/** One sentence: nothing was expected, or nothing was judged, because the rules do not read the language. */
export function nothingExpected(document: DocumentReport, lang: Language): string {
  return message(lang, isForeign(document) ? "document.foreign" : "document.nothingExpected");
}
