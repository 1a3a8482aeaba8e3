// The file of accepted gaps as a schema: the one definition that checks it and from which its JSON Schema is made.
import * as z from "zod";
import { sectionStatuses } from "../model/report.ts";

const entry = z.object({
  fingerprint: z.string(),
  rule: z.string(),
  section: z.string().describe('Headings down to the section, without numbers; "" for the document itself.'),
  status: z.enum([...sectionStatuses, "unmet", "partly"]),
});

export const baselineSchema = z.object({
  schema: z.literal("genomlys-baseline/1"),
  tool: z.string().describe("Version of genomlys that made it."),
  scoreModel: z.string(),
  packs: z.record(z.string(), z.string()).readonly().describe("Id of a rule pack → its version."),
  documents: z
    .record(z.string(), z.array(entry).readonly())
    .readonly()
    .describe("Path of a document, as seen from the file's folder → what is accepted in it."),
});

/** The baseline as JSON Schema, by the name of its file. */
export function baselineJsonSchemas(): Readonly<Record<string, object>> {
  return {
    "baseline.schema.json": {
      title: "genomlys baseline",
      ...z.toJSONSchema(baselineSchema, {
        io: "input",
        override: ({ jsonSchema }) => {
          // Says that our lists are read-only in TypeScript, which is no concern of the one who reads the file.
          delete jsonSchema.readOnly;
        },
      }),
    },
  };
}
