// What is said of findings that do not count: an exception that nobody sees is never taken back.
import { message, type Language } from "../messages/message.ts";
import { clippedText } from "../messages/plain-text.ts";
import type { FindingMarks, SuppressedReport } from "../model/check-report.ts";
import type { DocumentReport, GapReport } from "../model/report.ts";
import { sectionName } from "./section-name.ts";

type Finding = Pick<FindingMarks, "suppressed">;

/** Does the finding count? Every format counts and lists the same ones as what is to be done; the others it only names. */
export function isCounted({ suppressed }: Finding): boolean {
  return suppressed === undefined;
}

/** The gaps of a document that nobody has suppressed. */
export function countedGaps({ gaps }: Pick<DocumentReport, "gaps">): readonly GapReport[] {
  return gaps.filter(isCounted);
}

/** "Uppdelat efter avtal, Anna, till och med 2027-01-31"; "" where the finding counts. */
export function suppressedReason({ suppressed }: Finding, lang: Language): string {
  return suppressed === undefined ? "" : reasonOf(suppressed, lang);
}

/** "undantaget: Uppdelat efter avtal, Anna"; "" where the finding counts. */
function suppressionText(finding: Finding, lang: Language): string {
  const reason = suppressedReason(finding, lang);
  return reason === "" ? "" : message(lang, "suppressed.because", { reason });
}

/** The same in parentheses, to be put after what the finding says. */
export function suppressionNote(finding: Finding, lang: Language): string {
  const text = suppressionText(finding, lang);
  return text === "" ? "" : ` (${text})`;
}

/** "Uppdelat efter avtal, Anna, till och med 2027-01-31" */
function reasonOf({ reason, owner, until }: SuppressedReport, lang: Language): string {
  return [
    clippedText(reason, 200),
    ...(owner === undefined ? [] : [clippedText(owner, 60)]),
    ...(until === undefined ? [] : [message(lang, "suppressed.until", { day: clippedText(until, 20) })]),
  ].join(", ");
}

/** A line for each suppressed finding of a document. */
export function suppressedLines(document: DocumentReport, lang: Language): string[] {
  const line = (what: string, suppressed: SuppressedReport): string =>
    message(lang, "suppressed.line", { what, reason: reasonOf(suppressed, lang) });
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return [
    ...(document.check?.lost ?? []).flatMap(({ suppressed, message: text }) =>
      suppressed === undefined ? [] : [line(clippedText(text, 300), suppressed)],
    ),
    ...document.gaps.flatMap(({ suppressed, section, message: text }) => {
      const own = sections.get(section);
      const place = own === undefined ? "" : `${sectionName(own, lang)}: `;
      return suppressed === undefined ? [] : [line(`${place}${clippedText(text, 200)}`, suppressed)];
    }),
    ...document.requirements.flatMap(({ suppressed, id, title }) =>
      suppressed === undefined ? [] : [line(`${id} ${clippedText(title, 200)}`, suppressed)],
    ),
  ];
}
