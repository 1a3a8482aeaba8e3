import { htmlPieces } from "../../src/report/html/render-html.ts";
import type { Report } from "../../src/model/report.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";

/** The page as one text. */
export const renderHtml = (report: Report, options: RenderOptions): string =>
  [...htmlPieces(report, options)].join("");
