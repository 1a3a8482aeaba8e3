// The report as Markdown, for pull requests and documents: a table, then what to do, document by document, worst first.
import { formatDecimal, formatPercent, formatPlace, message, type Language } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { plainText } from "../../messages/plain-text.ts";
import {
  verdicts,
  type DocumentReport,
  type Report,
  type SectionReport,
  type Verdict,
} from "../../model/report.ts";
import { chainLinks } from "../../model/rule.ts";
import { linksIn, linkState } from "../chain-state.ts";
import { checkLine, checkSum, lostDocumentLines, renamedLines } from "../check-lines.ts";
import { duplicateLine, factTexts } from "../facts.ts";
import { groupingName, groupName, verdictsIn } from "../groups.ts";
import type { RenderOptions } from "../render-options.ts";
import { repeatedSentences } from "../repeated-sentences.ts";
import { sectionName } from "../section-name.ts";
import { countedGaps, isCounted, suppressedLines } from "../suppressed.ts";
import { documentName, documentTypeName } from "../terminal/document-name.ts";
import { figures } from "../terminal/document-part.ts";
import { groupGaps, type GapGroup } from "../terminal/gap-groups.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { fitItems, writeItems, type Item } from "./fit-items.ts";

const alsoShown = 5;
const worstFirst: readonly Verdict[] = ["missing", "confined", "partial", "notAssessed", "clear"];
const severityRank = { high: 0, medium: 2, low: 4 } as const;
/** Documents that could not be read come first: nothing else says that they are unknown. */
const ranks = { failed: 0, review: 1, reading: 3, passed: 5, repeated: 5, suppressed: 6 } as const;

/**
 * The whole text, with a line break at the end; with `maxBytes` (of UTF-8) what is less grave is left out, and the
 * text says so.
 */
export function renderMarkdown(
  report: Report,
  { lang, maxBytes = Number.POSITIVE_INFINITY }: RenderOptions,
): string {
  const documents = sortWorstFirst(report.documents);
  const items = [
    ...checkItems(report, lang),
    ...documents.flatMap((document) => itemsOf(document, report, lang)),
    ...repeatedItems(report, lang),
  ];
  const end = `${duplicatesText(report, lang)}\n---\n\n${message(lang, "end.caveat")}  \n${origin(report, lang)}\n`;
  const whole = head(report, documents, lang) + writeItems(items) + end;
  if (bytesOf(whole) <= maxBytes) return whole;
  return cutTo(maxBytes, report, documents, items, end, lang);
}

const bytesOf = (text: string): number => Buffer.byteLength(text, "utf8");

/** The gravest that fits. The head and the notice always stand, even when that alone is more than `maxBytes`. */
function cutTo(
  maxBytes: number,
  report: Report,
  documents: readonly DocumentReport[],
  items: readonly Item[],
  end: string,
  lang: Language,
): string {
  const notice = (shown: number): string =>
    `\n> ${message(lang, "markdown.cut", { bytes: maxBytes, shown, all: items.length })}\n`;
  // Half of the room for the table at most: a long table must not push out what to do.
  let rows = documents.length;
  const headOf = (count: number): string =>
    head(report, documents.slice(0, count), lang) +
    (count < documents.length
      ? `\n${message(lang, "markdown.cutRows", { n: documents.length - count })}\n`
      : "");
  while (rows > 1 && bytesOf(headOf(rows)) > maxBytes / 2) rows = Math.floor(rows * 0.8);
  const room = maxBytes - bytesOf(headOf(rows) + end + notice(items.length));
  const shown = fitItems(items, room);
  return headOf(rows) + writeItems(shown) + notice(shown.length) + end;
}

function sortWorstFirst(documents: readonly DocumentReport[]): DocumentReport[] {
  const rank = (document: DocumentReport): number =>
    document.status === "audited" ? worstFirst.indexOf(document.verdict) + 1 : 0;
  return [...documents].sort(
    (a, b) => rank(a) - rank(b) || (a.coverage.share ?? 1) - (b.coverage.share ?? 1),
  );
}

const cell = (text: string): string => escapeMarkdown(text, 200);

function origin(report: Report, lang: Language): string {
  const models = new Set(
    report.documents.map(({ scoreModel }) => plainText(scoreModel)).filter((model) => model !== ""),
  );
  return [
    `${report.tool.name} ${plainText(report.tool.version)}`,
    ...report.packs.map((pack) => cell(`${pack.title[lang]} ${pack.version}`)),
    ...[...models].map(cell),
  ].join(", ");
}

function head(report: Report, documents: readonly DocumentReport[], lang: Language): string {
  const { audited } = report.summary;
  const perspective = report.packs.map((pack) => cell(pack.title[lang])).join(", ");
  const counted = verdicts
    .filter((verdict) => report.summary.verdicts[verdict] > 0)
    .map((verdict) => `${String(report.summary.verdicts[verdict])} ${message(lang, `verdict.${verdict}`)}`)
    .join(", ");
  const total = message(lang, "summary.audited", { n: audited });
  const title = message(lang, "markdown.title", { perspective }).replace(/: $/, "");
  const headings = [
    message(lang, "table.document"),
    message(lang, "table.verdict"),
    message(lang, "table.coverage"),
    message(lang, "table.depth"),
    chainLinks.map((link) => message(lang, `chainLetter.${link}`)).join(" "),
    message(lang, "markdown.requirements"),
    message(lang, "markdown.gaps"),
  ];
  const letters = chainLinks
    .map((link) => `${message(lang, `chainLetter.${link}`)} ${message(lang, `chain.${link}`)}`)
    .join(", ");
  return [
    `# ${title}\n`,
    audited === 0
      ? `${message(lang, "summary.nothing")}\n`
      : `**${total}${counted === "" ? "" : `: ${counted}`}.**\n`,
    `| ${headings.join(" | ")} |`,
    "| --- | --- | ---: | ---: | --- | ---: | ---: |",
    ...documents.map((document) => row(document, lang)),
    "",
    message(lang, "table.legendCoverage"),
    message(lang, "table.legendChain", { letters }),
    ...(documents.some(({ chain }) => linksIn(chain, "sectionsOnly").length > 0)
      ? [message(lang, "table.legendPlus")]
      : []),
    ...(documents.some(({ chain }) => linksIn(chain, "toJudge").length > 0)
      ? [message(lang, "table.legendQuestion")]
      : []),
    message(lang, "table.legendLevels"),
    "",
    ...groupLines(report, lang),
  ].join("\n");
}

const duplicatesShown = 20;

/** Files with the content of another; "" for none. */
function duplicatesText({ duplicates = [] }: Report, lang: Language): string {
  if (duplicates.length === 0) return "";
  const shown = duplicates
    .slice(0, duplicatesShown)
    .map((duplicate) => `- ${escapeMarkdown(duplicateLine(duplicate, lang), 400)}\n`);
  const more = duplicates.length - shown.length;
  const rest = more > 0 ? `\n${message(lang, "document.more", { n: more })}\n` : "";
  return `\n## ${message(lang, "duplicates.title")}\n\n${message(lang, "duplicates.why")}\n\n${shown.join("")}${rest}`;
}

const groupsShown = 60;

/** A table for each thing that the documents were grouped by. */
function groupLines(report: Report, lang: Language): string[] {
  const { groupings = [] } = report;
  return groupings.flatMap((grouping) => {
    const shown = verdictsIn(grouping);
    const headings = [
      message(lang, "column.group"),
      message(lang, "column.documentCount"),
      message(lang, "table.coverage"),
      message(lang, "table.depth"),
      ...shown.map((verdict) => message(lang, `groups.verdict.${verdict}`)),
      message(lang, "markdown.gaps"),
    ];
    const rows = grouping.groups.slice(0, groupsShown).map((group) => {
      const cells = [
        cell(groupName(group, grouping, report, lang)),
        String(group.documents),
        formatPercent(group.coverage.share, lang),
        formatDecimal(group.coverage.depth, lang),
        ...shown.map((verdict) => String(group.verdicts[verdict])),
        String(group.gaps),
      ];
      return `| ${cells.join(" | ")} |`;
    });
    const more = grouping.groups.length - rows.length;
    return [
      `## ${cell(groupingName(grouping, lang))}`,
      "",
      `| ${headings.join(" | ")} |`,
      `| --- | ${headings
        .slice(1)
        .map(() => "---:")
        .join(" | ")} |`,
      ...rows,
      ...(more > 0 ? ["", message(lang, "document.more", { n: more })] : []),
      "",
      message(lang, "groups.legend"),
      "",
    ];
  });
}

function row(document: DocumentReport, lang: Language): string {
  const name = cell(documentName(document, lang));
  if (document.status !== "audited") return `| ${name} | ${message(lang, "verdict.unreadable")} | | | | | |`;
  const { coverage, requirements } = document;
  const met = requirements.filter(({ status }) => status === "met").length;
  const all = requirements.filter(({ status }) => status !== "notApplicable").length;
  const chain = chainLinks.map((link) => {
    const state = linkState(document.chain[link]);
    const signs = { notExpected: "–", toJudge: "?", sectionsOnly: "+" } as const;
    return state === "found" || state === "missing" ? String(document.chain[link].level) : signs[state];
  });
  return `| ${[
    name,
    message(lang, `verdict.${document.verdict}`),
    formatPercent(coverage.share, lang),
    formatDecimal(coverage.depth, lang),
    chain.join(" "),
    all === 0 ? "–" : message(lang, "markdown.ofAll", { n: met, all }),
    String(countedGaps(document).length),
  ].join(" | ")} |`;
}

function placeOf(section: SectionReport, lang: Language): string {
  return `${sectionName(section, lang)}, ${plainText(formatPlace(section.location, lang))}`;
}

/** What is to be done about a document, or why nothing is known of it. */
function itemsOf(document: DocumentReport, report: Report, lang: Language): Item[] {
  if (document.status !== "audited") return [failedItem(document, lang)];
  const verdict = message(lang, `verdict.${document.verdict}`);
  const facts = figures(document, lang).map((text) => escapeMarkdown(text, 500));
  const listed = factTexts(document, lang).map((text) => escapeMarkdown(text, 300));
  const known = listed.length === 0 ? "" : ` ${listed.join("; ")}.`;
  const heading = `\n## ${cell(documentName(document, lang))}: ${verdict}\n\n${cell(documentTypeName(document, report.labels, lang))}.${known} ${facts.join(" ")}\n`;
  return [
    ...lossItems(document, heading, lang),
    ...gapItems(document, heading, lang),
    ...reviewItems(document, heading, lang),
    ...requirementItems(document, heading, lang),
    ...readingItems(document, heading, lang),
    ...suppressedItems(document, heading, lang),
  ];
}

function failedItem(document: DocumentReport, lang: Language): Item {
  const notices = decisiveNotices(document.notices).map(({ message: text, hint }) =>
    escapeMarkdown(`${text} ${hint}`, 500),
  );
  return {
    headings: [`\n## ${message(lang, "failed.title")}\n\n`],
    text: `- **${cell(documentName(document, lang))}**: ${notices.join(" ")}\n`,
    rank: ranks.failed,
  };
}

/** What the check said: a line for each document in their order, then the run. */
function checkItems({ check, documents }: Report, lang: Language): Item[] {
  if (check === undefined) return [];
  const headings = [`\n## ${message(lang, "check.title")}\n\n`];
  const item = (text: string, rank: number): Item => ({ headings, text: `- ${text}\n`, rank });
  return [
    ...documents.map((document) => {
      const lines = [checkLine(document, lang), ...renamedLines(document, lang)].map((line) => line.trim());
      const text = escapeMarkdown(lines.join("; "), 1200);
      return document.check?.outcome === "failed"
        ? item(`**${text}**`, ranks.failed)
        : item(text, ranks.passed);
    }),
    ...lostDocumentLines(check, lang).map((lines) =>
      item(escapeMarkdown(lines.map((line) => line.trim()).join("; "), 1200), ranks.failed),
    ),
    ...checkSum(check, lang).map((line) => item(escapeMarkdown(line, 1200), ranks.failed)),
  ];
}

/** What the change took away and nobody accepted. */
function lossItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const lost = (document.check?.lost ?? []).filter(({ suppressed }) => suppressed === undefined);
  const title = `\n### ${message(lang, "finding.loss")}\n\n`;
  const sections = new Map(document.sections.map((section) => [section.id, section]));
  return lost.map(({ section, severity, message: text, question, recommendation }) => {
    const own = sections.get(section ?? "");
    const where = own === undefined ? "" : `**${escapeMarkdown(placeOf(own, lang), 200)}** `;
    const lines = [
      `- ${where}(${message(lang, `severity.${severity}`)}): ${escapeMarkdown(text, 500)}`,
      `  - ${message(lang, "document.question", { text: escapeMarkdown(question, 500) })}`,
      `  - ${message(lang, "document.recommendation", { text: escapeMarkdown(recommendation, 500) })}`,
    ];
    return { headings: [heading, title], text: `${lines.join("\n")}\n`, rank: severityRank[severity] };
  });
}

function gapItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const groups = groupGaps(document);
  const title = `\n### ${message(lang, "markdown.gapsTitle", { n: countedGaps(document).length })}\n\n`;
  return groups.map((group) => ({
    headings: [heading, title],
    text: gapText(group, lang),
    rank: severityRank[group.gap.severity],
  }));
}

function gapText({ gap, sections }: GapGroup, lang: Language): string {
  const [first, ...others] = sections;
  const where =
    first === undefined
      ? plainText(formatPlace(gap.location, lang))
      : `${sectionName(first, lang)}, ${plainText(formatPlace(gap.location, lang))}`;
  const also = others.slice(0, alsoShown).map((section) => escapeMarkdown(placeOf(section, lang), 200));
  const more = others.length - also.length;
  const named =
    more > 0 ? message(lang, "document.andMore", { sections: also.join("; "), n: more }) : also.join("; ");
  const lines = [
    `- **${escapeMarkdown(where, 200)}** (${message(lang, `severity.${gap.severity}`)}): ${escapeMarkdown(gap.message, 500)}`,
    `  - ${message(lang, "document.question", { text: escapeMarkdown(gap.question, 500) })}`,
    `  - ${message(lang, "document.recommendation", { text: escapeMarkdown(gap.recommendation, 500) })}`,
    ...(others.length === 0 ? [] : [`  - ${message(lang, "document.alsoIn", { sections: named })}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function reviewItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const sections = document.sections.filter(({ status }) => status === "review");
  const title = `\n### ${message(lang, "document.review", { n: sections.length })}\n\n${message(lang, "document.reviewWhy")}\n\n`;
  return sections.map((section) => {
    const terms = section.reviewTerms.map((term) => `"${escapeMarkdown(term, 40)}"`).join(", ");
    return {
      headings: [heading, title],
      text: `- ${escapeMarkdown(placeOf(section, lang), 200)}${terms === "" ? "" : `: ${terms}`}\n`,
      rank: ranks.review,
    };
  });
}

function requirementItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const unmet = document.requirements.filter(
    (requirement) => requirement.status === "unmet" && isCounted(requirement),
  );
  const title = `\n### ${message(lang, "markdown.requirementsTitle", { n: unmet.length })}\n\n`;
  return unmet.map((requirement) => ({
    headings: [heading, title],
    text: `- **${escapeMarkdown(requirement.title, 300)}** (${cell(requirement.id)}, ${message(lang, `severity.${requirement.severity}`)}): ${escapeMarkdown(requirement.recommendation, 500)}\n`,
    rank: severityRank[requirement.severity] + 1,
  }));
}

/** What the reader could not do, and what was not tried because of it. */
function readingItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const title = `\n### ${message(lang, "document.notices")}\n\n`;
  return document.notices.map(({ location, message: text, hint }) => {
    const place = location === undefined ? "" : `${plainText(formatPlace(location, lang))}: `;
    return {
      headings: [heading, title],
      text: `- ${escapeMarkdown(`${place}${text} ${hint}`, 1000)}\n`,
      rank: ranks.reading,
    };
  });
}

/** Sentences that stand in several documents: boilerplate, and what a decision has from the report behind it. */
function repeatedItems(report: Report, lang: Language): Item[] {
  return repeatedSentences(report, lang).flatMap(({ texts, lines }) => {
    const headings = [`\n## ${message(lang, `${texts}.title`)}\n\n${message(lang, `${texts}.why`)}\n\n`];
    return lines.map((line) => ({
      headings,
      text: `- ${escapeMarkdown(line, 600)}\n`,
      rank: ranks.repeated,
    }));
  });
}

/** What was taken out of the count: shown, so that it can be taken back. */
function suppressedItems(document: DocumentReport, heading: string, lang: Language): Item[] {
  const lines = suppressedLines(document, lang);
  const title = `\n### ${message(lang, "markdown.suppressedTitle", { n: lines.length })}\n\n`;
  return lines.map((line) => ({
    headings: [heading, title],
    text: `- ${escapeMarkdown(line, 600)}\n`,
    rank: ranks.suppressed,
  }));
}
