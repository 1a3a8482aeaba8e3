// What the tests of the PDF reader look at: the text of blocks of a kind, and prose to fill pages with.
import type { Block, BlockKind, Document, Layer, ReadResult } from "../../../src/model/document.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import type { ReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";

export function read(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<ReadResult> {
  return readPdf(bytes, { ...defaultReadOptions, ...options });
}

/** Reads a file that must become a document, and one that keeps the contract of all readers. */
export async function readDocument(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<Document> {
  const document = expectDocument(await read(bytes, options));
  expectSoundDocument(document);
  return document;
}

const textOf = (document: Document, block: Block): string =>
  document.text.slice(block.span.start, block.span.end);

/** Text of the blocks of a kind in a layer, line breaks as spaces. */
export function texts(document: Document, kind: BlockKind, layer: Layer = "body"): string[] {
  return document.blocks
    .filter((block) => block.kind === kind && block.layer === layer)
    .map((block) => textOf(document, block).replace(/\s+/g, " "));
}

/** "2 Bakgrund" for a heading of level 2. */
export function headings(document: Document): string[] {
  return document.blocks
    .filter((block) => block.kind === "heading")
    .map((block) => `${block.level ?? 0} ${textOf(document, block).replace(/\s+/g, " ")}`);
}

/** Rows as their cells. */
export function rows(document: Document): string[][] {
  return document.blocks
    .filter((block) => block.kind === "table-row")
    .map((block) =>
      (block.cells ?? []).map((cell) => document.text.slice(cell.start, cell.end).replace(/\s+/g, " ")),
    );
}

/** So many lines of running text, about 70 characters each, no two alike. */
export function prose(lines: number, seed = 0): string[] {
  const words =
    "regionen ska under perioden utveckla arbetet med uppföljning av vården så att invånarna får en god och nära hälsa som håller över tid".split(
      " ",
    );
  return Array.from({ length: lines }, (_, line) => {
    const shift = (line * 7 + seed * 3) % words.length;
    const rotated = [...words.slice(shift), ...words.slice(0, shift)];
    const text = rotated.slice(0, 11).join(" ");
    return line === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  });
}

/** The same, ended as a paragraph is. */
export function paragraph(lines: number, seed = 0): string[] {
  const text = prose(lines, seed);
  return [...text.slice(0, -1), `${text.at(-1)?.slice(5, 35 + seed) ?? ""} del ${seed} av det hela.`];
}
