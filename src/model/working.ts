// The working behind a document's verdict: what was asked, what the answers were, and what they were worked out from.
import type { SectionWorking } from "./evaluation.ts";
import type { CoverageReport, DocumentReport, SectionReport, Verdict } from "./report.ts";
import type { Thresholds } from "./rule.ts";

/** The questions that the verdict rests on, each with its answer. */
export interface VerdictConditions {
  readonly tooFewExpected: boolean;
  readonly tooLittleRead: boolean;
  /** Coverage is high enough for "clear". */
  readonly covered: boolean;
  /** A goal or measure (level 3 or deeper) outside framing sections. */
  readonly steers: boolean;
  /** An analysis (level 2, or deeper in that link) outside framing sections. */
  readonly analyses: boolean;
  /** Coverage is low enough for "missing". */
  readonly hardlyCovered: boolean;
  /** No evidence at level 2 or deeper. */
  readonly shallow: boolean;
  /** There is evidence, and all of it stands in framing sections. */
  readonly framed: boolean;
  /** There is evidence, most of it in one section, and coverage is too low for "clear". */
  readonly concentrated: boolean;
}

/** What one pack makes of the document. */
export interface PackWorking {
  /** Id of the pack. */
  readonly pack: string;
  readonly coverage: CoverageReport;
  readonly verdict: Verdict;
  /** All sections of the document, as this pack judges them. */
  readonly judged: readonly SectionReport[];
  readonly conditions: VerdictConditions;
  readonly thresholds: Thresholds["verdict"];
  /** Words of the expected sections that were read, as coverage weighs them. */
  readonly words: { readonly expected: number; readonly covered: number; readonly review: number };
  /** Of the sections that were asked for, by id. */
  readonly sections: ReadonlyMap<string, SectionWorking>;
}

export interface DocumentWorking {
  readonly document: DocumentReport;
  /** In the order of the packs; the first is the one whose figures the report shows as the document's. */
  readonly packs: readonly PackWorking[];
}
