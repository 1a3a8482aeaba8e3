// What a reader makes of a file, the same for every format. All later stages see only this.
import type { Anchor, Location } from "./location.ts";
import type { Span } from "./span.ts";

/** The formats that are read, by the name that reports give them. The type and the schema of reports both come from here. */
export const formats = [
  "pdf",
  "docx",
  "odt",
  "rtf",
  "doc",
  "pptx",
  "xlsx",
  "ods",
  "html",
  "md",
  "txt",
] as const;
export type Format = (typeof formats)[number];

/**
 * Which part of the original a block belongs to. Nothing is thrown away: what is not running text is moved to a
 * layer of its own, so that a running header cannot count as fifty mentions and can still be looked at.
 *   body       the text itself, in reading order
 *   contents   a line of a table of contents (stays where it stood)
 *   footnote   notes at the foot of a page or at the end (placed after the body)
 *   furniture  running headers, footers and page numbers (placed after the notes)
 *   comment    what somebody has written beside the text, for those who work on it (placed last)
 */
export type Layer = "body" | "contents" | "footnote" | "furniture" | "comment";

export type BlockKind = "heading" | "paragraph" | "list-item" | "table-row" | "caption";

/** One paragraph, heading, list item or table row. Blocks stand in the order of their spans and never overlap. */
export interface Block {
  readonly kind: BlockKind;
  readonly layer: Layer;
  readonly span: Span;
  /** Outline level of a heading, from 1. Only on headings. */
  readonly level?: number;
  /** The cells of a table row, in order, each inside `span`. Only on table rows. */
  readonly cells?: readonly Span[];
  /** Column headings that hold for this row, by column, "" where a column has none. Only on table rows. */
  readonly columns?: readonly string[];
  /** Number of the table in the document, from 1. Only on table rows. */
  readonly table?: number;
  /** Who wrote it, where the file says. Only in the layer "comment". */
  readonly author?: string;
}

/** A heading with the text directly under it (not the text of its sub-headings). */
export interface Section {
  /** "s1", "s2" … in reading order. */
  readonly id: string;
  /** The printed number, "3.2" or "§ 67", when there is one. */
  readonly number: string | null;
  /** The heading without its number ("" when it is a number only), or a name that says what the part is ("sida 3"). */
  readonly heading: string;
  /** Where the heading stands; null when the section has none of its own. */
  readonly headingSpan: Span | null;
  /**
   * Only where the document gives no heading: what the section is, so that a report can say it in its own language.
   * `heading` then holds "" (preamble) or the Swedish name ("sida 3", "del 2", "fotnoter"), which is part of `path`.
   */
  readonly unnamed?: Unnamed;
  /** 1 for a chapter, 2 under it, and so on. 0 for text before the first heading. */
  readonly depth: number;
  /** Headings (with numbers) from the chapter down to this section, itself included. */
  readonly path: readonly string[];
  /** Language of the section (as in `Document.language`), only where it is clearly another than the document's. */
  readonly language?: string;
  /** Index of the parent in `Document.sections`, null for a chapter. */
  readonly parent: number | null;
  /** Index range `[first, end)` into `Document.blocks` of the section's own blocks, its heading included. */
  readonly blocks: { readonly first: number; readonly end: number };
}

/**
 * What a section without a heading is.
 *   preamble   the text before the first heading
 *   page       paragraphs that begin on page `number`; `part` counts from 2 where several sections begin there
 *   part       the `number`-th group of paragraphs
 *   footnotes  all notes
 */
export type Unnamed =
  | { readonly as: "preamble" | "footnotes" }
  | { readonly as: "page"; readonly number: number; readonly part?: number }
  | { readonly as: "part"; readonly number: number };

/** Something that the reader could not do, or did in a way the reader of the report should know. */
export interface Notice {
  readonly code: NoticeCode;
  /** Values that the message is filled with. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly location?: Location;
}

export type NoticeCode =
  | "EMPTY_FILE"
  | "UNKNOWN_FORMAT"
  | "UNSUPPORTED_FORMAT"
  | "FILE_MISSING"
  | "FOLDER_WITHOUT_DOCUMENTS"
  | "PATTERN_WITHOUT_FILES"
  | "FILE_UNREADABLE"
  | "FILE_GONE"
  | "FILE_NAME_NOT_UTF8"
  | "FILE_TOO_LARGE"
  | "READER_FAILED"
  | "READER_TIMED_OUT"
  | "READER_OUT_OF_MEMORY"
  | "JUDGING_TIMED_OUT"
  | "TEXT_TOO_LONG"
  | "PAGES_CUT_OFF"
  | "PDF_ENCRYPTED"
  | "PDF_DAMAGED"
  | "PDF_PAGES_WITHOUT_TEXT"
  | "PDF_PAGES_FAILED"
  | "PDF_NO_TEXT"
  | "PDF_SECOND_ENGINE"
  | "PDF_FIRST_ENGINE_FAILED"
  | "GARBLED_TEXT"
  | "OCR_PAGES"
  | "OCR_UNCERTAIN"
  | "OCR_FAILED"
  | "OCR_NOT_INSTALLED"
  | "ARCHIVE_DAMAGED"
  | "ARCHIVE_TOO_LARGE"
  | "OFFICE_ENCRYPTED"
  | "LOCK_UNKNOWN"
  | "NOT_A_DOCUMENT"
  | "NO_TEXT"
  | "DOCX_SECOND_ENGINE"
  | "TRACKED_CHANGES"
  | "PARTS_LEFT_OUT"
  | "COMMENTS_APART"
  | "FORM_FIELDS_READ"
  | "HIDDEN_PARTS_READ"
  | "SHEETS_CUT_OFF"
  | "ARCHIVE_NESTED_TOO_DEEP"
  | "ARCHIVE_WITHOUT_DOCUMENTS"
  | "NO_HEADINGS"
  | "ENCODING_GUESSED"
  | "MOJIBAKE_REPAIRED"
  | "CONTROL_CHARACTERS"
  | "DAMAGED_TEXT"
  | "BROKEN_WORDS"
  | "FOREIGN_LANGUAGE"
  | "FOREIGN_SECTIONS"
  | "TYPE_UNCERTAIN"
  | "TYPE_UNKNOWN"
  | "SUPPRESSION_INVALID";

/** How much of the file was really read. A verdict needs `share` ≥ 0.9. */
export interface ReadingRecord {
  /** 0..1: pages (or parts) with readable text ÷ all pages (or parts) that should have some. */
  readonly share: number;
  /** Pages, counted from 1, where no text was found though something is drawn there. */
  readonly pagesWithoutText: readonly number[];
  /** Pages, counted from 1, whose text is not language (a font without a usable encoding). */
  readonly garbled: readonly number[];
  /** Pages, counted from 1, whose text was recognised in a picture of the page. Only when that was asked for. */
  readonly recognised?: readonly number[];
  /** Only of a PDF with a form: how many of its fields are filled in or ticked. Their text was read with the page's. */
  readonly fields?: number;
  /** Which engine gave the text. */
  readonly engine: string;
  /** Only where the document has tracked changes. */
  readonly changes?: TrackedChanges;
}

/** The two readings of a text with tracked changes: all of them accepted, or the text as it was before them. */
export const changesReadings = ["accepted", "original"] as const;
export type ChangesRead = (typeof changesReadings)[number];

/** How many tracked changes there are, and how they were read. Changes of one kind that touch count as one. */
export interface TrackedChanges {
  /** Text or table rows put in, or moved to where they stand. */
  readonly insertions: number;
  /** Text or table rows taken out, or moved away. */
  readonly deletions: number;
  /** Paragraphs whose style, outline level or list was changed. */
  readonly formatting: number;
  readonly read: ChangesRead;
}

/** A comment that takes findings out of the count, as it stands in the text. What it says is read in pipeline/. */
export interface SuppressionComment {
  /** What stands between the name of the comment and its end. */
  readonly text: string;
  readonly location: Location;
  /** Id of the section that it stands in; null before the first heading. */
  readonly section: string | null;
}

/** A word that was recognised in the picture of a page. In points of the page as displayed, from its lower left corner. */
export interface PlacedWord {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The words of a page that was recognised, in the order of reading; `page` counts from 1. */
export interface RecognisedWords {
  readonly page: number;
  readonly words: readonly PlacedWord[];
}

export interface Document {
  readonly kind: "document";
  readonly format: Format;
  /** Title as the file or its first page gives it, or null. */
  readonly title: string | null;
  /**
   * Language of the text (ISO 639-1: "sv", "en", "fi"; "no" and "nn" for the two forms of Norwegian; "und" for text in
   * another script that no file names), or null when it cannot be told.
   */
  readonly language: string | null;
  /** Number of pages, null for formats without pages. */
  readonly pages: number | null;
  /** The only copy of the text: NFC, all else points into it. Blocks are separated by line breaks. */
  readonly text: string;
  /** All blocks in the order of their spans; the layers "footnote", "furniture" and "comment" come last, in this order. */
  readonly blocks: readonly Block[];
  /** Every body, contents and footnote block belongs to exactly one section; furniture and comments to none. */
  readonly sections: readonly Section[];
  /** Sorted by offset; the first stands at 0. */
  readonly anchors: readonly Anchor[];
  readonly reading: ReadingRecord;
  readonly notices: readonly Notice[];
  /** Comments that take findings out of the count, in the order of their places. Only when there are any. */
  readonly suppressions?: readonly SuppressionComment[];
  /** Where recognised words stand. Only of pages that were recognised, and only when that was asked for. */
  readonly recognised?: readonly RecognisedWords[];
}

/** The other answer of a reader: the file could not be made into a document. */
export interface Unread {
  readonly kind: "unread";
  readonly format: Format | null;
  /** "no-text": the file opens but holds only pictures. "unreadable": it does not open. */
  readonly status: "no-text" | "unreadable";
  readonly pages: number | null;
  readonly notices: readonly Notice[];
}

export type ReadResult = Document | Unread;
