// Lines of running text → groups of lines that make one paragraph, heading, list item or note.
import type { BodyStyle } from "../headings/body-style.ts";
import { scaleOf } from "../headings/body-style.ts";
import type { Line } from "./lines.ts";

/** Lines that belong together. They can stand on two pages. */
export interface Group {
  readonly kind: "group";
  readonly lines: readonly Line[];
  /** Space above, in ems of the group's own type; null at the top of a page or column. */
  readonly spaceAbove: number | null;
  /** Right edge of the column that the group stands in. */
  readonly right: number;
}

/** How far apart the lines of running text stand, baseline to baseline, in ems. */
export interface Leading {
  readonly ems: number;
}

const listMarker =
  /^(?:[•●▪■◦○‣▸►➢✓·\uF0B7\uF0A7\uF0D8]|[–—*-](?=\s)|o(?=\s\p{Lu})|\(?\p{Ll}\)(?=\s)|\(?\d{1,2}\)(?=\s)|\d{1,2}\.(?=\s+\S))\s*/u;

/** Does the text begin with a bullet, a dash or a number that marks an item of a list? */
export const beginsListItem = (text: string): boolean => listMarker.test(text);

const endsSentence = /[.!?:;…]["”»)]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;
const beginsLower = /^["”»(]?\p{Ll}/u;
/** A change of type size by less than this share is none. */
const sameSize = 0.06;
/** Indent of a first line, in ems. */
const indent = 0.7;

/** The usual distance of lines in the running text: the most frequent one, since paragraphs are mostly longer than two lines. */
export function findLeading(texts: readonly (readonly Line[])[], body: BodyStyle): Leading {
  const counts = new Map<number, number>();
  for (const lines of texts) {
    for (let index = 1; index < lines.length; index++) {
      const above = lines[index - 1];
      const line = lines[index];
      if (above === undefined || line === undefined || Math.abs(scaleOf(line, body) - 1) > sameSize) continue;
      if (Math.abs(above.size - line.size) > 0.5) continue;
      const ems = Math.round(((above.y - line.y) / line.size) * 20) / 20;
      if (ems >= 0.9 && ems <= 2.4) counts.set(ems, (counts.get(ems) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return { ems: best?.[0] ?? 1.3 };
}

/** The lines of one stretch of text, from top to bottom, in groups. */
export function groupLines(lines: readonly Line[], leading: Leading, body: BodyStyle): Group[] {
  const right = columnRight(lines);
  const groups: Group[] = [];
  let current: Line[] = [];
  let spaceAbove: number | null = null;
  const flush = (): void => {
    if (current.length > 0) groups.push({ kind: "group", lines: current, spaceAbove, right });
  };
  for (const line of lines) {
    const last = current.at(-1);
    if (last !== undefined && !beginsGroup(current, last, line, right, leading, body)) {
      current.push(line);
      continue;
    }
    flush();
    spaceAbove = last === undefined || line.y > last.y ? null : (last.y - line.y) / line.size;
    current = [line];
  }
  flush();
  return groups;
}

/** Right edge of a column: where its longest lines end, a few odd ones left out. */
function columnRight(lines: readonly Line[]): number {
  const ends = lines.map((line) => line.x1).sort((a, b) => b - a);
  return ends[Math.min(ends.length - 1, Math.floor(ends.length * 0.03))] ?? 0;
}

function beginsGroup(
  group: readonly Line[],
  last: Line,
  line: Line,
  right: number,
  leading: Leading,
  body: BodyStyle,
): boolean {
  const first = group[0] ?? last;
  const em = line.size;
  if (line.y >= last.y) return true;
  if (Math.abs(last.size - line.size) > sameSize * Math.max(last.size, line.size)) return true;
  if ((last.y - line.y) / em > Math.max(leading.ems * 1.18, leading.ems + 0.15)) return true;
  if (beginsListItem(line.text) && !goesOnAfterDash(last, line)) return true;
  const runsOn =
    last.hyphen ||
    ((beginsLower.test(line.text) || goesOnAfterDash(last, line)) && !endsSentence.test(last.text));
  if (runsOn) return false;
  if (last.bold !== line.bold) return true;
  if (last.italic !== line.italic && endsSentence.test(last.text)) return true;
  // A heading is broken where it reads well, not where the column ends.
  if (scaleOf(line, body) >= 1.15 && (last.y - line.y) / em <= 1.35 && !/^\d/u.test(line.text)) {
    return wordWouldFit(last, line, right) && /^\p{Lu}\p{Ll}/u.test(line.text);
  }
  const isItem = beginsListItem(first.text);
  const moved = line.x0 - last.x0;
  if (isItem) {
    if (line.x0 <= first.x0 + 0.2 * em && group.length > 1 && last.x0 > first.x0 + indent * em) return true;
    if (group.length === 1 && moved <= 0.2 * em && endsSentence.test(last.text)) return true;
  } else if (moved > indent * em && group.length > 0 && moved < 6 * em && !hangs(group, moved / em)) {
    if (endsSentence.test(last.text) || last.x1 < right - 4 * em) return true;
  }
  return wordWouldFit(last, line, right) && (endsSentence.test(last.text) || !beginsLower.test(line.text));
}

const noteMark = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s/u;

/** The second line of a note whose mark stands out to the left; `moved` in ems. */
const hangs = (group: readonly Line[], moved: number): boolean =>
  group.length === 1 && moved < 3 && noteMark.test(group[0]?.text ?? "");

/** A dash at the beginning of a line that goes on in the middle of a sentence is no list marker. */
function goesOnAfterDash(last: Line, line: Line): boolean {
  return /^[–—]\s\p{Ll}/u.test(line.text) && !endsSentence.test(last.text) && !beginsListItem(last.text);
}

/** The first word of the next line would have had room on the last: the line was ended on purpose. */
function wordWouldFit(last: Line, line: Line, right: number): boolean {
  const word = /^\S+/u.exec(line.text)?.[0] ?? "";
  const width = ((line.x1 - line.x0) * (word.length + 1)) / Math.max(1, line.text.length);
  return last.x1 + width + 1.5 * line.size < right;
}

/**
 * Does the group `next`, first of a new column or page, go on where `previous` broke off? Both must be running text of
 * one style. `adjacent`: nothing stands between them.
 */
export function continues(previous: Group, next: Group, adjacent: boolean): boolean {
  const last = previous.lines.at(-1);
  const first = next.lines[0];
  if (last === undefined || first === undefined) return false;
  if (Math.abs(last.size - first.size) > sameSize * last.size) return false;
  if (beginsListItem(first.text) && !goesOnAfterDash(last, first)) return false;
  if (last.hyphen) return true;
  if (endsSentence.test(last.text)) return false;
  if (beginsLower.test(first.text)) return true;
  // A name or a number can begin a line in the middle of a sentence, if the line above is a full one.
  return (
    adjacent &&
    last.bold === first.bold &&
    !first.bold &&
    last.x1 > previous.right - 3 * last.size &&
    last.text.length > 30
  );
}
