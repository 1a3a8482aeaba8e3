// Measured type sizes waver by a pixel or two from line to line; those that are meant to be one become one.
import type { PageText } from "../page.ts";

/** Sizes that differ by less than this share are one. */
const sameSize = 0.05;
/** A measured size is taken for one that the pages with text have when it differs by less. */
const sameKnownSize = 0.08;
/** The pages that were recognised are set like those that have text when the running text of both differs by less. */
const sameDesign = 0.2;

/**
 * Pages with measured sizes → the same with few sizes: around each frequent size, the most frequent first, those near it
 * become it. `designed`: pages of the same document whose sizes are known, [] when there are none.
 */
export function settleSizes(pages: readonly PageText[], designed: readonly PageText[]): PageText[] {
  const counts = countSizes(pages);
  const centres: number[] = [];
  const settled = new Map<number, number>();
  for (const size of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([size]) => size)) {
    const near = centres.find((centre) => Math.abs(centre - size) <= sameSize * centre);
    if (near === undefined) centres.push(size);
    settled.set(size, near ?? size);
  }
  const known = countSizes(designed);
  const factor = factorTo(mostFrequent(known), centres[0]);
  const final = (measured: number): number => {
    const size = rounded((settled.get(measured) ?? measured) * factor);
    return nearest(size, [...known.keys()]) ?? size;
  };
  return pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => ({ ...run, size: final(rounded(run.size)) })),
  }));
}

/** Characters by type size, sizes to the tenth of a point. */
function countSizes(pages: readonly PageText[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { runs } of pages)
    for (const { size, text } of runs)
      counts.set(rounded(size), (counts.get(rounded(size)) ?? 0) + text.length);
  return counts;
}

/** The known size that a measured one must be meant to be; undefined when none is near. */
function nearest(size: number, known: readonly number[]): number | undefined {
  const near = known.filter((other) => Math.abs(other - size) <= sameKnownSize * other);
  return near.sort((a, b) => Math.abs(a - size) - Math.abs(b - size))[0];
}

const rounded = (size: number): number => Math.round(size * 10) / 10;

function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [size, count] of counts) if (count > (counts.get(best ?? -1) ?? 0)) best = size;
  return best;
}

function factorTo(designed: number | undefined, measured: number | undefined): number {
  if (designed === undefined || measured === undefined) return 1;
  const factor = designed / measured;
  return Math.abs(factor - 1) < sameDesign ? factor : 1;
}
