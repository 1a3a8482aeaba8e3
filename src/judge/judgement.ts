// What judging makes of a document: opinions with the facts they rest on, before any number is put on the whole.
import type { Document, Section } from "../model/document.ts";
import type { ExpectationReason, Level, RequirementStatus, SectionStatus } from "../model/report.ts";
import type {
  ChainLink,
  EvidenceRule,
  FlagName,
  RemedyRule,
  RequirementRule,
  Strength,
} from "../model/rule.ts";
import type { Span } from "../model/span.ts";
import type { RecognisedType } from "./document-type.ts";
import type { TokenRange } from "./passages.ts";
import type { RoleOrigin } from "./section-role.ts";

/** One piece of evidence: the best match of a sentence for a rule. */
export interface EvidenceFinding {
  readonly rule: EvidenceRule;
  /** Of the rule, and of the rules whose matches it covers. */
  readonly policyGoals: readonly number[];
  readonly strength: Strength;
  readonly level: Level;
  readonly chain: ChainLink | "framing";
  readonly span: Span;
  readonly sentence: Span;
  /** The sentence stands word for word in many documents of the run. */
  readonly standard: boolean;
}

export interface DiscountedFinding {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  readonly sentence: Span;
}

export interface GapFinding {
  readonly remedy: RemedyRule;
  /** The sentence that the gap rests on, normalised; "" for a whole section. */
  readonly sentence: string;
  readonly span: Span;
}

export interface SectionJudgement {
  readonly section: Section;
  readonly span: Span;
  readonly role: string;
  readonly roleOrigin: RoleOrigin;
  /** Nothing is expected here, and what is found does not count. */
  readonly quiet: boolean;
  readonly framing: boolean;
  readonly words: number;
  readonly expected: boolean;
  readonly because: readonly ExpectationReason[];
  readonly level: Level;
  readonly status: SectionStatus;
  readonly chain: readonly ChainLink[];
  readonly flags: readonly FlagName[];
  readonly evidence: readonly EvidenceFinding[];
  readonly discounted: readonly DiscountedFinding[];
  readonly gaps: readonly GapFinding[];
  readonly reviewTerms: readonly string[];
  readonly neighbours: readonly string[];
  /** Words of evidence in the section's own heading. */
  readonly headingWords: readonly string[];
  /** Tokens that say nothing of what the section is about ("kostnad per elev" counts no pupils). */
  readonly silent: readonly TokenRange[];
}

/** What was found out about one requirement. */
export interface RequirementFinding {
  readonly rule: RequirementRule;
  readonly status: RequirementStatus;
  readonly evidence: readonly EvidenceFinding[];
  /** Ids of the sections that were searched. */
  readonly searched: readonly string[];
  /** Id of the section where it stands, or ought to stand; null for the document itself. */
  readonly section: string | null;
  /** Ids of sections, of those searched, where it is lacking; only for requirements on a share of the sections. */
  readonly lacking: readonly string[];
  /** Ids of sections, of those searched, that a person has to read before "unmet" is certain. */
  readonly review: readonly string[];
  /**
   * Why it does not apply: its condition does not hold, too much of the text is unread or damaged to call it unmet, or the
   * document may be of another type.
   */
  readonly because: "condition" | "unread" | "type" | null;
}

/** What one pack makes of a document. */
export interface PackJudgement {
  readonly sections: readonly SectionJudgement[];
  readonly requirements: readonly RequirementFinding[];
}

/** The judgement of a document: what the first pack makes of it, and beside it what the others do. */
export interface Judgement extends PackJudgement {
  readonly document: Document;
  readonly type: RecognisedType;
  readonly words: number;
  /** The other packs, in order. Each judges as if it were alone; only the document and its type are shared. */
  readonly beside: readonly PackJudgement[];
}
