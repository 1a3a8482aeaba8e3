// What was found out about one requirement.
import type { RequirementStatus } from "../../model/report.ts";
import type { RequirementRule } from "../../model/rule.ts";
import type { EvidenceFinding } from "../judgement.ts";

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
  /** Why it does not apply: its condition does not hold, or too little of the document was read to call it unmet. */
  readonly because: "condition" | "unread" | null;
}
