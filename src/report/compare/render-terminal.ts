// A comparison on the screen: the whole first, then each document with what changed in its sections and gaps.
import { message } from "../../messages/message.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { RenderOptions } from "../render-options.ts";
import { textWidth } from "../terminal/document-part.ts";
import { paragraph, wrapText } from "../terminal/lay-out.ts";
import { linearLines } from "../terminal/linear-text.ts";
import { chooseStyle, type Style } from "../terminal/style.ts";
import {
  describeComparison,
  describeDocument,
  type DocumentText,
  type EvidenceText,
  type SectionText,
  type TextList,
} from "./describe-comparison.ts";

const contextLength = 100;
/** Items of a list that are shown, unless all are asked for. */
const shownAtOnce = 12;

/** Lines of at most `options.width` columns (from 60 on). */
export function renderComparison(comparison: Comparison, options: RenderOptions): string {
  const { lang } = options;
  const style = chooseStyle(options);
  const { arrow, ellipsis } = style;
  const width = textWidth(options);
  const faint = (text: string): string[] => wrapText(text, width).map(style.faint);
  const { overview, sides, left, alignedBy, caveat, origins } = describeComparison(comparison, lang);
  const lines = [
    ...faint(origins.join(style.between)),
    "",
    ...wrapText(overview, width).map(style.strong),
    ...sides.flatMap(({ label, name }) => paragraph(`${label}: ${name}`, width, "  ")),
    ...comparison.documents.flatMap((document) =>
      documentLines(
        describeDocument(document, comparison.labels, { lang, arrow, ellipsis, contextLength }),
        options,
        style,
      ),
    ),
    ...left.flatMap(({ title, items }) => [
      "",
      style.strong(title),
      ...items.flatMap((item) => paragraph(item, width, `  ${style.bullet} `)),
    ]),
    "",
    ...(alignedBy === null ? [] : faint(alignedBy)),
    ...faint(caveat),
  ];
  return `${linearLines(lines, options).join("\n")}\n`;
}

function documentLines(
  { name, pair, changes }: DocumentText,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang, details } = options;
  const width = textWidth(options);
  const text = (words: string): string[] => paragraph(words, width, "  ");
  const list = (texts: TextList<string>): string[] =>
    listLines(texts, options, style, (item) => paragraph(item, width, `  ${style.bullet} `));
  const head = [
    "",
    ...wrapText(name, width).map(style.strong),
    ...style.ruler(width),
    ...text(pair).map(style.faint),
  ];
  if (changes.kind === "identical") return [...head, ...text(changes.note)];
  const figures = changes.figures.flatMap(({ label, before, after }) =>
    text(
      `${label}: ${before === after ? after : message(lang, "compare.change", { before, arrow: style.arrow, after })}`,
    ),
  );
  if (changes.kind === "different")
    return [...head, ...figures, ...list(changes.requirements), "", ...text(changes.note)];
  const { sections, moved, gaps, same } = changes;
  return [
    ...head,
    ...figures,
    ...changes.counts.flatMap(text),
    ...list(changes.requirements),
    ...sections.flatMap((each) =>
      listLines(each, options, style, (section) => sectionLines(section, width, style)),
    ),
    ...(details
      ? list({ ...moved, items: moved.items.map(({ section, change }) => `${section}: ${change}`) })
      : []),
    ...gaps.flatMap(list),
    "",
    ...(details || moved.items.length === 0
      ? []
      : text(message(lang, "compare.movedHint", { n: moved.items.length }))),
    ...(same.n === 0 ? [] : text(same.note)),
  ];
}

/** A list under its title, cut where it is long unless all is asked for; [] for one without items. */
function listLines<Item>(
  { title, items }: TextList<Item>,
  { details, lang }: RenderOptions,
  style: Style,
  linesOf: (item: Item) => readonly string[],
): string[] {
  if (items.length === 0) return [];
  const shown = details ? items : items.slice(0, shownAtOnce);
  const left = items.length - shown.length;
  return [
    "",
    `  ${style.strong(title)}`,
    ...shown.flatMap(linesOf),
    ...(left > 0 ? [`    ${message(lang, "compare.more", { n: left })}`] : []),
  ];
}

function sectionLines({ section, change, evidence }: SectionText, width: number, style: Style): string[] {
  return [
    ...paragraph(section, width, `  ${style.bullet} `),
    ...paragraph(change, width, "    "),
    ...evidence.flatMap((piece) => paragraph(evidenceText(piece, style), width, "      ").map(style.faint)),
  ];
}

function evidenceText({ label, quote, place }: EvidenceText, style: Style): string {
  const sentence = quote
    .map(({ text, marked }) => (marked ? style.matchOpen + text + style.matchClose : text))
    .join("")
    .trim();
  return `${label}: ${sentence} (${place})`;
}
