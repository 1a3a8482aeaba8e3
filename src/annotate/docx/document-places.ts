// What stands where in the XML of a Word document, as far as a copy with comments needs to know it.

/** Offsets count code units of the XML text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A w:r. */
export interface RunPlace {
  readonly start: number;
  /** Behind its opening tag. */
  readonly opened: number;
  /** Its w:rPr; null without one. */
  properties: Range | null;
  /** Whether its properties set a highlight. */
  highlighted: boolean;
  /** Offset of its closing tag, and the one behind it. */
  closing: number;
  end: number;
  /** How many elements stand in it beside its properties. */
  children: number;
}

/** A w:t of a paragraph. */
export interface TextPlace {
  readonly run: RunPlace;
  readonly tag: Range;
  /** Whether its tag says that spaces at its ends count. */
  readonly keepsSpaces: boolean;
  /** Its content. */
  readonly content: Range;
  readonly text: string;
  /** For each code unit of `text` its offset in the XML. */
  readonly offsets: readonly number[];
  /** First, and last, of the elements in its run. */
  readonly first: boolean;
  last: boolean;
}

export interface ParagraphPlace {
  /** From 1. */
  readonly number: number;
  /** Its opening tag. */
  readonly tag: Range;
  /** Whether it has no content and no closing tag. */
  readonly empty: boolean;
  /** Name of the tag as it is written. */
  readonly name: string;
  /** Behind its properties: where its content begins. */
  inside: number;
  /** Offset of its closing tag. */
  closing: number;
  /** The paragraph of the text that it hangs on, for one in a text box. */
  readonly host: ParagraphPlace | null;
  /** Id of the footnote or endnote that it stands in, in a part of notes; null elsewhere. */
  readonly note: string | null;
  readonly texts: TextPlace[];
}

/** A w:commentRangeStart, w:commentRangeEnd or w:commentReference. */
export interface CommentMark extends Range {
  readonly id: string;
  readonly kind: "start" | "end" | "reference";
  /** Paragraph that it stands in, null between paragraphs. */
  readonly paragraph: ParagraphPlace | null;
  /** Of a reference. */
  readonly run: RunPlace | null;
}

export type NoteKind = "footnote" | "endnote";

/** A w:footnoteReference or w:endnoteReference that this reading of the text has. */
export interface NoteMark {
  readonly kind: NoteKind;
  readonly id: string;
  readonly paragraph: ParagraphPlace;
  readonly run: RunPlace;
}

export interface BookmarkMark extends Range {
  readonly id: string;
  /** "" for the end of one. */
  readonly name: string;
}

export interface DocumentPlaces {
  readonly paragraphs: readonly ParagraphPlace[];
  readonly commentMarks: readonly CommentMark[];
  readonly bookmarks: readonly BookmarkMark[];
  readonly noteMarks: readonly NoteMark[];
  /** All w:highlight. */
  readonly highlights: readonly Range[];
  /** A prefix that is bound to the namespace of the text at its root; null where it has none. */
  readonly prefix: string | null;
  readonly strict: boolean;
}
