// Runs over archives that are stopped, resumed or parted: what comes out is what one undisturbed run gives.
import { once } from "node:events";
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { untilAborted } from "../../src/cli/audit/in-order.ts";
import { showProgress } from "../../src/cli/audit/progress.ts";
import { isInShard, parseShard } from "../../src/cli/inputs/shard.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const texts = ["Almby", "Berga", "Cesta", "Dala", "Eka"].map((name): [string, string] => [
  `docs/${name}.md`,
  `# Plan för ${name}\n\n## 1 Elever\n\nFlickor i ${name} har högre betyg än pojkar i alla ämnen.\n`,
]);
const documents = { ...Object.fromEntries(texts), "docs/tom.md": "" };

const jsonl = ["docs", "--format", "jsonl", "--no-cache"];

describe("a run that is resumed", () => {
  async function wholeRun() {
    const cwd = await buildFolder(documents);
    const file = path.join(cwd, "ut.jsonl");
    const resume = (...more: string[]) =>
      runReal(["docs", "--resume", "ut.jsonl", "--no-cache", ...more], cwd);
    await runReal([...jsonl, "-o", "ut.jsonl"], cwd);
    const whole = await readFile(file, "utf8");
    return { cwd, file, resume, whole, lines: whole.trimEnd().split("\n") };
  }

  test("after a stop in the middle of a line gives what one run gives", async () => {
    const { cwd, file, resume, whole } = await wholeRun();
    await writeFile(file, whole.slice(0, whole.length * 0.6));
    const { code, out } = await resume();
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(await readFile(file, "utf8")).toBe(whole);
    expect((await readdir(cwd)).sort()).toEqual(["docs", "ut.jsonl"]);
  });

  test("takes what is done from the lines, without judging it again", async () => {
    const { file, resume, whole, lines } = await wholeRun();
    const [first = ""] = lines;
    const marked = first.replace(/"words":\d+/, '"words":999999');
    await writeFile(file, `${marked}\n`);
    await resume();
    const [line, ...rest] = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(line).toContain('"words":999999');
    expect(rest).toEqual(whole.trimEnd().split("\n").slice(1));
  });

  test("does not take a line of a document that has changed since, or of other rules or language", async () => {
    const { cwd, file, resume, whole, lines } = await wholeRun();
    await writeFile(file, `${(lines[0] ?? "").replace(/"words":\d+/, '"words":999999')}\n`);
    await resume("--lang", "en");
    expect(await readFile(file, "utf8")).not.toContain("999999");
    await writeFile(file, whole);
    await appendFile(path.join(cwd, "docs/Almby.md"), "\nKvinnor och män deltar lika mycket.\n");
    await resume();
    const fresh = await runReal(jsonl, cwd);
    expect(await readFile(file, "utf8")).toBe(fresh.out);
  });

  test("looks again at what failed by circumstances, and not at what is broken", async () => {
    const { file, resume, whole, lines } = await wholeRun();
    const failed = (line: string, code: string): string =>
      JSON.stringify({
        ...(JSON.parse(line) as object),
        status: "unreadable",
        notices: [{ code, message: "" }],
        words: 999999,
      });
    await writeFile(
      file,
      [failed(lines[0] ?? "", "READER_FAILED"), failed(lines[1] ?? "", "PDF_DAMAGED"), ""].join("\n"),
    );
    await resume();
    const after = (await readFile(file, "utf8")).trimEnd().split("\n");
    expect(after[0]).toBe(lines[0]);
    expect(after[1]).toContain("999999");
    expect(after.slice(2)).toEqual(whole.trimEnd().split("\n").slice(2));
  });

  test("follows documents that have come and gone", async () => {
    const { cwd, file, resume, lines } = await wholeRun();
    await writeFile(file, `${lines.slice(0, 4).join("\n")}\n`);
    await writeFile(path.join(cwd, "docs/Aneby.md"), "# Ny plan\n\nText om vägar.\n");
    await writeFile(path.join(cwd, "docs/Berga.md"), "");
    await resume();
    expect(await readFile(file, "utf8")).toBe((await runReal(jsonl, cwd)).out);
  });

  test("takes up the lines of two runs that were stopped", async () => {
    const { cwd, file, resume, whole, lines } = await wholeRun();
    await writeFile(`${file}.earlier`, `${lines.slice(0, 3).join("\n")}\n{"path":"docs/x`);
    await writeFile(file, `${lines[3] ?? ""}\n${(lines[4] ?? "").slice(0, 50)}`);
    await resume();
    expect(await readFile(file, "utf8")).toBe(whole);
    expect((await readdir(cwd)).sort()).toEqual(["docs", "ut.jsonl"]);
  });

  test("begins from the start where there is nothing yet", async () => {
    const { whole } = await wholeRun();
    const cwd = await buildFolder(documents);
    await runReal(["docs", "--resume", "ut.jsonl", "--no-cache"], cwd);
    expect(await readFile(path.join(cwd, "ut.jsonl"), "utf8")).toBe(whole);
  });

  test("refuses a file that is no result, and leaves it alone", async () => {
    const cwd = await buildFolder({ ...documents, "anteckningar.txt": "Viktigt.\n" });
    const { code, err } = await runReal(["docs", "--resume", "anteckningar.txt"], cwd);
    expect(code).toBe(2);
    expect(err).toContain("RESUME_NOT_RESULT");
    expect(await readFile(path.join(cwd, "anteckningar.txt"), "utf8")).toBe("Viktigt.\n");
  });

  test.skipIf(process.platform === "win32")(
    "refuses a folder and what is no file, and leaves them where they are",
    async () => {
      const cwd = await buildFolder({ ...documents, "mapp/anteckningar.txt": "" });
      // As a pipe or a device, but nothing waits for it.
      const server = createServer().listen(path.join(cwd, "uttag"));
      await once(server, "listening");
      onTestFinished(() => void server.close());
      for (const place of ["mapp", "uttag"]) {
        const { code, err } = await runReal(["docs", "--resume", place, "--no-cache"], cwd);
        expect([place, code, err]).toEqual([place, 2, expect.stringContaining("RESUME_NOT_RESULT")]);
        expect((await readdir(cwd)).sort()).toEqual(["docs", "mapp", "uttag"]);
      }
    },
  );

  test("puts the earlier lines back when the run cannot begin", async () => {
    const { cwd, file, resume, whole } = await wholeRun();
    const { code } = await resume("--format", "html", "-o", "finns/inte.html");
    expect(code).toBe(2);
    expect(await readFile(file, "utf8")).toBe(whole);
    expect((await readdir(cwd)).sort()).toEqual(["docs", "ut.jsonl"]);
  });
});

describe("shards", () => {
  test("together give what one run gives, in whatever order they are merged", async () => {
    const cwd = await buildFolder(documents);
    const parts: string[] = [];
    for (const part of [1, 2, 3, 4]) {
      const { code, out } = await runReal([...jsonl, "--shard", `${String(part)}/4`], cwd);
      expect([0, 3]).toContain(code);
      parts.unshift(`del${String(part)}.jsonl`);
      await writeFile(path.join(cwd, parts[0] ?? ""), out);
    }
    await writeFile(path.join(cwd, "allt.jsonl"), (await runReal(jsonl, cwd)).out);
    for (const format of ["json", "markdown", "csv"]) {
      const merged = await runReal(["report", ...parts, "--format", format], cwd);
      const whole = await runReal(["report", "allt.jsonl", "--format", format], cwd);
      expect(merged).toEqual(whole);
    }
  });

  test("hold each document exactly once, and keep it when others come", () => {
    const paths = Array.from({ length: 500 }, (_, n) => `arkiv/${String(n)}.pdf`);
    const sizes = [1, 2, 3, 4].map((part) => paths.filter((at) => isInShard(at, { part, parts: 4 })).length);
    expect(sizes.reduce((a, b) => a + b)).toBe(500);
    expect(Math.min(...sizes)).toBeGreaterThan(90);
  });

  test("know a name whichever way its å is written", () => {
    const shard = [1, 2, 3, 4, 5, 6, 7].find((part) => isInShard("årsplan.pdf", { part, parts: 7 })) ?? 0;
    expect(isInShard("årsplan.pdf".normalize("NFD"), { part: shard, parts: 7 })).toBe(true);
  });

  test("an empty one is a result without lines, not an error", async () => {
    const cwd = await buildFolder({ "docs/a.md": "# A\n\nText." });
    const runs = await Promise.all(["1/2", "2/2"].map((shard) => runReal([...jsonl, "--shard", shard], cwd)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.map(({ out }) => out === "").sort()).toEqual([false, true]);
  });

  test.each(["0/4", "5/4", "1/0", "2", "a/b", "1/4/2", "-1/4"])("%s is none", (written) => {
    expect(() => parseShard(written)).toThrow(expect.objectContaining({ code: "SHARD_WRONG" }));
  });

  test("do not call a suppression unused that another part uses", async () => {
    const gap = "# Plan\n\n## 1 Skola\n\nAndelen elever som når målen är 84 procent.\n";
    const names = Object.keys(documents).map((name) => path.basename(name));
    const [here = ""] = names;
    const shardOf = (name: string): number => (isInShard(`docs/${name}`, { part: 1, parts: 2 }) ? 1 : 2);
    const cwd = await buildFolder({
      ...documents,
      [`docs/${here}`]: gap,
      "genomlys.config.yaml": `suppress:\n  - path: "docs/*.md"\n    section: Skola\n    reason: Avtalat\n  - path: "docs/*.md"\n    section: Finns ej\n    reason: Kvar\n`,
    });
    expect(new Set(names.map(shardOf)).size).toBe(2);
    for (const part of [1, 2]) {
      const { err } = await runReal([...jsonl, "--shard", `${String(part)}/2`], cwd);
      expect(err).not.toContain("behövs inte längre");
    }
    const whole = await runReal(jsonl, cwd);
    expect(whole.err.match(/behövs inte längre/g)).toHaveLength(1);
    expect(whole.err).toContain("Finns ej");
  });

  test("a report of nothing but empty shards is an error", async () => {
    const cwd = await buildFolder({ "a.jsonl": "", "b.jsonl": "" });
    const { code, err } = await runReal(["report", "a.jsonl", "b.jsonl"], cwd);
    expect(code).toBe(2);
    expect(err).toContain("REPORT_NOT_SAVED");
  });
});

describe("a run that is aborted", () => {
  test("ends at once, though something is still being worked on", async () => {
    const controller = new AbortController();
    const never = (async function* () {
      yield 1;
      await new Promise(() => undefined);
    })();
    const seen: number[] = [];
    for await (const item of untilAborted(never, controller.signal)) {
      seen.push(item);
      setTimeout(() => {
        controller.abort();
      });
    }
    expect(seen).toEqual([1]);
  });

  test("gives everything when nobody aborts it, and what is thrown", async () => {
    const failing = (async function* () {
      yield 1;
      yield await Promise.reject(new Error("broken"));
    })();
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const item of untilAborted(failing, new AbortController().signal)) seen.push(item);
    };
    await expect(run()).rejects.toThrow("broken");
    expect(seen).toEqual([1]);
  });
});

describe("the progress of an archive", () => {
  function watch(all: number, options: { quiet?: boolean; logProgress?: boolean; terminal?: boolean } = {}) {
    const { quiet = false, logProgress = false, terminal = true } = options;
    let shown = "";
    let log = "";
    let time = 0;
    const io = {
      stdout: { write: () => true },
      stderr: {
        write: (text: string | Uint8Array) => ((shown = String(text)), (log += shown), true),
        ...(terminal ? { isTTY: true } : {}),
        columns: 100,
      },
      stdin: (async function* () {})(),
      env: {},
      cwd: () => "/",
    };
    const progress = showProgress(io, all, { lang: "sv", quiet, logProgress }, () => time);
    return {
      progress,
      wait: (seconds: number) => (time += seconds * 1000),
      shown: () => shown.split("\r").at(-1)?.trim(),
      log: () => log,
    };
  }

  /** A hundred documents of ten pages, one every 20 seconds; the third could not be audited. */
  function runThrough({ progress, wait }: ReturnType<typeof watch>): void {
    for (let n = 1; n <= 100; n++) {
      progress.show(n, `arkiv/${String(n)}.pdf`);
      wait(20);
      progress.count({ pages: 10, failed: n === 3 });
    }
  }

  test("stands in a log once a minute, without signs that a terminal obeys", () => {
    const watched = watch(100, { terminal: false, logProgress: true });
    runThrough(watched);
    watched.progress.clear();
    const lines = watched.log().split("\n");
    expect(lines.pop()).toBe("");
    // 2 000 seconds.
    expect(lines).toHaveLength(33);
    expect(lines[0]).toBe("2 av 100, 1 sida i sekunden, 1 ej granskat");
    expect(lines[9]).toBe("29 av 100, 1 sida i sekunden, 25 min kvar, 1 ej granskat");
    expect(watched.log()).not.toMatch(/[\r\u001b]|arkiv/);
  });

  test("does not stand in a log unless it is asked for, nor when the run is to be quiet", () => {
    for (const options of [{ logProgress: false }, { logProgress: true, quiet: true }]) {
      const watched = watch(100, { terminal: false, ...options });
      runThrough(watched);
      expect(watched.log()).toBe("");
    }
  });

  test("says nothing in a log of a run that is over within the minute", () => {
    const { progress, wait, log } = watch(2, { terminal: false, logProgress: true });
    for (const n of [1, 2]) {
      progress.show(n, "a.pdf");
      wait(29);
      progress.count({ pages: 1, failed: false });
    }
    expect(log()).toBe("");
  });

  test("says how fast it goes, how long it takes and what failed", () => {
    const { progress, wait, shown } = watch(100);
    for (let n = 1; n <= 10; n++) progress.count({ pages: 12, failed: n === 3 });
    wait(10);
    progress.show(11, "arkiv/plan.pdf");
    expect(shown()).toBe("11 av 100, 12 sidor i sekunden, 2 min kvar, 1 ej granskat  arkiv/plan.pdf");
  });

  test("says nothing of what it cannot know yet", () => {
    const { progress, wait, shown } = watch(100);
    wait(1);
    progress.show(2, "arkiv/plan.pdf");
    expect(shown()).toBe("2 av 100  arkiv/plan.pdf");
  });
});
