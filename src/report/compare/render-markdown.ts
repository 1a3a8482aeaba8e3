// A comparison as Markdown, for a pull request or a memo.
import { formatPercent, message, type Language } from "../../messages/message.ts";
import type { Comparison, DocumentComparison, SectionComparison } from "../../model/comparison.ts";
import type { EvidenceReport, Report } from "../../model/report.ts";
import { escapeMarkdown } from "../markdown/escape-markdown.ts";
import { bySentence, quoteParts } from "../quotes.ts";
import type { RenderOptions } from "../render-options.ts";
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

const arrow = "→";
const longest = 600;
const contextLength = 160;

const cell = (text: string): string => escapeMarkdown(text, longest);

/** The whole comparison; every section that changed, with its evidence. */
export function renderComparisonMarkdown(
  comparison: Comparison,
  { lang }: Pick<RenderOptions, "lang">,
): string {
  const left = remainders(comparison, lang).flatMap(({ title, documents }) =>
    list(
      `## ${title}`,
      documents.map(({ path }) => path),
    ),
  );
  const lines = [
    `# ${message(lang, "compare.title")}`,
    "",
    `**${overviewText(comparison, lang)}**`,
    "",
    `- ${message(lang, "compare.before")}: ${cell(comparison.before.name)}`,
    `- ${message(lang, "compare.after")}: ${cell(comparison.after.name)}`,
    "",
    ...comparison.documents.flatMap((document) => documentLines(document, comparison.labels, lang)),
    ...left,
    "---",
    "",
    ...(comparison.documents.some(({ sections }) => sections !== null)
      ? [`${message(lang, comparison.alignedBy === "text" ? "compare.byText" : "compare.byReport")}  `]
      : []),
    `${message(lang, "compare.caveat")}  `,
    originTexts(comparison, lang).map(cell).join(", "),
  ];
  return `${lines.join("\n")}\n`;
}

function documentLines(document: DocumentComparison, labels: Report["labels"], lang: Language): string[] {
  const head = [`## ${cell(nameOf(document.after))}`, "", cell(pairText(document, lang)), ""];
  if (isIdentical(document, labels)) return [...head, message(lang, "compare.identical"), ""];
  const table = [
    `| ${message(lang, "compare.figure")} | ${message(lang, "compare.before")} | ${message(lang, "compare.after")} |`,
    "| --- | --- | --- |",
    ...figureRows(document, labels, lang).map(
      ({ label, before, after }) => `| ${cell(label)} | ${cell(before)} | ${cell(after)} |`,
    ),
    "",
  ];
  const requirements = list(
    `### ${message(lang, "compare.requirements")}`,
    requirementLines(document, lang, arrow),
  );
  const { sections } = document;
  if (sections === null) {
    const percent = formatPercent(document.inCommon, lang);
    return [...head, ...table, ...requirements, message(lang, "compare.different", { percent }), ""];
  }
  const sorted = sortSections(sections);
  const gaps = sortGaps(document);
  return [
    ...head,
    ...table,
    evidenceLine(document, lang),
    "",
    gapsLine(document, lang),
    "",
    ...requirements,
    ...sectionList("compare.changedSections", sorted.changed, lang),
    ...sectionList("compare.addedSections", sorted.added, lang),
    ...sectionList("compare.removedSections", sorted.removed, lang),
    ...sectionList("compare.movedSections", sorted.moved, lang),
    ...list(
      `### ${message(lang, "compare.newGaps", { n: gaps.new.length })}`,
      gaps.new.map((gap) => gapText(gap, "new", lang)),
    ),
    ...list(
      `### ${message(lang, "compare.answeredGaps", { n: gaps.answered.length })}`,
      gaps.answered.map((gap) => gapText(gap, "closed", lang)),
    ),
    ...list(
      `### ${message(lang, "compare.goneGaps", { n: gaps.gone.length })}`,
      gaps.gone.map((gap) => gapText(gap, "closed", lang)),
    ),
    message(lang, "compare.sameSections", { n: sorted.same }),
    "",
  ];
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, "", ...items.map((item) => `- ${cell(item)}`), ""];
}

function sectionList(
  key:
    "compare.changedSections" | "compare.addedSections" | "compare.removedSections" | "compare.movedSections",
  sections: readonly SectionComparison[],
  lang: Language,
): string[] {
  if (sections.length === 0) return [];
  return [
    `### ${message(lang, key, { n: sections.length })}`,
    "",
    ...sections.flatMap((section) => [
      `- **${cell(sectionText(section, lang, arrow))}**: ${cell(changeText(section, lang, arrow))}`,
      ...evidenceItems("compare.gained", section.gained, lang),
      ...evidenceItems("compare.lost", section.lost, lang),
      ...evidenceItems(
        "compare.reworded",
        section.reworded.map(({ after }) => after),
        lang,
      ),
    ]),
    "",
  ];
}

function evidenceItems(
  key: "compare.gained" | "compare.lost" | "compare.reworded",
  pieces: readonly EvidenceReport[],
  lang: Language,
): string[] {
  return bySentence(pieces).flatMap((sentence) => {
    const [deepest] = sentence;
    if (deepest === undefined) return [];
    const parts = quoteParts(
      sentence.map(({ excerpt }) => excerpt),
      { contextLength, ellipsis: "…" },
    );
    const quote = parts
      .map(({ text, marked }) => {
        const escaped = escapeMarkdown(text, longest);
        const [lead, tail] = [/^\s*/.exec(text)?.[0] ?? "", /\s*$/.exec(text)?.[0] ?? ""];
        return marked && escaped !== "" ? `**${escaped}**` : lead + escaped + tail;
      })
      .join("")
      .trim();
    return [`  - ${message(lang, key)}: ${quote} (${cell(evidencePlace(deepest, lang))})`];
  });
}
