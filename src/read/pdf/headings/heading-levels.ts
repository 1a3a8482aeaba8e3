// On what level a heading stands: by the bookmark that names it, by its printed number, by how it is set.
import type { Heading, HeadingStyle } from "./headings.ts";
import type { Group } from "../layout/paragraphs.ts";

/** Bookmarks are believed when at most this share of their pairs contradicts the type sizes. */
const contradiction = 0.3;
/** What holds for so large a share of the headings of one style holds for the style. */
const majority = 0.5;
/** A numbered heading in type smaller than this share of its depth's usual size is an item of a list. */
const smallerType = 0.97;
const deepest = 6;

/** Headings → level of each, from 1. The title, which stands over everything, is on level 1 and ranks with nothing. */
export function headingLevels(headings: readonly Heading[], title: Heading | null): Map<Group, number> {
  const ranked = headings.filter((heading) => heading !== title && heading.text !== title?.text);
  const believed = bookmarksAgree(ranked);
  const numbers = numberDepths(ranked);
  const depthOf = (heading: Heading): number | null =>
    (believed ? heading.bookmarkDepth : null) ?? numbers.get(heading) ?? null;
  const styles = styleLevels(ranked, depthOf, believed);
  const raw = new Map<Heading, number>();
  for (const heading of ranked) {
    const depth = depthOf(heading);
    const bookmarked = believed && heading.bookmarkDepth !== null;
    const level =
      depth === null ? styles.levels.get(heading.style.key) : depth + (bookmarked ? 0 : styles.above);
    raw.set(heading, Math.min(deepest, level ?? 1));
  }
  const used = [...new Set(raw.values())].sort((a, b) => a - b);
  return new Map(
    headings.map((heading) => {
      const level = raw.get(heading);
      return [heading.group, level === undefined ? 1 : used.indexOf(level) + 1];
    }),
  );
}

/** Do the bookmarks rank as the type does? Those of a printed web page or a sloppy export all stand on one level. */
function bookmarksAgree(headings: readonly Heading[]): boolean {
  const named = headings.filter((heading) => heading.bookmarkDepth !== null);
  let pairs = 0;
  let against = 0;
  for (const [index, a] of named.entries()) {
    for (const b of named.slice(index + 1, index + 30)) {
      const difference = a.style.size - b.style.size;
      if (Math.abs(difference) < 0.08 * a.style.size) continue;
      pairs++;
      const levels = (a.bookmarkDepth ?? 0) - (b.bookmarkDepth ?? 0);
      if (levels === 0 || levels > 0 === difference > 0) against++;
    }
  }
  return against <= contradiction * pairs;
}

/** Depths by number, without those of small bold lists ("1. …", "2. …") in a document with larger numbered chapters. */
function numberDepths(headings: readonly Heading[]): Map<Heading, number> {
  const sizes = new Map<number, Map<number, number>>();
  for (const { numberDepth, style } of headings) {
    if (numberDepth === null) continue;
    const counts = sizes.get(numberDepth) ?? new Map<number, number>();
    counts.set(style.size, (counts.get(style.size) ?? 0) + 1);
    sizes.set(numberDepth, counts);
  }
  const usual = new Map(
    [...sizes].map(([depth, counts]) => [
      depth,
      [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0,
    ]),
  );
  const depths = new Map<Heading, number>();
  for (const heading of headings) {
    const { numberDepth, style } = heading;
    if (numberDepth !== null && style.size >= smallerType * (usual.get(numberDepth) ?? 0))
      depths.set(heading, numberDepth);
  }
  return depths;
}

interface StyleLevels {
  readonly levels: ReadonlyMap<string, number>;
  /** Levels of unnumbered headings that stand above the numbered chapters ("Avdelning I" above "1 kap."). */
  readonly above: number;
}

/**
 * Style → level: from the largest to the smallest. A style whose headings mostly carry numbers or bookmarks has their
 * depth; another is one level below the larger one before it.
 */
function styleLevels(
  headings: readonly Heading[],
  depthOf: (heading: Heading) => number | null,
  believed: boolean,
): StyleLevels {
  const byStyle = new Map<string, { style: HeadingStyle; all: Heading[] }>();
  for (const heading of headings) {
    const known = byStyle.get(heading.style.key);
    if (known === undefined) byStyle.set(heading.style.key, { style: heading.style, all: [heading] });
    else known.all.push(heading);
  }
  const ranked = [...byStyle.values()].sort((a, b) => rank(b.style) - rank(a.style));
  const usualDepth = (all: readonly Heading[]): number | null => {
    const counts = new Map<number, number>();
    for (const heading of all) {
      const depth = depthOf(heading);
      if (depth !== null) counts.set(depth, (counts.get(depth) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return most !== undefined && most[1] >= majority * all.length ? most[0] : null;
  };
  const depths = new Map(ranked.map(({ style, all }) => [style.key, usualDepth(all)]));
  const chapters = ranked.findIndex(({ style }) => depths.get(style.key) === 1);
  const hasBookmarks = believed && headings.some((heading) => heading.bookmarkDepth !== null);
  const above = hasBookmarks
    ? 0
    : ranked.slice(0, Math.max(0, chapters)).filter(({ all }) => all.length > 1).length;

  const levels = new Map<string, number>();
  let last = 0;
  let lastStyle: HeadingStyle | undefined;
  for (const { style } of ranked) {
    const depth = depths.get(style.key) ?? null;
    const alike =
      lastStyle !== undefined &&
      lastStyle.size <= style.size * 1.04 &&
      lastStyle.bold === style.bold &&
      lastStyle.capitals === style.capitals &&
      lastStyle.italic === style.italic;
    const level = depth !== null ? depth + above : alike ? last : last + 1;
    levels.set(style.key, level);
    last = Math.max(last, level);
    lastStyle = style;
  }
  return { levels, above };
}

const rank = ({ size, bold, italic, capitals }: HeadingStyle): number =>
  size * 10 + (bold ? 3 : 0) + (capitals ? 2 : 0) - (italic ? 1 : 0);
