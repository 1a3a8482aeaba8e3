// One document: verdict in words, the strip, gaps, requirements, and the table of all sections.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatCount, formatPercent, message } from "../../messages/message.ts";
import type { SectionReport } from "../../model/report.ts";
import { checkLine } from "../check-lines.ts";
import { factTexts } from "../facts.ts";
import { suppressedLines } from "../suppressed.ts";
import { figures } from "../terminal/document-part.ts";
import { gapsPart } from "./gaps-part.ts";
import { each, inPieces, markup, nothing, type Markup, type Pieces } from "./markup.ts";
import { openDocument, type OpenDocument, type PageContext } from "./page-context.ts";
import { requirementsPart } from "./requirements-part.ts";
import { sectionLink, sectionLinks } from "./section-links.ts";
import { stripPart } from "./section-strip.ts";
import { sectionTable } from "./section-table.ts";
import { coverageBar, documentLanguage, levelSign, verdictSign } from "./signs.ts";

/** With more sections than this in all, the tables wait folded until they are asked for. */
const sectionsOpen = 400;
const reviewShown = 5;
const deepShown = 4;
const deepFrom = 3;

function reviewPart(item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const sections = item.document.sections.filter(({ status }: SectionReport) => status === "review");
  if (sections.length === 0) return nothing;
  return markup`<h4>${message(lang, "document.review", { n: sections.length })}</h4><p>${message(lang, "document.reviewWhy")}</p><div class="where">${sectionLinks(sections, reviewShown, item, context)}</div>`;
}

/** The sections that steer or follow up, the deepest first: what there is to build on. */
function goodPart(item: OpenDocument, context: PageContext): Markup {
  const deep = item.document.sections
    .filter(({ status, level, framing }) => status === "present" && !framing && level >= deepFrom)
    .sort((one, other) => other.level - one.level);
  if (deep.length === 0) return nothing;
  const lines = deep
    .slice(0, deepShown)
    .map(
      (section) =>
        markup`<li>${levelSign(section.level, context.lang)} ${sectionLink(section, item, context)}</li>`,
    );
  return markup`<h4>${htmlMessage(context.lang, "document.good")}</h4><ul class="good">${lines}</ul>`;
}

/** What the packs beside the first make of the document. */
function besidePart(item: OpenDocument, context: PageContext): Markup {
  const { lang, report } = context;
  const { beside = [] } = item.document;
  if (beside.length === 0) return nothing;
  const lines = beside.map(({ pack, verdict, coverage }) => {
    const title = report.packs.find(({ id }) => id === pack)?.title[lang] ?? pack;
    return markup`<li>${htmlMessage(lang, "document.besideLine", {
      pack: title,
      verdict: message(lang, `verdict.${verdict}`),
      percent: formatPercent(coverage.share, lang),
      covered: coverage.covered,
      expected: coverage.expected,
    })}</li>`;
  });
  return markup`<h4>${htmlMessage(lang, "document.beside")}</h4><ul>${lines}</ul>`;
}

function documentArticle(item: OpenDocument, open: boolean, context: PageContext): Markup {
  const { document, anchor, name, file, typeName } = item;
  const { lang } = context;
  const facts = [
    typeName,
    ...(document.pages === null ? [] : [message(lang, "document.pages", { n: document.pages })]),
    message(lang, "document.words", { n: formatCount(document.words, lang) }),
    htmlMessage(lang, "document.file", { path: file }),
    ...factTexts(document, lang),
  ];
  return markup`<article id="${anchor}" class="document" aria-labelledby="${anchor}-h">
<header><h3 id="${anchor}-h"${documentLanguage(context)}>${name}</h3>
<p class="facts">${facts.join(" · ")}</p>
<p class="result">${verdictSign(document.verdict, lang)}<span class="covered">${message(lang, "table.coverage")} ${coverageBar(document.coverage, lang)}</span></p>
${[...figures(document, lang), ...suppressedLines(document, lang)].map((text) => markup`<p class="figure">${text}</p>`)}${
    document.check === undefined ? nothing : markup`<p class="figure">${checkLine(document, lang)}</p>`
  }</header>
${stripPart(item, open, context)}
${goodPart(item, context)}
${reviewPart(item, context)}
${gapsPart(item, context)}
${requirementsPart(item, context)}
${besidePart(item, context)}
${sectionsPart(item, open, context)}
</article>`;
}

/**
 * The table of sections. Where it waits folded it stands in <noscript>, which a browser with scripts keeps as text until
 * the script unfolds it: 10 000 sections are 200 000 elements, which take seconds to build. Without scripts it is read as
 * the HTML that it is. Where the script is there but may not run (a file server with a policy of its own) a line says so.
 */
function sectionsPart(item: OpenDocument, open: boolean, context: PageContext): Markup {
  const { lang } = context;
  const n = item.document.sections.length;
  const summary = markup`<summary><h4>${htmlMessage(lang, "document.sections", { n })}</h4></summary>`;
  const table = sectionTable(item, context);
  if (open)
    return markup`<details class="all-sections" open>${summary}
${table}</details>`;
  return markup`<details class="all-sections" data-later>${summary}
<p class="blocked">${htmlMessage(lang, "page.blocked")}</p><noscript>${table}</noscript></details>`;
}

/** The section of the page with an article a document; nothing where no document was audited. */
export function documentsPart(context: PageContext): Pieces {
  const { lang, documents } = context;
  if (documents.length === 0) return [];
  const sections = documents.reduce((sum, { document }) => sum + document.sections.length, 0);
  return inPieces`<section id="dokument"${sections <= sectionsOpen ? nothing : markup` class="many"`} aria-labelledby="dokument-h">
<h2 id="dokument-h">${htmlMessage(lang, "documents.heading")}</h2>
<p class="note">${htmlMessage(lang, "document.stripLegend")} ${htmlMessage(lang, "page.printHint")}</p>
${each(documents, (item) => documentArticle(openDocument(item), sections <= sectionsOpen, context))}
</section>`;
}
