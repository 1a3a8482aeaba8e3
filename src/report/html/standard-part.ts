// Boilerplate: sentences that stand word for word in many documents, and so say little of each of them.
import { htmlMessage } from "../../messages/html-message.ts";
import { standardTypeName } from "../repeated-sentences.ts";
import type { Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { repeatedSentencesPart } from "./repeated-sentences.ts";

/** Nothing when no sentence was marked. */
export function standardPart(context: PageContext): Markup {
  const { lang, report } = context;
  const sentences = (report.standardText ?? []).map((sentence) => {
    const type = standardTypeName(sentence, report, lang);
    return {
      text: sentence.text,
      where: htmlMessage(lang, "standard.where", { n: sentence.documents, type }),
    };
  });
  return repeatedSentencesPart(context, { id: "standardtext", texts: "standard" }, sentences);
}
