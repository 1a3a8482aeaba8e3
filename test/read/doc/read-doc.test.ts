// Word 97–2003. That its text is read right is shown beside the other formats (../word-processor/same-text.test.ts); here is
// what only this format has: the file system around it, locks, and versions.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultLimits, defaultReadOptions } from "../../../src/read/reader.ts";
import { openCompoundFile } from "../../../src/read/doc/compound-file.ts";
import { readDoc } from "../../../src/read/doc/read-doc.ts";
import { noticeOf } from "../office-files.ts";

const plan = (): Uint8Array =>
  new Uint8Array(readFileSync(new URL("../word-processor/files/plan.doc", import.meta.url)));

/** Where the stream "WordDocument" begins: its mark is found nowhere else at the start of a sector. */
function mainStream(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 512)
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return at;
  throw new Error("no WordDocument");
}

const unread = async (bytes: Uint8Array, limits = defaultLimits) =>
  noticeOf(await readDoc(bytes, { ...defaultReadOptions, limits }));

describe("a file that cannot be read", () => {
  test("because it is locked", async () => {
    const bytes = plan();
    const flags = mainStream(bytes) + 11;
    bytes[flags] = (bytes[flags] ?? 0) | 1;
    expect(await unread(bytes)).toEqual({ code: "LOCK_UNKNOWN", params: {} });
  });

  test("because it is of Word 95", async () => {
    const bytes = plan();
    bytes[mainStream(bytes)] = 0xdc;
    expect(await unread(bytes)).toEqual({ code: "UNSUPPORTED_FORMAT", params: { found: "Word 6/95" } });
  });

  test("because it is cut off", async () => {
    for (const share of [0.1, 0.5, 0.9]) {
      const bytes = plan();
      expect((await unread(bytes.subarray(0, bytes.length * share))).code).toMatch(
        /ARCHIVE_DAMAGED|NOT_A_DOCUMENT/,
      );
    }
  });

  test("because its sectors form a ring", async () => {
    const bytes = plan();
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + sector * 4, sector, true);
    expect((await unread(bytes)).code).toBe("ARCHIVE_DAMAGED");
  });

  test("because it is more than a document can be", async () => {
    expect(await unread(plan(), { ...defaultLimits, pages: 0 })).toMatchObject({ code: "ARCHIVE_TOO_LARGE" });
  });
});

describe("a compound file", () => {
  test("gives its streams, small ones and large ones, and null for others", () => {
    const file = openCompoundFile(plan());
    if (file.kind !== "compound-file") throw new Error(file.reason);
    expect(file.names).toContain("WordDocument");
    expect(file.stream("WordDocument")?.subarray(0, 2)).toEqual(Uint8Array.of(0xec, 0xa5));
    expect(file.stream("\x05SummaryInformation")?.length).toBeGreaterThan(48);
    expect(file.stream("Workbook")).toBeNull();
  });

  test("is not made of anything else", () => {
    expect(openCompoundFile(new Uint8Array(10))).toMatchObject({ kind: "damaged" });
    expect(openCompoundFile(new Uint8Array(4_000))).toMatchObject({ kind: "damaged", reason: "header" });
  });
});
