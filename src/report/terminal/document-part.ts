// What the report says about one document, without unfolding it: figures in words, sections to judge, gravest gaps.
import { isForeign, nothingExpected } from "../nothing-expected.ts";
import { formatCount, formatPercent, formatPlace, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report, SectionReport } from "../../model/report.ts";
import { chainTexts } from "../chain-state.ts";
import { factTexts } from "../facts.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { countedGaps, suppressedLines } from "../suppressed.ts";
import { packName, renderBeside } from "./beside-part.ts";
import { documentName, documentTypeName } from "./document-name.ts";
import { groupGaps, type GapGroup } from "./gap-groups.ts";
import { paragraph, wrapText } from "./lay-out.ts";
import { renderRequirementsSummary } from "./requirements-part.ts";
import type { Style } from "./style.ts";

const gapsShown = 5;
const reviewShown = 5;
const placesShown = 3;
const missingShown = 8;
/** Long lines are hard to read, however wide the window is. */
export const textWidth = (options: RenderOptions): number => Math.min(options.width, 100);

/** "3.2 Barn och ungas hälsa, sida 14" */
function sectionPlace(section: SectionReport, lang: Language): string {
  return `${sectionName(section, lang)}, ${plainText(formatPlace(section.location, lang))}`;
}

/** The verdict and its figures in sentences; what was taken out of the count is told apart. */
export function figures(document: DocumentReport, lang: Language): string[] {
  const { coverage, verdict, reading } = document;
  const lines: string[] = [];
  if (coverage.expected === 0) lines.push(nothingExpected(document, lang));
  else {
    const { covered, expected } = coverage;
    lines.push(
      message(lang, "document.covered", { covered, expected, percent: formatPercent(coverage.share, lang) }),
    );
    if (coverage.review > 0) {
      const percent = formatPercent(coverage.upTo, lang);
      lines.push(message(lang, "document.upTo", { n: coverage.review, percent }));
    }
  }
  const unread = document.sections.filter((section) => section.status === "unread").length;
  if (unread > 0 && !isForeign(document)) lines.push(message(lang, "document.unreadCount", { n: unread }));
  if (verdict === "notAssessed") {
    if (reading.share < 0.9) {
      lines.push(message(lang, "document.tooLittleRead", { percent: formatPercent(reading.share, lang) }));
    } else if (coverage.expected > 0) {
      lines.push(message(lang, "document.tooFewExpected", { n: coverage.expected }));
    }
  }
  if (coverage.covered > 0) lines.push(...chainTexts(document.chain, lang));
  if (document.flags.length > 0) {
    const flags = document.flags.map((flag) => message(lang, `flag.${flag}`)).join("; ");
    lines.push(message(lang, "document.flags", { flags }));
  }
  return lines;
}

function quoted(terms: readonly string[]): string {
  return terms.map((term) => `"${clippedText(term, 40)}"`).join(", ");
}

/** Why these sections are left to a person. With damaged text no word need stand there at all. */
function reviewReasons(
  document: DocumentReport,
  sections: readonly SectionReport[],
): ("document.reviewWhy" | "document.reviewDamaged" | "document.reviewRepeated")[] {
  const withWords = sections.filter(({ reviewTerms }) => reviewTerms.length > 0).length;
  const without = document.flags.includes("damagedText")
    ? "document.reviewDamaged"
    : "document.reviewRepeated";
  return [
    ...(withWords > 0 ? (["document.reviewWhy"] as const) : []),
    ...(withWords < sections.length ? ([without] as const) : []),
  ];
}

function reviewPart(document: DocumentReport, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const sections = document.sections.filter((section) => section.status === "review");
  if (sections.length === 0) return [];
  const width = textWidth(options);
  const shown = options.details ? sections : sections.slice(0, reviewShown);
  const lines = [
    "",
    `  ${style.status.review(style.strong(message(lang, "document.review", { n: sections.length })))}`,
    ...reviewReasons(document, sections).flatMap((key) => paragraph(message(lang, key), width, "  ")),
  ];
  for (const section of shown) {
    const words = section.reviewTerms.length === 0 ? "" : `: ${quoted(section.reviewTerms)}`;
    lines.push(...paragraph(`${sectionPlace(section, lang)}${words}`, width, `  ${style.bullet} `));
  }
  const more = sections.length - shown.length;
  if (more > 0) lines.push(`    ${message(lang, "document.more", { n: more })}`);
  return lines;
}

function gapItem(group: GapGroup, number: number, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const { gap, sections } = group;
  const width = textWidth(options);
  const [first, ...others] = sections;
  const place = first === undefined ? formatPlace(gap.location, lang) : sectionName(first, lang);
  const where = first === undefined ? place : `${place}, ${plainText(formatPlace(gap.location, lang))}`;
  const indent = "     ";
  const head = paragraph(where, width - 2, `  ${String(number)}. `);
  const lines = head.map((line) => style.strong(line));
  lines.push(
    ...paragraph(clippedText(gap.message, 500), width, indent),
    ...paragraph(message(lang, "document.question", { text: clippedText(gap.question, 500) }), width, indent),
  );
  if (others.length > 0) {
    const named = others
      .slice(0, placesShown)
      .map((section) => sectionPlace(section, lang))
      .join("; ");
    const more = others.length - placesShown;
    const list = more > 0 ? message(lang, "document.andMore", { sections: named, n: more }) : named;
    lines.push(
      ...paragraph(message(lang, "document.alsoIn", { sections: list }), width, indent).map(style.faint),
    );
  }
  return lines;
}

/** Of each kind a gap for every section that has it. */
const countOf = (groups: readonly GapGroup[]): number =>
  groups.reduce((sum, { sections }) => sum + Math.max(1, sections.length), 0);

function gapsPart(groups: readonly GapGroup[], options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  if (groups.length === 0) return [];
  const shown = groups.slice(0, gapsShown);
  const title =
    shown.length < groups.length
      ? message(lang, "document.gapsSome", { shown: shown.length, all: groups.length })
      : message(lang, "document.gaps", { n: countOf(shown) });
  return [
    "",
    `  ${style.strong(title)}`,
    ...shown.flatMap((group, index) => gapItem(group, index + 1, options, style)),
  ];
}

/** Names the sections where it is missing and that the gaps above did not name. */
function missingPart(
  document: DocumentReport,
  groups: readonly GapGroup[],
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const named = new Set(
    groups
      .slice(0, gapsShown)
      .flatMap((group) => group.sections.slice(0, 1 + placesShown).map(({ id }) => id)),
  );
  // A section all of whose gaps are suppressed is named with them, and with the reason.
  const counted = new Set(countedGaps(document).map(({ section }) => section));
  const suppressed = new Set(document.gaps.map(({ section }) => section).filter((id) => !counted.has(id)));
  const missing = document.sections.filter(({ id, status }) => status === "missing" && !suppressed.has(id));
  const rest = missing.filter((section) => !named.has(section.id));
  if (missing.length === 0 && groups.length === 0) {
    // Nothing is said to be missing in damaged text; that is no comfort.
    const certain = document.coverage.expected > 0 && !document.flags.includes("damagedText");
    return certain ? ["", `  ${message(lang, "document.noGaps")}`] : [];
  }
  // Unfolded, every one of them is shown with all that is known about it.
  if (rest.length === 0 || options.details) return [];
  const shown = rest.slice(0, missingShown);
  const title = message(lang, rest.length < missing.length ? "document.missingAlso" : "document.missingIn", {
    n: rest.length,
  });
  const more = rest.length - shown.length;
  return [
    "",
    `  ${style.strong(title)}`,
    ...shown.flatMap((section) =>
      paragraph(sectionPlace(section, lang), textWidth(options), `  ${style.bullet} `),
    ),
    ...(more > 0 ? [`    ${message(lang, "document.more", { n: more })}`] : []),
  ];
}

function noticesPart(document: DocumentReport, options: RenderOptions, style: Style): string[] {
  if (document.notices.length === 0) return [];
  const { lang } = options;
  const width = textWidth(options);
  return [
    "",
    `  ${style.strong(message(lang, "document.notices"))}`,
    ...document.notices.flatMap((notice) => {
      const place = notice.location === undefined ? "" : `${plainText(formatPlace(notice.location, lang))}: `;
      const text = `${place}${clippedText(notice.message, 500)} ${clippedText(notice.hint, 500)}`;
      return paragraph(text, width, `  ${style.bullet} `);
    }),
  ];
}

/** The head of a document: its name and a line under it, its type and size, its verdict in words. */
function headPart(document: DocumentReport, report: Report, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const { recognised = [] } = document.reading;
  const facts = [
    documentTypeName(document, report.labels, lang),
    ...(document.pages === null ? [] : [message(lang, "document.pages", { n: document.pages })]),
    message(lang, "document.words", { n: formatCount(document.words, lang) }),
    ...(recognised.length === 0 ? [] : [message(lang, "document.recognised", { n: recognised.length })]),
  ];
  const word = message(lang, `verdict.${document.verdict}`);
  const [first] = report.packs;
  // With several packs each verdict says whose it is.
  const verdict =
    document.beside === undefined || first === undefined
      ? options.plain === true
        ? `${message(lang, "table.verdict")}: ${word}`
        : word.charAt(0).toLocaleUpperCase(lang) + word.slice(1)
      : `${packName(first.id, report, lang)}: ${word}`;
  const listed = factTexts(document, lang);
  const name = documentName(document, lang);
  const title = options.plain === true ? `${message(lang, "table.document")}: ${name}` : name;
  return [
    "",
    ...wrapText(title, width).map(style.strong),
    ...style.ruler(width),
    ...paragraph(facts.join(style.between), width, "  ").map(style.faint),
    ...(listed.length === 0 ? [] : paragraph(listed.join(style.between), width, "  ").map(style.faint)),
    ...paragraph(verdict, width, "  ").map(style.verdict[document.verdict]),
    ...[...figures(document, lang), ...suppressedLines(document, lang)].flatMap((text) =>
      paragraph(text, width, "  "),
    ),
  ];
}

/** Everything about one audited document that is shown without --details. */
export function renderDocument(
  document: DocumentReport,
  report: Report,
  options: RenderOptions,
  style: Style,
): string[] {
  const groups = groupGaps(document);
  return [
    ...headPart(document, report, options, style),
    ...renderBeside(document, report, options, style, textWidth(options)),
    ...(document.beside === undefined ? [] : [""]),
    ...renderRequirementsSummary(document, options, style, textWidth(options)),
    ...reviewPart(document, options, style),
    ...gapsPart(groups, options, style),
    ...missingPart(document, groups, options, style),
    ...noticesPart(document, options, style),
  ];
}
