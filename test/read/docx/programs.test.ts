// The same short plan as the programs of an office write it: what differs is the names of styles, how headings and lists are
// marked, and what is wrapped around the text.
import { describe, expect, test } from "vitest";
import { lines } from "../office-files.ts";
import { p, part, read, run, style, styled } from "./ooxml.ts";
import type { WordParts } from "./ooxml.ts";

const level = (number: number): string => `<w:pPr><w:outlineLvl w:val="${String(number - 1)}"/></w:pPr>`;
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
  "Google Docs": {
    styles: style("Heading1", "heading 1", level(1)) + style("Heading2", "heading 2", level(2)),
    numbering: bullets,
    body:
      `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:rPr/></w:pPr><w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_abc" w:id="0"/><w:bookmarkEnd w:id="0"/><w:r><w:rPr><w:rtl w:val="0"/></w:rPr><w:t>Mål</w:t></w:r></w:p>` +
      `<w:p>${tagged(`<w:commentRangeStart w:id="0"/>${run("Alla barn")}`)}${tagged(run(" ska nå målen."))}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
      tagged(styled("Heading2", "Uppföljning")) +
      `<w:p><w:pPr>${list}</w:pPr>${run("Varje år")}</w:p><w:p><w:pPr>${list}</w:pPr>${run("Med statistik")}</w:p>`,
    others: {
      "word/comments.xml": part(
        "comments",
        `<w:comment w:id="0" w:author="Anna Berg">${p("Och unga?")}</w:comment>`,
      ),
    },
  },
  Pages: {
    styles:
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      style("Heading", "Heading", level(1)) +
      style("Heading 2", "Heading 2", level(2)) +
      style("Body", "Body"),
    numbering: bullets,
    body:
      styled("Heading", "Mål") +
      styled("Body", "Alla barn ska nå målen.") +
      styled("Heading 2", "Uppföljning") +
      `<w:p><w:pPr><w:pStyle w:val="Body"/>${list}</w:pPr>${run("Varje år")}</w:p>` +
      `<w:p><w:pPr><w:pStyle w:val="Body"/>${list}</w:pPr>${run("Med statistik")}</w:p>`,
  },
};

test.each(Object.entries(written))("%s", async (name, parts) => {
  const document = await read(parts);
  const comments = name === "Google Docs" ? ["2 comment Och unga?"] : [];
  expect(lines(document)).toEqual([...plan, ...comments]);
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
