// What a rule file may hold: the one definition that validates rule packs and from which their JSON Schema is made.
// Keys are written as in YAML (kebab-case); read-rules.ts turns what has passed into the model's types.
import * as z from "zod";
import type { ErrorPhrase } from "../errors/error-phrases.ts";
import {
  chainLinks,
  expectationNames,
  flagNames,
  signalNames,
  stages,
  strengths,
  trapEffects,
} from "../model/rule.ts";

/** The name of the phrase that says what a value should be: a message in both languages does not fit in a schema. */
export const phraseName = (name: ErrorPhrase): ErrorPhrase => name;

const id = z.string().regex(/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u, phraseName("value.id"));
const text = z.string().min(1);
const localText = z.strictObject({ sv: text, en: text });
const terms = z.array(z.string().min(1));
const reach = z.union(
  [z.number().int().min(1).max(200), z.enum(["sentence", "block", "section", "heading"])],
  phraseName("value.reach"),
);
const oneCondition = { any: z.array(text).min(1), within: reach };
const condition = z.strictObject({ ...oneCondition, also: z.array(z.strictObject(oneCondition)).optional() });
export type ConditionInput = z.infer<typeof condition>;
const flags = z.array(z.enum(flagNames));

const base = {
  id,
  handbook: text.optional(),
  title: text.optional(),
  note: text.optional(),
  tags: z.array(text).optional(),
};
const matched = {
  ...base,
  terms: terms.min(1),
  except: terms.optional(),
  hit: z.array(text).min(1),
  miss: z.array(text).min(1),
};

const requirementPart = z.strictObject({
  evidence: z.array(text).optional(),
  not: z.array(text).optional(),
  "policy-goals": z.array(z.number().int().min(1)).optional(),
  level: z.number().int().min(1).max(4).optional(),
  sex: z.enum(["women", "men"]).optional(),
  chain: z.array(z.enum(chainLinks)).optional(),
  company: z.array(text).optional(),
  near: terms.optional(),
  "near-min": z.number().int().min(1).optional(),
  without: terms.optional(),
  reach: z.enum(["sentence", "block", "section"]).optional(),
  flags: flags.optional(),
  traps: z.array(text).optional(),
  "not-flags": flags.optional(),
  bare: z.boolean().optional(),
  anywhere: z.boolean().optional(),
  sections: z.number().int().min(1).optional(),
  sentences: z.number().int().min(1).optional(),
  share: z.number().min(0).max(1).optional(),
  per: z.enum(["section", "chapter"]).optional(),
});
export type RequirementPartInput = z.infer<typeof requirementPart>;

export const ruleSchemas = {
  evidence: z.strictObject({
    ...matched,
    strength: z.enum(strengths),
    net: z.enum(["strict", "wide"]).optional(),
    "policy-goals": z.array(z.number().int().min(1)).optional(),
    level: z.union([z.literal(1), z.literal(2)], phraseName("value.oneOrTwo")).optional(),
    sex: z.enum(["women", "men", "both"]).optional(),
    flags: flags.optional(),
    requires: condition.optional(),
    unless: condition.optional(),
    "strong-with": condition.optional(),
  }),
  trap: z.strictObject({
    ...matched,
    // Its own, or those of the trap that `terms-of` names; parse-pack.ts sees to it that there are any.
    terms: terms.min(1).optional(),
    "terms-of": id.optional(),
    slug: text,
    effect: z.enum(trapEffects),
    reach: z.enum(["match", "sentence", "block", "section"]).optional(),
    affects: z.array(text).optional(),
    min: z.number().int().min(1).optional(),
    window: z.number().int().min(1).max(200).optional(),
    level: z.union([z.literal(1), z.literal(2)], phraseName("value.oneOrTwo")).optional(),
    requires: condition.optional(),
    unless: condition.optional(),
    flags: flags.optional(),
    expected: z.boolean().optional(),
  }),
  signal: z.strictObject({ ...matched, signal: z.enum(signalNames) }),
  expectation: z.strictObject({
    ...matched,
    expects: z.enum(expectationNames),
    weight: z.number().min(0).max(5).optional(),
    sector: text.optional(),
  }),
  role: z.strictObject({
    ...base,
    role: id,
    label: localText,
    quiet: z.boolean().optional(),
    framing: z.boolean().optional(),
    inherits: z.boolean().optional(),
    chain: z.enum(chainLinks).optional(),
    terms: terms.optional(),
    except: terms.optional(),
    body: terms.optional(),
    "body-min": z.number().int().min(1).optional(),
    "body-density": z.number().min(0).optional(),
    throughout: z.number().gt(0).max(1).optional(),
    hit: z.array(text).min(1),
    miss: z.array(text).min(1),
  }),
  documentType: z.strictObject({
    ...matched,
    label: localText,
    headings: terms.optional(),
    stage: z.enum(stages).optional(),
  }),
  remedy: z.strictObject({
    ...base,
    severity: z.enum(["high", "medium", "low"]),
    when: z.strictObject({
      status: z.enum(["missing", "review", "present"]),
      expectations: z.array(z.enum(expectationNames)).optional(),
      rules: z.array(text).optional(),
      without: z.array(text).optional(),
      traps: z.array(text).optional(),
      flags: flags.optional(),
      chain: z.array(z.enum(chainLinks)).optional(),
      types: z.array(text).optional(),
      "level-at-most": z.number().int().min(0).max(4).optional(),
    }),
    message: localText,
    question: localText,
    recommendation: localText,
    source: text,
  }),
  requirement: z.strictObject({
    id,
    handbook: text.optional(),
    note: text.optional(),
    tags: z.array(text).optional(),
    title: localText,
    types: z.array(id).optional(),
    severity: z.enum(["high", "medium", "low"]),
    within: z
      .strictObject({
        headings: terms.optional(),
        "not-headings": terms.optional(),
        terms: terms.optional(),
        "terms-min": z.number().int().min(1).optional(),
        roles: z.array(id).optional(),
        chain: z.array(z.enum(chainLinks)).optional(),
        together: z.array(text).optional(),
        expected: z.boolean().optional(),
        holding: z.array(text).min(1).optional(),
        framing: z.boolean().optional(),
      })
      .optional(),
    when: z
      .strictObject({
        place: z.boolean().optional(),
        "place-enough": z.boolean().optional(),
        "expected-sections": z.number().int().min(1).optional(),
        "expected-share": z.number().gt(0).max(1).optional(),
        "not-under": terms.optional(),
        "not-titles": terms.optional(),
        found: z.array(requirementPart).min(1).optional(),
      })
      .optional(),
    expect: z.array(requirementPart).min(1),
    "expect-at-least": z.number().int().min(1).optional(),
    partly: z.array(requirementPart).optional(),
    absence: z.boolean().optional(),
    message: localText,
    "partly-message": localText.optional(),
    question: localText,
    recommendation: localText,
    source: text,
    hit: z.array(text).min(1),
    miss: z.array(text).min(1),
  }),
  wordset: z.strictObject({ id, words: z.array(text).min(1) }),
} as const;

export type RuleKind = keyof typeof ruleSchemas;
export const ruleKinds = Object.keys(ruleSchemas) as readonly RuleKind[];

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

export const packSchema = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, phraseName("value.version")),
  title: localText,
  "policy-goals": z
    .array(z.strictObject({ id: z.number().int().min(1), title: localText, enabled: z.boolean().optional() }))
    .optional(),
  // What is left out is as handbook §3.3 has it (standardThresholds).
  thresholds: z
    .strictObject({
      verdict: z
        .strictObject({
          "expected-sections-at-least": count,
          "read-share-at-least": share,
          "clear-coverage": share,
          "missing-coverage": share,
          "confined-concentration": share,
        })
        .partial()
        .optional(),
      expectation: z
        .strictObject({
          "people-hits": z.number().min(0),
          "words-per-people-hit": z.number().min(1),
          "statistics-hits": count,
          "steering-hits": count,
          "words-at-least": count,
        })
        .partial()
        .optional(),
      level: z
        .strictObject({
          "describing-within": count,
          "binding-sentences": count,
          "punctual-words": count,
        })
        .partial()
        .optional(),
    })
    .optional(),
  rules: z
    .strictObject(Object.fromEntries(ruleKinds.map((kind) => [kind, z.array(z.unknown()).optional()])))
    .optional(),
});

export type PackHead = z.infer<typeof packSchema>;
export type RuleInput = {
  [Kind in RuleKind]: { kind: Kind } & z.infer<(typeof ruleSchemas)[Kind]>;
}[RuleKind];
