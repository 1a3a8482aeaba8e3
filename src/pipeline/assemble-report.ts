// The reports of single documents → the report.
import {
  verdicts,
  type DocumentReport,
  type IgnoredReport,
  type Report,
  type Verdict,
} from "../model/report.ts";
import type { LocalText, RulePack } from "../model/rule.ts";
import { reportedGoal } from "../model/several-packs.ts";
import { packageVersion } from "../version.ts";

/**
 * Puts documents, in the order given, under the head that says with which tool and rules they were judged. `ignored` are
 * those that the configuration left out: they stay visible.
 */
export function assembleReport(
  documents: readonly DocumentReport[],
  packs: readonly RulePack[],
  ignored: readonly IgnoredReport[] = [],
): Report {
  const audited = documents.filter((document) => document.status === "audited");
  const count = (verdict: Verdict): number =>
    audited.filter((document) => document.verdict === verdict).length;
  return {
    schema: "genomlys-report/1",
    tool: { name: "genomlys", version: packageVersion() },
    packs: packs.map(({ id, version, sha256, title }) => ({ id, version, sha256, title })),
    labels: labelsOf(packs),
    summary: {
      documents: documents.length,
      audited: audited.length,
      failed: documents.length - audited.length,
      verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<
        Verdict,
        number
      >,
    },
    documents,
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}

function labelsOf(packs: readonly RulePack[]): Report["labels"] {
  const roles: Record<string, LocalText> = {};
  const types: Record<string, LocalText> = {};
  const policyGoals: Record<string, LocalText> = {};
  for (const [position, pack] of packs.entries()) {
    for (const rule of pack.rules) {
      if (rule.kind === "role") roles[rule.role] ??= rule.label;
      if (rule.kind === "documentType") types[rule.id] ??= rule.label;
    }
    for (const goal of pack.policyGoals)
      if (goal.enabled) policyGoals[String(reportedGoal(position, goal.id))] = goal.title;
  }
  return { roles, types, policyGoals };
}
