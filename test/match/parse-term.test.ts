import { describe, expect, test } from "vitest";
import { parseTerm } from "../../src/match/parse-term.ts";

const sets = new Map([["kvinnor", ["=kvinnor", "flicka"]]]);

describe("a term that cannot be read says why", () => {
  test.each([
    ["", "empty", ""],
    ["   ", "empty", "   "],
    ["...", "only-gaps", "..."],
    ["de?", "only-gaps", "de?"],
    ["... kvinna", "gap-at-edge", "... kvinna"],
    ["kvinna ...3", "gap-at-edge", "kvinna ...3"],
    ["<ord> kvinna", "gap-at-edge", "<ord> kvinna"],
    ["{kvinor}", "unknown-set", "{kvinor}"],
    ["<datum>", "unknown-slot", "<datum>"],
    ["*", "bad-character", "*"],
    ["kö*", "short-wildcard", "kö*"],
    ["*ön", "short-wildcard", "*ön"],
    ["(kvinna)", "bad-character", "(kvinna)"],
    ["kvinn.*", "bad-character", "kvinn.*"],
    ["kvinna\\b", "bad-character", "kvinna\\b"],
    ["[kq]vinna", "bad-character", "[kq]vinna"],
    ["kvinna man+", "bad-character", "man+"],
    ["=", "bad-character", "="],
    ["kvinna|", "bad-character", ""],
    ["en a? b? c? d? e? f? g?", "too-long", "g?"],
    ["a ... b ... c ... d ... e ... f ... g ...9 h", "too-long", "...9"],
    [`${"ord ".repeat(40)}till`, "too-long", "till"],
  ])("%j: %s", (term, problem, part) => {
    expect(parseTerm(term, sets)).toEqual({ problem: { problem, part } });
  });
});

describe("a term that can be read", () => {
  test("may be as long as is allowed", () => {
    expect(parseTerm("en a? b? c? d? e? f? ... g ... h ... i ... j ... k ... l", sets)).toHaveProperty(
      "steps",
    );
  });

  test("has one step a word, in lower case and composed", () => {
    expect(parseTerm("Ja\u0308mställd  regering", sets)).toEqual({
      steps: [
        { kind: "word", anyOf: [{ kind: "inflected", word: "jämställd" }], optional: false },
        { kind: "word", anyOf: [{ kind: "inflected", word: "regering" }], optional: false },
      ],
    });
  });

  test("puts the words of a set in its place", () => {
    expect(parseTerm("{kvinnor}", sets)).toEqual({
      steps: [
        {
          kind: "word",
          anyOf: [
            { kind: "exact", word: "kvinnor" },
            { kind: "inflected", word: "flicka" },
          ],
          optional: false,
        },
      ],
    });
  });

  test("holds wildcards at either end or both", () => {
    const patterns = (term: string): unknown => {
      const parsed = parseTerm(term, sets);
      return "steps" in parsed
        ? parsed.steps.flatMap((step) => (step.kind === "word" ? step.anyOf : []))
        : parsed;
    };
    expect(patterns("jämställdhets*")).toEqual([{ kind: "prefix", part: "jämställdhets" }]);
    expect(patterns("*statistik")).toEqual([{ kind: "suffix", part: "statistik" }]);
    expect(patterns("*våld*")).toEqual([{ kind: "infix", part: "våld" }]);
  });

  test("limits its gaps, so that a slip of the finger does not reach across a page", () => {
    expect(parseTerm("mål ...99 kvinna", sets)).toMatchObject({ steps: [{}, { kind: "gap", max: 12 }, {}] });
    expect(parseTerm("mål ... kvinna", sets)).toMatchObject({ steps: [{}, { kind: "gap", max: 3 }, {}] });
  });

  test.each(["%", "§", "t.ex", "HVB-hem", "3.2", "kön/genus"])("may hold %j", (term) => {
    expect(parseTerm(term, sets)).toHaveProperty("steps");
  });
});
