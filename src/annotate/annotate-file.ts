// A document of any format + what is to be written in its margin → a copy, or why there is none.
import type { Annotations } from "../model/annotation.ts";
import type { Format } from "../model/document.ts";
import type { Annotated } from "./annotated.ts";
import type { AnnotateDocxOptions } from "./docx/annotate-docx.ts";

/** Endings that a copy may have, by format; the first is the usual one. Other formats hold no comments. */
export const copyEndings = {
  docx: ["docx", "docm", "dotx", "dotm"],
  pdf: ["pdf"],
} as const satisfies Partial<Record<Format, readonly string[]>>;

export type AnnotatedFormat = keyof typeof copyEndings;

/** Pure: the same bytes and annotations give the same copy. What writes PDF is only loaded for a PDF. */
export async function annotateFile(
  bytes: Uint8Array,
  format: AnnotatedFormat,
  annotations: Annotations,
  options: AnnotateDocxOptions,
): Promise<Annotated> {
  if (format === "docx") {
    const { annotateDocx } = await import("./docx/annotate-docx.ts");
    return annotateDocx(bytes, annotations, options);
  }
  const { annotatePdf } = await import("./pdf/annotate-pdf.ts");
  return annotatePdf(bytes, annotations, options);
}
