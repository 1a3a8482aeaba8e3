// How much of a document was read by the rules too: a section in another language was not.
import type { Document, Section } from "../model/document.ts";
import type { SectionStatus } from "../model/report.ts";
import { isForeign, isForeignSection } from "./section-status.ts";

interface JudgedWords {
  readonly section: Section;
  readonly words: number;
  readonly status: SectionStatus;
}

/** The sections that nobody judged because they are in another language than the rest. */
export function foreignSections<S extends JudgedWords>(
  document: Document,
  sections: readonly S[],
): readonly S[] {
  if (isForeign(document)) return [];
  return sections.filter(({ section, status }) => status === "unread" && isForeignSection(document, section));
}

/**
 * Share of the document that was read and judged, 0..1: that of the reader, less the words of foreign sections. A text that
 * is foreign from end to end was read; that nothing in it was judged its status says.
 */
export function readShare(document: Document, sections: readonly JudgedWords[]): number {
  const foreign = foreignSections(document, sections);
  if (foreign.length === 0) return document.reading.share;
  const wordsIn = (some: readonly JudgedWords[]): number => some.reduce((sum, { words }) => sum + words, 0);
  return document.reading.share * (1 - wordsIn(foreign) / Math.max(1, wordsIn(sections)));
}
