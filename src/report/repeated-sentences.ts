// Sentences that stand in several documents, a line each, as formats of text tell them.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { Report, StandardTextReport } from "../model/report.ts";
import { sharedFiles } from "./shared-text.ts";

const textLength = 300;

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
          text: clippedText(shared.text, textLength),
        }),
      ),
    },
  ];
  return kinds.filter(({ lines }) => lines.length > 0);
}

function standardLine(
  { documents, type, text }: StandardTextReport,
  { labels }: Pick<Report, "labels">,
  lang: Language,
): string {
  const label = Object.hasOwn(labels.types, type) ? labels.types[type]?.[lang] : undefined;
  return message(lang, "standard.line", {
    n: documents,
    type: plainText(label ?? message(lang, "document.typeUnknown")),
    text: clippedText(text, textLength),
  });
}
