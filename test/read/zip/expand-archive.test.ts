// Archives of documents: what comes out, under which name, and where it ends.
import { describe, expect, test } from "vitest";
import { expandArchive, isArchive } from "../../../src/read/zip/expand-archive.ts";
import { defaultLimits } from "../../../src/read/reader.ts";
import { archiveOf } from "../office-files.ts";

/** One line an entry: its name and its text or the code of its notice. */
async function expand(
  bytes: Uint8Array,
  limits: Partial<typeof defaultLimits> = {},
  wants?: (name: string) => boolean,
): Promise<string[]> {
  const entries: string[] = [];
  for await (const entry of expandArchive(
    bytes,
    { limits: { ...defaultLimits, ...limits }, passwords: [] },
    wants,
  ))
    entries.push(
      `${entry.name} ${entry.kind === "file" ? new TextDecoder().decode(entry.bytes.subarray(0, 10)) : entry.notice.code}`,
    );
  return entries;
}

describe("the documents in an archive", () => {
  test("come out in its order, under the way to them", async () => {
    const inner = archiveOf({ "b.txt": "två" });
    expect(await expand(archiveOf({ "mapp/a.txt": "ett", "mapp/inre.zip": inner, "c.md": "tre" }))).toEqual([
      "mapp/a.txt ett",
      "mapp/inre.zip/b.txt två",
      "c.md tre",
    ]);
  });

  test("do not include what systems put beside them, nor what is not wanted", async () => {
    const bytes = archiveOf({
      "__MACOSX/._a.txt": "x",
      ".DS_Store": "x",
      "~$a.docx": "x",
      "bild.png": "x",
      "mapp/": "",
      "a.txt": "ett",
    });
    expect(await expand(bytes, {}, (name) => !name.endsWith(".png"))).toEqual(["a.txt ett"]);
  });

  test("may be of one name, and both are there", async () => {
    expect(await expand(archiveOf({ "Plan.txt": "ett", "plan.txt": "två" }))).toEqual([
      "Plan.txt ett",
      "plan.txt två",
    ]);
  });

  test("have names that lead nowhere", async () => {
    const bytes = archiveOf({ "../../etc/passwd": "a", "/abs/b.txt": "b", "C:\\dok\\..\\c.txt": "c" });
    expect(await expand(bytes)).toEqual(["etc/passwd a", "abs/b.txt b", "dok/c.txt c"]);
  });

  test("have Swedish names, also from Windows' own archives", async () => {
    const bytes = archiveOf({ "XXrsplan.txt": "ett" });
    // "Å" is one byte there; two are written to keep the length.
    for (let at = 0; at < bytes.length - 1; at++)
      if (bytes[at] === 0x58 && bytes[at + 1] === 0x58) bytes.set([0x8f, 0x84], at);
    expect(await expand(bytes)).toEqual(["Åärsplan.txt ett"]);
  });
});

describe("what cannot be unpacked", () => {
  const nest = (depth: number): Uint8Array =>
    depth === 0 ? archiveOf({ "plan.txt": "ett" }) : archiveOf({ [`${String(depth)}.zip`]: nest(depth - 1) });

  test("is an archive deeper than three levels", async () => {
    expect(await expand(nest(2))).toEqual(["2.zip/1.zip/plan.txt ett"]);
    expect(await expand(nest(3))).toEqual(["3.zip/2.zip/1.zip ARCHIVE_NESTED_TOO_DEEP"]);
  });

  test("is a file over the limit; the others are unpacked", async () => {
    const bytes = archiveOf({ "stor.txt": "x".repeat(1_000), "liten.txt": "ett" });
    expect(await expand(bytes, { fileBytes: 500 })).toEqual(["stor.txt FILE_TOO_LARGE", "liten.txt ett"]);
  });

  test("is a bomb: it ends where the budget of all levels ends", async () => {
    const bomb = archiveOf({ "a.txt": "0".repeat(300_000) });
    const bytes = archiveOf({ "1.zip": bomb, "2.zip": bomb, "3.zip": bomb, "4.zip": bomb });
    const entries = await expand(bytes, { unpackedBytes: 500_000 });
    expect(entries).toEqual(["1.zip/a.txt 0000000000", "2.zip/a.txt ARCHIVE_TOO_LARGE"]);
  });

  test("is a bomb of files too: archives of empty files that would each stand in the report", async () => {
    const many = archiveOf({ "a.txt": "", "b.txt": "", "c.txt": "" });
    expect(
      await expand(archiveOf({ "1.zip": many, "2.zip": many, "c.txt": "" }), { archiveFiles: 6 }),
    ).toEqual(["1.zip/a.txt ", "1.zip/b.txt ", "1.zip/c.txt ", "2.zip/a.txt ", "2.zip ARCHIVE_TOO_LARGE"]);
  });

  test("is a damaged entry; the others are unpacked", async () => {
    const bytes = archiveOf({ "a.txt": "ett ett ett", "b.txt": "två" });
    // The checksum of the first entry, in the directory.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 4 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 16, 1, true);
        break;
      }
    expect(await expand(bytes)).toEqual(["a.txt ARCHIVE_DAMAGED", "b.txt två"]);
  });

  test("is said of the archive itself when there is nothing in it, or it is broken", async () => {
    expect(await expand(archiveOf({ "bild.png": "x" }), {}, () => false)).toEqual([
      " ARCHIVE_WITHOUT_DOCUMENTS",
    ]);
    expect(await expand(archiveOf({ "a.txt": "ett" }).subarray(0, 40))).toEqual([" ARCHIVE_DAMAGED"]);
  });
});

test("an office file is no archive of documents", () => {
  expect(isArchive(archiveOf({ "a.txt": "ett" }))).toBe(true);
  expect(isArchive(archiveOf({ "[Content_Types].xml": "<a/>", "word/document.xml": "<a/>" }))).toBe(false);
  expect(isArchive(new TextEncoder().encode("PKtext"))).toBe(false);
});
