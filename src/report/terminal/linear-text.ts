// Linear text (--plain): what a screen reader or a dumb terminal gets instead of tables, rulers and indentation.
import { formatDecimal, formatPercent, message, type Language } from "../../messages/message.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { BesideReport, DocumentReport, Report } from "../../model/report.ts";
import { chainLinks } from "../../model/rule.ts";
import { linkState } from "../chain-state.ts";
import { levelName } from "../reasons.ts";
import { factTexts } from "../facts.ts";
import type { RenderOptions } from "../render-options.ts";
import { packName } from "./beside-part.ts";
import { documentName, documentTypeName } from "./document-name.ts";
import { textWidth } from "./document-part.ts";
import { wrapText } from "./lay-out.ts";

/** The lines of a report; in linear text without indentation, columns and more than one empty line in a row. */
export function linearLines(
  lines: readonly string[],
  { plain }: Pick<RenderOptions, "plain">,
): readonly string[] {
  if (plain !== true) return lines;
  return lines
    .map((line) => line.trim().replace(/ {2,}/g, " "))
    .filter((line, index, all) => line !== "" || (all[index - 1] ?? "") !== "");
}

/** Text that is made of columns and arrows, as linear text: a comma between columns, a word for an arrow. */
export function linearText(text: string, lang: Language): string {
  const lines = text.split("\n").map((line) =>
    line
      .trim()
      .replace(/:? {2,}/g, (gap) => (gap.startsWith(":") ? ": " : ", "))
      .replace(/ (?:→|->) /g, ` ${message(lang, "plain.became")} `)
      .replace(/^[-–•] /, ""),
  );
  return lines.filter((line, index) => line !== "" || (lines[index - 1] ?? "") !== "").join("\n");
}

/** "Täckning: 40 %" and so on: the figures of a row of the table, one a line. */
function figureTexts(
  { coverage, chain }: Pick<BesideReport, "coverage" | "chain">,
  lang: Language,
): string[] {
  const none = message(lang, "plain.noFigure");
  const share = coverage.share === null ? none : formatPercent(coverage.share, lang);
  const depth = formatDecimal(coverage.depth, lang).replace("–", none);
  return [
    `${message(lang, "table.coverage")}: ${share}`,
    `${message(lang, "table.depth")}: ${depth}`,
    ...chainLinks.map((link) => {
      const state = linkState(chain[link]);
      const { level } = chain[link];
      const words =
        state === "notExpected" || state === "toJudge" || state === "sectionsOnly"
          ? message(lang, `plain.${state}`)
          : message(lang, "plain.level", { n: level, name: levelName(level, lang) });
      return message(lang, "plain.chain", { link: message(lang, `chain.${link}`), state: words });
    }),
  ];
}

function documentTexts(document: DocumentReport, report: Report, lang: Language): string[] {
  const verdict = (word: BesideReport["verdict"] | "unreadable"): string =>
    `${message(lang, "table.verdict")}: ${message(lang, `verdict.${word}`)}`;
  const name = `${message(lang, "table.document")}: ${documentName(document, lang)}`;
  const facts = factTexts(document, lang);
  if (document.status !== "audited") return [name, ...facts, verdict("unreadable")];
  return [
    name,
    ...facts,
    `${message(lang, "plain.type")}: ${clippedText(documentTypeName(document, report.labels, lang), 80)}`,
    verdict(document.verdict),
    ...figureTexts(document, lang),
    ...(document.beside ?? []).flatMap((beside) => [
      message(lang, "plain.pack", { pack: packName(beside.pack, report, lang) }),
      verdict(beside.verdict),
      ...figureTexts(beside, lang),
    ]),
  ];
}

/** What the overview table holds, document by document, every figure after its name; then what the names mean. */
export function linearOverview(report: Report, options: RenderOptions): string[] {
  const { lang } = options;
  const texts = [
    ...report.documents.flatMap((document) => [...documentTexts(document, report, lang), ""]),
    message(lang, "table.legendCoverage"),
    message(lang, "table.legendLevels"),
  ];
  return texts.flatMap((text) => (text === "" ? [""] : wrapText(text, textWidth(options))));
}
