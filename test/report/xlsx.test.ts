import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderXlsx } from "../../src/report/xlsx.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./reports/build-report.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const run = promisify(execFile);

async function partsOf(report: Report, lang: "sv" | "en" = "sv"): Promise<Record<string, string>> {
  const files = unzipSync(await renderXlsx(report, { ...options, lang }));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const sheetNames = (workbook: string): string[] =>
  [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1] ?? "");

describe("the workbook", () => {
  test("has a sheet for each table, in the language of the report", async () => {
    expect(sheetNames((await partsOf(mixedFolder))["xl/workbook.xml"] ?? "")).toEqual([
      "Översikt",
      "Avsnitt",
      "Belägg",
      "Luckor",
      "Krav",
      "Metod",
    ]);
    expect(sheetNames((await partsOf(mixedFolder, "en"))["xl/workbook.xml"] ?? "")[0]).toBe("Overview");
  });

  test("freezes the headings and filters every sheet", async () => {
    const parts = await partsOf(mixedFolder);
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const sheet = parts[`xl/worksheets/sheet${String(number)}.xml`] ?? "";
      expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/);
      expect(sheet).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(sheet).toMatch(/<col min="1" max="1" width="\d+/);
    }
  });

  test("prints every sheet lying down, all columns on a page of the size that they need, its heading on each", async () => {
    const parts = await partsOf(mixedFolder);
    const papers = [1, 2, 3, 4, 5, 6].map((number) => {
      const sheet = parts[`xl/worksheets/sheet${String(number)}.xml`] ?? "";
      expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
      const [, paper] =
        /<pageSetup paperSize="(\d+)" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/.exec(
          sheet,
        ) ?? [];
      return paper;
    });
    // ECMA-376 part 1, 18.3.1.63: 8 is A3, 9 is A4. Only the method is narrow enough for A4.
    expect(papers).toEqual(["8", "8", "8", "8", "8", "9"]);
    expect(parts["xl/workbook.xml"]?.match(/_xlnm\.Print_Titles/g)).toHaveLength(6);
  });

  test("holds no formula, whatever the document's text is", async () => {
    const evil = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"];
    const sections = evil.map((heading, index) => buildSection({ id: `s${String(index)}`, heading }));
    const gaps = evil.map((text) => buildGap({ section: "s0", message: text, question: text }));
    const parts = await partsOf(buildReport([buildDocument({ path: "=cmd|' /C calc'!A0", sections, gaps })]));
    for (const [name, xml] of Object.entries(parts)) {
      if (name.startsWith("xl/worksheets/")) expect(xml).not.toMatch(/<f[ >]|<hyperlink/);
    }
    expect(parts["xl/sharedStrings.xml"]).toContain("=1+1");
  });

  test.each(Object.entries({ everythingClear, hostileText, mixedFolder, nothingAudited }))(
    "%s is well-formed XML throughout, and the same bytes twice",
    async (_name, report) => {
      for (const xml of Object.values(await partsOf(report))) {
        const parser = new SaxesParser();
        parser.on("error", (error) => {
          throw error;
        });
        expect(() => parser.write(xml).close()).not.toThrow();
      }
      expect(Buffer.compare(await renderXlsx(report, options), await renderXlsx(report, options))).toBe(0);
    },
  );

  test("is whole when a text holds the characters that XML has no place for", async () => {
    const document = buildDocument({
      path: "a\uffff.txt",
      sections: [buildSection({ id: "s1", heading: "x\ufffey" })],
    });
    expect((await partsOf(buildReport([document])))["xl/sharedStrings.xml"]).not.toMatch(/[\ufffe\uffff]/);
  });
});

/** Reads a workbook with openpyxl, a reader that has nothing in common with what wrote it. */
const readWithPython = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book}))
print(json.dumps({s.title: s["D2"].number_format for s in book}))
`;

async function isThere(command: string, args: readonly string[]): Promise<boolean> {
  return run(command, args).then(
    () => true,
    () => false,
  );
}
const python = await isThere("/usr/bin/python3", ["-c", "import openpyxl"]);
const office = await isThere("soffice", ["--version"]);
if (!python) console.warn("not tried: python3-openpyxl is not installed");
const poppler = await isThere("pdftotext", ["-v"]);
if (!office) console.warn("not tried: LibreOffice is not installed");
if (!poppler) console.warn("not tried: poppler-utils is not installed");

async function save(report: Report): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, "rapport.xlsx");
  await writeFile(file, await renderXlsx(report, options));
  return file;
}

describe("as other programs read it", () => {
  test.skipIf(!python)(
    "openpyxl finds numbers as numbers, shares as per cent, and empty where nothing is known",
    async () => {
      const { stdout } = await run("/usr/bin/python3", ["-c", readWithPython, await save(mixedFolder)]);
      const [cells = "", formats = ""] = stdout.trim().split("\n");
      const sheets = JSON.parse(cells) as Record<string, (string | number | null)[][]>;
      const [head = [], ...rows] = sheets["Översikt"] ?? [];
      const value = (row: number, heading: string): unknown => rows[row]?.[head.indexOf(heading)];
      expect(value(0, "Täckning")).toBe(0.41);
      expect(value(0, "Väntade avsnitt")).toBe(32);
      expect(value(0, "Nivå: analys")).toBe(2);
      expect(value(0, "Nivå: åtgärd")).toBeNull();
      expect(value(3, "Täckning")).toBeNull();
      expect(value(4, "Omdöme")).toBe("inte läst");
      expect(value(4, "Täckning")).toBeNull();
      expect((JSON.parse(formats) as Record<string, string>)["Översikt"]).toBe("0 %");
      expect(sheets["Luckor"]).toHaveLength(4);
      // What was found and not counted stands with its reason.
      expect(sheets["Belägg"]?.map((row) => String(row[3]))).toContainEqual(
        expect.stringMatching(/^nej: ser bara ut/),
      );
    },
  );

  test.skipIf(!office)(
    "LibreOffice opens it and gives the same table",
    async () => {
      const file = await save(mixedFolder);
      const folder = path.dirname(file);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run("soffice", [
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76",
        "--outdir",
        folder,
        file,
      ]);
      const lines = (await readFile(path.join(folder, "rapport.csv"), "utf8")).trim().split("\n");
      expect(lines).toHaveLength(6);
      expect(lines[0]).toMatch(/^Dokument;Dokumenttyp;Omdöme;Täckning;/);
      expect(lines[1]).toMatch(/mal-och-budget-2019\.pdf;Mål och budget;finns delvis;41 %;/);
    },
    120_000,
  );

  test.skipIf(!office || !poppler)(
    "LibreOffice prints it with no column cut off, and the headings on every page",
    async () => {
      const sections = Array.from({ length: 150 }, (_, index) =>
        buildSection({ id: `s${String(index)}`, heading: `Avsnitt ${String(index)}` }),
      );
      const file = await save(buildReport([buildDocument({ path: "plan.md", sections })]));
      const folder = path.dirname(file);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]);
      const { stdout } = await run("pdftotext", ["-layout", path.join(folder, "rapport.pdf"), "-"]);
      const pages = stdout.split("\f");
      const ofSections = pages.filter((page) => /\bAvsnitt \d+\b/.test(page));
      expect(ofSections.length).toBeGreaterThan(1);
      for (const page of ofSections) {
        // The first column, and the last two.
        expect(page).toMatch(/^\s*Dokument\b.*\bUnder rubriken\s+Ord$/m);
      }
      expect(ofSections.join("").match(/\bAvsnitt \d+\b/g)).toHaveLength(150);
    },
    120_000,
  );
});
