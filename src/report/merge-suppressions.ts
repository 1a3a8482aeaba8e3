// The suppressions of a configuration, as several saved reports tell how they fared.
import type { SuppressionReport } from "../model/check-report.ts";

/**
 * Each suppression once, in the order of the reports: used when any of them used it, with the findings of all. That of one
 * report alone comes back as it was.
 */
export function mergeSuppressions(
  reports: readonly { readonly suppressions?: readonly SuppressionReport[] }[],
): SuppressionReport[] {
  const merged = new Map<string, SuppressionReport>();
  for (const [at, { suppressions = [] }] of reports.entries()) {
    for (const [index, each] of suppressions.entries()) {
      const { kind, reason, owner, until, names, where } = each;
      const alike = JSON.stringify([kind, reason, owner, until, names, where]);
      // Two in one report are two, even when they say the same.
      const key = reports.length === 1 ? `${String(at)} ${String(index)}` : alike;
      const before = merged.get(key);
      merged.set(key, before === undefined ? each : together(before, each));
    }
  }
  return [...merged.values()];
}

function together(one: SuppressionReport, other: SuppressionReport): SuppressionReport {
  const states = [one.state, other.state];
  const state = states.includes("used") ? "used" : states.includes("expired") ? "expired" : "unused";
  return { ...one, state, findings: one.findings + other.findings };
}
