// The same short plan as the programs of an office write it: what differs is the names of styles, how headings and lists are
// marked, and what is wrapped around the text.
import { describe, expect, test } from "vitest";
import { lines } from "../office-files.ts";
import { p, part, read, run, style, styled } from "./ooxml.ts";
import type { WordParts } from "./ooxml.ts";

const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const bullets =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const tagged = (content: string, properties = '<w:tag w:val="goog_rdk_0"/>'): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const plan = [
  "1 # Mål",
  "2 Alla barn ska nå målen.",
  "3 ## Uppföljning",
  "4 list-item Varje år",
  "5 list-item Med statistik",
];

const written: Readonly<Record<string, WordParts>> = {
  "Word in Swedish": {
    styles:
      style("Rubrik1", "heading 1") + style("Rubrik2", "heading 2") + style("Liststycke", "List Paragraph"),
    numbering: bullets,
    body:
      styled("Rubrik1", "Mål") +
      `<w:p w:rsidR="00A1"><w:r><w:t xml:space="preserve">Alla </w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00B2"><w:t>barn</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> ska nå målen.</w:t></w:r></w:p>` +
      styled("Rubrik2", "Uppföljning") +
      `<w:p><w:pPr><w:pStyle w:val="Liststycke"/>${list}</w:pPr>${run("Varje år")}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="Liststycke"/>${list}</w:pPr>${run("Med statistik")}</w:p>`,
  },
  "Word in English": {
    styles:
      style("Heading1", "heading 1") +
      style("Heading2", "heading 2") +
      style("ListBullet", "List Bullet", `<w:pPr>${list}</w:pPr>`),
    numbering: bullets,
    body:
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc1"/>${run("Mål")}<w:bookmarkEnd w:id="0"/></w:p>` +
      `<w:p><w:r><w:t xml:space="preserve">Alla </w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:t>barn</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> ska nå målen.</w:t></w:r></w:p>` +
      styled("Heading2", "Uppföljning") +
      styled("ListBullet", "Varje år") +
      styled("ListBullet", "Med statistik"),
  },
};

test.each(Object.entries(written))("%s", async (_, parts) => {
  const document = await read(parts);
  expect(lines(document)).toEqual(plan);
});

// Google Docs and Pages write every property of every run and paragraph, whether it differs or not. What follows is how
// files that they have saved look, without fonts, borders and colours.
const plan2026 = {
  title: "Verksamhetsplan 2026",
  chapter: "Mål",
  text: "Alla barn ska nå målen, och nämnden redovisar resultatet varje år.",
};

describe("Google Docs", () => {
  const ids = 'w:rsidR="00000000" w:rsidDel="00000000" w:rsidRPr="00000000"';
  const r = (text: string, properties = ""): string =>
    `<w:r ${ids}><w:rPr>${properties}<w:rtl w:val="0"/></w:rPr>${text === "" ? "" : `<w:t xml:space="preserve">${text}</w:t>`}</w:r>`;
  /** Every paragraph ends with a run without text; its mark is often bold where the text is not. */
  const paragraph = (content: string, properties = ""): string =>
    `<w:p ${ids} w:rsidP="00000000" w:rsidRDefault="00000000" w14:paraId="00000001"><w:pPr>${properties}<w:rPr><w:b w:val="1"/><w:bCs w:val="1"/></w:rPr></w:pPr>${content}${r("")}</w:p>`;
  const inStyle = (id: string, text: string): string =>
    paragraph(
      `<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_gjdgxs" w:id="0"/><w:bookmarkEnd w:id="0"/>${r(text)}`,
      `<w:pStyle w:val="${id}"/><w:pageBreakBefore w:val="0"/>`,
    );
  /** Its styles have no outline levels, and names in lower case. */
  const own = (id: string, name: string, size: number, content = ""): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext w:val="1"/><w:keepLines w:val="1"/></w:pPr>'}<w:rPr>${content}<w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/></w:rPr></w:style>`;
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="sv"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    own("Normal", "normal", 22) +
    own("Heading1", "heading 1", 40) +
    own("Heading2", "heading 2", 32) +
    own("Title", "Title", 52) +
    own("Subtitle", "Subtitle", 30, '<w:i w:val="0"/>');
  const wide =
    'mc:Ignorable="w14" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns="http://schemas.microsoft.com/office/tasks/2019/documenttasks"';
  const withRoot = (content: string): WordParts["others"] => ({
    "word/document.xml": new TextDecoder()
      .decode(part("document", `<w:body>${content}</w:body>`))
      .replace("<w:document ", `<w:document ${wide} `),
  });
  const readBody = (content: string, parts: Partial<WordParts> = {}): ReturnType<typeof read> =>
    read({
      body: "",
      styles,
      numbering: bullets,
      ...parts,
      others: { ...withRoot(content), ...parts.others },
    });

  test("title, headings, lists, comments and controls around them", async () => {
    const item = (text: string): string => paragraph(r(text), `${list}<w:ind w:left="720" w:hanging="360"/>`);
    const document = await readBody(
      inStyle("Title", plan2026.title) +
        inStyle("Subtitle", "Nämnden för barn och unga") +
        inStyle("Heading1", plan2026.chapter) +
        paragraph(
          `${tagged(`<w:commentRangeStart w:id="0"/>${r("Alla barn", '<w:b w:val="0"/>')}`)}${tagged(r(" ska nå målen, och nämnden redovisar resultatet varje år."))}<w:commentRangeEnd w:id="0"/><w:r ${ids}><w:commentReference w:id="0"/></w:r>`,
        ) +
        tagged(inStyle("Heading2", "Uppföljning")) +
        item("Varje år") +
        tagged(item("Med statistik")),
      {
        relationships: [["rIdC", "comments", "comments.xml"]],
        others: {
          "word/comments.xml": part(
            "comments",
            `<w:comment w:author="Anna Berg" w:id="0" w:date="2026-01-12T09:00:00Z">${paragraph(r("Och unga?"))}</w:comment>`,
          ),
        },
      },
    );
    expect(lines(document)).toEqual([
      "1 Verksamhetsplan 2026",
      "2 Nämnden för barn och unga",
      "3 # Mål",
      `4 ${plan2026.text}`,
      "5 ## Uppföljning",
      "6 list-item Varje år",
      "7 list-item Med statistik",
      "4 comment Och unga?",
    ]);
    expect(document.title).toBe(plan2026.title);
    expect(document.language).toBe("sv");
  });

  test("a locked table, with a first row that is no header by its own word", async () => {
    const cell = (text: string): string =>
      `<w:tc><w:tcPr><w:shd w:fill="auto" w:val="clear"/></w:tcPr>${paragraph(r(text))}</w:tc>`;
    const row = (...cells: readonly string[]): string =>
      `<w:tr><w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="0"/></w:trPr>${cells.map(cell).join("")}</w:tr>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="Table1"/><w:tblLook w:val="0600"/></w:tblPr>${row("Mål", "Ansvar", "Klart")}${row("Trygg skola", "Rektor", "2026")}</w:tbl>`;
    expect(
      lines(await readBody(tagged(table, '<w:lock w:val="contentLocked"/><w:tag w:val="goog_rdk_0"/>'))),
    ).toEqual([
      "1 row of 1 [Mål][Ansvar][Klart]",
      "4 row of 1 [Trygg skola][Rektor][2026] {Mål|Ansvar|Klart}",
    ]);
  });

  test("a table of contents, and notes of which the first is number 0", async () => {
    const char = (type: string): string => `<w:r ${ids}><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const entry = `<w:hyperlink w:anchor="_gjdgxs">${r("Mål")}</w:hyperlink><w:r ${ids}><w:tab/></w:r>${r("2")}`;
    const contents = tagged(
      paragraph(
        `${char("begin")}<w:r ${ids}><w:instrText xml:space="preserve"> TOC \\h \\u \\z </w:instrText></w:r>${char("separate")}${entry}${char("end")}`,
      ),
      '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique w:val="1"/></w:docPartObj>',
    );
    const noted = paragraph(
      `${r(plan2026.text)}<w:r ${ids}><w:footnoteReference w:customMarkFollows="0" w:id="0"/></w:r>`,
    );
    expect(
      lines(
        await readBody(contents + inStyle("Heading1", "Mål") + noted, {
          footnotes: `<w:footnote w:id="0">${paragraph(r(" Beslut 2025."))}</w:footnote>`,
        }),
      ),
    ).toEqual(["1 contents Mål 2", "2 # Mål", `3 ${plan2026.text}`, "3 footnote Beslut 2025."]);
  });

  test("headings that are only set larger and in bold", async () => {
    const large = (text: string): string =>
      paragraph(r(text, '<w:b w:val="1"/><w:bCs w:val="1"/><w:sz w:val="28"/><w:szCs w:val="28"/>'));
    const text = paragraph(r(plan2026.text, '<w:b w:val="0"/>'));
    const document = await readBody(
      large("Mål") + text + paragraph(r("Ansvar", '<w:b w:val="1"/>')) + text + large("Uppföljning") + text,
    );
    expect(document.sections.map(({ heading, depth }) => [heading, depth])).toEqual([
      ["Mål", 1],
      ["Ansvar", 2],
      ["Uppföljning", 1],
    ]);
  });
});

describe("Pages", () => {
  const looks = '<w:rtl w:val="0"/><w:lang w:val="sv-SE"/>';
  const r = (text: string, properties = ""): string =>
    `<w:r><w:rPr>${properties}${looks}</w:rPr><w:t xml:space="default">${text}</w:t></w:r>`;
  const inStyle = (id: string, text: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${r(text)}</w:p>`;
  const own = (name: string, outline: number, bold: boolean, size: number): string =>
    `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:next w:val="${name}"/><w:pPr><w:keepNext w:val="0"/><w:outlineLvl w:val="${String(outline)}"/></w:pPr><w:rPr><w:b w:val="${bold ? "1" : "0"}"/><w:caps w:val="0"/><w:sz w:val="${String(size)}"/><w:u w:val="none"/><w:lang w:val="sv-SE"/></w:rPr></w:style>`;
  const defaults =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:b w:val="0"/><w:caps w:val="0"/><w:vanish w:val="0"/><w:sz w:val="20"/><w:u w:val="none" w:color="auto"/><w:lang/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:keepNext w:val="0"/><w:framePr w:anchorLock="0" w:w="0" w:h="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:style>' +
    '<w:style w:type="numbering" w:styleId="Bullet"><w:name w:val="Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  /** A list of Pages points to the numbering style that the bullets are defined for. */
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:numStyleLink w:val="Bullet"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/><w:styleLink w:val="Bullet"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>';
  const box = (content: string): string => {
    const inside = `<w:txbxContent>${content}</w:txbxContent>`;
    return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  };

  test.each([
    ["English", { title: "Title", first: "Heading", second: "Heading 2", body: "Body", caption: "Caption" }],
    [
      "Swedish",
      { title: "Titel", first: "Rubrik", second: "Rubrik 2", body: "Brödtext", caption: "Bildtext" },
    ],
  ])("with the names that styles have in %s", async (_, names) => {
    const styles =
      defaults +
      own(names.title, 9, true, 60) +
      own(names.first, 0, true, 36) +
      own(names.second, 1, true, 32) +
      own(names.body, 9, false, 22) +
      own(names.caption, 9, false, 36);
    const item = (text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${names.body}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>${r(text)}</w:p>`;
    const document = await read({
      styles,
      numbering,
      body:
        inStyle(names.title, plan2026.title) +
        inStyle(names.first, "Mål") +
        `<w:p><w:pPr><w:pStyle w:val="${names.body}"/></w:pPr>${box(inStyle(names.caption, "Bild på skolan"))}${r(plan2026.text)}</w:p>` +
        inStyle(names.second, "Uppföljning") +
        item("Varje år") +
        item("Med statistik") +
        inStyle(names.first, "Ekonomi") +
        inStyle(names.body, plan2026.text),
    });
    expect(lines(document)).toEqual([
      "1 Verksamhetsplan 2026",
      "2 # Mål",
      `3 ${plan2026.text}`,
      "4 caption Bild på skolan",
      "5 ## Uppföljning",
      "6 list-item Varje år",
      "7 list-item Med statistik",
      "8 # Ekonomi",
      `9 ${plan2026.text}`,
    ]);
    expect(document.title).toBe(plan2026.title);
    // The file says that its text is in English; its words say otherwise.
    expect(document.language).not.toBe("en");
  });

  test("a page that is laid out, with all of its text in boxes", async () => {
    const styles = defaults + own("Rubrik", 0, true, 36) + own("Brödtext", 9, false, 22);
    const body = `<w:p><w:pPr><w:pStyle w:val="Brödtext"/></w:pPr>${box(inStyle("Rubrik", "Mål") + inStyle("Brödtext", plan2026.text))}${box(inStyle("Rubrik", "Ekonomi") + inStyle("Brödtext", plan2026.text))}</w:p>`;
    expect(lines(await read({ styles, numbering, body }))).toEqual([
      "2 # Mål",
      `3 ${plan2026.text}`,
      "4 # Ekonomi",
      `5 ${plan2026.text}`,
    ]);
  });
});

test("elements of custom XML and smart tags around paragraphs and words are passed through", async () => {
  const custom = (content: string): string =>
    `<w:customXml w:uri="urn:exempel" w:element="mal"><w:customXmlPr><w:attr w:name="id" w:val="7"/></w:customXmlPr>${content}</w:customXml>`;
  const tag = (content: string): string =>
    `<w:smartTag w:uri="urn:exempel" w:element="place"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>${content}</w:smartTag>`;
  const body = custom(
    styled("Rubrik1", "Mål") +
      `<w:p>${run("Alla barn i ")}${tag(run("Halmstad"))}${custom(run(" ska nå dem."))}</w:p>`,
  );
  expect(lines(await read({ body, styles: style("Rubrik1", "heading 1") }))).toEqual([
    "1 # Mål",
    "2 Alla barn i Halmstad ska nå dem.",
  ]);
});

test("captions are known by their style, in Swedish and in English", async () => {
  const styles =
    style("Beskrivning", "caption") + style("Bildtext", "Caption", '<w:basedOn w:val="Beskrivning"/>');
  const body =
    styled("Beskrivning", "Tabell 1. Elever") + styled("Bildtext", "Figur 1. Löner") + p("Löptext.");
  expect(lines(await read({ styles, body }))).toEqual([
    "1 caption Tabell 1. Elever",
    "2 caption Figur 1. Löner",
    "3 Löptext.",
  ]);
});

test("an equation is left out, and the text around it is not", async () => {
  const math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
  const body = `<w:p>${run("Andelen är ")}<m:oMath xmlns:m="${math}"><m:r><m:t>a/b</m:t></m:r></m:oMath>${run("i hela länet.")}</w:p>`;
  expect(lines(await read({ body }))).toEqual(["1 Andelen är i hela länet."]);
});

describe("content controls", () => {
  test("around paragraphs, rows and cells are read in their place, with what was filled in", async () => {
    const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
    const row = (cells: string): string => `<w:tr>${cells}</w:tr>`;
    const body =
      tagged(p("Diarienummer 12"), '<w:alias w:val="Dnr"/><w:text/>') +
      `<w:p>${run("Nämnd: ")}${tagged(run("Skolnämnden"), "<w:dropDownList/>")}${run(".")}</w:p>` +
      `<w:tbl>${row(cell("Mål") + cell("Ansvar") + cell("Tid"))}${tagged(row(cell("Trygg skola") + tagged(cell("Rektor")) + cell("2026")))}</w:tbl>` +
      tagged(tagged(p("Inre text."))) +
      tagged(p("Klicka här för att ange text."), "<w:showingPlcHdr/><w:text/>");
    expect(lines(await read({ body }))).toEqual([
      "1 Diarienummer 12",
      "2 Nämnd: Skolnämnden.",
      "3 row of 1 [Mål][Ansvar][Tid]",
      "6 row of 1 [Trygg skola][Rektor][2026] {Mål|Ansvar|Tid}",
      "9 Inre text.",
    ]);
  });
});
