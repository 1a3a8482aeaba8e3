// Two reports → what has changed. A pure function; it reads no document and judges nothing anew.
import type {
  ComparedDocument,
  ComparedSection,
  Comparison,
  DocumentComparison,
  RequirementChange,
  SectionChange,
  SectionComparison,
  SectionMove,
} from "../model/comparison.ts";
import type { DocumentReport, EvidenceReport, Report, SectionReport } from "../model/report.ts";
import { alignSections, type SectionGroup, type SectionTexts } from "./align-sections.ts";
import { compareEvidence } from "./compare-evidence.ts";
import { compareGaps, statusOf, type GapGroup } from "./compare-gaps.ts";
import { dice, shinglesOf, wordsOf } from "./likeness.ts";
import { pairDocuments, type DocumentPair } from "./pair-documents.ts";

/** One side of a comparison. */
export interface ComparedSide {
  /** What the user called it. */
  readonly name: string;
  readonly report: Report;
  /** The texts of a document's sections where they are at hand: documents that were just read. */
  readonly texts?: (document: DocumentReport) => SectionTexts | undefined;
}

/** Versions of one document share more of their words than this; others are only compared by their figures. */
const versionsFrom = 0.2;

/** Compares two reports that were made with the same yardstick (`differentYardsticks`). */
export function compareReports(before: ComparedSide, after: ComparedSide): Comparison {
  const isAudited = ({ status }: DocumentReport): boolean => status === "audited";
  const { pairs, onlyBefore, onlyAfter } = pairDocuments(
    before.report.documents.filter(isAudited),
    after.report.documents.filter(isAudited),
  );
  const textsOf = (pair: DocumentPair) => {
    const [one, other] = [before.texts?.(pair.before), after.texts?.(pair.after)];
    return one === undefined || other === undefined ? null : { before: one, after: other };
  };
  const unread = ({ documents }: Report): ComparedDocument[] =>
    documents.filter((document) => !isAudited(document)).map(documentFacts);
  return {
    schema: "genomlys-comparison/1",
    tool: after.report.tool,
    packs: after.report.packs,
    labels: after.report.labels,
    alignedBy: pairs.every((pair) => textsOf(pair) !== null) ? "text" : "report",
    before: { name: before.name },
    after: { name: after.name },
    documents: pairs.map((pair) => compareDocuments(pair, textsOf(pair))),
    onlyBefore: onlyBefore.map(documentFacts),
    onlyAfter: onlyAfter.map(documentFacts),
    unread: { before: unread(before.report), after: unread(after.report) },
  };
}

function documentFacts(document: DocumentReport): ComparedDocument {
  const { path, sha256, status, title, pages, words, type, reading, scoreModel } = document;
  const { coverage, verdict, flags, chain, policyGoals, notices } = document;
  return {
    path,
    sha256,
    status,
    title,
    pages,
    words,
    type,
    reading,
    scoreModel,
    coverage,
    verdict,
    flags,
    chain,
    policyGoals,
    notices,
  };
}

function sectionFacts(section: SectionReport): ComparedSection {
  const { id, number, heading, under, depth, location, words, level, status, expected } = section;
  const apart = under === undefined ? {} : { under };
  return { id, number, heading, ...apart, depth, location, words, level, status, expected };
}

export type Texts = { readonly before: SectionTexts; readonly after: SectionTexts } | null;

/**
 * Compares two versions of a document. `texts` are those of their sections; null where they are not at hand.
 */
export function compareDocuments(
  { before, after, pairedBy }: DocumentPair,
  texts: Texts,
): DocumentComparison {
  const groups = alignSections(before, after, texts);
  const facts = groups.map((group): GapGroup => ({
    before: group.before.flatMap((at) => pick(before, at)),
    after: group.after.flatMap((at) => pick(after, at)),
  }));
  const common = shareInCommon(facts);
  const head = { before: documentFacts(before), after: documentFacts(after), pairedBy, inCommon: common };
  const requirements = compareRequirements(before, after);
  if (common < versionsFrom && before.sections.length + after.sections.length > 0) {
    const none = { kept: 0, reworded: 0, moved: 0, gained: 0, lost: 0 };
    return {
      ...head,
      sections: null,
      evidence: none,
      gaps: { kept: 0, closed: [], new: [] },
      requirements,
    };
  }
  const groupOf = {
    before: groupNumbers(before, groups, "before"),
    after: groupNumbers(after, groups, "after"),
  };
  const evidence = compareEvidence(
    evidenceByGroup(before.evidence, groupOf.before),
    evidenceByGroup(after.evidence, groupOf.after),
  );
  const noGroup: GapGroup = { before: [], after: [] };
  const gaps = compareGaps(before.gaps, after.gaps, (side, section) => {
    const at = groupOf[side].get(section) ?? -1;
    return { at, group: facts[at] ?? noGroup };
  });
  const moves = movesOf(before, after, groups);
  const sections = groups.map((group, at): SectionComparison => {
    const own = facts[at] ?? noGroup;
    return {
      ...own,
      moves: moves[at] ?? [],
      change: changeOf(own),
      likeness: likenessOf(own, texts),
      gained: evidence.gained.get(at) ?? [],
      lost: evidence.lost.get(at) ?? [],
      reworded: evidence.reworded.get(at) ?? [],
    };
  });
  const count = (of: (section: SectionComparison) => readonly unknown[]): number =>
    sections.reduce((sum, section) => sum + of(section).length, 0);
  return {
    ...head,
    sections,
    evidence: {
      kept: evidence.kept,
      moved: evidence.moved,
      reworded: count(({ reworded }) => reworded),
      gained: count(({ gained }) => gained),
      lost: count(({ lost }) => lost),
    },
    gaps,
    requirements,
  };
}

function pick(document: DocumentReport, at: number): ComparedSection[] {
  const section = document.sections[at];
  return section === undefined ? [] : [sectionFacts(section)];
}

function shareInCommon(groups: readonly GapGroup[]): number {
  const sum = (sections: readonly ComparedSection[]): number =>
    sections.reduce((words, section) => words + Math.max(1, section.words), 0);
  let [common, all] = [0, 0];
  for (const { before, after } of groups) {
    const words = sum(before) + sum(after);
    all += words;
    if (before.length > 0 && after.length > 0) common += words;
  }
  return all === 0 ? 1 : common / all;
}

/** Section id → position of its group. */
function groupNumbers(
  document: DocumentReport,
  groups: readonly SectionGroup[],
  side: "before" | "after",
): ReadonlyMap<string, number> {
  return new Map(
    groups.flatMap((group, at) =>
      group[side].flatMap((index) => {
        const section = document.sections[index];
        return section === undefined ? [] : [[section.id, at] as const];
      }),
    ),
  );
}

function evidenceByGroup(
  evidence: readonly EvidenceReport[],
  groupOf: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly EvidenceReport[]> {
  const groups = new Map<number, EvidenceReport[]>();
  for (const piece of evidence) {
    const at = groupOf.get(piece.section) ?? -1;
    const own = groups.get(at);
    if (own === undefined) groups.set(at, [piece]);
    else own.push(piece);
  }
  return groups;
}

/** 0 where the perspective is missing, 1 + level where it is there; null where neither can be said. */
function rankOf(sections: readonly ComparedSection[]): number | null {
  const status = statusOf(sections);
  if (status === "missing") return 0;
  return status === "present" ? 1 + Math.max(...sections.map(({ level }) => level)) : null;
}

function changeOf({ before, after }: GapGroup): SectionChange {
  if (before.length === 0) return "added";
  if (after.length === 0) return "removed";
  const [was, is] = [rankOf(before), rankOf(after)];
  if (was === null || is === null) return statusOf(before) === statusOf(after) ? "same" : "other";
  return is > was ? "deeper" : is < was ? "shallower" : "same";
}

function likenessOf({ before, after }: GapGroup, texts: Texts): number | null {
  if (texts === null || before.length === 0 || after.length === 0) return null;
  const joined = (sections: readonly ComparedSection[], own: SectionTexts): ReadonlySet<string> =>
    new Set(sections.flatMap(({ id }) => [...shinglesOf(own.get(id) ?? "")]));
  const [one, other] = [joined(before, texts.before), joined(after, texts.after)];
  return one.size + other.size === 0 ? 1 : dice(one, other);
}

const sameHeading = (one: SectionReport, other: SectionReport): boolean =>
  wordsOf(one.heading).join(" ") === wordsOf(other.heading).join(" ");

/** What happened to the sections of each group, besides their judgement. */
function movesOf(
  before: DocumentReport,
  after: DocumentReport,
  groups: readonly SectionGroup[],
): readonly (readonly SectionMove[])[] {
  const groupOf = { before: new Map<number, number>(), after: new Map<number, number>() };
  for (const [at, group] of groups.entries()) {
    for (const side of ["before", "after"] as const)
      for (const own of group[side]) groupOf[side].set(own, at);
  }
  const parents = { before: parentsOf(before.sections), after: parentsOf(after.sections) };
  const parentGroup = (side: "before" | "after", index: number): number => {
    const parent = parents[side][index] ?? null;
    return parent === null ? -1 : (groupOf[side].get(parent) ?? -2);
  };
  const swapped = swappedGroups(groups, parentGroup);
  return groups.map((group, at): SectionMove[] => {
    const [i, j] = [group.before[0], group.after[0]];
    const one = i === undefined ? undefined : before.sections[i];
    const other = j === undefined ? undefined : after.sections[j];
    if (i === undefined || j === undefined || one === undefined || other === undefined) return [];
    if (group.before.length > 1 || group.after.length > 1) {
      return [
        ...(group.after.length > 1 ? (["split"] as const) : []),
        ...(group.before.length > 1 ? (["merged"] as const) : []),
      ];
    }
    const [from, to] = [parentGroup("before", i), parentGroup("after", j)];
    // A parent that is gone, or new, is a change of the parent.
    const otherParent = from !== to && from !== -2 && to !== -2;
    return [
      ...(one.number === other.number ? [] : (["renumbered"] as const)),
      ...(sameHeading(one, other) ? [] : (["renamed"] as const)),
      ...(otherParent || swapped.has(at) ? (["moved"] as const) : []),
    ];
  });
}

/** Index of the section above each, by depth; null for one without. */
function parentsOf(sections: readonly SectionReport[]): readonly (number | null)[] {
  const open: number[] = [];
  return sections.map(({ depth }, at) => {
    while (open.length > 0 && (sections[open.at(-1) ?? 0]?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? null;
    if (depth > 0) open.push(at);
    return parent;
  });
}

/** Groups that have changed places with more than half of the others under the same parent. */
function swappedGroups(
  groups: readonly SectionGroup[],
  parentGroup: (side: "before" | "after", index: number) => number,
): ReadonlySet<number> {
  const siblings = new Map<number, { at: number; before: number; after: number }[]>();
  for (const [at, { before, after }] of groups.entries()) {
    const [i, j] = [before[0], after[0]];
    if (i === undefined || j === undefined) continue;
    const parent = parentGroup("before", i);
    if (parent !== parentGroup("after", j)) continue;
    siblings.set(parent, [...(siblings.get(parent) ?? []), { at, before: i, after: j }]);
  }
  const swapped = new Set<number>();
  for (const own of siblings.values()) {
    for (const one of own) {
      const crossed = own.filter(
        (other) => (one.before - other.before) * (one.after - other.after) < 0,
      ).length;
      if (crossed > (own.length - 1) / 2) swapped.add(one.at);
    }
  }
  return swapped;
}

function compareRequirements(before: DocumentReport, after: DocumentReport): RequirementChange[] {
  const was = new Map(before.requirements.map((requirement) => [requirement.id, requirement]));
  const is = new Map(after.requirements.map((requirement) => [requirement.id, requirement]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id): RequirementChange[] => {
    const [one, other] = [was.get(id), is.get(id)];
    if (one?.status === other?.status) return [];
    const title = other?.title ?? one?.title ?? id;
    return [{ id, title, before: one?.status ?? null, after: other?.status ?? null }];
  });
}
