// Findings as a GitLab Code Quality report: shown in merge requests.
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
import type { Report } from "../../model/report.ts";
import { counts, findingsOf, hostPath, lineOf, shortHash, type Finding } from "./findings.ts";
import { escapeUnsafe } from "../json.ts";
import type { RenderOptions } from "../render-options.ts";

const severities = { error: "major", warning: "minor", note: "info", review: "info" } as const;

/**
 * An array of issues. GitLab shows issues with the same fingerprint as one and compares by it between branches, so it is
 * made of the path, the rule and what the finding is known by, never of a line. What was accepted before is left out.
 */
export function renderGitlab(report: Report, { lang }: RenderOptions): string {
  const issues = findingsOf(report, lang)
    .filter(counts)
    .map((finding) => ({
      description: `${finding.message} ${finding.where}`,
      check_name: finding.rule,
      fingerprint: shortHash([hostPath(finding.document), finding.rule, finding.fingerprint]),
      severity: severityOf(finding),
      location: { path: hostPath(finding.document), lines: { begin: lineOf(finding.location) ?? 1 } },
    }));
  return `${escapeUnsafe(JSON.stringify(issues, null, 2))}\n`;
}

function severityOf({ kind, level }: Finding): string {
  // Of a document that was not read, nothing is known: graver than any gap.
  return kind === "unread" ? "critical" : severities[level];
}
