// What is to be written into a copy of a document: comments at what is missing, and the words that are evidence.
import type { RecognisedWords } from "./document.ts";
import type { Location } from "./location.ts";
import type { Level, Severity } from "./report.ts";

/**
 * Some text at one place of the original (a page, a paragraph), with the text around it, so that whoever only has the
 * file can find the very words again. White space is as in `Document.text`.
 */
export interface Stretch {
  readonly location: Location;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** One thing to say in a comment. */
export interface CommentEntry {
  readonly kind: "gap" | "requirement" | "waiver" | "waiverMotivated";
  /** What `genomlys explain` knows it by: id of the remedy or requirement; that of the flag for a waiver without a gap. */
  readonly rule: string;
  readonly severity: Severity;
  /** What the requirement asks for; "" for other kinds. */
  readonly title: string;
  /** "" for a waiver, whose texts are the tool's own. */
  readonly message: string;
  readonly question: string;
  readonly recommendation: string;
}

/** A comment with the place where it is hung up; no stretches: the document itself, at its beginning. */
export interface Comment {
  readonly stretches: readonly Stretch[];
  /** Never empty; the gravest first. */
  readonly entries: readonly CommentEntry[];
}

/** Words that are evidence. */
export interface Highlight {
  readonly stretches: readonly Stretch[];
  readonly rule: string;
  readonly level: Level;
}

export interface Annotations {
  /** In reading order; what concerns the document itself first. */
  readonly comments: readonly Comment[];
  /** In reading order. */
  readonly highlights: readonly Highlight[];
  /** The first words of the text: where a comment on the document itself is hung up. */
  readonly beginning: readonly Stretch[];
  /** Where the words of recognised pages stand: their file has no text to find them in. */
  readonly recognised?: readonly RecognisedWords[];
}
