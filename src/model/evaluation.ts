// How well the rules judge labelled text: the figures of `genomlys evaluate`. Plain JSON, like the report.
import type { PackReport, SectionStatus } from "./report.ts";

/** A share with its 95 % interval (Wilson); all null when there was nothing to take a share of. */
export interface Proportion {
  readonly right: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A figure that is no share, with its 95 % interval; all null when it is not defined. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far a yes or no of the tool agrees with the label. */
export interface Agreement {
  /** Passages that carry the label at all. */
  readonly passages: number;
  /** Passages labelled yes. */
  readonly yes: number;
  readonly precision: Proportion;
  readonly recall: Proportion;
  readonly f1: Estimate;
}

export interface LevelAgreement {
  readonly passages: number;
  /** Rows are the labels 0–4, columns what the tool said. */
  readonly confusion: readonly (readonly number[])[];
  /** Quadratic weighted kappa. */
  readonly kappa: Estimate;
  readonly exact: Proportion;
  readonly withinOne: Proportion;
}

export interface Scores {
  readonly passages: number;
  readonly present: Agreement;
  readonly missing: Agreement;
  readonly expected: Agreement;
  readonly level: LevelAgreement;
  /** Of the passages that set a trap, those that are rightly present or not. */
  readonly traps: Proportion;
}

/** Working behind one sentence: what was found in it and what came of that. */
export interface SentenceWorking {
  readonly text: string;
  readonly level: number;
  readonly evidence: readonly FoundWords[];
  /** Evidence that does not count: why stands in `because` ("trap:<slug>", "weak", "wide"). */
  readonly discounted: readonly FoundWords[];
  readonly traps: readonly FoundWords[];
  /** What lifts or lowers the level: classes of signals with their words. */
  readonly signals: readonly FoundWords[];
  /** Each step of the level, from the first: what gave it, or what was looked for and is not there. None without evidence. */
  readonly steps: readonly LevelStep[];
}

/** One step of the scale, for one sentence. */
export interface LevelStep {
  readonly level: 1 | 2 | 3 | 4;
  readonly reached: boolean;
  /** What gave the step, or what held it back (a word that softens, a trap that caps). */
  readonly by: readonly FoundWords[];
  /** Classes of signals that could have given it and are absent; empty when the step is reached. */
  readonly absent: readonly string[];
}

export interface FoundWords {
  readonly rule: string;
  readonly text: string;
  /** Strength of evidence, effect of a trap, class of a signal, reason of what is discounted. */
  readonly because: string;
}

/** Working behind the judgement of one section. */
export interface SectionWorking {
  readonly role: string;
  readonly because: readonly string[];
  /** Words that make the perspective expected, by class ("people: elever, barn"). */
  readonly expectations: readonly FoundWords[];
  readonly sentences: readonly SentenceWorking[];
}

/** What a label says of a passage or section; what it does not say is not measured. */
export interface GoldLabel {
  readonly level?: number | undefined;
  readonly present?: boolean | undefined;
  readonly expected?: boolean | undefined;
}

export interface WrongPassage {
  readonly id: string;
  /** File and line of the label. */
  readonly place: string;
  readonly trap: string | null;
  readonly gold: GoldLabel;
  readonly found: { readonly level: number; readonly expected: boolean; readonly status: SectionStatus };
  readonly text: string;
  readonly working: SectionWorking;
}

export interface RuleScore {
  readonly rule: string;
  /** Passages that the rule gave credit to. */
  readonly credited: number;
  /** … of which the label says that the perspective is there. */
  readonly right: number;
}

export interface Evaluation {
  readonly schema: "genomlys-evaluation/1";
  readonly tool: { readonly name: "genomlys"; readonly version: string };
  readonly packs: readonly PackReport[];
  readonly gold: readonly { readonly path: string; readonly sha256: string; readonly passages: number }[];
  readonly passages: number;
  /** Sections of whole documents that were not found, and documents that could not be read: not in the figures. */
  readonly lost: readonly { readonly place: string; readonly what: string }[];
  readonly scores: Scores;
  /** Passages that the tool leaves to a person. */
  readonly review: Proportion;
  /** A plain search for keywords on the same passages; null when no pack names keywords. */
  readonly keywords: Scores | null;
  readonly byType: Readonly<Record<string, Scores>>;
  readonly byTrap: Readonly<Record<string, Proportion>>;
  /** The rules that gave credit, those with most wrong credit first. */
  readonly byRule: readonly RuleScore[];
  /** Demanded bars and whether they were met. */
  readonly bars: readonly {
    readonly name: string;
    readonly demand: "min" | "max";
    readonly limit: number;
    readonly value: number | null;
    readonly met: boolean;
  }[];
  /** Only when asked for. */
  readonly errors?: readonly WrongPassage[];
}
