// A requirement as it stands in YAML → the model's: defaults filled in, keys renamed.
import type { RequirementPart, RequirementRule } from "../model/rule.ts";
import type { RequirementPartInput, RuleInput } from "./pack-schema.ts";

type RequirementInput = Extract<RuleInput, { kind: "requirement" }>;

/** One requirement, from what its schema has let through. */
export function requirementFrom(input: RequirementInput): RequirementRule {
  const { within, when } = input;
  return {
    kind: "requirement",
    id: input.id,
    ...(input.handbook === undefined ? {} : { handbook: input.handbook }),
    tags: input.tags ?? [],
    examples: { hit: input.hit, miss: input.miss },
    title: input.title,
    types: input.types ?? [],
    severity: input.severity,
    within: {
      headings: within?.headings ?? [],
      notHeadings: within?.["not-headings"] ?? [],
      terms: within?.terms ?? [],
      termsMin: within?.["terms-min"] ?? 2,
      roles: within?.roles ?? [],
      chain: within?.chain ?? [],
      together: within?.together ?? [],
      expected: within?.expected ?? false,
      holding: within?.holding ?? [],
      framing: within?.framing ?? false,
    },
    when: {
      place: when?.place ?? false,
      placeEnough: when?.["place-enough"] ?? false,
      // What a type should hold is asked of documents about people only; what all should hold says itself when.
      expectedSections: when?.["expected-sections"] ?? (input.types === undefined ? 0 : 1),
      expectedShare: when?.["expected-share"] ?? 0,
      notUnder: when?.["not-under"] ?? [],
      notTitles: when?.["not-titles"] ?? [],
      found: (when?.found ?? []).map(partFrom),
    },
    expect: input.expect.map(partFrom),
    expectAtLeast: input["expect-at-least"] ?? (input.absence === true ? 1 : input.expect.length),
    partly: (input.partly ?? []).map(partFrom),
    absence: input.absence ?? false,
    message: input.message,
    ...(input["partly-message"] === undefined ? {} : { partlyMessage: input["partly-message"] }),
    question: input.question,
    recommendation: input.recommendation,
    source: input.source,
  };
}

function partFrom(part: RequirementPartInput): RequirementPart {
  return {
    evidence: part.evidence ?? [],
    not: part.not ?? [],
    policyGoals: part["policy-goals"] ?? [],
    level: part.level ?? 1,
    ...(part.sex === undefined ? {} : { sex: part.sex }),
    chain: part.chain ?? [],
    company: part.company ?? [],
    near: part.near ?? [],
    nearMin: part["near-min"] ?? 1,
    without: part.without ?? [],
    reach: part.reach ?? "block",
    flags: part.flags ?? [],
    traps: part.traps ?? [],
    notFlags: part["not-flags"] ?? [],
    bare: part.bare ?? false,
    anywhere: part.anywhere ?? false,
    sections: part.sections ?? 1,
    sentences: part.sentences ?? 1,
    ...(part.share === undefined ? {} : { share: part.share }),
    per: part.per ?? "section",
  };
}
