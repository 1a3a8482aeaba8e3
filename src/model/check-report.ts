// What a check adds to a report: which bars were demanded and met, which findings are new, suppressed or failing. Part of
// the report's contract (docs/report.md): all of it is left out where nothing was checked.
import type { Location } from "./location.ts";

/** Where a suppression stands: a comment in the document, or the configuration. The words are those of SARIF 2.1.0. */
export const suppressionKinds = ["inSource", "external"] as const;
export type SuppressionKind = (typeof suppressionKinds)[number];

/** On a finding: why it does not count. */
export interface SuppressedReport {
  readonly kind: SuppressionKind;
  readonly reason: string;
  readonly owner?: string;
  /** Last day of it, "2027-01-31". */
  readonly until?: string;
}

/** "expired": its last day has passed, and what it named counts again. "unused": it names no finding. */
export const suppressionStates = ["used", "unused", "expired"] as const;
export type SuppressionState = (typeof suppressionStates)[number];

/** A suppression, whether or not it still suppresses anything. */
export interface SuppressionReport extends SuppressedReport {
  readonly state: SuppressionState;
  /** How many findings it suppresses. */
  readonly findings: number;
  /** What it names, as written: fingerprint, or rule, path and section; "" for what it does not name. */
  readonly names: {
    readonly fingerprint: string;
    readonly rule: string;
    readonly path: string;
    readonly section: string;
  };
  /** Of a comment: where it stands in the document, and the id of the section that it is about. */
  readonly location?: Location;
  readonly section?: string;
  /** Of the configuration: the file as messages call it, and the line from 1. */
  readonly where?: { readonly path: string; readonly line: number };
}

/**
 * Was the finding there before: when the baseline was made, or in the version at the git ref? The words are those of SARIF
 * 2.1.0. Only where a baseline or `--changed-since` was used.
 */
export const baselineStates = ["new", "unchanged"] as const;
export type BaselineState = (typeof baselineStates)[number];

/** On a gap or a requirement that is not met. */
export interface FindingMarks {
  /** Only when it is suppressed; then it never fails a check. */
  readonly suppressed?: SuppressedReport;
  /** Only where a baseline or `--changed-since` was used. */
  readonly baseline?: BaselineState;
  /** Only when true: a bar of the check is missed because of this finding. */
  readonly failing?: boolean;
}

export const barNames = [
  "min-coverage",
  "min-level",
  "max-gaps",
  "require",
  "missing",
  "review",
  "unmet",
  "waiver",
  "notice",
  "lost",
] as const;
/** A bar by its option; those of `--fail-on` by what they fail on. */
export type BarName = (typeof barNames)[number];

/**
 * "notApplicable": nothing in the document can be held against the bar (no section is expected, the requirement is one of
 * another type). "notJudged": too little of the document was read to say that the bar is missed.
 */
export const barOutcomes = ["met", "missed", "notApplicable", "notJudged"] as const;
export type BarOutcome = (typeof barOutcomes)[number];

export interface BarReport {
  readonly bar: BarName;
  readonly outcome: BarOutcome;
  /** What is demanded: per cent for coverage, a level from 0 to 4, otherwise the highest number of findings. */
  readonly wanted: number;
  /** What there is, in the same unit; null when there is nothing to measure. */
  readonly found: number | null;
  /** Of `require`: the requirement's id. */
  readonly requirement?: string;
  /** Fingerprints of the findings that count against the bar: gaps, requirements and losses. */
  readonly findings: readonly string[];
  /** What was missed and by how much, in the language of the report. */
  readonly message: string;
}

/**
 * "failed": at least one bar is missed. "notJudged": none is missed, but of one it cannot be said. "notChecked": no bar is
 * set for a document of this type.
 */
export const checkOutcomes = ["passed", "failed", "notJudged", "notChecked"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** A finding of the baseline that is no longer there. */
export interface FixedReport {
  readonly fingerprint: string;
  readonly rule: string;
  /** Headings down to the section, joined by " > "; "" for the document itself. */
  readonly section: string;
}

/**
 * What a change can take away. "lost-section": all evidence of a section; "lost-document": a document with what it held. The
 * others: all that the document had of one link of the steering chain, "lost-goal" its only goal for instance.
 */
export const lossRules = [
  "lost-analysis",
  "lost-goal",
  "lost-action",
  "lost-resource",
  "lost-responsibility",
  "lost-follow-up",
  "lost-section",
  "lost-document",
] as const;

/** Something that a change took away: it stood in the document at the git ref, and stands nowhere in it now. */
export interface LossReport extends FindingMarks {
  readonly fingerprint: string;
  /** One of `lossRules`; of other packs than the first with the pack before it ("barnratt/lost-goal"). */
  readonly rule: string;
  readonly severity: "high" | "medium";
  /** Id of the section that lost it; null when the section is gone, too. */
  readonly section: string | null;
  /** Where that section stands now; null when it is gone. */
  readonly location: Location | null;
  readonly message: string;
  readonly question: string;
  readonly recommendation: string;
}

/** A document that was there at the git ref, held the perspective, and is gone; of a section or a place nothing can be said. */
export interface LostDocumentReport extends Omit<LossReport, "section" | "location"> {
  /** Where it stood, as the paths of the other documents are written. */
  readonly path: string;
}

/** What the check says of one document. */
export interface DocumentCheckReport {
  readonly outcome: CheckOutcome;
  readonly bars: readonly BarReport[];
  /** One line: what failed and by how much; what is demanded when all is met. */
  readonly message: string;
  /** Only where a baseline was used: what it holds and the document no longer has. */
  readonly fixed?: readonly FixedReport[];
  /** Only with `--changed-since`: what the document was called at the git ref; null where it was not there or not readable. */
  readonly before?: string | null;
  /** Only where it was compared with the version at the git ref: what the change took away. */
  readonly lost?: readonly LossReport[];
}

/** What the check says of the run. */
export interface CheckReport {
  readonly outcome: Exclude<CheckOutcome, "notChecked">;
  readonly documents: Readonly<Record<CheckOutcome, number>>;
  /** Only where a baseline was used. */
  readonly baseline?: {
    /** As it was named. */
    readonly path: string;
    readonly new: number;
    readonly unchanged: number;
    readonly fixed: number;
    /** Documents that the baseline holds and that are no longer there. */
    readonly gone: readonly string[];
  };
  /** Only with `--changed-since`. */
  readonly changedSince?: {
    /** The git ref as it was given. */
    readonly ref: string;
    /** Documents that were named and have not changed since: they are not in the report. */
    readonly unchanged: number;
    /** Documents that were there at the ref and are not there now. */
    readonly removed: readonly string[];
    /** Those of them that held the perspective, and whose words stand in no other document of the change; left out for none. */
    readonly lost?: readonly LostDocumentReport[];
  };
  /** The suppressions that name no finding, or whose last day has passed, make the check fail. */
  readonly failOnUnusedSuppressions: boolean;
}
