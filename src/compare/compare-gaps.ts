// Which gaps are closed, which are new, and why: a gap is not answered by taking its section away.
import type { ClosedReason, ComparedGap, ComparedSection, NewReason } from "../model/comparison.ts";
import type { GapReport, SectionStatus } from "../model/report.ts";

export interface GapGroup {
  readonly before: readonly ComparedSection[];
  readonly after: readonly ComparedSection[];
}

export interface GapChanges {
  readonly kept: number;
  readonly closed: readonly ComparedGap<ClosedReason>[];
  readonly new: readonly ComparedGap<NewReason>[];
}

/** What several sections together are: the perspective is there when one of them has it. */
export function statusOf(sections: readonly ComparedSection[]): SectionStatus | null {
  const order: readonly SectionStatus[] = ["present", "review", "missing", "unread", "notExpected"];
  return order.find((status) => sections.some((section) => section.status === status)) ?? null;
}

function closedBecause({ after }: GapGroup): ClosedReason {
  const status = statusOf(after);
  if (status === null) return "removed";
  if (status === "present") return "answered";
  return status === "missing" ? "other" : status;
}

function newBecause({ before, after }: GapGroup): NewReason {
  if (before.length === 0) return "added";
  return statusOf(before) === "present" && statusOf(after) === "missing" ? "lost" : "other";
}

/** Takes from both lists what has the same key, each once. */
function takeEqual<Item>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): { readonly before: Item[]; readonly after: Item[] } {
  const count = new Map<string, number>();
  for (const item of after) count.set(key(item), (count.get(key(item)) ?? 0) + 1);
  const taken = new Map<string, number>();
  const rest = before.filter((item) => {
    const left = count.get(key(item)) ?? 0;
    if (left === 0) return true;
    count.set(key(item), left - 1);
    taken.set(key(item), (taken.get(key(item)) ?? 0) + 1);
    return false;
  });
  const others = after.filter((item) => {
    const left = taken.get(key(item)) ?? 0;
    if (left === 0) return true;
    taken.set(key(item), left - 1);
    return false;
  });
  return { before: rest, after: others };
}

/**
 * Gaps are the same by their fingerprint, or when the same rule finds a gap in the same section under another heading.
 * `groupOf` answers the group that a section of one side stands in.
 */
export function compareGaps(
  before: readonly GapReport[],
  after: readonly GapReport[],
  groupOf: (side: "before" | "after", section: string) => { readonly at: number; readonly group: GapGroup },
): GapChanges {
  const known = takeEqual(before, after, ({ fingerprint }) => fingerprint);
  const placed = {
    before: known.before.map((gap) => ({ gap, ...groupOf("before", gap.section) })),
    after: known.after.map((gap) => ({ gap, ...groupOf("after", gap.section) })),
  };
  const left = takeEqual(placed.before, placed.after, ({ gap, at }) => `${String(at)} ${gap.rule}`);
  const sectionOf = (sections: readonly ComparedSection[], id: string): ComparedSection | null =>
    sections.find((section) => section.id === id) ?? null;
  return {
    kept: before.length - left.before.length,
    closed: left.before.map(({ gap, group }) => ({
      gap,
      section: sectionOf(group.before, gap.section),
      because: closedBecause(group),
    })),
    new: left.after.map(({ gap, group }) => ({
      gap,
      section: sectionOf(group.after, gap.section),
      because: newBecause(group),
    })),
  };
}
