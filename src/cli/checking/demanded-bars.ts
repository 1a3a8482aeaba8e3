// Which bars a check holds its documents against: of the command line, of the configuration, or what goes without saying.
import type { Config } from "../../config/config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { suggestName } from "../../errors/suggest-name.ts";
import {
  barsOfBaseline,
  barsOfChange,
  demandsNothing,
  withoutLosses,
  type Bars,
  type DemandedBars,
} from "../../gate/bars.ts";
import type { RulePack } from "../../model/rule.ts";
import type { CheckOptions } from "../command-line/check-options.ts";

/**
 * What is demanded, and what is to be said when no one said it. Throws when nothing is: a check that checks nothing is no
 * green run.
 */
export function demandedBars(
  { bars, changedSince }: CheckOptions,
  config: Config | null,
  baseline: boolean,
): { readonly demanded: DemandedBars; readonly byDefault?: "check.byDefault" | "check.byDefaultChange" } {
  if (changedSince === undefined && bars.failOn?.includes("lost") === true)
    throw genomlysError("CHECK_LOST_ALONE", {});
  // The configuration is for runs with and without a ref.
  const own = (written: Bars): Bars => (changedSince === undefined ? withoutLosses(written) : written);
  const { all = {}, types = {} } = config?.check ?? {};
  const ownTypes = Object.entries(types).map(([type, written]): [string, Bars] => [type, own(written)]);
  const demanded: DemandedBars = { all: own(all), types: Object.fromEntries(ownTypes), given: bars };
  if (!demandsNothing(demanded)) return { demanded };
  if (changedSince !== undefined)
    return { demanded: { ...demanded, given: barsOfChange }, byDefault: "check.byDefaultChange" };
  if (!baseline) throw genomlysError("CHECK_NO_BAR", {});
  return { demanded: { ...demanded, given: barsOfBaseline }, byDefault: "check.byDefault" };
}

/** Refuses a requirement that no pack has: it would never fail. */
export function checkRequirements({ all, types, given }: DemandedBars, packs: readonly RulePack[]): void {
  const known = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      rule.kind === "requirement" ? [rule.id, ...(rule.handbook === undefined ? [] : [rule.handbook])] : [],
    ),
  );
  for (const id of [all, given, ...Object.values(types)].flatMap(({ require = [] }) => require)) {
    if (known.includes(id)) continue;
    const suggestion = suggestName(id, known);
    throw genomlysError("CHECK_UNKNOWN_REQUIREMENT", suggestion === undefined ? { id } : { id, suggestion });
  }
}
