// What is to be known about the reading of a document and about what it was taken for → plain JSON, in one language.
import { isUncertain, isUnknown } from "../judge/document-type.ts";
import { isForeign } from "../judge/section-status.ts";
import { foreignSections } from "../judge/read-share.ts";
import type { Judgement, SectionJudgement } from "../judge/judgement.ts";
import type { Document, Notice } from "../model/document.ts";
import { languageName } from "../messages/language-name.ts";
import { noticeText } from "../messages/notice-texts.ts";
import type { NoticeReport } from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";

/** The notices of a document that was judged, `more` behind those of its reader; `packs` say what its type is called. */
export function reportNotices(
  { document, type, sections }: Judgement,
  packs: readonly RulePack[],
  lang: "sv" | "en",
  more: readonly Notice[],
): NoticeReport[] {
  const notices = [...document.notices, ...more].map((notice) => noticeText(notice, lang));
  if (isForeign(document)) {
    const params = { language: languageName(document.language, lang) };
    // Of what type the document is does not matter then.
    return [...notices, noticeText({ code: "FOREIGN_LANGUAGE", params }, lang)];
  }
  const foreign = foreignSections(document, sections);
  if (foreign.length > 0) notices.push(noticeText(foreignNotice(document, foreign, lang), lang));
  const expected = sections.filter((section) => section.expected).length;
  const least = packs[0]?.thresholds.verdict.expectedSectionsAtLeast ?? 0;
  // Of a document that gets no verdict nothing is said that its type would change.
  if (isUnknown(type) && expected >= least)
    notices.push(noticeText({ code: "TYPE_UNKNOWN", params: {} }, lang));
  if (!isUncertain(type)) return notices;
  const params = { type: labelOf(type.id, packs, lang), id: type.id };
  return [...notices, noticeText({ code: "TYPE_UNCERTAIN", params }, lang)];
}

/** So many sections are named; how many there are is said in any case. */
const mostNamed = 5;

/** Which sections were not judged because they are in another language than the rest. */
function foreignNotice(document: Document, foreign: readonly SectionJudgement[], lang: "sv" | "en"): Notice {
  const languages = new Set(
    foreign.map(({ section }) => languageName(section.language ?? document.language, lang)),
  );
  const names = foreign.slice(0, mostNamed).map(({ section }) => section.path.at(-1) ?? section.heading);
  const params = {
    count: foreign.length,
    languages: [...languages].join(", "),
    sections: names.filter((name) => name !== "").join(", ") + (foreign.length > mostNamed ? " …" : ""),
  };
  return { code: "FOREIGN_SECTIONS", params };
}

function labelOf(type: string, packs: readonly RulePack[], lang: "sv" | "en"): string {
  for (const { rules } of packs) {
    for (const rule of rules) if (rule.kind === "documentType" && rule.id === type) return rule.label[lang];
  }
  return type;
}
