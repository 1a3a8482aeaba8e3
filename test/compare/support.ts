// Two versions of a real document: the strategy of fixtures/halland, and the same one changed as drafts are.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { SectionTexts } from "../../src/compare/align-sections.ts";
import { compareReports } from "../../src/compare/compare-reports.ts";
import { sectionTexts } from "../../src/compare/section-texts.ts";
import type { Comparison, DocumentComparison, SectionComparison } from "../../src/model/comparison.ts";
import type { DocumentReport } from "../../src/model/report.ts";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { auditFile } from "../../src/pipeline/audit.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { builtinPacks } from "../support/audit-text.ts";

const folder = new URL("../../fixtures/sources/halland/", import.meta.url);

/** The Markdown that the strategy's PDF is made from. */
export const strategy = await readFile(new URL("regional-utvecklingsstrategi.md", folder), "utf8");

export interface Version {
  readonly document: DocumentReport;
  readonly texts: SectionTexts;
}

export async function readVersion(markdown: string): Promise<Version> {
  let texts: SectionTexts = new Map();
  const document = await auditFile(
    { path: "strategi.md", bytes: new TextEncoder().encode(markdown) },
    {
      packs: await builtinPacks(),
      type: "rus",
      lang: "sv",
      read: defaultReadOptions,
      readWith: async (...args) => {
        const result = await readDocument(...args);
        if (result.kind === "document") texts = sectionTexts(result);
        return result;
      },
      sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    },
  );
  return { document, texts };
}

export async function compareVersions(
  before: Version,
  after: Version,
  by: "text" | "report" = "text",
): Promise<Comparison> {
  const packs = await builtinPacks();
  const side = (name: string, { document, texts }: Version) => ({
    name,
    report: assembleReport([document], packs),
    ...(by === "text" ? { texts: () => texts } : {}),
  });
  return compareReports(side("före", before), side("efter", after));
}

export function onlyDocument({ documents }: Comparison): DocumentComparison {
  const [document] = documents;
  if (document === undefined) throw new Error("there is no document");
  return document;
}

/** The group that holds the section with this heading, on one side. */
export function groupOf(
  document: DocumentComparison,
  heading: string,
  side: "before" | "after" = "after",
): SectionComparison {
  const found = document.sections?.find((group) =>
    group[side].some((section) => section.heading === heading),
  );
  if (found === undefined) throw new Error(`no section is called ${heading}`);
  return found;
}

export const headings = (sections: readonly { readonly heading: string }[]): string[] =>
  sections.map(({ heading }) => heading);
