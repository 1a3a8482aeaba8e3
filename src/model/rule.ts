// Rules as data: what a rule pack holds after it has been read and checked. No rule knows how it is matched.

/** A text in the two interface languages. */
export interface LocalText {
  readonly sv: string;
  readonly en: string;
}

export const chainLinks = ["analysis", "goal", "action", "resource", "responsibility", "followUp"] as const;
/** A link of the steering chain (styrkedjans led), handbook §3.6. */
export type ChainLink = (typeof chainLinks)[number];

export const stages = ["strategy", "budget", "plan", "decision", "followUp"] as const;
/** Where a kind of document stands in the steering: what is decided in one stage is to be found again in the next. */
export type Stage = (typeof stages)[number];

export const trapEffects = ["remove", "cap", "keep"] as const;
/** What a trap does to evidence in its reach: it does not count, counts as level 1 at most, or counts against other traps. */
export type TrapEffect = (typeof trapEffects)[number];

export const strengths = ["strong", "medium", "weak"] as const;
export type Strength = (typeof strengths)[number];

/** Where a condition looks: so many words to each side of the match, its sentence, block or section, or the heading above. */
export type Reach = number | "sentence" | "block" | "heading" | "section";

/** Something of `any` (rule ids or tags) must stand within reach, and all that `also` asks for must hold too. */
export interface Condition {
  readonly any: readonly string[];
  readonly within: Reach;
  readonly also?: readonly Condition[];
}

export const signalNames = [
  // What lifts a passage from "named" to "described" (handbook §3.5).
  "quantity",
  "comparison",
  "cause",
  "difference",
  "need",
  // What makes it steering, and what only sounds so.
  "steering",
  "assignment",
  "goalWord",
  "actionLabel",
  "soft",
  "wish",
  "past",
  // What binds it.
  "indicator",
  "target",
  "baseline",
  "deadline",
  "responsible",
  "money",
  "followUp",
  "outcome",
  "interval",
  // What is bound by its effect alone: that people were taught says nothing of what became of it.
  "training",
  // What ties a sentence to the one before or begins a clause of its own, and what leaves a text open.
  "continuation",
  "newClause",
  "placeholder",
  "reason",
  // What a waiver is made of: a proposal or decision that is assessed, and a word for its effects.
  "matter",
  "effect",
] as const;
export type SignalName = (typeof signalNames)[number];

export const expectationNames = [
  "people",
  "statistics",
  "goal",
  "action",
  "resource",
  "followUp",
  "topic",
  "things",
] as const;
/** What makes a reader look for the perspective (handbook §5); `things` is what speaks against it. */
export type ExpectationName = (typeof expectationNames)[number];

export const flagNames = [
  "forewordOnly",
  "singleSex",
  "waiver",
  "waiverMotivated",
  "trainingOnly",
  "representationOnly",
  "transformative",
  "instrumental",
  "damagedText",
  "standardText",
  "neutralising",
] as const;
export type FlagName = (typeof flagNames)[number];

interface RuleBase {
  /** a–z, digits and hyphens; unique in the pack. */
  readonly id: string;
  /** The entry of the domain handbook it comes from ("L058", "T-12"), kept so that a judgement can be traced. */
  readonly handbook?: string;
  readonly title?: string;
  /** Words that conditions of other rules may name, beside the rule's own id. */
  readonly tags: readonly string[];
  /** Literal terms in the pattern language (docs/rules.md); never regular expressions. */
  readonly terms: readonly string[];
  /** Terms that must not be taken for this rule ("jämställdhetsmyndighet" for "jämställdhets*"). */
  readonly except: readonly string[];
  readonly examples: { readonly hit: readonly string[]; readonly miss: readonly string[] };
}

/** A term that, found in running text, counts as gender perspective. */
export interface EvidenceRule extends RuleBase {
  readonly kind: "evidence";
  readonly strength: Strength;
  /** The net: "strict" gives credit, "wide" only keeps a section from being called missing. */
  readonly net: "strict" | "wide";
  readonly policyGoals: readonly number[];
  /** Level the term gives by itself: 2 when the word itself describes a difference or a split. */
  readonly level: 1 | 2;
  /** Which sex the word names, if any. */
  readonly sex?: "women" | "men" | "both";
  readonly flags: readonly FlagName[];
  /** Counts only when this holds. */
  readonly requires?: Condition;
  /** Does not count when this holds. */
  readonly unless?: Condition;
  /** Is strong when this holds. */
  readonly strongWith?: Condition;
}

/** A pattern that only looks like evidence (handbook §6). */
export interface TrapRule extends RuleBase {
  readonly kind: "trap";
  readonly slug: string;
  /** remove: the evidence is no evidence. cap: it gives level 1 at most. keep: it stays, whatever other traps say. */
  readonly effect: TrapEffect;
  /** Level that evidence under a "keep" trap has at least (a diagnosis that the perspective is missing is level 2). */
  readonly level?: 1 | 2;
  /** Which evidence is touched: what overlaps the trap itself, or all in the sentence, block or section. */
  readonly reach: "match" | "sentence" | "block" | "section";
  /** Rule ids or tags of the evidence that is touched; [] is all. */
  readonly affects: readonly string[];
  /** Fires only when at least so many different terms of the rule stand within `window` words. */
  readonly min: number;
  readonly window: number;
  readonly requires?: Condition;
  readonly unless?: Condition;
  readonly flags: readonly FlagName[];
  /** A section where this fires is expected to hold the perspective (a waiver, an empty heading). */
  readonly expected: boolean;
}

export interface SignalRule extends RuleBase {
  readonly kind: "signal";
  readonly signal: SignalName;
}

/** A word that makes the perspective expected: a group of people, a statistic, a goal … */
export interface ExpectationRule extends RuleBase {
  readonly kind: "expectation";
  readonly expects: ExpectationName;
  /** 1 is a full hit; less for words that are often used in other senses. */
  readonly weight: number;
  readonly sector?: string;
}

/** What a section is, from its heading and, failing that, its text. `terms` are matched against the heading. */
export interface RoleRule extends RuleBase {
  readonly kind: "role";
  readonly role: string;
  readonly label: LocalText;
  /** No perspective is to be expected here (handbook §5.4). */
  readonly quiet: boolean;
  /** Foreword, vision, values: evidence here does not carry a verdict. */
  readonly framing: boolean;
  /** Sections under one with this role have it too, unless their own heading says otherwise ("Not 3" among the notes). */
  readonly inherits: boolean;
  readonly chain?: ChainLink;
  /** Terms looked for in the text of the section, for sections whose heading says nothing. */
  readonly body: readonly string[];
  /** The role holds when so many different body terms are found … */
  readonly bodyMin: number;
  /** … and they stand at least this often per 100 words. */
  readonly bodyDensity: number;
  /** Where sections with the role hold this share of the words, the document is of that kind throughout. 0: never. */
  readonly throughout: number;
}

export interface DocumentTypeRule extends RuleBase {
  readonly kind: "documentType";
  readonly label: LocalText;
  /** Terms looked for in the headings, one point each; `terms` are looked for in title (3) and file name (2). */
  readonly headings: readonly string[];
  readonly stage?: Stage;
}

/** What to say about a gap (handbook §8). The first remedy, in file order, whose conditions hold is used. */
export interface RemedyRule extends Omit<RuleBase, "terms" | "except"> {
  readonly kind: "remedy";
  readonly severity: "high" | "medium" | "low";
  readonly when: {
    readonly status: "missing" | "review" | "present";
    /** All named conditions must hold; each holds when one of its values is there. */
    readonly expectations: readonly ExpectationName[];
    readonly rules: readonly string[];
    /** None of these rules may have been found. */
    readonly without: readonly string[];
    readonly traps: readonly string[];
    readonly flags: readonly FlagName[];
    readonly chain: readonly ChainLink[];
    readonly types: readonly string[];
    readonly levelAtMost: number;
  };
  readonly message: LocalText;
  readonly question: LocalText;
  readonly recommendation: LocalText;
  readonly source: string;
}

/** Which sections a requirement is about: those that fulfil at least one of the named conditions. None named: all. */
export interface RequirementPlace {
  /** Terms in the heading of the section or of one above it. */
  readonly headings: readonly string[];
  /** Terms in a heading that keep the section, and those below it, out. */
  readonly notHeadings: readonly string[];
  /** Terms in the text. Of a section found by its text alone only the paragraphs that hold one of them are searched. */
  readonly terms: readonly string[];
  /** So many of `terms` must stand in a section for it to be found by its text. */
  readonly termsMin: number;
  readonly roles: readonly string[];
  readonly chain: readonly ChainLink[];
  /** Each entry names classes, ids or tags, "a|b" any of them; all entries must stand in one sentence or table row. */
  readonly together: readonly string[];
  /** Only sections where the perspective is expected or present. */
  readonly expected: boolean;
  /** Only sections with a sentence or table row that holds all of these, named as in `together`; [] is any section. */
  readonly holding: readonly string[];
  /** Forewords, visions and reservations count too. */
  readonly framing: boolean;
}

/** Something that fulfils a requirement, or a part of it. All that is named must hold. */
export interface RequirementPart {
  /** Ids or tags of evidence rules; [] is any evidence. */
  readonly evidence: readonly string[];
  /** Ids or tags of evidence that is not enough. */
  readonly not: readonly string[];
  readonly policyGoals: readonly number[];
  /** Level that the evidence reaches at least. */
  readonly level: number;
  readonly sex?: "women" | "men";
  readonly chain: readonly ChainLink[];
  /** Each entry names signals or other rules, "a|b" any of them; all entries must stand within reach of the evidence. */
  readonly company: readonly string[];
  /** Terms of which `nearMin` must stand within reach. */
  readonly near: readonly string[];
  readonly nearMin: number;
  /** Terms that must not stand in the sentence of the evidence. */
  readonly without: readonly string[];
  /** Which text around the evidence `company` and `near` look at. A table row is read with the row that names the columns. */
  readonly reach: "sentence" | "block" | "section";
  /** Flags of which the section has one; a part that names flags, traps or `bare` needs no evidence. */
  readonly flags: readonly FlagName[];
  /** Traps that make the section expected, by slug ("waiver", "heading-only"). */
  readonly traps: readonly string[];
  /** Flags of which the section has none. */
  readonly notFlags: readonly FlagName[];
  /** A sentence with what `company` and `near` ask for is enough, without evidence. */
  readonly bare: boolean;
  /** Look in the whole document, not only where the requirement is about. */
  readonly anywhere: boolean;
  /** In so many sections … */
  readonly sections: number;
  /** … and so many different sentences … */
  readonly sentences: number;
  /** … or in this share (0..1) of the sections, or chapters, that the requirement is about. */
  readonly share?: number;
  readonly per: "section" | "chapter";
}

/** What a document of a type should hold, or must not hold (handbook §7). */
export interface RequirementRule extends Omit<RuleBase, "terms" | "except" | "title"> {
  readonly kind: "requirement";
  /** What the requirement asks for, as a statement that is true when it is met. */
  readonly title: LocalText;
  /** Document type ids; [] is every type. */
  readonly types: readonly string[];
  readonly severity: "high" | "medium" | "low";
  readonly within: RequirementPlace;
  readonly when: {
    /** Applies only to a document with a section that `within` names. */
    readonly place: boolean;
    /** Of a document with such a section nothing is asked of its expected sections. */
    readonly placeEnough: boolean;
    /** Applies only to a document with so many sections where the perspective is expected. */
    readonly expectedSections: number;
    /** … which hold at least this share (0..1) of the words of all sections that are no quiet zones. */
    readonly expectedShare: number;
    /** Terms of headings: for the two above, the sections under them are left out. */
    readonly notUnder: readonly string[];
    /** Terms of titles and file names of documents to which it does not apply. */
    readonly notTitles: readonly string[];
    /** Applies only when this is found, anywhere. */
    readonly found: readonly RequirementPart[];
  };
  /** What fulfils it; so many of the parts must hold. */
  readonly expect: readonly RequirementPart[];
  readonly expectAtLeast: number;
  /** One of these makes it "partly"; so does a part of `expect` when more are needed. */
  readonly partly: readonly RequirementPart[];
  /** What `expect` describes must not be there. */
  readonly absence: boolean;
  readonly message: LocalText;
  /** What to say instead of `message` when the requirement is partly met. */
  readonly partlyMessage?: LocalText;
  readonly question: LocalText;
  readonly recommendation: LocalText;
  readonly source: string;
}

export type Rule =
  | EvidenceRule
  | TrapRule
  | SignalRule
  | ExpectationRule
  | RoleRule
  | DocumentTypeRule
  | RemedyRule
  | RequirementRule;

/** Words that terms can name in braces: `{kvinnor}`. */
export interface WordSet {
  readonly id: string;
  readonly words: readonly string[];
}

export interface PolicyGoal {
  readonly id: number;
  readonly title: LocalText;
  readonly enabled: boolean;
}

/** Numbers that turn counts into statuses and verdicts (design §4, handbook §3.3). */
export interface Thresholds {
  readonly verdict: {
    readonly expectedSectionsAtLeast: number;
    readonly readShareAtLeast: number;
    readonly clearCoverage: number;
    readonly missingCoverage: number;
    readonly confinedConcentration: number;
  };
  readonly expectation: {
    /** Weighted hits of people words that make a section one about people … */
    readonly peopleHits: number;
    /** … or so many words per hit. */
    readonly wordsPerPeopleHit: number;
    readonly statisticsHits: number;
    readonly steeringHits: number;
    /** Sections with fewer words are judged only when they hold evidence or a trap that makes them expected. */
    readonly wordsAtLeast: number;
  };
  readonly level: {
    /** Words between a term of the perspective and the figure, comparison or cause that lifts it to level 2. */
    readonly describingWithin: number;
    /** Sentences after a steering sentence in which its indicator, deadline or money may stand. */
    readonly bindingSentences: number;
    /** A longer section whose only evidence is one sentence at level 1 is marked as such. */
    readonly punctualWords: number;
  };
}

export interface RulePack {
  /** Folder that it was read from: for finding a rule again, never for a report. */
  readonly folder: string;
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  /** SHA-256 over the names and bytes of the pack's files. */
  readonly sha256: string;
  readonly policyGoals: readonly PolicyGoal[];
  readonly thresholds: Thresholds;
  readonly wordSets: readonly WordSet[];
  readonly rules: readonly Rule[];
}
