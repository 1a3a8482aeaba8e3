// What a report format may be told about the reader and the place it is printed to.
import type { Report } from "../model/report.ts";
import type { TableName } from "./tables/table-names.ts";

export interface RenderOptions {
  readonly lang: "sv" | "en";
  /** Unfold every section with its evidence. */
  readonly details: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
  /** Bars, lines and bullets may be drawn; without it only plain letters and signs. */
  readonly unicode: boolean;
  /** Linear text for screen readers and dumb terminals: nothing that is told by place, sign or colour alone. */
  readonly plain?: boolean | undefined;
  /** Which table a format that holds only one gives; sections when it is left out. */
  readonly table?: TableName | undefined;
  /** Longest result of a format that can be cut, in bytes of UTF-8. */
  readonly maxBytes?: number | undefined;
}

export type RenderReport = (report: Report, options: RenderOptions) => string;

/** For formats that grow with the documents: the text in pieces, so that it never has to lie in memory whole. */
export type RenderPieces = (report: Report, options: RenderOptions) => Iterable<string>;

/** For formats that are no text (a workbook). */
export type RenderBytes = (report: Report, options: RenderOptions) => Promise<Uint8Array>;
