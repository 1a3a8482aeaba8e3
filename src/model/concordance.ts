// Every occurrence of a word in its context, document by document. Plain data, like the report.
import type { Location } from "./location.ts";
import type { NoticeReport, SectionReport } from "./report.ts";

export interface ConcordanceHit {
  readonly section: Pick<SectionReport, "id" | "number" | "heading" | "under" | "depth">;
  readonly location: Location;
  /** Text of the same paragraph before and after, white space folded; at most some 150 letters. */
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface ConcordanceDocument {
  readonly path: string;
  readonly status: "read" | "unreadable" | "no-text";
  /** In the order of the document. */
  readonly hits: readonly ConcordanceHit[];
  readonly notices: readonly NoticeReport[];
}

export interface Concordance {
  readonly term: string;
  readonly documents: readonly ConcordanceDocument[];
}
