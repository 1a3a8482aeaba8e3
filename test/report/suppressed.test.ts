// A gap that somebody has suppressed: no format counts it or lists it as something to do, and every format names it.
import { describe, expect, test } from "vitest";
import { compareReports } from "../../src/compare/compare-reports.ts";
import { renderComparison } from "../../src/report/compare/render-terminal.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderCsv } from "../../src/report/csv.ts";
import { renderHtml } from "../support/render-html.ts";
import { renderMarkdown } from "../../src/report/markdown/render-markdown.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { gapsTable } from "../../src/report/tables/gaps-table.ts";
import { sectionsTable } from "../../src/report/tables/sections-table.ts";
import { documentsTable } from "../../src/report/tables/documents-table.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./reports/build-report.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 200, colour: false, unicode: false };
const reason = "Uppdelas efter avtal";
const report = buildReport([
  buildDocument({
    path: "plan.md",
    sections: [
      buildSection({ id: "s1", heading: "Skola" }),
      buildSection({ id: "s2", heading: "Trafik" }),
      buildSection({ id: "s3", heading: "Bibliotek" }),
    ],
    gaps: [
      buildGap({ section: "s1", fingerprint: "f1", message: "Skolans siffror är inte uppdelade." }),
      buildGap({
        section: "s2",
        fingerprint: "f2",
        message: "Trafikens siffror är inte uppdelade.",
        suppressed: { kind: "external", reason },
      }),
    ],
  }),
]);

/** The rows of a table as its headings name them. */
function rowsOf({ columns, rows }: ReturnType<typeof gapsTable>): Record<string, unknown>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ heading }, index) => [heading, row[index]])));
}

describe("a suppressed gap", () => {
  test("is named with its reason in every format", () => {
    for (const text of [
      renderTerminal(report, options),
      renderTerminal(report, { ...options, details: true }),
      renderMarkdown(report, options),
      renderHtml(report, options),
      renderCsv(report, { ...options, table: "gaps" }),
    ])
      expect(text).toContain(reason);
    expect(renderSummary(report, options)).toContain(
      "undantaget med angivet skäl tas inte upp här: 1 lucka eller krav.",
    );
  });

  test("is not counted, and its section does not stand among those that lack something", () => {
    const terminal = renderTerminal(report, options);
    expect(terminal).toContain("Saknas även i ett avsnitt");
    expect(terminal).toContain("- Bibliotek");
    expect(terminal).not.toMatch(/^ +- Trafik/m);
    const markdown = renderMarkdown(report, options);
    expect(markdown).toContain("### Luckor (1)");
    expect(markdown).toContain("### Räknas inte (1)");
    expect(markdown).toMatch(/\| 1 \|$/m);
    const page = renderHtml(report, options);
    expect(page).not.toContain("<strong>Trafikens siffror");
    expect(page).toMatch(/<td class="num">1<\/td><td class="num">0<\/td><\/tr>/);
    expect(page.match(/ data-g>/g)).toHaveLength(1);
    expect(renderSummary(report, options)).not.toContain("Trafikens siffror");
    expect(rowsOf(sectionsTable(report, "sv")).map((row) => row["Luckor, antal"])).toEqual([1, 0, 0]);
    const [figures = {}] = rowsOf(documentsTable(report, "sv"));
    const counts = Object.entries(figures).filter(([heading]) => heading.startsWith("Luckor:"));
    expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(1);
  });

  test("keeps its row in the table of gaps, with the reason in a column of its own", () => {
    expect(rowsOf(gapsTable(report, "sv")).map((row) => row["Undantaget, skäl"])).toEqual([null, reason]);
  });

  test("is named as suppressed where a comparison calls it new", () => {
    const [document] = report.documents;
    const before = buildReport([{ ...document!, gaps: [] }]);
    const compared = compareReports({ name: "a", report: before }, { name: "b", report });
    const text = renderComparison(compared, options);
    expect(text).toContain(`Trafikens siffror är inte uppdelade. (undantaget: ${reason})`);
    expect(text.match(/undantaget:/g)).toHaveLength(1);
  });
});
