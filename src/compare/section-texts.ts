// The text of each section of a document that was just read, for recognising it in another version.
import type { Document } from "../model/document.ts";
import type { SectionTexts } from "./align-sections.ts";

/** The section's own blocks, without its heading and without running headers; sub-sections stand under their own id. */
export function sectionTexts(document: Document): SectionTexts {
  return new Map(
    document.sections.map(({ id, blocks }) => {
      const own = document.blocks.slice(blocks.first, blocks.end);
      const texts = own
        .filter(({ kind, layer }) => kind !== "heading" && layer !== "furniture")
        .map(({ span }) => document.text.slice(span.start, span.end));
      return [id, texts.join("\n")];
    }),
  );
}
