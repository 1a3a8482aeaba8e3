// Groups of documents in words: what a grouping and each of its groups is called.
import { message, type Language } from "../messages/message.ts";
import { clippedText } from "../messages/plain-text.ts";
import {
  verdicts,
  type GroupReport,
  type GroupingReport,
  type Report,
  type Verdict,
} from "../model/report.ts";
import { documentTypeName } from "./terminal/document-name.ts";

/** "Efter organisation" */
export function groupingName({ by }: GroupingReport, lang: Language): string {
  if (by === "organisation") return message(lang, "groups.byOrganisation");
  if (by === "year") return message(lang, "groups.byYear");
  if (by === "type") return message(lang, "groups.byType");
  return message(lang, "groups.byColumn", { column: clippedText(by, 60) });
}

/** What its documents have in common; a type by its name. */
export function groupName(
  { value }: GroupReport,
  { by }: GroupingReport,
  report: Report,
  lang: Language,
): string {
  if (value === null) return message(lang, "groups.none");
  if (by === "type") {
    const type = { id: value, confidence: 1, because: [] };
    return documentTypeName({ type, notices: [] }, report.labels, lang);
  }
  return clippedText(value, 120);
}

/** The verdicts that a document of the groups has. */
export function verdictsIn({ groups }: GroupingReport): Verdict[] {
  return verdicts.filter((verdict) => groups.some((group) => group.verdicts[verdict] > 0));
}
