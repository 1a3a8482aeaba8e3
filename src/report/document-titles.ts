// Which documents can be called by their own title. The page and the summary call them the same.
import { plainText } from "../messages/plain-text.ts";
import type { DocumentReport } from "../model/report.ts";

const longestTitle = 90;

function titleOf(document: DocumentReport): string {
  return plainText(document.title ?? "").trim();
}

/**
 * The documents whose title can stand as their name: several words, no whole paragraph, and no other document of the
 * report has it ("Tjänsteskrivelse", "Innehållsförteckning" name nothing).
 */
export function namingTitles(documents: readonly DocumentReport[]): ReadonlyMap<DocumentReport, string> {
  const count = new Map<string, number>();
  for (const document of documents) {
    const title = titleOf(document).toLowerCase();
    count.set(title, (count.get(title) ?? 0) + 1);
  }
  return new Map(
    documents.flatMap((document) => {
      const title = titleOf(document);
      const names = /\s/u.test(title) && title.length <= longestTitle && count.get(title.toLowerCase()) === 1;
      return names ? [[document, title] as const] : [];
    }),
  );
}
