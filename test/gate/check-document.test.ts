import { describe, expect, test } from "vitest";
import { barsFor, demandsNothing, type Bars } from "../../src/gate/bars.ts";
import { checkDocument, type CheckContext } from "../../src/gate/check-document.ts";
import { checkedDocument, checkReport } from "../../src/gate/check-report.ts";
import type { DocumentReport, RequirementReport } from "../../src/model/report.ts";
import { buildDocument, buildGap, buildSection, buildUnread } from "../report/reports/build-report.ts";

const context: CheckContext = { lang: "sv", newOnly: false, readShareAtLeast: 0.9 };
const check = (document: DocumentReport, bars: Bars, more: Partial<CheckContext> = {}): DocumentReport =>
  checkDocument(document, bars, { ...context, ...more });
const outcomes = (document: DocumentReport): string[] =>
  (document.check?.bars ?? []).map(({ bar, outcome }) => `${bar} ${outcome}`);

const coverage = (share: number | null, upTo = share): DocumentReport["coverage"] => ({
  share,
  upTo,
  byCount: share,
  expected: share === null ? 0 : 10,
  covered: 4,
  review: 1,
  depth: 1,
  concentration: 0.5,
});

const missing = buildSection({ id: "s1", heading: "Skola" });
const foreword = buildSection({ id: "s2", heading: "Förord", framing: true, level: 4, status: "present" });
const named = buildSection({ id: "s3", heading: "Vård", level: 1, status: "present" });
const gap = buildGap({ section: "s1", fingerprint: "g1" });
const deepen = buildGap({ section: "s3", fingerprint: "g3", rule: "deepen" });
const budget = buildDocument({
  path: "budget.md",
  coverage: coverage(0.41, 0.61),
  sections: [missing, foreword, named],
  gaps: [gap, deepen],
});

const requirement: RequirementReport = {
  id: "K-MB-05",
  rule: "k-mb-05",
  title: "Resurser",
  fingerprint: "r1",
  status: "unmet",
  severity: "high",
  evidence: [],
  searched: [],
  section: null,
  location: null,
  lacking: [],
  review: [],
  because: null,
  message: "Saknas.",
  question: "",
  recommendation: "",
  source: "",
};

describe("coverage", () => {
  test("says by how much it is missed, and what reading the sections to judge may give", () => {
    const { check: result } = check(budget, { minCoverage: 60 });
    expect(result?.outcome).toBe("failed");
    expect(result?.message).toBe(
      "täckningen är 41 %, minst 60 % krävs (19 procentenheter för lite), men den kan vara upp till 61 %: läs 1 avsnitt att bedöma",
    );
  });

  test("just reached is reached", () => {
    expect(outcomes(check(budget, { minCoverage: 41 }))).toEqual(["min-coverage met"]);
    const other = { ...budget, coverage: coverage(0.58) };
    expect(outcomes(check(other, { minCoverage: 58 }))).toEqual(["min-coverage met"]);
  });

  test("is no failure where nothing was expected: null is not zero", () => {
    const result = check({ ...budget, coverage: coverage(null) }, { minCoverage: 60 });
    expect(outcomes(result)).toEqual(["min-coverage notApplicable"]);
    expect(result.check?.outcome).toBe("passed");
  });

  test("is not said to be missed in a document of which too little was read", () => {
    const reading = { share: 0.4, pagesWithoutText: [1], garbled: [], engine: "pdfium" };
    const result = check({ ...budget, reading }, { minCoverage: 60 });
    expect(result.check?.outcome).toBe("notJudged");
    expect(result.check?.message).toContain("40 %");
  });
});

test("the level of a foreword does not count", () => {
  expect(outcomes(check(budget, { minLevel: 2 }))).toEqual(["min-level missed"]);
  expect(outcomes(check(budget, { minLevel: 1 }))).toEqual(["min-level met"]);
});

describe("findings", () => {
  test("that miss a bar are marked; all others stay in the report without a mark", () => {
    const result = check(budget, { failOn: ["missing"] });
    expect(result.gaps.map(({ failing }) => failing)).toEqual([true, undefined]);
    expect(result.check?.bars[0]?.findings).toEqual(["g1"]);
  });

  test("a suggestion to go deeper is no missing section", () => {
    const deep = { ...budget, sections: [named], gaps: [deepen] };
    expect(outcomes(check(deep, { maxGaps: 0 }))).toEqual(["max-gaps met"]);
  });

  test("the highest number allowed is allowed", () => {
    expect(outcomes(check(budget, { maxGaps: 1 }))).toEqual(["max-gaps met"]);
    expect(outcomes(check(budget, { maxGaps: 0 }))).toEqual(["max-gaps missed"]);
  });

  test("a section that no remedy fits is missing all the same", () => {
    expect(outcomes(check({ ...budget, gaps: [] }, { failOn: ["missing"] }))).toEqual(["missing missed"]);
  });

  test("suppressed ones and, where an earlier state is known, old ones do not count", () => {
    const marked = (mark: object): DocumentReport => ({ ...budget, gaps: [{ ...gap, ...mark }, deepen] });
    const bars: Bars = { failOn: ["missing"] };
    const suppressed = marked({ suppressed: { kind: "external", reason: "x" } });
    expect(outcomes(check(suppressed, bars))).toEqual(["missing met"]);
    const newOnly = { newOnly: true };
    expect(outcomes(check(marked({ baseline: "unchanged" }), bars, newOnly))).toEqual(["missing met"]);
    expect(outcomes(check(marked({ baseline: "new" }), bars, newOnly))).toEqual(["missing missed"]);
  });

  test("a waiver counts in its section, not elsewhere", () => {
    const sections = [{ ...missing, flags: ["waiver" as const] }, foreword, named];
    expect(outcomes(check({ ...budget, sections }, { failOn: ["waiver"] }))).toEqual(["waiver missed"]);
    expect(outcomes(check(budget, { failOn: ["waiver"] }))).toEqual(["waiver met"]);
  });

  test("notices count when they are asked for", () => {
    const noted = { ...budget, notices: [{ code: "TYPE_UNCERTAIN", message: "", hint: "" }] };
    expect(outcomes(check(noted, { failOn: ["notice"] }))).toEqual(["notice missed"]);
    expect(outcomes(check(noted, { failOn: ["missing"] }))).toEqual(["missing missed"]);
  });
});

describe("requirements", () => {
  const held = (part: Partial<RequirementReport>, bars: Bars): string[] =>
    outcomes(check({ ...budget, requirements: [{ ...requirement, ...part }] }, bars));

  test.each([
    [{ status: "unmet" }, "require missed"],
    [{ status: "partly" }, "require missed"],
    [{ status: "met" }, "require met"],
    [{ status: "notApplicable", because: "condition" }, "require notApplicable"],
    [{ status: "notApplicable", because: "unread" }, "require notJudged"],
  ] as const)("%j: %s", (part, outcome) => {
    expect(held(part, { require: ["K-MB-05"] })).toEqual([outcome]);
    expect(held(part, { require: ["k-mb-05"] })).toEqual([outcome]);
  });

  test("one of another type does not apply", () => {
    expect(outcomes(check(budget, { require: ["K-TS-03"] }))).toEqual(["require notApplicable"]);
  });

  test("one that a person has to read first is to be judged, not unmet", () => {
    const bars: Bars = { failOn: ["unmet", "review"] };
    expect(held({ review: ["s1"] }, bars)).toEqual(["unmet met", "review missed"]);
    expect(held({}, bars)).toEqual(["unmet missed", "review met"]);
  });

  test("one that is partly met is not called unmet", () => {
    expect(held({ status: "partly" }, { failOn: ["unmet"] })).toEqual(["unmet met"]);
  });
});

describe("bars", () => {
  test("of the command line outdo those of the type, and these the common ones, one by one", () => {
    const demanded = {
      all: { minCoverage: 20, maxGaps: 9 },
      types: { rus: { minCoverage: 60 } },
      given: { maxGaps: 3, minCoverage: undefined },
    };
    expect(barsFor("rus", demanded)).toEqual({ minCoverage: 60, maxGaps: 3 });
    expect(barsFor("constructor", demanded)).toEqual({ minCoverage: 20, maxGaps: 3 });
  });

  test("nothing demanded is seen as that", () => {
    expect(demandsNothing({ all: {}, types: {}, given: { minCoverage: undefined } })).toBe(true);
    expect(demandsNothing({ all: {}, types: { rus: { maxGaps: 0 } }, given: {} })).toBe(false);
  });

  test("none for the type is told, and neither passes nor fails", () => {
    expect(check(budget, {}).check?.outcome).toBe("notChecked");
  });
});

describe("the run", () => {
  const run = (documents: readonly DocumentReport[], more = {}): string =>
    checkReport({
      documents: documents.map(checkedDocument),
      suppressions: [],
      failOnUnusedSuppressions: false,
      ...more,
    }).outcome;
  const good = check(budget, { minCoverage: 40 });
  const bad = check(budget, { minCoverage: 60 });

  test("fails when one document fails, wherever it stands", () => {
    expect([run([good, good]), run([bad, good]), run([good, bad])]).toEqual(["passed", "failed", "failed"]);
  });

  test("a document that could not be audited is neither a failure nor a success", () => {
    const unread = check(buildUnread("låst.pdf", "Låst.", "Lås upp."), { minCoverage: 60 });
    expect(unread.check?.outcome).toBe("notJudged");
    expect(run([good, unread])).toBe("notJudged");
  });

  test("an unused suppression is a failure only when that was asked for", () => {
    const names = { fingerprint: "f", rule: "", path: "", section: "" };
    const idle = { kind: "external", reason: "x", state: "unused", findings: 0, names };
    expect(run([good], { suppressions: [idle] })).toBe("passed");
    expect(run([good], { suppressions: [idle], failOnUnusedSuppressions: true })).toBe("failed");
    const used = { ...idle, state: "used", findings: 1 };
    expect(run([good], { suppressions: [used], failOnUnusedSuppressions: true })).toBe("passed");
  });
});
