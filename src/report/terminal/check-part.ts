// The check at the end of the report: a line for each document, under it what made it fail, each with its fingerprint.
import { formatPlace, message } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, Report } from "../../model/report.ts";
import { checkLine, checkSum, fixedLines, lostDocumentLines, renamedLines } from "../check-lines.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { textWidth } from "./document-part.ts";
import { paragraph } from "./lay-out.ts";
import type { Style } from "./style.ts";

const failingShown = 5;

interface Failing {
  readonly fingerprint: string;
  readonly text: string;
}

/** What the change took away, and the gaps and requirements because of which a bar is missed. */
function failingOf(document: DocumentReport, { lang }: RenderOptions): Failing[] {
  const place = (id: string | null): string => {
    const section = document.sections.find((each) => each.id === id);
    return section === undefined
      ? ""
      : `${sectionName(section, lang)}, ${plainText(formatPlace(section.location, lang))}: `;
  };
  const lost = (document.check?.lost ?? []).filter(({ suppressed }) => suppressed === undefined);
  const gaps = document.gaps.filter(({ failing }) => failing);
  const requirements = document.requirements.filter(({ failing }) => failing);
  return [
    ...lost.map(({ fingerprint, section, message: text }) => ({
      fingerprint,
      text: `${place(section)}${clippedText(text, 500)}`,
    })),
    ...gaps.map(({ fingerprint, section, message: text }) => ({
      fingerprint,
      text: `${place(section)}${clippedText(text, 300)}`,
    })),
    ...requirements.map(({ fingerprint = "", id, message: text }) => ({
      fingerprint,
      text: `${id}: ${clippedText(text, 300)}`,
    })),
  ];
}

/** Lines of at most `options.width` columns; none where no bars were set. */
export function checkPart(report: Report, options: RenderOptions, style: Style): string[] {
  const { check } = report;
  if (check === undefined) return [];
  const { lang, details } = options;
  const width = textWidth(options);
  const paint = { passed: style.status.present, failed: style.status.missing } as const;
  const documentLines = report.documents.flatMap((document) => {
    const outcome = document.check?.outcome;
    const head = paragraph(checkLine(document, lang), width, "  ");
    const failing = failingOf(document, options);
    const shown = details ? failing : failing.slice(0, failingShown);
    const more = failing.length - shown.length;
    return [
      ...(outcome === "passed" || outcome === "failed" ? head.map(paint[outcome]) : head),
      ...renamedLines(document, lang).flatMap((line) => paragraph(line.trim(), width, "    ")),
      ...shown.flatMap(({ text, fingerprint }) =>
        paragraph(`${text} [${plainText(fingerprint)}]`, width, `    ${style.bullet} `),
      ),
      ...(more > 0 ? [`      ${message(lang, "document.more", { n: more })}`] : []),
      ...fixedLines(document, lang).flatMap((line) => paragraph(line.trim(), width, "    ")),
    ];
  });
  const gone = (check.changedSince?.lost ?? []).map(({ failing }) => failing === true);
  const lostLines = lostDocumentLines(check, lang).flatMap(([head = "", ...below], index) => [
    ...paragraph(head, width, "  ").map((line) => (gone[index] === true ? paint.failed(line) : line)),
    ...below.flatMap((line) => paragraph(line.trim(), width, `    ${style.bullet} `)),
  ]);
  return [
    "",
    style.strong(message(lang, "check.title")),
    ...style.ruler(width),
    ...documentLines,
    ...lostLines,
    ...checkSum(check, lang).flatMap((line) => paragraph(line, width, "  ")),
  ];
}
