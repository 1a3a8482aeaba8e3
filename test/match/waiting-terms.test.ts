import { expect, test } from "vitest";
import { WaitingTerms } from "../../src/match/waiting-terms.ts";
import { find, findLists } from "./support.ts";

test("more terms may wait for their next word than there is room for at first", () => {
  const waiting = new WaitingTerms();
  for (let term = 0; term < 1_000; term++) waiting.add(term, 1, 2 * term, term);
  waiting.passOver(997);
  expect([...waiting.node.subarray(0, waiting.count)]).toEqual([998, 999]);
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
