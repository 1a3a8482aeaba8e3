// `genomlys explain` on a screen: how a verdict is set, and the working behind a document or a section.
import { nothingExpected } from "../nothing-expected.ts";
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatPlace,
  message,
  type Language,
} from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import {
  type DocumentReport,
  type PackReport,
  type Report,
  type SectionReport,
  type Verdict,
} from "../../model/report.ts";
import type { Thresholds } from "../../model/rule.ts";
import type { DocumentWorking, PackWorking } from "../../model/working.ts";
import { reasonsText } from "../reasons.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { suppressionNote } from "../suppressed.ts";
import { packName } from "../terminal/beside-part.ts";
import { documentName, documentTypeName } from "../terminal/document-name.ts";
import { textWidth } from "../terminal/document-part.ts";
import { paragraph, wrapText } from "../terminal/lay-out.ts";
import { linearLines } from "../terminal/linear-text.ts";
import { chooseStyle, type Style } from "../terminal/style.ts";
import { workingLines } from "../terminal/working-lines.ts";

type Limits = Thresholds["verdict"];

/** The order of the verdict, with the thresholds of each pack. */
export function renderVerdictRules(
  packs: readonly { readonly pack: Pick<PackReport, "title" | "version">; readonly limits: Limits }[],
  options: RenderOptions,
): string {
  const { lang } = options;
  const style = chooseStyle(options);
  const width = textWidth(options);
  const percent = (share: number): string => formatPercent(share, lang);
  const lines = [
    style.strong(message(lang, "explain.verdictTitle")),
    ...packs.flatMap(({ pack, limits }) => {
      const name = (verdict: Verdict): string => message(lang, `verdict.${verdict}`);
      const steps = [
        message(lang, "explain.step.notAssessed", {
          verdict: name("notAssessed"),
          sections: limits.expectedSectionsAtLeast,
          read: percent(limits.readShareAtLeast),
        }),
        message(lang, "explain.step.clear", {
          verdict: name("clear"),
          coverage: percent(limits.clearCoverage),
        }),
        message(lang, "explain.step.missing", {
          verdict: name("missing"),
          coverage: percent(limits.missingCoverage),
        }),
        message(lang, "explain.step.confined", {
          verdict: name("confined"),
          concentration: percent(limits.confinedConcentration),
          coverage: percent(limits.clearCoverage),
        }),
        message(lang, "explain.step.partial", { verdict: name("partial") }),
      ];
      const title = { title: plainText(pack.title[lang]), version: plainText(pack.version) };
      return [
        style.faint(message(lang, "explain.pack", title)),
        "",
        ...steps.flatMap((step, index) => paragraph(step, width, `  ${String(index + 1)}. `)),
        "",
      ];
    }),
    ...(["explain.coverage", "explain.level", "explain.thresholds"] as const).flatMap((key) =>
      wrapText(message(lang, key), width),
    ),
  ];
  return `${linearLines(lines, options).join("\n")}\n`;
}

/** A document: the verdict step by step, the arithmetic, its expected sections; or the sections that were asked for. */
export function renderWorking(
  working: DocumentWorking,
  report: Pick<Report, "labels" | "packs">,
  options: RenderOptions,
): string {
  const style = chooseStyle(options);
  const { document, packs } = working;
  const { lang } = options;
  const isAsked = packs.some(({ sections }) => sections.size > 0);
  const lines = [
    style.strong(documentName(document, lang)),
    ...(isAsked ? [] : typeLines(document, report.labels, options)),
    ...packs.flatMap((own) => [
      // With several packs each part says whose it is.
      ...(packs.length === 1 ? [] : ["", style.strong(packName(own.pack, report, lang))]),
      ...(isAsked
        ? askedSections(own).flatMap((section) => sectionLines(section, own, working, report, options, style))
        : packLines(own, document, options, style)),
    ]),
    "",
    ...wrapText(message(lang, isAsked ? "explain.level" : "explain.more"), textWidth(options)).map(
      style.faint,
    ),
  ];
  return `${linearLines(lines, options).join("\n")}\n`;
}

function typeLines(document: DocumentReport, labels: Report["labels"], options: RenderOptions): string[] {
  const { lang } = options;
  const because = document.type.because.map((reason) => clippedText(reason, 80)).join("; ");
  const type = documentTypeName(document, labels, lang);
  const text = because === "" ? type : message(lang, "explain.type", { type, because });
  return paragraph(text, textWidth(options), "  ");
}

const askedSections = ({ judged, sections }: PackWorking): SectionReport[] =>
  judged.filter(({ id }) => sections.has(id));

function packLines(
  own: PackWorking,
  document: DocumentReport,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const expected = own.judged.filter((section) => section.expected);
  return [
    "",
    style.strong(message(lang, "explain.verdict", { verdict: message(lang, `verdict.${own.verdict}`) })),
    ...stepLines(own, document, lang).flatMap((step, index) =>
      paragraph(step, width, `  ${String(index + 1)}. `),
    ),
    "",
    style.strong(message(lang, "explain.figures")),
    ...figureLines(own, document, lang).flatMap((line) => paragraph(line, width, "  ")),
    ...(expected.length === 0
      ? []
      : [
          "",
          style.strong(message(lang, "explain.sections")),
          ...expected.flatMap((section) => expectedLines(section, width, lang, style)),
        ]),
  ];
}

/** The steps of the verdict down to the one that decided, each with the facts that it asked for. */
function stepLines(
  { coverage, verdict, conditions, thresholds }: PackWorking,
  { reading }: DocumentReport,
  lang: Language,
): string[] {
  const percent = (share: number | null): string => formatPercent(share, lang);
  const answer = (is: boolean): string => message(lang, is ? "explain.yes" : "explain.no");
  const steps: readonly { verdict: Verdict; facts: readonly string[] }[] = [
    {
      verdict: "notAssessed",
      facts: [
        message(lang, "explain.fact.sections", {
          n: coverage.expected,
          least: thresholds.expectedSectionsAtLeast,
        }),
        message(lang, "explain.fact.read", {
          percent: percent(reading.share),
          least: percent(thresholds.readShareAtLeast),
        }),
      ],
    },
    {
      verdict: "clear",
      facts: [
        message(lang, "explain.fact.atLeast", {
          percent: percent(coverage.share),
          least: percent(thresholds.clearCoverage),
        }),
        message(lang, "explain.fact.steers", { answer: answer(conditions.steers) }),
        message(lang, "explain.fact.analyses", { answer: answer(conditions.analyses) }),
      ],
    },
    {
      verdict: "missing",
      facts: [
        message(lang, "explain.fact.below", {
          percent: percent(coverage.share),
          limit: percent(thresholds.missingCoverage),
        }),
        message(lang, "explain.fact.shallow", { answer: answer(conditions.shallow) }),
      ],
    },
    {
      verdict: "confined",
      facts: [
        message(lang, "explain.fact.framed", { answer: answer(conditions.framed) }),
        message(lang, "explain.fact.concentration", {
          percent: percent(coverage.concentration),
          least: percent(thresholds.confinedConcentration),
          limit: percent(thresholds.clearCoverage),
        }),
      ],
    },
    { verdict: "partial", facts: [message(lang, "explain.fact.rest")] },
  ];
  const decided = steps.findIndex((step) => step.verdict === verdict);
  return steps.slice(0, decided + 1).map((step, index) =>
    message(lang, "explain.answer", {
      verdict: message(lang, `verdict.${step.verdict}`),
      answer: answer(index === decided),
      facts: step.facts.join("; "),
    }),
  );
}

function figureLines(
  { coverage, judged, words }: PackWorking,
  document: DocumentReport,
  lang: Language,
): string[] {
  if (coverage.share === null) return [nothingExpected(document, lang)];
  const unread = judged.filter(({ status }) => status === "unread").length;
  return [
    message(lang, "explain.share", {
      covered: formatCount(words.covered, lang),
      coveredSections: coverage.covered,
      expected: formatCount(words.expected, lang),
      expectedSections: coverage.expected,
      percent: formatPercent(coverage.share, lang),
    }),
    ...(coverage.review === 0
      ? []
      : [
          message(lang, "explain.upTo", {
            n: coverage.review,
            words: formatCount(words.review, lang),
            percent: formatPercent(coverage.upTo, lang),
          }),
        ]),
    message(lang, "explain.depth", { depth: formatDecimal(coverage.depth, lang) }),
    ...(unread === 0 ? [] : [message(lang, "explain.unread", { n: unread })]),
  ];
}

function headOf(section: SectionReport, lang: Language): string {
  return message(lang, "explain.sectionHead", {
    words: formatCount(section.words, lang),
    level: section.level,
    status: message(lang, `status.${section.status}`),
  });
}

function placedName(section: SectionReport, lang: Language): string {
  return `${sectionName(section, lang)}, ${plainText(formatPlace(section.location, lang))}`;
}

function expectedLines(section: SectionReport, width: number, lang: Language, style: Style): string[] {
  const reasons = reasonsText(section.because, lang);
  return [
    ...paragraph(`${placedName(section, lang)}: ${headOf(section, lang)}`, width, `  ${style.bullet} `),
    ...(reasons === "" ? [] : paragraph(reasons, width, "    ").map(style.faint)),
  ];
}

function sectionLines(
  section: SectionReport,
  own: PackWorking,
  working: DocumentWorking,
  { labels }: Pick<Report, "labels">,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const found = own.sections.get(section.id);
  const gaps = gapsOf(working, own, section.id);
  const reasons = reasonsText(section.because, lang);
  return [
    "",
    ...wrapText(placedName(section, lang), width).map(style.strong),
    ...paragraph(headOf(section, lang), width, "  "),
    ...paragraph(
      section.expected ? message(lang, "details.because", { reasons }) : message(lang, "explain.notExpected"),
      width,
      "  ",
    ),
    ...(section.reviewTerms.length === 0
      ? []
      : paragraph(
          message(lang, "details.reviewTerms", {
            terms: section.reviewTerms.map((term) => `"${clippedText(term, 40)}"`).join(", "),
          }),
          width,
          "  ",
        )),
    ...(found === undefined
      ? []
      : [
          `  ${message(lang, "explain.sentences")}`,
          ...workingLines(found, width, lang, options.plain, labels.roles),
        ]),
    ...(gaps.length === 0
      ? []
      : [
          `  ${message(lang, "explain.gaps")}`,
          ...gaps.flatMap((gap) =>
            paragraph(
              `${message(lang, `severity.${gap.severity}`)}: ${clippedText(gap.message, 500)} (${plainText(gap.rule)})${suppressionNote(gap, lang)}`,
              width,
              `  ${style.bullet} `,
            ),
          ),
        ]),
  ];
}

/** The gaps of a section that one pack names; those of the packs beside the first are known as "pack/rule". */
function gapsOf(
  { document, packs }: DocumentWorking,
  own: PackWorking,
  section: string,
): DocumentReport["gaps"] {
  const beside = packs.slice(1).map(({ pack }) => `${pack}/`);
  return document.gaps.filter((gap) => {
    const of = beside.find((prefix) => gap.rule.startsWith(prefix));
    return gap.section === section && (own === packs[0] ? of === undefined : of === `${own.pack}/`);
  });
}
