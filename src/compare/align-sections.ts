// Which sections of two versions of a document are the same one, although renumbered, renamed, moved, split or merged.
//
// Pairs are found by content and heading together, the likest first (a greedy assignment: an optimal one can only differ
// where two sections are as good as equal). What is left over joins the section that holds most of its text. Everything is
// the same both ways round, so that comparing B with A mirrors comparing A with B.
import type { DocumentReport, SectionReport } from "../model/report.ts";
import { containment, dice, shinglesOf, trigramsOf, wordsOf } from "./likeness.ts";

/** Section id → its own text, without heading and sub-sections. */
export type SectionTexts = ReadonlyMap<string, string>;

/** Indices into the sections of the two documents, each list in order; one of them may be empty. */
export interface SectionGroup {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Shingles below which a text is too short to be known by its words. */
const fewShingles = 12;
/** Texts that share this much are one text that was edited. */
const editedText = 0.3;
/** A left-over section is a part of the one that holds this much of its text. */
const partOf = 0.5;
/** A short text is the same when this much of it is. */
const sameText = 0.8;
/** Headings this alike differ by an ending or a small word. */
const likeHeading = 0.75;
/** A shingle in more sections than this is boilerplate and proposes no pair. */
const commonShingle = 12;
/** A heading word in more sections than this proposes no pair. */
const commonWord = 40;

interface Features {
  readonly content: ReadonlySet<string>;
  /** Enough content to judge by it. */
  readonly known: boolean;
  readonly title: ReadonlySet<string>;
  readonly titleKey: string;
  readonly parent: ReadonlySet<string>;
}

/** Names that the reader gives to parts without a heading: that both are "sida 3" says nothing. */
const givenName = /^(?:sida \d+(?: .*)?|del \d+|fotnoter)$/;

function titleOf({ number, heading }: SectionReport): string {
  return number === null && givenName.test(heading) ? "" : heading;
}

/** What sections are known by: the words of their text, or, without it, the sentences of their evidence. */
function featuresOf(document: DocumentReport, texts: SectionTexts | undefined): readonly Features[] {
  const sentences = new Map<string, Set<string>>();
  if (texts === undefined) {
    for (const { section, sentence, excerpt } of document.evidence) {
      const own = sentences.get(section) ?? new Set<string>();
      own.add(sentence ?? wordsOf(excerpt.before + excerpt.match + excerpt.after).join(" "));
      sentences.set(section, own);
    }
  }
  return document.sections.map((section): Features => {
    const content =
      texts === undefined
        ? (sentences.get(section.id) ?? new Set<string>())
        : shinglesOf(texts.get(section.id) ?? "");
    const title = titleOf(section);
    return {
      content,
      known: texts === undefined ? content.size > 0 : content.size >= fewShingles,
      title: trigramsOf(title),
      titleKey: wordsOf(title).join(" "),
      parent: trigramsOf(section.path.at(-2)?.replace(/^[\d.§\s]+/, "") ?? ""),
    };
  });
}

/** Positions of features by each key of theirs; keys that too many have are left out. */
function indexBy(
  features: readonly Features[],
  keysOf: (one: Features) => Iterable<string>,
  most: number,
): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [at, one] of features.entries()) {
    for (const key of new Set(keysOf(one))) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [at]);
      else found.push(at);
    }
  }
  for (const [key, found] of index) if (found.length > most) index.delete(key);
  return index;
}

interface Pair {
  readonly before: number;
  readonly after: number;
  readonly score: number;
  /** How far apart they stand in their documents, 0..1. */
  readonly distance: number;
}

/** The likest first; of equals the nearest, then the earliest. The same order whichever document is called the first. */
function byScore(one: Pair, other: Pair): number {
  return (
    other.score - one.score ||
    one.distance - other.distance ||
    one.before + one.after - (other.before + other.after) ||
    Math.min(one.before, one.after) - Math.min(other.before, other.after)
  );
}

/** Pairs that share something rare, each once. */
function candidates(before: readonly Features[], after: readonly Features[]): readonly [number, number][] {
  const found = new Map<number, [number, number]>();
  const propose = (keysOf: (one: Features) => Iterable<string>, most: number): void => {
    const one = indexBy(before, keysOf, most);
    const other = indexBy(after, keysOf, most);
    for (const [key, places] of one) {
      const others = other.get(key);
      if (others === undefined) continue;
      for (const i of places) for (const j of others) found.set(i * after.length + j, [i, j]);
    }
  };
  propose(({ content }) => content, commonShingle);
  propose(({ titleKey }) => titleKey.split(" ").filter((word) => word !== ""), commonWord);
  propose(({ titleKey }) => (titleKey === "" ? [] : [titleKey]), Number.POSITIVE_INFINITY);
  // Nothing to be known by: one empty part is as good as another, the nearest is taken.
  propose(({ titleKey, content }) => (titleKey === "" && content.size === 0 ? [""] : []), commonWord);
  return [...found.values()];
}

function countTitles(features: readonly Features[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { titleKey } of features) count.set(titleKey, (count.get(titleKey) ?? 0) + 1);
  return count;
}

/** How alike two sections are; null when they are not one section. */
function scoreOf(one: Features, other: Features, sameTitleOnce: boolean): number | null {
  const title = dice(one.title, other.title);
  const parent = one.parent.size === 0 && other.parent.size === 0 ? 1 : dice(one.parent, other.parent);
  const content = dice(one.content, other.content);
  const likeTitle = title >= likeHeading;
  if (one.known && other.known) {
    // A heading that stands once in both names the section, however much was rewritten; others need some text in common.
    const named = likeTitle && (sameTitleOnce || content >= 0.05 || parent >= likeHeading);
    return content >= editedText || named ? 0.65 * content + 0.25 * title + 0.1 * parent : null;
  }
  const named = likeTitle && (sameTitleOnce || parent >= likeHeading);
  const nameless = one.titleKey === "" && other.titleKey === "";
  const empty = one.content.size + other.content.size === 0;
  const sameWords = nameless ? content >= sameText || empty : content >= sameText && title > 0;
  return named || sameWords ? 0.5 * title + 0.25 * parent + 0.25 * content : null;
}

/** Index into `places` of groups that were joined. */
function unionFind(size: number): {
  find: (at: number) => number;
  join: (one: number, other: number) => void;
} {
  const parent = Array.from({ length: size }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  return {
    find,
    join: (one, other) => {
      const [a, b] = [find(one), find(other)];
      parent[Math.max(a, b)] = Math.min(a, b);
    },
  };
}

/**
 * Groups the sections of two documents; every section stands in just one group. In the order of `after`, with sections
 * that are only in `before` where they stood. Without texts, sections are known by heading and evidence only.
 */
export function alignSections(
  before: DocumentReport,
  after: DocumentReport,
  texts: { readonly before: SectionTexts; readonly after: SectionTexts } | null,
): readonly SectionGroup[] {
  const one = featuresOf(before, texts?.before);
  const other = featuresOf(after, texts?.after);
  const [titles, otherTitles] = [countTitles(one), countTitles(other)];
  const placed = (at: number, all: readonly unknown[]): number => at / Math.max(1, all.length - 1);
  const pairs: Pair[] = [];
  const near = candidates(one, other);
  for (const [i, j] of near) {
    const [a, b] = [one[i], other[j]];
    if (a === undefined || b === undefined) continue;
    const once = titles.get(a.titleKey) === 1 && otherTitles.get(b.titleKey) === 1;
    const score = scoreOf(a, b, once);
    const distance = Math.abs(placed(i, one) - placed(j, other));
    if (score !== null) pairs.push({ before: i, after: j, score, distance });
  }
  pairs.sort(byScore);
  const groups = unionFind(one.length + other.length);
  const taken = { before: new Set<number>(), after: new Set<number>() };
  for (const pair of pairs) {
    if (taken.before.has(pair.before) || taken.after.has(pair.after)) continue;
    taken.before.add(pair.before);
    taken.after.add(pair.after);
    groups.join(pair.before, one.length + pair.after);
  }
  for (const [i, j] of leftOver(one, other, near, taken)) groups.join(i, one.length + j);
  return collectGroups(one.length, other.length, groups.find);
}

/** Sections without a partner that are a part of one in the other document, which may have a partner already. */
function leftOver(
  one: readonly Features[],
  other: readonly Features[],
  near: readonly [number, number][],
  taken: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> },
): readonly [number, number][] {
  const best = new Map<string, Pair>();
  const consider = (key: string, part: Features, whole: Features, i: number, j: number): void => {
    if (!part.known) return;
    const score = containment(part.content, whole.content);
    const distance = Math.abs(i / Math.max(1, one.length - 1) - j / Math.max(1, other.length - 1));
    const pair = { before: i, after: j, score, distance };
    const known = best.get(key);
    if (score >= partOf && (known === undefined || byScore(pair, known) < 0)) best.set(key, pair);
  };
  for (const [i, j] of near) {
    const [a, b] = [one[i], other[j]];
    if (a === undefined || b === undefined) continue;
    if (!taken.after.has(j)) consider(`after ${String(j)}`, b, a, i, j);
    if (!taken.before.has(i)) consider(`before ${String(i)}`, a, b, i, j);
  }
  return [...best.values()].map((pair) => [pair.before, pair.after]);
}

function collectGroups(before: number, after: number, find: (at: number) => number): readonly SectionGroup[] {
  const groups = new Map<number, { before: number[]; after: number[] }>();
  for (let at = 0; at < before + after; at++) {
    const group = groups.get(find(at)) ?? { before: [], after: [] };
    if (at < before) group.before.push(at);
    else group.after.push(at - before);
    groups.set(find(at), group);
  }
  // A section that is gone stands after the nearest section before it that is still there.
  const last = new Map<number, number>();
  let latest = -1;
  for (let at = 0; at < before; at++) {
    const place = groups.get(find(at))?.after[0];
    if (place !== undefined) latest = place;
    last.set(at, latest);
  }
  const placeOf = ({ before: own, after: there }: SectionGroup): number =>
    there[0] ?? (last.get(own[0] ?? 0) ?? -1) + 0.5;
  return [...groups.values()].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.before[0] ?? -1) - (b.before[0] ?? -1),
  );
}
