import { expect, test } from "vitest";
import { KnownSteps, type Step } from "../../src/match/known-steps.ts";
import { find, findLists } from "./support.ts";

/** "aaa", "aab" …: as many made-up words as are asked for, none a form of another. */
function words(count: number): string[] {
  const letters = "bcdfghjklmnpqrtvwxz";
  const letter = (number: number): string => letters[number % letters.length] ?? "";
  return Array.from({ length: count }, (_, at) =>
    ["q", letter(at), letter(Math.floor(at / 19)), letter(Math.floor(at / 361)), "ox"].join(""),
  );
}

test("what is remembered of a pair is its own step, however many pairs there are", () => {
  const known = new KnownSteps();
  const pairs = 200_000;
  const step = (at: number): Step | null => (at % 3 === 0 ? null : { nodes: [at], within: [1] });
  expect(known.get(0, 0)).toBeUndefined();
  for (let at = 0; at < pairs; at++) known.add(at % 500, at, step(at));
  let remembered = 0;
  let wrong = 0;
  for (let at = 0; at < pairs; at++) {
    const found = known.get(at % 500, at);
    if (found === undefined) continue;
    remembered++;
    if (found?.nodes[0] !== step(at)?.nodes[0]) wrong++;
  }
  expect(wrong).toBe(0);
  // Some are forgotten, or a thread would grow with its archive; the last ones are not.
  expect(remembered).toBeGreaterThan(1_000);
  expect(remembered).toBeLessThan(2 ** 16);
  expect(known.get((pairs - 1) % 500, pairs - 1)).toEqual(step(pairs - 1));
  expect(known.get(500, 0)).toBeUndefined();
});

test("a term goes on with any word where it says so, behind the next word and behind a gap", () => {
  expect(find(["kvinna <ord> makt"], "Kvinnors stora makt. Kvinnors makt.")).toEqual(["Kvinnors stora makt"]);
  expect(find(["kvinna ...2 lön <ord> krav"], "Kvinnors krav. Kvinnors nya lön och krav.")).toEqual([
    "Kvinnors nya lön och krav",
  ]);
});

test("a term does not go on past the end of its sentence, neither with the next word nor with a later one", () => {
  expect(find(["kvinna lön", "kvinna ...4 lön"], "Det gäller kvinnor. Lön och villkor.")).toEqual([]);
});

test("a word that many terms go on with leads on each of them and no other", () => {
  const owners = words(60);
  const lists = owners.map((word) => ({ terms: [`=${word} och män`, `=${word} ...3 pengar`], except: [] }));
  const found = (text: string): number[] => findLists(lists, text).map(({ owner }) => owner);
  expect(found(`Stöd till ${owners[7] ?? ""} och män.`)).toEqual([7]);
  expect(found(`Stöd till ${owners[41] ?? ""} som får pengar.`)).toEqual([41]);
  expect(found(`Stöd till ${owners[41] ?? ""} samt män.`)).toEqual([]);
});
