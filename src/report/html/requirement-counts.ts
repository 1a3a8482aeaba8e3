// How many of a document's requirements can be met, and how many are.
import type { DocumentReport, RequirementStatus } from "../../model/report.ts";

export interface RequirementCounts {
  /** Those that apply. */
  readonly all: number;
  readonly met: number;
  readonly partly: number;
}

/** Those that do not apply are not counted in `all`. */
export function countRequirements({ requirements }: DocumentReport): RequirementCounts {
  const count = (status: RequirementStatus): number =>
    requirements.filter((requirement) => requirement.status === status).length;
  return { all: requirements.length - count("notApplicable"), met: count("met"), partly: count("partly") };
}
