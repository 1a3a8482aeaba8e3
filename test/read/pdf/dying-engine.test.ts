// A page that PDFium really dies on: forms that call each other a billion times ask for more memory than there may be.
import { describe, expect, test } from "vitest";
import { pdfium } from "../../../src/read/pdf/pdfium/engine.ts";
import { readWithPdfium } from "../../../src/read/pdf/pdfium/read-file.ts";
import { readPdf } from "../../../src/read/pdf/read-pdf.ts";
import { defaultReadOptions, limitsWith } from "../../../src/read/reader.ts";
import { pdfOf, streamOf } from "../../fuzz/mutate-pdf.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";

const limits = limitsWith({ "memory-mb": 60 });
const sentences = [
  "Kvinnor och flickor ska ha samma makt som alla andra i kommunen.",
  "Verksamheten redovisar resultatet varje år i april.",
  "Alla barn ska nå målen i skolan oavsett var de bor.",
];

/** Pages with a sentence each, but for null: there a page that kills. All is compressed by nobody, so it is 4 kB. */
function pdfWith(pages: readonly (string | null)[]): Uint8Array {
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  const levels = 12;
  const firstForm = 4;
  const firstPage = firstForm + levels;
  const form = (level: number): string =>
    level === levels - 1
      ? streamOf(
          "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >>",
          "BT /F1 10 Tf 50 700 Td (x) Tj ET",
        )
      : streamOf(
          `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X ${String(firstForm + level + 1)} 0 R >> >>`,
          "/X Do\n".repeat(9),
        );
  const kids = pages.map((_, index) => `${String(firstPage + index * 2)} 0 R`).join(" ");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
    font,
    ...Array.from({ length: levels }, (_, level) => form(level)),
    ...pages.flatMap((sentence, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(firstPage + index * 2 + 1)} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X ${String(firstForm)} 0 R >> >> >>`,
      streamOf("", sentence === null ? "/X Do" : `BT /F1 12 Tf 60 700 Td (${latin(sentence)}) Tj ET`),
    ]),
  ]);
}

/** å, ä and ö by their octal codes: the file is written as ASCII. */
const latin = (text: string): string =>
  text.replace(/[åäö]/g, (letter) => `\\${letter.charCodeAt(0).toString(8)}`);

describe("a page that kills the engine", () => {
  const file = pdfWith([sentences[0]!, null, sentences[1]!, sentences[2]!]);

  test("costs that page only: the document names it, and the pages behind it are read", async () => {
    const document = expectDocument(await readPdf(file, { ...defaultReadOptions, limits }));
    expectSoundDocument(document);
    expect(document.text).toBe(sentences.join("\n"));
    expect(document.pages).toBe(4);
    expect(document.reading).toMatchObject({ share: 0.75, engine: "pdfium" });
    expect(document.notices).toContainEqual({
      code: "PDF_PAGES_FAILED",
      params: { count: 1, pages: "2" },
    });
  });

  test("costs its engine: what comes after is read by a new one, which has none of the old one's memory", async () => {
    const before = await pdfium();
    expect((await readWithPdfium(file, limits)).kind).toBe("text");
    const after = await pdfium();
    expect(after).not.toBe(before);
    expect(before.askedForTooMuch()).toBe(true);
    expect(after.askedForTooMuch()).toBe(false);
    expect(after.bytes().length).toBeLessThan(before.bytes().length);
    // A sound file costs no engine.
    expect((await readWithPdfium(pdfWith([sentences[1]!]), limits)).kind).toBe("text");
    expect(await pdfium()).toBe(after);
  });

  test("is not tried for ever: after the second one the rest of the file counts as unread", async () => {
    const many = pdfWith([sentences[0]!, null, null, sentences[1]!, null]);
    const document = expectDocument(await readPdf(many, { ...defaultReadOptions, limits }));
    expect(document.text).toBe(sentences[0]);
    expect(document.reading.share).toBe(0.2);
  });

  test("makes a file of such pages alone unread, and the next file is read", async () => {
    expect(await readWithPdfium(pdfWith([null]), limits)).toEqual({ kind: "failure", failure: "memory" });
    expect(
      expectDocument(await readPdf(pdfWith([sentences[0]!]), { ...defaultReadOptions, limits })).text,
    ).toBe(sentences[0]);
  });
});
