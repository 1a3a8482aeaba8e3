// Presentations written by hand, part by part.
import { describe, expect, test } from "vitest";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { readPptx } from "../../../src/read/pptx/read-pptx.ts";
import type { Document } from "../../../src/model/document.ts";
import { archiveOf, damaged, lineOf, lines, noticeOf, readSound } from "../office-files.ts";

const spaces = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(" ");

interface SlideParts {
  readonly shapes: string;
  readonly hidden?: boolean;
  /** Parts that the slide points to: type → content. */
  readonly beside?: Readonly<Record<string, string>>;
}

const relationships = (items: readonly (readonly [string, string, string])[]): string =>
  `<Relationships>${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`).join("")}</Relationships>`;

const slidePart = ({ shapes, hidden = false }: SlideParts): string =>
  `<p:sld ${spaces}${hidden ? ' show="0"' : ""}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;

/** Slides are stored in the opposite order of that in which they are shown. */
function presentation(
  slides: readonly SlideParts[],
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "ppt/presentation.xml": `<p:presentation ${spaces}><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="s${String(index)}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationships(
      slides.map((_, index) => [
        `s${String(index)}`,
        "slide",
        `slides/slide${String(slides.length - index)}.xml`,
      ]),
    ),
  };
  for (const [index, slide] of slides.entries()) {
    const name = `slide${String(slides.length - index)}.xml`;
    files[`ppt/slides/${name}`] = slidePart(slide);
    const beside = Object.entries(slide.beside ?? {});
    files[`ppt/slides/_rels/${name}.rels`] = relationships(
      beside.map(([type]) => [type, type, `../parts/${type}${String(index)}.xml`]),
    );
    for (const [type, content] of beside) files[`ppt/parts/${type}${String(index)}.xml`] = content;
  }
  return archiveOf({ ...files, ...others });
}

const paragraph = (text: string, properties = "", size = ""): string =>
  `<a:p>${properties}<a:r><a:rPr${size === "" ? "" : ` sz="${size}"`}/><a:t>${text}</a:t></a:r></a:p>`;
const shape = (placeholder: string, ...paragraphs: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${placeholder === "" ? "" : `<p:ph ${placeholder}/>`}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.map((text) => (text.startsWith("<") ? text : paragraph(text))).join("")}</p:txBody></p:sp>`;
const title = (text: string): string => shape('type="title"', text);
const frame = (content: string): string =>
  `<p:graphicFrame><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></p:graphicFrame>`;

const read = async (...slides: readonly SlideParts[]): Promise<string[]> =>
  lines(await readSound(readPptx, presentation(slides)));

describe("slides", () => {
  test("come in the order they are shown in, with their title first", async () => {
    const document = await readSound(
      readPptx,
      presentation([
        {
          shapes:
            shape('type="subTitle"', "Lägesbild våren 2026") + shape('type="ctrTitle"', "Så läser barnen"),
        },
        {
          shapes:
            title("Vad vi gör") +
            shape('idx="1"', "Läsecirklar", paragraph("på fritids", '<a:pPr lvl="1"/>'), "Bokbussen") +
            shape("", "En ruta."),
        },
      ]),
    );
    expect(lines(document)).toEqual([
      "1 # Så läser barnen",
      "1 Lägesbild våren 2026",
      "2 # Vad vi gör",
      "2 list-item Läsecirklar",
      "2 list-item på fritids",
      "2 list-item Bokbussen",
      "2 En ruta.",
    ]);
    expect(document.title).toBe("Så läser barnen");
  });

  test("have list items by their bullets, and a lone line is none", async () => {
    expect(
      await read({
        shapes:
          title("Mål") +
          shape('type="body"', "En enda mening.") +
          shape('type="body" idx="2"', paragraph("Utan punkt", "<a:pPr><a:buNone/></a:pPr>"), "Med punkt") +
          shape("", paragraph("Egen punkt", '<a:pPr><a:buChar char="•"/></a:pPr>')),
      }),
    ).toEqual([
      "1 # Mål",
      "1 En enda mening.",
      "1 Utan punkt",
      "1 list-item Med punkt",
      "1 list-item Egen punkt",
    ]);
  });

  test("without a place for a title have the text in clearly larger type as one", async () => {
    const text = (words: string, size: string): string => shape("", paragraph(words, "", size));
    expect(await read({ shapes: text("Källa: SCB", "900") + text("Sjukfall i Dalarna", "2000") })).toEqual([
      "1 # Sjukfall i Dalarna",
      "1 Källa: SCB",
    ]);
    expect((await read({ shapes: text("Källa: SCB", "1800") + text("Sjukfall", "2000") }))[1]).toBe(
      "1 Sjukfall",
    );
  });

  test("that are hidden are read, and the document names them", async () => {
    const document = await readSound(
      readPptx,
      presentation([{ shapes: title("Ett") }, { shapes: title("Två"), hidden: true }]),
    );
    expect(document.notices).toContainEqual({ code: "HIDDEN_PARTS_READ", params: { count: 1, names: "2" } });
    expect(document.text).toContain("Två");
  });

  test("have footers and numbers in a layer of their own, once", async () => {
    const foot = shape('type="ftr"', "Region Exempel") + shape('type="sldNum"', "1");
    expect(await read({ shapes: title("Ett") + foot }, { shapes: title("Två") + foot })).toEqual([
      "1 # Ett",
      "2 # Två",
      "1 furniture Region Exempel",
      "1 furniture 1",
    ]);
  });

  test("have what the speaker says as notes", async () => {
    const notes = `<p:notes ${spaces}><p:cSld><p:spTree>${shape('type="sldImg"', "bild")}${shape('type="body"', "Säg detta.")}${shape('type="sldNum"', "1")}</p:spTree></p:cSld></p:notes>`;
    expect(await read({ shapes: title("Ett"), beside: { notesSlide: notes } })).toEqual([
      "1 # Ett",
      "1 footnote Säg detta.",
    ]);
  });
});

describe("a slide without a title", () => {
  test("continues the section of the slide before it", async () => {
    const document = await readSound(
      readPptx,
      presentation([
        { shapes: title("Mål") + shape("", "Alla barn ska nå målen.") },
        { shapes: shape("", "Skolan redovisar varje år.") },
        { shapes: title("Pengar") + shape("", "Budgeten är oförändrad.") },
      ]),
    );
    expect(document.sections.map(({ heading, blocks }) => [heading, blocks.end - blocks.first])).toEqual([
      ["Mål", 3],
      ["Pengar", 2],
    ]);
  });
});

test("what a master or a layout says is no text of the presentation", async () => {
  const master = `<p:sldMaster ${spaces}><p:cSld><p:spTree>${shape("", "Klicka här för att ändra format")}</p:spTree></p:cSld></p:sldMaster>`;
  const bytes = presentation(
    [{ shapes: title("Mål") + shape("", "Alla barn ska nå målen."), beside: { slideLayout: master } }],
    { "ppt/slideMasters/slideMaster1.xml": master },
  );
  expect(lines(await readSound(readPptx, bytes))).toEqual(["1 # Mål", "1 Alla barn ska nå målen."]);
});

describe("comments", () => {
  const said = (document: Document): string[] =>
    document.blocks.flatMap((block) =>
      block.layer === "comment" ? [`${block.author ?? "?"}: ${lineOf(document, block)}`] : [],
    );
  const authors = (type: string, part: string): Record<string, string> => ({
    "ppt/_rels/presentation.xml.rels": relationships([
      ["s0", "slide", "slides/slide1.xml"],
      ["a", type, `${type}.xml`],
    ]),
    [`ppt/${type}.xml`]: part,
  });
  const cm = (author: string, text: string): string =>
    `<p:cm authorId="${author}"><p:pos x="1" y="1"/><p:text>${text}</p:text></p:cm>`;

  test("stand in a layer of their own, at their slide, with their author", async () => {
    const comments = `<p:cmLst ${spaces}>${cm("0", "Och männen?")}${cm("7", "Källa saknas.")}${cm("0", " ")}</p:cmLst>`;
    const document = await readSound(
      readPptx,
      presentation(
        [{ shapes: title("Ett") + shape("", "Text."), beside: { comments } }],
        authors(
          "commentAuthors",
          `<p:cmAuthorLst ${spaces}><p:cmAuthor id="0" name="Anna Berg"/></p:cmAuthorLst>`,
        ),
      ),
    );
    expect(said(document)).toEqual(["Anna Berg: 1 comment Och männen?", "?: 1 comment Källa saknas."]);
    expect(document.notices).toContainEqual({ code: "COMMENTS_APART", params: { count: 2 } });
  });

  test("of newer programs are followed by their answers", async () => {
    const modern = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"';
    const body = (...texts: readonly string[]): string =>
      `<p188:txBody><a:bodyPr/>${texts.map((text) => paragraph(text)).join("")}</p188:txBody>`;
    const comments = `<p188:cmLst ${modern} ${spaces}><p188:cm authorId="{A}"><p188:replyLst><p188:reply authorId="{B}">${body("Ja.")}</p188:reply></p188:replyLst>${body("Finns siffror", "för flickor?")}</p188:cm></p188:cmLst>`;
    const document = await readSound(
      readPptx,
      presentation(
        [{ shapes: title("Ett"), beside: { comments } }],
        authors(
          "authors",
          `<p188:authorLst ${modern}><p188:author id="{A}" name="Eva Lind"/><p188:author id="{B}" name="Bo Ek"/></p188:authorLst>`,
        ),
      ),
    );
    expect(said(document)).toEqual([
      "Eva Lind: 1 comment Finns siffror\nför flickor?",
      "Bo Ek: 1 comment Ja.",
    ]);
  });

  test("that break off cost what is behind the break, and the document says so", async () => {
    const comments = `<p:cmLst ${spaces}>${cm("0", "Första.")}<p:cm><p:te`;
    const document = await readSound(
      readPptx,
      presentation([{ shapes: title("Ett"), beside: { comments } }]),
    );
    expect(said(document)).toEqual(["?: 1 comment Första."]);
    expect(document.notices).toEqual([
      { code: "PARTS_LEFT_OUT", params: { comments: 1, objects: 0 } },
      { code: "COMMENTS_APART", params: { count: 1 } },
    ]);
  });

  test("are no text of a presentation that has none", async () => {
    const comments = `<p:cmLst ${spaces}>${cm("0", "Tomt?")}</p:cmLst>`;
    const bytes = presentation([{ shapes: "<p:pic/>", beside: { comments } }]);
    expect(noticeOf(await readPptx(bytes, defaultReadOptions)).code).toBe("NO_TEXT");
  });
});

describe("tables, charts and diagrams", () => {
  test("of cells know their column headings, also under merged ones", async () => {
    const cell = (text: string, attributes = ""): string =>
      `<a:tc${attributes}><a:txBody>${paragraph(text)}</a:txBody></a:tc>`;
    const row = (...cells: readonly string[]): string => `<a:tr>${cells.join("")}</a:tr>`;
    const table = frame(
      `<a:tbl><a:tblPr firstRow="1"/>${row(cell("Årskurs"), cell("Elever", ' gridSpan="2"'), cell("", ' hMerge="1"'))}${row(cell("Tre"), cell("61"), cell("44"))}</a:tbl>`,
    );
    expect(await read({ shapes: title("Siffror") + table })).toEqual([
      "1 # Siffror",
      "1 row of 1 [Årskurs][Elever]",
      "1 row of 1 [Tre][61][44] {Årskurs|Elever|Elever}",
    ]);
  });

  const points = (values: readonly string[]): string =>
    values.map((value, index) => `<c:pt idx="${String(index)}"><c:v>${value}</c:v></c:pt>`).join("");
  const series = (name: string, values: readonly string[]): string =>
    `<c:ser><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points(["2024", "2025"])}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;

  test("of numbers are the table that they were drawn from", async () => {
    const chart = `<c:chartSpace ${spaces}><c:chart><c:title><c:tx><c:rich>${paragraph("Löner")}</c:rich></c:tx></c:title><c:plotArea><c:barChart>${series("Kvinnor", ["0.68000000000000005", "0.7"])}${series("Män", ["1", "2"])}</c:barChart><c:valAx><c:title><c:tx><c:rich>${paragraph("kronor")}</c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
    expect(
      await read({ shapes: title("Lön") + frame('<c:chart r:id="chart"/>'), beside: { chart } }),
    ).toEqual([
      "1 # Lön",
      "1 caption Löner. kronor",
      "1 row of 1 [][Kvinnor][Män]",
      "1 row of 1 [2024][0,68][1] {|Kvinnor|Män}",
      "1 row of 1 [2025][0,7][2] {|Kvinnor|Män}",
    ]);
  });

  test("of more categories than are read are read so far, and counted as left out", async () => {
    const years = points(Array.from({ length: 401 }, (_, index) => `Kommun ${String(index + 1)}`));
    const chart = `<c:chartSpace ${spaces}><c:chart><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache>${years}</c:strCache></c:strRef></c:cat></c:ser>${series("Män", ["1"])}</c:barChart></c:plotArea></c:chart></c:chartSpace>`;
    const slide = { shapes: title("Lön") + frame('<c:chart r:id="chart"/>'), beside: { chart } };
    const document = await readSound(readPptx, presentation([slide]));
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 0, objects: 1 } });
  });

  test("drawn from shapes give their lettering as one line, words before figures", async () => {
    const labels = ["0", "20", "40", "2024", "Kvinnor", "Män"].map((label) => shape("", label)).join("");
    expect(
      await read({ shapes: `${title("Diagram")}<p:grpSp>${labels}</p:grpSp>${shape("", "Källa: SCB")}` }),
    ).toEqual(["1 # Diagram", "1 caption Kvinnor · Män · 0 · 20 · 40 · 2024", "1 Källa: SCB"]);
  });

  test("of a few shapes in a group are texts of their own", async () => {
    expect(
      await read({ shapes: `${title("T")}<p:grpSp>${shape("", "Ett")}${shape("", "Två")}</p:grpSp>` }),
    ).toEqual(["1 # T", "1 Ett", "1 Två"]);
  });

  test("made of SmartArt give the text of their points", async () => {
    const diagramData = `<dgm:dataModel ${spaces}><dgm:ptLst><dgm:pt><dgm:t>${paragraph("Analys")}</dgm:t></dgm:pt><dgm:pt><dgm:t>${paragraph("Åtgärd")}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`;
    expect(
      await read({
        shapes: title("Kedja") + frame('<dgm:relIds r:dm="diagramData"/>'),
        beside: { diagramData },
      }),
    ).toEqual(["1 # Kedja", "1 list-item Analys", "1 list-item Åtgärd"]);
  });

  test("that cannot be had are counted", async () => {
    const document = await readSound(
      readPptx,
      presentation([{ shapes: title("T") + frame('<c:chart r:id="gone"/>') }]),
    );
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 0, objects: 1 } });
  });
});

describe("a presentation that cannot be read", () => {
  test.each([
    ["has no main part", archiveOf({ "ppt/slides/slide1.xml": "<a/>" }), "NOT_A_DOCUMENT"],
    ["has no text", presentation([{ shapes: "<p:pic/>" }]), "NO_TEXT"],
    [
      "has a broken slide",
      presentation([{ shapes: title("T") }], { "ppt/slides/slide1.xml": "<p:sld><p:cSld>" }),
      "ARCHIVE_DAMAGED",
    ],
  ])("because it %s", async (_, bytes, code) => {
    expect(noticeOf(await readPptx(bytes, defaultReadOptions)).code).toBe(code);
  });

  test("never throws, however a slide is damaged", async () => {
    const slide = new TextEncoder().encode(
      slidePart({ shapes: title("Ett") + shape('type="body"', "Två", "Tre") }),
    );
    for (const bytes of damaged(slide, 80)) {
      const parts = { "ppt/slides/slide1.xml": new TextDecoder().decode(bytes) };
      await readPptx(presentation([{ shapes: "" }], parts), defaultReadOptions);
    }
  });
});
