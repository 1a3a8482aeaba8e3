// What to say about a section where something is missing: the first remedy whose conditions hold (handbook §8).
import type { RuleIndex } from "../match/rule-index.ts";
import type { ExpectationName, FlagName, ChainLink, RemedyRule } from "../model/rule.ts";
import type { Level, SectionStatus } from "../model/report.ts";

/** What remedies ask about a section. */
export interface GapContext {
  readonly status: SectionStatus;
  readonly expectations: ReadonlySet<ExpectationName>;
  /** Names (ids and tags) of all rules found in the section. */
  readonly rules: ReadonlySet<string>;
  readonly traps: ReadonlySet<string>;
  readonly flags: ReadonlySet<FlagName>;
  readonly chain: ReadonlySet<ChainLink>;
  readonly type: string;
  readonly level: Level;
}

/** The remedy for a section, or null when none of the pack's remedies fits. */
export function chooseRemedy(index: RuleIndex, context: GapContext): RemedyRule | null {
  return index.remedies.find((rule) => fits(rule, context)) ?? null;
}

function fits({ when }: RemedyRule, context: GapContext): boolean {
  return (
    when.status === context.status &&
    context.level <= when.levelAtMost &&
    oneOf(when.expectations, context.expectations) &&
    oneOf(when.rules, context.rules) &&
    !when.without.some((name) => context.rules.has(name)) &&
    oneOf(when.traps, context.traps) &&
    oneOf(when.flags, context.flags) &&
    oneOf(when.chain, context.chain) &&
    (when.types.length === 0 || when.types.includes(context.type))
  );
}

/** A condition without values asks for nothing. */
function oneOf<T>(wanted: readonly T[], there: ReadonlySet<T>): boolean {
  return wanted.length === 0 || wanted.some((value) => there.has(value));
}
