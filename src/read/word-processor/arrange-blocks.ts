// Paragraphs and tables as the file has them → blocks as every reader hands them in.
import type { Layer } from "../../model/document.ts";
import type { Piece, RawBlock } from "../document-builder.ts";
import { findFakedHeadings } from "./faked-headings.ts";
import { layOut } from "./lay-out.ts";
import { placeBoxes } from "./place-boxes.ts";
import { columnsOf } from "./tables.ts";
import type { Item, NoteReference, Notes, Paragraph, Table } from "./story.ts";
import { paragraphsIn, textOf } from "./story.ts";

export interface Stories {
  readonly body: readonly Item[];
  readonly notes: Notes;
  /** Headers and footers with the paragraph that their section begins at. */
  readonly furniture: readonly { readonly paragraph: number; readonly items: readonly Item[] }[];
}

export interface Arranged {
  readonly blocks: readonly RawBlock[];
  /** What is set in the style "Title" at the beginning; null when nothing is. */
  readonly title: string | null;
  /** How many comments there are in the layer "comment", and how many marks of others whose text is not in the file. */
  readonly comments: number;
  readonly lostComments: number;
}

/** A line that opens with a bullet that somebody typed. */
const typedBullet = /^\s*[•●○▪■◦‣·–-]\s+\p{L}/u;

/** The number of a part of a document, "2.3" or "2.3.1.", not of an item ("1.", "a)"). */
const outlineNumber = /^\d+(?:\.\d+)+\.?$/u;

/** The number of a chapter or of an item: "1", "2.", "§ 3". */
const itemNumber = /^(?:§ ?)?\d+\.?$/u;

/** Titles are sought among so many first paragraphs with text: behind them the same style marks chapters. */
const titleWithin = 20;

/** Blocks in reading order: body, notes, then headers, boxes and comments in layers of their own. */
export function arrangeBlocks(stories: Stories): Arranged {
  const blocks: RawBlock[] = [];
  const cited: { reference: NoteReference; paragraph: number }[] = [];
  let tableCount = 0;

  const placed = placeBoxes([...layOut(stories.body)]);
  const paragraphs = placed.flatMap(({ item }) => (item.kind === "paragraph" ? [item] : []));
  const beside = new Set<Item>(placed.flatMap((each) => (each.beside ? [each.item] : [])));
  const levels = findLevels(paragraphs, beside);

  const addParagraph = (paragraph: Paragraph): void => {
    for (const reference of paragraph.notes) cited.push({ reference, paragraph: paragraph.number });
    const level = levels.levels.get(paragraph);
    if (level !== undefined && !paragraph.contents) {
      blocks.push({ kind: "heading", level, pieces: headingPieces(paragraph) });
      return;
    }
    const layer: Layer = paragraph.contents ? "contents" : "body";
    const { bold, pieces } = paragraph;
    if (beside.has(paragraph)) {
      const kind =
        paragraph.style.role === "caption" ? "caption" : paragraph.list ? "list-item" : "paragraph";
      blocks.push({ kind, layer, pieces, beside: true });
      return;
    }
    // A heading in looks or in the name of its style, but without a level: read/structure decides.
    const strong = (paragraph.setApart || paragraph.style.headingLike) && !levels.titleParts.has(paragraph);
    if (paragraph.style.role === "caption") blocks.push({ kind: "caption", layer, pieces, strong });
    else if (bold && (outlineNumber.test(paragraph.label) || levels.numbered.has(paragraph))) {
      // "2.3 E-handel" in bold, numbered by a list: a heading in all but name, which the structure shall see.
      blocks.push({ kind: "paragraph", layer, pieces: headingPieces(paragraph), strong: true });
    } else if (paragraph.list || typedBullet.test(pieces[0]?.text ?? "")) {
      blocks.push({ kind: "list-item", layer, pieces });
    } else blocks.push({ kind: "paragraph", layer, pieces, strong });
  };

  const addTable = (table: Table): void => {
    const number = ++tableCount;
    const columns = columnsOf(table);
    const nested: Table[] = [];
    for (const [index, row] of table.rows.entries()) {
      const cells = row.cells.map((cell) => {
        const pieces: Piece[] = [];
        for (const item of inCell(cell.items)) {
          if (item.kind === "table") {
            nested.push(item);
            continue;
          }
          for (const reference of item.notes) cited.push({ reference, paragraph: item.number });
          if (textOf(item).trim() === "") continue;
          // Paragraphs of one cell stay apart: they are often items of a list.
          pieces.push(...(pieces.length === 0 ? item.pieces : onNewLine(item.pieces)));
        }
        return pieces;
      });
      blocks.push({ kind: "table-row", cells, columns: columns[index] ?? [], table: number });
      for (const inner of nested.splice(0)) for (const each of layOut([inner])) add(each);
    }
  };
  const add = ({ item }: { readonly item: Paragraph | Table }): void => {
    if (item.kind === "paragraph") addParagraph(item);
    else addTable(item);
  };
  for (const each of placed) add(each);

  let comments = 0;
  let lostComments = 0;
  // A note may be commented on: its marks come behind those of the text.
  for (const { reference, paragraph } of cited) {
    const note = stories.notes[reference.kind].get(reference.id);
    const inside = [...paragraphsIn(note?.items ?? [])];
    if (note === undefined && reference.kind === "comment") lostComments++;
    if (note === undefined || inside.every((each) => textOf(each).trim() === "")) continue;
    if (reference.kind === "comment") {
      comments++;
      blocks.push({
        kind: "paragraph",
        layer: "comment",
        ...(note.author === undefined ? {} : { author: note.author }),
        pieces: placedAt(
          inside.flatMap(({ pieces }, index) => (index === 0 ? pieces : onNewLine(pieces))),
          paragraph,
        ),
      });
      continue;
    }
    // A note has no paragraph of its own in the text: it is found where its mark stands.
    for (const { pieces, notes } of inside) {
      blocks.push({ kind: "paragraph", layer: "footnote", pieces: placedAt(pieces, paragraph) });
      for (const mark of notes) if (mark.kind === "comment") cited.push({ reference: mark, paragraph });
    }
  }
  const seen = new Set<string>();
  for (const { paragraph, items } of stories.furniture) {
    for (const inside of paragraphsIn(items)) {
      const text = textOf(inside);
      // The same header for odd, even and first pages, and again in each section.
      if (seen.has(text)) continue;
      seen.add(text);
      blocks.push({ kind: "paragraph", layer: "furniture", pieces: placedAt(inside.pieces, paragraph) });
    }
  }
  return { blocks, title: levels.title, comments, lostComments };
}

/**
 * Levels of the paragraphs that are headings, the items of lists that look like headings, and the title, with the paragraphs
 * that it is made of. `beside`: what stands in boxes, where only the title is sought.
 */
function findLevels(
  paragraphs: readonly Paragraph[],
  beside: ReadonlySet<Item>,
): {
  readonly levels: ReadonlyMap<Paragraph, number>;
  readonly numbered: ReadonlySet<Paragraph>;
  readonly titleParts: ReadonlySet<Paragraph>;
  readonly title: string | null;
} {
  const levels = new Map<Paragraph, number>();
  const titleParts: Paragraph[] = [];
  let seen = 0;
  let titleEnded = false;
  for (const paragraph of paragraphs) {
    if (textOf(paragraph).trim() === "") continue;
    seen++;
    if (paragraph.style.role === "title" && !paragraph.contents) {
      // Authors without a feeling for "Title" set every chapter in it; only what stands first is the title.
      if (!titleEnded && seen <= titleWithin && levels.size === 0) titleParts.push(paragraph);
      else if (!beside.has(paragraph)) levels.set(paragraph, 1);
      continue;
    }
    if (titleParts.length > 0) titleEnded = true;
    if (paragraph.level !== null && !paragraph.contents && !beside.has(paragraph))
      levels.set(paragraph, paragraph.level);
  }
  const running = beside.size === 0 ? paragraphs : paragraphs.filter((paragraph) => !beside.has(paragraph));
  for (const [paragraph, level] of findFakedHeadings(running, levels, titleParts))
    levels.set(paragraph, level);
  const title = titleParts.map((paragraph) => textOf(paragraph).trim()).join(" ");
  return {
    levels,
    numbered: findNumbered(running),
    titleParts: new Set(titleParts),
    title: title === "" ? null : title.replace(/\s+/gu, " "),
  };
}

/** "1. Bakgrund" in bold, numbered by a list, with text under it: lines of a list follow on each other. */
function findNumbered(paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const numbered = new Set<Paragraph>();
  const visible = paragraphs.filter((paragraph) => textOf(paragraph).trim() !== "");
  for (const [index, paragraph] of visible.entries()) {
    if (!paragraph.bold || !itemNumber.test(paragraph.label)) continue;
    const next = visible[index + 1];
    if (next !== undefined && !next.list && !next.bold) numbered.add(paragraph);
  }
  return numbered;
}

/** The paragraphs and tables of a cell; a box in it is no more than the rest. */
function* inCell(items: readonly Item[]): Generator<Paragraph | Table> {
  for (const item of items)
    if (item.kind === "box") yield* inCell(item.items);
    else yield item;
}

/** The text of a heading, on one line and with the number that Word prints before it. */
function headingPieces(paragraph: Paragraph): Piece[] {
  const pieces = paragraph.pieces.map((piece) => ({ ...piece, text: piece.text.replace(/[\n\t]/gu, " ") }));
  if (paragraph.label === "") return pieces;
  return [{ text: `${paragraph.label} `, location: { paragraph: paragraph.number } }, ...pieces];
}

function onNewLine([first, ...rest]: readonly Piece[]): Piece[] {
  return first === undefined ? [] : [{ ...first, text: `\n${first.text}` }, ...rest];
}

function placedAt(pieces: readonly Piece[], paragraph: number): Piece[] {
  return pieces.map(({ text }) => ({ text, location: { paragraph } }));
}
