// What a document may cost, as the command line and the configuration say it.
import { describe, expect, test } from "vitest";
import { parseLimits } from "../../src/cli/command-line/limit-option.ts";
import type { ReadLimits } from "../../src/read/reader.ts";
import { defaultLimits } from "../../src/read/reader.ts";
import { buildFolder, fakePipeline, run } from "./run.ts";

/** The limits that a run reads under. */
async function limitsOf(argv: readonly string[], config = ""): Promise<ReadLimits | undefined> {
  const cwd = await buildFolder({ ".git/HEAD": "", "a.txt": "text", "genomlys.config.yaml": config });
  const pipeline = fakePipeline();
  let limits: ReadLimits | undefined;
  const openReading: typeof pipeline.openReading = (batch, given) => {
    limits = given;
    return pipeline.openReading(batch, given);
  };
  await run([...argv, "a.txt"], { cwd, pipeline: { ...pipeline, openReading } });
  return limits;
}

describe("--limit", () => {
  test("sets what it names, and the last word counts", async () => {
    expect(await limitsOf(["--limit", "pages=5,seconds=7", "--limit", "pages=6"])).toEqual({
      ...defaultLimits,
      pages: 6,
      documentMs: 7_000,
    });
    expect(await limitsOf(["outline", "--limit", "file-mb=2"])).toMatchObject({ fileBytes: 2_000_000 });
    expect(await limitsOf([])).toEqual(defaultLimits);
  });

  test("comes before the configuration", async () => {
    const config = "limits: { pages: 3, seconds: 9 }";
    expect(await limitsOf(["--limit", "pages=4"], config)).toMatchObject({ pages: 4, documentMs: 9_000 });
  });

  test.each([
    ["page=3", "LIMIT_UNKNOWN"],
    ["", "LIMIT_UNKNOWN"],
    ["pages", "LIMIT_OUT_OF_RANGE"],
    ["pages=0", "LIMIT_OUT_OF_RANGE"],
    ["pages=-1", "LIMIT_OUT_OF_RANGE"],
    ["seconds=1.5", "LIMIT_OUT_OF_RANGE"],
    ["memory-mb=1e9", "LIMIT_OUT_OF_RANGE"],
  ])("is refused when it is %j", async (written, code) => {
    const { code: exit, err } = await run(["a.txt", "--limit", written]);
    expect(exit).toBe(2);
    expect(err).toContain(code);
    expect(() => parseLimits([written])).toThrow();
  });

  test("that is misspelt says what was probably meant", async () => {
    expect((await run(["a.txt", "--limit", "page=3"])).err).toContain('menade du "pages"?');
  });
});

test("a limit in the configuration that cannot be is refused at its line", async () => {
  const cwd = await buildFolder({
    ".git/HEAD": "",
    "a.txt": "text",
    "genomlys.config.yaml": "limits:\n  pages: 0\n",
  });
  const { code, err } = await run(["a.txt"], { cwd });
  expect(code).toBe(2);
  expect(err).toContain("genomlys.config.yaml:2");
});
