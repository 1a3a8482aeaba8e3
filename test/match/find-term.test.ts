import { expect, test } from "vitest";
import { termFinder } from "../../src/match/find-term.ts";
import type { Block } from "../../src/model/document.ts";

function find(term: string, text: string): string[] {
  const finder = termFinder(term);
  if ("problem" in finder) throw new Error(finder.problem.problem);
  const blocks: Block[] = [{ kind: "paragraph", layer: "body", span: { start: 0, end: text.length } }];
  return finder({ text, blocks }).map(({ span }) => text.slice(span.start, span.end));
}

test.each([
  ["kvinna", "Kvinnor och kvinnans rätt", ["Kvinnor", "kvinnans"]],
  ["=kvinna", "En kvinna, flera kvinnor", ["kvinna"]],
  ["jämställdhets*", "Jämställdhetsplan och jämställdhet", ["Jämställdhetsplan"]],
  ["kvinnor och män", "Kvinnor och män; kvinnor, och män", ["Kvinnor och män", "kvinnor, och män"]],
  ["kvinna", "Ingen här", []],
])("%s in »%s«", (term, text, found) => {
  expect(find(term, text)).toEqual(found);
});

test("a term that can find nothing says where it goes wrong", () => {
  expect(termFinder("a*")).toMatchObject({ problem: { problem: "short-wildcard" } });
  expect(termFinder("")).toHaveProperty("problem");
});
