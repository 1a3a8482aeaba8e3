// Gaps in the order of their weight; gaps that say the same about several sections become one item with several places.
import { type DocumentReport, type GapReport, type SectionReport } from "../../model/report.ts";
import { countedGaps } from "../suppressed.ts";

export interface GapGroup {
  readonly gap: GapReport;
  /** The sections it concerns: the gap's own, then the others in the order of the document. */
  readonly sections: readonly SectionReport[];
}

const weight = { high: 0, medium: 1, low: 2 } as const;

/** Worst first; within a severity the one that concerns most sections first, then by place in the document. */
export function groupGaps(document: DocumentReport): GapGroup[] {
  const sectionById = new Map(document.sections.map((section) => [section.id, section]));
  const groups = new Map<string, { gap: GapReport; sections: SectionReport[] }>();
  // Those that are suppressed are named in a place of their own, with the reason.
  for (const gap of countedGaps(document)) {
    const section = sectionById.get(gap.section);
    const key = JSON.stringify([gap.severity, gap.rule, gap.message, gap.question]);
    const group = groups.get(key) ?? { gap, sections: [] };
    if (section !== undefined) group.sections.push(section);
    groups.set(key, group);
  }
  const order = new Map(document.sections.map((section, index) => [section.id, index]));
  const placeOf = ({ id }: SectionReport): number => order.get(id) ?? 0;
  for (const group of groups.values()) {
    const [own, ...others] = group.sections;
    if (own !== undefined) group.sections = [own, ...others.sort((a, b) => placeOf(a) - placeOf(b))];
  }
  return [...groups.values()].sort(
    (a, b) => weight[a.gap.severity] - weight[b.gap.severity] || b.sections.length - a.sections.length,
  );
}
