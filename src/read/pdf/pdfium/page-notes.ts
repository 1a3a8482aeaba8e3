// What lies on a page beside its own text: comments that somebody has set there, and what is filled in in a form.
import type { FormField, PageNote } from "../page.ts";
import type { Pdfium } from "./engine.ts";
import { keyOf, wideString } from "./wide-string.ts";

/** Numbers of FPDF_ANNOTATION_SUBTYPE: notes, text on the page, lines and marks with or without a text, stamps. */
const commenting: ReadonlySet<number> = new Set([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
const widget = 20;
/** So many are looked at on a page: links of a contents page count too. */
const mostOnPage = 2_000;

/** The comments of a page, and what `readField` gives for its fields. */
export function readNotes(
  engine: Pdfium,
  page: number,
  readField: (annotation: number) => FormField | null,
): { readonly notes: readonly PageNote[]; readonly fields: readonly FormField[] } {
  const { calls } = engine;
  const count = Math.min(calls.FPDFPage_GetAnnotCount(page), mostOnPage);
  if (count <= 0) return { notes: [], fields: [] };
  const keys = { contents: keyOf(engine, "Contents"), author: keyOf(engine, "T") };
  const notes: PageNote[] = [];
  const fields: FormField[] = [];
  for (let index = 0; index < count; index++) {
    const annotation = calls.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const textAt = (key: number): string =>
      wideString(engine, (buffer, bytes) =>
        calls.FPDFAnnot_GetStringValue(annotation, key, buffer, bytes),
      ).trim();
    const subtype = calls.FPDFAnnot_GetSubtype(annotation);
    if (subtype === widget) {
      const field = readField(annotation);
      if (field !== null) fields.push(field);
    } else if (commenting.has(subtype)) {
      const text = textAt(keys.contents);
      if (text !== "") notes.push({ text, author: textAt(keys.author) });
    }
    calls.FPDFPage_CloseAnnot(annotation);
  }
  for (const address of Object.values(keys)) calls.free(address);
  return { notes, fields };
}
