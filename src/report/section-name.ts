// What a section is called in a report: its number and heading, or what kind of part it is.
import { clippedText } from "../messages/plain-text.ts";
import { message, type Language } from "../messages/message.ts";
import type { SectionReport } from "../model/report.ts";

/** Longest heading above that is shown before a section's own: enough to know it by, short enough for a line. */
const aboveLength = 60;

type NamedSection = Pick<SectionReport, "id" | "number" | "heading" | "depth">;

/**
 * What a section is called where it stands for itself: `headingName`, with the heading above before it where the document
 * has several of that name ("§ 114 Medborgarlöfte › Beslut").
 */
export function sectionName(section: NamedSection & Pick<SectionReport, "under">, lang: Language): string {
  const above = clippedText(section.under ?? "", aboveLength);
  const name = headingName(section, lang);
  return above === "" ? name : `${above} › ${name}`;
}

/** "3.2 Barn och ungas hälsa"; "inledande text" or "del 4" when the section has neither number nor heading. */
export function headingName(section: NamedSection, lang: Language): string {
  const heading = clippedText(section.heading, 160);
  const number = section.number === null ? "" : clippedText(section.number, 20);
  const name = [number, heading].filter((part) => part !== "").join(" ");
  if (name !== "") return name;
  return section.depth === 0
    ? message(lang, "section.opening")
    : message(lang, "section.part", { n: section.id.replace(/\D/g, "") });
}
