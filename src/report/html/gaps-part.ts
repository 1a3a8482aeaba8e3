// The gaps of a document: what is lacking, what to ask, what to do, and where.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { groupGaps, type GapGroup } from "../terminal/gap-groups.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { OpenDocument, PageContext } from "./page-context.ts";
import { sectionLinks } from "./section-links.ts";
import { remedyText } from "./section-working.ts";
import { capital } from "./signs.ts";

const shownAtOnce = 4;
const placesShown = 3;

function gapItem({ gap, sections }: GapGroup, item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const severity = capital(
    htmlMessage(lang, "working.severity", { severity: message(lang, `severity.${gap.severity}`) }),
    lang,
  );
  const where =
    sections.length === 0
      ? nothing
      : markup`<div class="where">${sectionLinks(sections, placesShown, item, context)}</div>`;
  return markup`<li class="gap"><p><span class="tag t-${gap.severity}">${severity}</span> <strong>${clippedText(gap.message, 500)}</strong></p>${where}${remedyText(gap, context)}</li>`;
}

/**
 * The gaps of one document, alike ones together; a sentence where there are none, nothing where nothing was expected.
 */
export function gapsPart(item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const groups = groupGaps(item.document);
  const heading = markup`<h4>${htmlMessage(lang, "document.gapsAll")}</h4>`;
  if (groups.length === 0) {
    return item.document.coverage.expected === 0
      ? nothing
      : markup`${heading}<p>${message(lang, "document.noGaps")}</p>`;
  }
  const items = groups.map((group) => gapItem(group, item, context));
  const rest = items.slice(shownAtOnce);
  return markup`${heading}<ol class="gaps">${items.slice(0, shownAtOnce)}</ol>${
    rest.length === 0
      ? nothing
      : markup`<details><summary>${htmlMessage(lang, "document.gapsMore", { n: rest.length })}</summary><ol class="gaps" start="${shownAtOnce + 1}">${rest}</ol></details>`
  }`;
}
