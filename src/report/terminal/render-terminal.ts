// The report that is read on a screen: the whole first, then each document, then what could not be audited.
import { formatCount, message } from "../../messages/message.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { verdicts, type DocumentReport, type Report } from "../../model/report.ts";
import { duplicateLine, factTexts } from "../facts.ts";
import type { RenderOptions } from "../render-options.ts";
import { repeatedSentences } from "../repeated-sentences.ts";
import { checkPart } from "./check-part.ts";
import { renderDetails } from "./details-part.ts";
import { documentName } from "./document-name.ts";
import { renderDocument, textWidth } from "./document-part.ts";
import { groupsPart } from "./groups-part.ts";
import { paragraph, wrapText } from "./lay-out.ts";
import { linearLines, linearOverview } from "./linear-text.ts";
import { renderOverview } from "./overview-table.ts";
import { renderRequirements } from "./requirements-part.ts";
import { chooseStyle, type Style } from "./style.ts";

/** Which tool, rules and score model the figures come from, and the verdicts counted. */
function headPart(report: Report, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const { audited, failed } = report.summary;
  const origin = [
    `${report.tool.name} ${report.tool.version}`,
    ...report.packs.map((pack) => `${plainText(pack.title[lang])} ${plainText(pack.version)}`),
    ...new Set(
      report.documents.map((document) => plainText(document.scoreModel)).filter((model) => model !== ""),
    ),
  ];
  const counted = verdicts
    .filter((verdict) => report.summary.verdicts[verdict] > 0)
    .map((verdict) => `${String(report.summary.verdicts[verdict])} ${message(lang, `verdict.${verdict}`)}`)
    .join(", ");
  const total = message(lang, "summary.audited", { n: formatCount(audited, lang) });
  const lines = [
    ...wrapText(origin.join(style.between), textWidth(options)).map(style.faint),
    "",
    ...wrapText(
      audited === 0 ? message(lang, "summary.nothing") : `${total}${counted === "" ? "" : `: ${counted}`}.`,
      textWidth(options),
    ).map(style.strong),
  ];
  if (failed > 0) {
    const text = `${message(lang, "summary.failed", { n: formatCount(failed, lang) })}.`;
    lines.push(...wrapText(text, textWidth(options)));
  }
  return lines;
}

/** Files without a judgement, each with the reason and what to do. */
function failedPart(failed: readonly DocumentReport[], options: RenderOptions, style: Style): string[] {
  if (failed.length === 0) return [];
  const { lang } = options;
  const width = textWidth(options);
  return [
    "",
    style.strong(message(lang, "failed.title")),
    ...style.ruler(width),
    ...failed.flatMap((document) => [
      ...paragraph(documentName(document, lang), width, "  ").map(style.strong),
      ...factTexts(document, lang).flatMap((text) => paragraph(text, width, "    ")),
      ...decisiveNotices(document.notices).flatMap((notice) => [
        ...paragraph(clippedText(notice.message, 500), width, "    "),
        ...paragraph(message(lang, "failed.remedy", { text: clippedText(notice.hint, 500) }), width, "    "),
      ]),
    ]),
  ];
}

/** Files with the content of another that are named, at most. */
const duplicatesShown = 20;
/** Sentences that stand in several documents and are named, at most. */
const repeatedShown = 5;

/** Sentences that stand in several documents, and what that means; unfolded, all of them. */
function repeatedParts(report: Report, options: RenderOptions, style: Style): string[] {
  const { lang, details } = options;
  const width = textWidth(options);
  return repeatedSentences(report, lang).flatMap(({ texts, lines }) => {
    const shown = details ? lines : lines.slice(0, repeatedShown);
    const more = lines.length - shown.length;
    return [
      "",
      style.strong(message(lang, `${texts}.title`)),
      ...style.ruler(width),
      ...paragraph(message(lang, `${texts}.why`), width, "  "),
      ...shown.flatMap((line) => paragraph(line, width, `  ${style.bullet} `)),
      ...(more > 0 ? [`    ${message(lang, "document.more", { n: more })}`] : []),
    ];
  });
}

/** Files with the content of another: named, and counted once. */
function duplicatesPart(report: Report, options: RenderOptions, style: Style): string[] {
  const { lang, details } = options;
  const { duplicates = [] } = report;
  if (duplicates.length === 0) return [];
  const width = textWidth(options);
  const shown = details ? duplicates : duplicates.slice(0, duplicatesShown);
  const more = duplicates.length - shown.length;
  return [
    "",
    style.strong(message(lang, "duplicates.title")),
    ...style.ruler(width),
    ...paragraph(message(lang, "duplicates.why"), width, "  "),
    ...shown.flatMap((duplicate) => paragraph(duplicateLine(duplicate, lang), width, `  ${style.bullet} `)),
    ...(more > 0 ? [`    ${message(lang, "document.more", { n: more })}`] : []),
  ];
}

/** What the configuration left out, each document with its reason: an exception that nobody sees is never taken back. */
function ignoredPart(report: Report, options: RenderOptions, style: Style): string[] {
  const { lang } = options;
  const { ignored = [] } = report;
  if (ignored.length === 0) return [];
  const width = textWidth(options);
  return [
    "",
    style.strong(message(lang, "ignored.title")),
    ...style.ruler(width),
    ...ignored.flatMap(({ path, reason, until }) => {
      const values = { path: plainText(path), reason: clippedText(reason, 200) };
      const text =
        until === null
          ? message(lang, "ignored.line", values)
          : message(lang, "ignored.lineUntil", { ...values, day: plainText(until) });
      return paragraph(text, width, "  ");
    }),
  ];
}

/** The whole report as text for a screen or a log; lines of at most `options.width` columns (from 60 on). */
export function renderTerminal(report: Report, options: RenderOptions): string {
  const style = chooseStyle(options);
  const { lang } = options;
  const audited = report.documents.filter((document) => document.status === "audited");
  const failed = report.documents.filter((document) => document.status !== "audited");
  const lines = [
    ...headPart(report, options, style),
    "",
    ...(options.plain === true ? linearOverview(report, options) : renderOverview(report, options, style)),
    ...groupsPart(report, options, style),
    ...audited.flatMap((document) => [
      ...renderDocument(document, report, options, style),
      ...(options.details
        ? [
            ...renderRequirements(document, options, style, textWidth(options)),
            ...renderDetails(document, report, options, style),
          ]
        : []),
    ]),
    ...failedPart(failed, options, style),
    ...duplicatesPart(report, options, style),
    ...repeatedParts(report, options, style),
    ...ignoredPart(report, options, style),
    ...checkPart(report, options, style),
    "",
    ...wrapText(message(lang, "end.caveat"), textWidth(options)).map(style.faint),
    ...(options.details || audited.length === 0
      ? []
      : wrapText(message(lang, "end.details"), textWidth(options)).map(style.faint)),
  ];
  return `${linearLines(lines, options).join("\n")}\n`;
}
