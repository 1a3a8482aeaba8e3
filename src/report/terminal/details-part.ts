// --details: every section that should hold the perspective or does, with all that its judgement rests on.
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type {
  DiscountedReport,
  DocumentReport,
  EvidenceReport,
  Excerpt,
  GapReport,
  Report,
  SectionReport,
} from "../../model/report.ts";
import { bySection } from "../by-section.ts";
import { bySentence, quoteParts } from "../quotes.ts";
import type { RenderOptions } from "../render-options.ts";
import { discountedReason, levelName, reasonsText } from "../reasons.ts";
import { sectionName } from "../section-name.ts";
import { sharedNote } from "../shared-text.ts";
import { suppressionNote } from "../suppressed.ts";
import { packName } from "./beside-part.ts";
import { textWidth } from "./document-part.ts";
import { paragraph } from "./lay-out.ts";
import type { Style } from "./style.ts";

const contextLength = 140;

// Mark where a match begins and ends until the lines are broken; private-use characters, which no text of a document
// keeps on its way here (they come from symbol fonts and mean nothing elsewhere).
const open = "\ue000";
const close = "\ue001";
const privateUse = /\p{Co}/gu;

/** The matches in their sentence, each between `open` and `close`. `excerpts` are of one and the same text. */
function excerptText(excerpts: readonly Excerpt[], style: Style): string {
  const own = excerpts.map(({ before, match, after }) => ({
    before: before.replace(privateUse, ""),
    match: match.replace(privateUse, ""),
    after: after.replace(privateUse, ""),
  }));
  return quoteParts(own, { contextLength, ellipsis: style.ellipsis })
    .map(({ text, marked }) => (marked ? `${open}${text}${close}` : text))
    .join("")
    .trim();
}

/** Puts signs around the match and colours it, line by line: colours before wrapping would count as letters. */
function paintMatch(lines: readonly string[], style: Style): string[] {
  let inside = false;
  return lines.map((line) =>
    line
      .split(/(?<=\ue001)|(?=\ue000)/u)
      .map((part) => {
        const begins = part.startsWith(open);
        const painted = begins || inside;
        inside = painted && !part.endsWith(close);
        const text = part.replace(open, style.matchOpen).replace(close, style.matchClose);
        if (!painted) return text;
        const lead = /^ */.exec(text)?.[0] ?? "";
        return lead + style.match(text.slice(lead.length));
      })
      .join(""),
  );
}

/** What the packs beside the first say of a section: "Barnrättsperspektiv: finns, nivå 2, beskrivs". */
function besideTexts(section: string, document: DocumentReport, report: Report, lang: Language): string[] {
  return (document.beside ?? []).flatMap((beside) => {
    const found = beside.sections.find(({ id }) => id === section);
    if (found === undefined || found.status === "notExpected") return [];
    const level = message(lang, "details.level", { n: found.level, name: levelName(found.level, lang) });
    const parts = [
      message(lang, `status.${found.status}`),
      ...(found.status === "present" ? [level] : []),
      ...found.flags.map((flag) => message(lang, `flag.${flag}`)),
    ];
    return [`${packName(beside.pack, report, lang)}: ${parts.join(", ")}`];
  });
}

interface SectionFacts {
  readonly beside: readonly string[];
  readonly evidence: readonly EvidenceReport[];
  readonly discounted: readonly DiscountedReport[];
  readonly gaps: readonly GapReport[];
}

function sectionPart(
  section: SectionReport,
  facts: SectionFacts,
  report: Report,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const width = textWidth(options);
  const text = "    ";
  const item = `    ${style.bullet} `;
  const status = message(lang, `status.${section.status}`);
  const level = message(lang, "details.level", {
    n: section.level,
    name: levelName(section.level, lang),
  });
  const head = [
    formatPlace(section.location, lang),
    ...(section.status === "present" ? [level] : []),
    ...(section.framing ? [message(lang, "details.framing")] : []),
    ...section.flags.map((flag) => message(lang, `flag.${flag}`)),
  ].map(plainText);
  const lines = [
    "",
    ...paragraph(sectionName(section, lang), width, "  ").map(style.strong),
    ...paragraph([status, ...head].join(style.between), width, text).map((line, index) =>
      index === 0 ? line.replace(status, style.status[section.status](status)) : line,
    ),
  ];
  for (const beside of facts.beside) lines.push(...paragraph(beside, width, text));
  if (section.expected && section.because.length > 0) {
    const reasons = reasonsText(section.because, lang);
    lines.push(...paragraph(message(lang, "details.because", { reasons }), width, text).map(style.faint));
  }
  if (section.reviewTerms.length > 0) {
    const terms = section.reviewTerms.map((term) => `"${clippedText(term, 40)}"`).join(", ");
    lines.push(...paragraph(message(lang, "details.reviewTerms", { terms }), width, text));
  }
  for (const gap of facts.gaps) {
    const severity = message(lang, `severity.${gap.severity}`);
    lines.push(
      ...paragraph(
        `${message(lang, "details.gap", { severity })}: ${clippedText(gap.message, 500)}${suppressionNote(gap, lang)}`,
        width,
        text,
      ),
      ...paragraph(
        message(lang, "document.question", { text: clippedText(gap.question, 500) }),
        width,
        "      ",
      ),
      ...paragraph(
        message(lang, "document.recommendation", { text: clippedText(gap.recommendation, 500) }),
        width,
        "      ",
      ),
    );
    if (gap.source !== "") {
      const source = message(lang, "document.source", { text: clippedText(gap.source, 300) });
      lines.push(...paragraph(source, width, "      ").map(style.faint));
    }
  }
  if (facts.evidence.length > 0) {
    lines.push(`${text}${message(lang, "details.evidence")}:`);
    for (const pieces of bySentence(facts.evidence)) {
      const [deepest] = pieces;
      if (deepest === undefined) continue;
      const label = [
        plainText(formatPlace(deepest.location, lang)),
        levelName(deepest.level, lang),
        message(lang, `chain.${deepest.chain}`),
        ...(deepest.standardText === true ? [message(lang, "standard.piece")] : []),
        ...[sharedNote(deepest, report, lang)].filter((note) => note !== ""),
      ].join(", ");
      const text = excerptText(
        pieces.map((piece) => piece.excerpt),
        style,
      );
      lines.push(...paintMatch(paragraph(`${label}: ${text}`, width, item), style));
    }
  }
  if (facts.discounted.length > 0) {
    lines.push(`${text}${message(lang, "details.discounted")}:`);
    for (const piece of facts.discounted) {
      const reason = discountedReason(piece.reason, lang);
      const place = plainText(formatPlace(piece.location, lang));
      const line = `${place}: ${excerptText([piece.excerpt], style)} (${reason})`;
      lines.push(...paintMatch(paragraph(line, width, item), style));
    }
  }
  if (section.neighbours.length > 0) {
    const terms = section.neighbours.map((term) => clippedText(term, 40)).join(", ");
    lines.push(...paragraph(message(lang, "details.neighbours", { terms }), width, text).map(style.faint));
  }
  return lines;
}

function policyGoalsPart(
  document: DocumentReport,
  report: Report,
  options: RenderOptions,
  style: Style,
): string[] {
  const goals = Object.entries(document.policyGoals);
  if (document.evidence.length === 0) return [];
  return [
    "",
    `  ${style.strong(message(options.lang, "details.policyGoals"))}`,
    ...goals.flatMap(([id, count]) => {
      const label = Object.hasOwn(report.labels.policyGoals, id) ? report.labels.policyGoals[id] : undefined;
      const name = plainText([id, label?.[options.lang] ?? ""].join(" ").trim());
      const number = count === 0 ? message(options.lang, "details.none") : String(count);
      return paragraph(`${name}: ${number}`, textWidth(options), "    ");
    }),
  ];
}

/** Every section of `document` that is expected to hold the perspective, or holds it, or only seems to. */
export function renderDetails(
  document: DocumentReport,
  report: Report,
  options: RenderOptions,
  style: Style,
): string[] {
  const { lang } = options;
  const evidence = bySection(document.evidence);
  const discounted = bySection(document.discounted);
  const gaps = bySection(document.gaps);
  const shown = document.sections.filter(
    (section) =>
      section.status !== "notExpected" ||
      besideTexts(section.id, document, report, lang).length > 0 ||
      evidence.has(section.id) ||
      discounted.has(section.id) ||
      gaps.has(section.id),
  );
  const left = document.sections.length - shown.length;
  if (shown.length === 0) return [];
  return [
    ...policyGoalsPart(document, report, options, style),
    "",
    `  ${style.strong(message(lang, "details.sections"))}`,
    ...shown.flatMap((section) =>
      sectionPart(
        section,
        {
          beside: besideTexts(section.id, document, report, lang),
          evidence: evidence.get(section.id) ?? [],
          discounted: discounted.get(section.id) ?? [],
          gaps: gaps.get(section.id) ?? [],
        },
        report,
        options,
        style,
      ),
    ),
    ...(left === 0
      ? []
      : [
          "",
          ...paragraph(message(lang, "document.notExpectedCount", { n: left }), textWidth(options), "  ").map(
            style.faint,
          ),
        ]),
  ];
}
