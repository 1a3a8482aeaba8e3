// Every limit that a user can set: what goes beyond it is told by name, what does not is read.
import { describe, expect, test } from "vitest";
import type { LimitValues } from "../../src/model/limits.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultLimits, defaultReadOptions, limitsWith, type ReadLimits } from "../../src/read/reader.ts";
import { expandArchive } from "../../src/read/zip/expand-archive.ts";
import { craftedPdfs } from "../fuzz/mutate-pdf.ts";
import { archiveOf } from "./office-files.ts";
import { makePdf } from "./pdf/make-pdf.ts";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string): Uint8Array =>
  archiveOf({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document ${word}><w:body>${body}</w:body></w:document>`,
  });
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Codes of the notices of a file read under these limits, with what it is told as. */
async function codes(bytes: Uint8Array, limits: ReadLimits): Promise<string[]> {
  const { kind, notices } = await readDocument(bytes, "plan.txt", { ...defaultReadOptions, limits });
  return [kind, ...notices.map(({ code }) => code)];
}

describe("a limit that is set", () => {
  const page = [{ text: "Kvinnor och män ska ha samma makt.", x: 60, y: 700 }];
  const deep = docx(`${"<w:sdt>".repeat(80)}${paragraph("Mål")}${"</w:sdt>".repeat(80)}`);
  const cases: [LimitValues, Uint8Array, string][] = [
    [{ "file-mb": 1 }, text("Mål. ".repeat(250_000)), "FILE_TOO_LARGE"],
    [{ "unpacked-mb": 1 }, docx(paragraph("Mål. ".repeat(250_000))), "ARCHIVE_TOO_LARGE"],
    [{ pages: 1 }, makePdf([page, page]), "PAGES_CUT_OFF"],
    [{ pages: 1 }, docx(paragraph("Mål.").repeat(40)), "ARCHIVE_TOO_LARGE"],
    [{ characters: 1_000 }, text("Mål. ".repeat(300)), "TEXT_TOO_LONG"],
    [{ "xml-levels": 50 }, deep, "ARCHIVE_DAMAGED"],
  ];
  test.each(cases)("%j is kept to, and what is within the usual one is read", async (values, bytes, code) => {
    expect(await codes(bytes, limitsWith(values))).toContain(code);
    const usual = await codes(bytes, defaultLimits);
    expect(usual[0]).toBe("document");
    expect(usual).not.toContain(code);
  });

  test("for archives in archives counts the levels", async () => {
    const nested = archiveOf({ "inre.zip": archiveOf({ "plan.txt": "Mål" }) });
    const names = async (limits: ReadLimits): Promise<string[]> => {
      const found: string[] = [];
      for await (const entry of expandArchive(nested, { limits, passwords: [] }))
        found.push(entry.kind === "file" ? entry.name : entry.notice.code);
      return found;
    };
    expect(await names(limitsWith({ "archive-levels": 1 }))).toEqual(["ARCHIVE_NESTED_TOO_DEEP"]);
    expect(await names(limitsWith({ "archive-levels": 2 }))).toEqual(["inre.zip/plan.txt"]);
  });

  test("leaves the others as they are", () => {
    expect(limitsWith({})).toEqual(defaultLimits);
    expect(limitsWith({ seconds: 5 })).toEqual({ ...defaultLimits, documentMs: 5_000 });
  });
});

describe("a PDF whose forms call each other a billion times", () => {
  const bomb = craftedPdfs["forms that multiply"]!({
    below: (end) => end - 1,
    pick: ([item]) => item!,
    oneIn: () => false,
  });
  const after = makePdf([[{ text: "Kvinnor och män ska ha samma makt.", x: 60, y: 700 }]]);

  test("is stopped when time is up, and the next file gets a new engine", async () => {
    expect(await codes(bomb, { ...defaultLimits, documentMs: 200 })).toEqual(["unread", "READER_TIMED_OUT"]);
    expect((await codes(after, defaultLimits))[0]).toBe("document");
  });

  test("is stopped when it wants more memory than it may have, and the next file gets a new engine", async () => {
    expect(await codes(bomb, limitsWith({ "memory-mb": 60 }))).toEqual(["unread", "READER_OUT_OF_MEMORY"]);
    expect((await codes(after, limitsWith({ "memory-mb": 60 })))[0]).toBe("document");
  });
});
