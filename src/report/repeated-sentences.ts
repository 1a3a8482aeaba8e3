// Sentences that stand in several documents, a line each, as formats of text tell them.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { Report, StandardTextReport } from "../model/report.ts";
import { sharedFiles } from "./shared-text.ts";

/** Letters of a sentence that are shown. */
export const shownLength = 300;

/** One kind of them: how the keys of its title and reason begin, and its lines. */
export interface RepeatedSentences {
  readonly texts: "standard" | "shared";
  readonly lines: readonly string[];
}

/** Boilerplate, then what decisions have from the reports behind them; kinds without a sentence are left out. */
export function repeatedSentences(report: Report, lang: Language): RepeatedSentences[] {
  const { standardText = [], sharedText = [] } = report;
  const kinds: RepeatedSentences[] = [
    { texts: "standard", lines: standardText.map((sentence) => standardLine(sentence, report, lang)) },
    {
      texts: "shared",
      lines: sharedText.map((shared) =>
        message(lang, "shared.line", {
          files: sharedFiles(shared),
          text: clippedText(shared.text, shownLength),
        }),
      ),
    },
  ];
  return kinds.filter(({ lines }) => lines.length > 0);
}

/** The kind of documents that boilerplate stands in, in words. */
export function standardTypeName(
  { type }: Pick<StandardTextReport, "type">,
  { labels }: Pick<Report, "labels">,
  lang: Language,
): string {
  const label = Object.hasOwn(labels.types, type) ? labels.types[type]?.[lang] : undefined;
  return plainText(label ?? message(lang, "document.typeUnknown"));
}

function standardLine(sentence: StandardTextReport, report: Pick<Report, "labels">, lang: Language): string {
  return message(lang, "standard.line", {
    n: sentence.documents,
    type: standardTypeName(sentence, report, lang),
    text: clippedText(sentence.text, shownLength),
  });
}
