// The rules of a SARIF run, as far as its findings tell of them: what is lacking, what to ask, what to do, by what source.
import type { ReportingDescriptor } from "sarif";
import { message, type Language } from "../../../messages/message.ts";
import { clippedText, plainText } from "../../../messages/plain-text.ts";
import type { PackReport } from "../../../model/report.ts";
import { findingLevels, type Finding } from "../findings.ts";
import { escapeMarkdown } from "../../markdown/escape-markdown.ts";

/** Levels of SARIF. What a person is to decide is of the kind "review", which has no level. */
export const sarifLevels = { error: "error", warning: "warning", note: "note", review: "none" } as const;

/** GitHub's words for how grave a rule is. */
const gravity = {
  error: "error",
  warning: "warning",
  note: "recommendation",
  review: "recommendation",
} as const;
const advice = ["question", "recommendation", "source"] as const;
const textLength = 500;

/** One entry a rule, in the order of their ids. */
export function describeRules(
  findings: readonly Finding[],
  packs: readonly PackReport[],
  lang: Language,
): ReportingDescriptor[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule) ?? [];
    same.push(finding);
    byRule.set(finding.rule, same);
  }
  const tags = packs.slice(0, 20).map(({ id }) => clippedText(id, 60));
  return [...byRule.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, same]) => describeRule(id, same, tags, lang));
}

function describeRule(
  id: string,
  findings: readonly Finding[],
  tags: readonly string[],
  lang: Language,
): ReportingDescriptor {
  const level = findingLevels.find((each) => findings.some((finding) => finding.level === each)) ?? "note";
  const { heading, lines } = textsOf(findings, lang);
  // What no rule says has a name for a heading and no sentence.
  const full = /[.!?]$/.test(heading) ? [heading, ...lines.slice(0, 1)].join(" ") : (lines[0] ?? heading);
  const name = nameOf(id);
  return {
    id,
    ...(name.toLowerCase() === id.toLowerCase() ? {} : { name }),
    shortDescription: { text: heading },
    fullDescription: { text: full },
    help: {
      text: [heading, ...lines].join("\n"),
      markdown: [
        `**${escapeMarkdown(heading, textLength)}**`,
        ...lines.map((line) => escapeMarkdown(line, textLength)),
      ].join("\n\n"),
    },
    defaultConfiguration: { level: sarifLevels[level] },
    properties: { tags: [...tags], "problem.severity": gravity[level] },
  };
}

/** What all findings of a rule say: a text that names one section is not the rule's. */
function textsOf(findings: readonly Finding[], lang: Language): { heading: string; lines: string[] } {
  const [first] = findings;
  if (first === undefined || first.kind === "review") {
    return { heading: message(lang, "finding.reviewRule"), lines: [message(lang, "finding.reviewHelp")] };
  }
  if (first.kind === "unread") {
    return { heading: message(lang, "finding.unread"), lines: [message(lang, "finding.unreadHelp")] };
  }
  if (first.kind === "bar") {
    return { heading: message(lang, "finding.bar"), lines: [message(lang, "finding.barHelp")] };
  }
  const shared = (part: "message" | (typeof advice)[number]): string =>
    findings.every((finding) => finding[part] === first[part]) ? first[part] : "";
  const lines = advice.flatMap((part) => {
    const text = shared(part);
    return text === "" ? [] : [message(lang, `document.${part}`, { text })];
  });
  return { heading: shared("message") || first.title, lines };
}

/** "gap-person-figures" → "GapPersonFigures": SARIF wants a name that can stand in a program. */
function nameOf(id: string): string {
  return plainText(id)
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
