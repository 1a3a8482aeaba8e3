// Hostile and broken Word files, and the two engines: what each gives, and that neither can take the program down.
import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { ReadResult } from "../../../src/model/document.ts";
import { openArchive } from "../../../src/read/archive/open-archive.ts";
import * as ownPass from "../../../src/read/docx/own-pass.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { blocksOf } from "../../../src/read/docx/read-with-mammoth.ts";
import { runMammoth } from "../../../src/read/docx/run-mammoth.ts";
import type { ReadLimits, ReadOptions } from "../../../src/read/reader.ts";
import { defaultLimits, defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { lines, p, styled, style, table, word } from "./ooxml.ts";

// mammoth running out of heap takes seconds on a slow machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  const build: unknown = await import(new URL("../../../scripts/build.mjs", import.meta.url).href);
  await (build as { buildWorkers: () => Promise<void> }).buildWorkers();
});

function readWith(
  bytes: Uint8Array,
  docxEngine: ReadOptions["docxEngine"],
  limits: Partial<ReadLimits> = {},
): Promise<ReadResult> {
  return readDocx(bytes, { ...defaultReadOptions, docxEngine, limits: { ...defaultLimits, ...limits } });
}

function expectUnread(result: ReadResult): { status: string; code: string | undefined; params: unknown } {
  if (result.kind !== "unread") throw new Error("the document was read");
  const [notice] = result.notices;
  return { status: result.status, code: notice?.code, params: notice?.params };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (xml: string): Uint8Array => word({ body: "", others: { "word/document.xml": xml } });

describe("files that are no document", () => {
  test("an archive of other things under the name of a document", async () => {
    const bytes = zipSync({ "bilder/foto.txt": encode("inget dokument") });
    expect(expectUnread(await readWith(bytes, "auto"))).toMatchObject({ code: "NOT_A_DOCUMENT" });
  });

  test("a workbook under the name of a document", async () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
    const bytes = zipSync({ "_rels/.rels": encode(rels), "xl/workbook.xml": encode("<workbook/>") });
    expect(expectUnread(await readWith(bytes, "auto"))).toMatchObject({ code: "NOT_A_DOCUMENT" });
  });

  test("a file cut off, and a file that never was an archive", async () => {
    const whole = word({ body: p("Text.") });
    for (const bytes of [whole.slice(0, whole.length / 2), encode("hej")]) {
      expect(expectUnread(await readWith(bytes, "auto"))).toMatchObject({
        status: "unreadable",
        code: "ARCHIVE_DAMAGED",
      });
    }
  });

  test("pictures without a word", async () => {
    const body =
      '<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r></w:p>';
    expect(expectUnread(await readWith(word({ body }), "auto"))).toEqual({
      status: "no-text",
      code: "NO_TEXT",
      params: { pictures: 1 },
    });
  });
});

describe("broken and hostile XML is damage, not half a document", () => {
  const start = `<w:document ${namespace}><w:body>${p("Första stycket.")}`;

  test.each([
    ["not-well-formed", "ends in the middle", start],
    ["not-well-formed", "has crossing elements", `${start}<w:p><w:r></w:p></w:r></w:body></w:document>`],
    [
      "doctype",
      "declares entities",
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ${namespace}><w:body>${p("&b;")}</w:body></w:document>`,
    ],
    [
      "too-deep",
      "nests without end",
      `<w:document ${namespace}><w:body>${"<w:tbl><w:tr><w:tc>".repeat(5_000)}${"</w:tc></w:tr></w:tbl>".repeat(5_000)}</w:body></w:document>`,
    ],
  ])("%s: a part that %s", async (reason, _, xml) => {
    expect(expectUnread(await readWith(documentOf(xml), "auto"))).toEqual({
      status: "unreadable",
      code: "ARCHIVE_DAMAGED",
      params: { reason, part: "word/document.xml" },
    });
  });

  test("in the styles as in the text", async () => {
    const bytes = word({ body: p("Text."), others: { "word/styles.xml": "<w:styles><w:style>" } });
    expect(expectUnread(await readWith(bytes, "auto"))).toMatchObject({
      params: { part: "word/styles.xml" },
    });
  });
});

describe("bombs", () => {
  const paragraphs = p("jämställdhet").repeat(30_000);
  const bomb = word({ body: paragraphs });

  test("stop at the limit of what an archive may unpack to, for either engine", async () => {
    expect(bomb.length * 50).toBeLessThan(paragraphs.length);
    for (const engine of ["auto", "mammoth"] as const) {
      expect(expectUnread(await readWith(bomb, engine, { unpackedBytes: 1_000_000 }))).toEqual({
        status: "unreadable",
        code: "ARCHIVE_TOO_LARGE",
        params: { limit: 1_000_000, unit: "bytes" },
      });
    }
  });

  test("stop at the limit of paragraphs and of characters", async () => {
    expect(expectUnread(await readWith(bomb, "own", { pages: 100 }))).toMatchObject({
      code: "ARCHIVE_TOO_LARGE",
      params: { unit: "paragraphs" },
    });
    const long = word({ body: p("a".repeat(20_000)) });
    expect(expectUnread(await readWith(long, "own", { pages: 1 }))).toMatchObject({
      code: "ARCHIVE_TOO_LARGE",
      params: { unit: "characters" },
    });
  });

  test("take down the worker that mammoth runs in and nothing else", async () => {
    const result = await readWith(bomb, "mammoth", { workerHeapMb: 16 });
    expect(expectUnread(result)).toEqual({
      status: "unreadable",
      code: "ARCHIVE_TOO_LARGE",
      params: { limit: 16, unit: "heap-mb" },
    });
    expectDocument(await readWith(word({ body: p("Nästa dokument.") }), "mammoth"));
  });

  test("do not hold mammoth longer than a document may take", async () => {
    const result = await readWith(bomb, "mammoth", { documentMs: 1 });
    expect(expectUnread(result)).toMatchObject({ code: "READER_FAILED", params: { reason: "1 ms" } });
  });
});

describe("mammoth", () => {
  const styles = style("Rubrik1", "heading 1") + style("Innehll1", "toc 1") + style("Titel", "Title");
  const bytes = word({
    body:
      styled("Titel", "Plan 2026") +
      styled("Innehll1", "Inledning 2") +
      p("") +
      styled("Rubrik1", "Inledning") +
      p("Kvinnor &amp; män.") +
      table(
        [
          ["Grupp", "Antal"],
          ["Flickor", "12"],
        ],
        1,
      ) +
      p("Slut."),
    styles,
  });

  test("gives the same blocks at the same places as our own pass, on what both can read", async () => {
    const own = expectDocument(await readWith(bytes, "own"));
    const second = expectDocument(await readWith(bytes, "mammoth"));
    expectSoundDocument(second);
    expect(lines(second)).toEqual(lines(own));
    expect(second.title).toBe(own.title);
    expect(second.blocks.map(({ columns }) => columns)).toEqual(own.blocks.map(({ columns }) => columns));
    expect(second.reading.engine).toBe("mammoth");
  });

  test("finds the words that our own pass finds in a file from a word processor", async () => {
    const plan = new Uint8Array(readFileSync(new URL("files/plan.docx", import.meta.url)));
    const own = expectDocument(await readWith(plan, "own"));
    const second = expectDocument(await readWith(plan, "mammoth"));
    const words = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
    // Headers and footers are what mammoth does not read.
    const ownText = own.blocks
      .filter(({ layer }) => layer !== "furniture")
      .map(({ span }) => own.text.slice(span.start, span.end))
      .join("\n");
    expect(words(second.text)).toEqual(words(ownText));
    expect(second.blocks.filter(({ layer }) => layer === "footnote")).toHaveLength(1);
  });

  test("reads a file that our own pass fails on, and the document says so", async () => {
    const failing = vi.spyOn(ownPass, "readWithOwnPass").mockImplementation(() => {
      throw new Error("a fault of ours");
    });
    try {
      const document = expectDocument(await readWith(bytes, "auto"));
      expect(document.notices.map(({ code }) => code)).toContain("DOCX_SECOND_ENGINE");
      expect(document.text).toContain("Kvinnor & män.");
      expect(expectUnread(await readWith(bytes, "own"))).toMatchObject({
        code: "READER_FAILED",
        params: { engine: "own", reason: "a fault of ours" },
      });
    } finally {
      failing.mockRestore();
    }
  });

  test("tells its own failure", async () => {
    const nested = `<w:document ${namespace}><w:body>${"<w:tbl><w:tr><w:tc>".repeat(20_000)}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(20_000)}</w:body></w:document>`;
    expect(expectUnread(await readWith(documentOf(nested), "mammoth"))).toMatchObject({
      code: "READER_FAILED",
      params: { engine: "mammoth" },
    });
  });

  test("never gets to see pictures and other parts that hold no text", async () => {
    const archive = openArchive(
      word({ body: p("Text."), others: { "word/media/image1.png": "x".repeat(500_000) } }),
      { unpackedBytes: 100_000 },
    );
    if (archive.kind !== "archive") throw new Error("not opened");
    expect((await runMammoth(archive, defaultLimits)).kind).toBe("html");
  });
});

describe("mammoth's HTML", () => {
  test("gives items of nested lists apart, and notes as notes without their marks and links back", () => {
    const html =
      '<ul><li>ett<ul><li>ett ett</li></ul></li></ul><p>Text<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>.</p>' +
      '<ol><li id="footnote-1"><p> Noten. <a href="#footnote-ref-1">↑</a></p></li></ol>';
    const texts = blocksOf(html).blocks.map((block) =>
      block.kind === "table-row"
        ? ""
        : [block.layer, block.kind, block.pieces.map(({ text }) => text.trim()).join("")],
    );
    expect(texts).toEqual([
      ["body", "list-item", "ett"],
      ["body", "list-item", "ett ett"],
      ["body", "paragraph", "Text."],
      ["footnote", "paragraph", "Noten."],
    ]);
  });
});
