// What genomlys.config.yaml may hold: the one definition that checks it and from which its JSON Schema is made.
// Keys are written as in YAML (kebab-case). What a configuration says is data; nothing in it is ever run.
import * as z from "zod";
import { failOnNames } from "../gate/bars.ts";
import { limitRanges } from "../model/limits.ts";
import { strengths } from "../model/rule.ts";
import { packSchema, phraseName } from "../rules/pack-schema.ts";

const text = z.string().trim().min(1);
const terms = z.array(text).min(1);
const someLocalText = z.strictObject({ sv: text.optional(), en: text.optional() });

const ruleChange = z.strictObject({
  add: terms.describe("termer att lägga till").optional(),
  remove: terms.describe("termer att ta bort, skrivna som i regeln").optional(),
  strength: z.enum(strengths).describe("för belägg: annan styrka").optional(),
  weight: z.number().min(0).max(5).describe("för det som gör ett avsnitt väntat: annan vikt").optional(),
  "policy-goals": z.array(z.number().int().min(1).max(99)).describe("för belägg: andra delmål").optional(),
  off: z.boolean().describe("true: regeln stängs av").optional(),
});

const remedyChange = z.strictObject({
  message: someLocalText.optional(),
  question: someLocalText.optional(),
  recommendation: someLocalText.optional(),
});

const { thresholds } = packSchema.shape;

const overlay = z.strictObject({
  rules: z.record(z.string(), ruleChange).describe("ändringar i regler, under regelns id").optional(),
  thresholds: thresholds
    .unwrap()
    .describe("gränsvärden som skiljer sig från paketets, under samma namn som i pack.yaml")
    .optional(),
  "policy-goals": z
    .array(
      z.strictObject({
        id: z.number().int().min(1).max(99),
        title: z.strictObject({ sv: text, en: text }).optional(),
        enabled: z.boolean().optional(),
      }),
    )
    .describe("delmål att lägga till, byta rubrik på, sätta på eller stänga av")
    .optional(),
  remedies: z
    .record(z.string(), remedyChange)
    .describe("egna ord i rapporten, under åtgärdens id")
    .optional(),
});

const day = z
  .string()
  .refine((written) => /^\d{4}-\d\d-\d\d$/.test(written) && isDay(written), phraseName("value.day"));

/** Is there such a day? ("2027-02-30" is none.) */
function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

const limitShape = Object.fromEntries(
  Object.entries(limitRanges).map(([name, { least, most }]) => [
    name,
    z.number().int().min(least).max(most).optional(),
  ]),
);

const bars = {
  "min-coverage": z.number().min(0).max(100).describe("täckning i procent, minst").optional(),
  "min-level": z
    .number()
    .int()
    .min(0)
    .max(4)
    .describe("nivå som dokumentet minst når utanför förord och inledning")
    .optional(),
  "max-gaps": z.number().int().min(0).describe("avsnitt där perspektivet saknas, högst").optional(),
  require: z.array(text).describe("krav som ska vara uppfyllda, med id").optional(),
  "fail-on": z.array(z.enum(failOnNames)).describe("vad som inte får förekomma").optional(),
};

const check = z.strictObject({
  ...bars,
  types: z
    .record(z.string(), z.strictObject(bars))
    .describe("gränser för en dokumenttyp, under dess id; de går före de gemensamma")
    .optional(),
  baseline: text.describe("fil med godtagna luckor, sedd från konfigurationens mapp").optional(),
  "fail-on-unused-suppressions": z
    .boolean()
    .describe("true: undantag som inte behövs, eller som har gått ut, underkänner körningen")
    .optional(),
});

const suppression = z
  .strictObject({
    fingerprint: text.describe("luckans fingeravtryck, som rapporten visar det").optional(),
    rule: text.describe("regelns eller kravets id").optional(),
    path: text.describe("mönster för filnamn").optional(),
    section: text.describe("avsnittets rubrik, eller rubrikerna ner till det med > emellan").optional(),
    reason: text,
    owner: text.describe("vem som svarar för undantaget").optional(),
    until: day.describe("sista dag").optional(),
  })
  .refine(
    ({ fingerprint, rule, path, section }) =>
      fingerprint !== undefined || (path !== undefined && (rule !== undefined || section !== undefined)),
    phraseName("value.suppression"),
  );

export const configSchema = z.strictObject({
  packs: z
    .array(text)
    .min(1)
    .describe(
      "regelpaket: det inbyggdas namn, en mapp eller dess pack.yaml, eller ett npm-paket; det första leder",
    )
    .optional(),
  extend: z.record(z.string(), overlay).describe("ändringar i paket, under paketets id").optional(),
  types: z.record(z.string(), text).describe("mönster för filnamn → dokumenttyp").optional(),
  lang: z.enum(["sv", "en"]).describe("språk i resultat och meddelanden").optional(),
  limits: z
    .strictObject(limitShape)
    .describe("vad ett dokument får kosta, i heltal; det som inte nämns är som vanligt")
    .optional(),
  ignore: z
    .array(z.strictObject({ path: text, reason: text, until: day.optional() }))
    .describe("dokument som inte ska granskas, vart och ett med sitt skäl")
    .optional(),
  check: check.describe("gränser som genomlys check prövar").optional(),
  suppress: z
    .array(suppression)
    .describe("luckor som inte ska räknas, var och en med sitt skäl; de syns i rapporten")
    .optional(),
});

export type ConfigInput = z.infer<typeof configSchema>;
export type BarsInput = Omit<
  NonNullable<ConfigInput["check"]>,
  "types" | "baseline" | "fail-on-unused-suppressions"
>;
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
