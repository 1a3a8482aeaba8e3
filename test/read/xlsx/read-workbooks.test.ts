// Workbooks: sheets as sections, rows that know their column headings, in every format alike.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLimits, defaultReadOptions } from "../../../src/read/reader.ts";
import { readOds } from "../../../src/read/odf/read-ods.ts";
import { lookOf, showNumber } from "../../../src/read/xlsx/number-formats.ts";
import { readXlsx } from "../../../src/read/xlsx/read-xlsx.ts";
import type { Document } from "../../../src/model/document.ts";
import { archiveOf, damaged, lineOf, lines, noticeOf, readSound } from "../office-files.ts";

const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A workbook with the given content of x:sheetData on each sheet. */
function workbook(
  sheets: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  return archiveOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook ${main} ${relations}><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="r${String(index)}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, index) => `<Relationship Id="r${String(index)}" Type="x/worksheet" Target="worksheets/s${String(index)}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((data, index) => [
        `xl/worksheets/s${String(index)}.xml`,
        `<worksheet ${main}>${data.startsWith("<") ? data : ""}<sheetData>${data.startsWith("<") ? "" : rows(data)}</sheetData></worksheet>`,
      ]),
    ),
    ...others,
  });
}

/** "a|b\n\n1|2" → rows; figures become numbers. */
function rows(text: string): string {
  const cell = (value: string, column: number, row: number): string => {
    const at = `r="${String.fromCharCode(65 + column)}${String(row)}"`;
    if (value === "") return "";
    return /^-?[\d.]+$/u.test(value)
      ? `<c ${at}><v>${value}</v></c>`
      : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  return text
    .split("\n")
    .map((line, row) =>
      line === ""
        ? ""
        : `<row r="${String(row + 1)}">${line
            .split("|")
            .map((value, column) => cell(value, column, row + 1))
            .join("")}</row>`,
    )
    .join("");
}

const read = async (text: string): Promise<string[]> =>
  lines(await readSound(readXlsx, workbook({ Blad1: text }))).slice(1);

describe("the same workbook", () => {
  test.each([
    ["nyckeltal.xlsx", readXlsx],
    ["nyckeltal.ods", readOds],
    ["nyckeltal.fods", readOds],
  ])("as %s", async (name, reader) => {
    const document = await readSound(reader, file(name));
    expect(lines(document)).toEqual([
      "Besök:1 # Besök",
      "Besök:1 Besök på biblioteken",
      "Besök:3 row of 1 [Bibliotek][Besök][Andel barn][Öppnade]",
      "Besök:4 row of 1 [Centrum][1250][32,5 %][1987-03-01] {Bibliotek|Besök|Andel barn|Öppnade}",
      "Besök:5 row of 1 [Hamnen][12,5][50,0 %] {Bibliotek|Besök|Andel barn}",
      "Besök:6 Källa: egen räkning.",
      "Underlag:1 # Underlag",
      "Underlag:1 row of 2 [Fråga][Svar]",
      "Underlag:2 row of 2 [flickor][pojkar]",
      "Underlag:3 row of 2 [Läser varje dag][61][44] {Fråga|Svar flickor|Svar pojkar}",
      "Besök:5 comment Stängt i juli",
    ]);
    expect(document.blocks.at(-1)?.author).toBe("A");
    expect(document.title).toBe("Nyckeltal för biblioteken");
    expect(document.notices).toEqual([
      { code: "HIDDEN_PARTS_READ", params: { count: 1, names: "Underlag" } },
      { code: "COMMENTS_APART", params: { count: 1 } },
    ]);
  });
});

describe("comments", () => {
  const beside = (parts: Readonly<Record<string, string>>): Record<string, string> => ({
    "xl/worksheets/_rels/s0.xml.rels": `<Relationships>${Object.keys(parts)
      .map((type) => `<Relationship Id="${type}" Type="x/${type}" Target="../${type}.xml"/>`)
      .join("")}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([type, content]) => [`xl/${type}.xml`, content])),
  });
  const notes = (...items: readonly (readonly [string, number, string])[]): string =>
    `<comments ${main}><authors><author>Anna Berg</author><author>tc={1}</author></authors><commentList>${items
      .map(
        ([ref, author, text]) =>
          `<comment ref="${ref}" authorId="${String(author)}"><text><r><t>${text}</t></r><rPh><t>läsning</t></rPh></text></comment>`,
      )
      .join("")}</commentList></comments>`;
  const threads =
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="{p}" id="{1}"><text>Flickor och pojkar?</text></threadedComment><threadedComment ref="A1" personId="{q}" id="{2}" parentId="{1}"><text>Ja, båda.</text></threadedComment></ThreadedComments>';
  const people = {
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r0" Type="x/worksheet" Target="worksheets/s0.xml"/><Relationship Id="p" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
    "xl/persons/person.xml":
      '<personList><person displayName="Eva Lind" id="{p}"/><person displayName="Bo Ek" id="{q}"/></personList>',
  };
  const said = (document: Document): string[] =>
    document.blocks.flatMap((block) =>
      block.layer === "comment" ? [`${block.author ?? "?"}: ${lineOf(document, block)}`] : [],
    );

  test("stand row by row, each with its author and without the name that Excel sets over it", async () => {
    const comments = notes(["B12", 0, "Anna Berg:\nVarför så få?"], ["A2", 0, "Källa?"], ["A3", 0, " "]);
    const document = await readSound(readXlsx, workbook({ Blad1: "a|b" }, beside({ comments })));
    expect(said(document)).toEqual([
      "Anna Berg: Blad1:2 comment Källa?",
      "Anna Berg: Blad1:12 comment Varför så få?",
    ]);
    expect(document.notices).toContainEqual({ code: "COMMENTS_APART", params: { count: 2 } });
  });

  test("in threads come with their answers, and their copies for older programs do not", async () => {
    const comments = notes(["A1", 1, "[Trådad kommentar] Flickor och pojkar?"], ["A4", 0, "Källa?"]);
    const parts = { ...beside({ comments, threadedComment: threads }), ...people };
    expect(said(await readSound(readXlsx, workbook({ Blad1: "a|b" }, parts)))).toEqual([
      "Eva Lind: Blad1:1 comment Flickor och pojkar?",
      "Bo Ek: Blad1:1 comment Ja, båda.",
      "Anna Berg: Blad1:4 comment Källa?",
    ]);
  });

  test("in threads that break off are taken from the copies; a part that breaks off is told", async () => {
    const comments = notes(["A1", 1, "[Trådad kommentar] Flickor och pojkar?"]);
    const broken = beside({ comments, threadedComment: threads.slice(0, 200) });
    expect(said(await readSound(readXlsx, workbook({ Blad1: "a|b" }, broken)))).toEqual([
      "?: Blad1:1 comment [Trådad kommentar] Flickor och pojkar?",
    ]);
    const cut = beside({ comments: comments.slice(0, -20) });
    const document = await readSound(readXlsx, workbook({ Blad1: "a|b" }, cut));
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 1, objects: 0 } });
    expect(lines(document)[1]).toContain("[a][b]");
  });

  test("inside the text of a cell of an OpenDocument sheet do not become the cell's text, nor end it", async () => {
    const flat = new TextDecoder()
      .decode(file("nyckeltal.fods"))
      .replace(
        "<text:p>Centrum</text:p>",
        "<text:p>Cen<office:annotation><dc:creator>Eva Lind</dc:creator><dc:date>2026-03-01</dc:date><text:p>Ett.</text:p><text:p>Två.</text:p></office:annotation>trum</text:p>",
      );
    const document = await readSound(readOds, new TextEncoder().encode(flat));
    expect(lines(document)).toContain(
      "Besök:4 row of 1 [Centrum][1250][32,5 %][1987-03-01] {Bibliotek|Besök|Andel barn|Öppnade}",
    );
    expect(said(document)).toEqual([
      "Eva Lind: Besök:4 comment Ett.\nTvå.",
      "A: Besök:5 comment Stängt i juli",
    ]);
  });
});

test("tracked changes of a workbook are counted, and read as accepted whatever is asked for", async () => {
  const flat = new TextDecoder().decode(file("nyckeltal.fods"));
  const changes =
    '<table:tracked-changes><table:cell-content-change table:id="c"><table:previous><table:change-track-table-cell><text:p>1100</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>';
  const bytes = new TextEncoder().encode(flat.replace(/<office:spreadsheet[^>]*>/u, (tag) => tag + changes));
  const document = await readSound(readOds, bytes, { changes: "original" });
  expect(document.text).not.toContain("1100");
  expect(document.reading.changes).toEqual({ insertions: 1, deletions: 1, formatting: 0, read: "accepted" });
});

describe("what lies over the cells", () => {
  const spaces =
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"';
  const anchored = (row: number, content: string): string =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>${String(row - 1)}</xdr:row></xdr:from><xdr:to><xdr:row>90</xdr:row></xdr:to>${content}</xdr:twoCellAnchor>`;
  const box = (text: string): string =>
    `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;

  test("is read where it is a text box, at its row; SmartArt and embedded files are counted", async () => {
    const drawing = `<xdr:wsDr ${spaces}>${anchored(2, box("Läs tillsammans med planen."))}${anchored(9, "<xdr:graphicFrame><dgm:relIds/></xdr:graphicFrame>")}</xdr:wsDr>`;
    const rels = ["drawing", "oleObject", "package", "printerSettings"]
      .map((type) => `<Relationship Id="${type}" Type="x/${type}" Target="../parts/${type}.xml"/>`)
      .join("");
    const document = await readSound(
      readXlsx,
      workbook(
        { Blad1: "Mål|Nämnd|Tid\n\nSkola|Skolnämnden|2026" },
        {
          "xl/worksheets/_rels/s0.xml.rels": `<Relationships>${rels}</Relationships>`,
          "xl/parts/drawing.xml": drawing,
        },
      ),
    );
    expect(lines(document).slice(1, 3)).toEqual([
      "Blad1:1 row of 1 [Mål][Nämnd][Tid]",
      "Blad1:2 Läs tillsammans med planen.",
    ]);
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 0, objects: 3 } });
  });

  test("is counted where a sheet is one chart", async () => {
    const rels =
      '<Relationships><Relationship Id="r0" Type="x/worksheet" Target="worksheets/s0.xml"/><Relationship Id="r1" Type="x/chartsheet" Target="chartsheets/s.xml"/></Relationships>';
    const document = await readSound(
      readXlsx,
      workbook({ Blad1: "a|b", Diagram: "" }, { "xl/_rels/workbook.xml.rels": rels }),
    );
    expect(document.notices).toContainEqual({ code: "PARTS_LEFT_OUT", params: { comments: 0, objects: 1 } });
    expect(lines(document)).toEqual(["Blad1:1 # Blad1", "Blad1:1 row of 1 [a][b]"]);
  });
});

describe("column headings", () => {
  test("may be years, but not amounts", async () => {
    expect((await read("Ort|2024|2025\nHalmstad|10|11"))[1]).toBe(
      "Blad1:2 row of 1 [Halmstad][10][11] {Ort|2024|2025}",
    );
    expect((await read("Ort|1200|1300\nHalmstad|10|11"))[1]).toBe("Blad1:2 row of 1 [Halmstad][10][11]");
  });

  test("alone between empty rows hold for the tables under them", async () => {
    expect(await read("Mått|Källa|Könsuppdelad\n\nHälsa\nMedellivslängd|SCB|Ja\nOhälsotal|SCB|Nej")).toEqual([
      "Blad1:1 row of 1 [Mått][Källa][Könsuppdelad]",
      "Blad1:3 caption Hälsa",
      "Blad1:4 row of 2 [Medellivslängd][SCB][Ja] {Mått|Källa|Könsuppdelad}",
      "Blad1:5 row of 2 [Ohälsotal][SCB][Nej] {Mått|Källa|Könsuppdelad}",
    ]);
  });

  test("are not made of values that come again below", async () => {
    expect((await read("Utsläpp|Kolada|Nej\nAvfall|Kolada|Nej"))[1]).toBe(
      "Blad1:2 row of 1 [Avfall][Kolada][Nej]",
    );
  });

  test("are not made of a list of terms in two columns of text", async () => {
    expect((await read("Handläggare|Anna Berg\nDatum|i mars"))[1]).toBe("Blad1:2 row of 1 [Datum][i mars]");
  });
});

describe("numbers are shown as a Swedish reader sees them", () => {
  test.each([
    ["0.3", "General", "0,3"],
    ["0.30000000000000004", "General", "0,3"],
    ["1250000", "#,##0", "1 250 000"],
    ["-1250.5", "#,##0.00", "-1 250,50"],
    ["0.683", "0%", "68 %"],
    ["0.683", "0.0%", "68,3 %"],
    ["12.5", '0.0" kr"', "12,5"],
    ["45366", "yyyy\\-mm\\-dd", "2024-03-15"],
    ["45366.5", "yyyy-mm-dd hh:mm", "2024-03-15 12:00"],
    ["45366", "[$-41D]d mmmm yyyy;@", "2024-03-15"],
    ["0.75", "h:mm", "18:00"],
    ["7", "0;[Red]-0", "7"],
    ["1e400", "0", "1e400"],
    ["-3", "yyyy-mm-dd", "-3"],
  ])("%s as %s", (raw, code, shown) => {
    expect(showNumber(raw, lookOf(code), false)).toBe(shown);
  });

  test("days of a Mac begin in 1904", () => {
    expect(showNumber("43904", lookOf("yyyy-mm-dd"), true)).toBe("2024-03-15");
  });
});

describe("cells", () => {
  test("take shared texts without their readings, truth values and errors as shown", async () => {
    const data =
      '<sheetData><row><c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1</f><v>Formel</v></c></row></sheetData>';
    const strings = `<sst ${main}><si><r><t>Äldre</t></r><r><t> kvinnor</t></r><rPh><t>läsning</t></rPh></si></sst>`;
    const bytes = workbook({ Blad1: data }, { "xl/sharedStrings.xml": strings });
    expect(lines(await readSound(readXlsx, bytes))[1]).toBe(
      "Blad1:1 row of 1 [Äldre kvinnor][SANT][#DIV/0!][Formel]",
    );
  });

  test("beyond the limit are counted and not kept, and the share read says so", async () => {
    const text = Array.from({ length: 60 }, (_, index) => `rad ${String(index)}|${String(index)}`).join("\n");
    const limits = { ...defaultLimits, pages: 4 };
    const result = await readXlsx(workbook({ Blad1: text }), { ...defaultReadOptions, limits });
    expect(result).toMatchObject({
      kind: "document",
      reading: { share: 100 / 120 },
      notices: [{ code: "SHEETS_CUT_OFF", params: { cells: 120, limit: 100 } }],
    });
  });
});

describe("a workbook that cannot be read", () => {
  const unread = async (bytes: Uint8Array): Promise<string> =>
    noticeOf(await readXlsx(bytes, defaultReadOptions)).code;

  test.each([
    ["has no workbook part", archiveOf({ "[Content_Types].xml": "<Types/>" }), "NOT_A_DOCUMENT"],
    ["has no sheets", workbook({}), "NOT_A_DOCUMENT"],
    ["is empty", workbook({ Blad1: "" }), "NO_TEXT"],
    ["has a broken sheet", workbook({ Blad1: "<sheetData><row>" }), "ARCHIVE_DAMAGED"],
    ["has broken texts", workbook({ Blad1: "a|b" }, { "xl/sharedStrings.xml": "<sst" }), "ARCHIVE_DAMAGED"],
    ["is no archive", new Uint8Array([1, 2, 3]), "ARCHIVE_DAMAGED"],
  ])("because it %s", async (_, bytes, code) => {
    expect(await unread(bytes)).toBe(code);
  });

  test("never throws, however it is damaged", async () => {
    for (const bytes of damaged(file("nyckeltal.fods"), 120)) await readOds(bytes, defaultReadOptions);
    const sheet = new TextEncoder().encode(
      `<worksheet ${main}><sheetData>${rows("a|b|c\nd|1|2")}</sheetData></worksheet>`,
    );
    for (const bytes of damaged(sheet, 60)) {
      const parts = workbook({ Blad1: "a" }, { "xl/worksheets/s0.xml": new TextDecoder().decode(bytes) });
      await readXlsx(parts, defaultReadOptions);
    }
  });
});
