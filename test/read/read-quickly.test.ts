// A document alone is read in the thread of the program, unless there is something about it.
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { ReadResult } from "../../src/model/document.ts";
import { openQuickReading } from "../../src/read/read-quickly.ts";
import { defaultReadOptions, type ReadOptions } from "../../src/read/reader.ts";

const elsewhere: ReadResult = {
  kind: "unread",
  format: null,
  status: "unreadable",
  pages: null,
  notices: [],
};

/** Where the documents are read, in order: "here" or "elsewhere". */
async function places(
  documents: readonly (Uint8Array | string)[],
  options: Partial<ReadOptions> = {},
): Promise<string[]> {
  const { read } = openQuickReading(() =>
    Promise.resolve({ read: () => Promise.resolve(elsewhere), close: () => Promise.resolve() }),
  );
  const found: string[] = [];
  for (const document of documents) {
    const bytes = typeof document === "string" ? new TextEncoder().encode(document) : document;
    const result = await read(bytes, "plan.md", { ...defaultReadOptions, ...options });
    found.push(result === elsewhere ? "elsewhere" : "here");
  }
  return found;
}

const plan = "# Mål\n\nAlla ska med.\n";

describe("a small document alone", () => {
  test("is read here, and what is plainly no document is told here", async () => {
    for (const document of [plan, "", "\u0001\u0002\u0003", "%PDF-1.7 \n", "PK", "{\\rtf1 Mål}"])
      expect(await places([document])).toEqual([document.startsWith("%PDF") ? "elsewhere" : "here"]);
  });

  test("is the only one that is read here", async () => {
    expect(await places([plan, plan, plan])).toEqual(["here", "elsewhere", "elsewhere"]);
  });
});

describe("what is unusual is read where it can be ended", () => {
  test("a large file", async () => {
    expect(await places([`${plan}${"Text. ".repeat(200_000)}`])).toEqual(["elsewhere"]);
  });

  test("an office file that unpacks to very much", async () => {
    const bytes = zipSync({
      "[Content_Types].xml": new TextEncoder().encode("<Types/>"),
      "word/document.xml": new Uint8Array(40_000_000).fill(0x20),
    });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await places([bytes])).toEqual(["elsewhere"]);
  });

  test("an engine that can be ended nowhere else", async () => {
    expect(await places([plan], { pdfEngine: "pdf-parse" })).toEqual(["elsewhere"]);
    expect(await places([plan], { docxEngine: "mammoth" })).toEqual(["elsewhere"]);
  });
});
