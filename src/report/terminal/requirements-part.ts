// The requirements of a document's type: one line and the gravest in the short view, all of them with --details.
import { formatPlace, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { DocumentReport, RequirementReport, RequirementStatus } from "../../model/report.ts";
import type { RenderOptions } from "../render-options.ts";
import { sectionName } from "../section-name.ts";
import { isCounted, suppressionNote } from "../suppressed.ts";
import { paragraph } from "./lay-out.ts";
import type { Style } from "./style.ts";

const gravestShown = 2;
const placesShown = 5;
const weight = { high: 0, medium: 1, low: 2 } as const;
const statusOrder: readonly RequirementStatus[] = ["unmet", "partly", "met"];

/** The requirements that can be met, and how many are. */
function counts(document: DocumentReport): { all: number; met: number; partly: number } {
  const count = (status: RequirementStatus): number =>
    document.requirements.filter((requirement) => requirement.status === status).length;
  return {
    all: document.requirements.length - count("notApplicable"),
    met: count("met"),
    partly: count("partly"),
  };
}

function countText(document: DocumentReport, lang: Language): string {
  const { all, met, partly } = counts(document);
  const [only] = document.requirements.filter(({ status }) => status === "met");
  // "1 of 1" says nothing of what was asked for: mostly that nothing is waived, in a document without anything to ask for.
  if (all === 1 && only !== undefined) {
    return message(lang, "requirements.onlyMet", { title: clippedText(only.title, 200) });
  }
  return message(lang, partly > 0 ? "requirements.countPartly" : "requirements.count", { met, all, partly });
}

function namesOf(document: DocumentReport, ids: readonly string[], lang: Language): string {
  const sections = ids.flatMap((id) => document.sections.find((section) => section.id === id) ?? []);
  const named = sections.slice(0, placesShown).map((section) => sectionName(section, lang));
  const more = sections.length - named.length;
  return more > 0
    ? message(lang, "document.andMore", { sections: named.join("; "), n: more })
    : named.join("; ");
}

/** "3.1 Mål för invånarna, sida 7"; the document itself where no section ought to hold it. */
function placeOf(document: DocumentReport, requirement: RequirementReport, lang: Language): string {
  const section = document.sections.find(({ id }) => id === requirement.section);
  if (section === undefined || requirement.location === null) return message(lang, "requirements.document");
  return `${sectionName(section, lang)}, ${plainText(formatPlace(requirement.location, lang))}`;
}

/** Short view: how many are met, and the gravest that are not. */
export function renderRequirementsSummary(
  document: DocumentReport,
  options: RenderOptions,
  style: Style,
  width: number,
): string[] {
  if (counts(document).all === 0) return [];
  const { lang } = options;
  const gravest = document.requirements
    .filter((requirement) => requirement.status === "unmet" && isCounted(requirement))
    .sort((a, b) => weight[a.severity] - weight[b.severity])
    .slice(0, gravestShown);
  return [
    ...paragraph(message(lang, "requirements.line", { counts: countText(document, lang) }), width, "  "),
    ...(options.details
      ? []
      : gravest.flatMap((requirement) =>
          paragraph(
            message(lang, "requirements.unmetLine", {
              title: clippedText(requirement.title, 200),
              place: placeOf(document, requirement, lang),
            }),
            width,
            `  ${style.bullet} `,
          ),
        )),
  ];
}

function item(
  document: DocumentReport,
  requirement: RequirementReport,
  options: RenderOptions,
  style: Style,
  width: number,
): string[] {
  const { lang } = options;
  const { status } = requirement;
  const word = message(lang, `requirement.${status}`);
  const paint = { met: "present", partly: "review", unmet: "missing", notApplicable: "notExpected" } as const;
  const head = paragraph(
    `${word}: ${clippedText(requirement.title, 300)} (${plainText(requirement.id)})`,
    width,
    `  ${style.bullet} `,
  ).map((line, index) => (index === 0 ? line.replace(word, style.status[paint[status]](word)) : line));
  const text = (words: string): string[] => paragraph(words, width, "    ");
  const place = text(placeOf(document, requirement, lang)).map(style.faint);
  if (status === "met") return [...head, ...place];
  const part = (key: "requirements.lacking" | "requirements.review", ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : text(message(lang, key, { sections: namesOf(document, ids, lang) }));
  return [
    ...head,
    ...place,
    ...text([clippedText(requirement.message, 500), suppressionNote(requirement, lang)].join("")),
    ...part("requirements.lacking", requirement.lacking),
    ...part("requirements.review", requirement.review),
    ...text(message(lang, "document.question", { text: clippedText(requirement.question, 500) })),
    ...text(message(lang, "document.recommendation", { text: clippedText(requirement.recommendation, 500) })),
    ...text(message(lang, "document.source", { text: clippedText(requirement.source, 300) })).map(
      style.faint,
    ),
  ];
}

/** --details: every requirement with its place and what to do, those that are not met first. */
export function renderRequirements(
  document: DocumentReport,
  options: RenderOptions,
  style: Style,
  width: number,
): string[] {
  const { lang } = options;
  const { requirements } = document;
  if (requirements.length === 0) return [];
  const idle = requirements.filter(({ status }) => status === "notApplicable");
  return [
    "",
    `  ${style.strong(message(lang, "requirements.title"))}`,
    ...statusOrder.flatMap((status) =>
      requirements
        .filter((requirement) => requirement.status === status)
        .flatMap((requirement) => item(document, requirement, options, style, width)),
    ),
    ...[
      ["requirements.idle", idle.filter(({ because }) => because !== "type")] as const,
      ["requirements.uncertainType", idle.filter(({ because }) => because === "type")] as const,
    ].flatMap(([key, own]) =>
      own.length === 0
        ? []
        : paragraph(
            message(lang, key, { ids: own.map(({ id }) => plainText(id)).join(", ") }),
            width,
            "  ",
          ).map(style.faint),
    ),
  ];
}
