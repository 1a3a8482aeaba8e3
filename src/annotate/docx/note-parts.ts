// The parts of a Word document that hold its footnotes and endnotes. A note has no paragraph of its own in the text: the
// reader places its words at the paragraph of its mark, and here they are found in the note again.
import type { Archive } from "../../read/archive/open-archive.ts";
import type { ChangesRead } from "../../model/document.ts";
import { decodePart, type PartText } from "./part-text.ts";
import type { DocumentPlaces, NoteKind, NoteMark, ParagraphPlace } from "./document-places.ts";
import { scanDocument } from "./scan-document.ts";

/** A part that holds text: the document itself, or notes. */
export interface TextPart {
  readonly name: string;
  readonly part: PartText;
  readonly places: DocumentPlaces;
}

export interface NotePart extends TextPart {
  readonly kind: NoteKind;
}

/** A paragraph of a note, with the mark that leads to it. */
export interface NoteParagraph {
  readonly mark: NoteMark;
  readonly holder: NotePart;
  readonly paragraph: ParagraphPlace;
}

/** The parts that can be read; `named` gives the name of the part of a type. One that is broken is left as it is. */
export function readNoteParts(
  archive: Archive,
  named: (type: string) => string | undefined,
  changes: ChangesRead,
): NotePart[] {
  return (["footnote", "endnote"] as const).flatMap((kind) => {
    const name = named(`${kind}s`);
    const read = name === undefined ? null : archive.read(name);
    const part = read?.kind === "bytes" ? decodePart(read.bytes) : null;
    const places = part === null ? null : scanDocument(part.text, changes);
    return name === undefined || part === null || places === null ? [] : [{ kind, name, part, places }];
  });
}

/** Answers which paragraphs of notes belong to a paragraph of the text, in the order of their marks. */
export function notesFinder(
  text: DocumentPlaces,
  parts: readonly NotePart[],
): (paragraph: ParagraphPlace) => readonly NoteParagraph[] {
  const byNote = new Map<string, Omit<NoteParagraph, "mark">[]>();
  for (const holder of parts)
    for (const paragraph of holder.places.paragraphs) {
      if (paragraph.note === null) continue;
      const key = `${holder.kind} ${paragraph.note}`;
      const others = byNote.get(key);
      if (others === undefined) byNote.set(key, [{ holder, paragraph }]);
      else others.push({ holder, paragraph });
    }
  const byParagraph = new Map<ParagraphPlace, NoteParagraph[]>();
  for (const mark of text.noteMarks) {
    const inNote = (byNote.get(`${mark.kind} ${mark.id}`) ?? []).map((place) => ({ ...place, mark }));
    byParagraph.set(mark.paragraph, [...(byParagraph.get(mark.paragraph) ?? []), ...inNote]);
  }
  return (paragraph) => byParagraph.get(paragraph) ?? [];
}
