// What docs/analysis.md shows in R comes out of R.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { requireBuild, root } from "../support/built-command.ts";

beforeAll(requireBuild);

// DuckDB weighs 70 MB and is no dependency: `npm run analysis -- --duckdb <folder>` runs the page in it.
describe("examples/analysis.R (skipped without an Rscript that knows UTF-8)", () => {
  test("answers what the page shows, and loses no row in a locale without UTF-8", async ({ skip }) => {
    const script = path.join(root, "scripts", "try-analysis.mjs");
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    skip(/^R +skipped:/m.test(stdout), "no Rscript that knows UTF-8");
    expect(stdout.split("\n").filter((line) => line.startsWith("R:"))).toEqual([
      expect.stringMatching(/^R: the three questions +ok$/),
      expect.stringMatching(/^R: as many rows without UTF-8 +ok$/),
    ]);
  }, 120_000);
});
