// What genomlys.config.yaml may hold: the one definition that checks it and from which its JSON Schema is made.
// Keys are written as in YAML (kebab-case). What a configuration says is data; nothing in it is ever run.
import { z } from "zod";
import { strengths } from "../model/rule.ts";
import { packSchema } from "../rules/pack-schema.ts";

const text = z.string().trim().min(1);
const terms = z.array(text).min(1);
const someLocalText = z.strictObject({ sv: text.optional(), en: text.optional() });

const ruleChange = z.strictObject({
  add: terms.describe("Terms to add.").optional(),
  remove: terms.describe("Terms to remove, written as in the rule.").optional(),
  strength: z.enum(strengths).describe("For evidence.").optional(),
  weight: z.number().min(0).max(5).describe("For expectations.").optional(),
  "policy-goals": z.array(z.number().int().min(1).max(99)).describe("For evidence.").optional(),
  off: z.boolean().describe("Switches the rule off.").optional(),
});

const remedyChange = z.strictObject({
  message: someLocalText.optional(),
  question: someLocalText.optional(),
  recommendation: someLocalText.optional(),
});

const { thresholds } = packSchema.shape;

const overlay = z.strictObject({
  rules: z.record(z.string(), ruleChange).describe("Changes to rules, by the rule's id.").optional(),
  thresholds: z
    .strictObject({
      verdict: thresholds.shape.verdict.partial().optional(),
      expectation: thresholds.shape.expectation.partial().optional(),
      level: thresholds.shape.level.partial().optional(),
    })
    .describe("Limits that differ from those of the pack, under their names in pack.yaml.")
    .optional(),
  "policy-goals": z
    .array(
      z.strictObject({
        id: z.number().int().min(1).max(99),
        title: z.strictObject({ sv: text, en: text }).optional(),
        enabled: z.boolean().optional(),
      }),
    )
    .describe("Policy goals to add, to rename, to switch on or off.")
    .optional(),
  remedies: z.record(z.string(), remedyChange).describe("Other words, by the remedy's id.").optional(),
});

const day = z.string().refine((written) => /^\d{4}-\d\d-\d\d$/.test(written) && isDay(written), "ÅÅÅÅ-MM-DD");

/** Is there such a day? ("2027-02-30" is none.) */
function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

export const configSchema = z.strictObject({
  packs: z
    .array(text)
    .min(1)
    .describe(
      "Rule packs: a built-in name, a folder or its pack.yaml, or an npm package. The first one leads.",
    )
    .optional(),
  extend: z.record(z.string(), overlay).describe("Changes to packs, by the pack's id.").optional(),
  types: z.record(z.string(), text).describe("Pattern for file names → document type.").optional(),
  lang: z.enum(["sv", "en"]).describe("Language of results and messages.").optional(),
  ignore: z
    .array(z.strictObject({ path: text, reason: text, until: day.optional() }))
    .describe("Documents that are not to be audited, each with its reason.")
    .optional(),
});

export type ConfigInput = z.infer<typeof configSchema>;
export type Overlay = z.infer<typeof overlay>;
export type RuleChange = z.infer<typeof ruleChange>;

/** The configuration as JSON Schema, by the name of its file, for editors. */
export function configJsonSchemas(): Readonly<Record<string, object>> {
  return {
    "config.schema.json": {
      title: "genomlys.config.yaml",
      ...z.toJSONSchema(configSchema, { io: "input" }),
    },
  };
}
