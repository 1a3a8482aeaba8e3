// The suppressions of a configuration, as several saved reports tell how they fared.
import type { SuppressionReport } from "../model/check-report.ts";

/**
 * Each suppression once, in the order of the reports: used when any of them used it, with the findings of all. Those of one
 * report alone come back as they were.
 */
export function mergeSuppressions(
  reports: readonly { readonly suppressions?: readonly SuppressionReport[] }[],
): readonly SuppressionReport[] {
  const [only, ...others] = reports;
  if (others.length === 0) return only?.suppressions ?? [];
  const merged = new Map<string, SuppressionReport>();
  for (const each of reports.flatMap(({ suppressions = [] }) => suppressions)) {
    const { kind, reason, owner, until, names, where } = each;
    const key = JSON.stringify([kind, reason, owner, until, names, where]);
    const before = merged.get(key);
    merged.set(key, before === undefined ? each : together(before, each));
  }
  return [...merged.values()];
}

function together(one: SuppressionReport, other: SuppressionReport): SuppressionReport {
  const states = [one.state, other.state];
  const state = states.includes("used") ? "used" : states.includes("expired") ? "expired" : "unused";
  return { ...one, state, findings: one.findings + other.findings };
}
