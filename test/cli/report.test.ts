import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { jsonPieces, renderJsonLines } from "../../src/report/json.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { checkedDraft } from "../report/reports/checked-draft.ts";
import { everythingClear } from "../report/reports/everything-clear.ts";
import { mixedFolder } from "../report/reports/mixed-folder.ts";
import { buildFolder, run } from "./run.ts";

const renderJson = (report: Report): string => [...jsonPieces(report)].join("");

const screen = { lang: "sv", details: false, width: 80, colour: false, unicode: false } as const;

describe("genomlys report", () => {
  test("shows a saved result as the audit would have", async () => {
    const cwd = await buildFolder({ "ut.json": renderJson(mixedFolder) });
    const { code, out, err, pipeline } = await run(["report", "ut.json"], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(renderTerminal(mixedFolder, screen));
    expect(err).toBe("");
    expect(pipeline.audited).toEqual([]);
  });

  test("shows it as linear text with --plain, in both languages, also in a file", async () => {
    const cwd = await buildFolder({ "ut.json": renderJson(mixedFolder) });
    for (const lang of ["sv", "en"] as const) {
      const linear = renderTerminal(mixedFolder, { ...screen, lang, plain: true });
      const shown = await run(["report", "ut.json", "--plain", "--color", "--lang", lang], { cwd });
      expect(shown).toMatchObject({ code: 0, out: linear, err: "" });
      await run(["report", "ut.json", "--plain", "--lang", lang, "-o", "a.txt"], { cwd });
      expect(await readFile(path.join(cwd, "a.txt"), "utf8")).toBe(linear);
    }
  });

  const suppression = {
    kind: "external",
    reason: "Lagtext",
    state: "used",
    findings: 2,
    names: { fingerprint: "", rule: "gap-goal", path: "plan.pdf", section: "" },
    where: { path: "genomlys.config.yaml", line: 4 },
  } as const;
  const unused = { ...suppression, state: "unused", findings: 0 } as const;
  const check = {
    outcome: "passed",
    documents: { passed: 1, failed: 0, notJudged: 0, notChecked: 0 },
    failOnUnusedSuppressions: false,
  } as const;

  test("keeps what a check and the suppressions of the configuration say, to the byte", async () => {
    const groupings = [{ by: "type", groups: [] }];
    const saved: Report = { ...everythingClear, groupings, suppressions: [suppression, unused], check };
    const cwd = await buildFolder({ "ut.json": renderJson(saved) });
    await run(["report", "ut.json", "--format", "json", "-o", "a.json"], { cwd });
    const again = JSON.parse(await readFile(path.join(cwd, "a.json"), "utf8")) as Report;
    expect(Object.keys(again)).toEqual(Object.keys(saved));
    expect(again).toMatchObject({ suppressions: [suppression, unused], check });
  });

  test("of several adds up each suppression, and leaves out what a check said of one of them", async () => {
    const one: Report = { ...everythingClear, suppressions: [unused], check };
    const other: Report = { ...mixedFolder, suppressions: [suppression], check };
    const cwd = await buildFolder({ "a.json": renderJson(one), "b.json": renderJson(other) });
    const { out } = await run(["report", "a.json", "b.json", "--format", "json"], { cwd });
    const merged = JSON.parse(out) as Report;
    expect(merged.suppressions).toEqual([suppression]);
    expect(merged).not.toHaveProperty("check");
  });

  test("tells that the lines of a check do not hold what it says of its run, and says nothing of that of a scan", async () => {
    const cwd = await buildFolder({
      "en.jsonl": renderJsonLines(checkedDraft),
      "två.jsonl": renderJsonLines(mixedFolder),
      "hel.json": renderJson({ ...checkedDraft, check }),
    });
    const { code, out, err } = await run(["report", "en.jsonl", "två.jsonl", "--format", "json"], { cwd });
    expect(code).toBe(0);
    expect(err).toContain("Resultaten kommer från check: varje dokuments utfall är med, men inte körningens");
    const [document] = (JSON.parse(out) as Report).documents;
    expect(document?.check).toEqual(checkedDraft.documents[0]?.check);
    for (const file of ["två.jsonl", "hel.json"])
      expect((await run(["report", file, "--format", "json"], { cwd })).err).toBe("");
  });

  test("writes it in several formats at once", async () => {
    const cwd = await buildFolder({ "ut.json": renderJson(mixedFolder) });
    const { code } = await run(
      ["report", "ut.json", "-o", "a.xlsx", "-o", "a.csv", "--table", "gaps", "-o", "a.jsonl"],
      { cwd },
    );
    expect(code).toBe(0);
    expect((await readFile(path.join(cwd, "a.xlsx"))).subarray(0, 2).toString()).toBe("PK");
    expect(await readFile(path.join(cwd, "a.csv"), "utf8")).toMatch(/^\ufeffDokument;Avsnitt;Plats;Lucka;/);
    expect(await readFile(path.join(cwd, "a.jsonl"), "utf8")).toBe(renderJsonLines(mixedFolder));
  });

  /** No two of its documents have the same content. */
  const apart: Report = {
    ...mixedFolder,
    documents: mixedFolder.documents.map((document, index) =>
      document.sha256 === "" ? document : { ...document, sha256: String(index + 1).repeat(64) },
    ),
  };

  test("merges results and lines; what stands twice stands once and is told", async () => {
    const cwd = await buildFolder({
      "a.json": renderJson(everythingClear),
      "b.jsonl": renderJsonLines(apart),
      "c.json": renderJson(everythingClear),
    });
    const { code, out, err } = await run(["report", "a.json", "b.jsonl", "c.json", "--format", "json"], {
      cwd,
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Report).documents).toEqual([...everythingClear.documents, ...apart.documents]);
    expect(err).toBe("1 dokument fanns i flera resultat och är med en gång: strategi.docx.\n");
  });

  test("reads standard input, and a file with a byte order mark", async () => {
    const { out } = await run(["report", "-", "--format", "json"], {
      stdin: `\ufeff${renderJson(everythingClear)}`,
    });
    expect(JSON.parse(out)).toEqual(everythingClear);
  });

  test("says the line where a file of lines is broken", async () => {
    const lines = renderJsonLines(mixedFolder);
    const cwd = await buildFolder({ "ut.jsonl": lines.slice(0, -200) });
    const { code, out, err } = await run(["report", "ut.jsonl"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("REPORT_BROKEN_LINE  ut.jsonl:5");
  });

  test("says which parts of an archive are not there, and nothing when one of them is empty", async () => {
    const line = (part: number, path: string): string => {
      const [document] = everythingClear.documents;
      const shard = { part, parts: 4, position: part };
      return `${JSON.stringify({ ...document, path, sha256: String(part).repeat(64), shard })}\n`;
    };
    const cwd = await buildFolder({
      "1.jsonl": line(1, "a.pdf"),
      "2.jsonl": "",
      "3.jsonl": line(3, "c.pdf"),
      "4.jsonl": line(4, "d.pdf"),
    });
    const said = async (...files: string[]): Promise<string> =>
      (await run(["report", ...files, "--format", "json"], { cwd })).err;
    expect(await said("1.jsonl", "2.jsonl", "3.jsonl", "4.jsonl")).toBe("");
    expect(await said("1.jsonl", "4.jsonl")).toBe(
      "Delarna 2, 3 av 4 finns inte bland filerna: rapporten gäller inte hela arkivet.\n",
    );
    expect(await said("1.jsonl", "3.jsonl", "4.jsonl", "--lang", "en")).toBe(
      "Part 2 of 4 is not among the files: the report is not on the whole archive.\n",
    );
  });

  test("says the field that is wrong, and shows nothing", async () => {
    const report = {
      ...everythingClear,
      documents: [{ ...everythingClear.documents[0], verdict: "utmärkt" }],
    };
    const cwd = await buildFolder({ "ut.json": JSON.stringify(report) });
    const { code, out, err } = await run(["report", "ut.json"], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain('"documents.0.verdict"');
  });
});

describe("bytes and a screen", () => {
  test("a workbook goes through a pipe whole", async () => {
    const cwd = await buildFolder({ "ut.json": renderJson(everythingClear) });
    const { code, out } = await run(["report", "ut.json", "--format", "xlsx"], { cwd });
    expect(code).toBe(0);
    expect(out.startsWith("PK")).toBe(true);
  });
});
