// Reports of ours that were printed to PDF, as the printers of this world write the facts on a file.
import { describe, expect, test } from "vitest";
import { isPrintedReport } from "../../src/report/printed-report.ts";

const utf16 = (text: string): string =>
  `<FEFF${[...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()).join("")}>`;
const inBrackets = (text: string): string =>
  `(${text.replace(/[\\()]/g, "\\$&").replace(/[\u0080-\u00ff]/g, (sign) => `\\${sign.charCodeAt(0).toString(8)}`)})`;
const body = "2 0 obj\n<</Length 4>> stream\nABCD\nendstream\nendobj\n".repeat(200);
const pdf = (text: string): Uint8Array =>
  Buffer.from(`%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n${text}`, "latin1");

/** As Chromium writes it: first of all. */
const factsFirst = (title: string): Uint8Array =>
  pdf(
    `1 0 obj\n<</Title ${title}\n/Producer (Skia/PDF m156)>>\nendobj\n${body}trailer\n<</Size 9\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );
/** As others do: before the list of objects. */
const factsLast = (title: string): Uint8Array =>
  pdf(
    `${body}91 0 obj\n<< /Producer (Quartz PDFContext) /Title ${title} >>\nendobj\nxref\n0 1\n${"0000000000 00000 n \n".repeat(400)}trailer\n<< /Size 92 /Root 3 0 R /Info 91 0 R >>\nstartxref\n9\n%%EOF\n`,
  );

const titles = [
  "Jämställdhet i 5 dokument, genomlys 0.1.0",
  "Gender equality in 1 document, genomlys 1.2.0-beta.1",
  "Jämställdhet (eget paket) i 12 dokument, genomlys 0.1.0",
  "Vad som har ändrats: utkast (2).docx, beslut.docx, genomlys 0.1.0",
  "What has changed: a.pdf, b.pdf, genomlys 0.1.0",
];

describe("a page of ours that was printed", () => {
  test.each(titles)("is known by its title: %s", (title) => {
    for (const written of [utf16(title), inBrackets(title)]) {
      expect(isPrintedReport(factsFirst(written))).toBe(true);
      expect(isPrintedReport(factsLast(written))).toBe(true);
    }
  });
});

describe("a document", () => {
  test.each([
    "Jämställdhet i 5 dokument",
    "Så granskar du med genomlys 0.1.0",
    "Erfarenheter av tre verktyg, genomlys 0.1.0",
    "Jämställdhet i 5 dokument, genomlys 0.1.0: vår bedömning",
    "Vad som har ändrats",
    "",
  ])("is not taken for one by its title: %s", (title) => {
    for (const written of [utf16(title), inBrackets(title)]) {
      expect(isPrintedReport(factsFirst(written))).toBe(false);
      expect(isPrintedReport(factsLast(written))).toBe(false);
    }
  });

  test("is not taken for one because its text or its bookmarks name one", () => {
    const own = inBrackets(titles[0] ?? "");
    const bookmarks = `${body}7 0 obj\n<</Title ${own} /Parent 6 0 R>>\nendobj\n${body}`;
    const end =
      "8 0 obj\n<</Title (Bilagor)>>\nendobj\ntrailer\n<</Size 9 /Root 3 0 R /Info 8 0 R>>\n%%EOF\n";
    expect(isPrintedReport(pdf(bookmarks + end))).toBe(false);
    expect(isPrintedReport(Buffer.from(`/Title ${own}`, "latin1"))).toBe(false);
  });

  test("that is cut off or says nothing of itself is not taken for one", () => {
    for (const text of ["", "trailer\n<</Info 1 0 R>>", "1 0 obj\n<</Title <FEF", "1 0 obj\n<</Title (abc\\"])
      expect(isPrintedReport(pdf(text))).toBe(false);
  });
});
