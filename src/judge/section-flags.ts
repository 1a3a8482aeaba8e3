// What a number cannot say of a section.
import type { Level } from "../model/report.ts";
import type { FlagName } from "../model/rule.ts";
import type { CountedSentence } from "./repeated-sentences.ts";
import type { TrapFindings } from "./traps.ts";

/** The flags of a section, in alphabetical order. */
export function flagsOf(traps: TrapFindings, counted: readonly CountedSentence[], level: Level): FlagName[] {
  const flags = new Set<FlagName>(traps.fired.flatMap((trap) => trap.rule.flags));
  const evidence = counted.flatMap((sentence) => sentence.evidence);
  for (const { rule } of evidence) {
    for (const flag of rule.flags) if (flag === "transformative" || flag === "instrumental") flags.add(flag);
  }
  // "Only" is said of the whole: every piece of evidence must be of that kind.
  for (const flag of ["trainingOnly", "representationOnly"] as const) {
    if (evidence.length > 0 && evidence.every(({ rule }) => rule.flags.includes(flag))) flags.add(flag);
  }
  // A heading names the matter whatever stands under it.
  const said = counted.filter((sentence) => sentence.evidence.some(({ inHeading }) => !inHeading));
  if (said.length > 0 && said.every(({ standard }) => standard)) flags.add("standardText");
  const sexes = new Set(evidence.flatMap(({ rule }) => (rule.sex === undefined ? [] : [rule.sex])));
  if (level > 0 && sexes.size === 1 && !sexes.has("both")) flags.add("singleSex");
  return [...flags].sort();
}
