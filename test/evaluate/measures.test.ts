import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agreementOf,
  bootstrap,
  confusionOf,
  levelAgreementOf,
  proportion,
  quadraticKappa,
  type LevelPair,
} from "../../src/evaluate/measures.ts";

describe("a share", () => {
  // Worked out by hand from the formula of Wilson (1927), z = 1.96.
  test.each([
    [8, 10, 0.4902, 0.9433],
    [35, 35, 0.9011, 1],
    [0, 10, 0, 0.2775],
    [1, 2, 0.0945, 0.9055],
  ])("%i of %i lies between %f and %f", (right, of, low, high) => {
    const found = proportion(right, of);
    expect(found.share).toBeCloseTo(right / of, 10);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("of nothing is no share", () => {
    expect(proportion(0, 0)).toEqual({ right: 0, of: 0, share: null, low: null, high: null });
  });

  test("lies inside its interval, which narrows with more cases", () => {
    const cases = fc
      .record({ of: fc.integer({ min: 1, max: 400 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ of, share }) => [Math.round(of * share), of] as const);
    fc.assert(
      fc.property(cases, ([right, of]) => {
        const few = proportion(right, of);
        const many = proportion(right * 10, of * 10);
        const width = ({ low, high }: typeof few): number => (high ?? 0) - (low ?? 0);
        return (
          (few.low ?? 1) <= (few.share ?? 0) &&
          (few.share ?? 1) <= (few.high ?? 0) &&
          (few.low ?? -1) >= 0 &&
          (few.high ?? 2) <= 1 &&
          width(many) < width(few)
        );
      }),
    );
  });
});

const pairsOf = (both: number, invented: number, missed: number, neither: number): [boolean, boolean][] => [
  ...Array.from({ length: both }, (): [boolean, boolean] => [true, true]),
  ...Array.from({ length: invented }, (): [boolean, boolean] => [false, true]),
  ...Array.from({ length: missed }, (): [boolean, boolean] => [true, false]),
  ...Array.from({ length: neither }, (): [boolean, boolean] => [false, false]),
];

describe("agreement", () => {
  test("is precision, recall and F1", () => {
    const found = agreementOf(pairsOf(6, 2, 3, 9));
    expect(found).toMatchObject({ passages: 20, yes: 9 });
    expect(found.precision).toMatchObject({ right: 6, of: 8, share: 0.75 });
    expect(found.recall).toMatchObject({ right: 6, of: 9 });
    expect(found.recall.share).toBeCloseTo(2 / 3, 10);
    // 2 · 6 ÷ (2 · 6 + 2 + 3)
    expect(found.f1.value).toBeCloseTo(12 / 17, 10);
    // J = 6/11: Wilson 0.2801–0.7873, and 2J ÷ (1 + J) of these.
    expect(found.f1.low).toBeCloseTo(0.4376, 3);
    expect(found.f1.high).toBeCloseTo(0.881, 3);
  });

  test("without a fault is still not certain", () => {
    const { f1 } = agreementOf(pairsOf(10, 0, 0, 10));
    expect(f1.value).toBe(1);
    expect(f1.low).toBeLessThan(0.9);
  });

  test("has no precision where nothing was said, and no recall where nothing is labelled", () => {
    expect(agreementOf(pairsOf(0, 0, 3, 1)).precision.share).toBeNull();
    expect(agreementOf(pairsOf(0, 3, 0, 1)).recall.share).toBeNull();
    expect(agreementOf([]).f1.value).toBeNull();
  });

  test("does not tell from how many rightly empty passages there are", () => {
    expect(agreementOf(pairsOf(6, 2, 3, 0)).f1).toEqual(agreementOf(pairsOf(6, 2, 3, 500)).f1);
  });
});

describe("quadratic kappa", () => {
  const kappa = (pairs: readonly LevelPair[]): number | null => quadraticKappa(confusionOf(pairs));

  test("is 1 for the same, −1 for the opposite, 0 for chance", () => {
    expect(kappa([[0, 0], [4, 4], [2, 2]])).toBe(1); // prettier-ignore
    expect(kappa([[0, 4], [4, 0]])).toBe(-1); // prettier-ignore
    expect(kappa([[0, 0], [0, 4], [4, 0], [4, 4]])).toBe(0); // prettier-ignore
  });

  test("weighs by the square of the distance", () => {
    // Seen 16; by chance 16 · (3·2 + 1·2) ÷ 4 = 32.
    expect(kappa([[0, 0], [0, 0], [4, 4], [0, 4]])).toBeCloseTo(0.5, 10); // prettier-ignore
    // Seen 1 + 1; by chance (6 + 16 + 1 + 2 + 12 + 9) ÷ 6.
    expect(kappa([[0, 0], [0, 1], [1, 1], [2, 1], [2, 2], [2, 2]])).toBeCloseTo(1 - 2 / (46 / 6), 10); // prettier-ignore
  });

  test("is not defined where there is one level only, nor for nothing", () => {
    expect(kappa([[2, 2], [2, 2]])).toBeNull(); // prettier-ignore
    expect(kappa([])).toBeNull();
  });

  test("is the same whichever of the two is called the label", () => {
    const level = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 2, maxLength: 30 }), (pairs) => {
        const there = kappa(pairs);
        const back = kappa(pairs.map(([label, said]) => [said, label]));
        if (there === null || back === null) return there === back;
        return Math.abs(there - back) < 1e-9;
      }),
    );
  });
});

describe("levels", () => {
  const found = levelAgreementOf([[0, 0], [1, 2], [2, 2], [4, 1], [3, 3]]); // prettier-ignore

  test("are counted with labels in rows", () => {
    expect(found.confusion).toEqual([
      [1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 1, 0, 0, 0],
    ]);
  });

  test("are exact or one off", () => {
    expect(found.exact).toMatchObject({ right: 3, of: 5 });
    expect(found.withinOne).toMatchObject({ right: 4, of: 5 });
  });
});

describe("the bootstrap", () => {
  const mean = (sample: readonly number[]): number => sample.reduce((a, b) => a + b, 0) / sample.length;
  const items = Array.from({ length: 100 }, (_, index) => index % 10);

  test("gives the same interval every time", () => {
    expect(bootstrap(items, mean)).toEqual(bootstrap([...items], mean));
  });

  test("comes close to what the normal distribution says of a mean", () => {
    const { value, low, high } = bootstrap(items, mean);
    const error = Math.sqrt(8.25 / 100) * 1.96;
    expect(value).toBe(4.5);
    expect(low).toBeCloseTo(4.5 - error, 0);
    expect(high).toBeCloseTo(4.5 + error, 0);
    expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(error);
  });

  test("says nothing where the figure is not defined", () => {
    expect(bootstrap(items, () => null)).toEqual({ value: null, low: null, high: null });
  });
});
