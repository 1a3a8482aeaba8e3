// Files that are larger than what they are named for can be: sparse, so that they take no room on the disk.
import { truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadPacks } from "../../src/rules/load-packs.ts";
import { isPack } from "../../src/rules/pack-files.ts";
import { linesIn } from "../../src/cli/results/lines-in.ts";
import { everythingClear } from "../report/reports/everything-clear.ts";
import { jsonPieces, renderJsonLines } from "../../src/report/json.ts";
import { buildFolder, run } from "./run.ts";

/** A folder with a document and a file of six gigabytes. */
async function withLarge(name: string): Promise<string> {
  const cwd = await buildFolder({ "plan.md": "# Plan\n\nKvinnor och män.\n", [name]: "" });
  await truncate(path.join(cwd, name), 6_000_000_000);
  return cwd;
}

describe("a file of six gigabytes", () => {
  test.each([
    ["as a configuration", ["plan.md", "--config", "stor"], 32],
    ["as a password file", ["plan.md", "--password-file", "stor"], 32],
    ["as a list of the archive", ["plan.md", "--manifest", "stor"], 500],
    ["as accepted gaps", ["baseline", "prune", "plan.md", "--baseline", "stor"], 500],
    ["as labelled text", ["evaluate", "stor"], 500],
  ])("%s is named with its size, before it is read", async (_what, words, most) => {
    const cwd = await withLarge("stor");
    const { code, out, err } = await run(words, { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("fel FILE_NOT_SO_LARGE");
    expect(err).toMatch(
      new RegExp(`stor" har 6000 MB; en sådan fil läses hel och kan ha högst ${String(most)} MB`),
    );
    const english = await run([...words, "--lang", "en"], { cwd });
    expect(english.err).toContain('stor" has 6000 MB');
  });

  test("as rules is too", async () => {
    const cwd = await withLarge("stor.yaml");
    const tooLarge = expect.objectContaining({ code: "FILE_NOT_SO_LARGE" }) as Error;
    await expect(loadPacks([path.join(cwd, "stor.yaml")])).rejects.toEqual(tooLarge);
    expect(() => isPack(path.join(cwd, "stor.yaml"))).toThrow(tooLarge);
  });

  test("as a saved result is known as none by how it begins", async () => {
    const cwd = await withLarge("stor");
    const { code, err } = await run(["report", "stor"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("fel REPORT_NOT_SAVED");
  });

  test("of another program is known as none by its first field", async () => {
    const cwd = await buildFolder({ "karta.json": '{\n"type": "FeatureCollection",\n"features": "' });
    await truncate(path.join(cwd, "karta.json"), 6_000_000_000);
    const { code, err } = await run(["report", "karta.json"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("fel REPORT_NOT_SAVED");
  });
});

describe("a file that is read whole", () => {
  test("that is a folder is no missing configuration", async () => {
    const cwd = await buildFolder({ "plan.md": "# Plan\n", "regler/a.txt": "" });
    const { code, err } = await run(["plan.md", "--config", "regler"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("fel CONFIG_MISSING");
  });
});

describe("a saved result", () => {
  const text = [...jsonPieces(everythingClear)].join("");

  test("on one line, or laid out in another way, is the same", async () => {
    const value: unknown = JSON.parse(text);
    const sorted = Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
    const cwd = await buildFolder({
      "rad.json": JSON.stringify(value),
      "sorterad.json": JSON.stringify(sorted, null, "\t").replaceAll("\n", "\r\n"),
    });
    for (const file of ["rad.json", "sorterad.json"]) {
      const { code, out } = await run(["report", file, "--format", "json"], { cwd });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toEqual(value);
    }
  });

  test("that was cut off is told as that", async () => {
    for (const length of [200, text.length / 2, text.length - 3]) {
      const cwd = await buildFolder({ "ut.json": text.slice(0, length) });
      const { code, out, err } = await run(["report", "ut.json"], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain("fel REPORT_BROKEN  ut.json\n  Resultatet är inte helt");
    }
  });

  test("of another version is told as that, whatever else is wrong with it", async () => {
    const other = text.replace('"genomlys-report/1"', '"genomlys-report/9"').slice(0, -3);
    const cwd = await buildFolder({ "ut.json": other });
    expect((await run(["report", "ut.json"], { cwd })).err).toContain("fel REPORT_OTHER_VERSION");
  });
});

describe("a line that is longer than a text can be", () => {
  const read = async (text: string, longest: number) => {
    const lines: (string | null)[] = [];
    async function* pieces() {
      for (let at = 0; at < text.length; at += 7)
        yield await Promise.resolve(Buffer.from(text.slice(at, at + 7)));
    }
    for await (const line of linesIn(pieces(), longest)) lines.push(line.text);
    return lines;
  };

  test("is the last that comes, without its text", async () => {
    expect(await read(`en\n${"x".repeat(50)}\ntvå\n`, 30)).toEqual(["en", null]);
    expect(await read(`en\n${"x".repeat(20)}\ntvå\n`, 30)).toEqual(["en", "x".repeat(20), "två"]);
  });

  test("in a list of results is named by its number", async () => {
    const cwd = await buildFolder({});
    const file = path.join(cwd, "ut.jsonl");
    await writeFile(file, `${renderJsonLines(everythingClear)}{"path":"`);
    await truncate(file, 600_000_000);
    const { code, err } = await run(["report", "ut.jsonl"], { cwd });
    expect(code).toBe(2);
    const number = everythingClear.documents.length + 1;
    expect(err).toContain(`fel REPORT_PART_TOO_LONG  ut.jsonl:${String(number)}`);
  }, 60_000);
});
