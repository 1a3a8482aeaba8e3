import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdicts, type CoverageReport, type Level } from "../../src/model/report.ts";
import { verdictOf, type VerdictFacts } from "../../src/score/verdict.ts";

const thresholds = {
  expectedSectionsAtLeast: 3,
  readShareAtLeast: 0.9,
  clearCoverage: 0.5,
  missingCoverage: 0.15,
  confinedConcentration: 0.7,
};
const coverage = (share: number | null, given: Partial<CoverageReport> = {}): CoverageReport => ({
  share,
  upTo: share,
  byCount: share,
  expected: 10,
  covered: 5,
  review: 0,
  depth: 1,
  concentration: 0.2,
  ...given,
});
type Piece = VerdictFacts["evidence"][number];
const goal: Piece = { level: 3, chain: "goal", framing: false };
const analysis: Piece = { level: 2, chain: "analysis", framing: false };
const named: Piece = { level: 1, chain: "framing", framing: false };
const verdict = (share: number | null, evidence: readonly Piece[], given: Partial<VerdictFacts> = {}) =>
  verdictOf({ readShare: 1, coverage: coverage(share), evidence, ...given }, thresholds);

describe("not assessed comes first", () => {
  test("with fewer than three expected sections, whatever they hold", () => {
    const few = coverage(1, { expected: 2 });
    expect(verdictOf({ readShare: 1, coverage: few, evidence: [goal, analysis] }, thresholds)).toBe(
      "notAssessed",
    );
  });

  test("with less than 90 % read, also where nothing was found", () => {
    expect(verdict(0, [], { readShare: 0.89 })).toBe("notAssessed");
    expect(verdict(0.9, [goal, analysis], { readShare: 0.89 })).toBe("notAssessed");
  });

  test("and not with exactly three sections and 90 %", () => {
    const three = coverage(0, { expected: 3 });
    expect(verdictOf({ readShare: 0.9, coverage: three, evidence: [] }, thresholds)).toBe("missing");
  });
});

describe("clear", () => {
  test("needs half the coverage, a goal or action, and an analysis", () => {
    expect(verdict(0.5, [goal, analysis])).toBe("clear");
  });

  test.each([
    ["too little coverage", 0.49, [goal, analysis]],
    ["no goal or action", 0.8, [analysis, named]],
    ["no analysis", 0.8, [goal, named]],
    ["the goal in the foreword", 0.8, [{ ...goal, framing: true }, analysis]],
    ["the analysis in the foreword", 0.8, [goal, { ...analysis, framing: true }]],
  ] as const)("is not given for %s", (_why, share, evidence) => {
    expect(verdict(share, evidence)).toBe("partial");
  });
});

describe("missing", () => {
  test("is hardly any coverage and nothing described", () => {
    expect(verdict(0.14, [named])).toBe("missing");
    expect(verdict(0, [])).toBe("missing");
  });

  test("is not said where something is described, however little", () => {
    expect(verdict(0.05, [analysis])).not.toBe("missing");
  });

  test("is not said at 15 % coverage", () => {
    expect(verdict(0.15, [named])).not.toBe("missing");
  });
});

describe("confined", () => {
  test("is all evidence in framing sections", () => {
    expect(verdict(0.3, [{ ...analysis, framing: true }])).toBe("confined");
  });

  test("is most of the evidence in one section while coverage is low", () => {
    const dense = { coverage: coverage(0.3, { concentration: 0.7 }) };
    expect(verdict(0.3, [goal, analysis], dense)).toBe("confined");
  });

  test("is a single piece of evidence: it stands in one section", () => {
    const lone = { coverage: coverage(0.3, { concentration: 1 }) };
    expect(verdict(0.3, [goal], lone)).toBe("confined");
  });

  test("is not said where it is not known how the evidence is spread", () => {
    const unknown = { coverage: coverage(0.3, { concentration: null }) };
    expect(verdict(0.3, [goal, analysis], unknown)).toBe("partial");
  });

  test("is not said of a document with good coverage", () => {
    const dense = { coverage: coverage(0.6, { concentration: 0.9 }) };
    expect(verdict(0.6, [goal, analysis], dense)).toBe("clear");
  });

  test("is not said of a document without evidence", () => {
    expect(verdict(0.2, [])).toBe("partial");
  });
});

describe("laws", () => {
  const level = fc.integer({ min: 1, max: 4 }) as fc.Arbitrary<Level>;
  const piece = fc.record({
    level,
    chain: fc.constantFrom("analysis" as const, "goal" as const, "action" as const, "framing" as const),
    framing: fc.boolean(),
  });
  const facts = fc.record({
    readShare: fc.double({ min: 0, max: 1, noNaN: true }),
    evidence: fc.array(piece, { maxLength: 12 }),
    coverage: fc
      .record({
        share: fc.double({ min: 0, max: 1, noNaN: true }),
        expected: fc.nat(12),
        concentration: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ share, expected, concentration }) => coverage(share, { expected, concentration })),
  });

  test("there is one verdict for every document", () => {
    fc.assert(fc.property(facts, (given) => verdicts.includes(verdictOf(given, thresholds))));
  });

  test("the order of the evidence makes no difference", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = { ...given, evidence: [...given.evidence].reverse() };
        expect(verdictOf(turned, thresholds)).toBe(verdictOf(given, thresholds));
      }),
    );
  });

  test("a clear document stays clear when more is found in it", () => {
    fc.assert(
      fc.property(facts, piece, (given, more) => {
        if (verdictOf(given, thresholds) !== "clear") return;
        expect(verdictOf({ ...given, evidence: [...given.evidence, more] }, thresholds)).toBe("clear");
      }),
    );
  });

  test("a document never becomes missing by a new piece of evidence", () => {
    fc.assert(
      fc.property(facts, piece, (given, more) => {
        const before = verdictOf(given, thresholds);
        const after = verdictOf({ ...given, evidence: [...given.evidence, more] }, thresholds);
        if (before !== "missing") expect(after).not.toBe("missing");
      }),
    );
  });
});
