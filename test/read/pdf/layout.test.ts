// Pages as they are designed: columns with boxes and pull quotes, pages that lie down, letters in odd forms, words cut anywhere.
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { locate } from "../../../src/model/locate.ts";
import { auditBytes } from "../../support/audit-text.ts";
import { column, makePdf, ruledGrid, type Drawn, type Placed } from "./make-pdf.ts";
import { headings, paragraph, prose, readDocument, rows, texts } from "./support.ts";

const heading = (text: string, y: number, size = 16): Placed => ({ text, x: 60, y, size, heavy: true });
const flat = (text: string): string => text.replace(/\s+/g, " ");

describe("three columns", () => {
  const words = (name: string): string[] => [
    `Spalt ${name} börjar här och`,
    "fortsätter nedåt med text",
    ...Array<string>(9).fill("om vård och omsorg i länet"),
    "i länets alla kommuner och",
    `till slutet av spalt ${name}.`,
  ];
  const one = column(words("ett"), 50, 700);
  const two = column(words("två"), 220, 700);
  const three = column(words("tre"), 390, 700);
  const order = (text: string): number[] =>
    ["ett", "två", "tre"].flatMap((name) => [
      flat(text).indexOf(`Spalt ${name} börjar`),
      flat(text).indexOf(`slutet av spalt ${name}.`),
    ]);

  it("are read one after the other, and are no table", async () => {
    const document = await readDocument(makePdf([[...three, ...one, ...two]]));
    expect(order(document.text)).toEqual(order(document.text).toSorted((a, b) => a - b));
    expect(order(document.text)).not.toContain(-1);
    expect(rows(document)).toEqual([]);
  });

  it.each([
    ["at the head of", 700, 620],
    ["at the foot of", 380, 700],
  ])("stay whole with a box %s two of them", async (_where, boxTop, top) => {
    const frame: Drawn = { x: 214, y: boxTop - 40, width: 345, height: 65, grey: 0.85 };
    const box = column(
      [
        "Faktaruta: så söker du stöd till verksamheten i länets kommuner,",
        "steg för steg och med alla datum.",
      ],
      222,
      boxTop,
    );
    const [second, third] = [column(words("två"), 220, top), column(words("tre"), 390, top)];
    const document = await readDocument(makePdf([[...one, frame, ...box, ...second, ...third]]));
    expect(order(document.text)).toEqual(order(document.text).toSorted((a, b) => a - b));
    expect(flat(document.text)).toContain("länets kommuner, steg för steg och med alla datum.");
    expect(rows(document)).toEqual([]);
  });

  it("stay whole with a box at the foot of one, whose text stays together", async () => {
    const frame: Drawn = { x: 216, y: 440, width: 160, height: 70, grey: 0.85 };
    const box = column(["Rutan har en egen text", "om hur man söker stöd", "och vem som svarar."], 222, 492);
    const document = await readDocument(makePdf([[frame, ...one, ...two, ...three, ...box]]));
    expect(order(document.text)).toEqual(order(document.text).toSorted((a, b) => a - b));
    expect(flat(document.text)).toContain("Rutan har en egen text om hur man söker stöd och vem som svarar.");
    expect(flat(document.text).indexOf("Rutan")).toBeGreaterThan(
      flat(document.text).indexOf("slutet av spalt två."),
    );
  });

  it("are not cut by a pull quote in large type, which is no heading", async () => {
    const quote: Placed[] = [
      { text: "Alla barn ska få", x: 220, y: 590, size: 15 },
      { text: "den vård de behöver", x: 220, y: 572, size: 15 },
    ];
    const upper = column(words("två").slice(0, 6), 220, 700);
    const lower = column(words("två").slice(6), 220, 540);
    const document = await readDocument(
      makePdf([[heading("Omsorg", 740, 20), ...one, ...upper, ...quote, ...lower, ...three]]),
    );
    expect(order(document.text)).toEqual(order(document.text).toSorted((a, b) => a - b));
    expect(flat(document.text)).toContain("Alla barn ska få den vård de behöver");
    expect(headings(document)).toEqual(["1 Omsorg"]);
  });
});

describe("a page that lies down", () => {
  const page = [
    heading("Tabellbilaga", 540),
    ...column(paragraph(12), 60, 500),
    { text: "Sida 1", x: 400, y: 30, size: 9 },
  ];

  it.each(["plain", "turned", "drawn"] as const)(
    "%s: is read in lines from left to right",
    async (landscape) => {
      const document = await readDocument(makePdf([page], { landscape }));
      expect(headings(document)).toEqual(["1 Tabellbilaga"]);
      expect(flat(document.text)).toContain(flat(paragraph(12).join(" ")));
    },
  );

  it("has its table, though it lies on its side on a page that stands", async () => {
    const cells = [
      "Mått",
      "2024",
      "2025",
      "Kvinnor",
      "41 procent",
      "43 procent",
      "Män",
      "59 procent",
      "57 procent",
    ];
    const xs = [60, 260, 420, 580];
    const ys = [480, 450, 420, 390];
    const table = [
      ...ruledGrid(xs, ys),
      ...cells.map((text, at) => ({ text, x: (xs[at % 3] ?? 0) + 8, y: (ys[Math.floor(at / 3)] ?? 0) - 20 })),
    ];
    const document = await readDocument(
      makePdf([[heading("Tabellbilaga", 540), ...table, ...column(paragraph(12), 60, 340)]], {
        landscape: "drawn",
      }),
    );
    expect(rows(document)).toContainEqual(["Kvinnor", "41 procent", "43 procent"]);
  });

  it("is none for a label along the edge of a page that stands", async () => {
    const label = "BT /F1 9 Tf 0 1 -1 0 40 300 Tm (Foto: Region Halland, bild fr\\345n v\\345ren 2025) Tj ET";
    const text = column(paragraph(3), 60, 700)
      .map(({ x, y, text }) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[^ -~]/g, "o")}) Tj ET`)
      .join("\n");
    const document = await readDocument(makePdf([`${label}\n${text}`]));
    expect(flat(document.text)).toContain("Foto: Region Halland");
    expect(texts(document, "paragraph").filter((one) => one.split(" ").length > 20)).toHaveLength(1);
  });
});

describe("letters", () => {
  it("of two signs, a letter and its ring or dots, are one", async () => {
    const lines = ["Målen för äldre i länet följs upp och redovisas öppet varje år."];
    const document = await readDocument(
      makePdf([column([...lines.map((line) => line.normalize("NFD")), ...prose(4)], 60, 700)]),
    );
    expect(document.text).toContain("Målen för äldre");
  });

  it("that were encoded twice are mended, and the report says where", async () => {
    const broken = "MÃ¥len fÃ¶r Ã¤ldre fÃ¶ljs upp.";
    const document = await readDocument(makePdf([column([broken, ...prose(6)], 60, 700)]));
    expect(document.text).toContain("Målen för äldre följs upp.");
    expect(document.notices.map(({ code }) => code)).toContain("MOJIBAKE_REPAIRED");
  });

  it("in capitals set apart make a heading of words", async () => {
    const title = { text: "U P P F Ö L J N I N G", x: 60, y: 740, size: 16, heavy: true };
    const document = await readDocument(makePdf([[title, ...column(paragraph(20), 60, 700)]]));
    expect(headings(document)).toEqual(["1 UPPFÖLJNING"]);
  });

  it("and soft hyphens: one that is drawn inside a line is a hyphen, one at a line end parts a word", async () => {
    // Fonts whose hyphen is named a soft one: what is seen on the page counts.
    const lines = ["Personalen på HVB\u00adhem och inom it\u00adstöd följer den plan för ut\u00ad"];
    const document = await readDocument(
      makePdf([column([...lines, "veckling som nämnden har beslutat.", ...prose(4)], 60, 700)]),
    );
    expect(flat(document.text)).toContain("HVB-hem och inom it-stöd följer den plan för utveckling som");
    expect(document.text).not.toContain("\u00ad");
  });
});

describe("a word that is cut", () => {
  it("at the foot of a column is joined with its rest at the top of the next", async () => {
    const left = [...prose(14).map((line) => line.slice(0, 34)), "och nämnden ska redovisa uppfölj-"];
    const right = ["ningen av vården till fullmäktige.", ...prose(12, 3).map((line) => line.slice(0, 34))];
    const document = await readDocument(makePdf([[...column(left, 60, 700), ...column(right, 320, 700)]]));
    expect(flat(document.text)).toContain("ska redovisa uppföljningen av vården");
  });

  it("at the foot of a page is joined over running headers and page numbers", async () => {
    const header = { text: "Verksamhetsplan 2026", x: 60, y: 810, size: 9 };
    const foot = (page: number): Placed => ({ text: `${page} (4)`, x: 280, y: 40, size: 9 });
    const first = [...prose(20), "nämnden ska under nästa år redovisa hur den arbetar med uppfölj-"];
    const second = ["ningen av vården till fullmäktige och till invånarna i hela länet.", ...prose(20, 3)];
    const document = await readDocument(
      makePdf([
        [header, ...column(paragraph(20, 5), 60, 760), foot(1)],
        [header, ...column(first, 60, 760), foot(2)],
        [header, ...column(second, 60, 760), foot(3)],
        [header, ...column(paragraph(20, 7), 60, 760), foot(4)],
      ]),
    );
    expect(flat(document.text)).toContain("arbetar med uppföljningen av vården");
    const at = flat(document.text).indexOf("uppföljningen av vården till fullmäktige");
    expect(locate(document, at)).toEqual({ page: 2 });
    expect(locate(document, flat(document.text).indexOf("av vården", at))).toEqual({ page: 3 });
  });
});

describe("the table of contents", () => {
  const line = (text: string, page: number, y: number): Placed[] => [
    { text: `${text} ${".".repeat(40)}`, x: 60, y },
    { text: String(page), x: 500, y },
  ];

  it("names headings in the type of the text, and makes none of lines that do not stand in the text", async () => {
    const contents = [
      heading("Innehåll", 740),
      ...line("Vår uppgift", 2, 700),
      ...line("Så följer vi upp", 3, 684),
      ...line("Pengarna", 3, 668),
      ...line("Kapitlet som ströks", 3, 652),
    ];
    const document = await readDocument(
      makePdf([
        contents,
        [{ text: "Vår uppgift", x: 60, y: 760 }, ...column(paragraph(20), 60, 735)],
        [
          { text: "Så följer vi upp", x: 60, y: 760 },
          ...column(paragraph(14, 2), 60, 735),
          { text: "Pengarna", x: 60, y: 500 },
          ...column(paragraph(14, 4), 60, 475),
        ],
      ]),
    );
    expect(headings(document).map((text) => text.slice(2))).toEqual([
      "Vår uppgift",
      "Så följer vi upp",
      "Pengarna",
    ]);
    expect(texts(document, "paragraph", "contents").join(" ")).toContain("Kapitlet som ströks");
  });

  it("names headings under their number that have words more or fewer at the end, and no points of a list", async () => {
    const contents = [
      heading("Innehåll", 740),
      ...line("1 Inledning", 2, 700),
      ...line("2 Mål och inriktning för perioden", 2, 684),
      ...line("3 Uppföljning & utvärdering", 3, 668),
      ...line("Bilaga 1 Nyckeltal", 3, 652),
    ];
    const title = (text: string, y: number): Placed => ({ text, x: 60, y });
    const document = await readDocument(
      makePdf([
        contents,
        [
          title("1. Inledning och läsanvisning", 760),
          ...column(paragraph(14), 60, 735),
          title("2. Mål och inriktning", 500),
          ...column(paragraph(10, 1), 60, 475),
          title("2. Mål att nå", 300),
          ...column(paragraph(4, 3), 60, 275),
        ],
        [
          title("3. Uppföljning och utvärdering", 760),
          ...column(paragraph(14, 2), 60, 735),
          title("Bilaga 1: Nyckeltal 2026", 500),
          ...column(paragraph(14, 4), 60, 475),
        ],
      ]),
    );
    expect(headings(document).map((text) => text.slice(2))).toEqual([
      "1. Inledning och läsanvisning",
      "2. Mål och inriktning",
      "3. Uppföljning och utvärdering",
      "Bilaga 1: Nyckeltal 2026",
    ]);
  });
});

describe("page labels", () => {
  it("stand beside the number of the page in the report", async () => {
    const people = [
      "Barn och unga med funktionsnedsättning ska få stöd i skolan av utbildad personal.",
      "Nämnden ska öka andelen elever som når målen och redovisa resultatet för alla barn.",
    ];
    const page = (text: string): Placed[] => [
      heading(text, 740),
      ...column([...people, ...paragraph(10)], 60, 700),
    ];
    const bytes = makePdf([page("Förord"), page("Inledning"), page("Skolan och barnen")], { romanPages: 2 });
    const report = await auditBytes(bytes, "plan.pdf", { type: "verksamhetsplan" });
    const section = report.sections.find(({ heading: name }) => name === "Skolan och barnen");
    expect(section?.location).toEqual({ page: 3, label: "1" });
    expect(report.sections[0]?.location).toEqual({ page: 1, label: "i" });
  });
});

describe("a header over pages that stand and pages that lie", () => {
  it("is one header, at the same distance from the top", async () => {
    const page = (top: number, seed: number): Placed[] => [
      { text: "Region Exempel, budget", x: 60, y: top - 30, size: 8 },
      ...column(paragraph(15, seed), 60, top - 82 - 14 * seed),
    ];
    const whole = await PDFDocument.load(makePdf([page(842, 1), page(842, 2), page(842, 3)]));
    const lying = await PDFDocument.load(makePdf([page(595, 4)], { landscape: "plain" }));
    for (const copy of await whole.copyPages(lying, [0])) whole.insertPage(2, copy);
    const document = await readDocument(await whole.save());
    expect(texts(document, "paragraph", "furniture")).toEqual(Array(4).fill("Region Exempel, budget"));
    expect(texts(document, "paragraph").join(" ")).not.toContain("Region Exempel");
  });
});

describe("a note whose mark stands out to the left", () => {
  it("is one note", async () => {
    const note = (mark: string, y: number): Placed[] => [
      { text: mark, x: 60, y: y + 3, size: 5 },
      { text: "Noten handlar om hur regionen räknar. Siffrorna är från året innan och", x: 66, y, size: 8 },
      { text: "omfattar alla förvaltningar utom en. Se bilagan.", x: 66, y: y - 10.4, size: 8 },
    ];
    const document = await readDocument(
      makePdf([[...column(paragraph(24), 60, 760), ...note("1", 120), ...note("2", 96)]]),
    );
    const text =
      "Noten handlar om hur regionen räknar. Siffrorna är från året innan och omfattar alla förvaltningar utom en. Se bilagan.";
    expect(
      document.blocks
        .filter(({ layer }) => layer === "footnote")
        .map(({ span }) => flat(document.text.slice(span.start, span.end))),
    ).toEqual([`¹ ${text}`, `² ${text}`]);
  });
});
