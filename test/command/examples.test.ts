// The recipes in examples/, run for real where the engine that they run on is installed.
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireBuild, root, runCommand } from "../support/built-command.ts";

beforeAll(requireBuild);

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

// Debian's package moreutils has another program of that name, which knows no --version.
describe.skipIf(!isInstalled("parallel"))("examples/parallel.sh", () => {
  test("gives the report of one run, and can be run again", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const env = {
      PATH: process.env["PATH"],
      HOME: folder,
      GENOMLYS: `${process.execPath} ${root}bin/genomlys.js`,
    };
    const merged = path.join(folder, "merged.json");
    const script = [`${root}examples/parallel.sh`, "fixtures/halland", "3", merged];
    for (let run = 0; run < 2; run++) await promisify(execFile)("bash", script, { cwd: root, env });
    const lines = path.join(folder, "one.jsonl");
    await runCommand(["fixtures/halland", "--format", "jsonl", "-o", lines]);
    const { out } = await runCommand(["report", lines, "--format", "json"]);
    expect(await readFile(merged, "utf8")).toBe(out);
  });
});
