import { describe, expect, test } from "vitest";
import { compareReports } from "../../src/compare/compare-reports.ts";
import { renderComparisonHtml } from "../../src/report/compare/render-html.ts";
import { renderComparisonJson } from "../../src/report/compare/render-json.ts";
import { renderComparisonMarkdown } from "../../src/report/compare/render-markdown.ts";
import { renderComparison } from "../../src/report/compare/render-terminal.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";
import { buildReport } from "./reports/build-report.ts";
import { before, changedBudget as comparison, health } from "./reports/changed-budget.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";

const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

describe("a comparison", () => {
  test("on the terminal", () => {
    expect(renderComparison(comparison, screen)).toMatchSnapshot();
  });

  test("as linear text: no arrows, rulers or indentation, every change in words", () => {
    const text = renderComparison(comparison, { ...screen, plain: true });
    expect(text).toMatch(/^Omdöme: .+ blev .+$/m);
    expect(text).toMatch(/^Täckning: \d+ % blev \d+ %$/m);
    expect(text).not.toMatch(/→|->|[─•·]|--|^ |(?<=\S) {2}/m);
  });

  test("in Markdown", () => {
    expect(renderComparisonMarkdown(comparison, screen)).toMatchSnapshot();
  });

  test("does not say of a gap that went with its section that it was answered", () => {
    const text = renderComparison(comparison, screen);
    const [, answered = "", gone = ""] =
      /besvarade \(1\)([^]*)utan att vara besvarade \(1\)([^]*)Bara före/.exec(text) ?? [];
    expect(answered).toContain(health);
    expect(gone).toContain("Vägar, sida 2");
    expect(gone).toContain("avsnittet är borttaget");
  });

  test.each([60, 80, 200])("fits %i columns", (width) => {
    for (const line of renderComparison(comparison, { ...screen, width, details: true }).split("\n"))
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test("in English has no Swedish words of ours", () => {
    for (const text of [
      renderComparison(comparison, { ...screen, lang: "en", details: true }),
      renderComparisonMarkdown(comparison, { lang: "en" }),
      renderComparisonHtml(comparison, { lang: "en" }).replace(/<style>[^]*<\/style>/, ""),
    ])
      expect(text).not.toMatch(/Omdöme|Täckning|Luckor|[Bb]elägg|sida \d/);
  });

  test("with nothing changed says so, and nothing more of the document", () => {
    const report = buildReport([before]);
    const same = compareReports({ name: "a", report }, { name: "b", report });
    expect(renderComparison(same, screen)).toContain("Ingenting har ändrats.");
    expect(renderComparison(same, screen)).not.toContain("Täckning");
  });

  test("comes back from JSON as it was", () => {
    expect(JSON.parse(renderComparisonJson(comparison))).toEqual(comparison);
  });
});

describe("text of strangers in a comparison", () => {
  const side = { name: `<script>x()</script>"'`, report: hostileText };
  const hostile = compareReports(side, { name: "b", report: mixedFolder });
  const all = compareReports(side, {
    ...side,
    report: { ...hostileText, documents: hostileText.documents.map((one) => ({ ...one, gaps: [] })) },
  });

  test.each([hostile, all])("runs, loads and draws nothing on the page", (one) => {
    const html = renderComparisonHtml(one, { lang: "sv" });
    expect(html).not.toMatch(/<script|<img|<iframe|onerror=|javascript:/i);
    expect(html).toContain("default-src 'none'");
  });

  test.each([hostile, all])("moves no cursor on the terminal", (one) => {
    expect(renderComparison(one, { ...screen, details: true })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  });
});
