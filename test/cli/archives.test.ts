// Archives of documents on the command line: each document in them stands in the report under the way to it.
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { buildFolder, run } from "./run.ts";

const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === "string" ? Buffer.from(content) : content,
      ]),
    ),
  );

describe("an archive", () => {
  test("is audited document by document", async () => {
    const inner = zip({ "b.md": "# Mål\n\nText.\n" });
    const cwd = await buildFolder({
      "arkiv.zip": zip({ "mapp/a.txt": "Text.", "inre.zip": inner, "bild.png": "x", "data.bin": "x" }),
    });
    const { code, out, err } = await run(["scan", "arkiv.zip", "--format", "json"], { cwd });
    const report = JSON.parse(out) as { documents: { path: string; status: string }[] };
    expect(report.documents.map(({ path }) => path)).toEqual([
      "arkiv.zip/mapp/a.txt",
      "arkiv.zip/inre.zip/b.md",
    ]);
    expect(err).toContain(".png 1");
    expect(err).toContain(".bin 1");
    expect(code).toBe(0);
  });

  test("without documents is a failure that is named", async () => {
    const cwd = await buildFolder({ "arkiv.zip": zip({ "bild.png": "x" }) });
    const { code, out } = await run(["scan", "arkiv.zip", "--format", "json"], { cwd });
    expect(code).toBe(3);
    expect(out).toContain("ARCHIVE_WITHOUT_DOCUMENTS");
  });
});
