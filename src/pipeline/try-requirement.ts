// The examples of a requirement are whole small documents in Markdown, judged like any other.
import { judgeDocument } from "../judge/judge-document.ts";
import type { RequirementFinding } from "../judge/judgement.ts";
import type { RuleIndex } from "../match/rule-index.ts";
import type { RequirementRule } from "../model/rule.ts";
import { readMarkdown } from "../read/markdown/read-markdown.ts";
import { defaultReadOptions } from "../read/reader.ts";

/** Type of an example for a requirement that all types have. */
const anyType = "ovrigt";

/** What becomes of a requirement in a small document; null when the text is no document. */
export async function tryRequirement(
  index: RuleIndex,
  rule: RequirementRule,
  markdown: string,
): Promise<RequirementFinding | null> {
  const read = await readMarkdown(new TextEncoder().encode(markdown), defaultReadOptions);
  if (read.kind === "unread") return null;
  const judgement = judgeDocument(index, read, { type: rule.types[0] ?? anyType, path: "example.md" });
  return judgement.requirements.find((finding) => finding.rule === rule) ?? null;
}
