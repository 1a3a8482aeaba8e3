// PowerPoint presentations (Office Open XML): bytes → document, a section for each slide that has a title.
import type { Notice, Unread } from "../../model/document.ts";
import { openArchive } from "../archive/open-archive.ts";
import type { Archive } from "../archive/open-archive.ts";
import { buildDocument, hasOwnText } from "../document-builder.ts";
import type { RawBlock } from "../document-builder.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { commentBlocks } from "../office/comments.ts";
import type { PlacedComment } from "../office/comments.ts";
import { metered, textLimits } from "../office/meter.ts";
import type { Meter } from "../office/meter.ts";
import { chartBlocks, readChart } from "../office/read-chart.ts";
import { readDiagram } from "../office/read-diagram.ts";
import { readRelationships } from "../office/read-relationships.ts";
import type { Relationship } from "../office/read-relationships.ts";
import { readTitle } from "../office/read-title.ts";
import { readXml } from "../office/read-xml.ts";
import type { XmlProblem } from "../office/read-xml.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";
import type { Reader } from "../reader.ts";
import { arrangeSlide } from "./arrange-slide.ts";
import { readCommentAuthors, readComments } from "./read-comments.ts";
import { readSlide } from "./read-slide.ts";

interface Presentation {
  readonly kind: "presentation";
  readonly blocks: readonly RawBlock[];
  /** Title of the first slide. */
  readonly title: string | null;
  /** The one that most stretches of text are marked with; null when none is. */
  readonly language: string | null;
  readonly hidden: readonly number[];
  readonly pictures: number;
  /** Comments in the layer of their own. */
  readonly commentsApart: number;
  /** Parts with comments that could not be read to their end. */
  readonly comments: number;
  readonly objects: number;
}

export const readPptx: Reader = (bytes, options) => {
  const archive = openArchive(bytes, options.limits);
  if (archive.kind !== "archive") return Promise.resolve(unreadBecause("pptx", archive));
  const read = metered(textLimits(options.limits), (meter) =>
    readPresentation(archive, meter, options.limits.pages),
  );
  if (read.kind === "unread") return Promise.resolve(read);
  if (read.kind === "too-large") return Promise.resolve(unreadBecause("pptx", read));
  const properties = archive.read("docProps/core.xml");
  const beside = sayBesideText({ ...read, insertions: 0, deletions: 0 }, "accepted", read);
  const built = buildDocument(read.blocks, {
    format: "pptx",
    title: read.title ?? (properties.kind === "bytes" ? readTitle(properties.bytes) : null),
    declaredLanguage: read.language,
    pages: null,
    reading: beside.reading,
    notices: [...hiddenSlides(read.hidden), ...beside.notices],
  });
  const hasText = hasOwnText(built);
  return Promise.resolve(
    hasText ? built : unreadFile("pptx", "NO_TEXT", { pictures: read.pictures }, "no-text"),
  );
};

function readPresentation(archive: Archive, meter: Meter, mostSlides: number): Presentation | Unread {
  const main =
    readRelationships(archive, "").find(({ type }) => type === "officeDocument")?.target ??
    "ppt/presentation.xml";
  const part = archive.read(main);
  if (part.kind === "absent") return unreadFile("pptx", "NOT_A_DOCUMENT");
  if (part.kind !== "bytes") return unreadBecause("pptx", part, main);
  const order = readSlideOrder(part.bytes);
  if ("kind" in order) return unreadBecause("pptx", order, main);
  if (order.length > mostSlides)
    return unreadBecause("pptx", { kind: "too-large", limit: mostSlides, unit: "slides" });
  const relationships = readRelationships(archive, main);
  const authors = readAuthors(archive, relationships);

  const blocks: RawBlock[] = [];
  const commented: PlacedComment[] = [];
  const hidden: number[] = [];
  const languages = new Map<string, number>();
  const furniture = new Set<string>();
  let title: string | null = null;
  let tables = 0;
  let pictures = 0;
  let brokenComments = 0;
  let objects = 0;
  for (const [index, reference] of order.entries()) {
    const number = index + 1;
    const name = relationships.find(({ id }) => id === reference)?.target;
    const entry = name === undefined ? null : archive.read(name);
    if (name === undefined || entry === null || entry.kind === "absent") continue;
    if (entry.kind !== "bytes") return unreadBecause("pptx", entry, name);
    const slide = readSlide(entry.bytes, meter);
    if (slide.kind !== "slide") return unreadBecause("pptx", slide, name);
    if (slide.hidden) hidden.push(number);
    for (const [language, count] of slide.languages)
      languages.set(language, (languages.get(language) ?? 0) + count);
    pictures += slide.pictures;
    objects += slide.embedded;
    const beside = readRelationships(archive, name);

    const arranged = arrangeSlide(
      slide,
      number,
      () => ++tables,
      (kind, relationship) => {
        const found = objectBlocks(archive, beside, kind, relationship, number, () => ++tables);
        if (found?.whole !== true) objects++;
        return found?.blocks ?? [];
      },
    );
    title ??= arranged.title;
    for (const block of arranged.blocks) {
      if (block.layer === "furniture" && block.kind === "paragraph") {
        // The same footer on each slide.
        const text = block.pieces.map((piece) => piece.text).join("");
        if (furniture.has(text)) continue;
        furniture.add(text);
      }
      blocks.push(block);
    }
    for (const text of readNotes(archive, beside, meter))
      blocks.push({ kind: "paragraph", layer: "footnote", pieces: [{ text, location: { slide: number } }] });
    for (const { type, target } of beside) {
      if (type !== "comments" && type !== "comment") continue;
      const part = archive.read(target);
      const read = part.kind === "bytes" ? readComments(part.bytes, number, authors, meter) : null;
      commented.push(...(read?.comments ?? []));
      if (read?.broken !== false) brokenComments++;
    }
  }
  blocks.push(...commentBlocks(commented));
  const [language = null] = [...languages].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  return {
    kind: "presentation",
    blocks,
    title,
    language,
    hidden,
    pictures,
    commentsApart: commented.length,
    comments: brokenComments,
    objects,
  };
}

/** Relationships of the slides in the order that they are shown in. */
function readSlideOrder(bytes: Uint8Array): readonly string[] | XmlProblem {
  const order: string[] = [];
  const problem = readXml(bytes, {
    open: (name, attribute) => {
      if (name === "p:sldId") order.push(attribute("r:id") ?? "");
    },
    close: () => undefined,
    text: () => undefined,
  });
  return problem ?? order;
}

/** The text of a chart or a diagram, and whether that is all of it; null when there is none to be had. */
function objectBlocks(
  archive: Archive,
  beside: readonly Relationship[],
  kind: "chart" | "diagram",
  relationship: string,
  slide: number,
  nextTable: () => number,
): { readonly blocks: readonly RawBlock[]; readonly whole: boolean } | null {
  const target = beside.find(({ id }) => id === relationship)?.target;
  const entry = target === undefined ? null : archive.read(target);
  if (entry?.kind !== "bytes") return null;
  if (kind === "chart") {
    const chart = readChart(entry.bytes);
    if (chart === null) return null;
    return { blocks: chartBlocks(chart, { slide }, nextTable()), whole: !chart.cutOff };
  }
  const blocks = readDiagram(entry.bytes).map((text): RawBlock => ({
    kind: "list-item",
    pieces: [{ text, location: { slide } }],
  }));
  return { blocks, whole: true };
}

/** What the speaker is to say, from the page of notes; the slide's picture and number stand on it too. */
function readNotes(archive: Archive, beside: readonly Relationship[], meter: Meter): string[] {
  const target = beside.find(({ type }) => type === "notesSlide")?.target;
  const entry = target === undefined ? null : archive.read(target);
  if (entry?.kind !== "bytes") return [];
  const notes = readSlide(entry.bytes, meter);
  if (notes.kind !== "slide") return [];
  return notes.items.flatMap((item) =>
    item.kind === "shape" && (item.placeholder === "body" || item.placeholder === null)
      ? item.paragraphs.map((paragraph) => paragraph.text)
      : [],
  );
}

/** Names of those who comment, by id, from the parts of both forms. */
function readAuthors(archive: Archive, beside: readonly Relationship[]): ReadonlyMap<string, string> {
  return new Map(
    beside
      .filter(({ type }) => type === "commentAuthors" || type === "authors")
      .flatMap(({ target }) => {
        const part = archive.read(target);
        return part.kind === "bytes" ? [...readCommentAuthors(part.bytes)] : [];
      }),
  );
}

function hiddenSlides(hidden: readonly number[]): Notice[] {
  return hidden.length === 0
    ? []
    : [{ code: "HIDDEN_PARTS_READ", params: { count: hidden.length, names: hidden.join(", ") } }];
}
