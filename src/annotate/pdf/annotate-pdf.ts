// PDF + what is to be written in its margin → a copy with notes at gaps and highlights on the words that are evidence.
import type { Language } from "../../messages/message.ts";
import type { Annotations, Stretch } from "../../model/annotation.ts";
import type { Annotated } from "../annotated.ts";
import { commentLines, highlightText } from "../comment-lines.ts";
import { countPages, findPlaces, type FoundPlaces } from "./find-places.ts";
import { layOutNotes, type NoteLayout } from "./lay-out-notes.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { writeAnnotations, type PdfHighlight, type PdfNote } from "./write-annotations.ts";

/** Pure: the same bytes and annotations give the same copy. */
export async function annotatePdf(
  bytes: Uint8Array,
  annotations: Annotations,
  options: { readonly lang: Language },
): Promise<Annotated> {
  const original = withoutOwnUpdate(bytes);
  const found = await findPlaces(original, {
    words: annotations.highlights.flatMap((highlight) => highlight.stretches),
    headings: [...annotations.beginning, ...annotations.comments.flatMap((comment) => comment.stretches)],
    recognised: annotations.recognised ?? [],
  });
  if (found.kind === "failure")
    return { kind: "refused", reason: found.failure === "password" ? "locked" : "damaged" };
  const { places } = found;
  const highlights = highlightsOf(annotations, places, options.lang);
  const notes = notesOf(annotations, places, options.lang);
  const written = await writeAnnotations(original, places.pageCount, highlights, notes);
  if (written.kind === "failure") return { kind: "refused", reason: written.failure };
  // The copy is opened once before it is handed out: a file that opens nowhere would be worse than none.
  if ((await countPages(written.bytes)) !== places.pageCount) return { kind: "refused", reason: "damaged" };
  return {
    kind: "annotated",
    bytes: written.added ? withMark(written.bytes, original.length) : written.bytes,
    comments: written.notes,
    highlights: highlights.length,
    kept: written.kept,
    signed: isSigned(original),
  };
}

function highlightsOf(annotations: Annotations, { rects }: FoundPlaces, lang: Language): PdfHighlight[] {
  return annotations.highlights.flatMap((highlight) => {
    // Words that go on over the end of a page are a highlight on each.
    const byPage = new Map<number, PdfHighlight["lines"]>();
    for (const stretch of highlight.stretches) {
      const lines = rects.get(stretch);
      if (lines === undefined || !("page" in stretch.location)) continue;
      const { page } = stretch.location;
      byPage.set(page, [...(byPage.get(page) ?? []), ...lines]);
    }
    return [...byPage].map(([page, lines]) => ({ page, lines, text: highlightText(highlight, lang) }));
  });
}

function notesOf(annotations: Annotations, { pages, rects }: FoundPlaces, lang: Language): PdfNote[] {
  const layouts = new Map<PageGeometry, NoteLayout>();
  return annotations.comments.flatMap((comment) => {
    const stretches = comment.stretches.length > 0 ? comment.stretches : annotations.beginning;
    const [first] = stretches;
    const page = first !== undefined && "page" in first.location ? first.location.page : 1;
    const geometry = pages.get(page);
    const lines = commentLines(comment, lang);
    if (geometry === undefined || lines.length === 0) return [];
    const layout = layouts.get(geometry) ?? layOutNotes(geometry);
    layouts.set(geometry, layout);
    return [
      {
        page,
        rect: layout.place(firstLine(stretches, rects)),
        text: lines.map(({ text }) => text).join("\n"),
        turn: geometry.turn,
      },
    ];
  });
}

function firstLine(
  stretches: readonly Stretch[],
  rects: FoundPlaces["rects"],
): Parameters<NoteLayout["place"]>[0] {
  const [first] = stretches;
  return first === undefined ? undefined : rects.get(first)?.[0];
}

/**
 * The last line of a copy says how long the original is. As long as nothing has been added behind it, a later run starts
 * from the original: it gives the same copy, and the file does not grow.
 */
function withMark(copy: Uint8Array, originalLength: number): Uint8Array {
  return Buffer.concat([copy, Buffer.from(`\n%genomlys ${String(originalLength)}\n`, "latin1")]);
}

function withoutOwnUpdate(bytes: Uint8Array): Uint8Array {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 40))).toString("latin1");
  const length = Number(/%%EOF\s*\n%genomlys (\d+)\n$/.exec(tail)?.[1] ?? Number.NaN);
  return length > 0 && length < bytes.length ? bytes.subarray(0, length) : bytes;
}

/** A signature lies uncompressed in its file, since it names the bytes that it holds for (ISO 32000-2, 12.8.1). */
function isSigned(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/ByteRange");
}
