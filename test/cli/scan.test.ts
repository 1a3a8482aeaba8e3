import { chmod, lstat, readdir, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import { openResultStream, type Io } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { buildFolder, fakePipeline, run, textOf } from "./run.ts";

const paths = (report: string): string[] =>
  (JSON.parse(report) as Report).documents.map((document) => document.path);

describe("exit codes", () => {
  test("0 when everything was audited", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "b.md": "text" });
    expect(await run(["."], { cwd })).toMatchObject({ code: 0, err: "" });
  });

  test("3 when a file could not be read; the others are in the report", async () => {
    const cwd = await buildFolder({ "a.pdf": "oläslig", "b.txt": "text" });
    const { code, out, err } = await run([".", "--format", "json"], { cwd });
    expect(code).toBe(3);
    const { summary, documents } = JSON.parse(out) as Report;
    expect(summary).toMatchObject({ documents: 2, audited: 1, failed: 1 });
    expect(documents[0]).toMatchObject({ path: "a.pdf", status: "unreadable" });
    expect(err).toBe("ej granskat: a.pdf: PDF-filen är skadad och går inte att öppna.\n");
  });

  test("3 when one of the paths does not exist; the message names it, the other is audited", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { code, out, pipeline } = await run(["nix.pdf", "a.txt"], { cwd });
    expect(code).toBe(3);
    expect(out).toMatch(/nix\.pdf\n {4}Filen finns inte\./);
    expect(pipeline.audited.map((file) => file.path)).toEqual(["a.txt"]);
  });

  test("3 when one of the folders holds no documents", async () => {
    const cwd = await buildFolder({ "tom/": "", "a.txt": "text" });
    const { code, out } = await run(["tom/", "a.txt"], { cwd });
    expect(code).toBe(3);
    expect(out).toContain("Mappen innehåller inga dokument.");
  });

  test("3, not 2, when all files are there but none can be read", async () => {
    const cwd = await buildFolder({ "a.pdf": "oläslig" });
    expect((await run(["a.pdf"], { cwd })).code).toBe(3);
  });

  test("2 when nothing at all could be found, with every path named", async () => {
    const cwd = await buildFolder({ "tom/": "" });
    const { code, out, err } = await run(["nix.pdf", "tom", "*.docx"], { cwd });
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain('Hittar inte "nix.pdf"');
    expect(err).toContain('Det finns inga dokument i mappen "tom"');
    expect(err).toContain('Inget dokument passar mönstret "*.docx"');
  });

  test("a fault of ours in one file costs that file only, and is told", async () => {
    const cwd = await buildFolder({ "a.txt": "krasch", "b.txt": "text" });
    const { code, out, err } = await run([".", "--format", "jsonl"], { cwd });
    expect(code).toBe(3);
    const documents = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as DocumentReport);
    expect(documents.map((document) => document.status)).toEqual(["unreadable", "audited"]);
    expect(documents[0]?.notices[0]).toMatchObject({ code: "READER_FAILED" });
    expect(err).toContain("Detta är ett fel i genomlys");
    expect(err).toContain("TypeError: x is undefined");
  });

  test("a fault of ours elsewhere is no exit code that means something else", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const pipeline = { ...fakePipeline(), assembleReport: () => Promise.reject(new Error("oj")) };
    const { code, err } = await run(["a.txt"], { cwd, pipeline });
    expect(code).toBe(3);
    expect(err).toContain("Error: oj");
  });
});

describe("what reaches the audit", () => {
  test("type, language, engine and rules are handed on", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { pipeline } = await run(
      [
        "a.txt",
        "--type",
        "mal-budget",
        "--lang",
        "en",
        "--pdf-engine",
        "pdfium",
        "--docx-engine",
        "mammoth",
        "--changes",
        "original",
        "--rules",
        "r1",
        "--rules=r2",
      ],
      { cwd },
    );
    expect(pipeline.audited).toEqual([
      {
        path: "a.txt",
        text: "text",
        type: "mal-budget",
        lang: "en",
        pdfEngine: "pdfium",
        docxEngine: "mammoth",
        changes: "original",
        passwords: [],
      },
    ]);
    expect(pipeline.packFolders).toEqual([[path.join(cwd, "r1"), path.join(cwd, "r2")]]);
  });

  test("the built-in rules without --rules, any type, Swedish", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { pipeline } = await run(["scan", "a.txt"], { cwd });
    expect(pipeline.audited).toEqual([
      {
        path: "a.txt",
        text: "text",
        type: "auto",
        lang: "sv",
        pdfEngine: "auto",
        docxEngine: "auto",
        changes: "accepted",
        passwords: [],
      },
    ]);
    expect(pipeline.packFolders).toEqual([[]]);
  });

  test("- is standard input", async () => {
    const { out, pipeline } = await run(["-", "-", "--format", "json"], { stdin: "från röret" });
    expect(paths(out)).toEqual(["-"]);
    expect(pipeline.audited[0]?.text).toBe("från röret");
  });

  test("more on standard input than a file may hold is not read to its end", async () => {
    let given = 0;
    const endless = {
      async *[Symbol.asyncIterator]() {
        const piece = Buffer.alloc(10_000_000);
        for (;;) {
          given += piece.length;
          yield await Promise.resolve(piece);
        }
      },
    };
    const { code, out } = await run(["-"], { stdin: endless });
    expect(code).toBe(3);
    expect(out).toContain("Filen är för stor");
    expect(given).toBeLessThan(200_000_000);
  });

  test("a file that is too large is not opened", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "stor.txt": "" });
    const { truncate } = await import("node:fs/promises");
    await truncate(path.join(cwd, "stor.txt"), 150_000_001);
    const { code, out, pipeline } = await run(["."], { cwd });
    expect(code).toBe(3);
    expect(out).toContain("Filen är för stor: 151 MB, gränsen är 150 MB.");
    expect(pipeline.audited.map((file) => file.path)).toEqual(["a.txt"]);
  });

  test("the same file twice, by name and through a link, is audited once", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    await symlink(path.join(cwd, "a.txt"), path.join(cwd, "b.txt"));
    const { out } = await run(["a.txt", "./a.txt", ".", "b.txt", "--format", "json"], { cwd });
    expect(paths(out)).toEqual(["a.txt"]);
  });
});

describe("where the result goes", () => {
  test("to standard output, and nothing else there", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "bild.png": "", "data.json": "" });
    const { out, err } = await run([".", "--format", "json"], { cwd });
    expect(paths(out)).toEqual(["a.txt"]);
    expect(err).toBe("2 filer av annat slag än dokument är inte med (.json 1, .png 1).\n");
  });

  test("to a file with --output, whose old content is gone", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "ut.json": "x".repeat(100_000) });
    const { out, err } = await run(["a.txt", "--format", "json", "-o", "ut.json"], { cwd });
    expect(out).toBe("");
    expect(paths(await readFile(path.join(cwd, "ut.json"), "utf8"))).toEqual(["a.txt"]);
    expect(err).toBe("Resultatet finns i ut.json\n");
  });

  test("--output - is standard output", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    expect(paths((await run(["a.txt", "--format", "json", "--output", "-"], { cwd })).out)).toEqual([
      "a.txt",
    ]);
  });

  test("the report of the last run is not audited in the next", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "tom.txt": "" });
    for (let round = 0; round < 2; round++) {
      const outputs = ["txt", "html", "md", "xlsx"].flatMap((ending) => ["-o", `rapport.${ending}`]);
      const { code, pipeline } = await run(
        [".", ...outputs, "--format", "github", "-o", "tom.txt", "--format", "summary", "-o", "sida.txt"],
        { cwd },
      );
      expect(code).toBe(0);
      expect(pipeline.audited.map((file) => file.path)).toEqual(["a.txt"]);
    }
  });

  test("a document in the folder that is audited is not lost for a report by its name", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "plan.md": "# Plan\n" });
    const { code, out, err, pipeline } = await run([".", "-o", "plan.md"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("fel OUTPUT_IS_INPUT");
    expect(err).toContain('"plan.md"');
    expect(pipeline.audited).toEqual([]);
    expect(await readFile(path.join(cwd, "plan.md"), "utf8")).toBe("# Plan\n");
  });

  test("a document is never overwritten with its report", async () => {
    const cwd = await buildFolder({ "plan.docx": "innehåll" });
    const { code, err } = await run(["plan.docx", "-o", "./plan.docx"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("OUTPUT_IS_INPUT");
    expect(await readFile(path.join(cwd, "plan.docx"), "utf8")).toBe("innehåll");
  });

  test("a result that cannot be written is told before the audit begins", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { code, err, pipeline } = await run(["a.txt", "-o", "finns/inte/ut.json"], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("OUTPUT_NOT_WRITABLE");
    expect(pipeline.audited).toEqual([]);
  });

  test("several results in one run, each in its own format and place", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "b.txt": "mera text" });
    const argv = [
      "a.txt",
      "b.txt",
      "--format",
      "terminal",
      "--format",
      "json",
      "-o",
      "ut.json",
      "-o",
      "rader.jsonl",
    ];
    const { code, out, err } = await run(argv, { cwd });
    expect(code).toBe(0);
    expect(out).toContain("2 dokument granskade");
    expect(paths(await readFile(path.join(cwd, "ut.json"), "utf8"))).toEqual(["a.txt", "b.txt"]);
    expect((await readFile(path.join(cwd, "rader.jsonl"), "utf8")).trim().split("\n")).toHaveLength(2);
    expect(err).toBe("Resultatet finns i ut.json\nResultatet finns i rader.jsonl\n");
    expect((await readdir(cwd)).sort()).toEqual(["a.txt", "b.txt", "rader.jsonl", "ut.json"]);
  });

  test("the ending of the file says the format when nothing else does", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    await run(["a.txt", "-o", "ut.json"], { cwd });
    expect(paths(await readFile(path.join(cwd, "ut.json"), "utf8"))).toEqual(["a.txt"]);
  });

  test.each([
    [["--format", "json", "--format", "terminal"]],
    [["--format", "json", "-o", "ut", "--format", "terminal", "-o", "./ut"]],
  ])("two results in one place are refused: %j", async (argv) => {
    const cwd = await buildFolder({ "a.txt": "text" });
    const { code, err, pipeline } = await run(["a.txt", ...argv], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("OUTPUT_TWICE");
    expect(pipeline.audited).toEqual([]);
  });

  test("a run that fails leaves the old result whole, and nothing beside it", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "ut.json": "förra" });
    const pipeline = { ...fakePipeline(), assembleReport: () => Promise.reject(new Error("oj")) };
    const both = ["--format", "json", "-o", "ut.json", "--format", "jsonl", "-o", "ut.jsonl"];
    expect((await run(["a.txt", ...both], { cwd, pipeline })).code).toBe(3);
    expect(await readFile(path.join(cwd, "ut.json"), "utf8")).toBe("förra");
    expect((await readdir(cwd)).sort()).toEqual(["a.txt", "ut.json"]);
  });

  test("lines stand in the file as the documents are done, and what stood there goes at the first", async () => {
    const names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];
    const cwd = await buildFolder({
      ...Object.fromEntries(names.map((name) => [name, name])),
      "ut.jsonl": "förra",
    });
    const pipeline = fakePipeline();
    const seen: string[] = [];
    const watched: typeof pipeline = {
      ...pipeline,
      auditFile: async (...given) => {
        seen.push(await readFile(path.join(cwd, "ut.jsonl"), "utf8"));
        return pipeline.auditFile(...given);
      },
    };
    await run([...names, "-o", "ut.jsonl", "--jobs", "1"], { cwd, pipeline: watched });
    expect(seen[0]).toBe("förra");
    expect(seen.at(-1)).toMatch(/^(\{.*\}\n)+$/);
    expect((await readdir(cwd)).sort()).toEqual([...names, "ut.jsonl"]);
    expect((await readFile(path.join(cwd, "ut.jsonl"), "utf8")).trim().split("\n")).toHaveLength(5);
  });

  test("a link to a file stays a link, and the file keeps its rights", async () => {
    const cwd = await buildFolder({ "a.txt": "text", "mapp/riktig.json": "förra" });
    await chmod(path.join(cwd, "mapp/riktig.json"), 0o600);
    await symlink("mapp/riktig.json", path.join(cwd, "ut.json"));
    await run(["a.txt", "-o", "ut.json"], { cwd });
    expect((await lstat(path.join(cwd, "ut.json"))).isSymbolicLink()).toBe(true);
    const real = path.join(cwd, "mapp/riktig.json");
    expect(paths(await readFile(real, "utf8"))).toEqual(["a.txt"]);
    expect((await lstat(real)).mode & 0o777).toBe(0o600);
  });

  test.each(["mapp", "a.txt/ut.json"])("%s is no file that can be written", async (file) => {
    const cwd = await buildFolder({ "a.txt": "text", "mapp/": "" });
    const { code, err, pipeline } = await run(["a.txt", "--format", "json", "-o", file], { cwd });
    expect(code).toBe(2);
    expect(err).toContain("OUTPUT_NOT_WRITABLE");
    expect(pipeline.audited).toEqual([]);
  });

  test("a device is written to, not replaced", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    expect(await run(["a.txt", "-o", "/dev/null"], { cwd })).toMatchObject({ code: 0, out: "" });
    expect((await lstat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  test("a file gets no colours and no bars, even when the run is watched on a terminal", async () => {
    const cwd = await buildFolder({ "a.txt": "text" });
    await run(["a.txt", "-o", "ut.txt"], { cwd, terminal: true });

    expect(await readFile(path.join(cwd, "ut.txt"), "utf8")).not.toMatch(/\u001b|░|─/);
  });

  test("lines come one by one, in the order of the files, before the last file is read", async () => {
    const names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"];
    const cwd = await buildFolder(Object.fromEntries(names.map((name) => [name, name])));
    const seen: string[] = [];
    const pipeline = fakePipeline();
    const io: Io = {
      stdout: { write: (line) => seen.push(`ut ${(JSON.parse(line as string) as DocumentReport).path}`) },
      stderr: { write: () => true },
      stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
      env: {},
      cwd: () => cwd,
    };
    const watched = {
      ...pipeline,
      auditFile: (...given: Parameters<typeof pipeline.auditFile>) => {
        seen.push(`in ${given[0].path}`);
        return pipeline.auditFile(...given);
      },
    };
    await main([".", "--format", "jsonl", "--jobs", "1"], io, watched);
    expect(seen.filter((event) => event.startsWith("ut"))).toEqual(names.map((name) => `ut ${name}`));
    expect(seen.indexOf("ut a.txt")).toBeLessThan(seen.indexOf("in e.txt"));
  });
});

describe("a reader that leaves (genomlys … | head)", () => {
  test("is a quiet end: the rest is not read", async () => {
    const names = Array.from({ length: 20 }, (_, number) => `${String(number + 10)}.txt`);
    const cwd = await buildFolder(Object.fromEntries(names.map((name) => [name, name])));
    let leave: ((error: Error) => void) | undefined;
    let err = "";
    const pipeline = fakePipeline();
    const io: Io = {
      stdout: {
        write: () => leave?.(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
        on: (_event, listener) => (leave = listener),
      },
      stderr: { write: (text) => (err += textOf(text)) },
      stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
      env: {},
      cwd: () => cwd,
    };
    expect(await main([".", "--format", "jsonl", "--jobs", "2"], io, pipeline)).toBe(0);
    expect(err).toBe("");
    expect(pipeline.audited.length).toBeLessThan(8);
  });

  test("is waited for when it is only slow", async () => {
    let drained: (() => void) | undefined;
    const stream = openResultStream({
      stdout: { write: () => false, once: (_event, listener) => (drained = listener) },
      stderr: { write: () => true },
      stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
      env: {},
      cwd: () => "",
    });
    let done = false;
    const writing = stream.write("x").then(() => (done = true));
    await Promise.resolve();
    expect(done).toBe(false);
    drained?.();
    await writing;
    expect(done).toBe(true);
  });

  test("any other trouble with the stream is not taken for that", async () => {
    let fail: ((error: Error) => void) | undefined;
    const stream = openResultStream({
      stdout: { write: () => true, on: (_event, listener) => (fail = listener) },
      stderr: { write: () => true },
      stdin: { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: "" }) }) },
      env: {},
      cwd: () => "",
    });
    fail?.(Object.assign(new Error("disk full"), { code: "ENOSPC" }));
    expect(stream.closed).toBe(false);
    await expect(stream.write("x")).rejects.toMatchObject({ code: "STDOUT_NOT_WRITABLE" });
  });
});

describe("what is said beside the result", () => {
  test("progress is one line, rewritten, only on a terminal and for several documents", async () => {
    const cwd = await buildFolder({ "a.txt": "1", "b\u001b[2J.txt": "2" });
    const watched = await run([".", "--format", "json"], { cwd, terminal: true });
    expect(watched.err).toContain("1 av 2  a.txt");
    expect(watched.err).toContain("2 av 2  b.txt");
    expect(watched.err).not.toContain("\n");
    expect(watched.err).not.toContain("\u001b");
    expect(watched.err.endsWith("\r")).toBe(true);
    expect((await run([".", "--format", "json"], { cwd })).err).toBe("");
    expect((await run(["a.txt", "--format", "json"], { cwd, terminal: true })).err).toBe("");
  });

  test("the recognition of pages is told of, for one document too, only on a terminal and only with --ocr", async () => {
    const cwd = await buildFolder({ "a.pdf": "1" });
    const recognise = async (argv: readonly string[], terminal = true): Promise<string> => {
      const pipeline = fakePipeline();
      const auditFile: typeof pipeline.auditFile = (file, options) => {
        options.read.onProgress?.({ recognised: 3, pages: 12 });
        return pipeline.auditFile(file, options);
      };
      return (
        await run([...argv, "--format", "json"], { cwd, terminal, pipeline: { ...pipeline, auditFile } })
      ).err;
    };
    expect(await recognise(["a.pdf", "--ocr"])).toContain("textigenkänning: 3 av 12 sidor  a.pdf");
    expect(await recognise(["a.pdf", "--ocr", "--lang=en"])).toContain("text recognition: 3 of 12 pages");
    expect((await recognise(["a.pdf", "--ocr"])).endsWith("\r")).toBe(true);
    expect(await recognise(["a.pdf", "--ocr"], false)).toBe("");
    expect(await recognise(["a.pdf", "--ocr", "--quiet"])).toBe("");
    expect(await recognise(["a.pdf"])).toBe("");
  });

  test("--quiet leaves standard error to errors", async () => {
    const cwd = await buildFolder({ "a.txt": "1", "b.pdf": "oläslig", "c.png": "" });
    expect(await run([".", "--format", "json", "--quiet"], { cwd, terminal: true })).toMatchObject({
      code: 3,
      err: "",
    });
  });

  test("follows --lang", async () => {
    const cwd = await buildFolder({ "a.txt": "1", "c.png": "" });
    const { out, err } = await run([".", "--lang=en"], { cwd });
    expect(err).toBe("1 file of other kinds than documents left out (.png 1).\n");
    expect(out).toContain("1 document audited");
  });
});
