import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locate } from "../../../src/model/locate.ts";
import { defaultLimits } from "../../../src/read/reader.ts";
import { column, makePdf, picture, rectangle } from "./make-pdf.ts";
import { headings, paragraph, prose, read, readDocument, texts } from "./support.ts";

/** What is left of a text when a font gives the numbers of its glyphs for letters: each is 29 too low. */
const glyphNumbers = (text: string): string =>
  text
    .replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) - 29))
    .replace(/[åäö,.]/g, "l");

describe("a PDF that gives no document", () => {
  it("names a file that asks for a password", async () => {
    const result = await read(makePdf([column(["Hemligt"], 70, 700)], { locked: true }));
    expect(result).toMatchObject({
      kind: "unread",
      status: "unreadable",
      notices: [{ code: "PDF_ENCRYPTED" }],
    });
  });

  it("does not ask the second engine for a password either", async () => {
    const bytes = makePdf([column(["Hemligt"], 70, 700)], { locked: true });
    expect(await read(bytes, { pdfEngine: "pdf-parse" })).toMatchObject({
      kind: "unread",
      notices: [{ code: "PDF_ENCRYPTED" }],
    });
  });

  it("is opened with the password that fits by the second engine too", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("../locked/files/plan-rc4.pdf", import.meta.url)));
    const result = await read(bytes, { pdfEngine: "pdf-parse", passwords: ["fel", "hemlig"] });
    expect(result).toMatchObject({ kind: "document", pages: 4 });
  });

  it.each([
    ["empty", new Uint8Array(0)],
    ["text with the name of a PDF", new Uint8Array(Buffer.from("inte en pdf\n".repeat(40)))],
    ["a header and nothing more", new Uint8Array(Buffer.from("%PDF-1.7\n"))],
  ])("names a damaged file: %s", async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      kind: "unread",
      status: "unreadable",
      notices: [{ code: "PDF_DAMAGED" }],
    });
  });

  it.each(["pdfium", "pdf-parse"] as const)("never has fewer than no pages (%s)", async (pdfEngine) => {
    const whole = Buffer.from(makePdf([column(["Mål för skolan"], 70, 700)])).toString("latin1");
    const bytes = Buffer.from(whole.replace("/Count 1", "/Count -1"), "latin1");
    const { pages } = await read(bytes, { pdfEngine });
    expect([null, 1]).toContain(pages);
  });

  it("names a file of pictures only, without touching the bytes", async () => {
    const bytes = makePdf([rectangle, rectangle]);
    const before = Buffer.from(bytes).toString("latin1");
    expect(await read(bytes)).toMatchObject({
      kind: "unread",
      status: "no-text",
      pages: 2,
      notices: [{ code: "PDF_NO_TEXT" }],
    });
    expect(Buffer.from(bytes).toString("latin1")).toBe(before);
  });
});

describe("the reading record", () => {
  it("counts a page that is drawn but has no text, and not a blank one", async () => {
    const page = column(paragraph(20), 70, 760);
    const document = await readDocument(makePdf([page, "", page, rectangle, page]));
    expect(document.pages).toBe(5);
    expect(document.reading.pagesWithoutText).toEqual([4]);
    expect(document.notices).toContainEqual({
      code: "PDF_PAGES_WITHOUT_TEXT",
      params: { count: 1, pages: "4" },
    });
  });

  it("does not let an ornament lower the share of what was read", async () => {
    const page = column(paragraph(20), 70, 760);
    const filled = "0.2 0.4 0.8 rg 0 0 595 842 re f";
    const document = await readDocument(makePdf([page, filled, page]));
    expect(document.reading).toMatchObject({ share: 1, pagesWithoutText: [2], engine: "pdfium" });
  });

  const stamp = [
    { text: "KS 2024-05-12", x: 430, y: 800 },
    { text: "Bilaga 3, Dnr 2024/123", x: 430, y: 786 },
  ];

  it("counts a scan with a stamp on it as a page without text, and keeps the words of the stamp", async () => {
    const page = column(paragraph(20), 70, 760);
    const document = await readDocument(makePdf([page, picture("writing", stamp), page]));
    expect(document.reading).toMatchObject({ pagesWithoutText: [2], share: 2 / 3 });
    expect(document.notices).toContainEqual({
      code: "PDF_PAGES_WITHOUT_TEXT",
      params: { count: 1, pages: "2" },
    });
    expect(document.text).toContain("Dnr 2024/123");
  });

  it("does not read a file of stamped scans as a document of stamps", async () => {
    const page = picture("writing", stamp);
    expect(await read(makePdf([page, page]))).toMatchObject({
      kind: "unread",
      status: "no-text",
      notices: [{ code: "PDF_NO_TEXT" }],
    });
  });

  it("has all of a photograph with a title on it, and of a page of text on a picture", async () => {
    const page = column(paragraph(20), 70, 760);
    const cover = picture("photograph", [{ text: "Regional utvecklingsstrategi", x: 70, y: 500, size: 30 }]);
    const document = await readDocument(makePdf([cover, picture("writing", page), page]));
    expect(document.reading).toMatchObject({ pagesWithoutText: [], share: 1 });
  });

  it("says which page is broken, and counts it as unread", async () => {
    const page = column(paragraph(20), 70, 760);
    // The second entry of the tree of pages leads nowhere.
    const broken = Buffer.from(makePdf([page, page]))
      .toString("latin1")
      .replace(/(\/Kids \[\d+ 0 R) \d+ 0 R/, "$1 99 0 R");
    const document = await readDocument(new Uint8Array(Buffer.from(broken, "latin1")));
    expect(document.pages).toBe(2);
    expect(document.reading).toMatchObject({ pagesWithoutText: [2], share: 0.5 });
    expect(document.notices).toContainEqual({ code: "PDF_PAGES_FAILED", params: { count: 1, pages: "2" } });
    expect(document.notices.map(({ code }) => code)).not.toContain("PDF_PAGES_WITHOUT_TEXT");
  });

  it("says which pages are not language", async () => {
    const garbled = column(
      [
        "Nämnden arbetar långsiktigt med tillgänglighet i vården och kortare väntetider, så att fler",
        "invånare kan planera sina besök. Personalen erbjuds handledning, kompetensutveckling samt",
        "bättre scheman. Under hösten införs digitala kallelser, provtagning hemma och rådgivning",
        "kvällstid. Uppföljningen sker varje tertial och redovisas öppet för medborgarna.",
      ].map(glyphNumbers),
      70,
      760,
    );
    const document = await readDocument(makePdf([column(paragraph(20), 70, 760), garbled]), {
      pdfEngine: "pdfium",
    });
    expect(document.reading.garbled).toEqual([2]);
    expect(document.reading.share).toBe(0.5);
    expect(document.notices).toContainEqual({ code: "GARBLED_TEXT", params: { count: 1, pages: "2" } });
  });

  it("does not call names and figures garbled", async () => {
    const names = Array.from(
      { length: 40 },
      (_, line) => `Nilsson Bergström ${"ABCDEFGH".charAt(line % 8)}arin ${line * 37} 412`,
    );
    const document = await readDocument(makePdf([column(names, 70, 760, 16)]));
    expect(document.reading.garbled).toEqual([]);
  });

  it("stops at the page limit and says so", async () => {
    const page = column(paragraph(10), 70, 760);
    const document = await readDocument(makePdf([page, page, page, page]), {
      limits: { ...defaultLimits, pages: 2 },
    });
    expect(document.pages).toBe(4);
    expect(document.reading.share).toBe(0.5);
    expect(document.notices).toContainEqual({
      code: "PAGES_CUT_OFF",
      params: { read: 2, pages: 4, because: "pages" },
    });
  });
});

describe("places", () => {
  it("gives the page of every block, with the label that the file states", async () => {
    const pages = ["Förord", "Inledning", "Mål"].map((title, index) => [
      { text: title, x: 70, y: 760, size: 18, heavy: true },
      ...column(paragraph(8, index), 70, 730),
    ]);
    const document = await readDocument(makePdf(pages, { romanPages: 1 }));
    const start = document.text.indexOf("Förord");
    expect(locate(document, start)).toEqual({ page: 1, label: "i" });
    expect(locate(document, document.text.indexOf("Mål"))).toEqual({ page: 3, label: "2" });
  });

  it("takes the printed number where the file states no label", async () => {
    const pages = [11, 12, 13, 14].map((printed, index) => [
      ...column(paragraph(20, index), 70, 760),
      { text: `Sida ${printed}`, x: 280, y: 40 },
    ]);
    const document = await readDocument(makePdf(pages));
    expect(locate(document, 0)).toEqual({ page: 1, label: "11" });
  });

  it("keeps a paragraph that a page break cuts in two as one, each half on its page", async () => {
    const first = prose(12);
    const document = await readDocument(
      makePdf([
        column(first, 70, 760),
        column(["det som började på förra sidan.", ...paragraph(4, 5)], 70, 760),
      ]),
    );
    const start = document.text.indexOf("det som började");
    const holder = document.blocks.find((block) => block.span.start <= start && block.span.end > start);
    expect(holder?.span.start).toBe(0);
    expect(locate(document, start)).toEqual({ page: 2 });
    expect(locate(document, start - 2)).toEqual({ page: 1 });
  });
});

describe("what lies on a page beside its text", () => {
  const pages = [column(paragraph(20), 70, 760), column(paragraph(20, 3), 70, 760)];
  const comments = async (...annotations: readonly (readonly [number, string])[]) => {
    const document = await readDocument(makePdf(pages, { annotations }));
    return {
      document,
      said: document.blocks.flatMap((block) =>
        block.layer === "comment"
          ? [
              `${Object.values(locate(document, block.span.start)).join()} ${block.author ?? "?"}: ${document.text.slice(block.span.start, block.span.end)}`,
            ]
          : [],
      ),
    };
  };

  it("is a layer of comments, at their page, with their author, and no text of a section", async () => {
    const { document, said } = await comments(
      [2, "/Subtype /Highlight /Contents (Och männen?) /T (Anna Berg)"],
      [1, "/Subtype /Text /Contents (Källa saknas.)"],
      [1, "/Subtype /FreeText /Contents (Utkast) /T (Bo Ek)"],
    );
    expect(said).toEqual(["1 ?: Källa saknas.", "1 Bo Ek: Utkast", "2 Anna Berg: Och männen?"]);
    expect(document.notices).toContainEqual({ code: "COMMENTS_APART", params: { count: 3 } });
    expect(document.sections.at(-1)?.blocks.end).toBe(document.blocks.length - 3);
  });

  it("is no comment where it is a link, a mark without a text, or the window of a note", async () => {
    const { said, document } = await comments(
      [1, "/Subtype /Link /Contents (till nästa sida)"],
      [1, "/Subtype /Highlight"],
      [1, "/Subtype /Popup /Contents (Källa saknas.)"],
    );
    expect(said).toEqual([]);
    expect(document.notices.map(({ code }) => code)).not.toContain("COMMENTS_APART");
  });

  it("is text of the page where it is a field with something in it, though the form's list leaves it out", async () => {
    const { document, said } = await comments(
      [1, "/Subtype /Widget /FT /Tx /T (diarienummer) /V (KS 2026-12)"],
      [1, "/Subtype /Widget /FT /Tx /T (handläggare) /V ()"],
      [2, "/Subtype /Widget /FT /Ch /T (nämnd) /V (Skolnämnden)"],
      [2, "/Subtype /Widget /FT /Btn /T (ja) /AS /On"],
    );
    expect(document.notices).toContainEqual({ code: "FORM_FIELDS_READ", params: { count: 3 } });
    expect(document.reading.fields).toBe(3);
    expect(document.text).toMatch(/KS 2026-12[^]*Skolnämnden/);
    expect(said).toEqual([]);
  });
});

describe("the title", () => {
  it("is the largest type on the first page", async () => {
    const document = await readDocument(
      makePdf(
        [
          [
            { text: "Region Exempel", x: 70, y: 700, size: 14 },
            { text: "Regional utvecklingsstrategi", x: 70, y: 500, size: 28 },
          ],
          [{ text: "Bakgrund", x: 70, y: 760, size: 16, heavy: true }, ...column(paragraph(20), 70, 730)],
        ],
        { title: "Microsoft Word - RUS_slutversion.docx" },
      ),
    );
    expect(document.title).toBe("Regional utvecklingsstrategi");
    expect(headings(document)).toEqual(["1 Regional utvecklingsstrategi", "1 Bakgrund"]);
  });

  it("does not fall back on the name of a file", async () => {
    const page = column(paragraph(20), 70, 760);
    expect((await readDocument(makePdf([page], { title: "Microsoft Word - utkast.docx" }))).title).toBeNull();
    expect((await readDocument(makePdf([page], { title: "Plan för god vård" }))).title).toBe(
      "Plan för god vård",
    );
  });
});

describe("the engine", () => {
  it("is the second one where the first gives up, and the document says so", async () => {
    // Its catalogue stands in the trailer itself and not behind a reference, against the standard.
    const whole = Buffer.from(makePdf([column(["Kvinnor och män har samma makt"], 70, 760)]));
    const file = whole.toString("latin1").replace(/\/Root \d+ 0 R/, (root) => {
      const pages = /\/Pages \d+ 0 R/.exec(whole.toString("latin1"))?.[0] ?? "";
      return `/Root << /Type /Catalog ${pages} >>`.padEnd(root.length);
    });
    const result = await read(new Uint8Array(Buffer.from(file, "latin1")));
    expect(result.notices.map((notice) => notice.code)).toEqual(
      expect.arrayContaining(["PDF_FIRST_ENGINE_FAILED", "PDF_SECOND_ENGINE"]),
    );
    expect(result).toMatchObject({ kind: "document", reading: { engine: "pdf-parse" } });
  });

  it("reads on with the second engine when asked to", async () => {
    const document = await readDocument(makePdf([column(paragraph(12), 70, 760)]), {
      pdfEngine: "pdf-parse",
    });
    expect(document.reading.engine).toBe("pdf-parse");
    expect(document.notices.map((notice) => notice.code)).toContain("PDF_SECOND_ENGINE");
    expect(texts(document, "paragraph").join(" ")).toContain("utveckla arbetet med uppföljning");
  });

  it("is the second one on pages that the first cannot read, and the page keeps its printed number and its comments", async () => {
    const unreadable = column(
      [
        "Kommunen arbetar med planering av den sociala omsorgen och kortar tiden till besked",
        "genom bemanning, utbildning, samverkan mellan enheter, digitala formul som kan sparas",
        "samt en gemensam rutin vid ansvarsbyte. Personal erbjuds handledning varje vecka",
        "under hela mandatperioden, vilket redovisas i bokslutet tillsammans med utfall.",
      ].map((line) => line.replace(/[,.]/g, "")),
      70,
      760,
      14,
      { numbered: true },
    );
    const document = await readDocument(
      makePdf([column(paragraph(20), 70, 760), unreadable], {
        romanPages: 2,
        annotations: [[2, "/Subtype /Text /Contents (Se bilagan) /T (Eva)"]],
      }),
    );
    expect(document.reading).toMatchObject({ engine: "pdfium+pdf-parse", garbled: [] });
    expect(document.text).toContain("planering av den sociala omsorgen");
    expect(locate(document, document.text.indexOf("planering av den"))).toEqual({ page: 2, label: "ii" });
    expect(texts(document, "paragraph", "comment")).toEqual(["Se bilagan"]);
  });

  it("gives the same document for the same bytes", async () => {
    const bytes = makePdf([column(paragraph(12), 70, 760), rectangle]);
    expect(await read(bytes)).toEqual(await read(bytes));
  });
});
