// What a document can ask of the one who opens it, and does not get: entities expanded, other files, the network, macros.
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
  html: (before, content) =>
    new TextEncoder().encode(`${before || "<!doctype html>"}<html><body><p>${content}</p></body></html>`),
};

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
  ];
  for (const bytes of documents) expect((await read(bytes)).kind).toBe("document");
  await new Promise((resolve) => server.close(resolve));
  expect(visits).toBe(0);
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
