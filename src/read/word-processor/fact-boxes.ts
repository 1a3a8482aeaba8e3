// Tables of one cell that frame a box with facts: a heading of its own and text under it, in the middle of a section.
import { splitNumber } from "../structure/split-number.ts";
import { onlyCell } from "./tables.ts";
import type { Box, Item, Paragraph, Table } from "./story.ts";
import { paragraphsIn, textOf } from "./story.ts";

interface Frame {
  readonly table: Table;
  readonly head: Paragraph;
  readonly level: number;
  /** Which heading of the running text it stands under, from 1; 0 for none. */
  readonly section: number;
  /** Whether that section is of its level or above, and its text goes on behind the frame. */
  readonly inside: boolean;
}

/**
 * The tables of a story that frame a box with facts, as the boxes that they are. The frame of a section's own heading is none:
 * it bears a number, or stands above the section before it, or stands with its like under one heading, or frames are where the
 * document has its headings of that level. Nor is one with a heading behind it: it ends where it should.
 */
export function factBoxes(items: readonly Item[]): ReadonlyMap<Table, Box> {
  const frames: Frame[] = [];
  /** How many headings of each level stand in the running text, in frames, and in frames under one heading. */
  const running: number[] = [];
  const framed: number[] = [];
  const together = new Map<string, number>();
  let section = 0;
  let above = Number.POSITIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    if (item.kind === "paragraph" && isHeading(item) && textOf(item).trim() !== "") {
      above = item.level;
      section++;
      running[above] = (running[above] ?? 0) + 1;
    }
    const head = item.kind === "table" ? headOf(item) : null;
    if (item.kind !== "table" || head === null) continue;
    const { level } = head;
    frames.push({ table: item, head, level, section, inside: above <= level && goesOn(items, index) });
    framed[level] = (framed[level] ?? 0) + 1;
    const place = `${String(section)} ${String(level)}`;
    together.set(place, (together.get(place) ?? 0) + 1);
  }
  const boxes = new Map<Table, Box>();
  for (const { table, head, level, section: under, inside } of frames) {
    if (!inside || together.get(`${String(under)} ${String(level)}`) !== 1) continue;
    if (head.label !== "" || splitNumber(textOf(head).trim(), true).number !== null) continue;
    const unframed = running.reduce((count, each, at) => (at <= level ? count + each : count), 0);
    if (unframed > (framed[level] ?? 0))
      boxes.set(table, { kind: "box", items: onlyCell(table)?.items ?? [] });
  }
  return boxes;
}

/** The only heading of a table with one cell, over text in the same cell. */
function headOf(table: Table): (Paragraph & { readonly level: number }) | null {
  const cell = onlyCell(table);
  if (cell === null) return null;
  const inside = [...paragraphsIn(cell.items)].filter((paragraph) => textOf(paragraph).trim() !== "");
  const [head, ...text] = inside;
  if (head === undefined || text.length === 0 || text.some(isHeading)) return null;
  return isHeading(head) ? head : null;
}

/** Whether running text follows the item. */
function goesOn(items: readonly Item[], index: number): boolean {
  let at = index + 1;
  for (let next = items[at]; next?.kind === "paragraph" && textOf(next).trim() === ""; next = items[at]) at++;
  const next = items[at];
  return next?.kind === "paragraph" && next.level === null;
}

function isHeading(paragraph: Paragraph): paragraph is Paragraph & { readonly level: number } {
  return paragraph.level !== null && !paragraph.contents;
}
