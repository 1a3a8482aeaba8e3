// The findings of a day, accepted: only what is not among them counts as new. Findings are known by their content, so a
// section may move, be renumbered or be reworded around; nothing is paired by being near.
import type { BaselineState, FindingMarks, FixedReport } from "../model/check-report.ts";
import type { DocumentReport, PackReport } from "../model/report.ts";
import { wordsAlone } from "../model/words-alone.ts";
import { findingsOf, keyOf, markFindings, pathText, type Finding, type FindingStatus } from "./findings.ts";

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** Headings down to the section without their numbers, joined by " > "; "" for the document itself. */
  readonly section: string;
  readonly status: FindingStatus;
}

export interface Baseline {
  readonly schema: "genomlys-baseline/1";
  readonly tool: string;
  readonly scoreModel: string;
  /** Id of a pack → its version. */
  readonly packs: Readonly<Record<string, string>>;
  /** Path of a document, as seen from the baseline's folder → what is accepted in it. */
  readonly documents: Readonly<Record<string, readonly BaselineEntry[]>>;
}

/** What would be accepted of a document: all findings that are not suppressed, in an order that no edit upsets. */
export function entriesOf(document: DocumentReport): BaselineEntry[] {
  return sorted(
    findingsOf(document)
      .filter(({ suppressed }) => suppressed === undefined)
      .map((finding) => ({
        fingerprint: finding.fingerprint,
        rule: finding.rule,
        section: finding.kind === "gap" ? pathText(finding.section) : "",
        status: finding.status,
      })),
  );
}

/** By section, then by rule: what changes in one section stands together, and two branches seldom touch the same line. */
function sorted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const key = ({ section, rule, fingerprint }: BaselineEntry): string =>
    [section, rule, fingerprint].join("\u0000");
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What a report was made with, as a baseline says it. */
export function baselineHead(
  tool: string,
  packs: readonly Pick<PackReport, "id" | "version">[],
  scoreModel: string,
): Omit<Baseline, "documents"> {
  const versions = packs.map(({ id, version }): [string, string] => [id, version]);
  return {
    schema: "genomlys-baseline/1",
    tool,
    scoreModel,
    packs: Object.fromEntries(versions.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** How bad a state is; a finding that has become worse than what was accepted is new. */
const rank: Readonly<Record<FindingStatus, number>> = {
  missing: 3,
  review: 2,
  present: 1,
  notExpected: 0,
  unread: 0,
  unmet: 2,
  partly: 1,
};

const isNoWorse = (finding: Finding, entry: BaselineEntry): boolean =>
  rank[finding.status] <= rank[entry.status];
const isOfGap = ({ status }: BaselineEntry): boolean => status !== "unmet" && status !== "partly";
const packOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf("/")));
const sectionKey = (section: string): string => section.split(" > ").map(wordsAlone).join("\u0000");
const lastHeading = (section: string): string => sectionKey(section).split("\u0000").at(-1) ?? "";

/**
 * Marks the findings of a document as new or unchanged, and says which accepted ones are gone. A finding is unchanged when
 * 1. its fingerprint is accepted; or else
 * 2. something no better is accepted in the section of the same path (an edit can make another remedy fit); or else
 * 3. the same rule is accepted in a section of the same heading elsewhere, and there is just one on either side.
 */
export function compareWithBaseline(
  document: DocumentReport,
  accepted: readonly BaselineEntry[],
): { readonly document: DocumentReport; readonly fixed: readonly FixedReport[] } {
  const findings = findingsOf(document);
  const left = new Set(accepted);
  const states = new Map<Finding, BaselineState>();
  const pair = (fits: (finding: Finding, entry: BaselineEntry) => boolean): void => {
    for (const finding of findings) {
      if (states.has(finding)) continue;
      const entry = [...left].find((each) => fits(finding, each));
      if (entry === undefined) continue;
      left.delete(entry);
      states.set(finding, "unchanged");
    }
  };
  pair((finding, entry) => finding.fingerprint === entry.fingerprint && isNoWorse(finding, entry));
  pair(
    (finding, entry) =>
      finding.kind === "gap" &&
      isOfGap(entry) &&
      sectionKey(pathText(finding.section)) === sectionKey(entry.section) &&
      packOf(finding.rule) === packOf(entry.rule) &&
      isNoWorse(finding, entry),
  );
  const moved = (rule: string, section: string): string => `${rule}\u0000${lastHeading(section)}`;
  const findingsByPlace = count(
    findings
      .filter((finding) => !states.has(finding) && finding.kind === "gap")
      .map(({ rule, section }) => moved(rule, pathText(section))),
  );
  const entriesByPlace = count([...left].filter(isOfGap).map(({ rule, section }) => moved(rule, section)));
  pair((finding, entry) => {
    if (finding.kind !== "gap" || !isOfGap(entry)) return false;
    const place = moved(finding.rule, pathText(finding.section));
    return (
      place === moved(entry.rule, entry.section) &&
      findingsByPlace.get(place) === 1 &&
      entriesByPlace.get(place) === 1
    );
  });
  const marks = new Map<string, FindingMarks>(
    findings.map((finding) => [keyOf(finding), { baseline: states.get(finding) ?? "new" }]),
  );
  return {
    document: markFindings(document, marks),
    fixed: [...left]
      .filter((entry) => isGone(entry, document))
      .map(({ fingerprint, rule, section }) => ({ fingerprint, rule, section })),
  };
}

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Is what was accepted really gone? Not if it got worse, and not if it stands in a part that was not read. */
function isGone(entry: BaselineEntry, document: DocumentReport): boolean {
  const { fingerprint, rule, section } = entry;
  if (!isOfGap(entry)) {
    const requirement = document.requirements.find((each) => each.rule === rule);
    if (requirement?.fingerprint === fingerprint) return false;
    return requirement?.because !== "unread" && requirement?.because !== "type";
  }
  if (document.gaps.some((gap) => gap.fingerprint === fingerprint)) return false;
  const key = sectionKey(section);
  const there = document.sections.find((each) => sectionKey(pathText(each)) === key);
  return there === undefined ? document.reading.share >= 1 : there.status !== "unread";
}

/** What is left of a baseline's document when what is gone is taken out: never more than before. */
export function pruneEntries(
  accepted: readonly BaselineEntry[],
  document: DocumentReport,
): readonly BaselineEntry[] {
  const { fixed } = compareWithBaseline(document, accepted);
  const gone = new Set(fixed.map(({ fingerprint }) => fingerprint));
  return accepted.filter(({ fingerprint }) => !gone.has(fingerprint));
}

/**
 * Was the document called something else when the baseline was made? Asked when the baseline does not know `path`: it is
 * the one of `candidates` (documents of the baseline whose files are no longer there) that shares most of its accepted
 * gaps with it, at least half of them. null when there is none.
 */
export function formerPath(
  document: DocumentReport,
  baseline: Pick<Baseline, "documents">,
  candidates: readonly string[],
): string | null {
  const here = new Set(document.gaps.map(({ fingerprint }) => fingerprint));
  let best: { path: string; shared: number } | null = null;
  for (const path of [...candidates].sort()) {
    const gaps = (baseline.documents[path] ?? []).filter(isOfGap);
    const shared = gaps.filter(({ fingerprint }) => here.has(fingerprint)).length;
    if (shared === 0 || shared * 2 < gaps.length) continue;
    if (best === null || shared > best.shared) best = { path, shared };
  }
  return best?.path ?? null;
}
