// Whether two reports were made with the same yardstick. Figures of different rules or arithmetic say nothing of a change.
import type { Report } from "../model/report.ts";

export interface Yardsticks {
  /** "Jämställdhet 1.1.0 (3f2a…), genomlys-score/1"; "" when nobody knows. */
  readonly before: string;
  readonly after: string;
}

const packNames = ({ packs }: Report): string =>
  packs.map(({ id, version, sha256 }) => `${id} ${version} (${sha256.slice(0, 8)})`).join(", ");

function modelsOf({ documents }: Report): readonly string[] {
  const models = documents.map(({ scoreModel }) => scoreModel).filter((model) => model !== "");
  return [...new Set(models)].sort();
}

const yardstickOf = (report: Report): string =>
  report.packs.length === 0 ? "" : [packNames(report), ...modelsOf(report)].join(", ");

/** null when the figures compare: the same packs (version and content), in the same order, and one score model. */
export function differentYardsticks(before: Report, after: Report): Yardsticks | null {
  const packs = (report: Report): string =>
    JSON.stringify(report.packs.map(({ id, version, sha256 }) => [id, version, sha256]));
  const models = new Set([...modelsOf(before), ...modelsOf(after)]);
  const known = before.packs.length > 0 && after.packs.length > 0;
  if (known && packs(before) === packs(after) && models.size <= 1) return null;
  return { before: yardstickOf(before), after: yardstickOf(after) };
}
