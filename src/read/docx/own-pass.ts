// Our own reading of a Word document: styles, lists, text, notes and headers, each from its part.
import type { ReadResult, Unread } from "../../model/document.ts";
import { buildDocument, hasOwnText } from "../document-builder.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { ReadOptions } from "../reader.ts";
import { arrangeBlocks } from "../word-processor/arrange-blocks.ts";
import { graphicsOf } from "./graphics.ts";
import { readNumbering } from "./read-numbering.ts";
import type { PartContext } from "./open-part.ts";
import { readPart } from "./read-part.ts";
import { readTitle } from "../office/read-title.ts";
import { readRelationships } from "../office/read-relationships.ts";
import type { Relationship } from "../office/read-relationships.ts";
import { readStyles } from "./read-styles.ts";
import type { Item, Story } from "../word-processor/story.ts";
import type { Counts } from "./part.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";
import { textLimits } from "../office/meter.ts";

type OwnPassOptions = Pick<ReadOptions, "limits" | "changes">;

const usualMainPart = "word/document.xml";

/** An opened archive → the document in it. Never throws on a bad file; what it throws is a fault of ours. */
export function readWithOwnPass(archive: Archive, { limits, changes }: OwnPassOptions): ReadResult {
  const mainName = mainPartOf(archive);
  const main = archive.read(mainName);
  if (main.kind === "absent") return unreadFile("docx", "NOT_A_DOCUMENT");
  if (main.kind !== "bytes") return unreadBecause("docx", main, mainName);
  const relationships = readRelationships(archive, mainName);

  const stylesPart = relatedPart(archive, relationships, "styles");
  if (stylesPart.kind === "unread") return stylesPart;
  const styles = readStyles(stylesPart.bytes);
  if ("kind" in styles) return unreadBecause("docx", styles, stylesPart.name);
  const numberingPart = relatedPart(archive, relationships, "numbering");
  if (numberingPart.kind === "unread") return numberingPart;
  const numbering = readNumbering(numberingPart.bytes);
  if ("kind" in numbering) return unreadBecause("docx", numbering, numberingPart.name);

  const context: PartContext = {
    styles,
    numbering,
    changes,
    ...textLimits(limits),
  };
  const document = readPart(main.bytes, { ...context, graphic: graphicsOf(archive, relationships) });
  if (document.kind !== "part") return unreadBecause("docx", document, mainName);
  const [text] = document.stories;
  // A workbook or a presentation has a main part too, with other elements in it.
  if (text === undefined) return unreadFile("docx", "NOT_A_DOCUMENT");

  let counts = document.counts;
  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  for (const kind of ["footnote", "endnote", "comment"] as const) {
    const part = relatedPart(archive, relationships, `${kind}s`);
    if (part.kind === "unread" && kind !== "comment") return part;
    if (part.kind === "unread" || part.bytes === null) continue;
    const read = readPart(part.bytes, context);
    if (read.kind !== "part" && kind !== "comment") return unreadBecause("docx", read, part.name);
    // Comments are nothing that is judged: broken ones are not worth the document. Their marks tell of them.
    if (read.kind !== "part") continue;
    for (const story of read.stories) notes[kind].set(story.id, story);
    if (kind !== "comment") counts = addChanges(counts, read.counts);
  }

  const furniture: { paragraph: number; items: readonly Item[] }[] = [];
  const seen = new Set<string>();
  for (const reference of document.furniture) {
    // Sections of one document mostly share their headers.
    if (seen.has(reference.relationship)) continue;
    seen.add(reference.relationship);
    const target = relationships.find(({ id }) => id === reference.relationship)?.target;
    const part = target === undefined ? null : archive.read(target);
    if (part?.kind !== "bytes") continue;
    const read = readPart(part.bytes, context);
    // Running headers carry nothing that is judged: a broken one is not worth the document.
    if (read.kind !== "part") continue;
    for (const { items } of read.stories) furniture.push({ paragraph: reference.paragraph, items });
  }

  const { blocks, title, comments, lostComments } = arrangeBlocks({ body: text.items, notes, furniture });
  const { charts, diagrams, embedded } = counts;
  const built = buildDocument(blocks, {
    format: "docx",
    title: title ?? titleProperty(archive),
    pages: null,
    declaredLanguage: styles.language,
    ...sayBesideText({ ...counts, comments: lostComments, objects: charts + diagrams + embedded }, changes, {
      commentsApart: comments,
    }),
  });
  const hasText = hasOwnText(built);
  return hasText ? built : unreadFile("docx", "NO_TEXT", { pictures: document.counts.pictures }, "no-text");
}

/** The part that the file itself names as its document; a few programs call it word/document2.xml. */
function mainPartOf(archive: Archive): string {
  const named = readRelationships(archive, "").find(({ type }) => type === "officeDocument");
  return named?.target ?? usualMainPart;
}

type RelatedPart =
  { readonly kind: "part"; readonly name: string; readonly bytes: Uint8Array | null } | Unread;

/** The part of that type that the document points to, or the one with the usual name; null bytes when there is none. */
function relatedPart(archive: Archive, relationships: readonly Relationship[], type: string): RelatedPart {
  const name = relationships.find((relationship) => relationship.type === type)?.target ?? `word/${type}.xml`;
  const entry = archive.read(name);
  if (entry.kind === "bytes") return { kind: "part", name, bytes: entry.bytes };
  if (entry.kind === "absent") return { kind: "part", name, bytes: null };
  return unreadBecause("docx", entry, name);
}

function titleProperty(archive: Archive): string | null {
  const properties = archive.read("docProps/core.xml");
  return properties.kind === "bytes" ? readTitle(properties.bytes) : null;
}

function addChanges(counts: Counts, { insertions, deletions, formatting }: Counts): Counts {
  return {
    ...counts,
    insertions: counts.insertions + insertions,
    deletions: counts.deletions + deletions,
    formatting: counts.formatting + formatting,
  };
}
