// Which section a comment stands in that takes findings out of the count.
import type { Section, SuppressionComment } from "../../model/document.ts";
import { locate } from "../../model/locate.ts";
import type { Anchor, Location } from "../../model/location.ts";

/** A comment as a reader finds it. */
export type FoundSuppression = Omit<SuppressionComment, "section">;

/** A stretch of the file: `end` is the first place behind it. */
export interface Stretch {
  readonly start: Location;
  readonly end: Location;
}

const marker = /^\s*genomlys-ignore(?![\w-])/;

/** What a comment says behind its name; null for any other comment. `inside` stands between "<!--" and "-->". */
export function suppressionText(inside: string): string | null {
  const name = marker.exec(inside)?.[0];
  return name === undefined ? null : inside.slice(name.length).trim();
}

/**
 * The comments with the section of the last heading before each, by line and column in the file. A heading in one of the
 * `asides` counts up to its end.
 */
export function placeSuppressions(
  found: readonly FoundSuppression[],
  sections: readonly Section[],
  anchors: readonly Anchor[],
  asides: readonly Stretch[] = [],
): SuppressionComment[] {
  const headings = sections.flatMap(({ id, headingSpan }) => {
    if (headingSpan === null) return [];
    const location = locate({ anchors }, headingSpan.start);
    return [{ id, location, aside: asides.find((aside) => holds(aside, location)) }];
  });
  return found.map((comment) => {
    // The latest in the file, which need not be the last of the list: notes and asides are moved behind the text.
    let holder: (typeof headings)[number] | null = null;
    for (const heading of headings) {
      if (compare(heading.location, comment.location) > 0) continue;
      if (heading.aside !== undefined && !holds(heading.aside, comment.location)) continue;
      if (holder === null || compare(heading.location, holder.location) >= 0) holder = heading;
    }
    return { ...comment, section: holder?.id ?? null };
  });
}

function holds({ start, end }: Stretch, location: Location): boolean {
  return compare(start, location) <= 0 && compare(location, end) < 0;
}

function compare(a: Location, b: Location): number {
  if (!("line" in a) || !("line" in b)) return 0;
  return a.line - b.line || a.column - b.column;
}
