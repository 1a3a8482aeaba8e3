// Collects blocks in reading order and joins them into a Document: one text, spans into it, anchors back to the file.
import type { Block, BlockKind, Document, Format, Layer, Notice, ReadingRecord } from "../model/document.ts";
import type { Anchor, Location } from "../model/location.ts";
import type { Span } from "../model/span.ts";
import { locate } from "../model/locate.ts";
import { lostLetters } from "./normalise/lost-letters.ts";
import { findLanguage, languageOfTag } from "./structure/find-language.ts";
import { ligatureRemains, lostLigatures, mendLigatures } from "./normalise/lost-ligatures.ts";
import { normalise, type Normalised } from "./normalise/normalise.ts";
import {
  hasUnknownSigns,
  learnSigns,
  mendSigns,
  wordsWithUnknownSigns,
  type LettersOf,
} from "./normalise/unknown-signs.ts";
import { placeSuppressions, type FoundSuppression, type Stretch } from "./structure/place-suppressions.ts";
import { withLanguages } from "./structure/section-languages.ts";
import { findTitle } from "./structure/find-title.ts";
import { buildSections } from "./structure/build-sections.ts";

/** A stretch of raw text whose place is known: from `location` on it runs on without a break in the original. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
}

interface RawBlockBase {
  /** Layer; "body" when left out. */
  readonly layer?: Layer;
  /** Who wrote a comment. */
  readonly author?: string;
}

/** A block as a reader hands it in, before normalisation. */
export type RawBlock = RawBlockBase &
  (
    | { readonly kind: "heading"; readonly level: number; readonly pieces: readonly Piece[] }
    | {
        readonly kind: Exclude<BlockKind, "heading" | "table-row">;
        readonly pieces: readonly Piece[];
        /** The whole block stands in bold, or apart in another way: structure may take it for a heading that is not marked as one. */
        readonly strong?: boolean;
        /** It stands in a box beside the running text: structure seeks no headings in it. */
        readonly beside?: boolean;
      }
    | {
        readonly kind: "table-row";
        readonly cells: readonly (readonly Piece[])[];
        /** Column headings that hold for the row; [] when unknown. */
        readonly columns: readonly string[];
        /** Number of the table, from 1. */
        readonly table: number;
      }
  );

export interface DocumentFacts {
  readonly format: Format;
  readonly title: string | null;
  /** Language that the file says its text is in, as it says it ("sv-SE"); left out where it says none. */
  readonly declaredLanguage?: string | null;
  readonly pages: number | null;
  readonly reading: ReadingRecord;
  readonly notices: readonly Notice[];
  /** Comments that take findings out of the count, with their line and column; left out where there are none. */
  readonly suppressions?: readonly FoundSuppression[];
  /** Where asides stand in the file, for the comments after them. */
  readonly asides?: readonly Stretch[];
}

/** Text between two cells of a row: a tab, which is neither part of a word nor of a sentence. */
const cellSeparator = "\t";

/** The order in which layers stand in the text; what shares a number stays as it came. */
const layerOrder: Readonly<Record<Layer, 0 | 1 | 2 | 3>> = {
  body: 0,
  contents: 0,
  footnote: 1,
  furniture: 2,
  comment: 3,
};

/**
 * Raw blocks in reading order → Document. Blocks without any visible text are dropped; the layers "footnote",
 * "furniture" and "comment" are moved behind the body, each in its own order. Sections are built from the headings
 * (see structure/build-sections). A title that the reader could not give is taken from a first heading.
 */
export function buildDocument(rawBlocks: readonly RawBlock[], facts: DocumentFacts): Document {
  return assemble(rawBlocks, facts, null);
}

/** What has to be mended in a text as a whole. */
interface Damage {
  /** It has lost ff, fi and fl. */
  readonly ligatures: boolean;
  /** Tells the signs that the file does not name; null where there are none. */
  readonly signs: LettersOf | null;
}

function assemble(rawBlocks: readonly RawBlock[], facts: DocumentFacts, damage: Damage | null): Document {
  const toText = damage === null ? normalise : (raw: string) => normaliseAndMend(raw, damage);
  const parts: string[] = [];
  const anchors: Anchor[] = [];
  const blocks: Block[] = [];
  const strong = new Set<number>();
  const beside = new Set<number>();
  const repaired = { controls: 0, mojibake: 0 };
  let length = 0;

  const clean = (pieces: readonly Piece[]): CleanRun => {
    const run = cleanRun(pieces, toText);
    repaired.controls += run.controls;
    repaired.mojibake += run.mojibake;
    return run;
  };
  const append = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  const appendRun = (run: CleanRun): Span => {
    const start = length;
    for (const anchor of run.anchors) pushAnchor(anchors, start + anchor.offset, anchor.location);
    append(run.text);
    return { start, end: length };
  };

  for (const raw of inLayerOrder(rawBlocks)) {
    const layer = raw.layer ?? "body";
    if (raw.kind === "table-row") {
      const runs = raw.cells.map(clean);
      const firstVisible = runs.find((run) => run.text !== "");
      if (firstVisible === undefined) continue;
      if (length > 0) append("\n");
      const start = length;
      // A row that begins with empty cells begins, for the reader of a report, at its first word.
      const [place] = firstVisible.anchors;
      if (place !== undefined) pushAnchor(anchors, start, place.location);
      const cells = runs.map((run, index) => {
        if (index > 0) append(cellSeparator);
        return appendRun(run);
      });
      blocks.push({
        kind: "table-row",
        layer,
        span: { start, end: length },
        cells,
        columns: raw.columns.map(cleanLine),
        table: raw.table,
      });
      continue;
    }
    const run = clean(raw.pieces);
    if (run.text === "") continue;
    if (length > 0) append("\n");
    const span = appendRun(run);
    if (raw.kind === "heading")
      blocks.push({ kind: "heading", layer, span, level: Math.max(1, Math.round(raw.level)) });
    else {
      if (raw.strong === true) strong.add(blocks.length);
      if (raw.beside === true) beside.add(blocks.length);
      const author = layer === "comment" ? cleanLine(raw.author ?? "") : "";
      blocks.push(author === "" ? { kind: raw.kind, layer, span } : { kind: raw.kind, layer, span, author });
    }
  }

  const text = parts.join("");
  // Seldom, so that the whole is made anew: only the whole text tells that letters are lost, and which.
  const ligatures = damage?.ligatures === true ? "remains" : lostLigatures(text);
  if (damage === null) {
    const signs = hasUnknownSigns(text) ? learnSigns(text) : null;
    if (ligatures === "remains" || signs !== null)
      return assemble(rawBlocks, facts, { ligatures: ligatures === "remains", signs });
  }
  const structured = buildSections(text, blocks, {
    strong,
    beside,
    placeOf: (offset) => locate({ anchors }, offset),
  });
  const notices: Notice[] = [...facts.notices, ...structured.notices];
  if (repaired.controls > 0)
    notices.push({ code: "CONTROL_CHARACTERS", params: { count: repaired.controls } });
  if (repaired.mojibake > 0)
    notices.push({ code: "MOJIBAKE_REPAIRED", params: { count: repaired.mojibake } });
  const language = findLanguage(textOfLayers(text, blocks), languageOfTag(facts.declaredLanguage));
  const lost = lostLetters(text);
  if (ligatures === "remains" || (ligatures === "without a trace" && language === "sv"))
    lost.push("ff", "fi", "fl");
  if (lost.length > 0) notices.push({ code: "DAMAGED_TEXT", params: { letters: lost.join(", ") } });
  notices.push(...sayBrokenWords(text, facts.format));
  const title = facts.title === null ? "" : cleanLine(facts.title);
  return {
    kind: "document",
    format: facts.format,
    language,
    title: title === "" ? findTitle(text, structured.blocks) : title,
    pages: facts.pages,
    text,
    blocks: structured.blocks,
    sections: withLanguages(text, structured.blocks, structured.sections, language),
    anchors,
    reading: facts.reading,
    notices,
    ...(facts.suppressions === undefined || facts.suppressions.length === 0
      ? {}
      : {
          suppressions: placeSuppressions(facts.suppressions, structured.sections, anchors, facts.asides),
        }),
  };
}

/** Whether there is anything beside running headers and comments. */
export function hasOwnText({ blocks }: Document): boolean {
  return blocks.some(({ layer }) => layer !== "furniture" && layer !== "comment");
}

/** Body and contents, then notes, then furniture, then comments, each as it came. */
function inLayerOrder(rawBlocks: readonly RawBlock[]): readonly RawBlock[] {
  const byOrder: [RawBlock[], RawBlock[], RawBlock[], RawBlock[]] = [[], [], [], []];
  for (const raw of rawBlocks) byOrder[layerOrder[raw.layer ?? "body"]].push(raw);
  return byOrder[0].length === rawBlocks.length ? rawBlocks : byOrder.flat();
}

/** The text that is the document's own: without running headers, and without comments that may be in any language. */
function textOfLayers(text: string, blocks: readonly Block[]): string {
  const aside = blocks.find(({ layer }) => layer === "furniture" || layer === "comment");
  return aside === undefined ? text : text.slice(0, aside.span.start);
}

/** A run of pieces, normalised and trimmed; the offsets of its anchors count from its own start. */
interface CleanRun {
  readonly text: string;
  readonly anchors: readonly Anchor[];
  readonly controls: number;
  readonly mojibake: number;
}

function normaliseAndMend(raw: string, { signs, ligatures }: Damage): Normalised {
  const normalised = normalise(raw);
  const told = signs === null ? normalised : mendSigns(normalised, signs);
  return { ...normalised, ...(ligatures ? mendLigatures(told) : told) };
}

/** Words named in the notice. */
const mostNamed = 5;

/** What is said of words that letters are missing in: of each format, but only PDF loses letters without leaving a sign. */
function sayBrokenWords(text: string, format: Format): Notice[] {
  const words = [...wordsWithUnknownSigns(text), ...(format === "pdf" ? ligatureRemains(text) : [])];
  if (words.length === 0) return [];
  const named = [...new Set(words)].slice(0, mostNamed).join(", ");
  return [{ code: "BROKEN_WORDS", params: { count: words.length, words: named } }];
}

function cleanRun(pieces: readonly Piece[], toText: (raw: string) => Normalised): CleanRun {
  const [only] = pieces;
  const raw =
    pieces.length === 1 && only !== undefined ? only.text : pieces.map((piece) => piece.text).join("");
  const { text, map, controls, mojibake } = toText(raw);
  const trimmed = text.trim();
  if (trimmed === "") return { text: "", anchors: [], controls, mojibake };
  const dropped = text.length - text.trimStart().length;
  const anchors: Anchor[] = [];
  for (const anchor of anchorsOf(pieces, map)) {
    const offset = anchor.offset - dropped;
    if (offset >= trimmed.length) break;
    pushAnchor(anchors, Math.max(0, offset), shift(anchor.location, Math.max(0, -offset)));
  }
  return { text: trimmed, anchors, controls, mojibake };
}

/** Adds an anchor behind the last; takes the place of one at the same offset, and is left out where it says nothing new. */
function pushAnchor(anchors: Anchor[], offset: number, location: Location): void {
  let last = anchors.at(-1);
  if (last !== undefined && last.offset === offset) {
    anchors.pop();
    last = anchors.at(-1);
  }
  if (last !== undefined && isSamePlace(shift(last.location, offset - last.offset), location)) return;
  anchors.push({ offset, location });
}

function isSamePlace(a: Location, b: Location): boolean {
  if ("line" in a) return "line" in b && a.line === b.line && a.column === b.column;
  if ("page" in a) return "page" in b && a.page === b.page && a.label === b.label;
  if ("paragraph" in a) return "paragraph" in b && a.paragraph === b.paragraph;
  if ("slide" in a) return "slide" in b && a.slide === b.slide;
  return "sheet" in b && a.sheet === b.sheet && a.row === b.row;
}

/** Text for one line of a report: normalised, no line breaks. */
function cleanLine(raw: string): string {
  return normalise(raw).text.replace(/\s+/g, " ").trim();
}

/** Where each stretch of the normalised text stands: borders of pieces and of the normalisation's map, merged. */
function anchorsOf(pieces: readonly Piece[], map: readonly { out: number; raw: number }[]): Anchor[] {
  const starts: { raw: number; location: Location }[] = [];
  let raw = 0;
  for (const piece of pieces) {
    starts.push({ raw, location: piece.location });
    raw += piece.text.length;
  }
  const anchors: Anchor[] = [];
  let pieceIndex = 0;
  for (const [index, step] of map.entries()) {
    const nextOut = map[index + 1]?.out ?? Number.POSITIVE_INFINITY;
    // The piece that holds the raw offset of this step.
    while (pieceIndex + 1 < starts.length && (starts[pieceIndex + 1]?.raw ?? 0) <= step.raw) pieceIndex++;
    const holder = starts[pieceIndex];
    if (holder === undefined) continue;
    anchors.push({ offset: step.out, location: shift(holder.location, step.raw - holder.raw) });
    // Pieces that begin inside this step.
    for (let next = pieceIndex + 1; next < starts.length; next++) {
      const piece = starts[next];
      if (piece === undefined) break;
      const out = step.out + (piece.raw - step.raw);
      if (out >= nextOut) break;
      anchors.push({ offset: out, location: piece.location });
      pieceIndex = next;
    }
  }
  return anchors;
}

/** The place `by` code units further on: another column in text formats, the same page or paragraph elsewhere. */
function shift(location: Location, by: number): Location {
  return by !== 0 && "line" in location ? { line: location.line, column: location.column + by } : location;
}
