// Walks the text of a Word document and collects paragraphs and tables in order, notes, headers and boxes beside them.
import type { ChangesRead } from "../../model/document.ts";
import { countChanges } from "../word-processor/count-changes.ts";
import type { Meter } from "../office/meter.ts";
import type { Item, NoteReference, Notes, Paragraph, Story } from "../word-processor/story.ts";
import { startTables } from "../word-processor/table-stack.ts";
import { tablePart } from "./file-information.ts";
import type { FileInformation } from "./file-information.ts";
import { readLists } from "./lists.ts";
import { characterLook, paragraphLook } from "./looks.ts";
import type { CharacterLook, ParagraphLook } from "./looks.ts";
import { readPieces } from "./pieces.ts";
import { eachProperty, readPropertyRuns, runAt } from "./properties.ts";
import { findStories } from "./stories.ts";
import type { Reference, Stretch } from "./stories.ts";
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
const fieldBegin = "\x13";
const fieldSeparator = "\x14";
const fieldEnd = "\x15";

const shownSigns: ReadonlyMap<string, string> = new Map([
  ["\t", "\t"],
  ["\x0b", "\n"],
  ["\x0c", "\n"],
  ["\x0e", "\n"],
  ["\x1e", "-"],
]);

const contentsField = /^\s*TOC\b/u;
const deepestNesting = 20;

interface Field {
  instruction: string;
  shows: boolean;
  contents: boolean;
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
  const paragraphRuns = readPropertyRuns(part(tablePart.paragraphProperties), main, "paragraphs");
  const characterRuns = readPropertyRuns(part(tablePart.characterProperties), main, "characters");
  const styles = readStyles(part(tablePart.styles));
  const lists = readLists(partAndRest(tablePart.lists), part(tablePart.listOverrides));
  const stories = findStories(information);
  const changes = countChanges();
  const counts = { pictures: 0 };
  const countChange = ({ inserted, deleted }: CharacterLook): void => {
    if (inserted) changes.changed("insertion");
    if (deleted) changes.changed("deletion");
    if (!inserted && !deleted) changes.unchanged();
  };
  /** Whether characters are no text in this reading of the tracked changes. */
  const isGone = ({ inserted, deleted }: CharacterLook): boolean =>
    changesRead === "accepted" ? deleted : inserted;

  const offsetOf = (position: number): number | null => {
    const piece = pieces.pieceAt(position);
    return piece === undefined ? null : piece.offset + (position - piece.start) * piece.bytesPerCharacter;
  };
  const paragraphAt = (position: number): { style: number; look: ParagraphLook; end: number } => {
    const { look, take } = paragraphLook();
    const offset = offsetOf(position);
    const run = offset === null ? undefined : runAt(paragraphRuns, offset);
    if (run === undefined) return { style: 0, look, end: -1 };
    eachProperty(run.properties, take);
    return { style: run.style, look, end: run.end };
  };
  /** The look of the characters from a position on, and the position where it ends. */
  const charactersAt = (position: number): { look: CharacterLook; end: number } => {
    const { look, take } = characterLook();
    const piece = pieces.pieceAt(position);
    if (piece === undefined) return { look, end: Infinity };
    const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
    const run = runAt(characterRuns, offset);
    if (run === undefined) return { look, end: piece.end };
    eachProperty(run.properties, take);
    const length = Math.max(1, Math.ceil((run.end - offset) / piece.bytesPerCharacter));
    return { look, end: Math.min(piece.end, position + length) };
  };

  const notes = {
    footnote: new Map<string, Story>(),
    endnote: new Map<string, Story>(),
    comment: new Map<string, Story>(),
  };
  /** Notes and boxes by the position of their mark. */
  const marks = new Map<
    number,
    { kind: NoteReference["kind"] | "box"; id: string; story: Stretch; author?: string }[]
  >();
  const lastPosition = Math.max(0, stories.text.end - 1);
  const mark = (kind: NoteReference["kind"] | "box", references: readonly Reference[]): void => {
    for (const [index, { at, ...rest }] of references.entries()) {
      const position = Math.min(at, lastPosition);
      const there = marks.get(position) ?? [];
      marks.set(position, there);
      there.push({ kind, id: String(index), ...rest });
    }
  };
  mark("footnote", stories.footnotes);
  mark("endnote", stories.endnotes);
  mark("box", stories.boxes);
  mark("comment", stories.comments);

  const readStory = (stretch: Stretch, aside: boolean): Item[] => {
    const items: Item[] = [];
    const tables = startTables(items);
    const fields: Field[] = [];
    /** A paragraph whose mark is gone in a tracked change: it runs on in the next one. */
    let before: { paragraph: Paragraph; boxes: Item[] } | null = null;
    const text = pieces.text(stretch.start, stretch.end);
    meter.characters(text.length);
    let start = 0;
    while (start < text.length) {
      const end = endOfParagraph(text, start, (index) => {
        const offset = offsetOf(stretch.start + index);
        return offset !== null && isEndOfRun(paragraphRuns, offset);
      });
      const position = stretch.start + start;
      const { style, look } = paragraphAt(stretch.start + end - 1);
      const ending = text[end - 1];
      const depth = Math.min(look.depth > 0 ? look.depth : look.inTable ? 1 : 0, deepestNesting);
      if ((ending === cellEnd && look.endsRow) || look.endsInnerRow) {
        tables.goTo(Math.max(1, depth));
        tables.endRow({ header: look.header, cells: look.cells });
      } else {
        const number = aside ? meter.paragraphs() : meter.paragraph();
        const hasMark = ending === cellEnd || ending === paragraphEnd || ending === pageOrSection;
        const body = hasMark ? text.slice(start, end - 1) : text.slice(start, end);
        const endLook = charactersAt(stretch.start + end - 1).look;
        const goesOn = ending === paragraphEnd && !look.inTable && isGone(endLook);
        const read = readParagraph(body, position, number, style, look, fields, goesOn);
        if (hasMark) countChange(endLook);
        if (before !== null) {
          read.paragraph = runInto(before.paragraph, read.paragraph);
          read.boxes.unshift(...before.boxes);
        }
        before = goesOn ? read : null;
        start = end;
        if (goesOn) continue;
        tables.goTo(ending === cellEnd ? Math.max(1, depth) : depth);
        tables.deliver([read.paragraph, ...read.boxes]);
        if (ending === cellEnd || look.endsInnerCell) tables.endCell();
      }
      start = end;
    }
    tables.goTo(0);
    if (before !== null) tables.deliver([before.paragraph, ...before.boxes]);
    return items;
  };

  const readParagraph = (
    raw: string,
    position: number,
    number: number,
    styleNumber: number,
    look: ParagraphLook,
    fields: Field[],
    goesOn: boolean,
  ): { paragraph: Paragraph; boxes: Item[] } => {
    const style = styles(styleNumber);
    const references: NoteReference[] = [];
    const boxes: Item[] = [];
    const sizes = new Map<number, number>();
    let text = "";
    let bold = true;
    let letters = 0;
    let contents = false;
    let run = charactersAt(position);

    for (let index = 0; index < raw.length; index++) {
      const at = position + index;
      if (at >= run.end) {
        run = charactersAt(at);
      }
      const { look: characters } = run;
      for (const { kind, id, story, author } of marks.get(at) ?? []) {
        marks.delete(at);
        // The last paragraph of a box only ends it.
        if (kind === "box") boxes.push(...readStory({ start: story.start, end: story.end - 1 }, false));
        else {
          const items = readStory(story, true);
          notes[kind].set(id, author === undefined ? { id, items } : { id, items, author });
          references.push({ kind, id });
        }
      }
      const sign = raw[index] ?? "";
      if (sign === fieldBegin) {
        fields.push({ instruction: "", shows: false, contents: false });
        continue;
      }
      const field = fields.at(-1);
      if (sign === fieldSeparator) {
        if (field !== undefined) {
          field.shows = true;
          field.contents = contentsField.test(field.instruction);
        }
        continue;
      }
      if (sign === fieldEnd) {
        fields.pop();
        continue;
      }
      if (field !== undefined && fields.some((each) => !each.shows)) {
        if (field.instruction.length < 200) field.instruction += sign;
        continue;
      }
      if (sign === "\x01") counts.pictures++;
      countChange(characters);
      if (isGone(characters) || characters.hidden === true) continue;
      const shown =
        sign < " " ? (shownSigns.get(sign) ?? "") : sign === "\xad" || sign === "\x1f" ? "" : sign;
      if (shown === "") continue;
      text += shown;
      if (shown.trim() === "") continue;
      letters++;
      // Not where the field begins or ends: its end mostly stands at the start of the first heading.
      contents ||= fields.some((each) => each.contents);
      const styled = characters.style === null ? style : styles(characters.style);
      const isBold =
        characters.bold === null
          ? style.bold || styled.bold
          : characters.bold === "other"
            ? !style.bold
            : characters.bold;
      if (!isBold) bold = false;
      const size = characters.size ?? style.size;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }

    const list = look.list ?? style.list;
    const label = list > 0 && !goesOn ? lists.count(list, look.listLevel ?? style.listLevel) : "";
    let most: number | null = null;
    for (const [size, count] of sizes) if (most === null || count > (sizes.get(most) ?? 0)) most = size;
    return {
      paragraph: {
        kind: "paragraph",
        number,
        pieces: text === "" ? [] : [{ text, location: { paragraph: number } }],
        style,
        level: look.outline === null ? style.level : look.outline < 9 ? look.outline + 1 : null,
        list: list > 0 || style.role === "list",
        label,
        contents: contents || style.role === "contents",
        bold: bold && letters > 0,
        size: most,
        notes: references,
      },
      boxes,
    };
  };

  const body = readStory(stories.text, false);
  const furniture = stories.headers.map((stretch) => ({ paragraph: 1, items: readStory(stretch, true) }));
  return { kind: "text", body, notes, furniture, counts: { ...counts, ...changes.counts() } };
}

/** Two paragraphs as one: it is that of the second, whose mark is left. */
function runInto(before: Paragraph, after: Paragraph): Paragraph {
  return { ...after, pieces: [...before.pieces, ...after.pieces], notes: [...before.notes, ...after.notes] };
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

function isEndOfRun(runs: Parameters<typeof runAt>[0], offset: number): boolean {
  const run = runAt(runs, offset);
  return run !== undefined && run.end - offset <= 2;
}
