// All sections of a document in a table; under each a row that unfolds to what its judgement rests on.
import { htmlMessage } from "../../messages/html-message.ts";
import { formatCount, formatPlace, message } from "../../messages/message.ts";
import { sectionStatuses, type SectionReport } from "../../model/report.ts";
import { bySection } from "../by-section.ts";
import { sectionName } from "../section-name.ts";
import { countedGaps } from "../suppressed.ts";
import { markup, nothing, type Markup } from "./markup.ts";
import type { OpenDocument, PageContext } from "./page-context.ts";
import { hasWorking, sectionWorking, type SectionFacts } from "./section-working.ts";
import { documentLanguage, levelSign, statusSign } from "./signs.ts";

const columns = 5;

/** How a judgement is sorted: what asks for work first, then from shallow to deep, last where nothing is expected. */
function rank({ status, level }: SectionReport): number {
  const order = { missing: 0, review: 1, unread: 2, present: 3 + level, notExpected: 9 };
  return order[status];
}

/** What unfolding shows, in a few words. */
function workingTitle(facts: SectionFacts, context: PageContext): string {
  const { lang } = context;
  const { evidence, discounted } = facts;
  const gaps = countedGaps(facts);
  const counts = [
    evidence.length === 0 ? "" : htmlMessage(lang, "sections.evidence", { n: evidence.length }),
    gaps.length === 0 ? "" : htmlMessage(lang, "sections.gaps", { n: gaps.length }),
    discounted.length === 0 ? "" : htmlMessage(lang, "sections.discounted", { n: discounted.length }),
  ].filter((count) => count !== "");
  return counts.length === 0 ? htmlMessage(lang, "sections.why") : counts.join(", ");
}

function rows(
  section: SectionReport,
  index: number,
  facts: SectionFacts,
  item: OpenDocument,
  context: PageContext,
): Markup {
  const { lang } = context;
  const name = sectionName(section, lang);
  const present = section.status === "present";
  const working = hasWorking(section, facts)
    ? markup`<tr class="more"><td colspan="${columns}"><details${context.details ? markup` open` : nothing}><summary>${workingTitle(facts, context)}<span class="unseen"> ${htmlMessage(lang, "sections.of", { section: name })}</span></summary>${sectionWorking(section, facts, context)}</details></td></tr>`
    : nothing;
  return markup`<tbody id="${item.sectionAnchors.get(section.id) ?? ""}" data-s="${section.status}"${section.chain.length === 0 ? nothing : markup` data-l="${section.chain.join(" ")}"`}${countedGaps(facts).length > 0 ? markup` data-g` : nothing}><tr class="i${Math.min(4, Math.max(0, section.depth))}"><th scope="row" data-v="${index}"${documentLanguage(context)}>${name}</th><td data-v="${index}">${formatPlace(section.location, lang)}</td><td data-v="${rank(section)}">${statusSign(section.status, lang)}${present ? markup` ${levelSign(section.level, lang)}` : nothing}</td><td class="rest">${section.chain.map((link) => message(lang, `chain.${link}`)).join(", ")}</td><td class="num rest" data-v="${section.words}">${formatCount(section.words, lang)}</td></tr>${working}</tbody>
`;
}

/** The form that the script copies before each table; it is inert, and gone from view, where scripts are off. */
export function filterTemplate(context: PageContext): Markup {
  const { lang } = context;
  const statuses = sectionStatuses.map(
    (status) => markup`<option value="${status}">${message(lang, `status.${status}`)}</option>`,
  );
  const links = (["analysis", "goal", "action", "resource", "responsibility", "followUp"] as const).map(
    (link) => markup`<option value="${link}">${message(lang, `chain.${link}`)}</option>`,
  );
  const all = markup`<option value="">${htmlMessage(lang, "filter.all")}</option>`;
  return markup`<template id="filter"><div class="filter" role="group" aria-label="${htmlMessage(lang, "filter.title")}"><label>${htmlMessage(lang, "filter.show")} <select data-f="status">${all}${statuses}<option value="gap">${htmlMessage(lang, "filter.withGap")}</option></select></label><label>${htmlMessage(lang, "filter.link")} <select data-f="link">${all}${links}</select></label><label>${htmlMessage(lang, "filter.words")} <input type="search" data-f="words"></label><button type="button" data-f="open">${htmlMessage(lang, "page.openAll")}</button><button type="button" data-f="close">${htmlMessage(lang, "page.closeAll")}</button><p role="status" data-text="${htmlMessage(lang, "filter.shown", { n: "%n", all: "%all" })}"></p></div></template>`;
}

/** The table of one document; each section has a row, and under it one that unfolds. */
export function sectionTable(item: OpenDocument, context: PageContext): Markup {
  const { lang } = context;
  const { document } = item;
  const evidence = bySection(document.evidence);
  const discounted = bySection(document.discounted);
  const gaps = bySection(document.gaps);
  const body = document.sections.map((section, index) =>
    rows(
      section,
      index,
      {
        evidence: evidence.get(section.id) ?? [],
        discounted: discounted.get(section.id) ?? [],
        gaps: gaps.get(section.id) ?? [],
      },
      item,
      context,
    ),
  );
  return markup`<table class="sections" data-sort data-filter><caption>${htmlMessage(lang, "sections.caption", { document: item.name })}</caption><thead><tr><th scope="col">${htmlMessage(lang, "sections.section")}</th><th scope="col">${htmlMessage(lang, "sections.place")}</th><th scope="col">${htmlMessage(lang, "sections.status")}</th><th scope="col" class="rest">${htmlMessage(lang, "sections.links")}</th><th scope="col" class="num rest">${htmlMessage(lang, "sections.words")}</th></tr></thead>
${body}</table>`;
}
