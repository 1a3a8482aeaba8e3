import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { openPool, type Pool } from "../../src/threads/open-pool.ts";

type Answer = string | number;
const opened: Pool<string, Answer, string>[] = [];

/** A pool whose threads do `body` with each `task`, a string; `answer(value)` and `progress(text)` speak to the pool. */
function open(body: string, jobs = 1, heapMb = 200): Pool<string, Answer, string> {
  const script = `
    import { existsSync, writeFileSync } from "node:fs";
    import { parentPort, threadId } from "node:worker_threads";
    const answer = (answer, held = 0) => parentPort.postMessage({ kind: "answer", answer, held });
    const progress = (progress) => parentPort.postMessage({ kind: "progress", progress });
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const grow = (held = []) => { held.push(new Uint8Array(8_000_000).fill(1)); setTimeout(grow, 5, held); };
    parentPort.on("message", async (task) => { ${body} });
  `;
  const pool = openPool<string, Answer, string>(
    new URL(`data:text/javascript,${encodeURIComponent(script)}`),
    { jobs, heapMb },
  );
  opened.push(pool);
  return pool;
}
afterEach(async () => {
  for (const pool of opened.splice(0)) await pool.close();
});

const limits = { taskMs: 20_000, memoryMb: 500 };

/** Answers and stops as short texts, in the order in which the tasks were given. */
async function runAll(
  pool: Pool<string, Answer, string>,
  tasks: readonly string[],
  each = limits,
): Promise<unknown[]> {
  const results = await Promise.all(tasks.map((task) => pool.run(task, each)));
  return results.map((result) => (result.kind === "answer" ? result.answer : result.notice.code));
}

describe("a pool of threads", () => {
  test("answers every task with its own answer, however late it comes", async () => {
    const pool = open("await wait(task === 'slow' ? 150 : 1); answer(task);", 2);
    expect(await runAll(pool, ["slow", "a", "b", "c"])).toEqual(["slow", "a", "b", "c"]);
  });

  test("runs no more tasks at a time than it was told", async () => {
    const pool = open("await wait(60); answer(threadId);", 2);
    expect(new Set(await runAll(pool, ["a", "b", "c", "d", "e"])).size).toBe(2);
  });

  test("uses one thread again for tasks that come one after the other", async () => {
    const pool = open("answer(threadId);", 4);
    const threads = new Set<unknown>();
    for (const task of ["a", "b", "c"]) for (const thread of await runAll(pool, [task])) threads.add(thread);
    expect(threads.size).toBe(1);
  });

  test("hands on what a task says of its progress", async () => {
    const said: string[] = [];
    const pool = open("progress('1 of 2'); progress('2 of 2'); answer('done');");
    await pool.run("a", limits, (progress) => said.push(progress));
    expect(said).toEqual(["1 of 2", "2 of 2"]);
  });

  test("replaces a thread that holds on to much memory", async () => {
    const pool = open("answer(threadId, task === 'large' ? 1e9 : 0);");
    const [first] = await runAll(pool, ["large"]);
    const [second] = await runAll(pool, ["small"]);
    expect(second).not.toBe(first);
  });
});

describe("a task that never ends", () => {
  test("is stopped at its time limit and costs no other", async () => {
    const pool = open("if (task === 'hang') for (;;); answer(task);", 2);
    const answers = await Promise.all([
      pool.run("hang", { ...limits, taskMs: 400 }),
      ...["a", "b", "c"].map((task) => pool.run(task, limits)),
    ]);
    expect(answers.map((result) => (result.kind === "answer" ? result.answer : result.notice))).toEqual([
      { code: "READER_TIMED_OUT", params: { seconds: 1 } },
      "a",
      "b",
      "c",
    ]);
  });

  test("is not stopped while it shows progress", async () => {
    const pool = open(
      "for (let i = 0; i < 5; i++) { await wait(400); progress(String(i)); } answer('done');",
    );
    // Alive before the clock starts: starting a thread takes as long as the whole limit on a busy machine.
    await pool.run("warm up", limits);
    expect(await runAll(pool, ["a"], { ...limits, taskMs: 1500 })).toEqual(["done"]);
  });
});

describe("a task that takes all memory", () => {
  const body = "if (task.startsWith('bomb')) grow(); else { await wait(50); answer(task); }";

  test("is stopped when it runs alone", async () => {
    expect(await runAll(open(body), ["bomb", "a"], { ...limits, memoryMb: 150 })).toEqual([
      "READER_OUT_OF_MEMORY",
      "a",
    ]);
  });

  test("is found among others, and none of them pays for it", async () => {
    const tasks = ["a", "bomb 1", "b", "bomb 2", "c"];
    expect(await runAll(open(body, 2), tasks, { ...limits, memoryMb: 150 })).toEqual([
      "a",
      "READER_OUT_OF_MEMORY",
      "b",
      "READER_OUT_OF_MEMORY",
      "c",
    ]);
  });

  test("is stopped when the heap of its thread is full", async () => {
    const pool = open(
      "const held = []; for (;;) held.push({ a: held.length, b: String(held.length) });",
      1,
      30,
    );
    expect(await runAll(pool, ["a"], { ...limits, memoryMb: 30 })).toEqual(["READER_OUT_OF_MEMORY"]);
  });
});

describe("a thread that dies", () => {
  test("costs the task it died of, with the reason", async () => {
    const pool = open(
      "if (task === 'exit') process.exit(7); if (task === 'throw') throw new TypeError('x'); answer(task);",
    );
    const reasons: unknown[] = [];
    for (const task of ["exit", "a", "throw", "b"]) {
      const result = await pool.run(task, limits);
      reasons.push(result.kind === "answer" ? result.answer : result.notice.params["reason"]);
    }
    expect(reasons).toEqual(["worker ended with 7", "a", "x", "b"]);
  });

  test("from another cause than its task costs nothing: the task is done by the next", async () => {
    const flag = path.join(await mkdtemp(path.join(tmpdir(), "genomlys-")), "died");
    onTestFinished(() => rm(path.dirname(flag), { recursive: true, force: true }));
    // What another program does to a thread looks like this from inside.
    const dieOnce = `if (task === 'b' && !existsSync(${JSON.stringify(flag)})) {
      writeFileSync(${JSON.stringify(flag)}, ''); process.exit(1); }`;
    const pool = open(`${dieOnce} answer(task);`, 2);
    expect(await runAll(pool, ["a", "b", "c"])).toEqual(["a", "b", "c"]);
  });

  test("while it waits for one is replaced when the next comes", async () => {
    const pool = open("answer(task); if (task === 'a') process.exit(1);");
    const short = { ...limits, taskMs: 5_000 };
    expect(await runAll(pool, ["a"], short)).toEqual(["a"]);
    // It dies just after its answer; a pool that does not notice would hand it the next task and wait for ever.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await runAll(pool, ["b"], short)).toEqual(["b"]);
  });

  test("says nothing of the paths of this machine when it cannot even start", async () => {
    const pool = openPool<string, string>(new URL("file:///nowhere/read.js"), { jobs: 1, heapMb: 100 });
    opened.push(pool);
    const result = await pool.run("a", limits);
    expect(result).toMatchObject({ kind: "stopped", notice: { code: "READER_FAILED" } });
    expect(JSON.stringify(result)).not.toContain("nowhere");
  });
});

describe("a thread that cannot be started", () => {
  // Where a limit on processes is reached Node refuses a thread at once, as it does for such an address.
  const nowhere = new URL("https://nowhere.invalid/read.js");

  test("costs each task, with the reason, and no more than that", async () => {
    const pool = openPool<string, string>(nowhere, { jobs: 2, heapMb: 100 });
    opened.push(pool);
    const results = await Promise.all(["a", "b", "c"].map((task) => pool.run(task, limits)));
    for (const result of results)
      expect(result).toEqual({
        kind: "stopped",
        notice: { code: "READER_FAILED", params: { reason: "ERR_INVALID_URL_SCHEME" } },
      });
  });

  test("costs nothing when there is another: the tasks wait for that", async () => {
    const script = new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads";
        parentPort.on("message", (answer) => parentPort.postMessage({ kind: "answer", answer, held: 0 }));`)}`,
    );
    const pool = openPool<string, string, string>(script, { jobs: 3, heapMb: 100 });
    opened.push(pool);
    // The first thread runs by now.
    script.href = nowhere.href;
    expect(await runAll(pool, ["a", "b", "c", "d"])).toEqual(["a", "b", "c", "d"]);
  });
});

describe("closing the pool", () => {
  test("does not begin the task of an ended thread again", async () => {
    const begun = path.join(await mkdtemp(path.join(tmpdir(), "genomlys-")), "begun");
    onTestFinished(() => rm(path.dirname(begun), { recursive: true, force: true }));
    const note = `writeFileSync(${JSON.stringify(begun)}, task, { flag: "a" });`;
    const pool = open(`${note} progress(task); await wait(60_000);`);
    await new Promise<string>((resolve) => void pool.run("a", limits, resolve));
    await pool.close();
    // A thread starts within some 50 ms.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await readFile(begun, "utf8")).toBe("a");
  });

  test("ends, and the program goes on, when an answer is on its way", async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL("../../src/threads/open-pool.ts", import.meta.url))],
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
    });
    const importable = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`;
    const answering = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", (answer) => parentPort.postMessage({ kind: "answer", answer, held: 0 }));`;
    // The program sleeps while the answer comes in, so that it is there when the pool is closed and not heard yet.
    const program = `
      const { openPool } = await import(${JSON.stringify(importable(outputFiles[0]?.text ?? ""))});
      const pool = openPool(new URL(${JSON.stringify(importable(answering))}), { jobs: 1, heapMb: 100 });
      await pool.run("a", ${JSON.stringify(limits)});
      void pool.run("b", ${JSON.stringify(limits)});
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
      await pool.close();
      console.log("closed");`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    expect((await run).stdout).toBe("closed\n");
  });
});
