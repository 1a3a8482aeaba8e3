// Checked YAML → the model's rules: defaults filled in, keys renamed.
import type { Condition, PolicyGoal, Rule, Thresholds, WordSet } from "../model/rule.ts";
import type { ConditionInput, PackHead, RuleInput } from "./pack-schema.ts";
import { requirementFrom } from "./read-requirement.ts";

type RuleOnly = Exclude<RuleInput, { kind: "wordset" }>;

const examplesOf = (input: { hit?: string[]; miss?: string[] }): { hit: string[]; miss: string[] } => ({
  hit: input.hit ?? [],
  miss: input.miss ?? [],
});

function common(input: Exclude<RuleOnly, { kind: "requirement" }>): {
  id: string;
  handbook?: string;
  title?: string;
  tags: string[];
} {
  return {
    id: input.id,
    ...(input.handbook === undefined ? {} : { handbook: input.handbook }),
    ...(input.title === undefined ? {} : { title: input.title }),
    tags: input.tags ?? [],
  };
}

const conditionFrom = ({ any, within, also }: ConditionInput): Condition => ({
  any,
  within,
  ...(also === undefined ? {} : { also }),
});

/** One rule, from what the schema of its kind has let through. */
export function ruleFrom(input: RuleOnly): Rule {
  switch (input.kind) {
    case "evidence":
      return {
        kind: "evidence",
        ...common(input),
        terms: input.terms,
        except: input.except ?? [],
        examples: examplesOf(input),
        strength: input.strength,
        net: input.net ?? "strict",
        policyGoals: input["policy-goals"] ?? [],
        level: input.level ?? 1,
        flags: input.flags ?? [],
        ...(input.sex === undefined ? {} : { sex: input.sex }),
        ...(input.requires === undefined ? {} : { requires: conditionFrom(input.requires) }),
        ...(input.unless === undefined ? {} : { unless: conditionFrom(input.unless) }),
        ...(input["strong-with"] === undefined ? {} : { strongWith: conditionFrom(input["strong-with"]) }),
      };
    case "trap":
      return {
        kind: "trap",
        ...common(input),
        terms: input.terms ?? [],
        except: input.except ?? [],
        examples: examplesOf(input),
        slug: input.slug,
        effect: input.effect,
        reach: input.reach ?? "match",
        affects: input.affects ?? [],
        min: input.min ?? 1,
        window: input.window ?? 25,
        flags: input.flags ?? [],
        expected: input.expected ?? false,
        ...(input.level === undefined ? {} : { level: input.level }),
        ...(input.requires === undefined ? {} : { requires: conditionFrom(input.requires) }),
        ...(input.unless === undefined ? {} : { unless: conditionFrom(input.unless) }),
      };
    case "signal":
      return {
        kind: "signal",
        ...common(input),
        terms: input.terms,
        except: input.except ?? [],
        examples: examplesOf(input),
        signal: input.signal,
      };
    case "expectation":
      return {
        kind: "expectation",
        ...common(input),
        terms: input.terms,
        except: input.except ?? [],
        examples: examplesOf(input),
        expects: input.expects,
        weight: input.weight ?? 1,
        ...(input.sector === undefined ? {} : { sector: input.sector }),
      };
    case "role":
      return {
        kind: "role",
        ...common(input),
        terms: input.terms ?? [],
        except: input.except ?? [],
        examples: examplesOf(input),
        role: input.role,
        label: input.label,
        quiet: input.quiet ?? false,
        framing: input.framing ?? false,
        inherits: input.inherits ?? false,
        body: input.body ?? [],
        bodyMin: input["body-min"] ?? 1,
        bodyDensity: input["body-density"] ?? 0,
        throughout: input.throughout ?? 0,
        ...(input.chain === undefined ? {} : { chain: input.chain }),
      };
    case "documentType":
      return {
        kind: "documentType",
        ...common(input),
        terms: input.terms,
        except: input.except ?? [],
        examples: examplesOf(input),
        label: input.label,
        headings: input.headings ?? [],
        ...(input.stage === undefined ? {} : { stage: input.stage }),
      };
    case "requirement":
      return requirementFrom(input);
    case "remedy":
      return {
        kind: "remedy",
        ...common(input),
        examples: { hit: [], miss: [] },
        severity: input.severity,
        when: {
          status: input.when.status,
          expectations: input.when.expectations ?? [],
          rules: input.when.rules ?? [],
          without: input.when.without ?? [],
          traps: input.when.traps ?? [],
          flags: input.when.flags ?? [],
          chain: input.when.chain ?? [],
          types: input.when.types ?? [],
          levelAtMost: input.when["level-at-most"] ?? 4,
        },
        message: input.message,
        question: input.question,
        recommendation: input.recommendation,
        source: input.source,
      };
  }
}

/** A checked word set → the model's. */
export function wordSetFrom(input: Extract<RuleInput, { kind: "wordset" }>): WordSet {
  return { id: input.id, words: input.words };
}

/** The goals of the pack's head; a goal is in force unless it says otherwise. */
export function policyGoalsFrom(head: PackHead): PolicyGoal[] {
  return (head["policy-goals"] ?? []).map((goal) => ({
    id: goal.id,
    title: goal.title,
    enabled: goal.enabled ?? true,
  }));
}

/** The thresholds of a pack that names none: those of the built-in pack (handbook §3.3). */
const standardThresholds: Thresholds = {
  verdict: {
    expectedSectionsAtLeast: 3,
    readShareAtLeast: 0.9,
    clearCoverage: 0.5,
    missingCoverage: 0.15,
    confinedConcentration: 0.7,
  },
  expectation: {
    peopleHits: 2,
    wordsPerPeopleHit: 50,
    statisticsHits: 1,
    steeringHits: 1,
    wordsAtLeast: 5,
  },
  level: { describingWithin: 25, bindingSentences: 2, punctualWords: 600 },
};

/** The thresholds of a pack; what it leaves out is as in `standardThresholds`. */
export function thresholdsFrom(head: Pick<PackHead, "thresholds">): Thresholds {
  return changeThresholds(standardThresholds, head.thresholds ?? {});
}

/** `old` with the values that `own` gives, under their names in YAML. */
export function changeThresholds(old: Thresholds, own: NonNullable<PackHead["thresholds"]>): Thresholds {
  const { verdict = {}, expectation = {}, level = {} } = own;
  return {
    verdict: {
      expectedSectionsAtLeast: verdict["expected-sections-at-least"] ?? old.verdict.expectedSectionsAtLeast,
      readShareAtLeast: verdict["read-share-at-least"] ?? old.verdict.readShareAtLeast,
      clearCoverage: verdict["clear-coverage"] ?? old.verdict.clearCoverage,
      missingCoverage: verdict["missing-coverage"] ?? old.verdict.missingCoverage,
      confinedConcentration: verdict["confined-concentration"] ?? old.verdict.confinedConcentration,
    },
    expectation: {
      peopleHits: expectation["people-hits"] ?? old.expectation.peopleHits,
      wordsPerPeopleHit: expectation["words-per-people-hit"] ?? old.expectation.wordsPerPeopleHit,
      statisticsHits: expectation["statistics-hits"] ?? old.expectation.statisticsHits,
      steeringHits: expectation["steering-hits"] ?? old.expectation.steeringHits,
      wordsAtLeast: expectation["words-at-least"] ?? old.expectation.wordsAtLeast,
    },
    level: {
      describingWithin: level["describing-within"] ?? old.level.describingWithin,
      bindingSentences: level["binding-sentences"] ?? old.level.bindingSentences,
      punctualWords: level["punctual-words"] ?? old.level.punctualWords,
    },
  };
}
