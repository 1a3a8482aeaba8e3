// The parts of an archive put together (`--shard`, then `report`) are the very bytes of one run, also where they share
// boilerplate that no part could know of.
import { appendFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { DocumentLine, DocumentReport, Report } from "../../src/model/report.ts";
import { isInShard } from "../../src/cli/inputs/shard.ts";
import { lockedZip } from "../support/locked-zip.ts";
import { memorandum } from "../support/memoranda.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const matters = ["lokaler", "skolskjuts", "läromedel", "skolmat", "simhallen"];
const archive = {
  ".git/HEAD": "",
  ...Object.fromEntries(matters.map((matter) => [`arkiv/tjansteskrivelse-${matter}.md`, memorandum(matter)])),
  "arkiv/egen.md": memorandum(
    "idrott",
    "Andelen flickor på simkurserna ska öka från 30 till 50 procent 2026.",
  ),
  "arkiv/kopia.md": memorandum("lokaler"),
  "arkiv/tom.md": "",
};
const parts = [1, 2, 3, 4];

/** An archive, audited in four parts and put together, and how to audit it in one run. */
async function partedArchive(
  files: Readonly<Record<string, string | Uint8Array>> = archive,
  more: string[] = [],
) {
  const cwd = await buildFolder(files);
  const scan = ["arkiv", "--no-cache", ...more];
  const names: string[] = [];
  for (const part of parts) {
    const name = `del${String(part)}.jsonl`;
    const asked = [...scan, "--shard", `${String(part)}/4`, "--format", "jsonl", "-o", name];
    expect([0, 3]).toContain((await runReal(asked, cwd)).code);
    names.unshift(name);
  }
  return {
    cwd,
    names,
    merge: (...asked: string[]) => runReal(["report", ...names, "--no-cache", ...asked], cwd),
    whole: (...asked: string[]) => runReal([...scan, ...asked], cwd),
  };
}

const reportOf = (out: string): Report => JSON.parse(out) as Report;
const levelsOf = ({ documents }: { readonly documents: readonly DocumentReport[] }): number[] =>
  documents.map(({ sections }) => Math.max(0, ...sections.map(({ level }) => level)));

// Each audits an archive five times and more.
describe("parts that share boilerplate", { timeout: 240_000 }, () => {
  test("give the bytes of one run, whatever the format", async () => {
    const held = parts.map(
      (part) => matters.filter((m) => isInShard(`arkiv/tjansteskrivelse-${m}.md`, { part, parts: 4 })).length,
    );
    // No part holds enough of it to know.
    expect(Math.max(...held)).toBeLessThan(3);
    const { merge, whole } = await partedArchive();
    for (const format of ["json", "jsonl", "csv"]) {
      const merged = await merge("--format", format);
      const one = await whole("--format", format);
      expect([format, merged.code, merged.out === one.out]).toEqual([format, 0, true]);
      expect(merged.err).toBe("");
    }
    const report = reportOf((await merge("--format", "json")).out);
    expect(report.standardText).toEqual([expect.objectContaining({ documents: 5 })]);
    expect(report.duplicates).toHaveLength(1);
    expect(levelsOf(report).sort()).toEqual([0, 1, 1, 1, 1, 1, 4]);
  });

  test("do so with a list, a configuration and a type of its own", async () => {
    const { merge, whole } = await partedArchive(
      {
        ...archive,
        "genomlys.config.yaml": `types:
  "arkiv/*.md": tjansteskrivelse
suppress:
  - path: "arkiv/*skol*.md"
    section: Jämställdhet
    reason: Avtalat
limits:
  pages: 500
`,
        "lista.csv": `fil;organisation;år;Beslutad av\n${matters
          .map((matter, n) => `arkiv/tjansteskrivelse-${matter}.md;Kommun ${String(n % 2)};2024;Nämnden`)
          .join("\n")}\n`,
      },
      ["--manifest", "lista.csv", "--lang", "en", "--changes", "original"],
    );
    const by = ["--group-by", "organisation", "--format", "json"];
    const merged = reportOf((await merge(...by)).out);
    const one = reportOf((await whole(...by)).out);
    expect(one.standardText).toHaveLength(1);
    expect(one.documents.some(({ gaps }) => gaps.length > 0)).toBe(true);
    expect(merged.documents).toEqual(one.documents);
    expect(merged.groupings).toEqual(one.groupings);
  });

  test("do so when they lie in archives, and a part holds one document", async () => {
    const [first = "", ...others] = matters;
    const { merge, whole } = await partedArchive({
      ".git/HEAD": "",
      "arkiv/a.zip": zipSync(
        Object.fromEntries(others.map((m) => [`tjansteskrivelse-${m}.md`, strToU8(memorandum(m))])),
      ),
      [`arkiv/tjansteskrivelse-${first}.md`]: memorandum(first),
    });
    const merged = await merge("--format", "json");
    expect(merged.out).toBe((await whole("--format", "json")).out);
    expect(reportOf(merged.out).standardText).toEqual([expect.objectContaining({ documents: 5 })]);
  });

  test("keep their lines, which can be put together again", async () => {
    const { cwd, merge, whole } = await partedArchive();
    await writeFile(path.join(cwd, "alla.jsonl"), (await merge("--format", "jsonl")).out);
    const again = await runReal(["report", "alla.jsonl", "--format", "json"], cwd);
    expect(again.out).toBe((await whole("--format", "json")).out);
  });

  test("do so after a run that was stopped and resumed", async () => {
    const { cwd, names, merge, whole } = await partedArchive();
    const before = (await merge("--format", "jsonl")).out;
    for (const name of names) {
      const shard = /\d/.exec(name)?.[0] ?? "";
      await appendFile(path.join(cwd, name), '{"path":"arkiv/tj');
      await runReal(["arkiv", "--no-cache", "--shard", `${shard}/4`, "--resume", name], cwd);
    }
    expect((await merge("--format", "jsonl")).out).toBe(before);
    expect((await merge("--format", "json")).out).toBe((await whole("--format", "json")).out);
  });
});

describe("boilerplate that cannot be marked", { timeout: 240_000 }, () => {
  test("for want of a document is told with its path, and the others are marked", async () => {
    const { cwd, merge } = await partedArchive();
    await rm(path.join(cwd, "arkiv/tjansteskrivelse-skolmat.md"));
    await appendFile(path.join(cwd, "arkiv/tjansteskrivelse-simhallen.md"), "\nTillägg.\n");
    const { out, err, code } = await merge("--format", "json");
    expect(code).toBe(0);
    expect(err).toContain("2 av dem kunde inte granskas om här");
    expect(err).toContain("arkiv/tjansteskrivelse-skolmat.md");
    expect(err).toContain("arkiv/tjansteskrivelse-simhallen.md");
    expect(levelsOf(reportOf(out)).filter((level) => level === 1)).toHaveLength(3);
  });

  test("without the password of a locked file is told, and is the bytes of one run with it", async () => {
    const names = matters.slice(0, 3).map((matter) => `arkiv/${matter}.zip`);
    const locked = matters
      .slice(0, 3)
      .map((matter, at) => [names[at] ?? "", lockedZip("plan.md", memorandum(matter), "hemligt")] as const);
    const opened = ["--password-file", "lösen.txt"];
    const files = { ".git/HEAD": "", "lösen.txt": "hemligt\n", ...Object.fromEntries(locked) };
    const { merge, whole } = await partedArchive(files, opened);
    const [with_, without, one] = [
      await merge("--format", "json", ...opened),
      await merge("--format", "json"),
      await whole("--format", "json"),
    ];
    expect(levelsOf(reportOf(one.out))).toEqual([1, 1, 1]);
    expect([with_.err, with_.out === one.out]).toEqual(["", true]);
    expect(without.err).toContain("3 av dem kunde inte granskas om här");
    expect(levelsOf(reportOf(without.out)).every((level) => level > 1)).toBe(true);
  });

  test("because the rules are others is told, and nothing is judged by them", async () => {
    const { cwd, merge } = await partedArchive();
    await writeFile(
      path.join(cwd, "genomlys.config.yaml"),
      "extend:\n  jamstalldhet:\n    thresholds:\n      verdict:\n        missing-coverage: 0.2\n",
    );
    const { out, err } = await merge("--format", "json");
    expect(err).toContain("5 av dem kunde inte granskas om här");
    expect(reportOf(out)).not.toHaveProperty("standardText");
    expect((await merge("--format", "json", "--quiet")).err).toBe("");
  });
});

test("lines of a document without shared sentences carry nothing to judge it again by", async () => {
  const cwd = await buildFolder({
    "a.md": "# Vägar\n\nVägen ska asfalteras.\n",
    "b.md": memorandum("skolmat"),
  });
  const { out } = await runReal(["a.md", "b.md", "--format", "jsonl", "--no-cache"], cwd);
  const [a, b] = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentLine);
  expect(a).not.toHaveProperty("again");
  expect(b?.again).toEqual({ lang: "sv", type: "auto", sketch: expect.any(Array) as unknown });
});
