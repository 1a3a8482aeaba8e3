// A comparison as Markdown, for a pull request or a memo.
import { message, type Language } from "../../messages/message.ts";
import type { Comparison } from "../../model/comparison.ts";
import { escapeMarkdown } from "../markdown/escape-markdown.ts";
import type { RenderOptions } from "../render-options.ts";
import {
  describeComparison,
  describeDocument,
  type DocumentText,
  type EvidenceText,
  type SectionText,
  type TextList,
} from "./describe-comparison.ts";
import type { FigureRow } from "./in-words.ts";

const signs = { arrow: "→", ellipsis: "…" };
const longest = 600;
const contextLength = 160;

const cell = (text: string): string => escapeMarkdown(text, longest);

/** The whole comparison; every section that changed, with its evidence. */
export function renderComparisonMarkdown(
  comparison: Comparison,
  { lang }: Pick<RenderOptions, "lang">,
): string {
  const { title, overview, sides, left, alignedBy, caveat, origins } = describeComparison(comparison, lang);
  const lines = [
    `# ${title}`,
    "",
    `**${overview}**`,
    "",
    ...sides.map(({ label, name }) => `- ${label}: ${cell(name)}`),
    "",
    ...comparison.documents.flatMap((document) =>
      documentLines(describeDocument(document, comparison.labels, { lang, ...signs, contextLength }), lang),
    ),
    ...left.flatMap((list) => listLines("##", list)),
    "---",
    "",
    ...(alignedBy === null ? [] : [`${alignedBy}  `]),
    `${caveat}  `,
    origins.map(cell).join(", "),
  ];
  return `${lines.join("\n")}\n`;
}

function documentLines({ name, pair, changes }: DocumentText, lang: Language): string[] {
  const head = [`## ${cell(name)}`, "", cell(pair), ""];
  if (changes.kind === "identical") return [...head, changes.note, ""];
  const table = figureTable(changes.figures, lang);
  const requirements = listLines("###", changes.requirements);
  if (changes.kind === "different") return [...head, ...table, ...requirements, changes.note, ""];
  return [
    ...head,
    ...table,
    ...changes.counts.flatMap((count) => [count, ""]),
    ...requirements,
    ...[...changes.sections, changes.moved].flatMap(sectionLines),
    ...changes.gaps.flatMap((list) => listLines("###", list)),
    changes.same.note,
    "",
  ];
}

function figureTable(rows: readonly FigureRow[], lang: Language): string[] {
  return [
    `| ${message(lang, "compare.figure")} | ${message(lang, "compare.before")} | ${message(lang, "compare.after")} |`,
    "| --- | --- | --- |",
    ...rows.map(({ label, before, after }) => `| ${cell(label)} | ${cell(before)} | ${cell(after)} |`),
    "",
  ];
}

function listLines(heading: "##" | "###", { title, items }: TextList<string>): string[] {
  return items.length === 0 ? [] : [`${heading} ${title}`, "", ...items.map((item) => `- ${cell(item)}`), ""];
}

function sectionLines({ title, items }: TextList<SectionText>): string[] {
  if (items.length === 0) return [];
  return [
    `### ${title}`,
    "",
    ...items.flatMap(({ section, change, evidence }) => [
      `- **${cell(section)}**: ${cell(change)}`,
      ...evidence.map(evidenceItem),
    ]),
    "",
  ];
}

function evidenceItem({ label, quote, place }: EvidenceText): string {
  const sentence = quote
    .map(({ text, marked }) => {
      const escaped = escapeMarkdown(text, longest);
      const [lead, tail] = [/^\s*/.exec(text)?.[0] ?? "", /\s*$/.exec(text)?.[0] ?? ""];
      return marked && escaped !== "" ? `**${escaped}**` : lead + escaped + tail;
    })
    .join("")
    .trim();
  return `  - ${label}: ${sentence} (${cell(place)})`;
}
