// What the reader saw of a document: plain JSON for `genomlys outline`, before any word is said about its content.
import type { Format, ReadingRecord, Unnamed } from "./document.ts";
import type { Location } from "./location.ts";
import type { NoticeReport } from "./report.ts";
import type { LocalText } from "./rule.ts";

/** A section and what the rules take it for. */
export interface OutlineSection {
  readonly id: string;
  readonly number: string | null;
  readonly heading: string;
  /** Only on sections without a heading in the document: what they are. */
  readonly unnamed?: Unnamed;
  readonly path: readonly string[];
  readonly depth: number;
  /** Where it begins and ends. */
  readonly location: Location;
  readonly end: Location;
  /** Only where it is another than the document's. */
  readonly language?: string;
  /** Words of the section's own text, its heading not counted. */
  readonly words: number;
  /** Role from the rules, "body" when no rule knows the section. */
  readonly role: string;
  /** What gave the role, and by which rule. */
  readonly roleBy: "heading" | "text" | "above" | "document" | "opening" | "layer" | "none";
  readonly rule: string | null;
  /** Nothing is expected here, and what is found does not count. */
  readonly quiet: boolean;
  /** What is found here does not carry a verdict. */
  readonly framing: boolean;
}

/** A line that was taken out of the running text, and how many times it stands there; figures in it may differ. */
export interface OutlineSample {
  readonly text: string;
  readonly count: number;
}

/** Text that is kept apart from the running text. */
export interface OutlineLayer {
  /** Paragraphs or lines. */
  readonly blocks: number;
  readonly words: number;
  /** The most frequent, at most five. */
  readonly samples: readonly OutlineSample[];
}

/** What somebody has written beside the text. */
export interface OutlineComment {
  /** "" where the file does not say. */
  readonly author: string;
  readonly text: string;
  /** What it is about begins or ends here. */
  readonly location: Location;
}

export interface OutlineDocument {
  readonly path: string;
  readonly sha256: string;
  readonly format: Format | null;
  readonly status: "read" | "unreadable" | "no-text";
  readonly title: string | null;
  /** Language of the text, "sv"; null where it cannot be told. */
  readonly language: string | null;
  readonly pages: number | null;
  readonly words: number;
  readonly type: { readonly id: string; readonly confidence: number; readonly because: readonly string[] };
  readonly reading: ReadingRecord;
  readonly sections: readonly OutlineSection[];
  /** Blocks of the running text, by kind. */
  readonly blocks: {
    readonly headings: number;
    readonly paragraphs: number;
    readonly listItems: number;
    readonly tables: number;
    readonly tableRows: number;
    readonly captions: number;
  };
  readonly layers: {
    /** Running headers and footers. */
    readonly furniture: OutlineLayer;
    /** Of the furniture, the lines that hold no letter. */
    readonly pageNumbers: number;
    readonly footnotes: OutlineLayer;
    readonly contents: OutlineLayer;
    readonly comments: readonly OutlineComment[];
  };
  readonly notices: readonly NoticeReport[];
}

export interface Outline {
  readonly schema: "genomlys-outline/1";
  readonly tool: { readonly name: "genomlys"; readonly version: string };
  readonly labels: {
    readonly roles: Readonly<Record<string, LocalText>>;
    readonly types: Readonly<Record<string, LocalText>>;
  };
  readonly documents: readonly OutlineDocument[];
}
