// A comparison as one page that can be mailed, opened from disk and printed. It runs nothing: what folds is HTML's own.
import { formatPercent, message } from "../../messages/message.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Language } from "../../messages/message.ts";
import type { Comparison, DocumentComparison, SectionComparison } from "../../model/comparison.ts";
import type { EvidenceReport, Report } from "../../model/report.ts";
import style from "../html/browser/report.css?raw";
import { markup, nothing, trusted, type Markup, type Pieces } from "../html/markup.ts";
import { securityPolicy } from "../html/security-policy.ts";
import { capital, coverageBar, signDrawings, verdictSign, wideTable } from "../html/signs.ts";
import { pageTitle } from "../printed-report.ts";
import { bySentence, quoteParts } from "../quotes.ts";
import type { RenderOptions } from "../render-options.ts";
import {
  changeText,
  evidenceLine,
  evidencePlace,
  figureRows,
  gapsLine,
  gapText,
  isChanged,
  isIdentical,
  nameOf,
  originTexts,
  overviewText,
  pairText,
  remainders,
  requirementLines,
  sectionText,
  sortGaps,
  sortSections,
} from "./in-words.ts";

const arrow = "→";
const contextLength = 240;
/** Longer lists are folded. */
const openList = 15;

/** The whole page, with a line break at the end. */
export function renderComparisonHtml(comparison: Comparison, { lang }: Pick<RenderOptions, "lang">): string {
  const title = message(lang, "compare.title");
  const { documents } = comparison;
  const contents = documents.map(
    (document, at) => markup`<li><a href="#d${at + 1}">${nameOf(document.after)}</a></li>`,
  );
  const nav = markup`<nav aria-label="${htmlMessage(lang, "page.contents")}"><ul>${contents}</ul></nav>`;
  const left = remainders(comparison, lang).map(
    ({ title: heading, documents: own }) =>
      markup`<h2>${heading}</h2><ul>${own.map(({ path }) => markup`<li>${plainText(path)}</li>`)}</ul>`,
  );
  const aligned = documents.some(({ sections }) => sections !== null)
    ? markup`<p class="note">${message(lang, comparison.alignedBy === "text" ? "compare.byText" : "compare.byReport")}</p>`
    : nothing;
  const generator = `${comparison.tool.name} ${comparison.tool.version}`;
  return `${markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(securityPolicy({ style }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<title>${pageTitle(`${title}: ${comparison.before.name}, ${comparison.after.name}`, comparison.tool)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">${htmlMessage(lang, "page.skip")}</a>
${signDrawings}
<header class="top"><h1>${title}</h1><p>${originTexts(comparison, lang).join(" · ")}</p></header>
<div class="page">
${nav}
<main id="main" class="comparison">
<p class="lead">${overviewText(comparison, lang)}</p>
<dl class="words"><dt>${message(lang, "compare.before")}</dt><dd>${comparison.before.name}</dd><dt>${message(lang, "compare.after")}</dt><dd>${comparison.after.name}</dd></dl>
${documents.length < 2 ? nothing : overviewTable(comparison, lang)}
${documents.map((document, at) => documentPart(document, at, comparison.labels, lang))}
${left}
${aligned}
<p class="note">${message(lang, "compare.caveat")}</p>
</main>
</div>
</body>
</html>`.toString()}\n`;
}

/** All documents: verdict and coverage before and after. */
function overviewTable({ documents }: Comparison, lang: Language): Pieces {
  const caption = message(lang, "compare.title");
  const column = (side: "before" | "after", key: "compare.verdict" | "compare.coverage"): string =>
    `${message(lang, key)}, ${message(lang, `compare.${side}`).toLocaleLowerCase(lang)}`;
  const rows = documents.map(
    ({ before, after }, at) =>
      markup`<tr><th scope="row"><a href="#d${at + 1}">${nameOf(after)}</a></th><td>${verdictSign(before.verdict, lang)}</td><td>${verdictSign(after.verdict, lang)}</td><td>${coverageBar(before.coverage, lang)}</td><td>${coverageBar(after.coverage, lang)}</td></tr>`,
  );
  const head = [
    message(lang, "compare.document"),
    column("before", "compare.verdict"),
    column("after", "compare.verdict"),
    column("before", "compare.coverage"),
    column("after", "compare.coverage"),
  ].map((text) => markup`<th scope="col">${text}</th>`);
  const table = markup`<table class="overview"><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  return wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table);
}

function documentPart(
  document: DocumentComparison,
  at: number,
  labels: Report["labels"],
  lang: Language,
): Markup {
  const anchor = `d${String(at + 1)}`;
  const head = markup`<h2 id="${anchor}-h">${nameOf(document.after)}</h2><p class="facts">${pairText(document, lang)}</p>`;
  const body = isIdentical(document, labels)
    ? markup`<p>${message(lang, "compare.identical")}</p>`
    : changesPart(document, labels, lang);
  return markup`<section id="${anchor}" aria-labelledby="${anchor}-h">${head}${body}</section>`;
}

function changesPart(document: DocumentComparison, labels: Report["labels"], lang: Language): Markup {
  const requirements = list(message(lang, "compare.requirements"), requirementLines(document, lang, arrow));
  const figures = figuresTable(document, labels, lang);
  const { sections } = document;
  if (sections === null) {
    const percent = formatPercent(document.inCommon, lang);
    return markup`${figures}${requirements}<p>${message(lang, "compare.different", { percent })}</p>`;
  }
  const sorted = sortSections(sections);
  const gaps = sortGaps(document);
  return markup`${figures}
<p>${evidenceLine(document, lang)}</p><p>${gapsLine(document, lang)}</p>
${requirements}
${sectionList(message(lang, "compare.changedSections", { n: sorted.changed.length }), sorted.changed, lang)}
${sectionList(message(lang, "compare.addedSections", { n: sorted.added.length }), sorted.added, lang)}
${sectionList(message(lang, "compare.removedSections", { n: sorted.removed.length }), sorted.removed, lang)}
${sectionList(message(lang, "compare.movedSections", { n: sorted.moved.length }), sorted.moved, lang)}
${list(
  message(lang, "compare.newGaps", { n: gaps.new.length }),
  gaps.new.map((gap) => gapText(gap, "new", lang)),
)}
${list(
  message(lang, "compare.answeredGaps", { n: gaps.answered.length }),
  gaps.answered.map((gap) => gapText(gap, "closed", lang)),
)}
${list(
  message(lang, "compare.goneGaps", { n: gaps.gone.length }),
  gaps.gone.map((gap) => gapText(gap, "closed", lang)),
)}
<p class="note">${message(lang, "compare.sameSections", { n: sorted.same })}</p>`;
}

function figuresTable(document: DocumentComparison, labels: Report["labels"], lang: Language): Pieces {
  const rows = figureRows(document, labels, lang).map((row) => {
    const after = isChanged(row) ? markup`<strong>${row.after}</strong>` : row.after;
    return markup`<tr><th scope="row">${row.label}</th><td>${row.before}</td><td>${after}</td></tr>`;
  });
  const caption = `${message(lang, "compare.figure")}: ${nameOf(document.after)}`;
  const table = markup`<table class="plain narrow"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${message(lang, "compare.figure")}</th><th scope="col">${message(lang, "compare.before")}</th><th scope="col">${message(lang, "compare.after")}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table);
}

/** A list under its heading, folded when it is long. */
function folded(title: string, count: number, body: Markup): Markup {
  if (count === 0) return nothing;
  return count > openList
    ? markup`<details class="files"><summary><h3>${title}</h3></summary>${body}</details>`
    : markup`<h3>${title}</h3>${body}`;
}

function list(title: string, items: readonly string[]): Markup {
  return folded(title, items.length, markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`);
}

function sectionList(title: string, sections: readonly SectionComparison[], lang: Language): Markup {
  const items = sections.map(
    (section) =>
      markup`<li><strong>${sectionText(section, lang, arrow)}</strong><br>${capital(changeText(section, lang, arrow), lang)}${evidenceList(section, lang)}</li>`,
  );
  return folded(title, items.length, markup`<ul>${items}</ul>`);
}

function evidenceList({ gained, lost, reworded }: SectionComparison, lang: Language): Markup {
  const items = [
    ...quotes("compare.gained", gained, lang),
    ...quotes("compare.lost", lost, lang),
    ...quotes(
      "compare.reworded",
      reworded.map(({ after }) => after),
      lang,
    ),
  ];
  return items.length === 0 ? nothing : markup`<ul class="quotes">${items}</ul>`;
}

function quotes(
  key: "compare.gained" | "compare.lost" | "compare.reworded",
  pieces: readonly EvidenceReport[],
  lang: Language,
): Markup[] {
  return bySentence(pieces).flatMap((sentence) => {
    const [deepest] = sentence;
    if (deepest === undefined) return [];
    const parts = quoteParts(
      sentence.map(({ excerpt }) => excerpt),
      { contextLength, ellipsis: "…" },
    );
    const text = parts.map(({ text: part, marked }) => (marked ? markup`<mark>${part}</mark>` : part));
    return [
      markup`<li><q>${text}</q><small>${message(lang, key)}. ${capital(evidencePlace(deepest, lang), lang)}.</small></li>`,
    ];
  });
}
