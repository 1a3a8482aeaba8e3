// Which section a comment stands in that takes findings out of the count.
import type { Section, SuppressionComment } from "../../model/document.ts";
import { locate } from "../../model/locate.ts";
import type { Anchor, Location } from "../../model/location.ts";

/** A comment as a reader finds it. */
export type FoundSuppression = Omit<SuppressionComment, "section">;

const marker = /^\s*genomlys-ignore(?![\w-])/;

/** What a comment says behind its name; null for any other comment. `inside` stands between "<!--" and "-->". */
export function suppressionText(inside: string): string | null {
  const name = marker.exec(inside)?.[0];
  return name === undefined ? null : inside.slice(name.length).trim();
}

/** The comments with the section of the last heading before each, by line and column in the file. */
export function placeSuppressions(
  found: readonly FoundSuppression[],
  sections: readonly Section[],
  anchors: readonly Anchor[],
): SuppressionComment[] {
  const headings = sections.flatMap(({ id, headingSpan }) =>
    headingSpan === null ? [] : [{ id, location: locate({ anchors }, headingSpan.start) }],
  );
  return found.map((comment) => {
    // The latest in the file, which need not be the last of the list: notes are moved behind the text.
    let holder: (typeof headings)[number] | null = null;
    for (const heading of headings) {
      if (compare(heading.location, comment.location) > 0) continue;
      if (holder === null || compare(heading.location, holder.location) >= 0) holder = heading;
    }
    return { ...comment, section: holder?.id ?? null };
  });
}

function compare(a: Location, b: Location): number {
  if (!("line" in a) || !("line" in b)) return 0;
  return a.line - b.line || a.column - b.column;
}
