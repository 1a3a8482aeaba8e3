// Headings that only the whole document gives away: by what names them, by the style of others, by what stands around.
import { describe, expect, it } from "vitest";
import { column, makePdf } from "./make-pdf.ts";
import type { Extras, Placed } from "./make-pdf.ts";
import { headings, paragraph, readDocument, texts } from "./support.ts";

const heading = (text: string, y: number, size = 16): Placed => ({ text, x: 70, y, size, heavy: true });
const under = (y: number, seed = 0): Placed[] => column(paragraph(6, seed), 70, y);

async function headingsOf(pages: readonly (readonly Placed[])[], extras?: Extras): Promise<string[]> {
  return headings(await readDocument(makePdf(pages, extras)));
}

describe("what begins each chapter at the top of its page", () => {
  const chapters = Array.from({ length: 5 }, (_, chapter) => [
    [
      heading("Inledning", 800, 12),
      { text: "Planen beskriver hur nämnden arbetar", x: 70, y: 786 },
      ...under(772),
    ],
    ...Array.from({ length: 5 }, (__, page) => column(paragraph(30 + page, chapter * 5 + page), 70, 780)),
  ]).flat();

  it("is no running header, and its text is not lost", async () => {
    const document = await readDocument(makePdf(chapters));
    expect(headings(document)).toEqual(Array(5).fill("1 Inledning"));
    expect(texts(document, "paragraph", "furniture")).toEqual([]);
  });

  it("does not keep a header that runs through one chapter from being taken out", async () => {
    const running = chapters.map((page, index) =>
      index > 6 && index < 12 ? [{ text: "Bilaga med siffror", x: 70, y: 825, size: 9 }, ...page] : page,
    );
    const document = await readDocument(makePdf(running));
    expect(texts(document, "paragraph", "furniture")).toEqual(Array(5).fill("Bilaga med siffror"));
  });
});

describe("headings close under each other", () => {
  const page = [
    ...column(paragraph(6, 4), 70, 800),
    heading("Driftredovisning för nämndens alla verksamheter år 2026", 600, 14),
    heading("Investeringar", 582, 14),
    ...under(560),
  ];

  it("are two where the contents name both", async () => {
    const contents = [
      heading("Innehåll", 770),
      { text: "Driftredovisning för nämndens alla verksamheter år 2026 ............. 2", x: 70, y: 740 },
      { text: "Investeringar ........................... 2", x: 70, y: 724 },
    ];
    expect(await headingsOf([contents, page])).toEqual([
      "1 Driftredovisning för nämndens alla verksamheter år 2026",
      "1 Investeringar",
    ]);
  });

  it("are two where bookmarks name both", async () => {
    const bookmarks: Extras["bookmarks"] = [
      ["Driftredovisning för nämndens alla verksamheter år 2026", 1],
      ["Investeringar", 1],
    ];
    expect(await headingsOf([page], { bookmarks })).toEqual([
      "1 Driftredovisning för nämndens alla verksamheter år 2026",
      "1 Investeringar",
    ]);
  });

  it("are not two where the bookmark names the whole", async () => {
    const wrapped = [
      ...column(paragraph(6, 4), 70, 800),
      heading("En god vård", 600, 14),
      heading("nära invånarna", 582, 14),
      ...under(560),
    ];
    expect(await headingsOf([wrapped], { bookmarks: [["En god vård nära invånarna", 1]] })).toEqual([
      "1 En god vård nära invånarna",
    ]);
  });
});

describe("the parts that a table of contents is divided into", () => {
  it("are no headings", async () => {
    const entry = (text: string, y: number): Placed => ({ text: `${text} .................. 2`, x: 70, y });
    const contents = [
      heading("Innehåll", 790),
      heading("Strategi", 765, 13),
      entry("Mål", 740),
      entry("Resurser", 724),
      heading("Bilagor", 690, 13),
      entry("Tabeller", 670),
      entry("Källor", 654),
    ];
    const text = [heading("Mål", 770), ...under(745), heading("Resurser", 600), ...under(575, 2)];
    expect(await headingsOf([contents, text])).toEqual(["1 Mål", "1 Resurser"]);
  });
});

describe("numbers", () => {
  const before = column(paragraph(6, 4), 70, 800);

  it("of two parts make headings in the type of the running text, with a list right under", async () => {
    const list = (y: number): Placed[] =>
      column(["• Särskilt boende i norr", "• Särskilt boende i söder"], 90, y, 20);
    expect(
      await headingsOf([
        [
          ...before,
          heading("3.2 Vård och omsorg", 660, 11),
          { text: "3.2.1 Särskilt boende", x: 70, y: 644 },
          ...list(620),
          { text: "3.2.2 Hemtjänst", x: 70, y: 576 },
          ...list(552),
        ],
      ]),
    ).toEqual(["1 3.2 Vård och omsorg", "2 3.2.1 Särskilt boende", "2 3.2.2 Hemtjänst"]);
  });

  it("do not make headings of numbered paragraphs", async () => {
    const numbered = ["1.1", "1.2"].flatMap((number, index) =>
      column(
        [
          `${number} Nämnden ska varje år följa upp hur arbetet går och`,
          "lämna en rapport till fullmäktige.",
        ],
        70,
        640 - 50 * index,
      ),
    );
    expect(await headingsOf([[...before, heading("1 Uppföljning", 670), ...numbered]])).toEqual([
      "1 1 Uppföljning",
    ]);
  });

  it("of paragraphs, alone on their lines, do not make a chart of the page", async () => {
    const parts = [1, 2, 3, 4].flatMap((part) => [
      { text: `1.${part}`, x: 70, y: 700 - part * 70, heavy: true },
      ...column(paragraph(3, part), 70, 684 - part * 70),
    ]);
    expect(
      await headingsOf([
        [
          ...before,
          heading("1 Allmänna krav", 655, 13),
          ...parts,
          heading("2 Undantag", 300, 13),
          ...under(270),
        ],
      ]),
    ).toEqual(["1 1 Allmänna krav", "1 2 Undantag"]);
  });

  it("that begin with a nought are no chapter numbers", async () => {
    const page = [
      heading("Måluppföljning", 800, 20),
      heading("Nämndens mål", 772),
      ...under(752),
      heading("04 Hav och kust", 660, 11),
      ...under(644, 1),
      heading("Ekonomi", 520, 11),
      ...under(504, 2),
    ];
    expect(await headingsOf([page])).toEqual([
      "1 Måluppföljning",
      "1 Nämndens mål",
      "2 04 Hav och kust",
      "2 Ekonomi",
    ]);
  });

  it("that catch the eye in large type are no headings", async () => {
    const figures = ["20 miljarder kronor", "29 000 poliser"].map((text, index) => ({
      text,
      x: 70,
      y: 640 - index * 40,
      size: 20,
    }));
    expect(await headingsOf([[...before, ...figures, ...under(560)]])).toEqual([]);
  });
});

describe("a name in capitals under the text", () => {
  it("is no heading because a larger one follows", async () => {
    const page = [
      heading("Beslut", 800),
      ...column(paragraph(20, 4), 70, 776),
      { text: "EVA ANDERSSON", x: 70, y: 480 },
      { text: "Ordförande", x: 70, y: 450 },
      heading("Bilaga 1 Så räknas väntetiden", 400),
      ...under(376),
    ];
    expect(await headingsOf([page])).toEqual(["1 Beslut", "1 Bilaga 1 Så räknas väntetiden"]);
  });
});

describe("letters set apart", () => {
  it("make words again", async () => {
    const spaced = { text: "B U D G E T  2 0 2 6", x: 70, y: 640, size: 16, heavy: true };
    expect(await headingsOf([[...column(paragraph(6, 4), 70, 800), spaced, ...under(610)]])).toEqual([
      "1 BUDGET 2026",
    ]);
  });

  it("are not made of a list of letters in the text", async () => {
    const document = await readDocument(
      makePdf([[...column(paragraph(6, 4), 70, 800), { text: "klass A, B, C och D", x: 70, y: 640 }]]),
    );
    expect(document.text).toContain("klass A, B, C och D");
  });
});

describe("bold type, larger than the text, over four lines", () => {
  const lines = [
    "Hur regionen genom långsiktig planering",
    "och samverkan med andra aktörer ska nå",
    "målen om en god och nära vård för alla",
    "invånare i länets kommuner",
  ];
  const pages = (last: string): Placed[][] => [
    [
      ...column([...lines.slice(0, -1), last], 70, 780, 18, { size: 15, heavy: true }),
      ...column(paragraph(20), 70, 690),
    ],
  ];

  it("is a heading", async () => {
    expect(headings(await readDocument(makePdf(pages("invånare i länets kommuner"))))).toEqual([
      `1 ${lines.join(" ")}`,
    ]);
  });

  it("is a lead and no heading where it ends like a sentence", async () => {
    expect(headings(await readDocument(makePdf(pages("invånare i länets kommuner."))))).toEqual([]);
  });
});
