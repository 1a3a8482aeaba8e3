// Rich Text Format written by hand, for single cases.
import { describe, expect, test } from "vitest";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { readRtf } from "../../../src/read/rtf/read-rtf.ts";
import { lines, noticeOf, readSound } from "../office-files.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const rtf = (body: string, head = ""): Uint8Array =>
  bytes(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset238 Arial CE;}}${head}${body}}`);
const read = async (body: string, head = ""): Promise<string[]> =>
  lines(await readSound(readRtf, rtf(body, head)));

describe("letters", () => {
  test("are decoded by the code page of the file, or of their font", async () => {
    expect(await read("J\\'e4mst\\'e4lldhet \\f1 \\'b3\\'f3d\\'9f\\par")).toEqual(["1 Jämställdhet łódź"]);
    expect(await read("p\\'86 \\'94n", "\\ansicpg850 ")).toEqual(["1 på ön"]);
  });

  test("of Unicode stand once, however many bytes stand in for them", async () => {
    expect(await read("v\\u229\\'e5r \\uc2\\u8211\\'20\\'2dslut {\\uc0\\u-3913}och\\par")).toEqual([
      "1 vår –slut •och",
    ]);
  });

  test("in a place that only new programs know are taken from there", async () => {
    expect(await read("{\\upr{a?}{\\*\\ud{a\\u246?}}}ster\\par")).toEqual(["1 aöster"]);
  });

  test("outside the outermost group are not part of it", async () => {
    const document = await readSound(readRtf, bytes("skräp{\\rtf1 Text.\\par}mer skräp"));
    expect(document.text).toBe("Text.");
  });

  test("are not taken from a control word that nobody knows, whatever it is called", async () => {
    expect(await read("a\\constructor b\\toString c\\par")).toEqual(["1 abc"]);
  });

  test("keep their signs: tabs, breaks, dashes, braces", async () => {
    expect(await read("a\\tab b\\line c\\endash d\\_e\\{f\\}\\-g\\~h\\par")).toEqual(["1 a b\nc–d-e{f}g h"]);
  });
});

describe("headings", () => {
  const styles =
    "{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0 heading 1;}{\\s2\\sbasedon1 Kapitel;}{\\s3\\outlinelevel2 Egen;}{\\*\\cs4 heading 9;}}";

  test("are known by their style's name, by what it is based on, and by outline levels", async () => {
    const body =
      "\\pard\\s1 Ett\\par\\pard\\s0 text\\par\\pard\\s2 Tv\\'e5\\par\\pard text\\par\\pard\\s3 Tre\\par\\pard\\outlinelevel1 Fyra\\par\\pard text\\par";
    expect(await read(body, styles)).toEqual([
      "1 # Ett",
      "2 text",
      "3 # Två",
      "4 text",
      "5 ### Tre",
      "6 ## Fyra",
      "7 text",
    ]);
  });

  test("are not made by a style of characters of the same number", async () => {
    expect(await read("\\pard\\s4 text\\par", styles)).toEqual(["1 text"]);
  });

  test("show the number that the program has written out before them", async () => {
    const body =
      "\\pard\\s1{\\listtext\\tab 1.2\\tab}M\\'e5l\\par\\pard{\\listtext\\'b7\\tab}\\ls1 punkt\\par";
    expect(await read(body, styles)).toEqual(["1 # 1.2 Mål", "2 list-item punkt"]);
  });
});

test("captions are known by their style", async () => {
  const styles = "{\\stylesheet{\\s0 Normal;}{\\s7\\sbasedon0 caption;}}";
  expect(await read("\\pard\\s7 Tabell 1\\par\\pard\\s0 text\\par", styles)).toEqual([
    "1 caption Tabell 1",
    "2 text",
  ]);
});

describe("tables", () => {
  const row = (cells: readonly string[], edges = [1000, 2000, 3000], head = ""): string =>
    `\\trowd${head}${edges.map((edge) => `\\cellx${String(edge)}`).join("")}${cells.map((cell) => `\\pard\\intbl ${cell}\\cell`).join("")}\\row`;

  test("have rows that know their columns, also where cells are merged", async () => {
    const body =
      row(["Ort", "Flickor", "Pojkar"], undefined, "\\trhdr") +
      row(["Halmstad", "1", "2"]) +
      row(["Alla", "3"], [1000, 3010]) +
      "\\pard Efter.\\par";
    expect(await read(body)).toEqual([
      "1 row of 1 [Ort][Flickor][Pojkar]",
      "4 row of 1 [Halmstad][1][2] {Ort|Flickor|Pojkar}",
      "7 row of 1 [Alla][3] {Ort|Flickor}",
      "9 Efter.",
    ]);
  });

  test("in tables stand after the row they are in", async () => {
    const body =
      "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Yttre\\cell\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 slut\\cell\\row\\pard Efter.\\par";
    expect(await read(body)).toEqual(["1 row of 1 [Yttre][slut]", "2 row of 2 [a][b]", "5 Efter."]);
  });

  test("that are not finished lose no text", async () => {
    expect(
      await read("\\trowd\\cellx900\\cellx1800\\pard\\intbl ett\\cell tv\\'e5\\cell\\pard Efter.\\par"),
    ).toEqual(["1 row of 1 [ett][två]", "3 Efter."]);
  });
});

describe("what is no running text", () => {
  test("is left out: pictures, field codes, properties, unknown destinations, hidden and deleted text", async () => {
    const body =
      "{\\pict\\pngblip 89504e47}{\\*\\nyhet h\\'e4nder}{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt l\\'e4nken}}" +
      "{\\v dolt} {\\deleted struket}kvar{\\*\\bkmkstart b}\\par";
    const document = await readSound(
      readRtf,
      rtf(body, "{\\info{\\author Anna}{\\title Plan f\\'f6r \\'e5ret}}"),
    );
    expect(document.text).toBe("länken kvar");
    expect(document.title).toBe("Plan för året");
    expect(document.notices[0]).toEqual({
      code: "TRACKED_CHANGES",
      params: { insertions: 0, deletions: 1, formatting: 0, read: "accepted" },
    });
  });

  test("is text of one reading of the tracked changes, ends of paragraphs too", async () => {
    const bytes = rtf(
      "M\\'e5let g\\'e4ller {\\deleted alla}{\\revised kvinnor}.\\par F\\'f6re{\\revised .\\par Nytt}. {\\mvf Flyttat.\\par}Slut.\\par",
    );
    expect(lines(await readSound(readRtf, bytes))).toEqual([
      "1 Målet gäller kvinnor.",
      "2 Före.",
      "3 Nytt. Slut.",
    ]);
    expect(lines(await readSound(readRtf, bytes, { changes: "original" }))).toEqual([
      "1 Målet gäller alla.",
      "2 Före. Flyttat.",
      "4 Slut.",
    ]);
  });

  test("is passed over as bytes, braces and all", async () => {
    expect(await read("f\\'f6re{\\pict\\bin6 }}{{\\\\}efter\\par")).toEqual(["1 föreefter"]);
  });

  test("is a header, which stands in a layer of its own, and a note at its mark", async () => {
    const body =
      "{\\header\\pard Region\\par}\\pard F\\'f6rsta.\\par Andra{\\footnote\\pard Noten.\\par}.\\par";
    expect(await read(body)).toEqual(["1 Första.", "2 Andra.", "2 footnote Noten.", "1 furniture Region"]);
  });

  test("is a table of contents, by its field", async () => {
    const body =
      "{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt M\\'e5l\\tab 2\\par Ansvar\\tab 3}}\\par\\pard Text.\\par";
    expect(await read(body)).toEqual(["1 contents Mål 2", "2 contents Ansvar 3", "3 Text."]);
  });
});

describe("a file that cannot be read", () => {
  const unread = async (content: Uint8Array) => noticeOf(await readRtf(content, defaultReadOptions));

  test("because it ends in the middle", async () => {
    expect(await unread(bytes("{\\rtf1\\ansi Text som b\\'f6rjar men ald"))).toEqual({
      code: "ARCHIVE_DAMAGED",
      params: { reason: "cut-off", part: "" },
    });
    expect((await unread(bytes("{\\rtf1{\\fonttbl{\\f0 Ari"))).code).toBe("ARCHIVE_DAMAGED");
  });

  test("is not one that only lacks its last brace", async () => {
    expect((await readSound(readRtf, bytes("{\\rtf1\\ansi Hela texten.\\par"))).text).toBe("Hela texten.");
  });

  test("because it nests without end", async () => {
    expect(await unread(bytes(`{\\rtf1 ${"{".repeat(5_000)}`))).toEqual({
      code: "ARCHIVE_TOO_LARGE",
      params: { limit: 2_000, unit: "groups" },
    });
  });

  test("because it holds pictures only", async () => {
    expect(await unread(rtf("{\\pict 00ff}\\par"))).toEqual({ code: "NO_TEXT", params: { pictures: 1 } });
  });
});
