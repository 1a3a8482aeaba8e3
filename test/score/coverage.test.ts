import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf, type ScoredSection } from "../../src/score/coverage.ts";

const section = (given: Partial<ScoredSection>): ScoredSection => ({
  words: 100,
  expected: true,
  level: 0,
  status: "missing",
  evidence: 0,
  ...given,
});
const covered = section({ status: "present", level: 2, evidence: 1 });

describe("nothing to measure", () => {
  test("is null and not 0: no sections", () => {
    expect(coverageOf([])).toEqual({
      share: null,
      upTo: null,
      byCount: null,
      expected: 0,
      covered: 0,
      review: 0,
      depth: null,
      concentration: null,
    });
  });

  test("is null and not 0: nothing expected", () => {
    expect(coverageOf([section({ expected: false, status: "notExpected" })]).share).toBeNull();
  });

  test("is null and not 0: nothing of what is expected was read", () => {
    expect(coverageOf([section({ status: "unread" })]).share).toBeNull();
  });

  test("is 0 when something was expected and nothing is there", () => {
    expect(coverageOf([section({})])).toMatchObject({
      share: 0,
      upTo: 0,
      byCount: 0,
      depth: 0,
      concentration: null,
    });
  });
});

describe("shares", () => {
  test("are weighted by words; the plain count stands beside", () => {
    const long = section({ words: 300 });
    expect(coverageOf([covered, long])).toMatchObject({ share: 0.25, byCount: 0.5, expected: 2, covered: 1 });
  });

  test("count a section to be judged as expected and not covered, and say how far it could go", () => {
    expect(coverageOf([covered, section({ status: "review" })])).toMatchObject({
      share: 0.5,
      upTo: 1,
      covered: 1,
      review: 1,
    });
  });

  test("leave out unread sections: they are neither covered nor missing", () => {
    expect(coverageOf([covered, section({ status: "unread", words: 10_000 })])).toMatchObject({
      share: 1,
      expected: 1,
    });
  });

  test("leave out what is not expected, however long", () => {
    expect(
      coverageOf([covered, section({ expected: false, status: "notExpected", words: 10_000 })]).share,
    ).toBe(1);
  });

  test("count a section without words as one word, not as nothing", () => {
    expect(coverageOf([section({ words: 0 }), section({ ...covered, words: 0 })]).share).toBe(0.5);
  });
});

describe("depth and concentration", () => {
  test("depth is the mean level of the expected sections", () => {
    expect(coverageOf([covered, section({}), section({ ...covered, level: 4 })]).depth).toBe(2);
  });

  test("concentration is the share of the evidence in the densest section", () => {
    expect(coverageOf([section({ ...covered, evidence: 3 }), covered]).concentration).toBe(0.75);
  });
});

describe("laws", () => {
  const sections = fc.array(
    fc.record({
      words: fc.nat(2000),
      expected: fc.boolean(),
      level: fc.nat(4),
      status: fc.constantFrom("present", "missing", "review", "notExpected", "unread"),
      evidence: fc.nat(20),
    }),
    { maxLength: 20 },
  );
  const isShare = (value: number | null): boolean => value === null || (value >= 0 && value <= 1);

  test("every share lies in 0..1 or is null, and coverage is never above what it could be", () => {
    fc.assert(
      fc.property(sections, (list) => {
        const { share, upTo, byCount, concentration } = coverageOf(list);
        for (const value of [share, upTo, byCount, concentration]) expect(isShare(value)).toBe(true);
        expect(upTo ?? 0).toBeGreaterThanOrEqual(share ?? 0);
      }),
    );
  });

  test("the order of sections makes no difference", () => {
    fc.assert(
      fc.property(sections, (list) => {
        expect(coverageOf([...list].reverse())).toEqual(coverageOf(list));
      }),
    );
  });

  test("covering one more section never lowers coverage or depth", () => {
    fc.assert(
      fc.property(sections, fc.nat(), fc.integer({ min: 1, max: 4 }), (list, pick, level) => {
        const open = list.filter(
          (one) => one.expected && (one.status === "missing" || one.status === "review"),
        );
        const chosen = open[pick % Math.max(1, open.length)];
        if (chosen === undefined) return;
        const better = list.map((one) =>
          one === chosen ? { ...one, status: "present", level: Math.max(level, one.level) } : one,
        );
        const [before, after] = [coverageOf(list), coverageOf(better)];
        expect(after.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0);
        expect(after.depth ?? 0).toBeGreaterThanOrEqual(before.depth ?? 0);
      }),
    );
  });

  test("more evidence in a section that is covered already earns no coverage", () => {
    fc.assert(
      fc.property(sections, fc.nat(50), (list, more) => {
        const padded = list.map((one) => ({ ...one, evidence: one.evidence + more }));
        expect(coverageOf(padded).share).toBe(coverageOf(list).share);
        expect(coverageOf(padded).depth).toBe(coverageOf(list).depth);
      }),
    );
  });
});
