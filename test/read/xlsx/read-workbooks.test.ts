// Workbooks: sheets as sections, rows that know their column headings, in every format alike.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLimits, defaultReadOptions } from "../../../src/read/reader.ts";
import { readOds } from "../../../src/read/odf/read-ods.ts";
import { lookOf, showNumber } from "../../../src/read/xlsx/number-formats.ts";
import { readXlsx } from "../../../src/read/xlsx/read-xlsx.ts";
import { archiveOf, damaged, lines, noticeOf, readSound } from "../office-files.ts";

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
    ]);
    expect(document.title).toBe("Nyckeltal för biblioteken");
    expect(document.notices).toEqual([
      { code: "HIDDEN_PARTS_READ", params: { count: 1, names: "Underlag" } },
      { code: "PARTS_LEFT_OUT", params: { comments: 1, objects: 0 } },
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
