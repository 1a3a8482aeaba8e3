import { expect, test } from "vitest";
import { WaitingTerms } from "../../src/match/waiting-terms.ts";
import { find, findLists } from "./support.ts";

test("more terms may wait for their next word than there is room for at first", () => {
  const waiting = new WaitingTerms();
  for (let term = 0; term < 1_000; term++) waiting.add(term, 1, 2 * term, term);
  waiting.passOver(997);
  expect([...waiting.place.subarray(0, waiting.count)]).toEqual([998, 999]);
  expect([...waiting.first.subarray(0, waiting.count)]).toEqual([1_996, 1_998]);
});

test("the masks of those that no longer wait are forgotten", () => {
  const waiting = new WaitingTerms();
  waiting.add(1, 0b01, 0, 5);
  waiting.add(2, 0b10, 0, 7);
  waiting.passOver(4);
  expect(waiting.masks).toBe(0b11);
  waiting.passOver(5);
  expect(waiting.masks).toBe(0b10);
});

test("a term that comes to a place again waits for the longer of the two, and another term beside it", () => {
  const waiting = new WaitingTerms();
  waiting.add(7, 1, 3, 5);
  waiting.add(7, 1, 3, 9);
  waiting.add(7, 1, 4, 6);
  expect(waiting.count).toBe(2);
  waiting.passOver(6);
  expect([...waiting.first.subarray(0, waiting.count)]).toEqual([3]);
  expect([...waiting.until.subarray(0, waiting.count)]).toEqual([9]);
});

test("a gap holds as many words as its own term allows, whatever the terms beside it allow", () => {
  const terms = ["kvinna ...1 makt", "kvinna ...6 lön", "kvinna män"];
  expect(find(terms, "Kvinnor ett två makt.")).toEqual([]);
  expect(find(terms, "Kvinnor ett makt.")).toEqual(["Kvinnor ett makt"]);
  expect(find(terms, "Kvinnor ett två tre lön.")).toEqual(["Kvinnor ett två tre lön"]);
  expect(find(terms, "Kvinnor ett män.")).toEqual([]);
});

test("a word that leads nowhere from one term leads on from another that began with the same word", () => {
  const lists = [
    { terms: ["kvinna och män"], except: [] },
    { terms: ["kvinna eller män"], except: [] },
  ];
  const text = "Kvinnor samt män. Kvinnor och män. Kvinnor eller män. Kvinnor och män.";
  expect(findLists(lists, text).map(({ text: found }) => found)).toEqual([
    "Kvinnor och män",
    "Kvinnor eller män",
    "Kvinnor och män",
  ]);
});

test("a term that waits is found by the last word it waits for and not by the one after", () => {
  const between = (words: number): string => `kvinnor ${"ord ".repeat(words)}makt`;
  const found = Array.from({ length: 12 }, (_, words) => find(["kvinna ...3 makt"], between(words)).length);
  expect(found).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("terms of several words do not go on in the next text", () => {
  const lists = [{ terms: ["kvinnor och män"], except: [] }];
  expect(findLists(lists, "För kvinnor och\n\nmän finns stöd.")).toEqual([]);
});

test("what a rule excludes takes away every match that overlaps it, however far it reaches, and none beside it", () => {
  const except = ["kvinnors ...8 klubb", "klubbens kvinnor"];
  const text = "Kvinnors fotboll i en gammal och mycket stor klubb. Kvinnor deltar.";
  expect(find(["kvinna", "klubb", "fotboll"], text, except)).toEqual(["Kvinnor"]);
});
