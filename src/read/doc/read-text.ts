// Walks the text of a Word document and collects paragraphs and tables in order, notes, headers and boxes beside them.
import type { ChangesRead } from "../../model/document.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, NoteReference, Notes, Paragraph, Story } from "../word-processor/story.ts";
import { startTables } from "../word-processor/table-stack.ts";
import { startFields, type OpenFields } from "./fields.ts";
import { tablePart } from "./file-information.ts";
import type { FileInformation } from "./file-information.ts";
import { findLooks } from "./find-looks.ts";
import { readLists } from "./lists.ts";
import type { CharacterLook, ParagraphLook } from "./looks.ts";
import { findMarks } from "./marks.ts";
import { startParagraphText } from "./paragraph-text.ts";
import { readPieces } from "./pieces.ts";
import { findStories } from "./stories.ts";
import type { Stretch } from "./stories.ts";
import { readStyles } from "./styles.ts";

export interface DocText {
  readonly kind: "text";
  readonly body: readonly Item[];
  readonly notes: Notes;
  readonly furniture: readonly { readonly paragraph: number; readonly items: readonly Item[] }[];
  readonly counts: {
    readonly insertions: number;
    readonly deletions: number;
    readonly pictures: number;
  };
}

/** Signs with a meaning of their own ([MS-DOC] 2.4.2). */
const cellEnd = "\x07";
const paragraphEnd = "\r";
const pageOrSection = "\x0c";
const picture = "\x01";

const deepestNesting = 20;

/** A paragraph and the boxes that hang in it. */
interface ParagraphRead {
  readonly paragraph: Paragraph;
  readonly boxes: readonly Item[];
}

/** One paragraph as it lies in the text: its signs without the one that ends it, the position of the first, its look. */
interface RawParagraph {
  readonly signs: string;
  readonly position: number;
  readonly number: number;
  readonly style: number;
  readonly look: ParagraphLook;
  /** Whether its mark is gone in a tracked change, so that it runs on in the next one. */
  readonly goesOn: boolean;
}

/** What the text is read with, and what is gathered on the way beside it. */
interface OpenText {
  readonly pieces: ReturnType<typeof readPieces>;
  readonly looks: ReturnType<typeof findLooks>;
  readonly styles: ReturnType<typeof readStyles>;
  readonly lists: ReturnType<typeof readLists>;
  readonly marksAt: ReturnType<typeof findMarks>;
  readonly meter: Meter;
  readonly changes: OpenChanges;
  readonly notes: Readonly<Record<"footnote" | "endnote" | "comment", Map<string, Story>>>;
  pictures: number;
}

/** Throws a RangeError where the file points outside itself. */
export function readDocText(
  main: Uint8Array,
  information: FileInformation,
  meter: Meter,
  changesRead: ChangesRead,
): DocText {
  const { part, partAndRest } = information;
  const pieces = readPieces(part(tablePart.pieces), main);
  const stories = findStories(information);
  const open: OpenText = {
    pieces,
    looks: findLooks(information, pieces, main),
    styles: readStyles(part(tablePart.styles)),
    lists: readLists(partAndRest(tablePart.lists), part(tablePart.listOverrides)),
    marksAt: findMarks(stories),
    meter,
    changes: startChanges(changesRead),
    notes: { footnote: new Map(), endnote: new Map(), comment: new Map() },
    pictures: 0,
  };
  const body = readStory(open, stories.text, false);
  const furniture = stories.headers.map((stretch) => ({
    paragraph: 1,
    items: readStory(open, stretch, true),
  }));
  const { notes, pictures, changes } = open;
  return { kind: "text", body, notes, furniture, counts: { pictures, ...changes.counts() } };
}

interface OpenChanges {
  readonly count: (look: CharacterLook) => void;
  /** Whether characters are no text in this reading of the tracked changes. */
  readonly isGone: (look: CharacterLook) => boolean;
  readonly counts: ReturnType<typeof countChanges>["counts"];
}

function startChanges(changesRead: ChangesRead): OpenChanges {
  const changes = countChanges();
  return {
    count: ({ inserted, deleted }) => {
      if (inserted) changes.changed("insertion");
      if (deleted) changes.changed("deletion");
      if (!inserted && !deleted) changes.unchanged();
    },
    isGone: ({ inserted, deleted }) => (changesRead === "accepted" ? deleted : inserted),
    counts: changes.counts,
  };
}

/** Paragraphs and tables of a stretch of text; `aside` for one that does not count among the paragraphs of the body. */
function readStory(open: OpenText, stretch: Stretch, aside: boolean): Item[] {
  const { pieces, looks, meter, changes } = open;
  const items: Item[] = [];
  const tables = startTables(items);
  const fields = startFields();
  /** What runs on in the next paragraph. */
  let before: ParagraphRead | null = null;
  const text = pieces.text(stretch.start, stretch.end);
  meter.characters(text.length);
  let start = 0;
  while (start < text.length) {
    const end = endOfParagraph(text, start, (index) => looks.endsParagraph(stretch.start + index));
    const last = stretch.start + end - 1;
    const { style, look } = looks.paragraphAt(last);
    const ending = text[end - 1];
    const depth = Math.min(look.depth > 0 ? look.depth : look.inTable ? 1 : 0, deepestNesting);
    if ((ending === cellEnd && look.endsRow) || look.endsInnerRow) {
      tables.goTo(Math.max(1, depth));
      tables.endRow({ header: look.header, cells: look.cells });
    } else {
      const number = aside ? meter.paragraphs() : meter.paragraph();
      const hasMark = ending === cellEnd || ending === paragraphEnd || ending === pageOrSection;
      const signs = hasMark ? text.slice(start, end - 1) : text.slice(start, end);
      const markLook = looks.charactersAt(last).look;
      const goesOn = ending === paragraphEnd && !look.inTable && changes.isGone(markLook);
      let read = readParagraph(
        open,
        { signs, position: stretch.start + start, number, style, look, goesOn },
        fields,
      );
      if (hasMark) changes.count(markLook);
      if (before !== null) read = runInto(before, read);
      before = goesOn ? read : null;
      if (!goesOn) {
        tables.goTo(ending === cellEnd ? Math.max(1, depth) : depth);
        tables.deliver([read.paragraph, ...read.boxes]);
        if (ending === cellEnd || look.endsInnerCell) tables.endCell();
      }
    }
    start = end;
  }
  tables.goTo(0);
  if (before !== null) tables.deliver([before.paragraph, ...before.boxes]);
  return items;
}

/** A paragraph with the boxes that hang in it; its notes and comments are read on the way. */
function readParagraph(open: OpenText, raw: RawParagraph, fields: OpenFields): ParagraphRead {
  const { looks, changes } = open;
  const { position, number, look } = raw;
  const style = open.styles(raw.style);
  const references: NoteReference[] = [];
  const boxes: Item[] = [];
  const gathered = startParagraphText(style, open.styles);
  let run = looks.charactersAt(position);

  for (let index = 0; index < raw.signs.length; index++) {
    const at = position + index;
    const sign = raw.signs[index] ?? "";
    if (at >= run.end) run = looks.charactersAt(at);
    for (const { kind, id, story, author } of open.marksAt(at)) {
      // The last paragraph of a box only ends it.
      if (kind === "box") {
        const items = readStory(open, { start: story.start, end: story.end - 1 }, false);
        boxes.push({ kind: "box", items });
      } else {
        const items = readStory(open, story, true);
        open.notes[kind].set(id, author === undefined ? { id, items } : { id, items, author });
        references.push({ kind, id });
      }
    }
    if (!fields.shows(sign)) continue;
    if (sign === picture) open.pictures++;
    changes.count(run.look);
    if (changes.isGone(run.look) || run.look.hidden === true) continue;
    gathered.add(sign, run.look, { contents: fields.inContents(), link: fields.inLink() });
  }

  const { text, contents, ...type } = gathered.finish();
  const list = look.list ?? style.list;
  return {
    paragraph: {
      kind: "paragraph",
      number,
      pieces: text === "" ? [] : [{ text, location: { paragraph: number } }],
      style,
      level: look.outline === null ? style.level : look.outline < 9 ? look.outline + 1 : null,
      list: list > 0 || style.role === "list",
      label: list > 0 && !raw.goesOn ? open.lists.count(list, look.listLevel ?? style.listLevel) : "",
      contents: contents || style.role === "contents",
      ...type,
      notes: references,
    },
    boxes,
  };
}

/** Two paragraphs as one: it is that of the second, whose mark is left. */
function runInto(before: ParagraphRead, after: ParagraphRead): ParagraphRead {
  return {
    paragraph: {
      ...after.paragraph,
      setApartLines: [],
      pieces: [...before.paragraph.pieces, ...after.paragraph.pieces],
      notes: [...before.paragraph.notes, ...after.paragraph.notes],
    },
    boxes: [...before.boxes, ...after.boxes],
  };
}

/** Index behind the sign that ends the paragraph. A page break ends one only where the properties of a paragraph end. */
function endOfParagraph(text: string, start: number, isEnd: (index: number) => boolean): number {
  for (let index = start; index < text.length; index++) {
    const sign = text[index];
    if (sign === paragraphEnd || sign === cellEnd) return index + 1;
    if (sign === pageOrSection && isEnd(index)) return index + 1;
  }
  return text.length;
}
