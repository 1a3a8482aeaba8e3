import { expect, test } from "vitest";
import { compileTerms } from "../../src/match/compile-terms.ts";
import { digestNodes } from "../../src/match/node-digests.ts";
import { NumbersBeside, restoreTerms, saveTerms, type SavedTerms } from "../../src/match/saved-terms.ts";

/** Wherever the bytes lie in memory. */
const restored = (terms: readonly string[], except: readonly string[] = []): void => {
  const compiled = compileTerms([{ terms, except }], new Map());
  const numbers = new NumbersBeside();
  numbers.add(Uint8Array.of(1, 2, 3));
  const json = JSON.stringify(saveTerms(compiled, numbers));
  for (const offset of [0, 1, 4]) {
    const bytes = Uint8Array.of(...new Uint8Array(offset), ...numbers.bytes()).subarray(offset);
    expect(restoreTerms(JSON.parse(json) as SavedTerms, bytes)).toEqual({
      ...compiled,
      digests: digestNodes(compiled),
    });
  }
};

test("terms of every kind come back as they were compiled", () => {
  restored(
    [
      "kvinna",
      "=kvinnor",
      "==EU",
      "jämställdhets*",
      "*statistik",
      "*jämställ*",
      "~makt",
      "<tal> kvinna|flicka",
    ],
    ["kvinna ...4 klubb", "jämställdhetsintegrering <ord> <år>"],
  );
});

test("no terms come back as none", () => {
  restored([]);
});
