// Headings that are not marked as such but set in larger type than the text. (Bold lines in the size of the text are for
// read/structure to judge, which sees them in every format.)
import type { Paragraph } from "./story.ts";
import { textOf } from "./story.ts";

const longestHeading = 120;

/** Sizes that differ by less look the same on paper. */
const visiblyLarger = 1.1;

/** Deeper than this, sizes of type say more about moods than about order. */
const deepestFaked = 3;

/**
 * Sought only in a document that marks no heading or a single one: where headings are marked, larger type is decoration.
 * Answers levels for paragraphs that have none in `levels`; larger type is a higher level, and a single marked heading
 * stays above them.
 */
export function findFakedHeadings(
  paragraphs: readonly Paragraph[],
  levels: ReadonlyMap<Paragraph, number>,
  titleParts: readonly Paragraph[],
): ReadonlyMap<Paragraph, number> {
  const faked = new Map<Paragraph, number>();
  if (levels.size > 1) return faked;
  const visible = paragraphs.filter((paragraph) => textOf(paragraph).trim() !== "" && !paragraph.contents);
  const textSize = usualSize(visible);
  if (textSize === null) return faked;
  const candidates = visible.filter(
    (paragraph, index) =>
      isLarger(paragraph, textSize) &&
      !levels.has(paragraph) &&
      !titleParts.includes(paragraph) &&
      !paragraph.list &&
      paragraph.style.role === null &&
      canBeHeading(textOf(paragraph).trim()) &&
      // Something must stand under it.
      index + 1 < visible.length,
  );
  // Half of a document in large type is a poster, not a text with headings.
  if (candidates.length * 2 > visible.length) return faked;
  const sizes = [...new Set(candidates.map((paragraph) => paragraph.size ?? 0))].sort((a, b) => b - a);
  const above = Math.max(0, ...levels.values());
  for (const paragraph of candidates) {
    const rank = sizes.indexOf(paragraph.size ?? 0) + 1;
    faked.set(paragraph, above + Math.min(rank, deepestFaked));
  }
  return faked;
}

/** The size of most letters. */
function usualSize(paragraphs: readonly Paragraph[]): number | null {
  const letters = new Map<number, number>();
  for (const paragraph of paragraphs) {
    if (paragraph.size === null) continue;
    letters.set(paragraph.size, (letters.get(paragraph.size) ?? 0) + textOf(paragraph).length);
  }
  let usual: number | null = null;
  for (const [size, count] of letters) if (usual === null || count > (letters.get(usual) ?? 0)) usual = size;
  return usual;
}

function isLarger(paragraph: Paragraph, textSize: number): boolean {
  return paragraph.size !== null && paragraph.size > textSize * visiblyLarger;
}

/** Short, with words, one line, and not a sentence: headings end without a full stop. */
function canBeHeading(text: string): boolean {
  return (
    text.length <= longestHeading && !text.includes("\n") && !/[.:;,!]$/u.test(text) && /\p{L}{3}/u.test(text)
  );
}
