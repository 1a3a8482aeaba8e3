// What a story holds: the text itself, a note, a header. (Word's own word for a stretch of text that is read on its own.)
// The readers of word-processor files hand in stories; how headings, lists and tables come of them is the same for all.
import type { Piece } from "../document-builder.ts";
import type { SetApart } from "./set-apart.ts";
import type { StyleRole } from "./style-names.ts";

/** Mark of a note, or of a comment, in the text. */
export interface NoteReference {
  readonly kind: "footnote" | "endnote" | "comment";
  readonly id: string;
}

/** Notes and comments by their kind, and by the id that their marks name. */
export type Notes = Readonly<Record<NoteReference["kind"], ReadonlyMap<string, Story>>>;

export interface Paragraph extends SetApart {
  readonly kind: "paragraph";
  /** Which paragraph of its part it is, from 1, tables and text boxes included. */
  readonly number: number;
  /** The text in the reading of tracked changes that was asked for. */
  readonly pieces: readonly Piece[];
  readonly style: StyleRole;
  /** Outline level from 1, null for text. */
  readonly level: number | null;
  /** Whether it is an item of a list. */
  readonly list: boolean;
  /** The number that is printed before it without standing in its text, "3.2"; "" for none. */
  readonly label: string;
  /** Whether it stands in a table of contents. */
  readonly contents: boolean;
  /** Type size of most of it, in half points; null when the file does not say. */
  readonly size: number | null;
  readonly notes: readonly NoteReference[];
}

export interface Cell {
  /** First column of the grid that it stands in, from 0. */
  readonly column: number;
  /** Number of columns of the grid that it takes. */
  readonly span: number;
  readonly items: readonly Item[];
}

export interface Row {
  /** Whether the row is marked to be repeated on each page. */
  readonly header: boolean;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
}

/** What stands in a text box, which hangs on the paragraph before it. */
export interface Box {
  readonly kind: "box";
  readonly items: readonly Item[];
}

export type Item = Paragraph | Table | Box;

export interface Story {
  /** Number of the note in its part; "" for other stories. */
  readonly id: string;
  /** Who wrote a comment, where the file says. */
  readonly author?: string;
  readonly items: readonly Item[];
}

/** The text of a paragraph, its number from the list not included. */
export function textOf(paragraph: Paragraph): string {
  let text = "";
  for (const piece of paragraph.pieces) text += piece.text;
  return text;
}

/** All paragraphs in order, those in tables and boxes included. */
export function* paragraphsIn(items: readonly Item[]): Generator<Paragraph> {
  for (const item of items) {
    if (item.kind === "paragraph") yield item;
    else if (item.kind === "box") yield* paragraphsIn(item.items);
    else for (const row of item.rows) for (const cell of row.cells) yield* paragraphsIn(cell.items);
  }
}
