// Levels and reasons of a judgement in words: why a section is expected to hold the perspective, why a match was not counted.
import { message, type Language } from "../messages/message.ts";
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { ExpectationReason, Level } from "../model/report.ts";
import { expectationNames } from "../model/rule.ts";

/** "nämns" for level 1: the name without the number. */
export function levelName(level: Level, lang: Language): string {
  return message(lang, `level.${String(level) as `${Level}`}`);
}

/** "människor (elev, barn)" */
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

/** "upprepad standardtext, räknas en gång" */
export function discountedReason(reason: string, lang: Language): string {
  const [kind = "", slug = ""] = plainText(reason).split(":");
  if (kind === "trap") return `${message(lang, "discounted.trap")}: ${slug}`;
  if (kind === "repeated" || kind === "weak") return message(lang, `discounted.${kind}`);
  return plainText(reason);
}

/** All reasons of a section, each once: "människor (elev, barn); mål (ska)". */
export function reasonsText(reasons: readonly ExpectationReason[], lang: Language): string {
  return [...new Set(reasons.map((reason) => reasonText(reason, lang)))].join("; ");
}
