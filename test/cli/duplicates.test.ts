// Files with the very content of another: named as such, audited once, counted once.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DocumentLine, Report } from "../../src/model/report.ts";
import { allFormats, freshFolder } from "./manifest-support.ts";
import { runReal } from "./run-real.ts";

const plan = (name: string): string =>
  `# ${name}\n\n## Mål\n\nVi ska minska ohälsan bland invånarna i kommunen och erbjuda alla ungdomar ett sommarjobb.\n`;

/** a, b and c are the same, d stands alone, e and f are empty. */
function archive(): string {
  const folder = freshFolder();
  mkdirSync(path.join(folder, "arkiv"));
  const contents = { a: plan("Ett"), b: plan("Ett"), c: plan("Ett"), d: plan("Två"), e: "", f: "" };
  for (const [name, text] of Object.entries(contents))
    writeFileSync(path.join(folder, "arkiv", `${name}.md`), text);
  return folder;
}

const jsonOf = async (folder: string, ...argv: string[]): Promise<Report> =>
  JSON.parse((await runReal([...argv, "--format", "json"], folder)).out) as Report;

const repeats = [
  ["arkiv/b.md", "arkiv/a.md"],
  ["arkiv/c.md", "arkiv/a.md"],
];

describe("a file with the content of another", () => {
  it("stands apart with the path of the first, and is counted nowhere", async () => {
    const report = await jsonOf(archive(), "arkiv", "--no-cache");
    const { documents, duplicates = [], summary } = report;
    expect(duplicates.map(({ path: at, duplicateOf }) => [at, duplicateOf])).toEqual(repeats);
    expect(documents.map(({ path: at }) => at)).toEqual([
      "arkiv/a.md",
      "arkiv/d.md",
      "arkiv/e.md",
      "arkiv/f.md",
    ]);
    expect([summary.documents, summary.audited + summary.failed]).toEqual([4, 4]);
    expect(duplicates[0]?.sha256).toBe(documents[0]?.sha256);
  });

  it("is not one when both are empty: each is named as unread", async () => {
    const { documents } = await jsonOf(archive(), "arkiv/e.md", "arkiv/f.md", "--no-cache");
    expect(documents.map(({ status }) => status)).not.toContain("audited");
    expect(documents).toHaveLength(2);
  });

  it("changes nothing in the exit code, and is named on standard error and in the report on a screen", async () => {
    const folder = archive();
    const files = ["arkiv/a.md", "arkiv/b.md", "arkiv/d.md"];
    const toFile = await runReal([...files, "--no-cache", "-o", "ut.jsonl"], folder);
    expect(toFile.code).toBe(0);
    expect(toFile.err).toContain(
      "1 fil har samma innehåll som en annan och räknas inte en gång till: arkiv/b.md (som arkiv/a.md)",
    );
    const reports = await allFormats(folder, ...files);
    for (const format of ["terminal", "html", "markdown"]) {
      expect([format, reports[format]?.includes("Samma innehåll som ett annat dokument")]).toEqual([
        format,
        true,
      ]);
      expect([format, reports[format]?.includes("arkiv/b.md: som arkiv/a.md")]).toEqual([format, true]);
    }
    expect(reports["summary"]).toContain("1 fil hade samma innehåll som ett annat dokument");
    expect(reports["sarif"]).toContain('"id": "DUPLICATE"');
    expect(reports["terminal"]).toContain("2 dokument granskade");
    const { out } = await runReal(["report", "ut.json", "--format", "csv", "--table", "documents"], folder);
    const rows = out.split("\r\n").map((row) => row.split(";"));
    const [last] = rows.filter(([name]) => name === "arkiv/b.md");
    expect([last?.[2], last?.at(-1)]).toEqual(["dubblett", "arkiv/a.md"]);
  });

  it.each(["1", "4"])("is the same with --jobs %s, fresh and from the cache", async (jobs) => {
    const folder = archive();
    const cached = ["arkiv", "--jobs", jobs, "--cache-dir", "cache"];
    const fresh = await jsonOf(folder, ...cached);
    expect(fresh.duplicates?.map(({ path: at, duplicateOf }) => [at, duplicateOf])).toEqual(repeats);
    expect(await jsonOf(folder, ...cached)).toEqual(fresh);
    expect(await jsonOf(folder, "arkiv", "--no-cache")).toEqual(fresh);
  });

  it("is a short line among JSON lines, also when a run that was stopped is resumed", async () => {
    const folder = archive();
    await runReal(["arkiv", "--no-cache", "-o", "hel.jsonl"], folder);
    const whole = readFileSync(path.join(folder, "hel.jsonl"), "utf8");
    const lines = whole.trim().split("\n");
    expect(JSON.parse(lines[1] ?? "")).toEqual({
      path: "arkiv/b.md",
      sha256: (JSON.parse(lines[0] ?? "") as DocumentLine).sha256,
      duplicateOf: "arkiv/a.md",
    });
    writeFileSync(path.join(folder, "del.jsonl"), `${lines.slice(0, 2).join("\n")}\n{"path":"ark`);
    await runReal(["arkiv", "--no-cache", "--resume", "del.jsonl"], folder);
    expect(readFileSync(path.join(folder, "del.jsonl"), "utf8")).toBe(whole);
  });

  it("is found across the parts of an archive when they are merged, as in one run", async () => {
    const folder = archive();
    const whole = await jsonOf(folder, "arkiv", "--no-cache", "--group-by", "type");
    const parts = ["1", "2", "3"];
    for (const part of parts)
      await runReal(["arkiv", "--no-cache", "--shard", `${part}/3`, "-o", `${part}.jsonl`], folder);
    const merged = await jsonOf(folder, "report", "3.jsonl", "1.jsonl", "2.jsonl", "--group-by", "type");
    expect(merged).toEqual(whole);
  });

  it("is found in archives, and boilerplate is still marked in the right documents", async () => {
    const folder = freshFolder();
    const shared = "Vi ska se till att alla verksamheter redovisar resultat för kvinnor och män varje år.";
    const text = (n: number): Uint8Array =>
      new TextEncoder().encode(
        `# Plan ${String(n)}\n\n## Mål ${String(n)}\n\n${shared}\n\n## Eget\n\nHär beskrivs nämndens arbete nummer ${String(n)} med skolan, vården och kulturen på ort ${"abc"[n] ?? "d"} i länet.\n`,
      );
    const files = { "a.md": text(0), "b.md": text(0), "c.md": text(1), "d.md": text(2) };
    writeFileSync(path.join(folder, "arkiv.zip"), zipSync(files));
    const { documents, duplicates, standardText = [] } = await jsonOf(folder, "arkiv.zip", "--no-cache");
    expect(duplicates?.map(({ path: at }) => at)).toEqual(["arkiv.zip/b.md"]);
    expect(standardText.map(({ documents: n }) => n)).toEqual([3]);
    for (const { path: at, evidence } of documents)
      expect([at, evidence.every(({ standardText: marked }) => marked === true)]).toEqual([at, true]);
  });

  it("counts in its own group when the list gives it another organisation, and once in each", async () => {
    const folder = archive();
    const list = "fil;organisation\narkiv/a.md;Ale\narkiv/b.md;Bo\narkiv/c.md;Bo\narkiv/d.md;Bo\n";
    writeFileSync(path.join(folder, "lista.csv"), list);
    const report = await jsonOf(
      folder,
      "--manifest",
      "lista.csv",
      "--group-by",
      "organisation",
      "--no-cache",
    );
    const groups = report.groupings?.[0]?.groups.map(({ value, documents }) => [value, documents]);
    expect(groups).toEqual([
      ["Ale", 1],
      ["Bo", 2],
    ]);
    expect(report.summary.documents).toBe(2);
    expect(report.duplicates?.map(({ organisation }) => organisation)).toEqual(["Bo", "Bo"]);
  });
});

describe("files that are no duplicates", () => {
  it("are not called so for a line break or a name alone", async () => {
    const folder = freshFolder();
    writeFileSync(path.join(folder, "a.md"), plan("Ett"));
    writeFileSync(path.join(folder, "b.md"), plan("Ett").replaceAll("\n", "\r\n"));
    const report = await jsonOf(folder, ".", "--no-cache");
    expect([report.documents.length, report.duplicates]).toEqual([2, undefined]);
  });
});

describe("a comparison of folders", () => {
  it("takes each content once, as a saved result of the folder does", async () => {
    const folder = archive();
    await runReal(["arkiv", "--format", "json", "-o", "ut.json"], folder);
    const live = await runReal(["compare", "ut.json", "arkiv", "--no-cache"], folder);
    expect(live.err).toContain("arkiv/b.md (som arkiv/a.md)");
    for (const name of ["b.md", "c.md"]) expect(live.out).not.toContain(name);
    writeFileSync(path.join(folder, "arkiv/e.md"), plan("Fem"));
    writeFileSync(path.join(folder, "arkiv/f.md"), plan("Fem"));
    const later = await runReal(["compare", "ut.json", "arkiv", "--format", "json", "--quiet"], folder);
    expect(later.err).not.toContain("som arkiv/");
    expect(later.out).not.toContain("arkiv/b.md");
  });

  it("audits all documents of a saved result again, though two of them have become the same", async () => {
    const folder = archive();
    await runReal(["arkiv", "--format", "json", "-o", "ut.json"], folder);
    const { code, err } = await runReal(["compare", "ut.json", "ut.json", "--rerun", "--no-cache"], folder);
    expect(err).not.toContain("INPUT_MISSING");
    expect([0, 3]).toContain(code);
  });
});
