import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultLimits, defaultReadOptions } from "../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "./document-contract.ts";

const read = (text: string, name: string) => readDocument(Buffer.from(text), name, defaultReadOptions);

describe("a file that can be read", () => {
  test.each([
    ["md", "# Mål\n\nText om mål.\n", "plan.md", "markdown"],
    ["txt", "Text om mål.\n", "plan.txt", "text"],
    ["html", "<!doctype html><h1>Mål</h1><p>Text</p>", "plan.pdf", "html"],
  ])("%s goes to its reader", async (format, text, name, engine) => {
    const document = expectDocument(await read(text, name));
    expectSoundDocument(document);
    expect(document).toMatchObject({
      format,
      pages: null,
      reading: { share: 1, pagesWithoutText: [], garbled: [], engine },
    });
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["is empty", new Uint8Array(), { code: "EMPTY_FILE", params: {} }],
    [
      "is a workbook in name only",
      zipSync({ "xl/workbook.xml": Buffer.from("<x/>") }),
      { code: "NOT_A_DOCUMENT", params: {} },
    ],
    [
      "is an archive with the name of a document",
      zipSync({ "a.bin": Buffer.from("x") }),
      { code: "UNSUPPORTED_FORMAT", params: { found: "zip" } },
    ],
    [
      "is binary",
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 31) % 256),
      { code: "UNKNOWN_FORMAT", params: {} },
    ],
  ])("%s", async (_, bytes, notice) => {
    const result = await readDocument(bytes, "plan.docx", defaultReadOptions);
    expect(result).toMatchObject({ kind: "unread", status: "unreadable", notices: [notice] });
  });

  test("a page without a word has no text", async () => {
    const result = await read("<!doctype html><script>var x;</script>", "a.html");
    expect(result).toMatchObject({
      kind: "unread",
      format: "html",
      status: "no-text",
      notices: [{ code: "EMPTY_FILE" }],
    });
  });

  test("a file over the limit is refused before it is looked at, one at the limit is not", async () => {
    const options = { ...defaultReadOptions, limits: { ...defaultLimits, fileBytes: 100 } };
    expect(await readDocument(Buffer.from("a".repeat(101)), "a.txt", options)).toMatchObject({
      kind: "unread",
      notices: [{ code: "FILE_TOO_LARGE", params: { bytes: 101, limit: 100 } }],
    });
    expect(await readDocument(Buffer.from("a".repeat(100)), "a.txt", options)).toMatchObject({
      kind: "document",
    });
  });

  test("a reader that throws is a notice, not a crash", async () => {
    const broken = new Proxy(defaultReadOptions, {
      get() {
        throw new Error("limits are gone");
      },
    });
    await expect(readDocument(Buffer.from("text"), "a.txt", broken)).rejects.toThrow();
    const bytes = new Proxy(Buffer.from("# Mål"), {
      get(target, key) {
        if (key === "subarray") throw new Error("the bytes are gone");
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
    expect(await readDocument(bytes, "a.md", defaultReadOptions)).toMatchObject({
      kind: "unread",
      notices: [{ code: "READER_FAILED", params: { reason: "the bytes are gone" } }],
    });
  });
});
