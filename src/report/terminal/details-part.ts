// --details: every section that should hold the perspective or does, with all that its judgement rests on.
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type {
  DiscountedReport,
  DocumentReport,
  EvidenceReport,
  Excerpt,
  ExpectationReason,
  GapReport,
  Report,
  SectionReport,
} from "../../model/report.ts";
import { expectationNames } from "../../model/rule.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { textWidth } from "./document-part.ts";
import { paragraph } from "./lay-out.ts";
import type { Style } from "./style.ts";

const contextLength = 140;

// Mark where a match begins and ends until the lines are broken; private-use characters, which no text of a document
// keeps on its way here (they come from symbol fonts and mean nothing elsewhere).
const open = "\ue000";
const close = "\ue001";
const privateUse = /\p{Co}/gu;

/** The match in its sentence, between `open` and `close`, with at most `contextLength` letters to each side. */
function excerptText(excerpt: Excerpt, style: Style): string {
  const clean = (text: string): string => plainText(text.replace(privateUse, ""));
  // What stands before is cut at its own beginning: the words nearest the match are the ones that explain it.
  const long = clean(excerpt.before.slice(-contextLength * 4));
  const before =
    long.length > contextLength
      ? `${style.ellipsis}${long.slice(-contextLength).replace(/^\S*\s/, "")}`
      : long;
  const match = clippedText(excerpt.match.replace(privateUse, ""), 200);
  const rest = clean(excerpt.after.slice(0, contextLength * 4));
  const after =
    rest.length > contextLength
      ? `${rest.slice(0, contextLength).replace(/\s\S*$/, "")}${style.ellipsis}`
      : rest;
  return `${before}${open}${match}${close}${after}`.trim();
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

function reasonText(reason: ExpectationReason, lang: Language): string {
  const [kind = "", name = ""] = plainText(reason.rule).split(":");
  const expectation = expectationNames.find((known) => known === name || known === kind);
  const label =
    kind === "evidence" || kind === "trap"
      ? message(lang, `expectation.${kind}`)
      : expectation === undefined
        ? plainText(reason.rule)
        : message(lang, `expectation.${expectation}`);
  const terms = reason.terms.map((term) => clippedText(term, 40)).join(", ");
  return terms === "" ? label : `${label} (${terms})`;
}

function discountedReason(reason: string, lang: Language): string {
  const [kind = "", slug = ""] = plainText(reason).split(":");
  if (kind === "trap") return `${message(lang, "discounted.trap")}: ${slug}`;
  if (kind === "repeated" || kind === "weak") return message(lang, `discounted.${kind}`);
  return plainText(reason);
}

interface SectionFacts {
  readonly evidence: readonly EvidenceReport[];
  readonly discounted: readonly DiscountedReport[];
  readonly gaps: readonly GapReport[];
}

function sectionPart(
  section: SectionReport,
  facts: SectionFacts,
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
    name: message(lang, `level.${String(section.level) as `${typeof section.level}`}`),
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
  if (section.expected && section.because.length > 0) {
    const reasons = section.because.map((reason) => reasonText(reason, lang)).join("; ");
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
        `${message(lang, "details.gap", { severity })}: ${clippedText(gap.message, 500)}`,
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
    for (const piece of facts.evidence) {
      const label = [
        plainText(formatPlace(piece.location, lang)),
        message(lang, `level.${String(piece.level) as `${typeof piece.level}`}`),
        message(lang, `chain.${piece.chain}`),
      ].join(", ");
      lines.push(
        ...paintMatch(paragraph(`${label}: ${excerptText(piece.excerpt, style)}`, width, item), style),
      );
    }
  }
  if (facts.discounted.length > 0) {
    lines.push(`${text}${message(lang, "details.discounted")}:`);
    for (const piece of facts.discounted) {
      const reason = discountedReason(piece.reason, lang);
      const place = plainText(formatPlace(piece.location, lang));
      const line = `${place}: ${excerptText(piece.excerpt, style)} (${reason})`;
      lines.push(...paintMatch(paragraph(line, width, item), style));
    }
  }
  if (section.neighbours.length > 0) {
    const terms = section.neighbours.map((term) => clippedText(term, 40)).join(", ");
    lines.push(...paragraph(message(lang, "details.neighbours", { terms }), width, text).map(style.faint));
  }
  return lines;
}

function bySection<Piece extends { readonly section: string }>(
  pieces: readonly Piece[],
): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const group = groups.get(piece.section);
    if (group === undefined) groups.set(piece.section, [piece]);
    else group.push(piece);
  }
  return groups;
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
  const evidence = bySection(document.evidence);
  const discounted = bySection(document.discounted);
  const gaps = bySection(document.gaps);
  const shown = document.sections.filter(
    (section) =>
      section.status !== "notExpected" ||
      evidence.has(section.id) ||
      discounted.has(section.id) ||
      gaps.has(section.id),
  );
  const left = document.sections.length - shown.length;
  const { lang } = options;
  if (shown.length === 0) return [];
  return [
    ...policyGoalsPart(document, report, options, style),
    "",
    `  ${style.strong(message(lang, "details.sections"))}`,
    ...shown.flatMap((section) =>
      sectionPart(
        section,
        {
          evidence: evidence.get(section.id) ?? [],
          discounted: discounted.get(section.id) ?? [],
          gaps: gaps.get(section.id) ?? [],
        },
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
