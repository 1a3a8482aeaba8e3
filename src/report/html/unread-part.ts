// What was not read: files that fell away, pages without text, garbled parts, and what the configuration left out.
import { isForeign } from "../nothing-expected.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import { formatPercent, formatPlace, message } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { NoticeReport } from "../../model/report.ts";
import { duplicateLine, factTexts } from "../facts.ts";
import { documentName } from "../terminal/document-name.ts";
import { joined, markup, nothing, type Markup } from "./markup.ts";
import { openDocument, type PageContext, type PageDocument } from "./page-context.ts";
import { sectionLinks } from "./section-links.ts";
import { documentLanguage } from "./signs.ts";

const sectionsShown = 5;

function noticeText({ message: text, hint, location }: NoticeReport, context: PageContext): string {
  const place = location === undefined ? "" : `${formatPlace(location, context.lang)}: `;
  return `${place}${clippedText(text, 500)} ${clippedText(hint, 500)}`.trim();
}

function failedPart(context: PageContext): Markup {
  const { lang, failed } = context;
  if (failed.length === 0) return nothing;
  const items = failed.map((document) => {
    const reasons = decisiveNotices(document.notices).map(
      (notice) =>
        markup`<p>${clippedText(notice.message, 500)} ${message(lang, "failed.remedy", { text: clippedText(notice.hint, 500) })}</p>`,
    );
    const facts = factTexts(document, lang).map((text) => markup`<p>${text}</p>`);
    return markup`<li><strong>${documentName(document, lang)}</strong>${facts}${reasons}</li>`;
  });
  return markup`<h3>${htmlMessage(lang, "unread.files")}</h3><ul class="unread">${items}</ul>`;
}

function partsOf(item: PageDocument, context: PageContext): readonly Markup[] {
  const { lang } = context;
  const { reading, notices, sections } = item.document;
  const unread = sections.filter(({ status }) => status === "unread");
  const lines = [
    reading.share < 1
      ? markup`${htmlMessage(lang, "unread.share", { percent: formatPercent(reading.share, lang) })}`
      : nothing,
    reading.pagesWithoutText.length > 0
      ? markup`${htmlMessage(lang, "unread.pages", { pages: reading.pagesWithoutText.join(", ") })}`
      : nothing,
    reading.garbled.length > 0
      ? markup`${htmlMessage(lang, "unread.garbled", { pages: reading.garbled.join(", ") })}`
      : nothing,
    unread.length > 0 && !isForeign(item.document)
      ? markup`${htmlMessage(lang, "unread.sections")} ${sectionLinks(unread, sectionsShown, openDocument(item), context)}`
      : nothing,
    ...notices.map((notice) => markup`${noticeText(notice, context)}`),
  ];
  return lines.filter((line) => line !== nothing);
}

/** Files with the content of another; nothing for none. */
function duplicatesPart({ report, lang }: PageContext): Markup {
  const { duplicates = [] } = report;
  if (duplicates.length === 0) return nothing;
  const items = duplicates.map((duplicate) => markup`<li>${duplicateLine(duplicate, lang)}</li>`);
  return markup`
<h3>${message(lang, "duplicates.title")}</h3><p>${message(lang, "duplicates.why")}</p><ul>${items}</ul>`;
}

/** The section of the page; it says so where everything was read. */
export function unreadPart(context: PageContext): Markup {
  const { lang, report, documents } = context;
  const parts = documents.flatMap((item) => {
    const lines = partsOf(item, context);
    if (lines.length === 0) return [];
    return [
      markup`<li><a href="#${item.anchor}"${documentLanguage(context)}>${item.name}</a><div>${joined(lines, " ")}</div></li>`,
    ];
  });
  const { ignored = [] } = report;
  const left =
    ignored.length === 0
      ? nothing
      : markup`<h3>${htmlMessage(lang, "unread.ignored")}</h3><ul>${ignored.map(
          ({ path, reason, until }) =>
            markup`<li>${until === null ? htmlMessage(lang, "unread.ignoredLine", { path, reason }) : htmlMessage(lang, "unread.ignoredUntil", { path, reason, day: until })}</li>`,
        )}</ul>`;
  const whole = context.failed.length + parts.length === 0;
  return markup`<section id="inte-last" aria-labelledby="inte-last-h">
<h2 id="inte-last-h">${htmlMessage(lang, "unread.heading")}</h2>
<p>${htmlMessage(lang, whole ? "unread.nothing" : "unread.intro")}</p>
${failedPart(context)}
${parts.length === 0 ? nothing : markup`<h3>${htmlMessage(lang, "unread.parts")}</h3><ul class="unread">${parts}</ul>`}
${left}${duplicatesPart(context)}
</section>`;
}
