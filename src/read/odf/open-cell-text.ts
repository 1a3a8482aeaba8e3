// Where the text of a spreadsheet goes while it is being read: into a cell, a box that lies on the sheet, or a comment.
import type { Meter } from "../office/meter.ts";
import type { CellMeasures } from "./open-sheets.ts";

/** Text of a comment, and who wrote it. */
export interface SheetComment {
  readonly author: string;
  readonly text: string;
}

export interface OpenCellText {
  readonly openCell: (measures: CellMeasures) => void;
  /** Answers the cell with what it shows; null where none was open. */
  readonly closeCell: () => { readonly measures: CellMeasures; readonly text: string } | null;
  readonly openBox: () => void;
  /** Answers the text of the box; null where none was open, or nothing stands in it. */
  readonly closeBox: () => string | null;
  /** A comment stands in its cell: the text around it goes on behind it. */
  readonly openComment: () => void;
  readonly closeComment: () => SheetComment | null;
  /** What is written from here on to the end of the element is the name of who wrote the comment that is open. */
  readonly openAuthor: () => void;
  readonly closeAuthor: () => void;
  /** A paragraph after another begins a line of its own. */
  readonly openParagraph: () => void;
  readonly closeParagraph: () => void;
  /** Text counts only where a paragraph is open; the name of an author stands outside of one, too. */
  readonly append: (text: string) => void;
  readonly appendAuthor: (text: string) => void;
}

/** Starts outside of cells. The meter throws where the text grows past its limit. */
export function startCellText(meter: Meter): OpenCellText {
  let cell: { readonly measures: CellMeasures; text: string; paragraphs: number } | null = null;
  let box: { text: string } | null = null;
  /** The comment that is open, with whether a paragraph was open around it. */
  let comment: { author: string; text: string; readonly around: boolean } | null = null;
  let inParagraph = false;
  let inAuthor = false;
  return {
    openCell: (measures) => {
      cell = { measures, text: "", paragraphs: 0 };
    },
    closeCell: () => {
      const closed = cell;
      cell = null;
      return closed;
    },
    openBox: () => {
      box = { text: "" };
    },
    closeBox: () => {
      const closed = box;
      box = null;
      return closed === null || closed.text.trim() === "" ? null : closed.text;
    },
    openComment: () => {
      comment = { author: "", text: "", around: inParagraph };
      inParagraph = false;
    },
    closeComment: () => {
      const closed = comment;
      if (closed !== null) inParagraph = closed.around;
      comment = null;
      return closed;
    },
    openAuthor: () => {
      inAuthor = comment !== null;
    },
    closeAuthor: () => {
      inAuthor = false;
    },
    openParagraph: () => {
      if (comment !== null) comment.text += comment.text === "" ? "" : "\n";
      else if (box !== null) box.text += box.text === "" ? "" : "\n";
      else if (cell !== null && cell.paragraphs++ > 0) cell.text += "\n";
      inParagraph = true;
    },
    closeParagraph: () => {
      inParagraph = false;
    },
    append: (text) => {
      const into = comment ?? box ?? cell;
      if (!inParagraph || into === null) return;
      into.text += text;
      meter.characters(text.length);
    },
    appendAuthor: (text) => {
      if (inAuthor && comment !== null) comment.author += text;
    },
  };
}
