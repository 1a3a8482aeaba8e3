import fc from "fast-check";
import { expect, test } from "vitest";
import { compileTerms } from "../../src/match/compile-terms.ts";
import type { WordIndex } from "../../src/match/word-index.ts";
import { digestNodes } from "../../src/match/node-digests.ts";
import { flattenIndex, lookUpIn } from "../../src/match/saved-index.ts";
import { NumbersBeside, restoreTerms, saveTerms, type SavedTerms } from "../../src/match/saved-terms.ts";

const indexes = [
  "exact",
  "inflected",
  "prefixes",
  "suffixes",
  "stems",
  "foldedWords",
  "foldedPrefixes",
] as const;

/** The words with their indexes as the maps that they were compiled to. */
function inMaps(words: WordIndex): WordIndex {
  const maps = indexes.map((name) => {
    const index = words[name];
    return [name, new Map(Array.from(index.keys(), (key) => [key, index.get(key)]))];
  });
  return { ...words, ...(Object.fromEntries(maps) as Pick<WordIndex, (typeof indexes)[number]>) };
}

/** Wherever the bytes lie in memory. */
const restored = (terms: readonly string[], except: readonly string[] = []): void => {
  const compiled = compileTerms([{ terms, except }], new Map());
  const numbers = new NumbersBeside();
  numbers.add(Uint8Array.of(1, 2, 3));
  const json = JSON.stringify(saveTerms(compiled, numbers));
  for (const offset of [0, 1, 4]) {
    const bytes = Uint8Array.of(...new Uint8Array(offset), ...numbers.bytes()).subarray(offset);
    const found = restoreTerms(JSON.parse(json) as SavedTerms, bytes);
    expect({ ...found, words: inMaps(found.words) }).toEqual({ ...compiled, digests: digestNodes(compiled) });
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

const word = fc.string({ unit: fc.constantFrom("a", "å", "k", "ö", "n"), minLength: 1, maxLength: 5 });

test("an index answers for every word what its map answers, for words that it holds and for others", () => {
  fc.assert(
    fc.property(fc.dictionary(word, fc.array(fc.nat(4))), fc.array(word), (entries, others) => {
      const map = new Map(Object.entries(entries));
      const index = lookUpIn(flattenIndex(map));
      for (const each of [...map.keys(), ...others]) expect(index.get(each)).toEqual(map.get(each));
      expect([...index.keys()]).toEqual([...map.keys()]);
      expect([...index.values()]).toEqual([...map.values()]);
    }),
  );
});

test("an index of many words finds each, and no beginning, end or neighbour of one", () => {
  const words = Array.from({ length: 5000 }, (_, number) => `ord${String(number)}x`);
  const index = lookUpIn(flattenIndex(new Map(words.map((each, number) => [each, [number]]))));
  for (const [number, each] of words.entries()) {
    expect(index.get(each)).toEqual([number]);
    for (const other of [each.slice(0, -1), each.slice(1), `${each}x`, `${each} ord`])
      expect(index.get(other)).toBeUndefined();
  }
  expect(index.get("")).toBeUndefined();
});
