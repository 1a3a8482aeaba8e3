// What a document is called: as its first page says, else as its metadata say, unless that is the name of a file.
import type { BodyStyle } from "./body-style.ts";
import { groupText } from "./headings.ts";
import type { Heading } from "./headings.ts";
import type { Group } from "../layout/paragraphs.ts";

const fileName =
  /\.(?:docx?|pdf|odt|rtf|pptx?|xlsx?|indd|pub|tmp|html?)$|^(?:microsoft word|powerpoint)\b|^(?:untitled|namnlös|dokument\d*|document\d*|slide 1|rubrik|title|mall)$|[\\/_]/iu;

/** Title for the report, null when nothing says it. */
export function documentTitle(printed: string | null, metadata: string): string | null {
  if (printed !== null && printed !== "") return printed;
  const title = metadata.replace(/\s+/gu, " ").trim();
  return title.length >= 4 && /\p{L}{3}/u.test(title) && !fileName.test(title) ? title : null;
}

const titleScale = 1.25;
/** Type beside the title that is at least so large compared with it belongs to the title. */
const titlePartScale = 0.7;
/** A first page with fewer words than this is a cover: it has one heading. */
const coverWords = 120;

/** The first page with text. */
export interface Cover {
  readonly groups: readonly Group[];
  readonly words: number;
}

export interface TitleFound {
  readonly title: Heading | null;
  /** The headings, the title among them, without others on a cover. */
  readonly headings: readonly Heading[];
  /** Groups that became part of the title; in the place of `into` stands the whole title. */
  readonly dropped: { readonly groups: ReadonlySet<Group>; readonly into: Group | null };
}

/**
 * Finds the title on the first page and joins its parts ("ETT PROGRAM FÖR" above "FÖRÄNDRING"). On a cover it is the
 * only heading that nothing else names.
 */
export function findTitle(headings: readonly Heading[], cover: Cover, body: BodyStyle): TitleFound {
  const onCover = headings.filter(({ group }) => cover.groups.includes(group));
  let title: Heading | null = null;
  for (const heading of onCover) {
    if (heading.style.size < titleScale * body.size || heading.numberDepth !== null) continue;
    if (title === null || heading.style.size > title.style.size + 0.5) title = heading;
  }
  const none = { groups: new Set<Group>(), into: null };
  if (title === null || cover.words >= coverWords) return { title, headings, dropped: none };
  const largest = title.style.size;
  const { groups } = cover;
  const belongs = (group: Group | undefined): boolean =>
    onCover.some((heading) => heading.group === group && heading.style.size >= titlePartScale * largest);
  const at = groups.indexOf(title.group);
  let first = at;
  while (belongs(groups[first - 1])) first--;
  let last = at;
  while (belongs(groups[last + 1])) last++;
  const parts = groups.slice(first, last + 1);
  const group: Group = { ...title.group, lines: parts.flatMap((part) => part.lines) };
  const whole: Heading = { ...title, group, text: groupText(group) };
  // Other large lines on a cover are no headings, unless a bookmark says that they are.
  const others = headings.filter(
    (heading) =>
      !parts.includes(heading.group) && (!onCover.includes(heading) || heading.bookmarkDepth !== null),
  );
  return {
    title: whole,
    headings: [whole, ...others],
    dropped: { groups: new Set(parts), into: parts[0] ?? null },
  };
}
