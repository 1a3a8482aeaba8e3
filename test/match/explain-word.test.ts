import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTerms } from "../../src/match/compile-terms.ts";
import { explainWord, type WordMeeting } from "../../src/match/explain-word.ts";
import { parseTerm, type WordPattern } from "../../src/match/parse-term.ts";
import { createWordResolver } from "../../src/match/resolve-word.ts";

function patternOf(term: string): WordPattern {
  const parsed = parseTerm(term, new Map());
  const [step] = "steps" in parsed ? parsed.steps : [];
  const pattern = step?.kind === "word" ? step.anyOf[0] : undefined;
  if (pattern === undefined) throw new Error(`"${term}" is no word`);
  return pattern;
}

const explain = (word: string, term: string): WordMeeting | null => explainWord(word, patternOf(term));

describe("a word is explained", () => {
  test.each([
    ["jämställdhetsbudgetering", "jämställdhets*", ["jämställdhets", "budgetering"], null],
    ["könsstatistiken", "*statistik", ["köns", "statistiken"], "statistik"],
    ["könsstatistik", "*statistik", ["köns", "statistik"], null],
    ["ojämställdheten", "*jämställ*", ["o", "jämställ", "dheten"], null],
    ["flickornas", "flicka", ["flickornas"], "flicka"],
    ["flicka", "flicka", ["flicka"], null],
    ["kön", "=kön", ["kön"], null],
  ])("%s by %s", (word, term, parts, formOf) => {
    expect(explain(word, term)).toMatchObject({ parts, formOf, folded: false });
  });

  test.each([
    ["jamstalldhetsplan", "jämställdhets*", ["jamstalldhets", "plan"], "jämställdhets"],
    ["jamstalldheten", "jämställdhet", ["jamstalldheten"], "jämställdhet"],
  ])("%s has lost its dots and is %s all the same", (word, term, parts, formOf) => {
    expect(explain(word, term)).toMatchObject({ parts, formOf, folded: true });
  });

  test.each([
    ["jämställdhets", "jämställdhets*"],
    ["jämställdhetsx", "jämställdhets*"],
    ["statistik", "*statistik"],
    ["könet", "=kön"],
    ["kon", "kön"],
    ["skön", "kön"],
  ])("%s does not meet %s", (word, term) => {
    expect(explain(word, term)).toBeNull();
  });
});

describe("what is explained is what is matched", () => {
  const stems = [
    "jämställdhet",
    "kön",
    "kvinna",
    "man",
    "flicka",
    "statistik",
    "pojke",
    "program",
    "mönster",
    "förälder",
  ];
  const terms = stems.flatMap((stem) => [
    stem,
    `=${stem}`,
    `${stem}*`,
    `${stem}s*`,
    `*${stem}`,
    `*${stem}*`,
    `~${stem}`,
  ]);
  const endings = [
    "",
    "s",
    "en",
    "et",
    "ar",
    "er",
    "or",
    "orna",
    "ornas",
    "na",
    "ns",
    "erna",
    "sbudget",
    "met",
    "xx",
  ];
  const word = fc
    .tuple(
      fc.constantFrom("", "o", "köns", "arbets", "x", "sam"),
      fc.constantFrom(...stems),
      fc.constantFrom(...endings),
      fc.boolean(),
    )
    .map(([front, stem, ending, folded]) => {
      const whole =
        front + (stem.endsWith("a") && ending.startsWith("o") ? stem.slice(0, -1) : stem) + ending;
      return folded ? whole.replace(/[åä]/g, "a").replaceAll("ö", "o") : whole;
    });

  test("for every word and every kind of pattern", () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...terms), (text, term) => {
        const { words } = compileTerms([{ terms: [term], except: [] }], new Map());
        const resolve = createWordResolver(words);
        expect(explain(text, term) !== null, `${text} ${term}`).toBe(resolve(text) !== null);
      }),
      { numRuns: 2000 },
    );
  });
});
