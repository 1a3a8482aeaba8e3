// JSON Schema of rule files, made from what validates them, so that an editor completes and checks what the loader will
// accept. Shipped in schemas/; an audit never loads this.
import * as z from "zod";
import { packSchema, ruleKinds, ruleSchemas, type RuleKind } from "./pack-schema.ts";

type JsonSchema = { [key: string]: unknown };

/** What an editor says about a key, in the language of those who write rules. */
const descriptions: Readonly<Record<string, string>> = {
  absence: "true: det som expect beskriver får inte finnas",
  affects: "id eller taggar för de belägg som fällan rör; utelämnat = alla",
  any: "id eller taggar; minst en av dem ska finnas inom räckhåll",
  body: "termer som söks i avsnittets text när rubriken inget säger",
  "body-density": "så många träffar per 100 ord behövs minst",
  "body-min": "så många olika termer behövs minst",
  chain: "led i styrkedjan",
  effect: "remove = belägget räknas inte; cap = ger nivå 1 som mest; keep = räknas trots andra fällor",
  except: "termer som inte ska tas för den här regeln",
  expected: "true: perspektivet ska väntas där regeln slår till",
  expects:
    "vilket slags ord: människor, ämne, statistik, mål, åtgärd, resurs eller uppföljning; things talar emot",
  flags: "märkning som följer med till resultatet",
  framing: "true: förord, vision och liknande; belägg här bär inget omdöme",
  handbook: "posten i handboken som regeln bygger på, till exempel L058",
  headings: "termer som söks i rubriker",
  hit: "exempel som regeln ska träffa (minst ett)",
  id: "gemener, siffror och bindestreck; används bara en gång i paketet",
  inherits: "true: gäller även avsnitt under, om deras egna rubriker inte säger annat",
  label: "vad det kallas i rapporten",
  level: "nivå som regeln ger av sig själv",
  message: "vad som sägs i rapporten",
  min: "fällan slår till först när så många olika termer står nära varandra",
  miss: "exempel som regeln inte ska träffa (minst ett)",
  net: "strict ger belägg; wide hindrar bara att ett avsnitt kallas saknat",
  note: "en anteckning för den som förvaltar regeln",
  "policy-goals": "numren på de delmål som termen handlar om",
  question: "fråga att ställa till den som skrivit",
  quiet: "true: här väntas inte perspektivet",
  reach: "vilka belägg fällan rör: det den täcker, eller allt i mening, stycke eller avsnitt",
  recommendation: "förslag till vad som kan göras",
  requires: "räknas bara när något av detta finns inom räckhåll",
  severity: "hur stor luckan är",
  sex: "vilket kön ordet nämner",
  signal: "vilket slags signal",
  slug: "kort namn på fällan, visas i resultatet",
  source: "var kravet eller rådet kommer ifrån",
  strength: "strong räknas alltid; medium i sällskap; weak aldrig ensam",
  "strong-with": "är strong när något av detta finns inom räckhåll",
  tags: "ord som andra regler kan hänvisa till",
  terms: "ord eller fraser: * i början eller slutet av en sammansättning, = exakt form, … för ord emellan",
  throughout: "håller avsnitt med rollen så stor del av orden gäller den hela dokumentet (0–1)",
  title: "vad regeln kallas",
  types: "dokumenttyper som det gäller; utelämnat = alla",
  unless: "räknas inte när något av detta finns inom räckhåll",
  weight: "1 är en hel träff; mindre för ord med flera betydelser",
  when: "när det gäller",
  window: "så många ord brett, för fällor med min",
  also: "fler villkor som också måste vara uppfyllda",
  within: "hur nära: antal ord, eller sentence, block, section, heading",
  words: "orden i ordlistan; termer nämner listan inom klammer",
};

/** Puts descriptions on all properties that have one. */
function described(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(described);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key !== "properties") return [key, described(value)];
    const properties = Object.entries(value as JsonSchema).map(([name, own]): [string, unknown] => {
      const description = Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;
      const below = described(own) as JsonSchema;
      return [name, description === undefined ? below : { description, ...below }];
    });
    return [key, Object.fromEntries(properties)];
  });
  return Object.fromEntries(entries);
}

function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema) as JsonSchema;
  return described(rest) as JsonSchema;
}

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** Schema of a rule file of one kind. */
export function ruleFileSchema(kind: RuleKind): JsonSchema {
  return {
    $schema: dialect,
    title: `genomlys: ${kind}`,
    type: "object",
    properties: {
      kind: { description: "slag av regler i filen", const: kind },
      rules: { type: "array", items: schemaOf(ruleSchemas[kind]) },
    },
    required: ["kind", "rules"],
    additionalProperties: false,
  };
}

/**
 * Schema of any rule file: the kind decides what its rules may hold. Told by if and then rather than oneOf, so that an
 * editor says what is wrong with the rule and not that nine kinds do not fit.
 */
export function anyRuleFileSchema(): JsonSchema {
  return {
    $schema: dialect,
    title: "genomlys: regelfil",
    type: "object",
    properties: {
      kind: { description: "slag av regler i filen", enum: ruleKinds },
      rules: { type: "array" },
    },
    required: ["kind", "rules"],
    additionalProperties: false,
    allOf: ruleKinds.map((kind) => ({
      if: { properties: { kind: { const: kind } }, required: ["kind"] },
      then: { properties: { rules: { items: { $ref: `#/$defs/${kind}` } } } },
    })),
    $defs: Object.fromEntries(ruleKinds.map((kind) => [kind, schemaOf(ruleSchemas[kind])])),
  };
}

/** Schema of pack.yaml, and of a file that is a whole pack: the rules of each kind stand under its name. */
export function packFileSchema(): JsonSchema {
  const { properties, ...head } = schemaOf(packSchema);
  const lists = ruleKinds.map(
    (kind) => [kind, { type: "array", items: { $ref: `#/$defs/${kind}` } }] as const,
  );
  const rules = {
    description: "regler i samma fil, under sina slag; annars står de i egna filer",
    type: "object",
    properties: Object.fromEntries(lists),
    additionalProperties: false,
  };
  return {
    $schema: dialect,
    title: "genomlys: pack.yaml",
    ...head,
    properties: { ...(properties as JsonSchema), rules },
    $defs: Object.fromEntries(ruleKinds.map((kind) => [kind, schemaOf(ruleSchemas[kind])])),
  };
}

/** File name in schemas/ → schema. */
export function ruleJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return { "rules.schema.json": anyRuleFileSchema(), "pack.schema.json": packFileSchema() };
}
