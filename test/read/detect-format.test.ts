import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../src/read/detect-format.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const openDocument = (type: string): Uint8Array =>
  zipSync({
    mimetype: [bytes(`application/vnd.oasis.opendocument.${type}`), { level: 0 }],
    "content.xml": bytes(""),
  });

const flat = (type: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${type}"/>`;

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, bytes("<xml/>")])));
const ole = (part: string): Uint8Array =>
  bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}${[...part].join("\0")}\0`);

describe("formats that are read", () => {
  test.each([
    ["pdf", "%PDF-1.7\n", "a.txt"],
    ["pdf", `\n\n${"\0".repeat(500)}%PDF-1.4`, "a.docx"],
    ["html", "<!DOCTYPE html><title>x</title>", "a.pdf"],
    ["html", "\ufeff  <html lang=sv><body>", "a.txt"],
    ["html", "<!-- kommentar --><html>", "a.md"],
    ["html", "<div><h1>Mål</h1><p>Text</p></div>", "a"],
    ["md", "# Mål\n\ntext\n\n## Syfte\n", "a.txt"],
    ["md", "| a | b |\n|---|---|\n| c | d |\n", "a.txt"],
    ["md", "Bara text", "a.md"],
    ["txt", "Bara text", "a.txt"],
    ["txt", "Bara text", "a.pdf"],
    ["txt", "# en kommentar\nrad", "a.txt"],
    ["txt", "Vi skriver om <b>fetstil</b> i HTML", "a.html"],
    ["txt", "<!-- Motion | 2024 -->\nMotion till riksdagen", "a.txt"],
    ["txt", "Om %PDF- i löptext", "a.txt"],
    ["txt", "färg \x1b[31mröd\x1b[0m", "logg"],
  ])("%s: %j", (format, text, name) => {
    expect(detectFormat(Buffer.from(text, "utf8"), name)).toEqual({ kind: "format", format });
  });

  test("UTF-16 is text in spite of its zeros", () => {
    expect(detectFormat(Buffer.from("\ufeffMål och medel", "utf16le"), "a")).toEqual({
      kind: "format",
      format: "txt",
    });
    expect(detectFormat(Buffer.from("Mål och medel", "utf16le"), "a")).toEqual({
      kind: "format",
      format: "txt",
    });
  });

  test("a Word document, also when it is cut off", () => {
    const docx = zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml");
    expect(detectFormat(docx, "a.zip")).toEqual({ kind: "format", format: "docx" });
    expect(detectFormat(docx.subarray(0, docx.length - 200), "a.docx")).toEqual({
      kind: "format",
      format: "docx",
    });
  });
});

describe("office files, whatever their name", () => {
  test.each([
    ["xlsx", zip("[Content_Types].xml", "xl/workbook.xml")],
    ["pptx", zip("[Content_Types].xml", "ppt/presentation.xml")],
    ["odt", openDocument("text")],
    ["odt", openDocument("text-template")],
    ["ods", openDocument("spreadsheet")],
    ["odt", bytes(flat("text"))],
    ["ods", bytes(flat("spreadsheet"))],
    ["rtf", bytes("{\\rtf1\\ansi Text}")],
    ["rtf", bytes("\r\n {\\rtf1\\ansi Text}")],
    ["doc", ole("WordDocument")],
  ])("%s", (format, content) => {
    for (const name of ["a.pdf", "a.doc", "a.txt", "a"])
      expect(detectFormat(content, name)).toEqual({ kind: "format", format });
  });
});

test("an OpenDocument package that another program has packed anew is what it says", () => {
  const type = (name: string): Uint8Array => bytes(`application/vnd.oasis.opendocument.${name}`);
  const content = bytes("<x/>");
  const manifest = (name: string): Uint8Array =>
    bytes(
      `<manifest><file-entry full-path="/" media-type="application/vnd.oasis.opendocument.${name}"/></manifest>`,
    );
  for (const [kind, format] of [
    ["spreadsheet", "ods"],
    ["text", "odt"],
  ] as const) {
    const packed = zipSync({ "content.xml": content, mimetype: [type(kind), { level: 9 }] });
    expect(detectFormat(packed, "a.zip")).toEqual({ kind: "format", format });
    const bare = zipSync({ "content.xml": content, "META-INF/manifest.xml": manifest(kind) });
    expect(detectFormat(bare, "a.zip")).toEqual({ kind: "format", format });
  }
});

describe("formats that are not read", () => {
  test.each([
    ["zip", zip("a.pdf", "b.docx")],
    ["xls", ole("Workbook")],
    ["ppt", ole("PowerPoint Document")],
    ["png", bytes("\x89PNG\r\n\x1a\n")],
    ["xlsb", zip("[Content_Types].xml", "xl/workbook.bin", "xl/worksheets/sheet1.bin")],
    ["iWork", zip("Index/Document.iwa", "Metadata/Properties.plist", "QuickLook/Preview.pdf")],
    ["iWork", zip("Index.zip", "preview.jpg")],
    ["epub", zip("mimetype", "META-INF/container.xml", "OEBPS/kapitel1.xhtml")],
    ["msg", ole("__properties_version1.0")],
  ])("%s", (found, content) => {
    expect(detectFormat(content, "a.docx")).toEqual({ kind: "unsupported", found });
  });

  test("an OpenDocument presentation says what it is", () => {
    expect(detectFormat(openDocument("presentation"), "a.odt")).toEqual({
      kind: "unsupported",
      found: "odp",
    });
  });

  test("Word's own XML of 2003 is not taken for text", () => {
    const xml = '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>';
    expect(detectFormat(bytes(xml), "a.doc")).toEqual({ kind: "unsupported", found: "Word-XML" });
  });

  test("an archive with a folder called word is an archive", () => {
    expect(detectFormat(zip("word/plan.pdf", "xl/data.pdf"), "a.zip")).toEqual({
      kind: "unsupported",
      found: "zip",
    });
  });

  test("what is locked with a password says so", () => {
    expect(detectFormat(ole("EncryptedPackage"), "a.docx")).toEqual({ kind: "encrypted" });
  });

  test("nothing, or nothing but blanks, is empty", () => {
    expect(detectFormat(new Uint8Array(), "a.pdf")).toEqual({ kind: "empty" });
    expect(detectFormat(bytes(" \r\n\t\n"), "a.txt")).toEqual({ kind: "empty" });
  });

  test("binary data is unknown, whatever its name", () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251);
    expect(detectFormat(noise, "a.txt")).toEqual({ kind: "unknown" });
  });
});
