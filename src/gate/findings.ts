// The findings of a document that a check can hold against it: gaps, requirements that are not met, and what a change took
// away. One view of all, for suppressions, baselines and bars.
import type { FindingMarks, LossReport } from "../model/check-report.ts";
import type {
  DocumentReport,
  GapReport,
  RequirementReport,
  SectionReport,
  SectionStatus,
} from "../model/report.ts";

export type FindingStatus = SectionStatus | "unmet" | "partly";

export interface Finding extends FindingMarks {
  readonly fingerprint: string;
  /** Id of the rule; of other packs than the first with the pack before it ("barnratt/gap-goal"). */
  readonly rule: string;
  /** All that the finding may be called by: its rule and, of a requirement, its id ("K-MB-05"). */
  readonly names: readonly string[];
  /** The section that it is about; undefined for a requirement on the document. */
  readonly section: SectionReport | undefined;
  /** How grave it is; `certain` is false where a person has to read first. */
  readonly status: FindingStatus;
  readonly certain: boolean;
  /** The section dismisses the perspective without looking into it. */
  readonly waiver: boolean;
  readonly kind: "gap" | "requirement";
}

/** What a change took away. No baseline accepts it: it is there in one comparison only. */
export type LossFinding = Omit<Finding, "kind" | "status"> & {
  readonly kind: "loss";
  readonly status: "lost";
};

/** Status of the section that a gap is about, as the pack of the gap's rule sees it. */
function statusOf(document: DocumentReport, gap: GapReport): SectionStatus {
  const slash = gap.rule.indexOf("/");
  const own = document.beside?.find(({ pack }) => slash > 0 && pack === gap.rule.slice(0, slash));
  const sections = own?.sections ?? document.sections;
  return sections.find(({ id }) => id === gap.section)?.status ?? "missing";
}

function ofGap(document: DocumentReport, gap: GapReport): Finding {
  const section = document.sections.find(({ id }) => id === gap.section);
  const status = statusOf(document, gap);
  return {
    ...marksOf(gap),
    kind: "gap",
    fingerprint: gap.fingerprint,
    rule: gap.rule,
    names: [gap.rule],
    section,
    status,
    certain: status !== "review",
    waiver: status !== "present" && (section?.flags.includes("waiver") ?? false),
  };
}

function ofRequirement(document: DocumentReport, requirement: RequirementReport): Finding | null {
  const { fingerprint, status } = requirement;
  if (fingerprint === undefined || (status !== "unmet" && status !== "partly")) return null;
  return {
    ...marksOf(requirement),
    kind: "requirement",
    fingerprint,
    rule: requirement.rule,
    names: [...new Set([requirement.rule, requirement.id])],
    section: document.sections.find(({ id }) => id === requirement.section),
    status,
    certain: requirement.review.length === 0,
    waiver: false,
  };
}

function marksOf({ suppressed, baseline, failing }: FindingMarks): FindingMarks {
  return {
    ...(suppressed === undefined ? {} : { suppressed }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failing === undefined ? {} : { failing }),
  };
}

/** All findings, gaps first, each in the order of the report. */
export function findingsOf(document: DocumentReport): Finding[] {
  return [
    ...document.gaps.map((gap) => ofGap(document, gap)),
    ...document.requirements.flatMap((requirement) => ofRequirement(document, requirement) ?? []),
  ];
}

/** What a change took away from the document, as findings. */
export function lossesOf(document: DocumentReport, lost: readonly LossReport[]): LossFinding[] {
  return lost.map((loss) => ({
    ...marksOf(loss),
    kind: "loss",
    fingerprint: loss.fingerprint,
    rule: loss.rule,
    names: [loss.rule],
    section: document.sections.find(({ id }) => id === loss.section),
    status: "lost",
    certain: true,
    waiver: false,
  }));
}

/** The document with marks added to its findings, by the key that `keyOf` gives each. */
export function markFindings(
  document: DocumentReport,
  marks: ReadonlyMap<string, FindingMarks>,
): DocumentReport {
  if (marks.size === 0) return document;
  return {
    ...document,
    gaps: document.gaps.map((gap) => ({ ...gap, ...marks.get(keyOf({ kind: "gap", ...gap })) })),
    requirements: document.requirements.map((requirement) => {
      const { fingerprint } = requirement;
      if (fingerprint === undefined) return requirement;
      return { ...requirement, ...marks.get(keyOf({ kind: "requirement", fingerprint })) };
    }),
  };
}

/** What a finding is known by within its document. */
export function keyOf({ kind, fingerprint }: Pick<Finding | LossFinding, "kind" | "fingerprint">): string {
  return `${kind} ${fingerprint}`;
}

/** The headings down to a section without their numbers, for a person: "Hälsa > Barn och ungas hälsa". */
export function pathText(section: Pick<SectionReport, "path"> | undefined): string {
  return (section?.path ?? []).map((heading) => heading.replace(/^[\d.§\s]+/, "").trim()).join(" > ");
}
