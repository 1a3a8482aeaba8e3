// Where text boxes are read: a box hangs on a paragraph in the middle of a section, and the section goes on after it.
import type { LaidOut } from "./lay-out.ts";
import type { Box, Paragraph, Table } from "./story.ts";
import { paragraphsIn, textOf } from "./story.ts";

export interface Placed {
  readonly item: Paragraph | Table;
  /** It stands in a box, where headings are none of the document: a quotation, the text of a box with facts. */
  readonly beside: boolean;
}

const longestHeading = 120;

/** So many letters under its first line make a box with a heading of a box with a quotation and a name. */
const shortestText = 40;

/**
 * A box that opens with a heading is put behind the section that it hangs in, as a part of it with a name of its own; any other
 * stays where it is and is text of the section. In a document that has most of its text in boxes, they are how it is laid
 * out, and everything stays as it came.
 */
export function placeBoxes(laidOut: readonly LaidOut[]): readonly Placed[] {
  const boxes = new Map<Box, (Paragraph | Table)[]>();
  let boxed = 0;
  let running = 0;
  for (const { item, box } of laidOut) {
    const length = lengthOf(item);
    if (box === null) running += length;
    else {
      boxed += length;
      const inside = boxes.get(box) ?? [];
      boxes.set(box, inside);
      inside.push(item);
    }
  }
  if (boxes.size === 0 || boxed > running) return laidOut.map(({ item }) => ({ item, beside: false }));

  const heads = new Map<Paragraph | Table, Paragraph>();
  const headed = new Set<Box>();
  for (const [box, inside] of boxes) {
    const head = headOf(inside);
    if (head === null) continue;
    headed.add(box);
    // Its level counts in the box, not in the document: read/structure puts it under the section.
    heads.set(head, { ...head, level: null, setApart: true });
  }
  const isMarked = laidOut.some(
    ({ item, box }) => box === null && item.kind === "paragraph" && item.level !== null && !item.contents,
  );
  const placed: Placed[] = [];
  const waiting: Placed[] = [];
  for (const { item, box } of laidOut) {
    if (box === null) {
      if (canBeHeading(item, isMarked)) placed.push(...waiting.splice(0));
      placed.push({ item, beside: false });
      continue;
    }
    const head = heads.get(item);
    const to = headed.has(box) ? waiting : placed;
    to.push(head === undefined ? { item, beside: true } : { item: head, beside: false });
  }
  placed.push(...waiting);
  return placed;
}

/** The first line of the box, if it is the heading of what follows in it. */
function headOf(items: readonly (Paragraph | Table)[]): Paragraph | null {
  const [first, ...rest] = items.filter((item) => lengthOf(item) > 0);
  if (first?.kind !== "paragraph" || first.list || first.style.role !== null) return null;
  if (first.level === null && !first.setApart && !first.style.headingLike) return null;
  const text = textOf(first).trim();
  if (text.length > longestHeading || /[.,;:!]["”»]?$/u.test(text)) return null;
  return rest.reduce((length, item) => length + lengthOf(item), 0) >= shortestText ? first : null;
}

/** Whether a section may end here. `isMarked`: the document marks its headings, so that a short line is none. */
function canBeHeading(item: Paragraph | Table, isMarked: boolean): boolean {
  if (item.kind === "table") return false;
  const { level, setApart, style } = item;
  if (level !== null || setApart || style.headingLike || style.role === "title") return lengthOf(item) > 0;
  const text = textOf(item).trim();
  return !isMarked && text !== "" && text.length <= longestHeading && !/[.,;:!?]["”»]?$/u.test(text);
}

function lengthOf(item: Paragraph | Table): number {
  let length = 0;
  for (const paragraph of paragraphsIn([item])) length += textOf(paragraph).trim().length;
  return length;
}
