// Files that change, vanish or turn into something else while a run is under way.
import { appendFile, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { pipeline as realPipeline, type Pipeline } from "../../src/cli/pipeline.ts";
import { sha256 } from "../../src/pipeline/content-hash.ts";
import type { Unread } from "../../src/model/document.ts";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import type { Reading } from "../../src/read/reader.ts";
import { runReal } from "./run-real.ts";
import { buildFolder, fakePipeline, textOf } from "./run.ts";

/** Runs with `meddle` done as soon as the document at `path` was handed over to be audited. */
async function runWhile(
  argv: readonly string[],
  cwd: string,
  pipeline: Pipeline,
  at: string,
  meddle: () => Promise<void>,
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  let done = false;
  const auditFile: Pipeline["auditFile"] = async (file, options) => {
    const report = await pipeline.auditFile(file, options);
    if (file.path === at && !done) {
      done = true;
      await meddle();
    }
    return report;
  };
  const code = await main(
    argv,
    {
      stdout: { write: (content) => (out += textOf(content)) !== "" },
      stderr: { write: (content) => (err += textOf(content)) !== "" },
      stdin: (async function* () {})(),
      env: {},
      cwd: () => cwd,
    },
    { ...pipeline, auditFile },
  );
  return { code, out, err };
}

test("what is gone, too large or no file any more when its turn comes is named; the others are audited", async () => {
  const letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const cwd = await buildFolder(Object.fromEntries(letters.map((name) => [`${name}.txt`, name])));
  const argv = [".", "--format", "jsonl", "--jobs", "1", "--limit", "file-mb=1"];
  const { code, out, err } = await runWhile(argv, cwd, fakePipeline(), "a.txt", async () => {
    await rm(path.join(cwd, "d.txt"));
    await rm(path.join(cwd, "e.txt"));
    await mkdir(path.join(cwd, "e.txt"));
    await appendFile(path.join(cwd, "f.txt"), "x".repeat(1_000_001));
    await writeFile(path.join(cwd, "g.txt"), "ny text");
    await writeFile(path.join(cwd, "i.txt"), "kom för sent");
  });
  expect(code).toBe(3);
  const found = out.trimEnd().split("\n");
  const results = found.map((line) => JSON.parse(line) as DocumentReport);
  expect(results.map(({ path: at }) => at)).toEqual(letters.map((name) => `${name}.txt`));
  expect(results.map(({ status, notices }) => (status === "audited" ? status : notices[0]?.code))).toEqual([
    ...["audited", "audited", "audited"],
    ...["FILE_GONE", "FILE_UNREADABLE", "FILE_TOO_LARGE"],
    ...["audited", "audited"],
  ]);
  expect(results[6]?.sha256).toBe(sha256(await readFile(path.join(cwd, "g.txt"))));
  expect(err).toMatch(/d\.txt: Filen är borta/);
});

const boilerplate = "Nämnden ska i allt sitt arbete beakta skillnader mellan kvinnor och män i kommunen.";
const own: Readonly<Record<string, string>> = {
  a: "Almby bygger vägar, broar och en ny hamn. Där ska färjor lägga till om tio år.",
  b: "Berga planterar ekar, bokar och lindar. De ska stå längs den gamla landsvägen.",
  c: "Cesta lagar orgeln i kyrkan. Den ska spelas på alla helger från och med nästa höst.",
  d: "Dala gräver en brunn. Vattnet ska räcka till alla gårdar även under torra somrar.",
};
const text = (name: string): string => `# Policy\n\n## Mål\n\n${own[name] ?? ""}\n\n${boilerplate}\n`;

const marked = ({ evidence }: DocumentReport): boolean => evidence.some((piece) => piece.standardText);

test("what changed or went between the two readings of an archive keeps its first judgement", async () => {
  const files = Object.fromEntries(Object.keys(own).map((name) => [`${name}.md`, text(name)]));
  const cwd = await buildFolder(files);
  const argv = [".", "--format", "json", "--jobs", "1", "--no-cache", "--type", "policy"];
  const { code, out, err } = await runWhile(argv, cwd, realPipeline, "d.md", async () => {
    await appendFile(path.join(cwd, "a.md"), "\nTillägg om flickor och pojkar.\n");
    await rm(path.join(cwd, "b.md"));
  });
  expect(code).toBe(0);
  const { documents } = JSON.parse(out) as Report;
  expect(documents.map(({ sha256: hash }) => hash)).toEqual(
    Object.values(files).map((content) => sha256(Buffer.from(content))),
  );
  expect(documents.map(marked)).toEqual([false, false, true, true]);
  expect(err).toContain("2 dokument med standardtext kunde inte läsas en gång till");
  expect(err).toMatch(/behåller sina nivåer: a\.md, b\.md\n/);
});

/** The real reading of a run; `spoil` may take the place of a document's second reading. */
function spoiling(spoil: (read: Reading["read"]) => Reading["read"]): Pipeline {
  const seen = new Set<string>();
  return {
    ...realPipeline,
    openReading: async (batch, limits) => {
      const reading = await realPipeline.openReading(batch, limits);
      const spoilt = spoil(reading.read);
      return {
        ...reading,
        read: (bytes, name, options) => {
          const isSecond = seen.has(name);
          seen.add(name);
          return isSecond && name === "a.md"
            ? spoilt(bytes, name, options)
            : reading.read(bytes, name, options);
        },
      };
    },
  };
}

const timedOut: Unread = {
  kind: "unread",
  format: "md",
  status: "unreadable",
  pages: null,
  notices: [{ code: "READER_TIMED_OUT", params: { seconds: 1 } }],
};

test.each<[string, (read: Reading["read"]) => Reading["read"]]>([
  ["ran out of time", () => () => Promise.resolve(timedOut)],
  [
    "was cut short",
    (read) => (bytes, name, options) => read(bytes.subarray(0, bytes.length / 2), name, options),
  ],
  ["met a reader that died", () => () => Promise.reject(new Error("thread ended"))],
])("a document whose second reading %s keeps its first judgement", async (_, spoil) => {
  const cwd = await buildFolder(
    Object.fromEntries(Object.keys(own).map((name) => [`${name}.md`, text(name)])),
  );
  const argv = [".", "--format", "json", "--no-cache", "--type", "policy"];
  const nothing = (): Promise<void> => Promise.resolve();
  const whole = await runWhile(argv, cwd, realPipeline, "", nothing);
  const spoilt = await runWhile(argv, cwd, spoiling(spoil), "", nothing);
  expect([whole.code, spoilt.code]).toEqual([0, 0]);
  const [first, ...others] = (JSON.parse(spoilt.out) as Report).documents;
  expect([first?.status, first?.words]).toEqual(["audited", text("a").match(/\p{L}+/gu)?.length]);
  expect([first, ...others].map((document) => document !== undefined && marked(document))).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(others).toEqual((JSON.parse(whole.out) as Report).documents.slice(1));
  expect(spoilt.err).toMatch(/1 dokument med standardtext .* a\.md\n/);
  expect(whole.err).not.toContain("standardtext kunde inte");
});

test("documents of an archive with a report of ours before them are all judged again", async () => {
  const report = "genomlys 1.0.0, Prov 1.0.0, genomlys-score/1\n";
  const files = Object.entries(own).map(([name]) => [`${name}.md`, strToU8(text(name))] as const);
  const zip = zipSync({ "0.txt": strToU8(report), ...Object.fromEntries(files) });
  const cwd = await buildFolder({ "arkiv.zip": zip });
  const results = await Promise.all(
    ["1", "3"].map((jobs) =>
      runReal([".", "--format", "json", "--no-cache", "--type", "policy", "--jobs", jobs], cwd),
    ),
  );
  const { documents } = JSON.parse(results[0]?.out ?? "") as Report;
  expect(documents.map(marked)).toEqual([true, true, true, true]);
  expect(results[1]?.out).toBe(results[0]?.out);
});

test.skipIf(process.platform !== "linux")(
  "a file whose name is no UTF-8 is named with what to do, and so is a link that leads nowhere",
  async ({ skip }) => {
    const cwd = await buildFolder({ "docs/a.txt": "Text.", "docs/b.txt": "Annan text." });
    const name = Buffer.concat([
      Buffer.from(path.join(cwd, "docs", "m")),
      Buffer.of(0xe5),
      Buffer.from("l.txt"),
    ]);
    // Some file systems take no such name.
    await writeFile(name, "Text.").catch(() => skip("the file system takes UTF-8 names only"));
    await symlink("finns-inte.txt", path.join(cwd, "docs", "c.txt"));
    const { code, out } = await runReal(["docs", "--format", "json", "--no-cache"], cwd);
    expect(code).toBe(3);
    const found = (JSON.parse(out) as Report).documents.map(({ path: at, notices }) => [
      at,
      notices[0]?.code,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ["docs/c.txt", "FILE_GONE"],
        ["docs/m\ufffdl.txt", "FILE_NAME_NOT_UTF8"],
      ]),
    );
    expect(found).toHaveLength(4);
  },
);
