// What an engine gives for a page, before any thought about structure. All measures in points, the origin at the
// lower left corner of the page as it is displayed, y upwards.
import type { PlacedWord } from "../../model/document.ts";

/** Text on one baseline in one stretch, without a wide gap inside. */
export interface Run {
  readonly text: string;
  /** Left end of the first and right end of the last visible character. */
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** Type size as displayed: nominal size times the scale of the text matrix. */
  readonly size: number;
  readonly font: string;
  /** Weight of the font as its file states it: 400 is regular, though many files say otherwise. */
  readonly weight: number;
  /** The font calls itself bold, at the first and at the last character. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** Set in the usual direction of reading; false for text that stands on its side. */
  readonly upright: boolean;
  /** The engine saw a line-end hyphen after the last character (it is the last character of `text`). */
  readonly hyphen: boolean;
}

/** Measured like runs: `y0` is the lower edge. */
export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Something filled in, at its place on the page as displayed. */
export interface FormField extends Box {
  /** Paragraphs of text; of a box to tick, the sign "☒" or "☐". */
  readonly text: string;
  readonly isBox: boolean;
  /** Type size that the field asks for; 0 where the program is to choose. */
  readonly size: number;
}

/** What somebody has written beside the text of a page. */
export interface PageNote {
  readonly text: string;
  /** "" where the file does not say. */
  readonly author: string;
}

export interface PageText {
  /** Number of the page in the file, from 1. */
  readonly page: number;
  /** Page number as the file itself names it ("iv"), when it names it. */
  readonly label?: string;
  readonly width: number;
  readonly height: number;
  /** In the order in which the file draws them. */
  readonly runs: readonly Run[];
  /** Lines and areas drawn on the page; none where there are too few or too many to rule a table. */
  readonly drawings?: readonly Box[];
  /** Comments on the page; left out where there are none. */
  readonly notes?: readonly PageNote[];
  /** The fields of a form on the page; their text stands among its runs. Left out for none. */
  readonly fields?: readonly FormField[];
  /** Something is drawn on the page, be it text, a picture or lines. */
  readonly drawn: boolean;
  /** Next to all of the page is a picture, and what text there is are a few words (a stamp, a title). */
  readonly pictured?: boolean;
  /** The engine could not read the page, or died on it. */
  readonly failed?: boolean;
  /** The words that were recognised, where their places were asked for: on the page as displayed, not as it was turned. */
  readonly words?: readonly PlacedWord[];
  /** What is drawn on a page without text looks like a photograph or an ornament, not like a page of writing. */
  readonly illustration?: boolean;
}

/**
 * Whether the text of the page is in a picture: it has none of its own, or only that of a stamp. What is a picture with a
 * title on it, and no writing, has all its text.
 */
export function isUnreadPicture({ runs, drawn, pictured, illustration }: PageText): boolean {
  return runs.length === 0 ? drawn : pictured === true && illustration !== true;
}

/** An entry of the bookmarks, its depth counted from 1. */
export interface Bookmark {
  readonly title: string;
  readonly depth: number;
  /** From 1; null when the entry leads nowhere. */
  readonly page: number | null;
}

/** What an engine gives for a whole file. */
export interface PdfText {
  readonly pages: readonly PageText[];
  /** Pages in the file; more than `pages` when a limit stopped the reading. */
  readonly pageCount: number;
  readonly bookmarks: readonly Bookmark[];
  /** Title in the metadata, "" without. */
  readonly metaTitle: string;
  /** Language of the text as the catalog names it ("sv-SE"), "" without. */
  readonly language: string;
}
