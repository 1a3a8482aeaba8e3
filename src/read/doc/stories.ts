// The stories of a Word document: which stretch of the text is the text itself, which are notes, headers and boxes.
import type { FileInformation } from "./file-information.ts";
import { tablePart } from "./file-information.ts";

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch and where in the text of the document it is referred to. */
export interface Reference {
  /** Position in the text. */
  readonly at: number;
  readonly story: Stretch;
  /** Who wrote a comment. */
  readonly author?: string;
}

export interface Stories {
  readonly text: Stretch;
  readonly footnotes: readonly Reference[];
  readonly endnotes: readonly Reference[];
  readonly headers: readonly Stretch[];
  readonly boxes: readonly Reference[];
  readonly comments: readonly Reference[];
}

/** The first six headers separate text from notes ([MS-DOC] 2.8.22). */
const separators = 6;

/** Cuts the text into its stories, in the order in which the format puts them one after the other ([MS-DOC] 2.3). */
export function findStories(information: FileInformation): Stories {
  const { lengths, part } = information;
  let at = 0;
  const next = (length: number): Stretch => {
    const stretch = { start: at, end: at + length };
    at += length;
    return stretch;
  };
  const text = next(lengths.text);
  const footnotes = next(lengths.footnotes);
  const headers = next(lengths.headers);
  const annotations = next(lengths.annotations);
  const endnotes = next(lengths.endnotes);
  const boxes = next(lengths.boxes);
  return {
    text,
    footnotes: notesOf(part(tablePart.footnoteReferences), part(tablePart.footnoteTexts), footnotes),
    endnotes: notesOf(part(tablePart.endnoteReferences), part(tablePart.endnoteTexts), endnotes),
    headers: stretchesOf(part(tablePart.headerTexts), 0, headers).slice(separators),
    boxes: boxesOf(part(tablePart.shapes), part(tablePart.boxTexts), boxes),
    comments: commentsOf(
      part(tablePart.annotationReferences),
      part(tablePart.annotationTexts),
      namesOf(part(tablePart.annotationAuthors)),
      annotations,
    ),
  };
}

/** How many things a table of n + 1 positions and n descriptions is about. */
function countOf(table: DataView, descriptionBytes: number): number {
  return table.byteLength < 4 ? 0 : Math.floor((table.byteLength - 4) / (4 + descriptionBytes));
}

/** The stretches between the positions of a table, moved into the text and kept inside `within`. */
function stretchesOf(table: DataView, descriptionBytes: number, within: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  for (let index = 0; index < countOf(table, descriptionBytes); index++) {
    const start = within.start + table.getUint32(index * 4, true);
    const end = within.start + table.getUint32((index + 1) * 4, true);
    stretches.push({ start: Math.min(start, within.end), end: Math.min(Math.max(start, end), within.end) });
  }
  return stretches;
}

function notesOf(references: DataView, texts: DataView, within: Stretch): Reference[] {
  const stories = stretchesOf(texts, 0, within);
  const notes: Reference[] = [];
  for (let index = 0; index < countOf(references, 2); index++) {
    const story = stories[index];
    if (story !== undefined) notes.push({ at: references.getUint32(index * 4, true), story });
  }
  return notes;
}

const commentBytes = 30;
/** Where the number of the author stands in the description of a comment ([MS-DOC] 2.9.4, ATRDPre10). */
const authorAt = 20;

function commentsOf(
  references: DataView,
  texts: DataView,
  authors: readonly string[],
  within: Stretch,
): Reference[] {
  const stories = stretchesOf(texts, 0, within);
  const count = countOf(references, commentBytes);
  const comments: Reference[] = [];
  for (let index = 0; index < count; index++) {
    const story = stories[index];
    if (story === undefined) continue;
    const description = (count + 1) * 4 + index * commentBytes;
    const author = authors[references.getUint16(description + authorAt, true)];
    const at = references.getUint32(index * 4, true);
    comments.push(author === undefined ? { at, story } : { at, story, author });
  }
  return comments;
}

const mostNames = 1_000;

/** Names that stand one behind the other, each with its length before it. */
function namesOf(table: DataView): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + 2 <= table.byteLength && names.length < mostNames) {
    const length = table.getUint16(at, true);
    at += 2;
    let name = "";
    for (let index = 0; index < length && at + 2 <= table.byteLength; index++, at += 2)
      name += String.fromCharCode(table.getUint16(at, true));
    names.push(name);
  }
  return names;
}

const shapeBytes = 26;
const boxBytes = 22;

/** Boxes name the shape that shows them; where that is not found they are taken to hang on the end of the text. */
function boxesOf(shapes: DataView, texts: DataView, within: Stretch): Reference[] {
  const anchors = new Map<number, number>();
  const count = countOf(shapes, shapeBytes);
  for (let index = 0; index < count; index++)
    anchors.set(
      shapes.getUint32((count + 1) * 4 + index * shapeBytes, true),
      shapes.getUint32(index * 4, true),
    );
  const stretches = stretchesOf(texts, boxBytes, within);
  const boxes: Reference[] = [];
  for (const [index, story] of stretches.entries()) {
    const description = (stretches.length + 1) * 4 + index * boxBytes;
    if (story.end - story.start <= 1) continue;
    boxes.push({ at: anchors.get(texts.getUint32(description + 14, true)) ?? Infinity, story });
  }
  return boxes;
}
