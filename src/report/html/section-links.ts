// Sections named with links to their rows: a few at once, the rest unfolded.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatPlace } from "../../messages/message.ts";
import type { SectionReport } from "../../model/report.ts";
import { sectionName } from "../section-name.ts";
import { joined, markup, nothing, type Markup } from "./markup.ts";
import type { OpenDocument, PageContext } from "./page-context.ts";
import { documentLanguage } from "./signs.ts";

/** "3.2 Barn och ungas hälsa, sida 14", as a link to its row. */
export function sectionLink(section: SectionReport, item: OpenDocument, context: PageContext): Markup {
  const place = formatPlace(section.location, context.lang);
  return markup`<a href="#${item.sectionAnchors.get(section.id) ?? item.anchor}"${documentLanguage(context)}>${sectionName(section, context.lang)}</a> <span class="place">(${place})</span>`;
}

/** The first `shown` by name and link, the others behind "and 9 more". */
export function sectionLinks(
  sections: readonly SectionReport[],
  shown: number,
  item: OpenDocument,
  context: PageContext,
): Markup {
  const link = (section: SectionReport): Markup => sectionLink(section, item, context);
  const first = sections.slice(0, shown).map(link);
  const rest = sections.slice(shown).map(link);
  const more =
    rest.length === 0
      ? nothing
      : markup` <details class="inline"><summary>${htmlMessage(context.lang, "document.whereMore", { n: rest.length })}</summary> ${joined(rest, ", ")}</details>`;
  return markup`${joined(first, ", ")}${more}`;
}

/** The sections with the given ids, in the order of the ids; ids that the report does not have are passed over. */
export function sectionsOf(ids: readonly string[], item: OpenDocument): readonly SectionReport[] {
  return ids.flatMap((id) => item.sections.get(id) ?? []);
}
