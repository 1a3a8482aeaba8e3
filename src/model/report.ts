// The result of an audit: all that any report format may show. Plain JSON, versioned, no clock, no host, no absolute path.
// The field names are a contract with other programs (docs/report.md); more may be added, none may change its meaning.
import type { CheckReport, DocumentCheckReport, FindingMarks, SuppressionReport } from "./check-report.ts";
import type { Format, TrackedChanges } from "./document.ts";
import type { Location } from "./location.ts";
import type { ChainLink, FlagName, LocalText, Stage, Strength, Thresholds } from "./rule.ts";

export const verdicts = ["clear", "partial", "confined", "missing", "notAssessed"] as const;
export type Verdict = (typeof verdicts)[number];

export const sectionStatuses = ["present", "missing", "review", "notExpected", "unread"] as const;
export type SectionStatus = (typeof sectionStatuses)[number];

export type Level = 0 | 1 | 2 | 3 | 4;
export type Severity = "high" | "medium" | "low";

/** The score model; scores of different versions are not compared. */
export const scoreModel = "genomlys-score/1";

export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface ExpectationReason {
  /** "expectation:<name>", "trap:<slug>", "evidence" or "topic:<rule>". */
  readonly rule: string;
  /** The words that were found, most frequent first, at most five. */
  readonly terms: readonly string[];
  readonly count: number;
}

export interface SectionReport {
  readonly id: string;
  readonly number: string | null;
  readonly heading: string;
  readonly path: readonly string[];
  /** Only where the document has the same number and heading elsewhere too: the heading above that tells it from them. */
  readonly under?: string;
  readonly depth: number;
  /** Role from the rules ("contents", "foreword", "budget" …), "body" when no rule knows it. */
  readonly role: string;
  readonly location: Location;
  /** Only where it is another than the document's. */
  readonly language?: string;
  readonly words: number;
  readonly expected: boolean;
  readonly because: readonly ExpectationReason[];
  readonly level: Level;
  readonly status: SectionStatus;
  readonly chain: readonly ChainLink[];
  /** Evidence here does not carry a verdict (foreword, vision …). */
  readonly framing: boolean;
  readonly flags: readonly FlagName[];
  /** Words of the wide net that keep the section from being called missing; only with status "review". */
  readonly reviewTerms: readonly string[];
  /** Neighbouring concepts that were found and do not count (jämlik, mångfald …). */
  readonly neighbours: readonly string[];
}

export interface EvidenceReport {
  readonly id: string;
  readonly rule: string;
  readonly section: string;
  readonly level: Level;
  readonly strength: Strength;
  readonly policyGoals: readonly number[];
  readonly chain: ChainLink | "framing";
  readonly location: Location;
  readonly excerpt: Excerpt;
  /** Fingerprint of its sentence by the words alone, the same in every document; none for a short sentence. */
  readonly sentence?: string;
  /** Only when true: the sentence stands word for word in many documents of the run, and gives level 1 at most. */
  readonly standardText?: boolean;
}

export interface DiscountedReport {
  readonly rule: string;
  /** "trap:<slug>", "repeated", "weak". */
  readonly reason: string;
  readonly section: string;
  readonly location: Location;
  readonly excerpt: Excerpt;
}

export const requirementStatuses = ["met", "partly", "unmet", "notApplicable"] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

export interface RequirementReport extends FindingMarks {
  /** Only when it is unmet or partly met; the same in every document. */
  readonly fingerprint?: string;
  /** As in the domain handbook: "K-MB-05". */
  readonly id: string;
  readonly rule: string;
  /** What it asks for. */
  readonly title: string;
  readonly status: RequirementStatus;
  readonly severity: Severity;
  /** Ids of evidence, the deepest first. */
  readonly evidence: readonly string[];
  /** Ids of the sections that were searched. */
  readonly searched: readonly string[];
  /** Id of the section where it stands or ought to stand; null for the document itself. */
  readonly section: string | null;
  /** Where that is; null for the document itself. */
  readonly location: Location | null;
  /** Ids of the sections where it is lacking, for a requirement on all sections of a kind. */
  readonly lacking: readonly string[];
  /** Ids of sections to judge: a person has to read them before "unmet" is certain. */
  readonly review: readonly string[];
  /**
   * Why it does not apply; null when it does. "unread": too little of the document was read to call it unmet. "type": it is
   * one of a type that the document may not be.
   */
  readonly because: "condition" | "unread" | "type" | null;
  /** What is lacking, what to ask and what to do; "" when it is met or does not apply. */
  readonly message: string;
  readonly question: string;
  readonly recommendation: string;
  readonly source: string;
}

export interface GapReport extends FindingMarks {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly section: string;
  readonly location: Location;
  readonly message: string;
  readonly question: string;
  readonly recommendation: string;
  readonly source: string;
}

export interface NoticeReport {
  readonly code: string;
  readonly message: string;
  /** What the user can do about it. */
  readonly hint: string;
  readonly location?: Location;
}

export interface ChainReport {
  readonly expected: number;
  readonly covered: number;
  /** Of the expected, those that a person has to read first: the link may be there. */
  readonly review: number;
  readonly level: Level;
}

export interface CoverageReport {
  /** Share of the expected sections that have evidence, weighted by their words; null when nothing was expected. */
  readonly share: number | null;
  /** The share as it would be if all sections to judge ("review") were covered. */
  readonly upTo: number | null;
  readonly byCount: number | null;
  readonly expected: number;
  readonly covered: number;
  readonly review: number;
  /** Mean level of the expected sections; null when nothing was expected. */
  readonly depth: number | null;
  /** Share of all evidence that stands in the densest section; null without evidence. */
  readonly concentration: number | null;
}

/** What a pack beside the first makes of a document; its evidence and gaps stand among the others, as "pack/rule". */
export interface BesideReport {
  /** Id of the pack. */
  readonly pack: string;
  readonly coverage: CoverageReport;
  readonly verdict: Verdict;
  readonly flags: readonly FlagName[];
  readonly chain: Readonly<Record<ChainLink, ChainReport>>;
  readonly sections: readonly Pick<
    SectionReport,
    "id" | "expected" | "level" | "status" | "chain" | "flags"
  >[];
}

/** What the list of the archive (`--manifest`) says of a document; each only when the list says it. */
export interface DocumentFacts {
  readonly organisation?: string;
  readonly year?: number;
  /** The list's own columns by their headings, all of them, "" for an empty cell. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface DocumentReport extends DocumentFacts {
  readonly path: string;
  readonly sha256: string;
  readonly format: Format | null;
  readonly status: "audited" | "unreadable" | "no-text";
  readonly title: string | null;
  /** Language of the text, "sv"; left out where it cannot be told, and in reports of earlier versions. */
  readonly language?: string;
  readonly pages: number | null;
  readonly words: number;
  readonly type: { readonly id: string; readonly confidence: number; readonly because: readonly string[] };
  readonly reading: {
    readonly share: number;
    readonly pagesWithoutText: readonly number[];
    readonly garbled: readonly number[];
    readonly recognised?: readonly number[];
    readonly engine: string;
    /** Only where the document has tracked changes. */
    readonly changes?: TrackedChanges;
  };
  readonly scoreModel: string;
  readonly coverage: CoverageReport;
  readonly verdict: Verdict;
  readonly flags: readonly FlagName[];
  readonly chain: Readonly<Record<ChainLink, ChainReport>>;
  /** Number of pieces of evidence per policy goal. */
  readonly policyGoals: Readonly<Record<string, number>>;
  readonly sections: readonly SectionReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly discounted: readonly DiscountedReport[];
  readonly requirements: readonly RequirementReport[];
  readonly gaps: readonly GapReport[];
  readonly notices: readonly NoticeReport[];
  /** Only when several packs were used: all but the first, whose results the fields above are. */
  readonly beside?: readonly BesideReport[];
  /** Suppressions in comments of the document; only when there are any. */
  readonly suppressions?: readonly SuppressionReport[];
  /** Only when bars were demanded. */
  readonly check?: DocumentCheckReport;
}

export interface PackReport {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly title: LocalText;
  /** What decided the verdicts; not in reports of earlier versions. */
  readonly thresholds?: Thresholds["verdict"];
}

/** A sentence that stands word for word in many documents of one type. */
export interface StandardTextReport {
  /** As `sentence` of evidence. */
  readonly sentence: string;
  /** Document type. */
  readonly type: string;
  /** Documents of the type that hold it as evidence. */
  readonly documents: number;
  readonly text: string;
}

/** A sentence that minutes have from the report behind them, or the other way round. */
export interface SharedTextReport {
  /** As `sentence` of evidence. */
  readonly sentence: string;
  readonly text: string;
  /** Paths of the documents that hold it as evidence, of different types, in the order of the report. */
  readonly documents: readonly string[];
  /** Pieces of evidence for each policy goal in all of these documents but the first: what a sum counts twice. */
  readonly policyGoals: Readonly<Record<string, number>>;
}

/** What documents were judged by. */
export interface Origin {
  readonly tool: Report["tool"];
  readonly packs: readonly PackReport[];
}

/** A file with the very content of an earlier one: it was audited there and is counted there. */
export interface DuplicateReport extends DocumentFacts {
  readonly path: string;
  readonly sha256: string;
  /** Path of the first file with this content. */
  readonly duplicateOf: string;
}

/** The line of such a file in JSON lines. */
export interface DuplicateLine extends DuplicateReport {
  readonly shard?: DocumentLine["shard"];
}

/** What several documents come to together. */
export interface GroupReport {
  /** What they have in common: an organisation, a year, a type's id, the cell of an own column; null for those without. */
  readonly value: string | null;
  readonly documents: number;
  readonly audited: number;
  readonly failed: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Over all sections of the documents together, as if they were one. */
  readonly coverage: Omit<CoverageReport, "concentration">;
  readonly gaps: number;
  readonly requirements: Readonly<Record<Exclude<RequirementStatus, "notApplicable">, number>>;
}

/** The documents of a report grouped by one thing (`--group-by`). */
export interface GroupingReport {
  /** "organisation", "year", "type", or the heading of an own column. */
  readonly by: string;
  readonly groups: readonly GroupReport[];
}

/** What it takes to judge a document again once the boilerplate of all parts of an archive is known. */
export interface AgainReport {
  readonly lang: "sv" | "en";
  /** As it was asked for: a type's id, or "auto". */
  readonly type: string;
  /** Who gave the type, when it was not the option --type. */
  readonly typeFrom?: string;
  /** How it was read, where that is not as usual. */
  readonly read?: Readonly<Record<string, unknown>>;
  /** The smallest hashes of its paragraphs, sorted: they tell versions of one document from documents of their own. */
  readonly sketch: readonly number[];
}

/** One line of JSON lines, which have no head: a document with what it was judged by; not in lines of earlier versions. */
export interface DocumentLine extends DocumentReport, Partial<Origin> {
  /** What it was judged under, as a hash: the code, the rules, how it was read. The same where the result is the same. */
  readonly conditions?: string;
  /** Only in a part of an archive (`--shard`): which part, and the place of its file in the whole archive, from 1. */
  readonly shard?: { readonly part: number; readonly parts: number; readonly position: number };
  /** Only where the document has sentences that could be boilerplate. */
  readonly again?: AgainReport;
}

/** A document that was named but left out by the configuration. */
export interface IgnoredReport {
  readonly path: string;
  readonly reason: string;
  /** Last day of it, "2027-01-31"; null when it has no end. */
  readonly until: string | null;
}

export interface Report {
  readonly schema: "genomlys-report/1";
  readonly tool: { readonly name: "genomlys"; readonly version: string };
  readonly packs: readonly PackReport[];
  /** Names of roles, document types and policy goals, so that a report can be rendered without the packs. */
  readonly labels: {
    readonly roles: Readonly<Record<string, LocalText>>;
    readonly types: Readonly<Record<string, LocalText>>;
    readonly policyGoals: Readonly<Record<string, LocalText>>;
    /** Document type → its place in the steering, for those that have one; not in reports of earlier versions. */
    readonly stages?: Readonly<Record<string, Stage>>;
  };
  readonly summary: {
    readonly documents: number;
    readonly audited: number;
    readonly failed: number;
    readonly verdicts: Readonly<Record<Verdict, number>>;
  };
  readonly documents: readonly DocumentReport[];
  /** Only when there are any: files with the content of one of the documents. */
  readonly duplicates?: readonly DuplicateReport[];
  /** Only when groups were asked for. */
  readonly groupings?: readonly GroupingReport[];
  /** Only when there are any: those in most documents first. */
  readonly standardText?: readonly StandardTextReport[];
  /** Only when there are any, in the order of the documents. */
  readonly sharedText?: readonly SharedTextReport[];
  /** Only when there are any. */
  readonly ignored?: readonly IgnoredReport[];
  /** Suppressions in the configuration; only when there are any. */
  readonly suppressions?: readonly SuppressionReport[];
  /** Only when bars were demanded. */
  readonly check?: CheckReport;
}
