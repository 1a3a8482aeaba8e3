// What lies on a page beside its own text: comments that somebody has set there, and what is typed into fields of a form.
import type { PageNote } from "../page.ts";
import type { Pdfium } from "./engine.ts";
import { wideString } from "./wide-string.ts";

/** Numbers of FPDF_ANNOTATION_SUBTYPE: notes, text on the page, lines and marks with or without a text, stamps. */
const commenting: ReadonlySet<number> = new Set([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
const widget = 20;
/** Kinds of fields that hold text, not ticks: typed in, and chosen. */
const textFields: ReadonlySet<string> = new Set(["Tx", "Ch"]);
/** So many are looked at on a page: links of a contents page count too. */
const mostOnPage = 2_000;

/** The comments of a page, and how many of its fields somebody has filled in. */
export function readNotes(
  engine: Pdfium,
  page: number,
): { readonly notes: readonly PageNote[]; readonly fields: number } {
  const { calls } = engine;
  const count = Math.min(calls.FPDFPage_GetAnnotCount(page), mostOnPage);
  if (count <= 0) return { notes: [], fields: 0 };
  const keys = {
    contents: keyOf(engine, "Contents"),
    author: keyOf(engine, "T"),
    value: keyOf(engine, "V"),
    kind: keyOf(engine, "FT"),
  };
  const notes: PageNote[] = [];
  let fields = 0;
  for (let index = 0; index < count; index++) {
    const annotation = calls.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const textAt = (key: number): string =>
      wideString(engine, (buffer, bytes) =>
        calls.FPDFAnnot_GetStringValue(annotation, key, buffer, bytes),
      ).trim();
    const subtype = calls.FPDFAnnot_GetSubtype(annotation);
    if (subtype === widget) {
      if (textFields.has(textAt(keys.kind)) && textAt(keys.value) !== "") fields++;
    } else if (commenting.has(subtype)) {
      const text = textAt(keys.contents);
      if (text !== "") notes.push({ text, author: textAt(keys.author) });
    }
    calls.FPDFPage_CloseAnnot(annotation);
  }
  for (const address of Object.values(keys)) calls.free(address);
  return { notes, fields };
}

/** A name in the engine's memory, to be freed by the caller. */
function keyOf(engine: Pdfium, name: string): number {
  const bytes = Buffer.from(`${name}\0`, "latin1");
  const address = engine.calls.malloc(bytes.length);
  engine.bytes().set(bytes, address);
  return address;
}
