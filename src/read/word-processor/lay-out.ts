// What of a document is running text: what stands in tables that only place it on the page, and what hangs beside it in boxes.
import { factBoxes } from "./fact-boxes.ts";
import { isLaidOut, onlyCell } from "./tables.ts";
import type { Box, Item, Paragraph, Table } from "./story.ts";
import { paragraphsIn, textOf } from "./story.ts";
import { splitLines } from "./split-lines.ts";

export interface LaidOut {
  readonly item: Paragraph | Table;
  /** The box on the running text that it stands in; null for the running text itself. */
  readonly box: Box | null;
}

/** Longest line alone in a table of one cell that can be a heading in a frame. */
const longestFramed = 80;

/** A paragraph of so many letters is text that a heading can stand over. */
const shortestText = 40;

/**
 * Paragraphs and tables in reading order. Tables that only place text on the page are taken apart: what is in their cells is
 * running text, or in a box where the table is the frame of one. So are paragraphs that hold a heading and its text.
 */
export function layOut(items: readonly Item[]): Generator<LaidOut> {
  return layOutItems(items, null, factBoxes(items));
}

function* layOutItems(
  items: readonly Item[],
  box: Box | null,
  frames: ReadonlyMap<Table, Box>,
): Generator<LaidOut> {
  for (const [index, item] of items.entries()) {
    switch (item.kind) {
      case "paragraph":
        for (const part of splitLines(item)) yield { item: part, box };
        break;
      case "box":
        yield* layOutItems(item.items, box ?? (isBanner(item) ? null : item), frames);
        break;
      case "table": {
        const framed = framedLine(item);
        if (framed !== null && standsOver(items, index)) yield { item: { ...framed, setApart: true }, box };
        else yield* layOutTable(item, box ?? frames.get(item) ?? null, frames);
      }
    }
  }
}

function* layOutTable(table: Table, box: Box | null, frames: ReadonlyMap<Table, Box>): Generator<LaidOut> {
  const kept: Table["rows"][number][] = [];
  // Rows that are kept stay one table up to a row that is not.
  for (const row of table.rows) {
    if (!isLaidOut(table, row)) {
      kept.push(row);
      continue;
    }
    if (kept.length > 0) yield { item: { kind: "table", rows: kept.splice(0) }, box };
    for (const cell of row.cells) yield* layOutItems(cell.items, box, frames);
  }
  if (kept.length > 0) yield { item: { kind: "table", rows: kept }, box };
}

/** The only line of a table with one cell: offices frame or shade their headings like that. */
function framedLine(table: Table): Paragraph | null {
  const cell = onlyCell(table);
  if (cell === null) return null;
  const [only, ...others] = cell.items.filter(
    (item) => item.kind !== "paragraph" || textOf(item).trim() !== "",
  );
  if (only?.kind !== "paragraph" || others.length > 0 || only.list || only.style.role !== null) return null;
  const text = textOf(only).trim();
  // A quotation in a frame is none.
  return text.length <= longestFramed && !text.includes("\n") && /^[\p{Lu}\d§]/u.test(text) ? only : null;
}

/** Whether running text follows the item; what stands under a prompt ("Namn:") is what somebody has filled in. */
function standsOver(items: readonly Item[], index: number): boolean {
  const previous = nextWithText(items, index, -1);
  if (previous?.kind === "paragraph" && /[:–-]$/u.test(textOf(previous).trim())) return false;
  const next = nextWithText(items, index, 1);
  return next?.kind === "paragraph" && next.level === null && textOf(next).length >= shortestText;
}

function nextWithText(items: readonly Item[], from: number, step: 1 | -1): Item | undefined {
  for (let index = from + step; ; index += step) {
    const item = items[index];
    if (item?.kind !== "paragraph" || textOf(item).trim() !== "") return item;
  }
}

/** A box that holds headings and nothing else: the decoration of a chapter whose text follows. */
function isBanner(box: Box): boolean {
  let headings = 0;
  for (const paragraph of paragraphsIn(box.items)) {
    if (textOf(paragraph).trim() === "") continue;
    if (paragraph.level === null || paragraph.contents) return false;
    headings++;
  }
  return headings > 0;
}
