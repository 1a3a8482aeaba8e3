// Labelled text (JSON Lines) → passages and documents with their labels. A wrong label makes every figure wrong, so the
// first line that is not as it should be stops the run.
import * as z from "zod";
import { expectedOf, phrase } from "../errors/error-phrases.ts";
import { genomlysError } from "../errors/genomlys-error.ts";
import type { GoldLabel } from "../model/evaluation.ts";

const label = {
  level: z.number().int().min(0).max(4).optional(),
  present: z.boolean().optional(),
  expected: z.boolean().optional(),
  trap: z.string().min(1).nullish(),
};

// Other fields (chainRole, delmal, note …) may stand beside these: a label says more than is measured here.
const passage = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  heading: z.string().optional(),
  docType: z.string().min(1),
  ...label,
});

const section = z.object({ number: z.string().optional(), heading: z.string().optional(), ...label });

const wholeDocument = z.object({
  id: z.string().min(1).optional(),
  path: z.string().min(1),
  docType: z.string().min(1).optional(),
  sections: z.array(section).min(1),
});

interface Labelled extends GoldLabel {
  /** What the passage was written to trap, or null. */
  readonly trap: string | null;
  /** File and line, for messages. */
  readonly place: string;
}

export interface GoldPassage extends Labelled {
  readonly id: string;
  /** Read as Markdown: list items and table rows are what they look like. */
  readonly text: string;
  readonly heading: string | null;
  readonly docType: string;
}

export interface GoldSection extends Labelled {
  readonly number: string | null;
  readonly heading: string | null;
}

export interface GoldDocument {
  readonly id: string;
  /** As written: relative to the folder of the gold file. */
  readonly path: string;
  /** Null: to be recognised. */
  readonly docType: string | null;
  readonly place: string;
  readonly sections: readonly GoldSection[];
}

export interface Gold {
  /** As the user gave it. */
  readonly path: string;
  readonly passages: readonly GoldPassage[];
  readonly documents: readonly GoldDocument[];
}

/** Reads labelled text. `path` is shown in messages. Throws a GenomlysError at the first line that is wrong. */
export function readGold(text: string, path: string): Gold {
  const passages: GoldPassage[] = [];
  const documents: GoldDocument[] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const at = index + 1;
    const where = { path, line: at, column: 1, lineText: line, length: line.length };
    const value = parseLine(line, where);
    const place = `${path}:${String(at)}`;
    const isDocument = typeof value === "object" && value !== null && "sections" in value;
    if (isDocument) {
      const { id, path: file, docType, sections } = checked(wholeDocument, value, where);
      documents.push({
        id: id ?? file,
        path: file,
        docType: docType ?? null,
        place,
        sections: sections.map((each, position) => {
          if (each.number === undefined && each.heading === undefined) {
            throw genomlysError(
              "GOLD_WRONG",
              { field: `sections.${String(position)}`, expected: "number, heading" },
              { where },
            );
          }
          return { ...labelsOf(each, place), number: each.number ?? null, heading: each.heading ?? null };
        }),
      });
      continue;
    }
    const { id, text: written, heading, docType, ...labels } = checked(passage, value, where);
    const first = seen.get(id);
    if (first !== undefined) {
      throw genomlysError("GOLD_DUPLICATE", { id, line: first }, { where });
    }
    seen.set(id, at);
    // An empty cell of a table of labels is no heading.
    const named = heading === undefined || heading.trim() === "" ? null : heading;
    passages.push({ ...labelsOf(labels, place), id, text: written, heading: named, docType });
  }
  if (passages.length === 0 && documents.length === 0) throw genomlysError("GOLD_EMPTY", { path });
  return { path, passages, documents };
}

type Where = { path: string; line: number; column: number; lineText: string; length: number };

function parseLine(line: string, where: Where): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (cause) {
    throw genomlysError("GOLD_SYNTAX", {}, { where, cause });
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, where: Where): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const expected =
    issue === undefined ? "" : issue.path.length === 0 ? phrase("value.object") : expectedOf(issue);
  throw genomlysError("GOLD_WRONG", { field: issue?.path.join(".") ?? "", expected }, { where });
}

function labelsOf(input: GoldLabel & { readonly trap?: string | null | undefined }, place: string): Labelled {
  const { level, present, expected, trap } = input;
  return {
    level,
    present: present ?? (level === undefined ? undefined : level > 0),
    expected,
    trap: trap ?? null,
    place,
  };
}
