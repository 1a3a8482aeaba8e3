// What goes wrong around a run, for real: no room for the result, a reader that leaves, folders that may not be read,
// threads that are killed. Nothing is lost without a word, and the exit code says so.
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { DocumentReport } from "../../src/model/report.ts";
import { requireBuild, root, runCommand } from "../support/built-command.ts";

const plan = (name: string): string =>
  `# Plan för ${name}\n\n## 1 Elever\n\nFlickor i ${name} har högre betyg än pojkar i alla ämnen.\n`;
const names = ["Almby", "Berga", "Cesta", "Dala", "Eka", "Falla", "Gräsö", "Husby"];
const scan = ["docs", "--no-cache"];

/** A folder with eight documents below docs/, open to every user. */
async function makeArchive(): Promise<string> {
  const cwd = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  await chmod(cwd, 0o755);
  await mkdir(path.join(cwd, "docs"));
  for (const name of names) await writeFile(path.join(cwd, `docs/${name}.md`), plan(name));
  return cwd;
}

beforeAll(requireBuild);

/** Runs the command by the shell, with `around` as its redirections and limits; "$@" is the command. */
function shell(
  around: string,
  argv: readonly string[],
  cwd: string,
): Promise<{ code: number | null; err: string }> {
  const child = spawn("sh", ["-c", around, "sh", process.execPath, `${root}bin/genomlys.js`, ...argv], {
    cwd,
    env: { PATH: process.env["PATH"] },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, err });
    });
  });
}

const results = [
  ["--version"],
  ["--help"],
  [...scan],
  [...scan, "--format", "json"],
  [...scan, "--format", "jsonl"],
  ["check", ...scan, "--min-coverage", "1"],
  ["report", "ut.json", "--format", "xlsx"],
  ["outline", "docs"],
  ["rules", "list"],
];

/** An archive with a saved result of it. */
async function withResult(): Promise<string> {
  const cwd = await makeArchive();
  expect((await runCommand([...scan, "-o", "ut.json", "--quiet"], { cwd })).code).toBe(0);
  return cwd;
}

describe.skipIf(!existsSync("/dev/full"))("a disk without room", () => {
  test("for standard output is told, whatever is written", { timeout: 60_000 }, async () => {
    const cwd = await withResult();
    for (const argv of results) {
      const full = openSync("/dev/full", "w");
      const child = spawn(process.execPath, [`${root}bin/genomlys.js`, ...argv], {
        cwd,
        env: { PATH: process.env["PATH"] },
        stdio: ["ignore", full, "pipe"],
      });
      closeSync(full);
      let err = "";
      child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect([argv, code, err]).toEqual([
        argv,
        2,
        expect.stringMatching(/^fel STDOUT_NOT_WRITABLE\n.*ENOSPC/),
      ]);
    }
  });

  test("for what is said beside the result costs nothing of the result", async () => {
    const cwd = await makeArchive();
    await writeFile(path.join(cwd, "docs/tom.md"), "");
    const { code } = await shell('exec "$@" > ut.jsonl 2> /dev/full', [...scan, "--format", "jsonl"], cwd);
    expect(code).toBe(3);
    expect((await readFile(path.join(cwd, "ut.jsonl"), "utf8")).trimEnd().split("\n")).toHaveLength(
      names.length + 1,
    );
  });
});

describe.skipIf(process.platform === "win32")("a result that is longer than there is room for", () => {
  // The size that a file may have stands in for the room on a disk: a write stops in the middle there, too.
  const limited = (rest: string): string => `ulimit -f 48; exec "$@" ${rest}`;

  test("is never half a result that counts as whole: standard output", async () => {
    const cwd = await makeArchive();
    for (const format of ["json", "jsonl"]) {
      const { code, err } = await shell(limited("> ut.json"), [...scan, "--format", format], cwd);
      expect([format, code, err]).toEqual([format, 2, expect.stringContaining("STDOUT_NOT_WRITABLE")]);
    }
  });

  test("leaves the old file as it was, and nothing beside it", async () => {
    const cwd = await makeArchive();
    await writeFile(path.join(cwd, "ut.json"), "förra");
    const { code, err } = await shell(limited(""), [...scan, "-o", "ut.json"], cwd);
    expect([code, err]).toEqual([2, expect.stringMatching(/^fel OUTPUT_NOT_WRITABLE\n.*"ut\.json"/)]);
    expect(await readFile(path.join(cwd, "ut.json"), "utf8")).toBe("förra");
    expect(await readdir(cwd)).toEqual(["docs", "ut.json"]);
  });

  test("leaves whole lines, and the run goes on from there when there is room", async () => {
    const cwd = await makeArchive();
    const file = path.join(cwd, "ut.jsonl");
    const { code } = await shell(limited(""), ["docs", "--no-cache", "--resume", "ut.jsonl"], cwd);
    expect(code).toBe(2);
    const left = (await readFile(file, "utf8")).split("\n");
    expect(left.pop()).toBe("");
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(names.length);
    for (const line of left) expect(JSON.parse(line)).toHaveProperty("sections");
    expect((await runCommand(["docs", "--no-cache", "--resume", "ut.jsonl"], { cwd })).code).toBe(0);
    const whole = await runCommand([...scan, "--format", "jsonl"], { cwd });
    expect(await readFile(file, "utf8")).toBe(whole.out);
  });
});

describe("a reader that has left", () => {
  test("is a quiet end for every command", { timeout: 60_000 }, async () => {
    const cwd = await withResult();
    for (const argv of results) {
      const child = spawn(process.execPath, [`${root}bin/genomlys.js`, ...argv], {
        cwd,
        env: { PATH: process.env["PATH"] },
      });
      child.stdout.destroy();
      let err = "";
      child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect([argv, code, err]).toEqual([argv, 0, expect.not.stringMatching(/EPIPE|Error|fel /)]);
    }
  });

  test("of what is said beside the result costs nothing of the result", async () => {
    const cwd = await makeArchive();
    await writeFile(path.join(cwd, "docs/tom.md"), "");
    const argv = [`${root}bin/genomlys.js`, ...scan, "--format", "jsonl"];
    const child = spawn(process.execPath, argv, { cwd, env: { PATH: process.env["PATH"] } });
    child.stderr.destroy();
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, out.trimEnd().split("\n").length]).toEqual([3, names.length + 1]);
  });
});

test("a thread that is killed costs nothing: the next does its work", async () => {
  const cwd = await makeArchive();
  // The first two threads are ended by a stranger as soon as they are given something to do.
  const killer = `let left = 2; process.on("worker", (worker) => {
    if (left-- <= 0) return;
    const { postMessage } = worker;
    worker.postMessage = (...given) => { postMessage.apply(worker, given); worker.terminate(); console.error("dödad"); };
  });`;
  const argv = [...scan, "--format", "jsonl", "--jobs", "2"];
  const undisturbed = await runCommand(argv, { cwd });
  const node = ["--import", `data:text/javascript,${encodeURIComponent(killer)}`];
  const { code, out, err } = await runCommand(argv, { cwd, node });
  expect(err).toContain("dödad");
  expect([code, out]).toEqual([0, undisturbed.out]);
});

test("what is thrown where nobody waits is a fault of the tool, not a missed bar", async () => {
  const cwd = await makeArchive();
  const thrower = `process.once("worker", () => setImmediate(() => { throw new TypeError("ingen väntar"); }));`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(thrower)}`];
  const { code, err } = await runCommand(scan, { cwd, node });
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/^Detta är ett fel i genomlys.*\n {2}TypeError: ingen/),
  ]);
});

test("a fault is told for what it is when no file can be opened any more", async () => {
  const cwd = await makeArchive();
  const thrower = `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    process.once("worker", () => {
      const refuse = () => { throw Object.assign(new Error("too many open files"), { code: "EMFILE" }); };
      Object.assign(fs, { readFileSync: refuse, openSync: refuse });
      syncBuiltinESMExports();
      setImmediate(() => { throw new TypeError("ingen väntar"); });
    });`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(thrower)}`];
  const { code, err } = await runCommand(scan, { cwd, node });
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/^Detta är ett fel i genomlys \d.*\n {2}TypeError: ingen/),
  ]);
});

describe("rights", () => {
  // For root nothing is forbidden: the command is run by a user without rights there.
  const uid = process.getuid?.() === 0 ? 65534 : undefined;
  const asUser = (argv: readonly string[], cwd: string) => runCommand(argv, { cwd, uid });

  test.skipIf(process.platform === "win32")(
    "a folder that may not be read is named, its neighbours are audited",
    async (context) => {
      const cwd = await makeArchive();
      const before = await asUser(["--version"], cwd).catch(() => null);
      // A project below /root is closed to everyone else.
      context.skip(before?.code !== 0, "no other user can run genomlys here");
      await mkdir(path.join(cwd, "docs/Closed"));
      await writeFile(path.join(cwd, "docs/Closed/a.md"), plan("a"));
      await chmod(path.join(cwd, "docs/Closed"), 0o000);
      await chmod(path.join(cwd, "docs/Berga.md"), 0o000);
      const { code, out, err } = await asUser([...scan, "--format", "jsonl"], cwd);
      const found = out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as DocumentReport);
      expect(code).toBe(3);
      expect(found.map(({ path: at, status }) => [at, status])).toEqual([
        ["docs/Almby.md", "audited"],
        ["docs/Berga.md", "unreadable"],
        ["docs/Cesta.md", "audited"],
        ["docs/Closed", "unreadable"],
        ["docs/Dala.md", "audited"],
        ...["Eka", "Falla", "Gräsö", "Husby"].map((name) => [`docs/${name}.md`, "audited"]),
      ]);
      expect(err).toMatch(/docs\/Closed: .*EACCES/);

      const alone = await asUser(["docs/Closed"], cwd);
      expect([alone.code, alone.err]).toEqual([2, expect.stringContaining("INPUT_UNREADABLE")]);
      const refused = await asUser([...scan, "-o", "ut.json"], cwd);
      expect([refused.code, refused.err]).toEqual([
        2,
        expect.stringMatching(/^fel OUTPUT_NOT_WRITABLE\n.*"ut\.json" \(du saknar behörighet, EACCES\)/),
      ]);
      expect(await readdir(cwd)).toEqual(["docs"]);
    },
  );
});
