// What every reader promises of the documents it makes. Each reader's tests call this on real output.
import { expect } from "vitest";
import type { Document, ReadResult } from "../../src/model/document.ts";
import { locate } from "../../src/model/locate.ts";
import { contains } from "../../src/model/span.ts";

/** Fails the test when `document` breaks a promise that later stages build on. */
export function expectSoundDocument(document: Document): void {
  const { text, blocks, sections, anchors } = document;

  expect(text, "text is NFC").toBe(text.normalize("NFC"));
  expect(text, "no control characters").not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
  expect(document.reading.share).toBeGreaterThanOrEqual(0);
  expect(document.reading.share).toBeLessThanOrEqual(1);

  let end = 0;
  let tail = 0;
  for (const [index, block] of blocks.entries()) {
    const { span } = block;
    const name = `block ${index} (${block.kind})`;
    expect(span.start, `${name} begins after the one before`).toBeGreaterThanOrEqual(end);
    expect(span.end, `${name} is not empty`).toBeGreaterThan(span.start);
    expect(span.end, `${name} ends inside the text`).toBeLessThanOrEqual(text.length);
    expect(text.slice(end, span.start), `only line breaks before ${name}`).toMatch(/^\s*$/);
    expect(text.slice(span.start, span.end).trim(), `${name} has something to see`).not.toBe("");
    const order = { body: 0, contents: 0, footnote: 1, furniture: 2, comment: 3 }[block.layer];
    expect(order, `${name}: notes, furniture and comments stand last`).toBeGreaterThanOrEqual(tail);
    tail = order;
    end = span.end;
    expect(block.level !== undefined, `${name}: headings and only they have a level`).toBe(
      block.kind === "heading",
    );
    if (block.level !== undefined) expect(block.level).toBeGreaterThanOrEqual(1);
    if (block.kind === "table-row") {
      let cellEnd = span.start;
      for (const cell of block.cells ?? []) {
        expect(contains(span, cell), `cells of ${name} lie inside it`).toBe(true);
        expect(cell.start, `cells of ${name} are in order`).toBeGreaterThanOrEqual(cellEnd);
        cellEnd = cell.end;
      }
      expect(block.cells?.length, `${name} has cells`).toBeGreaterThan(0);
      expect(block.table, `${name} knows its table`).toBeGreaterThanOrEqual(1);
      expect(block.columns, `${name} knows its columns`).toBeDefined();
    } else {
      expect(block.cells, `${name} has no cells`).toBeUndefined();
    }
  }
  expect(text.slice(end), "only line breaks after the last block").toMatch(/^\s*$/);

  let covered = 0;
  for (const [index, section] of sections.entries()) {
    expect(section.id).toBe(`s${index + 1}`);
    expect(section.blocks.first, `${section.id} begins where the one before ended`).toBe(covered);
    expect(section.blocks.end, `${section.id} has blocks`).toBeGreaterThan(section.blocks.first);
    covered = section.blocks.end;
    if (section.parent !== null) {
      expect(section.parent, `the parent of ${section.id} stands before it`).toBeLessThan(index);
      expect(section.depth).toBe((sections[section.parent]?.depth ?? 0) + 1);
      expect(section.path.slice(0, -1)).toEqual(sections[section.parent]?.path);
    }
    if (section.headingSpan === null) expect(section.unnamed, `${section.id} says what it is`).toBeDefined();
    else expect(section.headingSpan).toEqual(blocks[section.blocks.first]?.span);
  }
  const inSections = blocks.filter(({ layer }) => layer !== "furniture" && layer !== "comment").length;
  expect(covered, "sections cover all blocks but furniture and comments").toBe(inSections);

  if (blocks.length > 0) expect(anchors[0]?.offset, "the first anchor stands at 0").toBe(0);
  for (let index = 1; index < anchors.length; index++) {
    expect(anchors[index]?.offset, "anchors rise").toBeGreaterThan(anchors[index - 1]?.offset ?? -1);
  }
}

/** For formats with lines: the place of each block's start quotes the block's first word back from the source. */
export function expectQuotesBack(document: Document, source: string): void {
  const lines = source.split(/\r\n|\n|\r/);
  for (const block of document.blocks) {
    const place = locate(document, block.span.start);
    // Three letters, as the rest of the word may stand on the next line.
    const word = /^[\p{L}\p{N}]{1,3}/u.exec(document.text.slice(block.span.start, block.span.end))?.[0];
    if (word === undefined || !("line" in place)) continue;
    const line = lines[place.line - 1] ?? "";
    expect(
      line.slice(place.column - 1).startsWith(word),
      `${JSON.stringify(word)} at ${place.line}:${place.column}`,
    ).toBe(true);
  }
}

/** The document of a result, or a failed test that shows the notices. */
export function expectDocument(result: ReadResult): Document {
  if (result.kind !== "document") throw new Error(`unread: ${JSON.stringify(result.notices)}`);
  return result;
}
