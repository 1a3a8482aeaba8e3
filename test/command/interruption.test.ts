// Ctrl-C and its like, on the real process.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { requireBuild, root, runCommand } from "../support/built-command.ts";

beforeAll(requireBuild);

const isWindows = process.platform === "win32";

/**
 * A folder (or one archive in it) with short documents and a long one at the end, and the run that a signal is sent to at its first line: it is not
 * done before the signal comes, however busy the machine.
 */
async function stopAtFirstLine(signal: NodeJS.Signals, { zipped = false } = {}) {
  const cwd = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  const text = "Flickor har högre betyg än pojkar i alla ämnen utom idrott. ".repeat(100);
  const documents = Array.from({ length: 30 }, (_, n): [name: string, text: string] => [
    `${String(n).padStart(2, "0")}.md`,
    `# Plan ${String(n)}\n\n${n < 29 ? text : `${text}\n\n`.repeat(25)}\n`,
  ]);
  if (zipped) {
    const bytes = documents.map(([name, content]): [string, Uint8Array] => [name, Buffer.from(content)]);
    await writeFile(path.join(cwd, "arkiv.zip"), zipSync(Object.fromEntries(bytes)));
  } else for (const [name, content] of documents) await writeFile(path.join(cwd, name), content);
  const child = spawn(
    process.execPath,
    [`${root}bin/genomlys.js`, ".", "--resume", "ut.jsonl", "--no-cache"],
    {
      cwd,
      env: { PATH: process.env["PATH"] },
    },
  );
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; by: string | null }>((resolve) => {
    child.on("exit", (code, by) => {
      resolve({ code, by });
    });
  });
  const file = path.join(cwd, "ut.jsonl");
  const lines = async (): Promise<string[]> => (await readFile(file, "utf8").catch(() => "")).split("\n");
  while ((await lines()).length < 2 && child.exitCode === null) await new Promise((go) => setTimeout(go, 5));
  child.kill(signal);
  return { cwd, lines, ended: await ended, err: () => err };
}

describe.skipIf(isWindows)("a run that is stopped", () => {
  test("by Ctrl-C leaves whole lines, says how to go on, and ends with 130", async () => {
    const { cwd, lines, ended, err } = await stopAtFirstLine("SIGINT");
    expect(ended).toEqual({ code: 130, by: null });
    expect(err()).toMatch(
      /Avbrutet efter \d+ dokument, som finns i ut\.jsonl\. Gå vidare .*--resume ut\.jsonl/,
    );
    const left = await lines();
    expect(left.pop()).toBe("");
    expect(left.length).toBeLessThan(30);
    for (const line of left) expect(JSON.parse(line)).toHaveProperty("sections");
    expect((await runCommand([".", "--resume", "ut.jsonl", "--no-cache"], { cwd })).code).toBe(0);
    const fresh = await runCommand([".", "--format", "jsonl", "--no-cache"], { cwd });
    expect((await lines()).join("\n")).toBe(fresh.out);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s does the same, and ends with %i", async (signal, code) => {
    const { lines, ended, err } = await stopAtFirstLine(signal);
    expect(ended).toEqual({ code, by: null });
    expect(err()).toMatch(/Avbrutet efter \d+ dokument, .*--resume ut\.jsonl/);
    const left = await lines();
    expect(left.pop()).toBe("");
    expect(left.length).toBeLessThan(30);
    for (const line of left) expect(JSON.parse(line)).toHaveProperty("sections");
  });

  test("in the middle of an archive does the same, and goes on in it", async () => {
    const { cwd, lines, ended, err } = await stopAtFirstLine("SIGINT", { zipped: true });
    expect(ended).toEqual({ code: 130, by: null });
    expect(err()).toMatch(/Avbrutet efter \d+ dokument, .*--resume ut\.jsonl/);
    expect((await lines()).length).toBeLessThan(30);
    expect((await runCommand([".", "--resume", "ut.jsonl", "--no-cache"], { cwd })).code).toBe(0);
    const fresh = await runCommand([".", "--format", "jsonl", "--no-cache"], { cwd });
    expect((await lines()).join("\n")).toBe(fresh.out);
  });

  test("by force goes on with what was written", async () => {
    const { cwd, lines, ended } = await stopAtFirstLine("SIGKILL");
    expect(ended.by).toBe("SIGKILL");
    expect((await runCommand([".", "--resume", "ut.jsonl", "--no-cache"], { cwd })).code).toBe(0);
    expect(await lines()).toHaveLength(31);
  });
});
