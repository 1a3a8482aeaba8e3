import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorIndex, locate } from "../../src/model/locate.ts";

const lines = [0, 10, 25].map((offset, index) => ({ offset, location: { line: index + 1, column: 1 } }));

describe("the place of an offset", () => {
  test.each([
    [0, 1, 1],
    [9, 1, 10],
    [10, 2, 1],
    [24, 2, 15],
    [25, 3, 1],
    [40, 3, 16],
  ])("%i is in line %i, column %i", (offset, line, column) => {
    expect(locate({ anchors: lines }, offset)).toEqual({ line, column });
  });

  test("counts columns on from an anchor in the middle of a line", () => {
    expect(locate({ anchors: [{ offset: 0, location: { line: 7, column: 5 } }] }, 3)).toEqual({
      line: 7,
      column: 8,
    });
  });

  test("is the anchor's own where places have no columns", () => {
    const anchors = [1, 2].map((page) => ({ offset: (page - 1) * 100, location: { page } }));
    expect(locate({ anchors }, 99)).toEqual({ page: 1 });
    expect(locate({ anchors }, 100)).toEqual({ page: 2 });
  });

  test("of an empty document is its beginning", () => {
    expect(locate({ anchors: [] }, 0)).toEqual({ line: 1, column: 1 });
  });

  test("is that of the last anchor at or before it, however many there are", () => {
    const sorted = fc
      .uniqueArray(fc.integer({ min: 1, max: 1000 }), { maxLength: 40 })
      .map((offsets) => [0, ...offsets.sort((a, b) => a - b)]);
    fc.assert(
      fc.property(sorted, fc.integer({ min: 0, max: 1100 }), (offsets, offset) => {
        const anchors = offsets.map((at) => ({ offset: at, location: { page: 1 } }));
        expect(anchorIndex(anchors, offset)).toBe(offsets.findLastIndex((at) => at <= offset));
      }),
    );
  });
});
