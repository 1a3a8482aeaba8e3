import { describe, expect, test } from "vitest";
import { expectSoundDocument } from "../document-contract.ts";
import { documentOf, outline, prose } from "../support.ts";

describe("marked headings", () => {
  test("each heading is a section with the text directly under it", () => {
    const document = documentOf(["# 1 Inledning", prose, "## 1.1 Syfte", prose, prose, "# 2 Mål", prose]);
    expectSoundDocument(document);
    expect(outline(document)).toEqual(["[1] Inledning · 2", "  [1.1] Syfte · 3", "[2] Mål · 2"]);
    expect(document.sections[1]?.path).toEqual(["1 Inledning", "1.1 Syfte"]);
    expect(document.sections[1]?.parent).toBe(0);
  });

  test("a jump from level 1 to 4 is one step deeper", () => {
    const document = documentOf(["# A-delen", prose, "#### Djupt", prose, "## Mitten", prose]);
    expectSoundDocument(document);
    expect(document.sections.map((section) => section.depth)).toEqual([1, 2, 2]);
  });

  test("text before the first heading is a section of depth 0", () => {
    const document = documentOf([prose, "# Mål", prose]);
    expectSoundDocument(document);
    expect(document.sections[0]).toMatchObject({
      depth: 0,
      heading: "",
      headingSpan: null,
      path: [],
      unnamed: { as: "preamble" },
    });
  });

  test("a heading with nothing under it is still a section", () => {
    expect(outline(documentOf(["# Mål", "# Medel", prose]))).toEqual(["Mål · 1", "Medel · 2"]);
  });

  test("notes are a section of their own, furniture is in none", () => {
    const document = documentOf(["# Mål", "^ Se bilaga.", prose, "~ Sida 3", "# Medel", prose]);
    expectSoundDocument(document);
    expect(outline(document)).toEqual(["Mål · 2", "Medel · 2", "(footnotes) fotnoter · 1"]);
    expect(document.blocks.at(-1)?.layer).toBe("furniture");
  });

  test("a whole paragraph in heading style is a paragraph", () => {
    const document = documentOf(["# Mål", `# ${prose} ${prose} ${prose}`, "# Medel", prose]);
    expect(outline(document)).toEqual(["Mål · 2", "Medel · 2"]);
  });

  test("a short line among marked headings is none", () => {
    const document = documentOf(["# Mål", prose, "Syfte", prose, "# Medel", prose]);
    expect(outline(document)).toEqual(["Mål · 4", "Medel · 2"]);
  });

  test("a bold line among marked headings is one, a level down", () => {
    const document = documentOf(["# Mål", prose, "**Syfte**", prose, "# Medel", prose]);
    expect(outline(document)).toEqual(["Mål · 2", "  Syfte · 2", "Medel · 2"]);
  });
});

describe("headings that are not marked", () => {
  test("numbered lines carry their own level", () => {
    const document = documentOf(["1 Inledning", prose, "1.1 Syfte", prose, "2 Mål", "2.1 Delmål", prose]);
    expectSoundDocument(document);
    expect(outline(document)).toEqual([
      "[1] Inledning · 2",
      "  [1.1] Syfte · 2",
      "[2] Mål · 1",
      "  [2.1] Delmål · 2",
    ]);
  });

  test("lines in capitals stand over plain short lines", () => {
    const document = documentOf([
      "VÅR POLITIK",
      prose,
      "Arbete och tillväxt",
      prose,
      "Vad formar samhället?",
      prose,
    ]);
    expect(outline(document)).toEqual([
      "VÅR POLITIK · 2",
      "  Arbete och tillväxt · 2",
      "  Vad formar samhället? · 2",
    ]);
  });

  test("§ lines and bold lines", () => {
    const document = documentOf([
      "**§67**",
      "**Avstämning av arbetet**",
      prose,
      "**Beslut**",
      prose,
      "§ 68 Budget",
      prose,
    ]);
    expect(outline(document)).toEqual([
      "[§ 67] · 1",
      "  Avstämning av arbetet · 2",
      "  Beslut · 2",
      "[§ 68] Budget · 2",
    ]);
  });

  test("the items of minutes, with the number of the matter or without a title, and not those of the contents", () => {
    const document = documentOf([
      "Innehåll",
      "§ 7 Dnr KFT-2025-00236\nSommaraktiviteter 3",
      "§ 8 Dnr KFT-2025-00229",
      "Stöd till föreningar ........................ 4",
      prose,
      "§ 7                      Dnr KFT-2025-00236\nInitiativ från Hanna Berg (M) m fl - Inrättande av avdelning för unga\nmed kognitiv svikt",
      "Beslut",
      "Nämnden noterar informationen.",
      "§ 8 Dnr: KS 2025/229",
      prose,
      "Beslutsunderlag",
      "Förvaltningens skrivelse, 2025-11-10",
      "§ 9 Dnr KFT-2025-00244\nStöd till föreningar",
      "Beslut",
      prose,
    ]);
    expectSoundDocument(document);
    expect(outline(document).slice(1)).toEqual([
      "[§ 7] Initiativ från Hanna Berg (M) m fl - Inrättande av avdelning för unga med kognitiv svikt · 3",
      "[§ 8] Dnr: KS 2025/229 · 4",
      "[§ 9] Stöd till föreningar · 1",
      "  Beslut · 2",
    ]);
  });

  test("no item of minutes where a sentence names a number and a matter", () => {
    const document = documentOf([
      "# Beslut",
      prose,
      "§ 7 Dnr KFT-2025-00236 återremitterades till nämnden.",
      prose,
    ]);
    expect(outline(document)).toEqual(["Beslut · 4"]);
  });

  test("a numbered line and one in capitals that wrap", () => {
    const document = documentOf([
      "3. Kommunen och\njämlikheten",
      prose,
      "ETT PROGRAM FÖR\nFÖRÄNDRING",
      prose,
      "Kort\nrad",
      prose,
    ]);
    expect(outline(document)).toEqual(["[3] Kommunen och jämlikheten · 2", "ETT PROGRAM FÖR FÖRÄNDRING · 4"]);
  });

  test("a line that comes again and again is none when it cuts sentences, and one when it does not", () => {
    const broken = `${prose.slice(0, -1)} och med`;
    const running = [
      "Frihetens hinder",
      broken,
      "Frihetens hinder",
      broken,
      "Frihetens hinder",
      broken,
      "Frihetens hinder",
      prose,
    ];
    expect(outline(documentOf(["1 Mål", prose, ...running]))).toEqual(["[1] Mål · 10"]);
    const items = ["Beslut", prose, "Beslut", prose, "Beslut", prose, "Beslut", prose];
    expect(documentOf(["1 Mål", prose, ...items]).sections).toHaveLength(5);
  });

  test("the title of a table", () => {
    const document = documentOf([
      "1 Ekonomi",
      prose,
      "Tabell 1. Budget 2024",
      "| Vård | 12 |",
      "| Skola | 8 |",
    ]);
    expect(outline(document)).toEqual(["[1] Ekonomi · 2", "  Tabell 1. Budget 2024 · 3"]);
  });

  test.each([
    [
      "numbered lines in a row",
      ["12. Kvinnojouren Viljan 350 tkr", "13. Brandvärnet 80 tkr", "14. Fiskevårdsområdet 45 tkr"],
    ],
    ["a numbered amount", ["12. Kvinnojouren Viljan 350 tkr", prose]],
    [
      "a numbered sentence that goes on in the next line",
      ["1. Alla är ansvariga för god elev-", "hälsa i hela skolan."],
    ],
    [
      "numbered lines without amounts in a row",
      ["1. Öka takten", "2. Minska kostnaden", "3. Bli fler", prose],
    ],
    ["a sentence", ["Detta är en kort mening.", prose]],
    ["a line that goes on", ["Vi vill därför", "att fler ska få arbete.", prose]],
    ["an address", ["Sveriges Kommuner", "Hornsgatan 20", "118 82 Stockholm", "www.skl.se", prose]],
    ["a list item", ["- Syfte", prose]],
    ["a year in front", ["2030 ska vi vara klara", prose]],
    ["the short end of a broken sentence", [`${prose.slice(0, -1)} inom`, "Region Halland", prose]],
    ["a short line with nothing after it", [prose, "Med vänliga hälsningar"]],
    ["a lead-in", ["Vi vill:", "- arbeta", "- vila"]],
  ])("%s is no heading", (_, lines) => {
    const document = documentOf(lines);
    expectSoundDocument(document);
    expect(document.blocks.filter((block) => block.kind === "heading")).toEqual([]);
  });
});

describe("no headings at all", () => {
  const long = Array.from({ length: 40 }, () => prose);

  test("paragraphs go into groups of about 200 words that are never split", () => {
    const document = documentOf(long);
    expectSoundDocument(document);
    expect(document.sections.map((section) => section.heading)).toEqual(["del 1", "del 2", "del 3"]);
    expect(document.sections[0]?.unnamed).toEqual({ as: "part", number: 1 });
    expect(document.notices).toEqual([{ code: "NO_HEADINGS", params: { sections: 3 } }]);
  });

  test("groups are named after their page where there are pages", () => {
    const document = documentOf(long, true);
    expectSoundDocument(document);
    expect(document.sections.map((section) => section.heading)).toEqual(["sida 1", "sida 13", "sida 25"]);
  });

  test("long text under a title only is grouped below the title", () => {
    const document = documentOf(["# Plan", ...long]);
    expectSoundDocument(document);
    expect(outline(document)).toEqual([
      "Plan · 1",
      "  (part) del 1 · 12",
      "  (part) del 2 · 12",
      "  (part) del 3 · 16",
    ]);
  });

  test("short text under a title is one section", () => {
    expect(outline(documentOf(["# Plan", prose, prose]))).toEqual(["Plan · 3"]);
  });

  test("an empty document has no sections and no notice", () => {
    const document = documentOf(["", "  "]);
    expectSoundDocument(document);
    expect(document.sections).toEqual([]);
    expect(document.notices).toEqual([]);
  });
});

describe("table of contents", () => {
  const layers = (lines: string[]) => documentOf(lines).blocks.map((block) => block.layer);

  test("lines with dot leaders", () => {
    expect(
      layers(["# Mål", "4.3 Jämställdhet ............ 17\n4.4 Integration ............ 19", prose]),
    ).toEqual(["body", "contents", "body"]);
  });

  test("short lines under the word that come again later", () => {
    expect(
      layers([
        "Innehåll",
        "Mål",
        "Medel",
        "Uppföljning",
        "Mål",
        prose,
        "Medel",
        prose,
        "Uppföljning",
        prose,
      ]).slice(0, 5),
    ).toEqual(["body", "contents", "contents", "contents", "body"]);
  });

  test("lines with page numbers under the word, in one paragraph or each in its own", () => {
    const entries = ["Ekonomi 4", "Jämställdhetsbokslut 44", "Personal (bilaga) 44"];
    expect(layers(["# Budget", ["Innehåll", ...entries].join("\n"), prose])).toEqual([
      "body",
      "contents",
      "body",
    ]);
    expect(layers(["Innehåll", ...entries, prose])).toEqual([
      "body",
      "contents",
      "contents",
      "contents",
      "body",
    ]);
  });

  test.each([
    ["figures that fall", ["Innehåll", "Vatten 80", "Socker 15", "Salt 5", prose]],
    ["figures that fall in one paragraph", ["# Dryck", "Innehåll\nVatten 80\nSocker 15\nSalt 5", prose]],
    ["rows of figures under no such word", ["# Budget", "Skola 44\nVård 51\nKultur 58", prose]],
    ["short lines that never come again", ["Innehåll", "Vatten", "Socker", "Salt", prose]],
    ["an ellipsis", ["# Mål", "Vi får se …", prose]],
    ["dots in the middle", ["# Mål", "Namn ........ och datum ........ samt ort", prose]],
  ])("%s are not", (_, lines) => {
    expect(layers(lines)).not.toContain("contents");
  });
});
