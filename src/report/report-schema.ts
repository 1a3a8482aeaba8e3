// The report as a schema: the same contract as model/report.ts, for those who are not TypeScript. The compiler checks
// in the tests that the two say the same. An audit never loads this; scripts/write-schemas.mjs and the tests do.
import * as z from "zod";
import {
  barNames,
  barOutcomes,
  baselineStates,
  checkOutcomes,
  suppressionKinds,
  suppressionStates,
} from "../model/check-report.ts";
import { changesReadings, formats } from "../model/document.ts";
import { requirementStatuses, sectionStatuses, verdicts } from "../model/report.ts";
import { chainLinks, flagNames, stages, strengths } from "../model/rule.ts";

const count = z.number().int().min(0);
/** Pages, lines, paragraphs: everything that a person counts begins at 1. */
const ordinal = z.number().int().min(1);
const share = z.number().min(0).max(1);
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const texts = list(z.string());
const localText = z.object({ sv: z.string(), en: z.string() });
const chainLink = z.enum(chainLinks);

const location = z
  .union([
    z.object({ page: ordinal, label: z.string().exactOptional() }),
    z.object({ line: ordinal, column: ordinal }),
    z.object({ paragraph: ordinal }),
    z.object({ slide: ordinal }),
    z.object({ sheet: z.string(), row: ordinal }),
  ])
  .describe("Where it stands in the original file; every number counts from 1.");

const excerpt = z.object({ before: z.string(), match: z.string(), after: z.string() });

const section = z.object({
  id: z.string(),
  number: z.string().nullable(),
  heading: z.string(),
  path: texts,
  under: z
    .string()
    .describe(
      "Only where its number and heading occur more than once: the heading above that tells it apart.",
    )
    .exactOptional(),
  depth: count,
  role: z.string(),
  location,
  language: z.string().describe("Only where it is another than the document's.").exactOptional(),
  words: count,
  expected: z.boolean().describe("Is the perspective to be expected here?"),
  because: list(z.object({ rule: z.string(), terms: texts, count })),
  level,
  status: z.enum(sectionStatuses),
  chain: list(chainLink),
  framing: z.boolean(),
  flags: list(z.enum(flagNames)),
  reviewTerms: texts,
  neighbours: texts,
});

const evidence = z.object({
  id: z.string(),
  rule: z.string(),
  section: z.string(),
  level,
  strength: z.enum(strengths),
  policyGoals: list(z.number().int()),
  chain: z.enum([...chainLinks, "framing"]),
  location,
  excerpt,
  sentence: z
    .string()
    .describe("Fingerprint of its sentence by the words alone, the same in every document.")
    .exactOptional(),
  standardText: z
    .boolean()
    .describe("The sentence stands word for word in many documents of the run.")
    .exactOptional(),
});

const discounted = z.object({
  rule: z.string(),
  reason: z.string(),
  section: z.string(),
  location,
  excerpt,
});

const suppressed = {
  kind: z.enum(suppressionKinds),
  reason: z.string(),
  owner: z.string().exactOptional(),
  until: z.string().describe("Last day of it.").exactOptional(),
};

const suppression = z.object({
  ...suppressed,
  state: z.enum(suppressionStates),
  findings: count,
  names: z.object({ fingerprint: z.string(), rule: z.string(), path: z.string(), section: z.string() }),
  location: location.exactOptional(),
  section: z.string().describe("Of a comment: id of the section that it is about.").exactOptional(),
  where: z.object({ path: z.string(), line: ordinal }).exactOptional(),
});

/** On a gap, a requirement or a loss. */
const marks = {
  suppressed: z.object(suppressed).describe("Only when it is suppressed.").exactOptional(),
  baseline: z.enum(baselineStates).describe("Only where a baseline was used.").exactOptional(),
  failing: z
    .boolean()
    .describe("Only when true: a bar of the check is missed because of this.")
    .exactOptional(),
};

const requirement = z.object({
  fingerprint: z.string().describe("Only when it is unmet or partly met.").exactOptional(),
  id: z.string(),
  rule: z.string(),
  title: z.string().describe("What it asks for."),
  status: z.enum(requirementStatuses),
  severity: z.enum(["high", "medium", "low"]),
  evidence: texts,
  searched: texts.describe("Ids of the sections that were searched."),
  section: z.string().nullable().describe("Where it stands or ought to stand; null for the document itself."),
  location: location.nullable(),
  lacking: texts,
  review: texts.describe('Sections to read before "unmet" is certain.'),
  because: z.enum(["condition", "unread", "type"]).nullable(),
  message: z.string(),
  question: z.string(),
  recommendation: z.string(),
  source: z.string(),
  ...marks,
});

const gap = z.object({
  fingerprint: z.string().describe("Known by its content, never by a line number; the same in every format."),
  rule: z.string(),
  severity: z.enum(["high", "medium", "low"]),
  section: z.string(),
  location,
  message: z.string(),
  question: z.string(),
  recommendation: z.string(),
  source: z.string(),
  ...marks,
});

/** What every loss has, be it of a section or a whole document. */
const loss = {
  fingerprint: z.string(),
  rule: z.string(),
  severity: z.enum(["high", "medium"]),
  message: z.string(),
  question: z.string(),
  recommendation: z.string(),
  ...marks,
};

const notice = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  location: location.exactOptional(),
});

const chain = z.object({ expected: count, covered: count, review: count, level });

const coverage = z.object({
  share: share
    .nullable()
    .describe("Covered ÷ expected sections, weighted by words; null when none is expected."),
  upTo: share.nullable().describe("The share if all sections to judge were covered."),
  byCount: share.nullable(),
  expected: count,
  covered: count,
  review: count,
  depth: z.number().min(0).max(4).nullable(),
  concentration: share.nullable(),
});

const documentCheck = z.object({
  outcome: z.enum(checkOutcomes),
  bars: list(
    z.object({
      bar: z.enum(barNames),
      outcome: z.enum(barOutcomes),
      wanted: z.number(),
      found: z.number().nullable(),
      requirement: z.string().exactOptional(),
      findings: texts.describe("Fingerprints of what counts against the bar."),
      message: z.string(),
    }),
  ),
  message: z.string().describe("One line: what failed and by how much."),
  fixed: list(z.object({ fingerprint: z.string(), rule: z.string(), section: z.string() }))
    .describe("What the baseline holds and the document no longer has.")
    .exactOptional(),
  before: z
    .string()
    .nullable()
    .describe("What the document was called at the git ref; null where it was not there or not readable.")
    .exactOptional(),
  lost: list(
    z.object({
      ...loss,
      section: z.string().nullable(),
      location: location.nullable(),
    }),
  )
    .describe("What the change since a git ref took away.")
    .exactOptional(),
});

const check = z.object({
  outcome: z.enum(["passed", "failed", "notJudged"]),
  documents: z.record(z.enum(checkOutcomes), count).readonly(),
  baseline: z
    .object({ path: z.string(), new: count, unchanged: count, fixed: count, gone: texts })
    .exactOptional(),
  changedSince: z
    .object({
      ref: z.string(),
      unchanged: count,
      removed: texts,
      lost: list(z.object({ path: z.string(), ...loss }))
        .describe("Those of the removed documents that held the perspective; left out for none.")
        .exactOptional(),
    })
    .exactOptional(),
  failOnUnusedSuppressions: z.boolean(),
});

const thresholds = z
  .object({
    expectedSectionsAtLeast: count,
    readShareAtLeast: share,
    clearCoverage: share,
    missingCoverage: share,
    confinedConcentration: share,
  })
  .describe("What decided the verdicts.");

const tool = z.object({ name: z.literal("genomlys"), version: z.string() });

const packs = list(
  z.object({
    id: z.string(),
    version: z.string(),
    sha256: z.string(),
    title: localText,
    thresholds: thresholds.exactOptional(),
  }),
);

const beside = z.object({
  pack: z.string(),
  coverage,
  verdict: z.enum(verdicts),
  flags: list(z.enum(flagNames)),
  chain: z.record(chainLink, chain).readonly(),
  sections: list(
    section.pick({ id: true, expected: true, level: true, status: true, chain: true, flags: true }),
  ),
});

const facts = {
  organisation: z.string().describe("From the list of the archive (--manifest).").exactOptional(),
  year: z.number().int().describe("From the list of the archive (--manifest).").exactOptional(),
  columns: z
    .record(z.string(), z.string())
    .readonly()
    .describe("The own columns of the list of the archive (--manifest), by their headings.")
    .exactOptional(),
};

const grouping = z.object({
  by: z.string().describe('"organisation", "year", "type", or the heading of an own column.'),
  groups: list(
    z.object({
      value: z.string().nullable().describe("What the documents have in common; null for those without it."),
      documents: count,
      audited: count,
      failed: count,
      verdicts: z.record(z.enum(verdicts), count).readonly(),
      coverage: coverage.omit({ concentration: true }).describe("Over all sections together."),
      gaps: count,
      requirements: z.record(z.enum(["met", "partly", "unmet"]), count).readonly(),
    }),
  ),
});

/** One document of a report. */
export const documentReportSchema = z.object({
  ...facts,
  path: z.string().describe("As the user gave it."),
  sha256: z.string().describe("Of the file's bytes; empty when they were not read."),
  format: z.enum(formats).nullable(),
  status: z.enum(["audited", "unreadable", "no-text"]),
  title: z.string().nullable(),
  language: z
    .string()
    .describe("Language of the text (ISO 639-1); left out where it cannot be told.")
    .exactOptional(),
  pages: count.nullable(),
  words: count,
  type: z.object({ id: z.string(), confidence: share, because: texts }),
  reading: z.object({
    share,
    pagesWithoutText: list(ordinal),
    garbled: list(ordinal),
    recognised: list(ordinal)
      .describe("With --ocr: pages whose text was recognised in a picture of the page.")
      .exactOptional(),
    fields: count
      .describe(
        "Only of a PDF with a form: how many of its fields are filled in or ticked, and read with the page.",
      )
      .exactOptional(),
    engine: z.string(),
    changes: z
      .object({
        insertions: count,
        deletions: count,
        formatting: count,
        read: z.enum(changesReadings),
      })
      .exactOptional()
      .describe(
        "Only where the document has tracked changes: how many, and whether they were read as accepted.",
      ),
  }),
  scoreModel: z.string(),
  coverage,
  verdict: z.enum(verdicts),
  flags: list(z.enum(flagNames)),
  chain: z.record(chainLink, chain).readonly(),
  policyGoals: z.record(z.string(), count).readonly(),
  sections: list(section),
  evidence: list(evidence),
  discounted: list(discounted),
  requirements: list(requirement),
  gaps: list(gap),
  notices: list(notice),
  beside: list(beside)
    .describe("With several packs: what each but the first makes of the document.")
    .exactOptional(),
  suppressions: list(suppression).describe("Suppressions in comments of the document.").exactOptional(),
  check: documentCheck.describe("Only when bars were demanded.").exactOptional(),
});

const duplicate = z.object({
  path: z.string(),
  sha256: z.string(),
  duplicateOf: z.string().describe("Path of the first file with this content."),
  ...facts,
});

const shard = z
  .object({ part: count, parts: count, position: count })
  .describe("Which part of an archive (--shard), and the place of its file in the whole, from 1.")
  .exactOptional();

export const reportSchema = z.object({
  schema: z.literal("genomlys-report/1"),
  tool,
  packs,
  labels: z.object({
    roles: z.record(z.string(), localText).readonly(),
    types: z.record(z.string(), localText).readonly(),
    policyGoals: z.record(z.string(), localText).readonly(),
    stages: z
      .record(z.string(), z.enum(stages))
      .readonly()
      .describe("Document type → its place in the steering, for those that have one.")
      .exactOptional(),
  }),
  summary: z.object({
    documents: count,
    audited: count,
    failed: count,
    verdicts: z.record(z.enum(verdicts), count).readonly(),
  }),
  documents: list(documentReportSchema),
  duplicates: list(duplicate)
    .describe("Files with the content of one of the documents: audited once, counted once.")
    .exactOptional(),
  groupings: list(grouping).describe("Only with --group-by.").exactOptional(),
  standardText: list(z.object({ sentence: z.string(), type: z.string(), documents: count, text: z.string() }))
    .describe("Sentences that stand word for word in at least three documents of one type.")
    .exactOptional(),
  sharedText: list(
    z.object({
      sentence: z.string(),
      text: z.string(),
      documents: list(z.string()),
      policyGoals: z.record(z.string(), count).readonly(),
    }),
  )
    .describe(
      "Sentences that stand word for word in documents of different types that prepare or take a decision, as minutes and the report behind them.",
    )
    .exactOptional(),
  ignored: list(z.object({ path: z.string(), reason: z.string(), until: z.string().nullable() }))
    .describe("Documents that were named but left out by the configuration.")
    .exactOptional(),
  suppressions: list(suppression).describe("Suppressions in the configuration.").exactOptional(),
  check: check.describe("Only when bars were demanded.").exactOptional(),
});

/** One line of `--format jsonl`. */
export const documentLineSchema = documentReportSchema.extend({
  tool: tool.exactOptional(),
  packs: packs.describe("By which rules it was judged; not in lines of earlier versions.").exactOptional(),
  conditions: z
    .string()
    .describe("Hash of what it was judged under: code, rules, how it was read.")
    .exactOptional(),
  shard,
  again: z
    .object({
      lang: z.enum(["sv", "en"]),
      type: z.string().describe('As it was asked for; "auto" when it was recognised.'),
      typeFrom: z.string().exactOptional(),
      read: z
        .record(z.string(), z.unknown())
        .readonly()
        .describe("How it was read, where that is not as usual.")
        .exactOptional(),
      sketch: list(z.int().nonnegative()).describe("The smallest hashes of its paragraphs."),
    })
    .describe("What it takes to judge it again once the boilerplate of the whole archive is known.")
    .exactOptional(),
});

/** The line of a file that has the content of an earlier one. */
export const duplicateLineSchema = duplicate.extend({ shard });

/** The schemas that are shipped, by file name. Further fields are allowed: a later version may add some. */
export function reportJsonSchemas(): Readonly<Record<string, object>> {
  const options: NonNullable<Parameters<typeof z.toJSONSchema>[1]> = {
    io: "input",
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      // Says that our lists are read-only in TypeScript, which is no concern of the one who reads a report.
      delete jsonSchema.readOnly;
    },
  };
  return {
    "report.schema.json": { title: "genomlys report", ...z.toJSONSchema(reportSchema, options) },
    "document.schema.json": {
      title: "One document of a genomlys report",
      ...z.toJSONSchema(documentLineSchema, options),
    },
    "duplicate.schema.json": {
      title: "A file with the content of an earlier one, as a line of JSON lines",
      ...z.toJSONSchema(duplicateLineSchema, options),
    },
  };
}
