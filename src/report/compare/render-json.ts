// The comparison as JSON, for other programs.
import type { Comparison } from "../../model/comparison.ts";
import { escapeUnsafe } from "../json.ts";

/** One object, indented by two spaces, with a line break at the end. */
export function renderComparisonJson(comparison: Comparison): string {
  return `${escapeUnsafe(JSON.stringify(comparison, null, 2))}\n`;
}
