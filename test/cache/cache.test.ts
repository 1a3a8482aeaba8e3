// The store and what is kept in it: never trusted, never in the way.
import { chmod, mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openAuditCache, type AuditInput } from "../../src/cache/audit-cache.ts";
import { platformCacheFolder } from "../../src/cache/cache-folder.ts";
import { cachedReading } from "../../src/cache/cached-reading.ts";
import { measureStore, openStore, pruneStore } from "../../src/cache/open-store.ts";
import { sha256 } from "../../src/pipeline/content-hash.ts";
import type { NoticeCode, ReadResult } from "../../src/model/document.ts";
import { defaultReadOptions, type ReadOptions } from "../../src/read/reader.ts";
import { buildFolder } from "../cli/run.ts";
import { buildDocument } from "../report/reports/build-report.ts";

const key = "ab".repeat(32);

async function entryFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".gz")).map((name) => path.join(folder, name));
}

describe("a store", () => {
  test("gives back what was kept, also to another process", async () => {
    const folder = await buildFolder({});
    await openStore(folder).write(key, { text: "Åtgärder för män\u2028" });
    expect(await openStore(folder).read(key)).toEqual({ text: "Åtgärder för män\u2028" });
    expect(await openStore(folder).read("cd".repeat(32))).toBeUndefined();
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 9)],
    ["empty", () => Buffer.alloc(0)],
    ["with a bit turned", (bytes) => Buffer.from(bytes.map((byte, at) => (at === 24 ? byte ^ 4 : byte)))],
    ["of another kind", () => Buffer.from("<html></html>")],
  ])("removes an entry that is %s", async (_what, damage) => {
    const folder = await buildFolder({});
    const store = openStore(folder);
    await store.write(key, { a: "x".repeat(100) });
    const [file = ""] = await entryFiles(folder);
    await writeFile(file, damage(await readFile(file)));
    expect(await store.read(key)).toBeUndefined();
    expect(await entryFiles(folder)).toEqual([]);
  });

  test("does not take one entry for another", async () => {
    const folder = await buildFolder({});
    const store = openStore(folder);
    await store.write(key, 1);
    const [file = ""] = await entryFiles(folder);
    const other = "ab" + "01".repeat(31);
    await writeFile(path.join(path.dirname(file), `${other.slice(2)}.gz`), await readFile(file));
    expect(await store.read(other)).toBeUndefined();
    expect(await store.read(key)).toBe(1);
  });

  test("holds entries for their owner alone", async () => {
    if (process.platform === "win32") return;
    const folder = await buildFolder({});
    await openStore(folder).write(key, 1);
    const { mode } = await stat((await entryFiles(folder))[0] ?? "");
    expect(mode & 0o077).toBe(0);
  });

  test("goes on where nothing can be written, and says why once", async () => {
    const cwd = await buildFolder({ "a-file": "no folder" });
    const store = openStore(path.join(cwd, "a-file"));
    await store.write(key, 1);
    expect(store.failure).toBe("ENOTDIR");
    await store.write(key, 1);
    expect(await store.read(key)).toBeUndefined();
  });

  test("is pruned by use, and nothing else in the folder is touched", async () => {
    const folder = await buildFolder({ "plan.md": "# Plan", "ab/notes.gz": "mine" });
    const store = openStore(folder);
    await store.write(key, 1);
    await store.write("cd".repeat(32), 2);
    const [old = ""] = (await entryFiles(folder)).filter((file) => file.includes(`${path.sep}cd`));
    await utimes(old, 1, 1);
    expect(await measureStore(folder)).toMatchObject({ entries: 2 });
    expect(await pruneStore(folder, Date.now() - 1_000_000)).toMatchObject({ entries: 1 });
    expect(await store.read(key)).toBe(1);
    expect(await pruneStore(folder, Number.POSITIVE_INFINITY)).toMatchObject({ entries: 1 });
    expect(await measureStore(folder)).toEqual({ entries: 0, bytes: 0 });
    expect(await readFile(path.join(folder, "plan.md"), "utf8")).toBe("# Plan");
    expect(await readFile(path.join(folder, "ab/notes.gz"), "utf8")).toBe("mine");
  });

  test("with a folder in the place of an entry is pruned of all the others", async () => {
    const folder = await buildFolder({ [`${key.slice(0, 2)}/${key.slice(2)}.gz/`]: "" });
    const store = openStore(folder);
    await store.write("cd".repeat(32), 2);
    expect(await store.read(key)).toBeUndefined();
    expect(await measureStore(folder)).toMatchObject({ entries: 1 });
    expect(await pruneStore(folder, Number.POSITIVE_INFINITY)).toMatchObject({ entries: 1 });
    expect(await readdir(path.join(folder, key.slice(0, 2)))).toEqual([`${key.slice(2)}.gz`]);
  });

  test("an entry in use is not pruned with those that are not", async () => {
    const folder = await buildFolder({});
    const store = openStore(folder);
    await store.write(key, 1);
    const [file = ""] = await entryFiles(folder);
    await utimes(file, 1, 1);
    await store.read(key);
    // The mark is set beside the reading. Pruning before it is there would take the entry away.
    await expect.poll(async () => (await stat(file)).mtimeMs, { timeout: 30_000 }).toBeGreaterThan(1_000);
    expect((await pruneStore(folder, Date.now() - 60_000_000)).entries).toBe(0);
    expect(await store.read(key)).toBe(1);
  });
});

describe("a cached reading", () => {
  const unread = (code: NoticeCode): ReadResult => ({
    kind: "unread",
    format: "pdf",
    status: "unreadable",
    pages: null,
    notices: [{ code, params: {} }],
  });
  const bytes = Buffer.from("något");

  async function readTwice(result: ReadResult, options: ReadOptions = defaultReadOptions, other = options) {
    const store = openStore(await buildFolder({}));
    let reads = 0;
    const open = () =>
      Promise.resolve({
        read: () => Promise.resolve((reads++, result)),
        close: () => Promise.resolve(),
      });
    const results = [];
    for (const each of [options, other])
      results.push(await cachedReading(store, sha256, open).read(bytes, "a.md", each));
    expect(results).toEqual([result, result]);
    return reads;
  }

  test("reads once what stays the same", async () => {
    expect(await readTwice(unread("PDF_NO_TEXT"))).toBe(1);
  });

  test.each(["READER_TIMED_OUT", "READER_OUT_OF_MEMORY", "READER_FAILED", "PAGES_CUT_OFF"] as const)(
    "does not keep %s: the next run may fare better",
    async (code) => {
      expect(await readTwice(unread(code))).toBe(2);
    },
  );

  test("does not keep what a password opened", async () => {
    expect(await readTwice(unread("NO_TEXT"), { ...defaultReadOptions, passwords: ["x"] })).toBe(2);
  });

  test("reads anew when documents are to be read in another way", async () => {
    const other = { ...defaultReadOptions, changes: "original" } as const;
    expect(await readTwice(unread("NO_TEXT"), defaultReadOptions, other)).toBe(2);
  });

  test("opens nothing when everything is known", async () => {
    const store = openStore(await buildFolder({}));
    const result = unread("NO_TEXT");
    const good = { read: () => Promise.resolve(result), close: () => Promise.resolve() };
    await cachedReading(store, sha256, () => Promise.resolve(good)).read(bytes, "a.md", defaultReadOptions);
    const never = cachedReading(store, sha256, () => Promise.reject(new Error("opened")));
    expect(await never.read(bytes, "b.md", defaultReadOptions)).toEqual(result);
    await never.close();
  });
});

describe("cached audits", () => {
  const input: AuditInput = {
    sha256: "11",
    path: "a.md",
    packs: [],
    type: "auto",
    lang: "sv",
    read: defaultReadOptions,
    standardText: "",
  };
  const report = buildDocument({ path: "a.md", sha256: "11" });

  test.each<[string, Partial<AuditInput>]>([
    ["content", { sha256: "22" }],
    ["path", { path: "b.md" }],
    ["type", { type: "rus" }],
    ["giver of the type", { typeFrom: "config: *" }],
    ["language", { lang: "en" }],
    ["reading", { read: { ...defaultReadOptions, ocr: true } }],
    ["boilerplate", { standardText: "f" }],
    ["rules", { packs: [{ id: "a", version: "1", sha256: "2" } as never] }],
  ])("do not serve another %s", async (_what, other) => {
    const cache = openAuditCache<number>(openStore(await buildFolder({})));
    await cache.keep(input, { report, beside: 7 });
    expect(await cache.find(input)).toEqual({ report, beside: 7 });
    expect(await cache.find({ ...input, ...other })).toBeUndefined();
  });
});

describe("the folder of the platform", () => {
  test.each([
    ["linux", { HOME: "/home/eva" }, "/home/eva/.cache/genomlys"],
    ["linux", { HOME: "/home/eva", XDG_CACHE_HOME: "/var/c" }, "/var/c/genomlys"],
    ["linux", { HOME: "/home/eva", XDG_CACHE_HOME: "not/absolute" }, "/home/eva/.cache/genomlys"],
    ["darwin", { HOME: "/Users/eva" }, "/Users/eva/Library/Caches/genomlys"],
    ["linux", {}, null],
    ["win32", { HOME: "/home/eva" }, null],
  ])("%s %j", (platform, env, folder) => {
    expect(platformCacheFolder({ env, platform })).toBe(folder);
  });
});

test("a store in a folder that may not be read is an error, not an empty store", async () => {
  if (process.platform === "win32" || process.getuid?.() === 0) return;
  const cwd = await buildFolder({});
  const folder = path.join(cwd, "locked");
  await mkdir(folder);
  await chmod(folder, 0);
  await expect(measureStore(folder)).rejects.toThrow("EACCES");
});
