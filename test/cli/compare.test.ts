// `genomlys compare` as the shell sees it.
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../src/model/comparison.ts";
import type { Report } from "../../src/model/report.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const plan = (goal: string): string => `# Plan för skolan

## 1 Nuläge

Flickor har högre betyg än pojkar i alla ämnen, och skillnaden mellan flickor och pojkar växer.

## 2 Mål

${goal}

## 3 Ekonomi

Elever i kommunens skolor får del av 120 miljoner kronor under året.
`;
const before = plan("Eleverna ska få bättre betyg under de kommande åren i alla skolor.");
const after = plan("Skillnaden i betyg mellan flickor och pojkar ska halveras till 2030.");

async function folder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  return buildFolder({ ".git/HEAD": "", "gammal.md": before, "ny.md": after, ...files });
}

const comparison = (out: string): Comparison => JSON.parse(out) as Comparison;

describe("genomlys compare", () => {
  test("two documents: what came, in which section, and that it was seen by the text", async () => {
    const { code, out } = await runReal(["compare", "gammal.md", "ny.md"], await folder());
    expect(code).toBe(0);
    expect(out).toMatch(/2 Mål, rad \d+\n {4}saknas -> nivå 4, följs upp/);
    expect(out).toContain("Avsnitten är igenkända på sin text");
    expect(out).not.toMatch(/Nuläge, rad/);
  });

  test("saved results: the same judgements, and that only headings and evidence were known", async () => {
    const cwd = await folder();
    await runReal(["gammal.md", "-o", "a.json", "--quiet"], cwd);
    await runReal(["ny.md", "-o", "b.jsonl", "--quiet"], cwd);
    const { code, out } = await runReal(["compare", "a.json", "b.jsonl"], cwd);
    expect(code).toBe(0);
    expect(out).toMatch(/2 Mål, rad \d+\n {4}saknas -> nivå 4, följs upp/);
    expect(out.replace(/\s+/g, " ")).toContain("sparade resultat har inte dokumentens text");
  });

  test("two folders: documents are paired, and those that are alone are named", async () => {
    const cwd = await buildFolder({
      ".git/HEAD": "",
      "2018/plan.md": before,
      "2018/policy.md": "# Policy\n\nAlla elever är välkomna i skolan.\n",
      "2019/plan.md": after,
    });
    const { out } = await runReal(["compare", "2018", "2019", "--format", "json"], cwd);
    expect(comparison(out).documents.map(({ pairedBy }) => pairedBy)).toEqual(["path"]);
    expect(comparison(out).onlyBefore.map(({ path: name }) => name)).toEqual(["2018/policy.md"]);
    expect((await runReal(["compare", "2018", "2019"], cwd)).out).toMatch(
      /Bara före\n {2}- 2018\/policy\.md/,
    );
  });

  test("refuses results of other rules, says which, and what to do", async () => {
    const cwd = await folder();
    await runReal(["gammal.md", "-o", "a.json", "--quiet"], cwd);
    const saved = JSON.parse(await readFile(path.join(cwd, "a.json"), "utf8")) as Report;
    const packs = saved.packs.map((pack) => ({ ...pack, version: "0.9.0" }));
    await writeFile(path.join(cwd, "old.json"), JSON.stringify({ ...saved, packs }));
    const refused = await runReal(["compare", "old.json", "ny.md"], cwd);
    expect({ code: refused.code, out: refused.out }).toEqual({ code: 2, out: "" });
    expect(refused.err).toMatch(/COMPARE_OTHER_RULES[^]*jamstalldhet 0\.9\.0[^]*--rerun/);

    const again = await runReal(["compare", "old.json", "ny.md", "--rerun", "--format", "json"], cwd);
    expect(again.code).toBe(0);
    expect(comparison(again.out)).toMatchObject({ alignedBy: "text", packs: saved.packs });
  });

  test("does not run again on a document that has changed since, or is gone", async () => {
    const cwd = await folder();
    await runReal(["gammal.md", "-o", "a.json", "--quiet"], cwd);
    await writeFile(path.join(cwd, "gammal.md"), after);
    const changed = await runReal(["compare", "a.json", "ny.md", "--rerun"], cwd);
    expect([changed.code, changed.err]).toEqual([2, expect.stringContaining("COMPARE_FILE_CHANGED")]);
    await rm(path.join(cwd, "gammal.md"));
    const gone = await runReal(["compare", "a.json", "ny.md", "--rerun"], cwd);
    expect([gone.code, gone.err]).toEqual([2, expect.stringContaining("INPUT_MISSING")]);
  });

  test("a document that cannot be read is named, nothing is said of it, and the exit code is 3", async () => {
    const cwd = await buildFolder({
      ".git/HEAD": "",
      "a/plan.md": before,
      "a/b.pdf": "%PDF-1.4 slut",
      "b/plan.md": after,
    });
    const { code, out, err } = await runReal(["compare", "a", "b"], cwd);
    expect(code).toBe(3);
    expect(out).toMatch(/Gick inte att läsa, före\n {2}- a\/b\.pdf/);
    expect(err).toContain("a/b.pdf");
  });

  test.each([[["ny.md"]], [["ny.md", "ny.md", "ny.md"]], [["ny.md", "-"]]])(
    "%j is wrong use",
    async (sides) => {
      const { code, err } = await runReal(["compare", ...sides], await folder());
      expect(code).toBe(2);
      expect(err).toContain("COMPARE_");
    },
  );

  test("writes a page and Markdown by the ending of the file", async () => {
    const cwd = await folder();
    for (const file of ["ut.html", "ut.md"]) {
      const { code, out } = await runReal(["compare", "gammal.md", "ny.md", "-o", file], cwd);
      expect({ code, out }).toEqual({ code: 0, out: "" });
    }
    expect(await readFile(path.join(cwd, "ut.html"), "utf8")).toContain("<!doctype html>");
    expect(await readFile(path.join(cwd, "ut.md"), "utf8")).toContain("| Omdöme |");
  });
});
