// Structure and places in Word documents: what the file marks, whatever language it was written in.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lines, p, part, read, run, style, styled, table } from "./ooxml.ts";
import type { WordParts } from "./ooxml.ts";

describe("a document as LibreOffice writes it", () => {
  const bytes = new Uint8Array(readFileSync(new URL("files/plan.docx", import.meta.url)));

  test("comes out with its structure, each block at its paragraph", async () => {
    const document = await read(bytes);
    expect(lines(document)).toEqual([
      "1 Verksamhetsplan 2026",
      "2 # 1 Nämndens uppdrag",
      "3 Nämnden ansvarar för bibliotek, kulturskola och idrottshallar. Uppdraget och budgeten beslutas av fullmäktige.",
      "4 ## 1.1 Deltagare",
      "5 Kulturskolan har 1 200 elever.",
      "6 list-item Flickor är 68 procent av eleverna.",
      "7 list-item Pojkar är 32 procent av eleverna.",
      "8 # 2 Ekonomi",
      "9 row of 1 [Verksamhet][Utfall 2025][Budget 2026]",
      "12 row of 1 [Bibliotek][41,2][42,0]",
      "15 Beloppen anges i miljoner kronor.",
      "3 footnote Reglemente för nämnden, antaget 2024.",
      "1 furniture Nämnden för kultur och fritid",
      "1 furniture Sida 1",
    ]);
    expect(document.title).toBe("Verksamhetsplan 2026");
    expect(document.sections.map(({ number, heading }) => [number, heading])).toContainEqual([
      "1.1",
      "Deltagare",
    ]);
    expect(document.reading).toEqual({
      share: 1,
      pagesWithoutText: [],
      garbled: [],
      engine: "own",
      changes: { insertions: 1, deletions: 1, formatting: 0, read: "accepted" },
    });
  });

  test("says that it holds tracked changes and reads them as accepted", async () => {
    const document = await read(bytes);
    expect(document.notices).toEqual([
      {
        code: "TRACKED_CHANGES",
        params: { insertions: 1, deletions: 1, formatting: 0, read: "accepted" },
      },
    ]);
    expect(document.text).toContain("och budgeten");
    expect(document.text).not.toContain("borttagna");
  });

  test("gives the row of a table the headings of its columns", async () => {
    const rows = (await read(bytes)).blocks.filter((block) => block.kind === "table-row");
    expect(rows.map((row) => row.columns)).toEqual([[], ["Verksamhet", "Utfall 2025", "Budget 2026"]]);
  });
});

describe("headings", () => {
  test("are found by the English name behind a Swedish style id", async () => {
    const styles = style("Rubrik1", "heading 1") + style("Rubrik2", "heading 2");
    const body =
      styled("Rubrik1", "Inledning") + p("Text om planen.") + styled("Rubrik2", "Syfte") + p("Mer.");
    expect(lines(await read({ body, styles }))).toEqual([
      "1 # Inledning",
      "2 Text om planen.",
      "3 ## Syfte",
      "4 Mer.",
    ]);
  });

  test("are found by the outline level of a style of one's own, also through the style it is based on", async () => {
    const styles =
      style("Kapitel", "Region kapitel", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style("KapitelBl", "Region kapitel blå", '<w:basedOn w:val="Kapitel"/>');
    const body = styled("KapitelBl", "Vår vision") + p("Text om visionen.");
    expect(lines(await read({ body, styles }))[0]).toBe("1 # Vår vision");
  });

  test("are found by the outline level of a single paragraph", async () => {
    const body = p("Vår vision", '<w:outlineLvl w:val="1"/>') + p("Text om visionen.");
    expect(lines(await read({ body }))[0]).toBe("1 ## Vår vision");
  });

  test("are not what a paragraph or a style takes back to body text", async () => {
    const styles =
      style("Rubrik1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style("Text", "Text i rubrik", '<w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>');
    const body =
      styled("Rubrik1", "Inledning") +
      p(
        "Den här texten är ingen rubrik, säger stycket självt.",
        '<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="9"/>',
      ) +
      styled("Text", "Den här texten är ingen rubrik, säger formatmallen.");
    expect(
      lines(await read({ body, styles })).map((line) => line.startsWith("2 #") || line.startsWith("3 #")),
    ).toEqual([false, false, false]);
  });

  test("do not come from a ring of styles that are based on each other", async () => {
    const styles = style("A", "a", '<w:basedOn w:val="B"/>') + style("B", "b", '<w:basedOn w:val="A"/>');
    const body = styled("A", "Det här är bara ett vanligt stycke, en mening med punkt.");
    expect((await read({ body, styles })).blocks[0]?.kind).toBe("paragraph");
  });

  test("keep the number that Word prints before them", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="7">' +
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>' +
      '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>';
    const numbered = (name: string, level: number): string =>
      style(
        `Rubrik${String(level + 1)}`,
        name,
        `<w:pPr><w:outlineLvl w:val="${String(level)}"/><w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="3"/></w:numPr></w:pPr>`,
      );
    const styles = numbered("heading 1", 0) + numbered("heading 2", 1);
    const body =
      styled("Rubrik1", "Inledning") +
      styled("Rubrik1", "Mål") +
      styled("Rubrik2", "Folkhälsa") +
      styled("Rubrik2", "Arbete") +
      p("Förord", '<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled("Rubrik1", "Uppföljning") +
      styled("Rubrik2", "Indikatorer") +
      p("Text.");
    expect(lines(await read({ body, styles, numbering })).slice(0, -1)).toEqual([
      "1 # 1 Inledning",
      "2 # 2 Mål",
      "3 ## 2.1 Folkhälsa",
      "4 ## 2.2 Arbete",
      "5 # Förord",
      "6 # 3 Uppföljning",
      "7 ## 3.1 Indikatorer",
    ]);
  });

  test("get the level of their list from the style that the level belongs to", async () => {
    const level = (number: number, text: string): string =>
      `<w:lvl w:ilvl="${String(number)}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Rubrik${String(number + 1)}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, "%1")}${level(1, "%1.%2")}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
    const numbered = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>';
    const styles = style("Rubrik1", "heading 1", numbered) + style("Rubrik2", "heading 2", numbered);
    const body =
      styled("Rubrik1", "Mål") + styled("Rubrik2", "Folkhälsa") + styled("Rubrik2", "Arbete") + p("Text.");
    expect(lines(await read({ body, styles, numbering })).slice(0, -1)).toEqual([
      "1 # 1 Mål",
      "2 ## 1.1 Folkhälsa",
      "3 ## 1.2 Arbete",
    ]);
  });

  test("in bold with the number of a list have text under them, items of a list in bold have not", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const bold = (text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text, "<w:b/>")}</w:p>`;
    const text = p("Nämnden ska redovisa hur resurserna används varje år.");
    const body = bold("Bakgrund") + text + bold("Ansvar") + text + bold("Köp bröd") + bold("Köp mjölk");
    expect(lines(await read({ body, numbering }))).toEqual([
      "1 # 1. Bakgrund",
      "2 Nämnden ska redovisa hur resurserna används varje år.",
      "3 # 2. Ansvar",
      "4 Nämnden ska redovisa hur resurserna används varje år.",
      "5 list-item Köp bröd",
      "6 list-item Köp mjölk",
    ]);
  });

  test("are known by the names that templates give their styles, and other names with the word in them are not", async () => {
    const names = ["Rubrik nivå 2", "Numrerad rubrik 2", "RH Rubrik 2", "rubrik_2", "Heading 2 blå"];
    const others = [
      "Tabellrubrik 2",
      "Underrubrik 2",
      "Innehåll rubrik 2",
      "Rubriktext 2",
      "Figure heading 2",
    ];
    const bodyOf = (all: readonly string[]): string =>
      all.map((name, at) => styled(`S${String(at)}`, name) + p("Text under rubriken, med punkt.")).join("");
    const stylesOf = (all: readonly string[]): string =>
      all.map((name, at) => style(`S${String(at)}`, name)).join("");
    const headed = await read({ body: bodyOf(names), styles: stylesOf(names) });
    expect(headed.blocks.filter(({ level }) => level === 2)).toHaveLength(names.length);
    const marked = style("Rubrik1", "heading 1");
    const chapters = styled("Rubrik1", "Ett") + p("Text.") + styled("Rubrik1", "Två") + p("Text.");
    const plain = await read({ body: chapters + bodyOf(others), styles: marked + stylesOf(others) });
    expect(plain.blocks.filter(({ kind }) => kind === "heading")).toHaveLength(2);
  });

  describe("in a table of one cell", () => {
    const text = p("Nämnden ansvarar för att planen följs upp varje år.");
    const styles = style("Rubrik1", "heading 1");
    const headings = async (body: string): Promise<string[]> => {
      const document = await read({
        body: styled("Rubrik1", "Plan") + text + styled("Rubrik1", "Mål") + text + body,
        styles,
      });
      return document.sections.map(({ heading }) => heading).slice(2);
    };

    test("are a line that frames or shades what stands over text", async () => {
      expect(await headings(table([["Uppföljning"]]) + text)).toEqual(["Uppföljning"]);
    });

    test.each([
      [
        "what is filled in under a prompt",
        p("Utvärderas enligt följande grund:") + table([["Välj grund"]]) + text,
      ],
      ["what has no text under it", text + table([["Anna Berg"]]) + styled("Rubrik1", "Slut") + text],
      ["a quotation", text + table([["”Alla barn ska nå målen”"]]) + text],
      ["a sentence", text + table([["Alla barn ska nå målen."]]) + text],
      ["a list of two rows", text + table([["Flickor"], ["Pojkar"]]) + text],
    ])("are not %s", async (_, body) => {
      expect((await headings(body)).filter((heading) => heading !== "Slut")).toEqual([]);
    });
  });

  test("are seen in larger type where none is marked", async () => {
    const large = (text: string, size: number): string =>
      `<w:p>${run(text, `<w:sz w:val="${String(size)}"/>`)}</w:p>`;
    const body =
      large("Kultur för alla", 36) +
      large("Kulturen når ut i hela länet och till alla som bor här.", 22) +
      large("Biblioteken", 28) +
      large("Biblioteken är länets mest besökta mötesplatser, året runt.", 22) +
      large("Musiken", 28) +
      large("Musiken har en egen skola i varje kommun, öppen för alla.", 22);
    const headings = (await read({ body })).blocks.filter((block) => block.kind === "heading");
    expect(headings.map((block) => block.level)).toEqual([1, 2, 2]);
  });

  test("are not seen in larger type where they are marked", async () => {
    const styles = style("Rubrik1", "heading 1");
    const body =
      styled("Rubrik1", "Inledning") +
      p("Texten är i vanlig storlek och handlar om planen i stort.") +
      `<w:p>${run("Ett citat i stor stil mitt i texten, sagt av någon", '<w:sz w:val="40"/>')}</w:p>` +
      styled("Rubrik1", "Slut") +
      p("Texten är i vanlig storlek och avslutar planen.");
    const headings = (await read({ body, styles })).blocks.filter((block) => block.kind === "heading");
    expect(headings).toHaveLength(2);
  });
});

describe("the title", () => {
  const styles = style("Rubrik", "Title") + style("Rubrik1", "heading 1");

  test("is what stands first in the style Title, and no heading over all others", async () => {
    const body =
      styled("Rubrik", "Regional utvecklingsstrategi") + styled("Rubrik1", "Inledning") + p("Text.");
    const document = await read({ body, styles });
    expect(document.title).toBe("Regional utvecklingsstrategi");
    expect(document.sections.find(({ heading }) => heading === "Inledning")?.depth).toBe(1);
  });

  test("does not swallow the chapters of who sets chapters in it", async () => {
    const body =
      styled("Rubrik", "Regional utvecklingsstrategi") +
      p("Strategin gäller till 2035.") +
      styled("Rubrik", "Utbildning") +
      p("Länet har tre högskolor.");
    const document = await read({ body, styles });
    expect(document.title).toBe("Regional utvecklingsstrategi");
    expect(lines(document)[2]).toBe("3 # Utbildning");
  });

  const withProperty = (title: string) => ({
    body: p("Den här texten har varken rubrik eller titel, bara en mening."),
    others: {
      "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    },
  });

  test("is else what the properties say", async () => {
    expect((await read(withProperty("Hälso- och sjukvårdsstrategi"))).title).toBe(
      "Hälso- och sjukvårdsstrategi",
    );
  });

  test.each(["budget_2026_v3", "Microsoft Word - plan.docx", "plan slutlig.docx", "Dokument1", "123"])(
    "is not %j",
    async (title) => {
      expect((await read(withProperty(title))).title).toBeNull();
    },
  );
});

describe("text", () => {
  test("keeps hyphens that may not break and drops those that only may", async () => {
    const body =
      "<w:p><w:r><w:t>hälso</w:t><w:noBreakHyphen/><w:t> och sjuk</w:t><w:softHyphen/><w:t>vård</w:t></w:r></w:p>";
    expect((await read({ body })).text).toBe("hälso- och sjukvård");
  });

  test("leaves out hidden text and the hints of empty fields", async () => {
    const hint = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("Klicka här för att ange text.")}</w:sdtContent></w:sdt>`;
    const filled = `<w:sdt><w:sdtPr/><w:sdtContent>${p("Ärendet gäller skolan.")}</w:sdtContent></w:sdt>`;
    const hidden = `<w:p>${run("Synligt.")}${run("Gömt.", "<w:vanish/>")}</w:p>`;
    expect(lines(await read({ body: hint + filled + hidden }))).toEqual([
      "2 Ärendet gäller skolan.",
      "3 Synligt.",
    ]);
  });

  test("is read under other prefixes than the usual", async () => {
    const body =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Inledning</x:t></x:r></x:p><x:p><x:r><x:t>Text.</x:t></x:r></x:p></x:body></x:document>';
    expect(lines(await read({ body: "", others: { "word/document.xml": body } }))[0]).toBe("1 # Inledning");
  });

  test("is read in UTF-16", async () => {
    const xml = `\ufeff${new TextDecoder().decode(part("document", `<w:body>${p("Jämställdhet för åäö")}</w:body>`))}`;
    const bytes = new Uint8Array(xml.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < xml.length; index++) view.setUint16(index * 2, xml.charCodeAt(index), true);
    expect((await read({ body: "", others: { "word/document.xml": bytes } })).text).toBe(
      "Jämställdhet för åäö",
    );
  });

  test("of a text box stands once, after the paragraph it hangs on", async () => {
    const box = `<w:txbxContent>${p("Rutans text.")}</w:txbxContent>`;
    const body =
      `<w:p>${run("Början ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("och slut.")}</w:p>${p("Nästa.")}`;
    expect(lines(await read({ body }))).toEqual(["1 Början och slut.", "2 Rutans text.", "3 Nästa."]);
  });

  const boxed = (content: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${content}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
  const styles = style("Rubrik1", "heading 1") + style("Rubrik2", "heading 2");
  const sectionsOf = async (body: string): Promise<string[]> =>
    (await read({ body, styles })).sections.map(
      ({ heading, blocks }) => `${heading} ${String(blocks.end - blocks.first)}`,
    );

  const vård = "Vården ska vara nära och lika för alla i hela länet.";
  const bodyAround = (inBox: string): string =>
    styled("Rubrik1", "Vård") +
    `<w:p>${run(vård)}${boxed(inBox)}</w:p>` +
    p("Köerna ska bort före 2030, och uppföljningen görs varje år i nämnden.") +
    p("Nämnden redovisar resultatet för fullmäktige i samband med bokslutet.") +
    styled("Rubrik1", "Skola") +
    p("Skolan ska ge alla barn samma möjligheter, oavsett var de bor i länet.");

  test("in a box with a heading of its own comes behind the section that the box hangs in, as a part of it", async () => {
    const facts =
      p("Länet har 330 000 invånare och fyra sjukhus.") +
      `<w:p>${run("I korthet", "<w:b/>")}</w:p>${p("Många.")}`;
    for (const heading of [styled("Rubrik1", "Fakta"), `<w:p>${run("Fakta", "<w:b/>")}</w:p>`]) {
      expect(await sectionsOf(bodyAround(heading + facts))).toEqual(["Vård 4", "Fakta 4", "Skola 2"]);
      const { sections, blocks, anchors } = await read({ body: bodyAround(heading + facts), styles });
      expect(sections.map(({ depth }) => depth)).toEqual([1, 2, 1]);
      expect(anchors.find(({ offset }) => offset === blocks[4]?.span.start)?.location).toEqual({
        paragraph: 3,
      });
    }
  });

  test("in a box without one stays where it is, and no line of it is a heading, however large or bold", async () => {
    const quote = `<w:p>${run("Ingen ska behöva vänta", '<w:b/><w:sz w:val="48"/>')}</w:p>${p("Anna Berg, läkare")}`;
    expect(await sectionsOf(bodyAround(quote))).toEqual(["Vård 6", "Skola 2"]);
    const unmarked = `<w:p>${run(vård)}${boxed(quote)}</w:p>` + p(vård).repeat(3);
    expect((await read({ body: unmarked })).blocks.every(({ kind }) => kind === "paragraph")).toBe(true);
  });

  test("in a box that holds a heading alone is the heading of what follows", async () => {
    const body =
      `<w:p>${boxed(styled("Rubrik1", "Vård"))}</w:p>${p("Vården ska vara nära.")}` +
      `<w:p>${boxed(styled("Rubrik1", "Skola"))}</w:p>${p("Skolan ska vara trygg.")}`;
    expect(await sectionsOf(body)).toEqual(["Vård 2", "Skola 2"]);
  });

  test("of a document that is laid out in boxes has its headings there", async () => {
    const box = (heading: string): string =>
      `<w:p>${boxed(styled("Rubrik1", heading) + p(`${heading}en ska vara nära och lika för alla i hela länet.`))}</w:p>`;
    expect(await sectionsOf(p("Sida 1") + box("Vård") + box("Skol"))).toEqual([" 1", "Vård 2", "Skol 2"]);
  });

  describe("in a frame of one cell with a marked heading", () => {
    const chapter = (heading: string, level = 1): string => styled(`Rubrik${String(level)}`, heading);
    const facts = p("Länet har 330 000 invånare och fyra sjukhus, och en folkhögskola.");
    const framed = (heading: string, level = 2): string => table([[chapter(heading, level) + facts]]);
    const around = (inside: string): string =>
      chapter("Vård") +
      p(vård) +
      inside +
      p("Köerna ska bort före 2030.") +
      p(vård) +
      chapter("Skola") +
      p(vård);

    test("is a box with facts: the text behind it goes on with the section", async () => {
      expect(await sectionsOf(around(framed("Fakta")))).toEqual(["Vård 4", "Fakta 2", "Skola 2"]);
      const { sections } = await read({ body: around(framed("Fakta")), styles });
      expect(sections.map(({ depth }) => depth)).toEqual([1, 2, 1]);
    });

    test("is a box also behind an empty line, and in a section that has a heading of its level", async () => {
      const body = around(chapter("Köer", 2) + p(vård) + p("") + framed("Fakta") + p(""));
      expect(await sectionsOf(body)).toEqual(["Vård 2", "Köer 4", "Fakta 2", "Skola 2"]);
    });

    test.each([
      ["its heading bears a number", around(framed("1.1 Köer")), ["Vård 2", "Köer 4", "Skola 2"]],
      [
        "it stands with its like under one heading",
        around(framed("Mål ett") + p(vård) + framed("Mål två")),
        ["Vård 2", "Mål ett 3", "Mål två 4", "Skola 2"],
      ],
      [
        "the frames have all headings of their level",
        chapter("Plan") +
          p(vård) +
          framed("Vård", 1) +
          p(vård) +
          chapter("Köer", 2) +
          p(vård) +
          framed("Skola", 1) +
          p(vård),
        ["Plan 2", "Vård 3", "Köer 2", "Skola 3"],
      ],
      [
        "it stands above the section before it",
        around(chapter("Köer", 2) + p(vård) + framed("Äldre", 1)),
        ["Vård 2", "Köer 2", "Äldre 4", "Skola 2"],
      ],
      [
        "a heading follows it",
        around(p(vård) + framed("Fakta") + chapter("Köer", 2)),
        ["Vård 3", "Fakta 2", "Köer 3", "Skola 2"],
      ],
      [
        "it has several headings",
        around(table([[chapter("Köer", 2) + facts + chapter("Äldre", 2) + facts]])),
        ["Vård 2", "Köer 2", "Äldre 4", "Skola 2"],
      ],
      [
        "no heading stands before it",
        framed("Vård") + p(vård) + chapter("Skola") + p(vård),
        ["Vård 3", "Skola 2"],
      ],
    ])("opens a section where %s", async (_, body, sections) => {
      expect(await sectionsOf(body)).toEqual(sections);
    });
  });

  test("of the older form of a text box is read where there is no newer", async () => {
    const body =
      "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><w:txbxContent>" +
      `${p("Rutans text.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(lines(await read({ body }))).toEqual(["2 Rutans text."]);
  });
});

describe("lists", () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const item = (text: string, list = "1"): string =>
    p(text, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

  test("are lists by their numbering", async () => {
    expect(lines(await read({ body: item("flickor") + item("pojkar"), numbering }))).toEqual([
      "1 list-item flickor",
      "2 list-item pojkar",
    ]);
  });

  test("are not what takes its numbering away, nor what names a list that is not there", async () => {
    const kinds = (await read({ body: item("Text ett.", "0") + item("Text två.", "9"), numbering })).blocks;
    expect(kinds.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
  });

  test("are also what has typed bullets or dashes, but not a range of years", async () => {
    const body = p("• flickor och pojkar") + p("– pensionärer och unga") + p("2025–2026 gäller planen.");
    expect((await read({ body })).blocks.map(({ kind }) => kind)).toEqual([
      "list-item",
      "list-item",
      "paragraph",
    ]);
  });
});

describe("a table of contents", () => {
  const styles = style("Rubrik1", "heading 1") + style("Innehll1", "toc 1");

  test("is a layer of its own by its styles", async () => {
    const body = styled("Innehll1", "Inledning\t3") + styled("Rubrik1", "Inledning") + p("Text.");
    expect((await read({ body, styles })).blocks.map(({ layer }) => layer)).toEqual([
      "contents",
      "body",
      "body",
    ]);
  });

  test("is one by its field, and ends with it", async () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      `<w:p>${char("begin")}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${char("separate")}${run("Inledning 3")}</w:p>` +
      p("Slutord 9") +
      `<w:p>${char("end")}</w:p>` +
      `<w:p>${char("begin")}<w:r><w:instrText> PAGE </w:instrText></w:r>${char("separate")}${run("Text i ett annat fält.")}${char("end")}</w:p>` +
      styled("Rubrik1", "Inledning");
    expect((await read({ body, styles })).blocks.map(({ layer }) => layer)).toEqual([
      "contents",
      "contents",
      "body",
      "body",
    ]);
  });
});

describe("tables", () => {
  const columns = async (body: string): Promise<(readonly string[] | undefined)[]> =>
    (await read({ body })).blocks.map((block) => block.columns);

  test("give rows the headings of a marked header row, over merged cells too", async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p("Antal")}`;
    const body = table(
      [
        ["Grupp", wide],
        ["", "Kvinnor", "Män"],
        ["Chefer", "12", "18"],
      ],
      2,
    );
    expect((await columns(body))[2]).toEqual(["Grupp", "Antal Kvinnor", "Antal Män"]);
  });

  test("give rows the headings of a first row that looks like one", async () => {
    const body = table([
      ["Verksamhet", "Utfall 2024", "2025"],
      ["Skola", "1 250", "1 300"],
    ]);
    expect(await columns(body)).toEqual([[], ["Verksamhet", "Utfall 2024", "2025"]]);
  });

  test("give no headings from a row of amounts, nor from a list of terms", async () => {
    expect(
      await columns(
        table([
          ["Skola", "1 250", "1 300"],
          ["Vård", "900", "950"],
        ]),
      ),
    ).toEqual([[], []]);
    expect(
      await columns(
        table([
          ["Handläggare", "Anna Berg"],
          ["Datum", "2025-03-01"],
        ]),
      ),
    ).toEqual([[], []]);
  });

  test("in a cell of another come after its row, with a number of their own", async () => {
    const inner = table([
      ["Flickor", "Pojkar"],
      ["12", "14"],
    ]);
    const body = table([
      ["Skola", `<w:p></w:p>${inner}`],
      ["Vård", "900"],
    ]);
    expect(lines(await read({ body }))).toEqual([
      "1 row of 1 [Skola][]",
      "3 row of 2 [Flickor][Pojkar]",
      "5 row of 2 [12][14]",
      "7 row of 1 [Vård][900]",
    ]);
  });

  test("of one column, or with a heading over text in a cell, are running text", async () => {
    const styles = style("Rubrik2", "heading 2");
    const frame = table([[styled("Rubrik2", "Fakta") + p("Länet har 330 000 invånare.")]]);
    const beside = table([[styled("Rubrik2", "Syfte") + p("Planen visar vägen."), "Bildtext till bilden"]]);
    expect(lines(await read({ body: frame + beside, styles }))).toEqual([
      "1 ## Fakta",
      "2 Länet har 330 000 invånare.",
      "3 ## Syfte",
      "4 Planen visar vägen.",
      "5 Bildtext till bilden",
    ]);
  });

  test("with headings in their header cells stay tables", async () => {
    const styles = style("Rubrik3", "heading 3");
    const body = table([
      [styled("Rubrik3", "Mål"), styled("Rubrik3", "Ansvar")],
      ["Fler i arbete", "Nämnden"],
    ]);
    expect((await read({ body, styles })).blocks.map(({ kind }) => kind)).toEqual(["table-row", "table-row"]);
  });
});

describe("tracked changes", () => {
  test("join a paragraph whose mark is deleted with the next, each half at its place", async () => {
    const body =
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("Planen gäller ")}</w:p>` +
      `<w:p>${run("till 2030.")}</w:p>`;
    const document = await read({ body });
    expect(lines(document)).toEqual(["1 Planen gäller till 2030."]);
    expect(document.anchors.map(({ location }) => location)).toEqual([{ paragraph: 1 }, { paragraph: 2 }]);
  });

  test("drop what was moved away and deleted rows, and keep what was moved here", async () => {
    const body =
      `<w:p><w:moveFrom>${run("Gammal plats.")}</w:moveFrom>${run("Kvar.")}</w:p><w:p><w:moveTo>${run("Ny plats.")}</w:moveTo></w:p>` +
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p("Struken")}</w:tc><w:tc>${p("rad")}</w:tc></w:tr><w:tr><w:tc>${p("Rad")}</w:tc><w:tc>${p("kvar")}</w:tc></w:tr></w:tbl>`;
    const document = await read({ body });
    expect(lines(document)).toEqual(["1 Kvar.", "2 Ny plats.", "5 row of 1 [Rad][kvar]"]);
    expect(document.notices.find(({ code }) => code === "TRACKED_CHANGES")?.params).toMatchObject({
      insertions: 1,
      deletions: 2,
    });
  });

  test("do not bring back the style that a paragraph had before", async () => {
    const styles = style("Rubrik1", "heading 1");
    const body = p(
      "Nu är det här en vanlig mening.",
      '<w:pPrChange><w:pPr><w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
    );
    expect((await read({ body, styles })).blocks[0]?.kind).toBe("paragraph");
  });
});

describe("charts and diagrams", () => {
  const drawing = (data: string): string =>
    `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const chart = '<c:chart r:id="rIdC"/>';
  const diagram = '<dgm:relIds r:dm="rIdD" r:lo="rIdL"/>';
  const value = (name: string, values: readonly string[]): string =>
    `<c:${name}>${values.map((text, index) => `<c:pt idx="${String(index)}"><c:v>${text}</c:v></c:pt>`).join("")}</c:${name}>`;
  const chartPart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Heltid efter kön</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>${[
    "Kvinnor",
    "Män",
  ]
    .map(
      (name, index) =>
        `<c:ser>${value("tx", [name])}${value("cat", ["2023", "2024"])}${value("val", [String(60 + index), String(70 + index)])}</c:ser>`,
    )
    .join("")}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
  const diagramPart =
    '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Kartlägg</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Analysera</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>';
  const parts = (body: string): WordParts => ({
    body,
    relationships: [
      ["rIdC", "chart", "charts/chart1.xml"],
      ["rIdD", "diagramData", "diagrams/data1.xml"],
    ],
    others: { "word/charts/chart1.xml": chartPart, "word/diagrams/data1.xml": diagramPart },
  });

  test("are read behind the paragraph that they hang on, and nothing is said to be left out", async () => {
    const document = await read(
      parts(
        p("Före.") +
          `<w:p>${run("Se figuren")}${drawing(chart)}${run(".")}</w:p>` +
          `<w:p>${drawing(diagram)}</w:p>`,
      ),
    );
    expect(lines(document)).toEqual([
      "1 Före.",
      "2 Se figuren.",
      "2 caption Heltid efter kön",
      "2 row of 1 [][Kvinnor][Män]",
      "2 row of 1 [2023][60][61]",
      "2 row of 1 [2024][70][71]",
      "3 list-item Kartlägg",
      "3 list-item Analysera",
    ]);
    expect(document.blocks[4]?.columns).toEqual(["", "Kvinnor", "Män"]);
    expect(document.notices.map(({ code }) => code)).not.toContain("PARTS_LEFT_OUT");
  });

  test("of more categories than are read are read so far, and counted as left out", async () => {
    const names = Array.from({ length: 410 }, (_, index) => `Kommun ${String(index + 1)}`);
    const long = chartPart.replace(value("cat", ["2023", "2024"]), value("cat", names));
    const { body, relationships, others } = parts(`<w:p>${drawing(chart)}</w:p>`);
    const document = await read({
      body,
      relationships: relationships ?? [],
      others: { ...others, "word/charts/chart1.xml": long },
    });
    expect(document.text).toContain("Kommun 400");
    expect(document.text).not.toContain("Kommun 401");
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 0, objects: 1 } });
  });

  test("that come in two forms are read once", async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="c14">${drawing(chart)}</mc:Choice><mc:Fallback>${drawing(chart)}</mc:Fallback></mc:AlternateContent>`;
    const document = await read(parts(`<w:p>${both}</w:p>`));
    expect(document.text.match(/Heltid/gu)).toHaveLength(1);
  });

  test("are counted where they cannot be had, and their text is no text of deleted ones", async () => {
    const body = `<w:p>${run("Text.")}${drawing('<c:chart r:id="rIdX"/>')}${drawing('<cx:chart r:id="rIdC"/>')}<w:del w:id="1">${drawing(diagram)}</w:del></w:p>`;
    const document = await read(parts(body));
    expect(document.text).toBe("Text.");
    expect(document.notices.find(({ code }) => code === "PARTS_LEFT_OUT")?.params).toEqual({
      comments: 0,
      objects: 2,
    });
  });
});

describe("what stands beside the text", () => {
  test("is a note at the place of its mark; notes without a mark are left out", async () => {
    const note = (id: string, text: string, type = ""): string =>
      `<w:footnote ${type} w:id="${id}">${p(text)}</w:footnote>`;
    const body =
      p("Före.") +
      `<w:p>${run("Kvinnor")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" och män.")}</w:p>`;
    const footnotes =
      note("0", "-", 'w:type="separator"') + note("2", "SCB 2024.") + note("3", "Struken not.");
    const document = await read({ body, footnotes });
    expect(lines(document)).toEqual(["1 Före.", "2 Kvinnor och män.", "2 footnote SCB 2024."]);
  });

  test("is a header, once, at the beginning of its section", async () => {
    const header = part("hdr", p("Region Nord"));
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>';
    const document = await read({
      body: p("Första.", section) + p("Andra.") + section,
      relationships: [["rIdH", "header", "header1.xml"]],
      others: { "word/header1.xml": header },
    });
    expect(lines(document)).toEqual(["1 Första.", "2 Andra.", "1 furniture Region Nord"]);
  });

  test("is a comment with its author at the place of its mark, and no text of a section", async () => {
    const comment = (id: number, author: string, text: string): string =>
      `<w:comment w:id="${String(id)}"${author}>${text}</w:comment>`;
    const mark = (id: number): string => `<w:r><w:commentReference w:id="${String(id)}"/></w:r>`;
    const document = await read({
      body:
        p("Barnen ska nå målen.") +
        `<w:p>${run("Nämnden")}${mark(7)}${run(" ansvarar.")}${mark(2)}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="1"><w:p>${run("En not.")}${mark(3)}</w:p></w:footnote>`,
      others: {
        "word/comments.xml": part(
          "comments",
          comment(2, ' w:author="Bo Ek"', p("Ja.") + p("Se beslutet.")) +
            comment(3, "", p("Vilken not?")) +
            comment(7, ' w:author="Anna Berg"', p("Jämställdhet?")) +
            comment(9, ' w:author="Anna Berg"', p("Utan märke i texten.")) +
            comment(8, ' w:author="Anna Berg"', p("")),
        ),
      },
    });
    expect(lines(document)).toEqual([
      "1 Barnen ska nå målen.",
      "2 Nämnden ansvarar.",
      "2 footnote En not.",
      "2 comment Jämställdhet?",
      "2 comment Ja.\nSe beslutet.",
      "2 comment Vilken not?",
    ]);
    expect(document.blocks.flatMap(({ layer, author }) => (layer === "comment" ? [author] : []))).toEqual([
      "Anna Berg",
      "Bo Ek",
      undefined,
    ]);
    expect(document.sections.at(-1)?.blocks.end).toBe(3);
    expect(document.notices).toContainEqual({ code: "COMMENTS_APART", params: { count: 3 } });
  });

  test("is not worth the document where it is a broken part of comments", async () => {
    const document = await read({
      body: `<w:p>${run("Text.")}<w:r><w:commentReference w:id="4"/></w:r></w:p>`,
      others: { "word/comments.xml": "<w:comments><w:comment" },
    });
    expect(document.text).toBe("Text.");
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 1, objects: 0 } });
  });

  test("is counted where it is left out", async () => {
    const body = `<w:p>${run("Text.")}<w:r><w:commentReference w:id="4"/></w:r><w:r><w:commentReference w:id="5"/></w:r></w:p>`;
    expect((await read({ body })).notices.find(({ code }) => code === "PARTS_LEFT_OUT")?.params).toEqual({
      comments: 2,
      objects: 0,
    });
  });

  test("is not mentioned where there is nothing", async () => {
    const codes = (await read({ body: p("Text.") })).notices.map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith("DOCX_"))).toEqual([]);
  });
});
