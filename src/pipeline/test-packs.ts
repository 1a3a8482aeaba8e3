// Runs the examples that stand beside each rule: the sentences it must hit, and those it must miss.
import { indexRules, type RuleIndex } from "../match/rule-index.ts";
import { inspectHeading, inspectText, type Inspection } from "../judge/inspect-text.ts";
import type { RequirementRule, Rule, RulePack } from "../model/rule.ts";
import { findExample } from "../rules/find-example.ts";
import { tryRequirement } from "./try-requirement.ts";

export interface ExampleFailure {
  readonly rule: string;
  /** Path of the rule file. */
  readonly file: string;
  /** Line of the example, from 1. */
  readonly line: number;
  readonly example: string;
  readonly expected: "hit" | "miss";
  /** For a missed hit: the traps that took it away, if any. For a false hit: nothing. */
  readonly because: readonly string[];
}

export interface PackTestResult {
  readonly rules: number;
  readonly examples: number;
  readonly failures: readonly ExampleFailure[];
  /** Rules that none of their own examples fires. */
  readonly untested: readonly string[];
}

/** Text that stands before an example of a role which is meant as section text, not as a heading. */
const textMark = "text: ";

/** Runs all examples of the packs. Each pack is tested alone: its examples must hold without the others. */
export async function testPacks(packs: readonly RulePack[]): Promise<PackTestResult> {
  let rules = 0;
  let examples = 0;
  const failures: ExampleFailure[] = [];
  const untested: string[] = [];
  for (const pack of packs) {
    const index = indexRules([pack]);
    for (const rule of pack.rules) {
      rules++;
      if (rule.kind === "remedy") continue;
      let fired = false;
      for (const expected of ["hit", "miss"] as const) {
        for (const example of rule.examples[expected]) {
          examples++;
          const { hit, because, idle } =
            rule.kind === "requirement"
              ? await tryDocument(index, rule, example)
              : tryExample(index, rule, example);
          if (hit) fired = true;
          // A requirement that does not apply to its own example has shown nothing.
          if (hit === (expected === "hit") && idle !== true) continue;
          failures.push({
            rule: rule.id,
            ...(await findExample(pack.folder, rule.id, example)),
            example,
            expected,
            because,
          });
        }
      }
      if (!fired) untested.push(rule.id);
    }
  }
  return { rules, examples, failures, untested };
}

interface Trial {
  readonly hit: boolean;
  readonly because: readonly string[];
  readonly idle?: boolean;
}

/** An example of a requirement is a small document: it hits when the requirement is met, and misses when it is not. */
async function tryDocument(index: RuleIndex, rule: RequirementRule, example: string): Promise<Trial> {
  const finding = await tryRequirement(index, rule, example);
  const status = finding?.status ?? "notApplicable";
  return { hit: status === "met", because: [], idle: status === "notApplicable" };
}

function tryExample(index: RuleIndex, rule: Rule, example: string): Trial {
  if (rule.kind === "documentType")
    return { hit: inspectHeading(index, example, "titles").has(rule), because: [] };
  if (rule.kind === "role" && !example.startsWith(textMark)) {
    return { hit: inspectHeading(index, example, "headings").has(rule), because: [] };
  }
  const inspection = inspectText(
    index,
    example.startsWith(textMark) ? example.slice(textMark.length) : example,
  );
  const hit = speaks(inspection, rule);
  const because = !hit && inspection.removed.has(rule) ? [...inspection.traps].map((trap) => trap.id) : [];
  return { hit, because };
}

function speaks(inspection: Inspection, rule: Rule): boolean {
  switch (rule.kind) {
    case "evidence":
      return (rule.net === "wide" ? inspection.wide : inspection.evidence).has(rule);
    case "trap":
      return inspection.traps.has(rule);
    default:
      return inspection.found.has(rule);
  }
}
