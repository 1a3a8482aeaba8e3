// What the list of an archive says of documents, in words.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import { factOf, factsIn } from "../model/document-facts.ts";
import type { DocumentFacts, DuplicateReport } from "../model/report.ts";

const longest = 200;

/** What a fact of `factsIn` is called: an own column as its heading is written. */
export function factName(name: string, lang: Language): string {
  if (name === "organisation" || name === "year") return message(lang, `facts.${name}`);
  return clippedText(name, 60);
}

/** "Organisation: Region Halland", a text for each that the document has; own columns without a cell are left out. */
export function factTexts(document: DocumentFacts, lang: Language): string[] {
  return factsIn([document]).flatMap((name) => {
    const value = factOf(document, name);
    return value === null ? [] : [`${factName(name, lang)}: ${clippedText(String(value), longest)}`];
  });
}

/** "b.pdf: som a.pdf; Organisation: Region Halland" */
export function duplicateLine(duplicate: DuplicateReport, lang: Language): string {
  const { path, duplicateOf } = duplicate;
  const line = message(lang, "duplicates.line", { path: plainText(path), first: plainText(duplicateOf) });
  return [line, ...factTexts(duplicate, lang)].join("; ");
}
