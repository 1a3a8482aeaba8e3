// Files that results are written to, and what others do to them meanwhile: nothing is lost without a word.
import { existsSync, readlinkSync } from "node:fs";
import { appendFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openEarlierResults } from "../../src/cli/results/earlier-results.ts";
import { openLineFile } from "../../src/cli/results/line-file.ts";
import { openResultFile } from "../../src/cli/results/result-file.ts";
import { buildFolder } from "./run.ts";

describe("a file of lines", () => {
  const meddling: readonly [string, (file: string) => Promise<void>][] = [
    ["is removed", (file) => rm(file)],
    [
      "is replaced",
      async (file) => {
        await writeFile(`${file}.ny`, "en rad\n");
        await rename(`${file}.ny`, file);
      },
    ],
    ["lies in a folder that is moved away", (file) => rename(path.dirname(file), `${path.dirname(file)}-2`)],
    ["is begun anew by a second run", (file) => writeFile(file, "")],
    ["is written to by a second run", (file) => appendFile(file, "annat\n")],
  ];

  async function opened() {
    const folder = await buildFolder({ "ut/": "" });
    const file = path.join(folder, "ut/r.jsonl");
    const lines = await openLineFile(file, "r.jsonl");
    onTestFinished(() => lines.discard());
    await lines.write("en rad\n");
    return { file, lines };
  }

  // Windows moves no folder and removes no file that is open.
  describe.skipIf(process.platform === "win32").each(meddling)("that %s while it is written", (_, meddle) => {
    const lost = expect.objectContaining({ code: "OUTPUT_CHANGED", params: { path: "r.jsonl" } }) as unknown;

    test("ends the run at the next line", async () => {
      const { file, lines } = await opened();
      await meddle(file);
      const after = await readFile(file, "utf8").catch(() => null);
      await expect(lines.write("en till\n")).rejects.toEqual(lost);
      await lines.discard();
      // What stands there now is somebody else's.
      expect(await readFile(file, "utf8").catch(() => null)).toBe(after);
    });

    test("is not said to be whole after the last line", async () => {
      const { file, lines } = await opened();
      await meddle(file);
      await expect(lines.finish()).rejects.toEqual(lost);
    });
  });

  test("that is only read by others meanwhile is whole", async () => {
    const { file, lines } = await opened();
    expect(await readFile(file, "utf8")).toBe("en rad\n");
    await lines.write(Buffer.from("räksmörgås\n"));
    await lines.finish();
    expect(await readFile(file, "utf8")).toBe("en rad\nräksmörgås\n");
  });

  test.skipIf(!existsSync("/dev/null"))("may be a device, which holds nothing", async () => {
    const lines = await openLineFile("/dev/null", "/dev/null");
    await lines.write("en rad\n");
    await lines.write("en till\n");
    await lines.finish();
  });
});

test("a result whose folder has become a file is taken back without a fault", async () => {
  const folder = await buildFolder({ "ut/": "" });
  const result = await openResultFile(path.join(folder, "ut/r.json"), "r.json");
  await result.write("{");
  await rm(path.join(folder, "ut"), { recursive: true });
  await writeFile(path.join(folder, "ut"), "");
  await expect(result.write("}")).rejects.toMatchObject({ code: "OUTPUT_NOT_WRITABLE" });
  await result.discard();
});

describe("the lines of an earlier run", () => {
  const line = (name: string): string =>
    `${JSON.stringify({ path: name, sha256: "0f", conditions: "c", sections: [] })}\n`;

  async function resumed() {
    const folder = await buildFolder({ "ut/r.jsonl": line("a.md") + line("b.md") });
    const earlier = await openEarlierResults(path.join(folder, "ut/r.jsonl"), "r.jsonl");
    onTestFinished(() => earlier.close());
    return { folder, earlier };
  }

  test.skipIf(process.platform === "win32")("are there also when their file is removed", async () => {
    const { folder, earlier } = await resumed();
    await rm(path.join(folder, "ut"), { recursive: true });
    await writeFile(path.join(folder, "ut"), "");
    expect(await earlier.find("b.md", "0f", "c")).toMatchObject({ path: "b.md" });
    expect(await earlier.find("b.md", "0e", "c")).toBeUndefined();
    await earlier.finish();
    await earlier.close();
  });

  test.skipIf(!existsSync("/proc/self/fd"))("are held open once, however many ask at a time", async () => {
    const { folder, earlier } = await resumed();
    await Promise.all(["a.md", "b.md", "a.md"].map((name) => earlier.find(name, "0f", "c")));
    await earlier.close();
    const open = (await readdir("/proc/self/fd")).map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        // That of the listing itself.
        return "";
      }
    });
    expect(open.filter((file) => file.startsWith(folder))).toEqual([]);
  });
});
