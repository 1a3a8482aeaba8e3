// What tests of annotated copies share: annotations by hand, and a look into a copy.
import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import type { Annotated, AnnotatedFile } from "../../src/annotate/annotated.ts";
import type { AnnotateDocxOptions } from "../../src/annotate/docx/annotate-docx.ts";
import type { Annotations, Comment, CommentEntry, Highlight, Stretch } from "../../src/model/annotation.ts";
import type { Location } from "../../src/model/location.ts";
import { annotateDocument, type AnnotatedDocument } from "../../src/pipeline/annotate-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { builtinPacks } from "../support/audit-text.ts";

export const wordOptions: AnnotateDocxOptions = {
  lang: "sv",
  changes: "accepted",
  highlight: false,
  unpackedBytes: 100_000_000,
};

export const gap: CommentEntry = {
  kind: "gap",
  rule: "gap-people",
  severity: "medium",
  title: "",
  message: "Avsnittet handlar om människor.",
  question: "Vem använder verksamheten?",
  recommendation: "Beskriv hur det ser ut.",
};

export function stretch(location: Location, text: string, before = "", after = ""): Stretch {
  return { location, text, before, after };
}

/** A comment on the words `text`. */
export function comment(location: Location, text: string, entry: CommentEntry = gap): Comment {
  return { stretches: [stretch(location, text)], entries: [entry] };
}

export function highlight(location: Location, text: string, before = "", after = ""): Highlight {
  return { stretches: [stretch(location, text, before, after)], rule: "jamstalldhet", level: 2 };
}

export function annotations(
  comments: readonly Comment[],
  highlights: readonly Highlight[] = [],
  beginning: readonly Stretch[] = [],
): Annotations {
  return { comments, highlights, beginning };
}

/** The copy; a refusal fails the test. */
export function copyOf(result: Annotated): AnnotatedFile {
  if (result.kind !== "annotated") throw new Error(`refused: ${result.reason}`);
  return result;
}

/** The parts of a Word file as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
}

/** Takes all marks of comments out of the text of a document: what is left is what stood there before. */
export function withoutMarks(xml: string): string {
  return xml
    .replace(/<(\w+):commentRange(?:Start|End) [^>]*\/>/g, "")
    .replace(/<(\w+):r><\1:commentReference [^>]*\/><\/\1:r>/g, "");
}

/** Judges a document with the built-in rules. */
export async function judged(bytes: Uint8Array, path: string): Promise<AnnotatedDocument> {
  return annotateDocument(
    { path, bytes },
    {
      packs: await builtinPacks(),
      type: "auto",
      lang: "sv",
      read: defaultReadOptions,
      sha256: (content) => createHash("sha256").update(content).digest("hex"),
    },
  );
}
