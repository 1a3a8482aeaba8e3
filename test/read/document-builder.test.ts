import { describe, expect, test } from "vitest";
import { locate } from "../../src/model/locate.ts";
import { buildDocument, type DocumentFacts, type RawBlock } from "../../src/read/document-builder.ts";
import { expectSoundDocument } from "./document-contract.ts";

const facts: DocumentFacts = {
  format: "txt",
  title: null,
  pages: null,
  reading: { share: 1, pagesWithoutText: [], garbled: [], engine: "test" },
  notices: [],
};
const paragraph = (text: string, line: number, column = 1): RawBlock => ({
  kind: "paragraph",
  pieces: [{ text, location: { line, column } }],
});

describe("text and spans", () => {
  test("blocks are trimmed and joined by line breaks, those without visible text are left out", () => {
    const document = buildDocument(
      [paragraph("  Ett ", 1), paragraph(" \u200b\n", 2), paragraph("två", 3)],
      facts,
    );
    expectSoundDocument(document);
    expect(document.text).toBe("Ett\ntvå");
    expect(document.blocks).toHaveLength(2);
  });

  test("notes come after the body and furniture last, each in its own order", () => {
    const of = (text: string, layer: "body" | "contents" | "footnote" | "furniture"): RawBlock => ({
      kind: "paragraph",
      layer,
      pieces: [{ text, location: { page: 1 } }],
    });
    const document = buildDocument(
      [
        of("huvud", "furniture"),
        of("not", "footnote"),
        of("a", "contents"),
        of("fot", "furniture"),
        of("b", "body"),
      ],
      facts,
    );
    expectSoundDocument(document);
    expect(document.text).toBe("a\nb\nnot\nhuvud\nfot");
  });

  test("cells are separated by tabs and empty ones keep their column", () => {
    const cell = (text: string, column: number) => [{ text, location: { line: 7, column } }];
    const document = buildDocument(
      [
        paragraph("Före", 1),
        {
          kind: "table-row",
          cells: [cell(" ", 1), cell("Kvin-\nnor", 5), [], cell(" 12", 20)],
          columns: ["", "Ko\u0308n", "", "Antal\n2024"],
          table: 1,
        },
      ],
      facts,
    );
    expectSoundDocument(document);
    expect(document.text).toBe("Före\n\tKvinnor\t\t12");
    const row = document.blocks[1];
    expect(row?.cells?.map((span) => document.text.slice(span.start, span.end))).toEqual([
      "",
      "Kvinnor",
      "",
      "12",
    ]);
    expect(row?.columns).toEqual(["", "Kön", "", "Antal 2024"]);
    expect(locate(document, row?.span.start ?? 0)).toEqual({ line: 7, column: 5 });
    expect(locate(document, document.text.indexOf("12"))).toEqual({ line: 7, column: 21 });
  });

  test("a row of empty cells is left out", () => {
    const document = buildDocument(
      [{ kind: "table-row", cells: [[], [{ text: " ", location: { page: 1 } }]], columns: [], table: 1 }],
      facts,
    );
    expect(document.blocks).toEqual([]);
    expect(document.text).toBe("");
  });
});

describe("places", () => {
  test("each half of a word that was joined keeps its line", () => {
    const document = buildDocument(
      [
        {
          kind: "paragraph",
          pieces: [
            { text: "  en jäm-\n", location: { line: 3, column: 1 } },
            { text: "ställd vård", location: { line: 4, column: 1 } },
          ],
        },
      ],
      facts,
    );
    expectSoundDocument(document);
    expect(document.text).toBe("en jämställd vård");
    expect(locate(document, 0)).toEqual({ line: 3, column: 3 });
    expect(locate(document, 5)).toEqual({ line: 3, column: 8 });
    expect(locate(document, 6)).toEqual({ line: 4, column: 1 });
    expect(locate(document, document.text.indexOf("vård"))).toEqual({ line: 4, column: 8 });
  });

  test("a new anchor stands only where the place is a new one", () => {
    const piece = (text: string, page: number) => ({ text, location: { page } });
    const document = buildDocument(
      [
        { kind: "paragraph", pieces: [piece("a", 1), piece("b", 1)] },
        { kind: "paragraph", pieces: [piece("c", 1), piece("d", 2)] },
      ],
      facts,
    );
    expect(document.anchors).toEqual([
      { offset: 0, location: { page: 1 } },
      { offset: 4, location: { page: 2 } },
    ]);
  });
});

describe("notices and title", () => {
  test("control characters and mojibake are told once a document, with their number", () => {
    const document = buildDocument(
      [paragraph("a\u001b[2Jb\u0007", 1), paragraph("fÃ¶r Ã¤ldre\u0007", 2)],
      facts,
    );
    expect(document.notices.filter((notice) => notice.code !== "NO_HEADINGS")).toEqual([
      { code: "CONTROL_CHARACTERS", params: { count: 3 } },
      { code: "MOJIBAKE_REPAIRED", params: { count: 2 } },
    ]);
  });

  test("clean text gives neither", () => {
    const document = buildDocument(
      [{ kind: "heading", level: 1, pieces: [] }, paragraph("för äldre", 1)],
      facts,
    );
    expect(document.notices.map((notice) => notice.code)).toEqual(["NO_HEADINGS"]);
  });

  test("the title that the file gives wins over the first heading", () => {
    const heading: RawBlock = {
      kind: "heading",
      level: 1,
      pieces: [{ text: "Rubrik", location: { page: 1 } }],
    };
    expect(buildDocument([heading], facts).title).toBe("Rubrik");
    expect(buildDocument([heading], { ...facts, title: "Ma\u030al\n2030" }).title).toBe("Mål 2030");
    expect(buildDocument([paragraph("Ingen rubrik.", 1)], facts).title).toBeNull();
  });
});

test("a text of a hundred thousand blocks is built, with each block where it should be", () => {
  const blocks = Array.from({ length: 100_000 }, (_, index) => paragraph(`Rad ${index} om vård.`, index + 1));
  const document = buildDocument(blocks, facts);
  expect(document.blocks).toHaveLength(100_000);
  expect(locate(document, document.blocks[99_999]?.span.start ?? 0)).toEqual({ line: 100_000, column: 1 });
});
