// What a section is called in a report: its number and heading, or what kind of part it is.
import { clippedText } from "../messages/plain-text.ts";
import { message, type Language } from "../messages/message.ts";
import type { SectionReport } from "../model/report.ts";

/** "3.2 Barn och ungas hälsa"; "inledande text" or "del 4" when the section has neither number nor heading. */
export function sectionName(
  section: Pick<SectionReport, "id" | "number" | "heading" | "depth">,
  lang: Language,
): string {
  const heading = clippedText(section.heading, 160);
  const number = section.number === null ? "" : clippedText(section.number, 20);
  const name = [number, heading].filter((part) => part !== "").join(" ");
  if (name !== "") return name;
  return section.depth === 0
    ? message(lang, "section.opening")
    : message(lang, "section.part", { n: section.id.replace(/\D/g, "") });
}
