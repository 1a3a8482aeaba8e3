// Tables that are drawn: lines and areas of colour settle what the places of words leave open.
import { describe, expect, it } from "vitest";
import { column, makePdf, ruledGrid } from "./make-pdf.ts";
import type { Drawn, Placed } from "./make-pdf.ts";
import { headings, paragraph, readDocument, rows, texts } from "./support.ts";

const before = column(paragraph(6, 4), 70, 800);
const cell = (text: string, x: number, y: number, heavy = false): Placed => ({ text, x, y, heavy });

describe("a table with lines", () => {
  const grid = ruledGrid([68, 150, 215, 280], [660, 644, 628, 612]);

  it("keeps narrow cells apart whose words stand close", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...before,
          ...grid,
          ...["Nyckeltal", "Budget 2025", "Utfall 2025"].map((text, at) =>
            cell(text, [70, 152, 217][at] ?? 0, 648, true),
          ),
          // One string across the border, with no more than a space between the figures.
          cell("Utbildning", 70, 632),
          cell("20 068 kronor 15 127", 152, 632),
          cell("Kultur", 70, 616),
          cell("117 271", 152, 616),
          cell("116 000", 217, 616),
        ],
      ]),
    );
    expect(rows(document)).toEqual([
      ["Nyckeltal", "Budget 2025", "Utfall 2025"],
      ["Utbildning", "20 068 kronor", "15 127"],
      ["Kultur", "117 271", "116 000"],
    ]);
    const table = document.blocks.filter((block) => block.kind === "table-row");
    expect(table[1]?.columns).toEqual(["Nyckeltal", "Budget 2025", "Utfall 2025"]);
  });

  it("has cells that span rows and rows that span columns", async () => {
    const lines: Drawn[] = [
      ...[68, 200, 300].map((x) => ({ x, y: 596, width: 0.5, height: 48 })),
      ...[68, 300].map((x) => ({ x, y: 644, width: 0.5, height: 16 })),
      ...[660, 644, 596].map((y) => ({ x: 68, y, width: 232, height: 0.5 })),
      ...[628, 612].map((y) => ({ x: 200, y, width: 100, height: 0.5 })),
    ];
    const document = await readDocument(
      makePdf([
        [
          ...before,
          ...lines,
          cell("Andra olyckor", 150, 648, true),
          cell("Förskola", 70, 632),
          cell("El", 202, 632),
          cell("Fjärrvärme", 202, 616),
          cell("Läkemedel", 202, 600),
          ...column(paragraph(6, 2), 70, 560),
        ],
      ]),
    );
    expect(rows(document)).toEqual([
      ["Andra olyckor", ""],
      ["Förskola", "El"],
      ["", "Fjärrvärme"],
      ["", "Läkemedel"],
    ]);
    expect(headings(document)).toEqual([]);
  });

  it("is read row by row, in whatever order its cells were drawn", async () => {
    const document = await readDocument(
      makePdf([
        [
          ...before,
          ...grid,
          ...["Mål", "Trygghet", "Hälsa"].map((text, at) => cell(text, 70, 648 - 16 * at)),
          ...["2025", "71", "83"].map((text, at) => cell(text, 217, 648 - 16 * at)),
          ...["2024", "69", "80"].map((text, at) => cell(text, 152, 648 - 16 * at)),
          ...column(paragraph(6, 2), 70, 560),
        ],
      ]),
    );
    expect(rows(document)).toEqual([
      ["Mål", "2024", "2025"],
      ["Trygghet", "69", "71"],
      ["Hälsa", "80", "83"],
    ]);
  });

  it("gives its column headings once, though they come again on the next page", async () => {
    const page = (names: readonly string[], seed: number): (Placed | Drawn)[] => {
      const ys = Array.from({ length: names.length + 2 }, (_, at) => 800 - 16 * at);
      return [
        ...ruledGrid([68, 200, 300], ys),
        cell("Indikator", 70, 788, true),
        cell("Kvinnor", 202, 788, true),
        ...names.flatMap((name, at) => [
          cell(name, 70, 772 - 16 * at),
          cell(`${at + 4},5`, 202, 772 - 16 * at),
        ]),
        // The table goes on where no text comes between.
        ...(seed === 3 ? column(paragraph(4, seed), 70, 300) : []),
      ];
    };
    const names = Array.from({ length: 12 }, (_, at) => `Mått ${"abcdefghijkl".charAt(at)}`);
    const document = await readDocument(
      makePdf([
        page(names, 1),
        page(
          names.map((name) => `${name} x`),
          2,
        ),
        page(names, 3),
      ]),
    );
    const table = document.blocks.filter((block) => block.kind === "table-row");
    expect(rows(document).filter(([first]) => first === "Indikator")).toHaveLength(1);
    expect(table.at(-1)?.columns).toEqual(["Indikator", "Kvinnor"]);
    expect(texts(document, "paragraph", "furniture")).toEqual([
      "Indikator",
      "Kvinnor",
      "Indikator",
      "Kvinnor",
    ]);
  });
});

describe("a table with areas of colour behind its cells", () => {
  it("has its rows, though the lines of a cell are painted one by one", async () => {
    const areas = [660, 628, 596].flatMap((top) =>
      [68, 200].flatMap((x): Drawn[] => [
        { x, y: top - 32, width: 130, height: 32, grey: 0.8 },
        { x: x + 3, y: top - 16, width: 124, height: 13, grey: 0.9 },
        { x: x + 3, y: top - 29, width: 124, height: 13, grey: 0.9 },
      ]),
    );
    const document = await readDocument(
      makePdf([
        [
          ...before,
          ...areas,
          cell("Mått", 72, 647, true),
          cell("År 2025", 204, 647, true),
          ...column(["Stöd till föreningar", "på landsbygden"], 72, 615, 13),
          cell("225", 204, 615),
          ...column(["Bidrag till", "studieförbund"], 72, 583, 13),
          cell("380", 204, 583),
        ],
      ]),
    );
    expect(rows(document)).toEqual([
      ["Mått", "År 2025"],
      ["Stöd till föreningar på landsbygden", "225"],
      ["Bidrag till studieförbund", "380"],
    ]);
  });
});

describe("what is drawn for something else", () => {
  it("is no table: colour behind each line of running text", async () => {
    const lines = paragraph(8, 1);
    const shaded = lines.map((text, at): Drawn => ({
      x: 69,
      y: 637 - 14 * at,
      width: at % 3 === 0 ? 360 : 300 + text.length,
      height: 14,
      grey: 0.9,
    }));
    const document = await readDocument(makePdf([[...before, ...shaded, ...column(lines, 70, 640)]]));
    expect(rows(document)).toEqual([]);
    expect(texts(document, "paragraph")).toContain(lines.join(" "));
  });

  it("is no table: a frame around text, and a line under a header", async () => {
    const frame = ruledGrid([60, 500], [660, 540]);
    const document = await readDocument(
      makePdf([
        [
          { x: 60, y: 815, width: 440, height: 0.5 },
          ...before,
          ...frame,
          ...column(paragraph(7, 2), 70, 645),
        ],
      ]),
    );
    expect(rows(document)).toEqual([]);
  });

  it("is no table: the scale of a chart", async () => {
    const scale = ruledGrid([100, 160, 220, 280, 340], [660, 630, 600, 570, 540]);
    const axis = ["2021", "2022", "2023", "2024"].map((text, at) => cell(text, 115 + 60 * at, 525));
    const document = await readDocument(
      makePdf([
        [...before, ...scale, cell("Kvinnor", 170, 640), ...axis, ...column(paragraph(6, 2), 70, 480)],
      ]),
    );
    expect(rows(document)).toEqual([]);
  });
});

describe("tables without lines", () => {
  const columnsAt = [60, 189, 360];
  const row = (cells: readonly string[], y: number): Placed[] =>
    cells.flatMap((text, index) => (text === "" ? [] : [{ text, x: columnsAt[index] ?? 0, y }]));
  const table = (rows: readonly (readonly string[])[]): Placed[] =>
    rows.flatMap((cells, index) => row(cells, 700 - index * 20));

  it("have cells apart that nearly touch, where the cells above and below begin", async () => {
    const document = await readDocument(
      makePdf([
        table([
          ["Mål", "Ansvarig nämnd", "Följs upp"],
          ["Trygg skola", "Skolnämnden", "Varje år"],
          // Ends 7 points before the next cell: a space is 3 wide, and what parts cells for certain 9.
          ["Bättre hälsa för alla äldre", "Vårdnämnden", "Varje halvår"],
          ["Fler i arbete", "Arbetsnämnden", "Varje år"],
          ["Ren luft", "Miljönämnden", "Varje år"],
          ["Rent vatten", "Miljönämnden", "Varje år"],
          ["Fler böcker", "Kulturnämnden", "Varje år"],
        ]),
      ]),
    );
    expect(rows(document)[2]).toEqual(["Bättre hälsa för alla äldre", "Vårdnämnden", "Varje halvår"]);
  });

  it("have cells apart that nearly touch also in a table of few rows, and a figure of thousands in one piece", async () => {
    const columnsAt = [60, 278, 330, 390];
    const lines = [
      ["Mått", "2024", "2025", "Mål"],
      ["Andel kvinnor i ledningen", "41 %", "43 %", "50 %"],
      // Ends 5 points before the next cell.
      ["Föräldralediga dagar, andel uttagna av män", "29 %", "30 %", "40 %"],
      ["Sjukfrånvaro för kvinnor", "7,1 %", "6,9 %", "6,0 %"],
    ].flatMap((cells, at) =>
      cells.map((text, index) => ({ text, x: columnsAt[index] ?? 0, y: 700 - at * 15 })),
    );
    const budget = [
      ["Skolnämnden", "601", "618"],
      ["Vårdnämnden", "11 108", "11 333"],
      ["Kulturnämnden", "207", "213"],
      ["Summa av allt", "704", "731"],
    ].flatMap(([name = "", first = "", second = ""], at) => {
      // Set to the right: the last three figures stand under each other.
      const x = first.length > 3 ? -15.3 : 0;
      return [
        { text: name, x: 60, y: 500 - at * 15 },
        { text: first, x: 250 + x, y: 500 - at * 15 },
        { text: second, x: 330 + x, y: 500 - at * 15 },
      ];
    });
    const document = await readDocument(makePdf([[...lines, ...budget]]));
    expect(rows(document)[2]).toEqual(["Föräldralediga dagar, andel uttagna av män", "29 %", "30 %", "40 %"]);
    expect(rows(document)[5]).toEqual(["Vårdnämnden", "11 108", "11 333"]);
  });

  it("have a text that spans columns in one piece", async () => {
    const document = await readDocument(
      makePdf([
        table([
          ["Mål", "Ansvarig nämnd", "Följs upp"],
          ["Trygg skola", "Skolnämnden", "Varje år"],
          ["Målet följs upp samlat med andra mål", "", "Nästa år"],
          ["Fler i arbete", "Arbetsnämnden", "Varje år"],
          ["Ren luft", "Miljönämnden", "Varje år"],
          ["Rent vatten", "Miljönämnden", "Varje år"],
          ["Fler böcker", "Kulturnämnden", "Varje år"],
        ]),
      ]),
    );
    expect(rows(document)[2]?.filter((cell) => cell !== "")).toEqual([
      "Målet följs upp samlat med andra mål",
      "Nästa år",
    ]);
  });

  it("end where a heading in larger type stands, and where the column headings come again", async () => {
    const table = (top: number): Placed[] =>
      ["År", "Barn", "Unga"].flatMap((name, at): Placed[] => [
        cell(name, 70, top - 16 * at),
        cell(String(2025 + at * 100), 200, top - 16 * at),
        cell(String(2026 + at * 100), 300, top - 16 * at),
      ]);
    const document = await readDocument(
      makePdf([
        [
          ...before,
          ...table(660),
          { text: "Fritidshem", x: 70, y: 596, size: 14, heavy: true },
          ...table(574),
          ...table(500),
          ...column(paragraph(6, 2), 70, 420),
        ],
      ]),
    );
    const numbers = document.blocks.filter((block) => block.kind === "table-row").map((block) => block.table);
    expect(numbers).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
    expect(headings(document)).toEqual(["1 Fritidshem"]);
  });
});
