// A comparison as one page that can be mailed, opened from disk and printed. It runs nothing: what folds is HTML's own.
import { message } from "../../messages/message.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import type { Language } from "../../messages/message.ts";
import type { Comparison } from "../../model/comparison.ts";
import style from "../html/browser/report.css?raw";
import { joined, markup, nothing, trusted, type Markup, type Part, type Pieces } from "../html/markup.ts";
import { securityPolicy } from "../html/security-policy.ts";
import { capital, coverageBar, signDrawings, verdictSign, wideTable } from "../html/signs.ts";
import { pageTitle } from "../printed-report.ts";
import type { RenderOptions } from "../render-options.ts";
import {
  describeComparison,
  describeDocument,
  type ChangesText,
  type DocumentText,
  type EvidenceText,
  type SectionText,
  type TextList,
} from "./describe-comparison.ts";
import { isChanged, nameOf, type FigureRow } from "./in-words.ts";

const signs = { arrow: "→", ellipsis: "…" };
const contextLength = 240;
/** Longer lists are folded. */
const openList = 15;

/** The whole page, with a line break at the end. */
export function renderComparisonHtml(comparison: Comparison, { lang }: Pick<RenderOptions, "lang">): string {
  const { title, overview, sides, left, alignedBy, caveat, origins } = describeComparison(comparison, lang);
  const { documents } = comparison;
  const contents = documents.map(
    (document, at) => markup`<li><a href="#d${at + 1}">${nameOf(document.after)}</a></li>`,
  );
  const nav = markup`<nav aria-label="${htmlMessage(lang, "page.contents")}"><ul>${contents}</ul></nav>`;
  const parts = documents.map((document, at) =>
    documentPart(describeDocument(document, comparison.labels, { lang, ...signs, contextLength }), at, lang),
  );
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
<header class="top"><h1>${title}</h1><p>${origins.join(" · ")}</p></header>
<div class="page">
${nav}
<main id="main" class="comparison">
<p class="lead">${overview}</p>
<dl class="words">${sides.map(({ label, name }) => markup`<dt>${label}</dt><dd>${name}</dd>`)}</dl>
${documents.length < 2 ? nothing : overviewTable(comparison, lang)}
${parts}
${left.map((list) => markup`<h2>${list.title}</h2>${listItems(list)}`)}
${alignedBy === null ? nothing : markup`<p class="note">${alignedBy}</p>`}
<p class="note">${caveat}</p>
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

function documentPart({ name, pair, changes }: DocumentText, at: number, lang: Language): Markup {
  const anchor = `d${String(at + 1)}`;
  const head = markup`<h2 id="${anchor}-h">${name}</h2><p class="facts">${pair}</p>`;
  return markup`<section id="${anchor}" aria-labelledby="${anchor}-h">${head}${changesPart(changes, name, lang)}</section>`;
}

function changesPart(changes: ChangesText, name: string, lang: Language): Markup {
  if (changes.kind === "identical") return markup`<p>${changes.note}</p>`;
  const requirements = listPart(changes.requirements);
  const figures = figuresTable(changes.figures, name, lang);
  if (changes.kind === "different") return markup`${figures}${requirements}<p>${changes.note}</p>`;
  const { counts, sections, moved, gaps, same } = changes;
  return markup`${figures}
${counts.map((count) => markup`<p>${count}</p>`)}
${requirements}
${lines([...sections, moved].map((list) => sectionsPart(list, lang)))}
${lines(gaps.map(listPart))}
<p class="note">${same.note}</p>`;
}

/** One below the other: the page can be read as source too. */
const lines = (parts: readonly Markup[]): Part => joined(parts, markup`\n`);

function figuresTable(figures: readonly FigureRow[], name: string, lang: Language): Pieces {
  const rows = figures.map((row) => {
    const after = isChanged(row) ? markup`<strong>${row.after}</strong>` : row.after;
    return markup`<tr><th scope="row">${row.label}</th><td>${row.before}</td><td>${after}</td></tr>`;
  });
  const caption = `${message(lang, "compare.figure")}: ${name}`;
  const table = markup`<table class="plain narrow"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${message(lang, "compare.figure")}</th><th scope="col">${message(lang, "compare.before")}</th><th scope="col">${message(lang, "compare.after")}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table);
}

/** A list under its heading, folded when it is long. */
function folded({ title, items }: TextList<unknown>, body: Markup): Markup {
  if (items.length === 0) return nothing;
  return items.length > openList
    ? markup`<details class="files"><summary><h3>${title}</h3></summary>${body}</details>`
    : markup`<h3>${title}</h3>${body}`;
}

const listItems = ({ items }: TextList<string>): Markup =>
  markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

const listPart = (list: TextList<string>): Markup => folded(list, listItems(list));

function sectionsPart(list: TextList<SectionText>, lang: Language): Markup {
  const items = list.items.map(
    ({ section, change, evidence }) =>
      markup`<li><strong>${section}</strong><br>${capital(change, lang)}${evidenceList(evidence, lang)}</li>`,
  );
  return folded(list, markup`<ul>${items}</ul>`);
}

function evidenceList(evidence: readonly EvidenceText[], lang: Language): Markup {
  if (evidence.length === 0) return nothing;
  const items = evidence.map(({ label, quote, place }) => {
    const sentence = quote.map(({ text, marked }) => (marked ? markup`<mark>${text}</mark>` : text));
    return markup`<li><q>${sentence}</q><small>${label}. ${capital(place, lang)}.</small></li>`;
  });
  return markup`<ul class="quotes">${items}</ul>`;
}
