// docs/examples/ shows what the formats look like. After a change: npx vitest run test/docs/examples -u, and read the diff.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { auditFile } from "../../src/pipeline/audit.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { renderHtml } from "../support/render-html.ts";
import { reportFormats, type ReportFormat } from "../../src/report/index.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";

const root = path.join(import.meta.dirname, "..", "..");
const folder = "fixtures/halland";
let report: Report;

beforeAll(async () => {
  const packs = await loadPacks([]);
  const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
  const documents = [];
  for (const name of (await readdir(path.join(root, folder))).sort()) {
    const bytes = await readFile(path.join(root, folder, name));
    const options = { packs, type: "auto", lang: "sv", read: defaultReadOptions, sha256 } as const;
    documents.push(await auditFile({ path: `${folder}/${name}`, bytes }, options));
  }
  report = assembleReport(documents, packs);
}, 120_000);

test.each<{ file: string; format: ReportFormat }>([
  { file: "halland-sammanfattning.txt", format: "summary" },
  { file: "halland.md", format: "markdown" },
  { file: "halland-luckor.csv", format: "csv" },
])("docs/examples/$file is what the tool writes", async ({ file, format }) => {
  const render = await reportFormats[format].load();
  const text = await render(report, {
    lang: "sv",
    details: false,
    width: 80,
    colour: false,
    unicode: true,
    table: "gaps",
  });
  await expect(text).toMatchFileSnapshot(path.join(root, "docs", "examples", file));
});

test("docs/examples/halland.html has the style and the script of today (npm run picture)", async () => {
  const page = renderHtml(report, { lang: "sv", details: false, width: 80, colour: false, unicode: true });
  // The figures follow the rules and are shown, not compared: a changed term need not rewrite the whole page.
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  const shown = await readFile(path.join(root, "docs", "examples", "halland.html"), "utf8");
  expect(policy.exec(shown)?.[0]).toBe(policy.exec(page)?.[0]);
});
