// The report as one page that can be mailed, opened from disk, read without scripts and printed. A pure function of the
// report; what the page may run and load is stated in its own security policy: our style and our script, nothing else.
import { htmlMessage } from "../../messages/html-message.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Report } from "../../model/report.ts";
import { pageTitle } from "../printed-report.ts";
import type { RenderOptions } from "../render-options.ts";
import script from "./browser/report.js?raw";
import style from "./browser/report.css?raw";
import { chainPart } from "./chain-part.ts";
import { documentsPart } from "./document-part.ts";
import { goalsPart } from "./goals-part.ts";
import { groupsPart } from "./groups-part.ts";
import { inPieces, markup, nothing, trusted, type Markup } from "./markup.ts";
import { limitsPart, methodPart } from "./method-part.ts";
import { openPage, type PageContext } from "./page-context.ts";
import { filterTemplate } from "./section-table.ts";
import { securityPolicy } from "./security-policy.ts";
import { documentLanguage, signDrawings } from "./signs.ts";
import { sharedPart } from "./shared-part.ts";
import { standardPart } from "./standard-part.ts";
import { summaryPart } from "./summary-part.ts";
import { unreadPart } from "./unread-part.ts";

/** With more documents than this the list of contents leads to the overview instead of naming each. */
const documentsInContents = 25;

function contentsPart(context: PageContext): Markup {
  const { lang, documents } = context;
  const entry = (id: string, text: string, below: Markup = nothing): Markup =>
    markup`<li><a href="#${id}">${text}</a>${below}</li>`;
  const list =
    documents.length > documentsInContents
      ? nothing
      : markup`<ul>${documents.map(({ anchor, name }) => markup`<li><a href="#${anchor}"${documentLanguage(context)}>${name}</a></li>`)}</ul>`;
  const parts =
    documents.length === 0
      ? []
      : [
          entry("styrkedjan", htmlMessage(lang, "chain.heading")),
          entry("delmal", htmlMessage(lang, "goals.heading")),
          entry("dokument", htmlMessage(lang, "documents.heading"), list),
        ];
  const groups =
    (context.report.groupings ?? []).length === 0
      ? nothing
      : entry("grupper", message(lang, "groups.heading"));
  const standard =
    (context.report.standardText ?? []).length === 0
      ? nothing
      : entry("standardtext", message(lang, "standard.title"));
  const shared =
    (context.report.sharedText ?? []).length === 0
      ? nothing
      : entry("samma-text", message(lang, "shared.title"));
  return markup`<nav aria-label="${htmlMessage(lang, "page.contents")}"><ul>${entry("sammanfattning", htmlMessage(lang, "summary.heading"))}${groups}${parts}${standard}${shared}${entry("inte-last", htmlMessage(lang, "unread.heading"))}${entry("granser", htmlMessage(lang, "limits.heading"))}${entry("metod", htmlMessage(lang, "method.heading"))}</ul></nav>`;
}

/**
 * The whole page, with a line break at the end. What grows with the documents is made while it is written: as one text the
 * page of ten thousand documents took 1.3 GB.
 */
export function* htmlPieces(report: Report, options: RenderOptions): Generator<string> {
  const { lang } = options;
  const context = openPage(report, options);
  const title = htmlMessage(lang, "page.title", {
    pack: report.packs.map((pack) => plainText(pack.title[lang])).join(", "),
    n: report.summary.audited,
  });
  const made = htmlMessage(lang, "page.made", {
    tool: report.tool.name,
    version: plainText(report.tool.version),
    packs: report.packs.map(({ title: name, version }) => plainText(`${name[lang]} ${version}`)).join(", "),
  });
  const body =
    context.documents.length === 0
      ? nothing
      : inPieces`${chainPart(context)}
${goalsPart(context)}
${documentsPart(context)}`;
  const page = inPieces`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(securityPolicy({ style, script }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<title>${pageTitle(title, report.tool)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">${htmlMessage(lang, "page.skip")}</a>
${signDrawings}
<header class="top"><h1>${title}</h1><p>${made}</p></header>
<div class="page">
${contentsPart(context)}
<main id="main">
${summaryPart(context)}${groupsPart(context)}
${body}
${standardPart(context)}${sharedPart(context)}
${unreadPart(context)}
${limitsPart(context)}
${methodPart(context)}
</main>
</div>
${filterTemplate(context)}
<script>${trusted(script)}</script>
</body>
</html>
`;
  for (const piece of page) yield piece.toString();
}
