// What a document can ask of the one who opens it, and does not get: entities expanded, other files, the network, macros.
import { unzipSync } from "fflate";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import type { ReadResult } from "../../src/model/document.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { archiveOf } from "./office-files.ts";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const slides =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const related = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

const odf = (kind: "text" | "spreadsheet", before: string, content: string): Uint8Array =>
  archiveOf({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `${before}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:${kind}>${content}</office:${kind}></office:body></office:document-content>`,
    "META-INF/manifest.xml": "<manifest/>",
  });

/** A file of each format whose text is `content`, with `before` in front of the root of its main part. */
const files: Readonly<Record<string, (before: string, content: string) => Uint8Array>> = {
  docx: (before, content) =>
    archiveOf({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `${before}<w:document ${word}><w:body><w:p><w:r><w:t>${content}</w:t></w:r></w:p></w:body></w:document>`,
    }),
  xlsx: (before, content) =>
    archiveOf({
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": `<workbook ${sheet} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships ${related}><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/worksheets/sheet1.xml": `${before}<worksheet ${sheet}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${content}</t></is></c></row></sheetData></worksheet>`,
    }),
  pptx: (before, content) =>
    archiveOf({
      "[Content_Types].xml": "<Types/>",
      "ppt/presentation.xml": `<p:presentation ${slides}><p:sldIdLst><p:sldId r:id="r1"/></p:sldIdLst></p:presentation>`,
      "ppt/_rels/presentation.xml.rels": `<Relationships ${related}><Relationship Id="r1" Type="x/slide" Target="slides/slide1.xml"/></Relationships>`,
      "ppt/slides/slide1.xml": `${before}<p:sld ${slides}><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>${content}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`,
    }),
  odt: (before, content) => odf("text", before, `<text:p>${content}</text:p>`),
  ods: (before, content) =>
    odf(
      "spreadsheet",
      before,
      `<table:table table:name="Blad"><table:table-row><table:table-cell><text:p>${content}</text:p></table:table-cell></table:table-row></table:table>`,
    ),
  html: (before, content) =>
    new TextEncoder().encode(`${before || "<!doctype html>"}<html><body><p>${content}</p></body></html>`),
};

const unzipped = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);
const read = (bytes: Uint8Array): Promise<ReadResult> => readDocument(bytes, "plan", defaultReadOptions);
const formats = Object.keys(files);

describe("entities", () => {
  test.each(formats)("of %s are not expanded, and no file is put in their place", async (format) => {
    const bomb = Array.from(
      "bcdefghi",
      (name, at) => `<!ENTITY ${name} "${`&${"abcdefgh"[at] ?? ""};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE html [<!ENTITY a "skratt">${bomb.join("")}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const result = await read(files[format]!(doctype, "Mål &i; &f; slut"));
    const said = JSON.stringify(result);
    expect(said.length).toBeLessThan(5_000);
    expect(said).not.toContain("root:");
    // HTML knows no entities of a document's own; the office formats refuse the file and say why.
    if (format !== "html") expect(result.notices).toMatchObject([{ code: "ARCHIVE_DAMAGED" }]);
  });

  test.each(formats)("of %s that all XML has are read", async (format) => {
    const result = await read(files[format]!("", "Mål &amp; medel &#229; &lt;"));
    expect(result.kind === "document" && result.text).toContain("Mål & medel å <");
  });
});

test("nothing that a document points to is fetched", async () => {
  let visits = 0;
  const server = createServer((socket) => {
    visits++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/x`;
  const outside = (...types: readonly string[]): string =>
    `<Relationships ${related}>${types.map((type, index) => `<Relationship Id="r${String(index)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${at}" TargetMode="External"/>`).join("")}</Relationships>`;
  const documents = [
    new TextEncoder().encode(
      `<!doctype html><html><head><base href="${at}"><link rel=stylesheet href="${at}"><script src="${at}"></script><meta http-equiv=refresh content="0;url=${at}"></head><body background="${at}"><p>Mål<img src="${at}"><iframe src="${at}"></iframe><object data="${at}"></object></body></html>`,
    ),
    archiveOf({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document ${word}><w:body><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:body></w:document>`,
      "word/_rels/document.xml.rels": outside("attachedTemplate", "image", "styles", "footnotes", "header"),
    }),
    new TextEncoder().encode(
      `{\\rtf1{\\*\\template ${at}}{\\field{\\*\\fldinst INCLUDETEXT "${at}"}{\\fldrslt Mål}} Text.}`,
    ),
    new TextEncoder().encode(`# Mål\n\n![bild](${at}) <img src="${at}">\n`),
    odf(
      "text",
      "",
      `<text:section text:name="a"><text:section-source xlink:href="${at}"/><text:p>Mål<draw:frame><draw:image xlink:href="${at}"/><draw:object xlink:href="${at}"/></draw:frame></text:p></text:section>`,
    ),
    archiveOf({
      ...unzipped(files["xlsx"]!("", "Mål")),
      "xl/worksheets/_rels/sheet1.xml.rels": outside("drawing", "comments", "oleObject"),
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
      "xl/externalLinks/_rels/externalLink1.xml.rels": outside("externalLinkPath"),
    }),
    archiveOf({
      ...unzipped(files["pptx"]!("", "Mål")),
      "ppt/slides/_rels/slide1.xml.rels": outside("image", "notesSlide", "comments", "chart"),
    }),
  ];
  for (const bytes of documents) expect((await read(bytes)).kind).toBe("document");
  await new Promise((resolve) => server.close(resolve));
  expect(visits).toBe(0);
});

/** The formats that are archives of parts, each with the part that holds its text. */
const mainParts: readonly (readonly [string, string])[] = [
  ["docx", "word/document.xml"],
  ["xlsx", "xl/worksheets/sheet1.xml"],
  ["pptx", "ppt/slides/slide1.xml"],
  ["odt", "content.xml"],
  ["ods", "content.xml"],
];

/** The archive with two bytes or four of the directory's record of an entry changed. */
function patched(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) !== name) continue;
    view.setUint32(at + offset, value, true);
    return copy;
  }
  throw new Error(`no ${name}`);
}

describe.each(mainParts)("an archive that lies: %s", (format, part) => {
  const whole = (): Uint8Array => files[format]!("", "Mål och medel för alla");

  test("is damaged where the checksum of its text is wrong", async () => {
    expect((await read(patched(whole(), part, 16, 1))).notices).toMatchObject([
      { code: "ARCHIVE_DAMAGED", params: { reason: "checksum", part } },
    ]);
  });

  test("is damaged where its text is said to lie outside the file, or to be shorter than it is", async () => {
    for (const [offset, value] of [
      [42, 0x7fffffff],
      [20, 5],
    ] as const)
      expect((await read(patched(whole(), part, offset, value))).notices).toMatchObject([
        { code: "ARCHIVE_DAMAGED", params: { part } },
      ]);
  });

  test("is read as what unpacks, whatever size it claims", async () => {
    for (const claimed of [1, 0xfffffff0]) {
      const result = await read(patched(whole(), part, 24, claimed));
      expect(result.kind === "document" && result.text).toContain("Mål och medel för alla");
    }
  });

  test("is refused where its text unpacks to more than the limit, however small it says it is", async () => {
    const bomb = patched(files[format]!("", "Mål ".repeat(100_000)), part, 24, 10);
    const limits = { ...defaultReadOptions.limits, unpackedBytes: 50_000 };
    const result = await readDocument(bomb, "plan", { ...defaultReadOptions, limits });
    expect(result.notices).toMatchObject([
      { code: "ARCHIVE_TOO_LARGE", params: { limit: 50_000, unit: "bytes" } },
    ]);
  });

  test("is damaged where its text nests without end", async () => {
    const deep = `${"<x>".repeat(5_000)}Mål${"</x>".repeat(5_000)}`;
    expect((await read(files[format]!("", deep))).notices).toMatchObject([
      { code: "ARCHIVE_DAMAGED", params: { reason: "too-deep", part } },
    ]);
  });

  test("with two parts of one name is read as the first of them", async () => {
    const parts = unzipped(whole());
    // A name of the same length, which the directory and the entry itself are then made to share.
    const twin = part.replace(/.$/u, "?");
    const bytes = archiveOf({ ...parts, [twin]: unzipped(files[format]!("", "Något annat"))[part]! });
    const [from, to] = [twin, part].map((name) => new TextEncoder().encode(name)) as [Uint8Array, Uint8Array];
    for (let at = 0; at + from.length <= bytes.length; at++)
      if (from.every((byte, index) => bytes[at + index] === byte)) bytes.set(to, at);
    const result = await read(bytes);
    expect(result.kind === "document" && result.text).toContain("Mål och medel för alla");
    expect(JSON.stringify(result)).not.toContain("Något annat");
  });
});

test("a part that points out of the archive finds nothing there", async () => {
  const up = "../../../../../../../../etc/passwd";
  const point = (types: readonly string[]): string =>
    `<Relationships ${related}>${types.map((type, index) => `<Relationship Id="r${String(index)}" Type="x/${type}" Target="${up}"/>`).join("")}</Relationships>`;
  const body = '<w:p><w:r><w:t>Mål</w:t></w:r></w:p><w:sectPr><w:headerReference r:id="r0"/></w:sectPr>';
  const result = await read(
    archiveOf({
      "[Content_Types].xml": "<Types/>",
      "word/document.xml": `<w:document ${word} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
      "word/_rels/document.xml.rels": point(["header", "styles", "footnotes", "comments", "numbering"]),
      [up]: "<!-- en del med det namnet -->",
    }),
  );
  expect(result.kind === "document" && result.text).toBe("Mål");
});

test("macros are not run and not read", async () => {
  const result = await read(
    archiveOf({
      "[Content_Types].xml":
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      "word/document.xml": `<w:document ${word}><w:body><w:p><w:r><w:t>Mål</w:t></w:r></w:p></w:body></w:document>`,
      "word/vbaProject.bin": "Sub AutoOpen() Shell hemligt",
      "word/vbaData.xml": "<makro>hemligt</makro>",
    }),
  );
  expect(result.kind === "document" && result.text).toBe("Mål");
});
