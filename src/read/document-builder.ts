// Collects blocks in reading order and joins them into a Document: one text, spans into it, anchors back to the file.
import type { Block, BlockKind, Document, Format, Layer, Notice, ReadingRecord } from "../model/document.ts";
import type { Anchor, Location } from "../model/location.ts";
import type { Span } from "../model/span.ts";
import { normalise } from "./normalise/normalise.ts";
import { buildSections } from "./structure/build-sections.ts";

/** A stretch of raw text whose place is known: from `location` on it runs on without a break in the original. */
export interface Piece {
  readonly text: string;
  readonly location: Location;
}

interface RawBlockBase {
  /** Layer; "body" when left out. */
  readonly layer?: Layer;
}

/** A block as a reader hands it in, before normalisation. */
export type RawBlock = RawBlockBase &
  (
    | { readonly kind: "heading"; readonly level: number; readonly pieces: readonly Piece[] }
    | { readonly kind: Exclude<BlockKind, "heading" | "table-row">; readonly pieces: readonly Piece[] }
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
  readonly pages: number | null;
  readonly reading: ReadingRecord;
  readonly notices: readonly Notice[];
}

/** Text between two cells of a row: a tab, which is neither part of a word nor of a sentence. */
const cellSeparator = "\t";

const layerOrder: Readonly<Record<Layer, number>> = { body: 0, contents: 0, footnote: 1, furniture: 2 };

/**
 * Raw blocks in reading order → Document. Blocks without any visible text are dropped; the layers "footnote" and
 * "furniture" are moved behind the body, each in its own order. Sections are built from the headings
 * (see structure/build-sections).
 */
export function buildDocument(rawBlocks: readonly RawBlock[], facts: DocumentFacts): Document {
  const ordered = rawBlocks
    .map((raw, index) => ({ raw, index }))
    .sort(
      (a, b) => layerOrder[a.raw.layer ?? "body"] - layerOrder[b.raw.layer ?? "body"] || a.index - b.index,
    );

  const parts: string[] = [];
  const anchors: Anchor[] = [];
  const blocks: Block[] = [];
  let length = 0;

  const append = (text: string): void => {
    parts.push(text);
    length += text.length;
  };

  /** Normalises one run of pieces, trims it, appends it and returns its span; null when nothing visible is in it. */
  const appendPieces = (pieces: readonly Piece[]): Span | null => {
    const raw = pieces.map((piece) => piece.text).join("");
    const { text, map } = normalise(raw);
    const trimmedStart = text.length - text.trimStart().length;
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const base = length;
    for (const anchor of anchorsOf(pieces, map)) {
      const offset = base + Math.max(0, anchor.offset - trimmedStart);
      if (anchor.offset - trimmedStart > trimmed.length) break;
      const location = shift(anchor.location, Math.max(0, trimmedStart - anchor.offset));
      const last = anchors.at(-1);
      if (last !== undefined && last.offset === offset) anchors.pop();
      if (last !== undefined && last.offset > offset) continue;
      anchors.push({ offset, location });
    }
    append(trimmed);
    return { start: base, end: length };
  };

  for (const { raw } of ordered) {
    const layer = raw.layer ?? "body";
    const rollback = { parts: parts.length, length, anchors: anchors.length };
    if (length > 0) append("\n");
    const start = length;
    if (raw.kind === "table-row") {
      const cells: Span[] = [];
      for (const [index, cell] of raw.cells.entries()) {
        if (index > 0) append(cellSeparator);
        cells.push(appendPieces(cell) ?? { start: length, end: length });
      }
      if (cells.every((cell) => cell.start === cell.end)) {
        parts.length = rollback.parts;
        anchors.length = rollback.anchors;
        length = rollback.length;
        continue;
      }
      const block: Block = {
        kind: "table-row",
        layer,
        span: { start, end: length },
        cells,
        columns: raw.columns,
        table: raw.table,
      };
      blocks.push(block);
      continue;
    }
    const span = appendPieces(raw.pieces);
    if (span === null) {
      parts.length = rollback.parts;
      anchors.length = rollback.anchors;
      length = rollback.length;
      continue;
    }
    blocks.push(
      raw.kind === "heading"
        ? { kind: "heading", layer, span, level: raw.level }
        : { kind: raw.kind, layer, span },
    );
  }

  const text = parts.join("");
  const structured = buildSections(text, blocks, facts);
  return {
    kind: "document",
    ...facts,
    text,
    blocks: structured.blocks,
    sections: structured.sections,
    anchors,
    notices: [...facts.notices, ...structured.notices],
  };
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
