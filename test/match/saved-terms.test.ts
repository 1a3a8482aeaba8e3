import { expect, test } from "vitest";
import { compileTerms } from "../../src/match/compile-terms.ts";
import { restoreTerms, saveTerms, type SavedTerms } from "../../src/match/saved-terms.ts";

const restored = (terms: readonly string[], except: readonly string[] = []): void => {
  const compiled = compileTerms([{ terms, except }], new Map());
  const json = JSON.stringify(saveTerms(compiled));
  expect(restoreTerms(JSON.parse(json) as SavedTerms)).toEqual({
    ...compiled,
    words: { ...compiled.words, sieve: Buffer.from(compiled.words.sieve) },
  });
};

test("terms of every kind come back from JSON as they were compiled", () => {
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
