// What an earlier run left beside its documents: reports of ours are no documents, whatever they are called.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { freshFolder } from "./manifest-support.ts";
import { runReal } from "./run-real.ts";
import { buildFolder } from "./run.ts";

const plan = `# Handlingsplan

## Mål

Andelen kvinnor bland cheferna ska öka från 40 till 50 procent till 2030. Kommunstyrelsen ansvarar.

## Åtgärder

Alla ungdomar i kommunen ska erbjudas ett sommarjobb, och invånarna ska få ett bättre bemötande.
`;

const formats = [
  "html",
  "xlsx",
  "markdown",
  "summary",
  "terminal",
  "json",
  "jsonl",
  "sarif",
  "junit",
] as const;
const csvs = ["csv", "csv-data", "checkstyle"] as const;

/** Format → bytes of a report on one document, in each language. */
const reports = new Map<string, Uint8Array>();

beforeAll(async () => {
  const folder = freshFolder();
  writeFileSync(path.join(folder, "plan.md"), plan);
  for (const lang of ["sv", "en"]) {
    const all = [...formats, ...csvs];
    const outputs = all.flatMap((format) => ["--format", format, "-o", `${lang}.${format}`]);
    const { code } = await runReal(["plan.md", "--lang", lang, ...outputs], folder);
    expect(code).toBe(0);
    for (const format of all)
      reports.set(`${lang}.${format}`, readFileSync(path.join(folder, `${lang}.${format}`)));
  }
});

const report = (name: string): Uint8Array => reports.get(name) ?? new Uint8Array();

async function auditedIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...argv: string[]
): Promise<{ paths: string[]; code: number; err: string }> {
  const folder = await buildFolder(files);
  const named = argv.length === 0 ? ["."] : argv;
  const { code, out, err } = await runReal([...named, "--format", "json", "--no-cache"], folder);
  const { documents } = JSON.parse(out) as Report;
  return { paths: documents.map(({ path: at }) => at), code, err };
}

describe("a report of ours in an audited folder", () => {
  it.each(["sv", "en"])("is left out in every format that a folder gives, and named (%s)", async (lang) => {
    const { paths, code, err } = await auditedIn({
      "plan.md": plan,
      "rapport.html": report(`${lang}.html`),
      "rapport.md": report(`${lang}.markdown`),
      "rapport.xlsx": report(`${lang}.xlsx`),
      "sida.txt": report(`${lang}.summary`),
      "skärm.txt": report(`${lang}.terminal`),
      "under/utan-ändelse": report(`${lang}.html`),
    });
    expect([paths, code]).toEqual([["plan.md"], 0]);
    expect(err).toContain(
      "6 rapporter från genomlys är inte med, eftersom de inte är dokument: rapport.html, rapport.md, rapport.xlsx, …",
    );
  });

  it("is left out in every format when a shell names it beside the documents", async () => {
    const files = Object.fromEntries([...formats, ...csvs].map((format) => [format, report(`sv.${format}`)]));
    const { paths, code, err } = await auditedIn(
      { "plan.md": plan, ...files },
      "plan.md",
      ...Object.keys(files),
    );
    expect([paths, code]).toEqual([["plan.md"], 0]);
    expect(err).toContain("12 rapporter från genomlys är inte med");
  });

  it("is left out in an archive", async () => {
    const zip = zipSync({ "plan.md": strToU8(plan), "rapport.html": report("sv.html") });
    const { paths, err } = await auditedIn({ "arkiv.zip": zip });
    expect(paths).toEqual(["arkiv.zip/plan.md"]);
    expect(err).toContain("arkiv.zip/rapport.html");
  });

  it("is left out as a PDF file that a browser printed it to", async () => {
    const [, title = ""] = /<title>([^<]*)</.exec(Buffer.from(report("sv.html")).toString("utf8")) ?? [];
    const printed = `%PDF-1.4\n1 0 obj\n<</Title (${title})\n/Producer (Skia/PDF m156)>>\nendobj\n%%EOF\n`;
    const { paths, code, err } = await auditedIn({
      "plan.md": plan,
      "utskrift.pdf": Buffer.from(printed, "latin1"),
    });
    expect([paths, code]).toEqual([["plan.md"], 0]);
    expect(err).toContain("1 rapport från genomlys är inte med");
  });

  it("changes nothing in what the run says of the documents", async () => {
    const before = await runReal(
      [".", "--format", "json", "--no-cache"],
      await buildFolder({ "plan.md": plan }),
    );
    const files = { "plan.md": plan, "rapport.html": report("sv.html"), "rapport.xlsx": report("sv.xlsx") };
    const after = await runReal([".", "--format", "json", "--no-cache"], await buildFolder(files));
    expect(after.out).toBe(before.out);
  });

  it("is not named on standard error with --quiet", async () => {
    const { err } = await auditedIn({ "plan.md": plan, "r.html": report("sv.html") }, ".", "--quiet");
    expect(err).toBe("");
  });

  it("is no document for a search for words either", async () => {
    const folder = await buildFolder({ "plan.md": plan, "rapport.html": report("sv.html") });
    const { out, err } = await runReal(["kwic", "kvinnor", ".", "--format", "csv"], folder);
    expect([out.includes("plan.md"), out.includes("rapport.html")]).toEqual([true, false]);
    expect(err).toContain("rapport.html");
  });

  it("is an error when there is nothing else: no green run about nothing", async () => {
    const folder = await buildFolder({ "rapport.html": report("sv.html") });
    const check = ["check", ".", "--fail-on", "missing"];
    for (const argv of [["rapport.html"], ["kwic", "kvinnor", "."], check]) {
      const { code, err } = await runReal(argv, folder);
      expect([argv, code, err.includes("INPUTS_ARE_REPORTS")]).toEqual([argv, 2, true]);
    }
  });
});

describe("a document is audited", () => {
  const text = (name: string): string => Buffer.from(report(name)).toString("utf8");

  it("that begins almost like a report, or quotes what marks one", async () => {
    const files = {
      "citat.md": `${plan}\n\n    <meta name="generator" content="genomlys 0.1.0">\n`,
      "första-raden.md": `genomlys 0.1.0 är ett program som granskar.\n\n${plan}`,
      "rubriken.md": `# Genomlysning: vård och omsorg\n\n${plan}`,
      "sidan.md": `Genomlysning av styrdokument\n\n${plan}`,
    };
    expect((await auditedIn(files)).paths).toEqual(Object.keys(files));
  });

  it("that has a whole report in it, with something of its own before or behind", async () => {
    const { paths } = await auditedIn({
      "bakom.md": `${text("sv.markdown")}\n## Vår bedömning\n\nNämnden ska återkomma till kvinnor och män.\n`,
      "framför.md": `# Tjänsteskrivelse\n\nBilaga:\n\n${text("sv.markdown")}`,
      "sida.txt": `Tjänsteskrivelse\n\n${text("sv.summary")}`,
      "skärm.txt": `${plan}\n${text("sv.terminal")}`,
    });
    expect(paths).toEqual(["bakom.md", "framför.md", "sida.txt", "skärm.txt"]);
  });

  it("that is a web page about genomlys with the report in its text", async () => {
    const page = `<!doctype html><html><head><title>PM</title></head><body><h1>PM</h1><p>genomlys 0.1.0</p><pre><meta name="generator" content="genomlys 0.1.0"></pre><p>Nämnden ska redovisa resultat för kvinnor och män.</p></body></html>`;
    expect((await auditedIn({ "pm.html": page })).paths).toEqual(["pm.html"]);
  });

  it("that is a workbook somebody made of one of ours: the author alone says nothing", async () => {
    const own = await writeXlsx({
      sheets: [{ name: "Handlingsplan", rows: [["Åtgärd"], ["Alla chefer ska utbildas i jämställdhet."]] }],
      properties: { creator: "genomlys" },
    });
    expect((await auditedIn({ "plan.xlsx": own })).paths).toEqual(["plan.xlsx"]);
  });

  it("that is a workbook of ours no more, but a report it is still when Excel has saved it", async () => {
    const parts = unzipSync(report("sv.xlsx"));
    // Excel writes its own name beside that of the author, and packs anew.
    const properties = Buffer.from(parts["docProps/core.xml"] ?? []).toString("utf8");
    const saved = properties.replace(
      "</cp:coreProperties>",
      "<cp:lastModifiedBy>Anna</cp:lastModifiedBy></cp:coreProperties>",
    );
    const zip = zipSync({ ...parts, "docProps/core.xml": strToU8(saved) });
    expect((await auditedIn({ "plan.md": plan, "rapport.xlsx": zip })).paths).toEqual(["plan.md"]);
  });
});

describe("an annotated copy", () => {
  const docx = readFileSync("fixtures/halland/verksamhetsplan.docx");
  const copy = "plan.genomlys.docx";
  const told = "1 kommenterad kopia från genomlys är inte med: plan.genomlys.docx.";

  it("is left out of a folder and beside its original, and named", async () => {
    const files = { "plan.docx": docx, [copy]: docx };
    for (const argv of [["."], ["*.docx"], ["plan.docx", copy]]) {
      const { paths, code, err } = await auditedIn(files, ...argv);
      expect([argv, paths, code]).toEqual([argv, ["plan.docx"], 0]);
      expect(err).toContain(told);
    }
  });

  it("is audited when it is named alone, and under a name of its own", async () => {
    expect((await auditedIn({ [copy]: docx }, copy)).paths).toEqual([copy]);
    expect((await auditedIn({ "utkast.docx": docx })).paths).toEqual(["utkast.docx"]);
  });

  it("is named when it is all that a folder holds", async () => {
    const folder = await buildFolder({ [copy]: docx });
    const { code, err } = await runReal(["."], folder);
    expect([code, err.includes("FOLDER_WITHOUT_DOCUMENTS"), err.includes(told)]).toEqual([2, true, true]);
  });
});
