// A paragraph of an OpenDocument text while it is being read.
import type { Piece } from "../document-builder.ts";
import { startLooks } from "../word-processor/set-apart.ts";
import type { Item, NoteReference, Paragraph } from "../word-processor/story.ts";
import type { ParagraphStyle, TextStyle } from "./styles.ts";

export interface OpenParagraph {
  readonly number: number;
  readonly style: ParagraphStyle;
  /** Outline level from 1, null for text. */
  readonly level: number | null;
  readonly list: boolean;
  /** Counts it in its list; answers the number that is printed before it, "" for none. */
  readonly label: () => string;
  contents: boolean;
  readonly notes: NoteReference[];
  /** What stands in frames that hang on the paragraph. */
  readonly boxes: Item[];
  /** Text as it stands in the XML: runs of white space count as one space. */
  readonly appendLoose: (text: string) => void;
  /** Signs that elements stand for: spaces, tabs, line breaks. */
  readonly appendExact: (text: string) => void;
  readonly openSpan: (style: TextStyle) => void;
  readonly closeSpan: () => void;
  /** A link, which programs underline. */
  readonly openLink: () => void;
  readonly closeLink: () => void;
  /** Takes in a paragraph that ran on in this one, or that this one runs on in. */
  readonly takeIn: (other: OpenParagraph, side: "before" | "after") => void;
  readonly pieces: () => readonly Piece[];
  readonly finish: () => Paragraph;
}

export type Begin = Pick<OpenParagraph, "number" | "style" | "level" | "list" | "label" | "contents">;

/** Starts a paragraph with what its opening tag says. */
export function openParagraph(begin: Begin): OpenParagraph {
  const spans: TextStyle[] = [];
  const sizes = new Map<number, number>();
  const before: Piece[] = [];
  const after: Piece[] = [];
  let text = "";
  const looks = startLooks();
  let links = 0;

  const nearest = <Value>(pick: (style: TextStyle) => Value | null): Value | null => {
    for (let index = spans.length - 1; index >= 0; index--) {
      const style = spans[index];
      const value = style === undefined ? null : pick(style);
      if (value !== null) return value;
    }
    return null;
  };
  const append = (added: string): void => {
    if (begin.style.hidden || spans.some((span) => span.hidden)) return;
    text += added;
    const underlined = nearest((style) => style.underlined) ?? begin.style.underlined;
    looks.add(added, {
      bold: nearest((style) => style.bold) ?? begin.style.bold,
      marked: (underlined && links === 0) || (nearest((style) => style.capitals) ?? begin.style.capitals),
    });
    const count = added.trim().length;
    if (count === 0) return;
    const size = nearest((style) => style.size) ?? begin.style.size;
    if (size !== null) sizes.set(size, (sizes.get(size) ?? 0) + count);
  };

  const pieces = (): Piece[] => [
    ...before,
    ...(text === "" ? [] : [{ text, location: { paragraph: begin.number } }]),
    ...after,
  ];

  return {
    ...begin,
    notes: [],
    boxes: [],
    appendLoose: (added) => {
      const collapsed = added.replace(/[ \t\r\n]+/gu, " ");
      // White space at the start of a paragraph, and behind other white space, is the file's layout (ODF 1.3 part 3, 6.1.2).
      append(text === "" || /\s$/u.test(text) ? collapsed.replace(/^ /u, "") : collapsed);
    },
    appendExact: append,
    openSpan: (style) => {
      spans.push(style);
    },
    closeSpan: () => {
      spans.pop();
    },
    openLink: () => {
      links++;
    },
    closeLink: () => {
      links--;
    },
    takeIn(other, side) {
      const list = side === "before" ? before : after;
      list.push(...other.pieces());
      const at = side === "before" ? 0 : Infinity;
      this.notes.splice(at, 0, ...other.notes);
      this.boxes.splice(at, 0, ...other.boxes);
    },
    pieces,
    finish() {
      let size: number | null = null;
      for (const [each, count] of sizes) if (size === null || count > (sizes.get(size) ?? 0)) size = each;
      return {
        kind: "paragraph",
        number: begin.number,
        pieces: pieces(),
        style: begin.style,
        level: begin.level,
        list: begin.list,
        label: begin.label(),
        contents: this.contents || begin.style.role === "contents",
        ...looks.finish(),
        ...(before.length + after.length > 0 ? { setApartLines: [] } : {}),
        size,
        notes: this.notes,
      };
    },
  };
}
