import { describe, expect, test } from "vitest";
import type { ChainReport, DocumentReport } from "../../src/model/report.ts";
import { linkCoverage, linkState } from "../../src/report/chain-state.ts";
import { renderMarkdown } from "../../src/report/markdown/render-markdown.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { documentsTable } from "../../src/report/tables/documents-table.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { buildChain, buildDocument, buildReport } from "./reports/build-report.ts";
import { openPage } from "./html/page.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const link = (part: Partial<ChainReport>): ChainReport => ({
  expected: 4,
  covered: 0,
  review: 0,
  level: 0,
  ...part,
});

/** A strategy that steers, and a budget with damaged text: in none of its sections on resources anything was found. */
function withResource(resource: ChainReport): ReturnType<typeof buildReport> {
  const coverage = {
    ...buildDocument({ path: "" }).coverage,
    expected: 9,
    covered: 3,
    review: 4,
    share: 0.3,
  };
  const strategy = buildDocument({
    path: "strategi.pdf",
    verdict: "clear",
    coverage,
    chain: { ...buildChain("234333"), resource: link({ covered: 3, level: 3 }) },
  });
  const budget = buildDocument({
    path: "budget.pdf",
    verdict: "partial",
    type: { id: "mal-budget", confidence: 1, because: [] },
    coverage,
    flags: ["damagedText"],
    chain: { ...buildChain("2–2–22"), resource },
  });
  const report = buildReport([strategy, budget]);
  return {
    ...report,
    labels: { ...report.labels, stages: { rus: "strategy", "mal-budget": "budget" } },
  };
}

const toJudge = withResource(link({ review: 4 }));
const missing = withResource(link({}));

describe("what can be said of a link", () => {
  test.each([
    ["notExpected", link({ expected: 0 })],
    ["missing", link({})],
    ["toJudge", link({ review: 1 })],
    ["sectionsOnly", link({ covered: 1 })],
    ["found", link({ level: 2, review: 3 })],
    ["found", link({ expected: 0, level: 1 })],
  ] as const)("%s", (state, report) => {
    expect(linkState(report)).toBe(state);
  });

  test("links left to judge are not counted as lacking", () => {
    const resource = (documents: readonly DocumentReport[]) =>
      linkCoverage(documents).find((each) => each.link === "resource");
    expect(resource(toJudge.documents)).toEqual({ link: "resource", covered: 3, expected: 4 });
    expect(resource(missing.documents)).toEqual({ link: "resource", covered: 3, expected: 8 });
  });
});

describe("a link that is left to judge is never called missing or 0", () => {
  test("on the page: a question mark, how much there is to read, and no perspective lost", () => {
    const cells = (report: typeof toJudge) => {
      const page = openPage(report);
      const own = page.elements("td").filter((cell) => cell.attrs.some(({ value }) => /heat/.test(value)));
      return own.map((cell) => page.text(cell));
    };
    expect(cells(toJudge)[9]).toBe("? att bedöma 4 av 4 att läsa");
    expect(cells(missing)[9]).toBe("0 saknas 0 av 4 ▼ tappas");
    expect(openPage(toJudge).html).not.toContain("▼ tappas");
  });

  test("in Markdown: a question mark that is explained", () => {
    expect(renderMarkdown(toJudge, options)).toContain("| 2 – 2 ? 2 2 |");
    expect(renderMarkdown(toJudge, options)).toContain("Ett frågetecken:");
    expect(renderMarkdown(missing, options)).toContain("| 2 – 2 0 2 2 |");
    expect(renderMarkdown(missing, options)).not.toContain("Ett frågetecken:");
  });

  test("in tables: an empty cell, and the link in a column of its own", () => {
    const cell = (report: typeof toJudge, heading: string) => {
      const { columns, rows } = documentsTable(report, "sv");
      return rows[1]?.[columns.findIndex((column) => column.heading === heading)];
    };
    expect([cell(toJudge, "Nivå: resurs"), cell(toJudge, "Led att bedöma")]).toEqual([null, "resurs"]);
    expect([cell(missing, "Nivå: resurs"), cell(missing, "Led att bedöma")]).toEqual([0, null]);
  });

  test("in the summary: not named as weak", () => {
    expect(renderSummary(toJudge, options)).not.toMatch(/svagast[^.]*resurser/);
    expect(renderSummary(missing, options)).toMatch(/svagast[^.]*resurser \(3 av 8\)/);
  });

  test("on the terminal: a question mark that is explained", () => {
    expect(renderTerminal(toJudge, options)).toMatch(/2 – 2 \? 2 {2}2/);
    expect(renderTerminal(missing, options)).toMatch(/2 – 2 0 2 {2}2/);
  });
});

describe("a link whose sections have the perspective, while no evidence is about the link itself", () => {
  const report = withResource(link({ covered: 1 }));
  const explained = "men inget belägg gäller själva ledet";

  test("is a plus in the terminal and in Markdown, that is explained, and not a 0 that says missing", () => {
    const wide = { ...options, width: 120 };
    expect(renderTerminal(report, wide)).toMatch(/2 – 2 \+ 2 {2}2/);
    expect(renderTerminal(report, wide)).toContain(explained);
    expect(renderTerminal(report, wide)).toContain("Finns i ledets avsnitt men inte i själva ledet: resurs.");
    expect(renderTerminal(report, wide)).not.toContain("Saknas i styrkedjan: resurs");
    expect(renderMarkdown(report, options)).toContain("| 2 – 2 + 2 2 |");
    expect(renderMarkdown(report, options)).toContain(explained);
  });

  test("is said in words on the page and in linear text", () => {
    const page = openPage(report);
    const cells = page.elements("td").filter((cell) => cell.attrs.some(({ value }) => /heat/.test(value)));
    expect(cells.map((cell) => page.text(cell))[9]).toBe("+ ej i ledet 1 av 4 ▼ tappas");
    const plain = renderTerminal(report, { ...options, width: 120, plain: true });
    expect(plain).toContain("Styrkedjan, resurs: perspektivet finns i ledets avsnitt, men inget belägg");
  });

  test("is not spoken of where there is none", () => {
    expect(renderTerminal(missing, options)).not.toContain("Ett plus");
    expect(renderMarkdown(missing, options)).not.toContain("Ett plus");
  });
});
