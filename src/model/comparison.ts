// What has changed between two reports: the result of a comparison, and all that its formats may show. Plain JSON.
import type { DocumentReport, EvidenceReport, GapReport, Report, SectionReport } from "./report.ts";
import type { RequirementStatus } from "./report.ts";

/** What sections were recognised by: their text, or only what a saved report tells of them (heading, evidence, words). */
export type AlignedBy = "text" | "report";

export const sectionMoves = ["renumbered", "renamed", "moved", "split", "merged"] as const;
export type SectionMove = (typeof sectionMoves)[number];

/**
 * How the judgement of a section changed.
 *   deeper, shallower   the perspective is there now, or at a higher level; the other way round
 *   other               to or from a state without a level: to judge, unread, not expected
 *   added, removed      there is no such section in the other version
 */
export const sectionChanges = ["deeper", "shallower", "same", "other", "added", "removed"] as const;
export type SectionChange = (typeof sectionChanges)[number];

export type ComparedSection = Pick<
  SectionReport,
  "id" | "number" | "heading" | "under" | "depth" | "location" | "words" | "level" | "status" | "expected"
>;

/** The same evidence in other words, or at another level. */
export interface RewordedEvidence {
  readonly before: EvidenceReport;
  readonly after: EvidenceReport;
}

/** Sections of the two versions that are one and the same: one of each, or more where it was split or merged. */
export interface SectionComparison {
  /** In their order; [] where the section is new. */
  readonly before: readonly ComparedSection[];
  /** [] where the section is gone. */
  readonly after: readonly ComparedSection[];
  readonly moves: readonly SectionMove[];
  readonly change: SectionChange;
  /** Share 0..1 of their text that they have in common; null when the text was not at hand. */
  readonly likeness: number | null;
  readonly gained: readonly EvidenceReport[];
  readonly lost: readonly EvidenceReport[];
  readonly reworded: readonly RewordedEvidence[];
}

export const closedReasons = ["answered", "removed", "review", "unread", "notExpected", "other"] as const;
/**
 * Why a gap is gone. Only "answered" is good news: the section is still there and has the perspective. "removed": the
 * section is gone with it; "review", "unread", "notExpected": it can no longer be said.
 */
export type ClosedReason = (typeof closedReasons)[number];

export const newReasons = ["added", "lost", "other"] as const;
/** Why a gap is new: in a section that was not there before, where the perspective was lost, or for another reason. */
export type NewReason = (typeof newReasons)[number];

/** A gap with the section it stands in, in the version that has it. */
export interface ComparedGap<Reason> {
  readonly gap: GapReport;
  readonly section: ComparedSection | null;
  readonly because: Reason;
}

export interface RequirementChange {
  readonly id: string;
  readonly title: string;
  /** null where the version was not asked for it (another type of document). */
  readonly before: RequirementStatus | null;
  readonly after: RequirementStatus | null;
}

/** A document of one side, without its sections. */
export type ComparedDocument = Pick<
  DocumentReport,
  | "path"
  | "sha256"
  | "status"
  | "title"
  | "pages"
  | "words"
  | "type"
  | "reading"
  | "scoreModel"
  | "coverage"
  | "verdict"
  | "flags"
  | "chain"
  | "policyGoals"
  | "notices"
>;

/** The first that held: the only documents of the two sides; same bytes; same path; same name but for numbers; same type. */
export const pairings = ["only", "content", "path", "name", "type"] as const;
export type Pairing = (typeof pairings)[number];

export interface DocumentComparison {
  readonly before: ComparedDocument;
  readonly after: ComparedDocument;
  readonly pairedBy: Pairing;
  /** Share 0..1 of the words of both that stand in sections which are in both. */
  readonly inCommon: number;
  /** null: too little in common to be versions of one document; then only figures are compared. */
  readonly sections: readonly SectionComparison[] | null;
  /** Pieces of evidence: kept as they were, reworded, moved to another section, gained, lost. */
  readonly evidence: {
    readonly kept: number;
    readonly reworded: number;
    readonly moved: number;
    readonly gained: number;
    readonly lost: number;
  };
  readonly gaps: {
    readonly kept: number;
    readonly closed: readonly ComparedGap<ClosedReason>[];
    readonly new: readonly ComparedGap<NewReason>[];
  };
  /** Those whose status changed. */
  readonly requirements: readonly RequirementChange[];
}

export interface Comparison {
  readonly schema: "genomlys-comparison/1";
  readonly tool: Report["tool"];
  readonly packs: Report["packs"];
  readonly labels: Report["labels"];
  readonly alignedBy: AlignedBy;
  /** What the two sides are called, as the user named them. */
  readonly before: { readonly name: string };
  readonly after: { readonly name: string };
  /** Documents that are in both, in the order of the second side. */
  readonly documents: readonly DocumentComparison[];
  readonly onlyBefore: readonly ComparedDocument[];
  readonly onlyAfter: readonly ComparedDocument[];
  /** Documents that could not be audited: nothing is said of them. */
  readonly unread: {
    readonly before: readonly ComparedDocument[];
    readonly after: readonly ComparedDocument[];
  };
}
