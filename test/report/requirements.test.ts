// The requirements as a screen shows them.
import { describe, expect, test } from "vitest";
import type { RequirementReport } from "../../src/model/report.ts";
import { chooseStyle } from "../../src/report/terminal/style.ts";
import {
  renderRequirements,
  renderRequirementsSummary,
} from "../../src/report/terminal/requirements-part.ts";
import { buildDocument, buildRequirement, buildSection } from "./reports/build-report.ts";

const options = { lang: "sv", width: 100, colour: false, unicode: true, details: false } as const;

const document = (requirements: readonly RequirementReport[]) =>
  buildDocument({ path: "plan.pdf", sections: [buildSection({ id: "s1", heading: "Mål" })], requirements });

const summary = (requirements: readonly RequirementReport[], details = false): string =>
  renderRequirementsSummary(document(requirements), { ...options, details }, chooseStyle(options), 100).join(
    "\n",
  );
const all = (requirements: readonly RequirementReport[]): string =>
  renderRequirements(document(requirements), options, chooseStyle(options), 100).join("\n");

describe("the short view", () => {
  test("counts those that apply, and names the two gravest that are not met", () => {
    const text = summary([
      buildRequirement({ id: "A", severity: "low" }),
      buildRequirement({ id: "B", severity: "high" }),
      buildRequirement({ id: "C" }),
      buildRequirement({ id: "D", status: "met" }),
      buildRequirement({ id: "E", status: "partly", severity: "high" }),
      buildRequirement({ id: "F", status: "notApplicable" }),
    ]);
    expect(text.split("\n")).toEqual([
      "  Krav: 1 av 5 uppfyllt, 1 delvis.",
      "  • Ej uppfyllt: Krav B (Mål, sida 4)",
      "  • Ej uppfyllt: Krav C (Mål, sida 4)",
    ]);
  });

  test("says nothing when no requirement applies, and does not say 'partly' when none is", () => {
    expect(summary([buildRequirement({ id: "A", status: "notApplicable" })])).toBe("");
    expect(summary([buildRequirement({ id: "A", status: "met" })])).toBe(
      "  Krav: det enda som kan ställas här är uppfyllt (Krav A).",
    );
    expect(summary([buildRequirement({ id: "A", status: "unmet" })])).toContain("  Krav: 0 av 1 uppfyllda.");
  });

  test("leaves the gravest to the list when the list follows", () => {
    expect(summary([buildRequirement({ id: "A" })], true)).toBe("  Krav: 0 av 1 uppfyllda.");
  });
});

describe("the whole list", () => {
  test("what is not met comes first, with its place and what to do", () => {
    const text = all([
      buildRequirement({ id: "A", status: "met", message: "", question: "", recommendation: "" }),
      buildRequirement({ id: "B", section: null, location: null }),
    ]);
    expect(text.indexOf("Krav B")).toBeLessThan(text.indexOf("Krav A"));
    expect(text).toContain("dokumentet som helhet");
    expect(text).toContain("Förslag: Lägg till det.");
  });

  test("what is met is not told what to do", () => {
    const text = all([
      buildRequirement({ id: "A", status: "met", message: "", question: "", recommendation: "" }),
    ]);
    expect(text).toContain("uppfyllt: Krav A (A)");
    expect(text).not.toContain("Förslag");
    expect(text).not.toContain("ej uppfyllt");
  });

  test("names where it lacks and what to read first", () => {
    const text = all([buildRequirement({ id: "A", lacking: ["s1"], review: ["s1"] })]);
    expect(text).toContain("Saknas i Mål.");
    expect(text).toContain("Läs först Mål.");
  });

  test("those that do not apply are one line", () => {
    const text = all([
      buildRequirement({ id: "A", status: "notApplicable" }),
      buildRequirement({ id: "B", status: "notApplicable" }),
    ]);
    expect(text).toContain("Ej tillämpliga: A, B.");
    expect(text).not.toContain("Krav A");
  });
});
