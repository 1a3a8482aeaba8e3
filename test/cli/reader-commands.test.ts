// explain and kwic, with the real rules on small texts.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const plan = `# Plan

## 1 Elever

Elever i grundskolan når målen i olika grad. Flickor har högre betyg än pojkar i alla ämnen utom idrott.

## 2 Vägar

Vägarna i kommunen ska hållas i gott skick. Asfalten läggs om vart tionde år.
`;

describe("genomlys explain", () => {
  test("a document: every number of its verdict", async () => {
    const cwd = await buildFolder({ "plan.md": plan });
    const { code, out } = await runReal(["explain", "plan.md"], cwd);
    expect(code).toBe(0);
    expect(out).toContain("Omdöme: bedöms ej");
    expect(out).toMatch(/1\. bedöms ej\? ja: \d vänta(?:t|de) avsnitt \(minst 3 krävs\)/);
    expect(out).toMatch(/Täckning: \d+ ord i \d avsnitt med perspektivet ÷ \d+ ord/);
  });

  test.each(["1", "elever", "1 Elever", "s2"])("the section %s, sentence by sentence", async (section) => {
    const cwd = await buildFolder({ "plan.md": plan });
    const { code, out } = await runReal(["explain", "plan.md", "--section", section], cwd);
    expect(code).toBe(0);
    expect(out).toContain("1 Elever");
    expect(out).not.toContain("2 Vägar");
    expect(out).toMatch(/\n {2}2 {2}Flickor har högre betyg/);
  });

  test("a section that is not there stops with 2", async () => {
    const cwd = await buildFolder({ "plan.md": plan });
    const { code, out, err } = await runReal(["explain", "plan.md", "--section", "9.9"], cwd);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("SECTION_NOT_FOUND");
  });

  test("a rule by its id, and by the handbook's number, as rules show does", async () => {
    const cwd = await buildFolder({});
    const { out } = await runReal(["explain", "gap-goal"], cwd);
    expect(out).toBe((await runReal(["rules", "show", "gap-goal"], cwd)).out);
    expect((await runReal(["explain", "G-06"], cwd)).out).toContain("gap-goal");
  });

  test("the verdict, with thresholds that the configuration changed", async () => {
    const config =
      "extend:\n  jamstalldhet:\n    thresholds:\n      verdict:\n        clear-coverage: 0.65\n";
    const cwd = await buildFolder({ "genomlys.config.yaml": config });
    const { code, out, err } = await runReal(["explain", "verdict"], cwd);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("täckning på minst 65 %");
  });

  test("a document whose type the configuration names is judged as that type, as in an audit", async () => {
    const config = "types:\n  plan.md: arsredovisning\n";
    const cwd = await buildFolder({ "plan.md": plan, "genomlys.config.yaml": config });
    const audited = await runReal(["plan.md", "--format", "json"], cwd);
    expect(audited.out).toMatch(/"id":\s*"arsredovisning"/);
    expect((await runReal(["explain", "plan.md"], cwd)).out).toMatch(/årsredovisning/i);
    await writeFile(path.join(cwd, "genomlys.config.yaml"), "lang: sv\n");
    expect((await runReal(["explain", "plan.md"], cwd)).out).not.toMatch(/årsredovisning/i);
  });

  test("a file that cannot be read ends with 3 and says why", async () => {
    const cwd = await buildFolder({ "trasig.pdf": "%PDF-1.4 inget mer" });
    const { code, out, err } = await runReal(["explain", "trasig.pdf"], cwd);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("ej granskat: trasig.pdf");
  });
});

describe("genomlys kwic", () => {
  test("finds inflected forms, with place and section", async () => {
    const cwd = await buildFolder({ "plan.md": plan, "annat.txt": "Inget här." });
    const { code, out } = await runReal(["kwic", "flicka", "."], cwd);
    expect(code).toBe(0);
    expect(out).toContain("flicka: 1 träff i 1 av 2 dokument");
    expect(out).toContain("1 Elever");
    expect(out).toMatch(/rad 5 .*\[Flickor\] har högre betyg/);
  });

  test("does not look into documents that the configuration leaves out", async () => {
    const config = "ignore:\n  - path: annat.md\n    reason: Gammalt utkast.\n";
    const cwd = await buildFolder({ "plan.md": plan, "annat.md": plan, "genomlys.config.yaml": config });
    const { code, out } = await runReal(["kwic", "flicka", "."], cwd);
    expect(code).toBe(0);
    expect(out).toContain("flicka: 1 träff i 1 av 1 dokument");
  });

  test("keeps to the limits that are set", async () => {
    const cwd = await buildFolder({ "plan.md": plan.repeat(400) });
    const { code, out } = await runReal(["kwic", "flicka", ".", "--limit", "characters=50000"], cwd);
    expect(code).toBe(3);
    expect(out).toContain("plan.md");
  });

  test("a phrase in quotes, as CSV in a file", async () => {
    const cwd = await buildFolder({ "plan.md": plan });
    const { code, out, err } = await runReal(["kwic", "högre betyg", "plan.md", "-o", "ut.csv"], cwd);
    expect({ code, out, err }).toEqual({ code: 0, out: "", err: "Resultatet finns i ut.csv\n" });
    expect(await readFile(path.join(cwd, "ut.csv"), "utf8")).toContain(";högre betyg;");
  });

  test("goes on past a broken file and ends with 3", async () => {
    const cwd = await buildFolder({ "a.pdf": "%PDF-1.4 inget mer", "plan.md": plan });
    const { code, out } = await runReal(["kwic", "betyg", "."], cwd);
    expect(code).toBe(3);
    expect(out).toContain("betyg: 1 träff");
    expect(out).toContain("kunde inte läsas: a.pdf");
  });
});
