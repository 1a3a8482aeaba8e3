// "--limit pages=500,seconds=60" → the limits that are set.
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import { limitNames, limitRanges, type LimitValues } from "../../model/limits.ts";

/** Throws a GenomlysError for a name that does not exist or a number out of its range. A later value outdoes an earlier. */
export function parseLimits(written: readonly string[]): LimitValues {
  const values: Partial<Record<(typeof limitNames)[number], number>> = {};
  for (const each of written.flatMap((part) => part.split(","))) {
    const [typed = "", number = ""] = each.split("=").map((part) => part.trim());
    const name = limitNames.find((known) => known === typed);
    const value = /^\d+$/.test(number) ? Number(number) : Number.NaN;
    if (name === undefined) {
      const suggestion = suggestName(typed, limitNames);
      throw genomlysError("LIMIT_UNKNOWN", {
        limit: each.trim(),
        names: limitNames.join(", "),
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    const { least, most } = limitRanges[name];
    if (!(value >= least && value <= most))
      throw genomlysError("LIMIT_OUT_OF_RANGE", { name, value: number, least, most });
    values[name] = value;
  }
  return values;
}
