// Files that change, vanish or turn into something else while a run is under way.
import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { pipeline as realPipeline, type Pipeline } from "../../src/cli/pipeline.ts";
import { sha256 } from "../../src/pipeline/content-hash.ts";
import type { DocumentReport, Report } from "../../src/model/report.ts";
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
    ...["FILE_UNREADABLE", "FILE_UNREADABLE", "FILE_TOO_LARGE"],
    ...["audited", "audited"],
  ]);
  expect(results[6]?.sha256).toBe(sha256(await readFile(path.join(cwd, "g.txt"))));
  expect(err).toMatch(/d\.txt: .*ENOENT/);
});

const boilerplate = "Nämnden ska i allt sitt arbete beakta skillnader mellan kvinnor och män i kommunen.";
const own: Readonly<Record<string, string>> = {
  a: "Almby bygger vägar, broar och en ny hamn. Där ska färjor lägga till om tio år.",
  b: "Berga planterar ekar, bokar och lindar. De ska stå längs den gamla landsvägen.",
  c: "Cesta lagar orgeln i kyrkan. Den ska spelas på alla helger från och med nästa höst.",
  d: "Dala gräver en brunn. Vattnet ska räcka till alla gårdar även under torra somrar.",
};
const text = (name: string): string => `# Policy\n\n## Mål\n\n${own[name] ?? ""}\n\n${boilerplate}\n`;

test("what changed or went between the two readings of an archive keeps its first judgement", async () => {
  const files = Object.fromEntries(Object.keys(own).map((name) => [`${name}.md`, text(name)]));
  const cwd = await buildFolder(files);
  const argv = [".", "--format", "json", "--jobs", "1", "--no-cache", "--type", "policy"];
  const { code, out } = await runWhile(argv, cwd, realPipeline, "d.md", async () => {
    await appendFile(path.join(cwd, "a.md"), "\nTillägg om flickor och pojkar.\n");
    await rm(path.join(cwd, "b.md"));
  });
  expect(code).toBe(0);
  const { documents } = JSON.parse(out) as Report;
  expect(documents.map(({ sha256: hash }) => hash)).toEqual(
    Object.values(files).map((content) => sha256(Buffer.from(content))),
  );
  const isMarked = ({ evidence }: DocumentReport): boolean => evidence.some((piece) => piece.standardText);
  expect(documents.map(isMarked)).toEqual([false, false, true, true]);
});
