import { describe, expect, test } from "vitest";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { buildDocument, buildReport, buildRequirement } from "./reports/build-report.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const reports = { everythingClear, hostileText, mixedFolder, nothingAudited };

describe("the page that goes into a memo", () => {
  test("a folder with a bit of everything", () => {
    expect(renderSummary(mixedFolder, options)).toMatchSnapshot();
  });

  test("one clear document", () => {
    expect(renderSummary(everythingClear, options)).toMatchSnapshot();
  });

  test("calls a document by its title where that can stand as a name, as the page does", () => {
    const report = buildReport([
      buildDocument({ path: "a/kpb-26.pdf", title: "Budget för Vikens kommun 2026" }),
      buildDocument({ path: "a/tjut.pdf", title: "Tjänsteskrivelse" }),
    ]);
    const text = renderSummary(report, options);
    expect(text).toContain("Budget för Vikens kommun 2026 (kpb-26.pdf)");
    expect(text).toContain("tjut.pdf");
    expect(text).not.toContain("Tjänsteskrivelse (tjut.pdf)");
  });

  test("one section to judge is not counted in the proposal, several are", () => {
    const review = (n: number) =>
      buildReport([
        buildDocument({
          path: "a.pdf",
          coverage: { ...buildDocument({ path: "a.pdf" }).coverage, expected: 5, review: n },
        }),
      ]);
    expect(renderSummary(review(1), options)).toContain("Läs det avsnitt som inte kunde bedömas");
    expect(renderSummary(review(3), options)).toContain("Läs de tre avsnitt som inte kunde bedömas");
  });

  test("says that the perspective is expected nowhere, and does not say why it would be", () => {
    const { coverage } = buildDocument({ path: "a.pdf" });
    const of = (expected: number) => ({ ...coverage, expected, covered: 0 });
    const text = (...expected: number[]): string =>
      renderSummary(
        buildReport(
          expected.map((n, index) => buildDocument({ path: `${String(index)}.pdf`, coverage: of(n) })),
        ),
        options,
      );
    expect(text(0)).toContain("I inget av avsnitten kan perspektivet väntas: de handlar inte om");
    expect(text(0, 0)).toContain("I inget av avsnitten kan perspektivet väntas: de handlar inte om");
    expect(text(0, 1)).toContain("I 1 av avsnitten kan perspektivet väntas, eftersom det handlar om");
    expect(text(0, 2)).toContain("I 2 av avsnitten kan perspektivet väntas, eftersom de handlar om");
    expect(text(0)).not.toContain("I 0 av");
  });

  test("counts requirements only where there are several, and leaves out what there is none of", () => {
    const text = (...statuses: ("met" | "partly" | "unmet" | "notApplicable")[]): string =>
      renderSummary(
        buildReport([
          buildDocument({
            path: "a.pdf",
            requirements: statuses.map((status) =>
              buildRequirement({ id: "A", status, title: "Mål gäller kvinnor och män" }),
            ),
          }),
        ]),
        options,
      );
    expect(text("met", "notApplicable")).toContain(
      "Bara ett krav kan ställas här: Mål gäller kvinnor och män (uppfyllt).",
    );
    expect(text("met", "unmet", "unmet")).toMatch(/Av 3 krav .* är 1 uppfyllt och 2 inte uppfyllda\./);
    expect(text("met", "partly", "unmet")).toMatch(/är 1 uppfyllt, 1 delvis uppfyllt och 1 inte uppfyllt\./);
    expect(text("notApplicable")).not.toMatch(/\bkrav\b/);
  });

  test("says so when nothing could be audited, and judges nothing", () => {
    const text = renderSummary(nothingAudited, options);
    expect(text).toContain("Inget dokument gick att granska");
    expect(text).toContain("Två dokument gick inte att läsa");
    expect(text).not.toMatch(/saknas i |finns i |luckor/);
  });

  test.each(Object.entries(reports))("%s: no slot is left open, in either language", (_name, report) => {
    for (const lang of ["sv", "en"] as const) {
      const text = renderSummary(report, { ...options, lang });
      expect(text).not.toMatch(/\{|\}|undefined|NaN|\bnull\b/);
      expect(text.replace(/\n/g, "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test("in English, with no Swedish words of ours", () => {
    expect(renderSummary(everythingClear, { ...options, lang: "en" })).not.toMatch(
      /Vad som|avsnitt|dokument\b|granskats/,
    );
  });

  test("documents of the same type are told apart by their files", () => {
    const documents = ["a/budget-ale.pdf", "a/budget-orust.pdf"].map((path) =>
      buildDocument({ path, type: { id: "mal-budget", confidence: 1, because: [] }, verdict: "missing" }),
    );
    expect(renderSummary(buildReport(documents), options)).toContain(
      "två dokument: budget-ale.pdf och budget-orust.pdf.",
    );
  });

  test("what is said to be missing stands with what a person has yet to read", () => {
    const coverage = {
      share: 0,
      upTo: 0.96,
      byCount: 0,
      expected: 28,
      covered: 0,
      review: 25,
      depth: 0,
      concentration: null,
    };
    const text = renderSummary(
      buildReport([buildDocument({ path: "a.pdf", verdict: "missing", coverage })]),
      options,
    );
    expect(text).toContain("(0 %, eller upp till 96 % när 25 avsnitt har lästs av en människa)");
  });

  test("a type that is only guessed is no name", () => {
    const guessed = buildDocument({
      path: "a.pdf",
      type: { id: "rus", confidence: 0.5, because: [] },
      verdict: "missing",
    });
    const text = renderSummary(buildReport([guessed]), options);
    expect(text).toContain("ett dokument: a.pdf.");
    expect(text).not.toContain("Regional utvecklingsstrategi");
  });

  test("names eight documents of a long list and counts the others", () => {
    const documents = Array.from({ length: 30 }, (_, index) =>
      buildDocument({ path: `d${String(index)}.pdf`, verdict: "missing" }),
    );
    const text = renderSummary(buildReport(documents), options);
    expect(text).toContain("d0.pdf, d1.pdf, d2.pdf, d3.pdf, d4.pdf, d5.pdf, d6.pdf, d7.pdf och 22 till.");
    expect(text).not.toContain("d8.pdf");
  });

  test("says of documents that were not judged that they were not, and gives them no percentage", () => {
    const thin = buildDocument({
      path: "a.txt",
      coverage: {
        share: 1,
        upTo: 1,
        byCount: 1,
        expected: 1,
        covered: 1,
        review: 0,
        depth: 2,
        concentration: 1,
      },
    });
    const text = renderSummary(buildReport([thin]), options);
    expect(text).toContain("är underlaget för litet för en bedömning");
    expect(text).not.toContain("%");
  });
});
