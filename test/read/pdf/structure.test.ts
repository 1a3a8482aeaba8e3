import { describe, expect, it } from "vitest";
import { column, makePdf } from "./make-pdf.ts";
import type { Placed } from "./make-pdf.ts";
import { headings, paragraph, prose, readDocument, rows, texts } from "./support.ts";

const heading = (text: string, y: number, size = 16): Placed => ({ text, x: 70, y, size, heavy: true });

describe("reading order", () => {
  const left = [
    "Vänster spalt börjar här och",
    "fortsätter nedåt med text som",
    ...Array<string>(8).fill("handlar om vård och omsorg"),
    "till slutet av vänster spalt.",
  ];
  const right = [
    "Höger spalt kommer efter den",
    "vänstra och har egen text som",
    ...Array<string>(8).fill("rör kultur och fritid i länet"),
    "till slutet av höger spalt.",
  ];

  function order(text: string): number[] {
    return ["Vänster spalt", "slutet av vänster", "Höger spalt", "slutet av höger"].map((part) =>
      text.replace(/\n/g, " ").indexOf(part),
    );
  }

  it("reads one column to its end before the next", async () => {
    const { text } = await readDocument(makePdf([[...column(left, 60, 700), ...column(right, 320, 700)]]));
    expect(order(text)).toEqual(order(text).toSorted((a, b) => a - b));
    expect(order(text)).not.toContain(-1);
  });

  it("does so too when the right column is drawn first", async () => {
    const { text } = await readDocument(makePdf([[...column(right, 320, 700), ...column(left, 60, 700)]]));
    expect(order(text)).toEqual(order(text).toSorted((a, b) => a - b));
  });

  it("puts a heading over both columns first, though it is drawn last", async () => {
    const document = await readDocument(
      makePdf([[...column(left, 60, 700), ...column(right, 320, 700), heading("Två områden", 740)]]),
    );
    expect(document.text.startsWith("Två områden")).toBe(true);
  });

  it("does not take columns of text for a table", async () => {
    const document = await readDocument(makePdf([[...column(left, 60, 700), ...column(right, 320, 700)]]));
    expect(rows(document)).toEqual([]);
  });
});

describe("running headers and page numbers", () => {
  const pages = [1, 2, 3, 4].map((page) => [
    { text: "Verksamhetsplan 2026", x: 70, y: 810, size: 9 },
    ...column(paragraph(20, page), 70, 760),
    { text: `${page} (4)`, x: 280, y: 40, size: 9 },
  ]);

  it("go to a layer of their own, and stay in the text", async () => {
    const document = await readDocument(makePdf(pages));
    expect(texts(document, "paragraph", "furniture")).toEqual(
      [1, 2, 3, 4].flatMap((page) => ["Verksamhetsplan 2026", `${page} (4)`]),
    );
    expect(texts(document, "paragraph").join(" ")).not.toContain("Verksamhetsplan");
  });

  it("go there too when they name the chapter of the page", async () => {
    const document = await readDocument(
      makePdf(
        ["Nuläge", "Mål", "Resurser", "Ansvar"].map((title, page) => [
          { text: title, x: 70, y: 810, size: 9 },
          heading(title, 770),
          ...column(paragraph(20, page), 70, 740),
        ]),
      ),
    );
    expect(headings(document)).toEqual(["1 Nuläge", "1 Mål", "1 Resurser", "1 Ansvar"]);
    expect(texts(document, "paragraph", "furniture")).toEqual(["Nuläge", "Mål", "Resurser", "Ansvar"]);
  });

  it("are not the first lines of the text, which stand in one place too", async () => {
    const document = await readDocument(
      makePdf([1, 2, 3, 4].map((page) => column(paragraph(40 + page, page), 70, 800))),
    );
    expect(texts(document, "paragraph", "furniture")).toEqual([]);
  });

  it("are not what stands at the top of two pages of four", async () => {
    const document = await readDocument(
      makePdf(
        ["Mål", "Mål", "Resurser", "Ansvar"].map((title, page) => [
          heading(title, 770),
          ...column(paragraph(20, page), 70, 740),
        ]),
      ),
    );
    expect(headings(document)).toEqual(["1 Mål", "1 Mål", "1 Resurser", "1 Ansvar"]);
    expect(texts(document, "paragraph", "furniture")).toEqual([]);
  });

  it("are not numbered appendices that happen to begin pages", async () => {
    const document = await readDocument(
      makePdf(
        [1, 2, 3].flatMap((number) => [
          [heading(`Bilaga ${number}`, 770), ...column(paragraph(20, number), 70, 740)],
          column(paragraph(20, number + 5), 70, 760),
        ]),
      ),
    );
    expect(headings(document)).toEqual(["1 Bilaga 1", "1 Bilaga 2", "1 Bilaga 3"]);
  });
});

describe("contents", () => {
  const entries = [
    "1 Inledning ................................................ 2",
    "2 Nuläge ................................................... 2",
    "2.1 Hälsa .................................................. 3",
    "3 Mål ...................................................... 3",
  ];
  const pages = [
    [heading("Innehåll", 770), ...column(entries, 70, 740)],
    [
      heading("1 Inledning", 770),
      ...column(paragraph(8), 70, 745),
      heading("2 Nuläge", 600),
      ...column(paragraph(8, 1), 70, 575),
    ],
    [
      heading("2.1 Hälsa", 770, 13),
      ...column(paragraph(8, 2), 70, 745),
      heading("3 Mål", 600),
      ...column(paragraph(8, 3), 70, 575),
    ],
  ];

  it("are a layer of their own, in their place, and no headings", async () => {
    const document = await readDocument(makePdf(pages));
    expect(document.blocks.slice(0, 5).map((block) => block.layer)).toEqual(Array(5).fill("contents"));
    expect(headings(document)).toEqual(["1 1 Inledning", "1 2 Nuläge", "2 2.1 Hälsa", "1 3 Mål"]);
  });

  it("are found without leader dots, with the page numbers in a column", async () => {
    const gapped = ["Inledning", "Nuläge", "Hälsa", "Mål"].flatMap((text, index): Placed[] => [
      { text, x: 70, y: 740 - 16 * index },
      { text: String(2 + (index >> 1)), x: 500, y: 740 - 16 * index },
    ]);
    const document = await readDocument(makePdf([[heading("Innehåll", 770), ...gapped], ...pages.slice(1)]));
    expect(texts(document, "paragraph", "contents")).toHaveLength(5);
    expect(rows(document)).toEqual([]);
  });

  it("are not a table of figures that rise", async () => {
    const table = ["Barn", "Unga", "Vuxna", "Äldre"].flatMap((text, index): Placed[] => [
      { text, x: 70, y: 500 - 16 * index },
      { text: String(12 + index), x: 300, y: 500 - 16 * index },
      { text: String(7 + index), x: 400, y: 500 - 16 * index },
    ]);
    const document = await readDocument(
      makePdf([
        column(paragraph(20), 70, 760),
        column(paragraph(20), 70, 760),
        [...column(paragraph(15), 70, 760), ...table],
      ]),
    );
    expect(texts(document, "paragraph", "contents")).toEqual([]);
    expect(rows(document)).toHaveLength(4);
  });
});

describe("headings", () => {
  async function of(lines: readonly Placed[]): Promise<string[]> {
    return headings(await readDocument(makePdf([[...column(paragraph(6, 4), 70, 800), ...lines]])));
  }
  const under = (y: number): Placed[] => column(paragraph(8), 70, y);

  it("are found by size, and a heading over two lines is one", async () => {
    expect(
      await of([
        { text: "En vård som räcker till för alla", x: 70, y: 640, size: 18 },
        { text: "invånare i hela länet", x: 70, y: 619, size: 18 },
        ...under(590),
      ]),
    ).toEqual(["1 En vård som räcker till för alla invånare i hela länet"]);
  });

  it("are found by weight alone", async () => {
    expect(await of([{ text: "Barn och unga", x: 70, y: 640, heavy: true }, ...under(624)])).toEqual([
      "1 Barn och unga",
    ]);
  });

  it("are found by number, with their depth", async () => {
    expect(
      await of([
        heading("3 Hälsa", 660),
        ...under(636),
        heading("3.2 Psykisk hälsa", 500, 13),
        ...under(478),
      ]),
    ).toEqual(["1 3 Hälsa", "2 3.2 Psykisk hälsa"]);
  });

  it("are found by the bookmarks, at their level", async () => {
    const page = [{ text: "Stöd till anhöriga", x: 70, y: 760 }, ...under(730)];
    const pages = [[...page, { text: "Råd till unga", x: 70, y: 500, size: 14, heavy: true }, ...under(470)]];
    expect(
      headings(
        await readDocument(
          makePdf(pages, {
            bookmarks: [
              ["Stöd till anhöriga", 1],
              ["Råd till unga", 1],
            ],
          }),
        ),
      ),
    ).toEqual(["1 Stöd till anhöriga", "1 Råd till unga"]);
  });

  it("are not lead-ins in bold", async () => {
    expect(
      await of([
        { text: "Ansvar:", x: 70, y: 640, heavy: true },
        { text: "hälso- och sjukvårdsnämnden följer upp målen varje år.", x: 120, y: 640 },
        ...under(620),
      ]),
    ).toEqual([]);
    expect(await of([{ text: "Nämnden ska särskilt:", x: 70, y: 640, heavy: true }, ...under(624)])).toEqual(
      [],
    );
  });

  it("are not pull quotes and big figures", async () => {
    expect(
      await of([
        { text: "”Vi måste våga prova nytt.”", x: 70, y: 640, size: 20 },
        { text: "87 %", x: 70, y: 600, size: 40 },
        ...under(560),
      ]),
    ).toEqual([]);
  });

  it("are not the items of a list in bold", async () => {
    expect(
      await of([
        heading("Mål", 660),
        ...under(640),
        heading("Deltagare", 510),
        ...column(["Anna Andersson", "Björn Berg", "Cecilia Dahl", "David Ek"], 70, 480, 24, { heavy: true }),
        ...under(360),
      ]),
    ).toEqual(["1 Mål", "1 Deltagare"]);
  });

  it("are not the column heads of a table", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(6), 70, 800),
          { text: "Mått", x: 70, y: 640, heavy: true },
          { text: "2025", x: 300, y: 640, heavy: true },
          { text: "Väntetid", x: 70, y: 624 },
          { text: "41", x: 300, y: 624 },
          { text: "Nöjdhet", x: 70, y: 608 },
          { text: "78", x: 300, y: 608 },
        ],
      ]),
    );
    expect(headings(document)).toEqual([]);
    expect(rows(document)[0]).toEqual(["Mått", "2025"]);
  });
});

describe("headings in the margin", () => {
  const beside = (name: readonly string[], text: readonly string[], y: number): Placed[] => [
    ...column(name, 60, y, 14, { heavy: true }),
    ...column(text, 200, y),
  ];
  const narrow = (lines: number, seed: number): string[] =>
    paragraph(lines, seed).map((line) => line.slice(0, 55));

  it("each beside its text, are headings with their text and no table", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...beside(["Bakgrund"], narrow(8, 1), 760),
          ...beside(["Mål för barn", "och unga"], narrow(8, 2), 620),
          ...beside(["Uppföljning"], narrow(8, 3), 480),
        ],
      ]),
    );
    expect(headings(document).map((text) => text.slice(2))).toEqual([
      "Bakgrund",
      "Mål för barn och unga",
      "Uppföljning",
    ]);
    expect(rows(document)).toEqual([]);
  });

  it("are cells where the text beside them is short, or the first row names the columns", async () => {
    const short = await readDocument(
      makePdf([
        [
          ...beside(["Skola"], ["Trygghet i alla skolor", "och fritidshem"], 700),
          ...beside(["Vård"], ["Kortare väntetider i", "hela länet"], 660),
          ...beside(["Kultur"], ["Fler böcker på alla", "bibliotek"], 620),
        ],
      ]),
    );
    expect(rows(short)).toHaveLength(3);
    const named = await readDocument(
      makePdf([
        [
          ...beside(["Område"], [], 790),
          { text: "Beskrivning", x: 200, y: 790, heavy: true },
          ...beside(["Bakgrund"], narrow(8, 1), 770),
          ...beside(["Mål"], narrow(8, 2), 640),
          ...beside(["Uppföljning"], narrow(8, 3), 510),
        ],
      ]),
    );
    expect(rows(named).map(([first]) => first)).toEqual(["Område", "Bakgrund", "Mål", "Uppföljning"]);
  });
});

describe("tables", () => {
  const cells = (values: readonly string[], y: number, heavy = false): Placed[] =>
    values.map((text, index) => ({ text, x: [70, 260, 360][index] ?? 460, y, heavy }));

  it("become rows that know their column heads, and go on over a page break", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(20), 70, 760),
          ...cells(["Indikator", "Kvinnor", "Män"], 200, true),
          ...cells(["Sjukpenningtal", "12,4", "7,1"], 184),
          ...cells(["Andel chefer", "41 %", "59 %"], 168),
        ],
        [
          ...cells(["Heltid", "62 %", "88 %"], 760),
          ...cells(["Uttag av dagar", "70 %", "30 %"], 744),
          ...column(paragraph(20), 70, 700),
        ],
      ]),
    );
    const table = document.blocks.filter((block) => block.kind === "table-row");
    expect(rows(document)).toEqual([
      ["Indikator", "Kvinnor", "Män"],
      ["Sjukpenningtal", "12,4", "7,1"],
      ["Andel chefer", "41 %", "59 %"],
      ["Heltid", "62 %", "88 %"],
      ["Uttag av dagar", "70 %", "30 %"],
    ]);
    expect(table.map((block) => block.table)).toEqual([1, 1, 1, 1, 1]);
    expect(table.map((block) => block.columns)).toEqual([
      [],
      ...Array<string[]>(4).fill(["Indikator", "Kvinnor", "Män"]),
    ]);
  });

  it("keep a cell of several lines together", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(10), 70, 780),
          { text: "Mål", x: 70, y: 600, heavy: true },
          { text: "Åtgärd", x: 200, y: 600, heavy: true },
          { text: "Trygghet", x: 70, y: 580 },
          ...column(["Belysning på gångvägar ses över i", "samarbete med kommunerna."], 200, 580),
          { text: "Delaktighet", x: 70, y: 548 },
          ...column(["Ungdomsråd inrättas och deras förslag", "behandlas av nämnden."], 200, 548),
        ],
      ]),
    );
    expect(rows(document).slice(1)).toEqual([
      ["Trygghet", "Belysning på gångvägar ses över i samarbete med kommunerna."],
      ["Delaktighet", "Ungdomsråd inrättas och deras förslag behandlas av nämnden."],
    ]);
  });

  it("are not prose with one wide gap, and not a list with hanging items", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(6), 70, 780),
          { text: "Datum:", x: 70, y: 640 },
          { text: "2026-03-01", x: 200, y: 640 },
          ...["ett mål", "ett uppdrag", "en resurs"].flatMap((text, index): Placed[] => [
            { text: "•", x: 70, y: 600 - 16 * index },
            { text: `${text} som följs upp`, x: 90, y: 600 - 16 * index },
          ]),
        ],
      ]),
    );
    expect(rows(document)).toEqual([]);
    expect(texts(document, "list-item")).toEqual([
      "• ett mål som följs upp",
      "• ett uppdrag som följs upp",
      "• en resurs som följs upp",
    ]);
  });
});

describe("notes and captions", () => {
  it("take notes at the foot of a page, in smaller type, to their own layer", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(30), 70, 780),
          { text: "1", x: 70, y: 83, size: 6 },
          { text: "Enligt SCB:s statistik för år 2024.", x: 75, y: 80, size: 8 },
        ],
      ]),
    );
    expect(texts(document, "paragraph", "footnote").join()).toContain("Enligt SCB:s statistik");
    expect(texts(document, "paragraph").join()).not.toContain("SCB");
  });

  it("set the mark of a note apart from the word before it", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(10), 70, 780),
          { text: "Här nämns hälsa", x: 70, y: 600 },
          { text: "1", x: 148, y: 604, size: 6 },
          ...column(paragraph(5), 70, 560),
        ],
      ]),
    );
    expect(document.text).not.toMatch(/hälsa1/);
    expect(document.text).toMatch(/hälsa\s?[¹1]/);
  });

  it("name captions", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(10), 70, 780),
          { text: "Tabell 3. Sjukfrånvaro efter ålder", x: 70, y: 600, heavy: true },
          ...column(paragraph(5), 70, 570),
        ],
      ]),
    );
    expect(texts(document, "caption")).toEqual(["Tabell 3. Sjukfrånvaro efter ålder"]);
  });
});

describe("lines and words", () => {
  it("join words that were divided at a line end, not those that share their second half", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(prose(4), 70, 780),
          ...column(
            [
              "arbetet ska bidra till ökad jäm-",
              "ställdhet i kvinno- och mansdominerade yrken samt i hälso-",
              "och sjukvården i hela länet.",
            ],
            70,
            724,
          ),
        ],
      ]),
    );
    const text = document.text.replace(/\n/g, " ");
    expect(text).toContain("ökad jämställdhet i kvinno- och mansdominerade yrken");
    expect(text).toContain("hälso- och sjukvården");
  });

  it("begin a new paragraph after a short line, after a gap and at an indent", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column([...prose(3), "så slutar det."], 70, 780),
          ...column([...prose(3, 1), "här tar det slut i dag."], 70, 724),
          ...column([...prose(3, 2), "och det var allt som fanns."], 70, 640),
        ],
      ]),
    );
    expect(texts(document, "paragraph")).toHaveLength(3);
  });
});

describe("tables with cells of unequal height", () => {
  it("put a short cell, centred beside a tall one, in the row of that one", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...column(paragraph(6), 70, 800),
          { text: "Sektor", x: 70, y: 640, heavy: true },
          { text: "Uppgift", x: 200, y: 640, heavy: true },
          { text: "Hälsa", x: 70, y: 600 },
          ...column(
            ["Planering av vården i hela", "länet och stöd till kommunerna", "i beredskapsfrågor."],
            200,
            614,
          ),
          { text: "Kollektivtrafik", x: 70, y: 546 },
          ...column(["Trafik på landsbygden även på", "kvällar och helger."], 200, 553),
        ],
      ]),
    );
    expect(rows(document).slice(1)).toEqual([
      ["Hälsa", "Planering av vården i hela länet och stöd till kommunerna i beredskapsfrågor."],
      ["Kollektivtrafik", "Trafik på landsbygden även på kvällar och helger."],
    ]);
  });
});
