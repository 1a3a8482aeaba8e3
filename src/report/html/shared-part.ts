// Sentences that minutes have from the report behind them: written once, read in two places.
import { sharedFiles } from "../shared-text.ts";
import type { Markup } from "./markup.ts";
import type { PageContext } from "./page-context.ts";
import { repeatedSentencesPart } from "./repeated-sentences.ts";

/** Nothing when no two documents of a decision share a sentence. */
export function sharedPart(context: PageContext): Markup {
  const sentences = (context.report.sharedText ?? []).map((shared) => ({
    text: shared.text,
    where: sharedFiles(shared),
  }));
  return repeatedSentencesPart(context, { id: "samma-text", texts: "shared" }, sentences);
}
