// Paragraphs and tables as the file has them → blocks as every reader hands them in.
import type { Layer } from "../../model/document.ts";
import type { Piece, RawBlock } from "../document-builder.ts";
import { findFakedHeadings } from "./faked-headings.ts";
import { columnsOf, isLaidOut } from "./tables.ts";
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

/** Titles are sought among so many first paragraphs with text: behind them the same style marks chapters. */
const titleWithin = 20;

/** Blocks in reading order: body, notes, then headers, boxes and comments in layers of their own. */
export function arrangeBlocks(stories: Stories): Arranged {
  const blocks: RawBlock[] = [];
  const cited: { reference: NoteReference; paragraph: number }[] = [];
  let tableCount = 0;

  const laidOut = [...layOut(stories.body)];
  const levels = findLevels(laidOut.filter((item) => item.kind === "paragraph"));

  const addParagraph = (paragraph: Paragraph): void => {
    for (const reference of paragraph.notes) cited.push({ reference, paragraph: paragraph.number });
    const level = levels.levels.get(paragraph);
    if (level !== undefined && !paragraph.contents) {
      blocks.push({ kind: "heading", level, pieces: headingPieces(paragraph) });
      return;
    }
    const layer: Layer = paragraph.contents ? "contents" : "body";
    const { bold, pieces } = paragraph;
    // A heading in looks or in the name of its style, but without a level: read/structure decides.
    const strong = bold || paragraph.style.headingLike;
    if (paragraph.style.role === "caption") blocks.push({ kind: "caption", layer, pieces, strong });
    else if (bold && outlineNumber.test(paragraph.label)) {
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
        for (const item of cell.items) {
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
      for (const inner of nested.splice(0)) for (const item of layOut([inner])) add(item);
    }
  };
  const add = (item: Item): void => {
    if (item.kind === "paragraph") addParagraph(item);
    else addTable(item);
  };
  for (const item of laidOut) add(item);

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

/** Takes apart the tables that only place text on the page: what is in their cells is running text. */
function* layOut(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    if (item.kind === "paragraph") {
      yield item;
      continue;
    }
    const kept: Table["rows"][number][] = [];
    // Rows that are kept stay one table up to a row that is not.
    for (const row of item.rows) {
      if (!isLaidOut(item, row)) {
        kept.push(row);
        continue;
      }
      if (kept.length > 0) yield { kind: "table", rows: kept.splice(0) };
      for (const cell of row.cells) yield* layOut(cell.items);
    }
    if (kept.length > 0) yield { kind: "table", rows: kept };
  }
}

/** Levels of the paragraphs that are headings, and the title. */
function findLevels(paragraphs: readonly Paragraph[]): {
  readonly levels: ReadonlyMap<Paragraph, number>;
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
      else levels.set(paragraph, 1);
      continue;
    }
    if (titleParts.length > 0) titleEnded = true;
    if (paragraph.level !== null && !paragraph.contents) levels.set(paragraph, paragraph.level);
  }
  for (const [paragraph, level] of findFakedHeadings(paragraphs, levels, titleParts))
    levels.set(paragraph, level);
  const title = titleParts.map((paragraph) => textOf(paragraph).trim()).join(" ");
  return { levels, title: title === "" ? null : title.replace(/\s+/gu, " ") };
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
