// The reports of single documents → the report.
import { summaryOf } from "../model/report-summary.ts";
import type { DocumentReport, IgnoredReport, Report } from "../model/report.ts";
import type { LocalText, RulePack, Stage } from "../model/rule.ts";
import { reportedGoal } from "../model/several-packs.ts";
import { repeatedTextsOf } from "../model/shared-text.ts";
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
  const labels = labelsOf(packs);
  return {
    schema: "genomlys-report/1",
    tool: { name: "genomlys", version: packageVersion() },
    packs: packs.map(({ id, version, sha256, title, thresholds }) => ({
      id,
      version,
      sha256,
      title,
      thresholds: thresholds.verdict,
    })),
    labels,
    summary: summaryOf(documents),
    documents,
    ...repeatedTextsOf(documents, labels),
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}

/** Names of roles, types and policy goals that the packs know. */
function labelsOf(packs: readonly RulePack[]): Report["labels"] {
  const roles: Record<string, LocalText> = {};
  const types: Record<string, LocalText> = {};
  const policyGoals: Record<string, LocalText> = {};
  const stages: Record<string, Stage> = {};
  for (const [position, pack] of packs.entries()) {
    for (const rule of pack.rules) {
      if (rule.kind === "role") roles[rule.role] ??= rule.label;
      if (rule.kind === "documentType") {
        types[rule.id] ??= rule.label;
        if (rule.stage !== undefined) stages[rule.id] ??= rule.stage;
      }
    }
    for (const goal of pack.policyGoals)
      if (goal.enabled) policyGoals[String(reportedGoal(position, goal.id))] = goal.title;
  }
  return { roles, types, policyGoals, stages };
}
