// A comparison on the screen: the whole first, then each document with what changed in its sections and gaps.
import { formatPercent, message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Comparison, DocumentComparison, SectionComparison } from "../../model/comparison.ts";
import type { EvidenceReport, Report } from "../../model/report.ts";
import { bySentence, quoteParts } from "../quotes.ts";
import type { RenderOptions } from "../render-options.ts";
import { textWidth } from "../terminal/document-part.ts";
import { paragraph, wrapText } from "../terminal/lay-out.ts";
import { linearLines } from "../terminal/linear-text.ts";
import { chooseStyle, type Style } from "../terminal/style.ts";
import {
  changeText,
  evidenceLine,
  evidencePlace,
  figureRows,
  gapsLine,
  gapText,
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

const contextLength = 100;
/** Items of a list that are shown, unless all are asked for. */
const shownAtOnce = 12;

/** Lines of at most `options.width` columns (from 60 on). */
export function renderComparison(comparison: Comparison, options: RenderOptions): string {
  const { lang } = options;
  const style = chooseStyle(options);
  const width = textWidth(options);
  const faint = (text: string): string[] => wrapText(text, width).map(style.faint);
  const sides = [
    `${message(lang, "compare.before")}: ${plainText(comparison.before.name)}`,
    `${message(lang, "compare.after")}: ${plainText(comparison.after.name)}`,
  ];
  const lines = [
    ...faint(originTexts(comparison, lang).join(style.between)),
    "",
    ...wrapText(overviewText(comparison, lang), width).map(style.strong),
    ...sides.flatMap((side) => paragraph(side, width, "  ")),
    ...comparison.documents.flatMap((document) => documentLines(document, comparison.labels, options, style)),
    ...remainders(comparison, lang).flatMap(({ title, documents }) => [
      "",
      style.strong(title),
      ...documents.flatMap(({ path }) => paragraph(plainText(path), width, `  ${style.bullet} `)),
    ]),
    "",
    ...(comparison.documents.some(({ sections }) => sections !== null)
      ? faint(message(lang, comparison.alignedBy === "text" ? "compare.byText" : "compare.byReport"))
      : []),
    ...faint(message(lang, "compare.caveat")),
  ];
  return `${linearLines(lines, options).join("\n")}\n`;
}

function documentLines(
  document: DocumentComparison,
  labels: Report["labels"],
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const text = (words: string): string[] => paragraph(words, width, "  ");
  const head = [
    "",
    ...wrapText(nameOf(document.after), width).map(style.strong),
    ...style.ruler(width),
    ...text(pairText(document, lang)).map(style.faint),
  ];
  if (isIdentical(document, labels)) return [...head, ...text(message(lang, "compare.identical"))];
  const figures = figureRows(document, labels, lang).flatMap(({ label, before, after }) =>
    text(
      `${label}: ${before === after ? after : message(lang, "compare.change", { before, arrow: style.arrow, after })}`,
    ),
  );
  const requirements = requirementLines(document, lang, style.arrow);
  const { sections } = document;
  if (sections === null) {
    const percent = formatPercent(document.inCommon, lang);
    return [
      ...head,
      ...figures,
      ...list(message(lang, "compare.requirements"), requirements, options, style),
      "",
      ...text(message(lang, "compare.different", { percent })),
    ];
  }
  const sorted = sortSections(sections);
  const gaps = sortGaps(document);
  const gapLines = (of: keyof typeof gaps): string[] =>
    gaps[of].map((gap) => gapText(gap, of === "new" ? "new" : "closed", lang));
  const one = (section: SectionComparison): string =>
    `${sectionText(section, lang, style.arrow)}: ${changeText(section, lang, style.arrow)}`;
  return [
    ...head,
    ...figures,
    ...text(evidenceLine(document, lang)),
    ...text(gapsLine(document, lang)),
    ...list(message(lang, "compare.requirements"), requirements, options, style),
    ...sectionList(
      message(lang, "compare.changedSections", { n: sorted.changed.length }),
      sorted.changed,
      options,
      style,
    ),
    ...sectionList(
      message(lang, "compare.addedSections", { n: sorted.added.length }),
      sorted.added,
      options,
      style,
    ),
    ...sectionList(
      message(lang, "compare.removedSections", { n: sorted.removed.length }),
      sorted.removed,
      options,
      style,
    ),
    ...(options.details
      ? list(
          message(lang, "compare.movedSections", { n: sorted.moved.length }),
          sorted.moved.map(one),
          options,
          style,
        )
      : []),
    ...list(message(lang, "compare.newGaps", { n: gaps.new.length }), gapLines("new"), options, style),
    ...list(
      message(lang, "compare.answeredGaps", { n: gaps.answered.length }),
      gapLines("answered"),
      options,
      style,
    ),
    ...list(message(lang, "compare.goneGaps", { n: gaps.gone.length }), gapLines("gone"), options, style),
    "",
    ...(options.details || sorted.moved.length === 0
      ? []
      : text(message(lang, "compare.movedHint", { n: sorted.moved.length }))),
    ...(sorted.same === 0 ? [] : text(message(lang, "compare.sameSections", { n: sorted.same }))),
  ];
}

function shownOf<Item>(items: readonly Item[], { details }: RenderOptions): readonly Item[] {
  return details ? items : items.slice(0, shownAtOnce);
}

function moreLine(all: number, shown: number, { lang }: RenderOptions): string[] {
  return all > shown ? [`    ${message(lang, "compare.more", { n: all - shown })}`] : [];
}

function list(title: string, items: readonly string[], options: RenderOptions, style: Style): string[] {
  if (items.length === 0) return [];
  const shown = shownOf(items, options);
  return [
    "",
    `  ${style.strong(title)}`,
    ...shown.flatMap((item) => paragraph(item, textWidth(options), `  ${style.bullet} `)),
    ...moreLine(items.length, shown.length, options),
  ];
}

function sectionList(
  title: string,
  sections: readonly SectionComparison[],
  options: RenderOptions,
  style: Style,
): string[] {
  if (sections.length === 0) return [];
  const { lang } = options;
  const shown = shownOf(sections, options);
  return [
    "",
    `  ${style.strong(title)}`,
    ...shown.flatMap((section) => [
      ...paragraph(sectionText(section, lang, style.arrow), textWidth(options), `  ${style.bullet} `),
      ...paragraph(changeText(section, lang, style.arrow), textWidth(options), "    "),
      ...evidenceLines(section, options, style),
    ]),
    ...moreLine(sections.length, shown.length, options),
  ];
}

function evidenceLines(
  { gained, lost, reworded }: SectionComparison,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const lines = (
    key: "compare.gained" | "compare.lost" | "compare.reworded",
    pieces: readonly EvidenceReport[],
  ): string[] =>
    bySentence(pieces).flatMap((sentence) => {
      const [deepest] = sentence;
      if (deepest === undefined) return [];
      const parts = quoteParts(
        sentence.map(({ excerpt }) => excerpt),
        { contextLength, ellipsis: style.ellipsis },
      );
      const quote = parts
        .map(({ text, marked }) => (marked ? style.matchOpen + text + style.matchClose : text))
        .join("")
        .trim();
      const line = `${message(lang, key)}: ${quote} (${evidencePlace(deepest, lang)})`;
      return paragraph(line, textWidth(options), "      ").map(style.faint);
    });
  return [
    ...lines("compare.gained", gained),
    ...lines("compare.lost", lost),
    ...lines(
      "compare.reworded",
      reworded.map(({ after }) => after),
    ),
  ];
}
