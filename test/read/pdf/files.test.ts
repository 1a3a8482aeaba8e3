// A PDF as an office program writes it: files/plan.fodt, exported by LibreOffice without bookmarks and tags
// (soffice --headless --convert-to pdf plan.fodt), plan-locked.pdf with an owner password, plan-bookmarks.pdf with bookmarks.
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { locate } from "../../../src/model/locate.ts";
import { headings, read, readDocument, rows, texts } from "./support.ts";

const file = (name: string): Promise<Buffer> => readFile(new URL(`files/${name}`, import.meta.url));

describe("a plan written with an office program", () => {
  it("has its title, its headings with their levels, and nothing else as a heading", async () => {
    const document = await readDocument(await file("plan.pdf"));
    expect(document.title).toBe("Plan för ett hållbart arbetsliv");
    expect(headings(document)).toEqual([
      "1 Plan för ett hållbart arbetsliv",
      "1 1 Inledning",
      "2 1.1 Bakgrund",
      "1 2 Nuläge och utmaningar på arbetsmarknaden i länets alla delar",
      "1 3 Mål",
    ]);
  });

  it("has its table with column heads, its list, its caption and its note", async () => {
    const document = await readDocument(await file("plan.pdf"));
    expect(rows(document)).toEqual([
      ["Verksamhet", "Kvinnor", "Män"],
      ["Vård och omsorg", "58", "71"],
      ["Skola och förskola", "74", "86"],
      ["Teknik och service", "81", "95"],
    ]);
    expect(document.blocks.findLast((block) => block.kind === "table-row")?.columns).toEqual([
      "Verksamhet",
      "Kvinnor",
      "Män",
    ]);
    expect(texts(document, "list-item")).toHaveLength(3);
    expect(texts(document, "caption")).toEqual(["Tabell 1. Andel som arbetar heltid, procent"]);
    expect(texts(document, "paragraph", "footnote").join()).toContain("Begreppet förklaras");
    expect(document.text).toContain("jämställdhetsintegrering¹");
  });

  it("has headers and footers of every page out of the way", async () => {
    const document = await readDocument(await file("plan.pdf"));
    expect(texts(document, "paragraph", "furniture")).toHaveLength(2 * (document.pages ?? 0));
    expect(texts(document, "paragraph").join(" ")).not.toMatch(/Sida \d av|Region Exempel/);
  });

  it("has the words of a ligature and of a suspended compound whole", async () => {
    const text = (await readDocument(await file("plan.pdf"))).text.replace(/\n/g, " ");
    expect(text).toContain("officiell definition");
    expect(text).toContain("kvinno- och mansdominerade");
  });

  it("has the same structure by its bookmarks", async () => {
    const plain = await readDocument(await file("plan.pdf"));
    expect(headings(await readDocument(await file("plan-bookmarks.pdf")))).toEqual(headings(plain));
  });

  it("is read though an owner's password forbids changes", async () => {
    const document = await readDocument(await file("plan-locked.pdf"));
    expect(document.reading.share).toBe(1);
    expect(headings(document)).toHaveLength(5);
  });

  it("is named as damaged when it was cut in half", async () => {
    const bytes = await file("plan.pdf");
    expect(await read(bytes.subarray(0, bytes.length >> 1))).toMatchObject({
      kind: "unread",
      status: "unreadable",
      notices: [{ code: "PDF_DAMAGED" }],
    });
  });

  it("gives the page on which each chapter begins", async () => {
    const document = await readDocument(await file("plan.pdf"));
    const pages = document.sections.map((section) =>
      locate(document, document.blocks[section.blocks.first]?.span.start ?? 0),
    );
    expect(pages).toEqual([{ page: 1 }, { page: 2 }, { page: 2 }, { page: 2 }, { page: 3 }, { page: 2 }]);
  });
});

describe("two engines", () => {
  it("give the same words", async () => {
    const bytes = await file("plan.pdf");
    const words = async (pdfEngine: "pdfium" | "pdf-parse"): Promise<string[]> =>
      (await readDocument(bytes, { pdfEngine })).text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const [first, second] = [await words("pdfium"), await words("pdf-parse")];
    const left = new Map<string, number>();
    for (const word of second) left.set(word, (left.get(word) ?? 0) + 1);
    let shared = 0;
    for (const word of first) {
      const count = left.get(word) ?? 0;
      if (count === 0) continue;
      shared++;
      left.set(word, count - 1);
    }
    expect(first.length).toBeGreaterThan(800);
    expect(shared / Math.max(first.length, second.length)).toBeGreaterThanOrEqual(0.99);
  });
});
