// Boilerplate: sentences that stand word for word in many documents, and so say little of each of them.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { repeatedSentencesPart } from "./repeated-sentences.ts";

/** Nothing when no sentence was marked. */
export function standardPart(context: PageContext): Markup {
  const { lang, report } = context;
  const sentences = (report.standardText ?? []).map(({ documents, type, text }) => {
    const { types } = report.labels;
    const label = plainText(
      (Object.hasOwn(types, type) ? types[type]?.[lang] : undefined) ?? message(lang, "document.typeUnknown"),
    );
    return { text, where: htmlMessage(lang, "standard.where", { n: documents, type: label }) };
  });
  return repeatedSentencesPart(context, { id: "standardtext", texts: "standard" }, sentences);
}
