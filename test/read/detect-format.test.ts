import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { detectFormat } from "../../src/read/detect-format.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
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

describe("formats that are not read", () => {
  test.each([
    ["xlsx", zip("[Content_Types].xml", "xl/workbook.xml")],
    ["pptx", zip("[Content_Types].xml", "ppt/presentation.xml")],
    ["zip", zip("a.pdf", "b.docx")],
    ["doc", ole("WordDocument")],
    ["xls", ole("Workbook")],
    ["ppt", ole("PowerPoint Document")],
    ["rtf", bytes("{\\rtf1\\ansi Text}")],
    ["png", bytes("\x89PNG\r\n\x1a\n")],
  ])("%s", (found, content) => {
    expect(detectFormat(content, "a.docx")).toEqual({ kind: "unsupported", found });
  });

  test("an OpenDocument text says what it is", () => {
    const odt = zipSync({
      mimetype: [bytes("application/vnd.oasis.opendocument.text"), { level: 0 }],
      "content.xml": bytes(""),
    });
    expect(detectFormat(odt, "a.docx")).toEqual({ kind: "unsupported", found: "odt" });
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
