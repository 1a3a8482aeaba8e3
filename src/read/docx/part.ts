// What one part of a Word file gives: its stories, and what stands in it beside text.
import type { Story } from "../word-processor/story.ts";

/** Reference to a header or footer part, with the number of the first paragraph of its section. */
export interface FurnitureReference {
  readonly relationship: string;
  readonly paragraph: number;
}

/** What there is in a part beside its text. */
export interface Counts {
  readonly insertions: number;
  readonly deletions: number;
  readonly formatting: number;
  /** Charts and diagrams whose text could not be had. */
  readonly charts: number;
  readonly diagrams: number;
  /** Objects of other programs and whole documents that are pulled in on opening. */
  readonly embedded: number;
  readonly pictures: number;
}

export interface Part {
  readonly kind: "part";
  /** One for the document, a header or a footer; one for each note in a part of notes. */
  readonly stories: readonly Story[];
  readonly furniture: readonly FurnitureReference[];
  readonly counts: Counts;
}
