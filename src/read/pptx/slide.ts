// What a slide holds, in the order of its file: the order in which a screen reader reads it out.

export interface SlideParagraph {
  readonly text: string;
  /** Depth in a list, from 0. */
  readonly level: number;
  /** Whether the slide itself gives it a bullet or takes it away; null where its layout decides. */
  readonly bullet: boolean | null;
  /** Largest type in it, in hundredths of a point; null where its layout decides. */
  readonly size: number | null;
}

export interface SlideShape {
  readonly kind: "shape";
  /** "title", "body", "ftr" …; null for a text box. */
  readonly placeholder: string | null;
  /** Number of the outermost group that it stands in, null for none. */
  readonly group: number | null;
  readonly paragraphs: readonly SlideParagraph[];
}

export interface SlideTable {
  readonly kind: "table";
  /** Marked to have column headings in its first row. */
  readonly headed: boolean;
  readonly rows: readonly (readonly {
    readonly column: number;
    readonly span: number;
    readonly text: string;
  }[])[];
}

/** A chart or diagram, whose text stands in a part of its own. */
export interface SlideObject {
  readonly kind: "chart" | "diagram";
  readonly relationship: string;
}

export type SlideItem = SlideShape | SlideTable | SlideObject;

export interface Slide {
  readonly kind: "slide";
  readonly items: readonly SlideItem[];
  readonly hidden: boolean;
  readonly pictures: number;
  /** Objects of other programs. */
  readonly embedded: number;
  /** How many stretches of text are marked with each language ("sv-SE"). */
  readonly languages: ReadonlyMap<string, number>;
}
