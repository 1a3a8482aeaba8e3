// The first page, for the one who decides: verdicts, coverage and what is missing most, in sentences.
import { countInWords } from "../prose.ts";
import { htmlMessage } from "../../messages/html-message.ts";
import { formatDecimal, formatPercent, message } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import { verdicts, type GapReport, type Verdict } from "../../model/report.ts";
import { linkCoverage } from "../chain-state.ts";
import { countedGaps } from "../suppressed.ts";
import { byStage } from "./chain-order.ts";
import { goalCount, goalIds, goalTitle } from "./goals-part.ts";
import { each, inPieces, joined, markup, nothing, type Markup, type Part, type Pieces } from "./markup.ts";
import type { PageContext, PageDocument } from "./page-context.ts";
import { countRequirements } from "./requirement-counts.ts";
import { capital, coverageBar, documentLanguage, verdictSign, wideTable } from "./signs.ts";

/** Names of documents after each verdict; fewer where there are many, so that the first page stays one. */
const namesShown = { few: 6, many: 3 } as const;
const manyDocuments = 12;
const gapsShown = 5;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function link(item: PageDocument, context: PageContext): Markup {
  return markup`<a href="#${item.anchor}"${documentLanguage(context)}>${item.name}</a>`;
}

function withVerdict(context: PageContext, verdict: Verdict): readonly PageDocument[] {
  return context.documents.filter(({ document }) => document.verdict === verdict);
}

/** The verdicts as one bar, and below it who has which. */
function verdictsPart(context: PageContext): Markup {
  const { lang, documents } = context;
  const there = verdicts.filter((verdict) => withVerdict(context, verdict).length > 0);
  let x = 0;
  const parts = there.map((verdict) => {
    const width = (withVerdict(context, verdict).length / documents.length) * 100;
    const rect = markup`<rect class="f-${verdict}" x="${(x + 0.2).toFixed(1)}" width="${(width - 0.4).toFixed(1)}" height="6"/>`;
    x += width;
    return rect;
  });
  const said = there
    .map(
      (verdict) => `${String(withVerdict(context, verdict).length)} ${message(lang, `verdict.${verdict}`)}`,
    )
    .join(", ");
  const shown = documents.length > manyDocuments ? namesShown.many : namesShown.few;
  const lines = there.map((verdict) => {
    const own = withVerdict(context, verdict);
    const names: Part[] = own.slice(0, shown).map((item) => link(item, context));
    if (own.length > shown) {
      names.push(htmlMessage(lang, "summary.andMore", { n: own.length - shown }));
    }
    return markup`<li>${verdictSign(verdict, lang)} <span class="number">${htmlMessage(lang, "summary.documents", { n: own.length })}</span><span class="names">${joined(names, ", ")}</span></li>`;
  });
  return markup`<h3>${htmlMessage(lang, "summary.verdicts")}</h3>
<svg class="verdict-bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${htmlMessage(lang, "summary.verdictChart", { verdicts: said })}">${parts}</svg>
<ul class="verdict-list">${lines}</ul>`;
}

/** "in the strategies 35 of 64, in the budget 4 of 22": the way of the perspective through the stages. */
function stagesSentence(context: PageContext): string {
  const { lang, report, documents } = context;
  const named = byStage(documents, report.labels).flatMap(({ stage, documents: own }) => {
    if (stage === "other") return [];
    const expected = sum(own.map(({ document }) => document.coverage.expected));
    const covered = sum(own.map(({ document }) => document.coverage.covered));
    return expected === 0 ? [] : [{ stage, expected, covered }];
  });
  if (named.length < 2) return "";
  const list = named.map(({ stage, expected, covered }, index) =>
    htmlMessage(lang, index === 0 ? "summary.stage" : "summary.stageNext", {
      stage: htmlMessage(lang, `stageIn.${stage}`),
      expected,
      covered,
    }),
  );
  return htmlMessage(lang, "summary.stages", { stages: list.join(", ") });
}

/** Which link of the chain is covered most and which least, of those with enough sections to say so. */
function linksSentence(context: PageContext): string {
  const { lang, documents } = context;
  const links = [...linkCoverage(documents.map(({ document }) => document))].sort(
    (one, other) => other.covered / other.expected - one.covered / one.expected,
  );
  const [strong] = links;
  const weak = links.at(-1);
  if (strong === undefined || weak === undefined) return "";
  if (strong.covered / strong.expected === weak.covered / weak.expected) return "";
  return htmlMessage(lang, "summary.links", {
    strong: message(lang, `chain.${strong.link}`),
    strongCovered: strong.covered,
    strongExpected: strong.expected,
    weak: message(lang, `chain.${weak.link}`),
    weakCovered: weak.covered,
    weakExpected: weak.expected,
  });
}

function requirementsSentence(context: PageContext): string {
  const counts = context.documents.map(({ document }) => countRequirements(document));
  const all = sum(counts.map((one) => one.all));
  if (all === 0) return "";
  const met = sum(counts.map((one) => one.met));
  const partly = sum(counts.map((one) => one.partly));
  return partly === 0
    ? htmlMessage(context.lang, "summary.requirementsNoPart", { met, all })
    : htmlMessage(context.lang, "summary.requirements", { met, all, partly });
}

function goalsSentence(context: PageContext): string {
  const without = goalIds(context).filter((id) =>
    context.documents.every(({ document }) => goalCount(document.policyGoals, id) === 0),
  );
  if (without.length === 0 || context.documents.length === 0) return "";
  const goals = without.map((id) => `${id} ${goalTitle(context, id)}`.trim()).join("; ");
  return htmlMessage(context.lang, "summary.goalsWithout", { n: without.length, goals });
}

function showsPart(context: PageContext): Markup {
  const { lang, report } = context;
  const { failed } = report.summary;
  const sentences = [
    stagesSentence(context),
    linksSentence(context),
    requirementsSentence(context),
    goalsSentence(context),
    failed > 0 ? htmlMessage(lang, "summary.unread", { n: failed }) : "",
  ].filter((sentence) => sentence !== "");
  if (sentences.length === 0) return nothing;
  return markup`<h3>${htmlMessage(lang, "summary.shows")}</h3>
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
}

const weight = { high: 0, medium: 1, low: 2 } as const;

interface WidespreadGap {
  readonly gap: GapReport;
  sections: number;
  readonly documents: Set<PageDocument>;
}

/** Gaps that say the same, over all documents; grave ones first, then those that concern most sections. */
function widespreadGaps(context: PageContext): readonly WidespreadGap[] {
  const groups = new Map<string, WidespreadGap>();
  for (const item of context.documents) {
    for (const gap of countedGaps(item.document)) {
      const key = JSON.stringify([gap.severity, gap.rule, gap.message]);
      const group = groups.get(key) ?? { gap, sections: 0, documents: new Set() };
      group.sections++;
      group.documents.add(item);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (one, other) => weight[one.gap.severity] - weight[other.gap.severity] || other.sections - one.sections,
  );
}

function mostMissingPart(context: PageContext): Markup {
  const { lang } = context;
  const groups = widespreadGaps(context);
  const heading = markup`<h3>${htmlMessage(lang, "summary.mostMissing")}</h3>`;
  if (groups.length === 0) {
    return markup`${heading}<p>${htmlMessage(lang, "summary.mostMissingNone")}</p>`;
  }
  const items = groups.slice(0, gapsShown).map(({ gap, sections, documents }) => {
    const spread = htmlMessage(lang, "summary.spread", { sections, documents: documents.size });
    return markup`<li><p><strong>${clippedText(gap.message, 500)}</strong> <span class="number">${spread}</span></p> <p class="ask">${clippedText(gap.question, 500)}</p></li>`;
  });
  return markup`${heading}<ol class="missing-list">${items}</ol>`;
}

function overviewRow(item: PageDocument, context: PageContext): Markup {
  const { document, typeName } = item;
  const { lang } = context;
  const { coverage } = document;
  const { all, met } = countRequirements(document);
  const requirements = all === 0 ? "–" : htmlMessage(lang, "overview.met", { met, all });
  const upTo =
    coverage.review > 0 && coverage.upTo !== null
      ? markup`<small>${htmlMessage(lang, "overview.upTo", { percent: formatPercent(coverage.upTo, lang) })}</small>`
      : nothing;
  const sortShare = coverage.share === null ? -1 : coverage.share;
  return markup`<tr><th scope="row">${link(item, context)}<small>${typeName}</small></th><td data-v="${verdicts.indexOf(document.verdict)}">${verdictSign(document.verdict, lang)}</td><td class="covered" data-v="${sortShare}">${coverageBar(coverage, lang)}${upTo}</td><td class="num" data-v="${coverage.depth ?? -1}">${formatDecimal(coverage.depth, lang)}</td><td class="num" data-v="${all === 0 ? -1 : met / all}">${requirements}</td><td class="num">${countedGaps(document).length}</td><td class="num">${coverage.review}</td></tr>`;
}

function overviewPart(context: PageContext): Pieces {
  const { lang, documents } = context;
  const caption = htmlMessage(lang, "summary.overview");
  const heads: readonly (readonly [string, string])[] = [
    [message(lang, "table.document"), ""],
    [message(lang, "table.verdict"), ""],
    [message(lang, "table.coverage"), ""],
    [message(lang, "table.depth"), "num"],
    [htmlMessage(lang, "overview.requirements"), "num"],
    [htmlMessage(lang, "overview.gaps"), "num"],
    [htmlMessage(lang, "overview.review"), "num"],
  ];
  const table = inPieces`<table class="overview" data-sort><caption>${caption}</caption><thead><tr>${heads.map(
    ([head, kind]) => markup`<th scope="col" class="${kind}">${head}</th>`,
  )}</tr></thead><tbody>${each(documents, (item) => overviewRow(item, context))}</tbody></table>`;
  return inPieces`${wideTable(htmlMessage(lang, "page.scroll", { table: caption }), table)}
<p class="note">${htmlMessage(lang, "overview.legend")}</p>`;
}

function leadPart(context: PageContext): Markup {
  const { lang, documents } = context;
  if (documents.length === 0) return markup`<p class="lead">${htmlMessage(lang, "summary.none")}</p>`;
  const n = documents.length;
  const expected = sum(documents.map(({ document }) => document.coverage.expected));
  const covered = sum(documents.map(({ document }) => document.coverage.covered));
  const review = sum(documents.map(({ document }) => document.coverage.review));
  const lead =
    expected === 0
      ? htmlMessage(lang, "summary.leadNothing", { n })
      : n === 1
        ? htmlMessage(lang, "summary.leadOne", { expected, covered })
        : htmlMessage(lang, "summary.lead", {
            n,
            clear: withVerdict(context, "clear").length,
            expected,
            covered,
          });
  const more =
    review > 0
      ? ` ${htmlMessage(lang, "summary.review", { n: review, count: countInWords(review, lang) })}`
      : "";
  return markup`<p class="lead">${lead}${more}</p>`;
}

/** The section of the page; without audited documents, only that there are none. */
export function summaryPart(context: PageContext): Pieces {
  const { lang, documents } = context;
  return inPieces`<section id="sammanfattning" aria-labelledby="sammanfattning-h">
<h2 id="sammanfattning-h">${htmlMessage(lang, "summary.heading")}</h2>
${leadPart(context)}
${
  documents.length === 0
    ? nothing
    : [verdictsPart(context), showsPart(context), mostMissingPart(context), overviewPart(context)]
}
<p class="caveat"><strong>${htmlMessage(lang, "summary.caveat")}.</strong> ${capital(message(lang, "end.caveat"), lang)}</p>
</section>`;
}
