import { describe, expect, test } from "vitest";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { readText } from "../../../src/read/text/read-text.ts";
import { expectDocument, expectQuotesBack, expectSoundDocument } from "../document-contract.ts";
import { outline, prose } from "../support.ts";
import type { Document } from "../../../src/model/document.ts";

async function read(text: string): Promise<Document> {
  const document = expectDocument(await readText(new TextEncoder().encode(text), defaultReadOptions));
  expectSoundDocument(document);
  expectQuotesBack(document, text);
  return document;
}

const blocksOf = (document: Document): string[] =>
  document.blocks.map((block) => `${block.kind}: ${document.text.slice(block.span.start, block.span.end)}`);

describe("encodings", () => {
  const text = "Jämställdhet är ett mål – för alla.";
  const utf16 = (bigEndian: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };

  test.each([
    ["UTF-8", Buffer.from(text), []],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`), []],
    ["UTF-16 LE", utf16(false, true), []],
    ["UTF-16 BE", utf16(true, true), []],
    ["UTF-16 LE without mark", utf16(false, false), ["utf-16le"]],
    ["UTF-16 BE without mark", utf16(true, false), ["utf-16be"]],
    ["Windows-1252", Buffer.from(text.replace("–", "\x96"), "latin1"), ["windows-1252"]],
  ])("%s", async (_, bytes, guessed) => {
    const document = expectDocument(await readText(bytes, defaultReadOptions));
    expect(document.text).toBe(text);
    expect(document.anchors[0]).toEqual({ offset: 0, location: { line: 1, column: 1 } });
    const told = document.notices.filter((notice) => notice.code === "ENCODING_GUESSED");
    expect(told.map((notice) => notice.params["encoding"])).toEqual(guessed);
  });

  test("a stray byte does not make UTF-8 into Windows-1252", async () => {
    const bytes = Buffer.concat([Buffer.from(`${text}${text}${text}`), Buffer.from([0xff])]);
    const document = expectDocument(await readText(bytes, defaultReadOptions));
    expect(document.text).toContain("Jämställdhet är ett mål – för alla.");
  });
});

describe("paragraphs", () => {
  test("hard-wrapped lines are one block, blank lines end it", async () => {
    const document = await read(
      "Regionen ska utveckla arbetet med\nuppföljning så att alla får en god\noch nära vård i hela länet.\n\nDetta är ett nytt stycke som också\när hårt brutet.\n",
    );
    expect(blocksOf(document)).toEqual([
      "paragraph: Regionen ska utveckla arbetet med\nuppföljning så att alla får en god\noch nära vård i hela länet.",
      "paragraph: Detta är ett nytt stycke som också\när hårt brutet.",
    ]);
  });

  test("a word broken at the line end is joined and both halves keep their line", async () => {
    const document = await read("Nämnden har tagit fram könsupp-\ndelad statistik för tandvården.");
    expect(document.text).toBe("Nämnden har tagit fram könsuppdelad statistik för tandvården.");
    expect(document.anchors.map((anchor) => anchor.location)).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
    ]);
  });

  test("long lines are paragraphs of their own; one that broke in the middle is put together", async () => {
    const document = await read(`${prose} ${prose}\n${prose} ${prose} och även\nde som är äldre.\n${prose}`);
    expect(document.blocks).toHaveLength(3);
  });

  test("lines of an address stay apart from the paragraph", async () => {
    const document = await read(`${prose}\n\nRegion Halland\nBox 517\n301 80 Halmstad\n`);
    expect(document.blocks.length).toBeGreaterThan(1);
  });

  test("form feeds and carriage returns are line breaks", async () => {
    const document = await read(`${prose}\r\n\f\r\n${prose}\r\n`);
    expect(document.blocks).toHaveLength(2);
  });
});

describe("lists, tables and lines set apart", () => {
  test("bullets are taken away, numbers stay", async () => {
    const document = await read("Vi ska:\n\n- öka takten\n- bli fler\n\n• vila\n\n1. Ett\n2. Två");
    expect(blocksOf(document)).toEqual([
      "paragraph: Vi ska:",
      "list-item: öka takten",
      "list-item: bli fler",
      "list-item: vila",
      "list-item: 1. Ett",
      "list-item: 2. Två",
    ]);
  });

  test("numbered amounts are list items, not headings", async () => {
    const document = await read(
      "12. Kvinnojouren Viljan 350 tkr\n13. Brandvärnet 80 tkr\n14. Fiskevårdsområdet 45 tkr",
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(["list-item", "list-item", "list-item"]);
  });

  test("columns make a table whose rows know the headings", async () => {
    const document = await read(
      "År     Män       Kvinnor\n2025   37 500    37 000\n2024   36 500    35 600\n",
    );
    expect(document.blocks.map((block) => block.kind)).toEqual(["table-row", "table-row", "table-row"]);
    expect(document.blocks[0]?.columns).toEqual([]);
    expect(document.blocks[2]?.columns).toEqual(["År", "Män", "Kvinnor"]);
    expect(document.blocks[2]?.cells?.map((cell) => document.text.slice(cell.start, cell.end))).toEqual([
      "2024",
      "36 500",
      "35 600",
    ]);
  });

  test("tabs make a table too", async () => {
    const document = await read("Mål\tAnsvarig\nFler i arbete\tHR\n");
    expect(document.blocks.map((block) => block.kind)).toEqual(["table-row", "table-row"]);
  });

  test.each([
    ["a single line with a gap", "Nämndbudget            2026"],
    ["a table of contents", "1 Mål ........ 3\n2 Medel ...... 4"],
    ["a number set off by a tab", "1.\tMål för vården\n2.\tMedel för vården"],
  ])("%s makes none", async (_, text) => {
    expect((await read(text)).blocks.map((block) => block.kind)).not.toContain("table-row");
  });

  test("a bold line and one with a line drawn under it are headings", async () => {
    const document = await read(`**§67**\n\n${prose}\n\nBakgrund\n--------\n\n${prose}`);
    expect(outline(document)).toEqual(["[§ 67] · 2", "  Bakgrund · 2"]);
  });

  test("headings that no blank line sets apart", async () => {
    const document = await read(
      [
        "VÅR POLITIK",
        "Demokratin är målet för allt vårt arbete, och den börjar med att alla",
        "människor har samma värde och samma rätt till makt och inflytande.",
        "Arbetets värde",
        "Arbetet är grunden för välfärden, och alla som kan arbeta ska göra det",
        "under goda villkor.",
      ].join("\n"),
    );
    expect(outline(document)).toEqual(["VÅR POLITIK · 2", "  Arbetets värde · 2"]);
  });

  test("page numbers in a rising row are furniture, a lone number is not", async () => {
    const paged = await read(`${prose}\n\n1\n\n${prose}\n\n2\n\n${prose}\n\n3\n`);
    expect(paged.blocks.filter((block) => block.layer === "furniture")).toHaveLength(3);
    const plain = await read(`${prose}\n\n1\n\n${prose}\n\n7\n\n${prose}\n\n3\n`);
    expect(plain.blocks.filter((block) => block.layer === "furniture")).toHaveLength(0);
  });

  test("running headers with a page count are furniture", async () => {
    const document = await read(
      `Region Halland 1 (3)\n\n${prose}\n\nRegion Halland 2 (3)\n\n${prose}\n\nRegion Halland 3 (3)\n\n${prose}`,
    );
    expect(document.blocks.filter((block) => block.layer === "furniture")).toHaveLength(3);
    const once = await read(`Delmål 5 (6)\n\n${prose}`);
    expect(once.blocks.filter((block) => block.layer === "furniture")).toHaveLength(0);
  });
});

test("escape sequences never reach the text", async () => {
  const document = await read("Röd \u001b[31mtext\u001b[0m och \u0007pling.");
  expect(document.text).toBe("Röd text och pling.");
  expect(document.notices).toContainEqual({ code: "CONTROL_CHARACTERS", params: { count: 3 } });
});

test("the same bytes give the same document", async () => {
  const text = `1 Mål\n\n${prose}\n\n- ett\n- två\n`;
  expect(await read(text)).toEqual(await read(text));
});
