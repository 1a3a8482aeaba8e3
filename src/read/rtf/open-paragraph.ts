// A paragraph of an RTF file while it is being read.
import type { Piece } from "../document-builder.ts";
import { startLooks } from "../word-processor/set-apart.ts";
import type { OpenLooks } from "../word-processor/set-apart.ts";
import type { Item, NoteReference, Paragraph } from "../word-processor/story.ts";
import type { ResolvedStyle } from "./stylesheet.ts";

export interface OpenParagraph {
  number: number;
  text: string;
  /** Paragraphs before it whose mark is gone in a tracked change. */
  readonly before: Piece[];
  /** Number or bullet as the file spells it out before the text; null without one. */
  label: string | null;
  readonly looks: OpenLooks;
  /** Letters by size of type, in half points. */
  readonly sizes: Map<number, number>;
  contents: boolean;
  readonly notes: NoteReference[];
  readonly boxes: Item[];
}

/** Starts paragraph `number` (from 1, in document order). */
export function openParagraph(number: number): OpenParagraph {
  return {
    number,
    text: "",
    before: [],
    label: null,
    looks: startLooks(),
    sizes: new Map(),
    contents: false,
    notes: [],
    boxes: [],
  };
}

function piecesOf({ number, text, before }: OpenParagraph): Piece[] {
  return text === "" ? [...before] : [...before, { text, location: { paragraph: number } }];
}

/** The mark of the paragraph is gone: the next one, with that number, runs on in it. null when paragraphs are not counted. */
export function runOn(paragraph: OpenParagraph, number: number | null): void {
  paragraph.before.splice(0, Infinity, ...piecesOf(paragraph));
  paragraph.text = "";
  if (number !== null) paragraph.number = number;
}

/** `list`: the paragraph says that it belongs to one. `outline`: its own outline level, from 0, null for that of its style. */
export function finishParagraph(
  paragraph: OpenParagraph,
  style: ResolvedStyle,
  outline: number | null,
  list: boolean,
): Paragraph {
  const { number } = paragraph;
  const pieces = piecesOf(paragraph);
  let size: number | null = null;
  for (const [each, count] of paragraph.sizes)
    if (size === null || count > (paragraph.sizes.get(size) ?? 0)) size = each;
  const label = (paragraph.label ?? "").trim();
  return {
    kind: "paragraph",
    number,
    pieces,
    style,
    level: outline === null ? style.level : outline >= 0 && outline < 9 ? outline + 1 : null,
    list: list || paragraph.label !== null || style.role === "list",
    // A bullet is no number.
    label: /[\p{L}\p{N}]/u.test(label) && !/^[oO§]$/u.test(label) ? label : "",
    contents: paragraph.contents || style.role === "contents",
    ...paragraph.looks.finish(),
    ...(paragraph.before.length > 0 ? { setApartLines: [] } : {}),
    size,
    notes: paragraph.notes,
  };
}
