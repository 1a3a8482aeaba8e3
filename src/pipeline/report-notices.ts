// What is to be known about the reading of a document and about what it was taken for → plain JSON, in one language.
import { readSuppressionComments } from "./suppression-comments.ts";
import { isUncertain } from "../judge/document-type.ts";
import { isForeign } from "../judge/section-status.ts";
import type { Judgement } from "../judge/judgement.ts";
import { languageName } from "../messages/language-name.ts";
import { noticeText } from "../messages/notice-texts.ts";
import type { NoticeReport } from "../model/report.ts";
import type { RulePack } from "../model/rule.ts";

/** The notices of a document that was judged; `packs` say what its type is called. */
export function reportNotices(
  { document, type }: Judgement,
  packs: readonly RulePack[],
  lang: "sv" | "en",
): NoticeReport[] {
  const comments = readSuppressionComments(document.suppressions ?? [], packs);
  const notices = [...document.notices, ...comments.notices].map((notice) => noticeText(notice, lang));
  if (isForeign(document)) {
    const params = { language: languageName(document.language, lang) };
    // Of what type the document is does not matter then.
    return [...notices, noticeText({ code: "FOREIGN_LANGUAGE", params }, lang)];
  }
  if (!isUncertain(type)) return notices;
  const params = { type: labelOf(type.id, packs, lang), id: type.id };
  return [...notices, noticeText({ code: "TYPE_UNCERTAIN", params }, lang)];
}

function labelOf(type: string, packs: readonly RulePack[], lang: "sv" | "en"): string {
  for (const { rules } of packs) {
    for (const rule of rules) if (rule.kind === "documentType" && rule.id === type) return rule.label[lang];
  }
  return type;
}
