import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { GenomlysError } from "../../src/errors/genomlys-error.ts";
import { parseBars } from "../../src/evaluate/bars.ts";
import { evaluate, type EvaluateOptions } from "../../src/evaluate/evaluate.ts";
import { keywordSearch } from "../../src/evaluate/keyword-search.ts";
import type { Evaluation } from "../../src/model/evaluation.ts";
import { evidenceYaml, packOf } from "../rules/support.ts";

// Two rules and no trap: what they say of a passage can be seen without running anything.
const pack = packOf({
  "evidence.yaml": evidenceYaml,
  "signals.yaml": `kind: signal
rules:
  - id: ska
    signal: steering
    terms: [=ska]
    hit: [Vi ska.]
    miss: [Vi kan.]
`,
  "types.yaml": `kind: documentType
rules:
  - id: policy
    label: { sv: Policy, en: Policy }
    terms: [policy]
    hit: [Policy]
    miss: [Plan]
`,
  "words.yaml": `kind: wordset
rules:
  - id: keyword-search
    words: ["*ställ*"]
`,
});

interface Line {
  readonly [key: string]: unknown;
}

const files: Readonly<Record<string, string>> = {
  "plan.md":
    "# Plan\n\n## 1 Läget\n\nJämställdhet råder.\n\n## 2 Mål\n\nVi ska nå jämställdhet.\n\n## 2 Mål\n\nAnnat.\n",
};

async function evaluated(
  lines: readonly Line[],
  options: Partial<EvaluateOptions> = {},
): Promise<Evaluation> {
  const text = lines.map((line) => JSON.stringify(line)).join("\n");
  const file = {
    path: "guld.jsonl",
    text,
    readFile: (name: string) => {
      const content = files[name];
      return Promise.resolve(content === undefined ? null : new TextEncoder().encode(content));
    },
  };
  return evaluate([file], { packs: [pack], bars: [], errors: false, ...options });
}

const passage = (id: string, text: string, level: number, more: Line = {}): Line => ({
  id,
  text,
  docType: "ovrigt",
  level,
  ...more,
});

const mixed = [
  passage("1", "Jämställdhet råder.", 1),
  passage("2", "Vi ska nå jämställdhet.", 3),
  passage("3", "Vi beställer papper.", 0),
  passage("4", "Jämställdhet är namnet på ett skepp.", 0, { trap: "ship" }),
  passage("5", "Alla har det lika bra.", 2, { docType: "policy" }),
];

describe("evaluate", () => {
  test("counts what the rules say against the labels", async () => {
    const { scores, byTrap, byType, byRule, review } = await evaluated(mixed);
    expect(scores.present).toMatchObject({ passages: 5, yes: 3 });
    expect(scores.present.precision).toMatchObject({ right: 2, of: 3 });
    expect(scores.present.recall).toMatchObject({ right: 2, of: 3 });
    expect(scores.level.confusion).toEqual([
      [1, 1, 0, 0, 0],
      [0, 1, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]);
    expect(scores.traps).toMatchObject({ right: 0, of: 1 });
    expect(byTrap).toMatchObject({ ship: { right: 0, of: 1 } });
    expect(Object.keys(byType)).toEqual(["ovrigt", "policy"]);
    expect(byRule).toEqual([{ rule: "jamstalldhet", credited: 3, right: 2 }]);
    expect(review).toMatchObject({ right: 0, of: 5 });
  });

  test("sets a plain search beside them", async () => {
    const { keywords } = await evaluated(mixed);
    // "ställ" is in "beställer" too, and not in the last.
    expect(keywords?.present.precision).toMatchObject({ right: 2, of: 4 });
    expect(keywords?.present.recall).toMatchObject({ right: 2, of: 3 });
    const without = { ...pack, wordSets: [] };
    expect((await evaluated(mixed, { packs: [without] })).keywords).toBeNull();
  });

  test("judges a passage the same whatever stands beside it, in whatever order", async () => {
    // A sentence of seven words or more that stands twice in one document counts once.
    const sentence = "Vi ska under hela perioden arbeta för jämställdhet i skolan.";
    const twice = [passage("a", sentence, 3), passage("b", sentence, 3)];
    expect((await evaluated(twice)).scores.level.exact).toMatchObject({ right: 2, of: 2 });
    expect((await evaluated([...mixed].reverse())).scores).toEqual((await evaluated(mixed)).scores);
  });

  test("measures only what is labelled", async () => {
    const { scores } = await evaluated([
      { id: "1", text: "Jämställdhet.", docType: "ovrigt", present: true },
      { id: "2", text: "Papper.", docType: "ovrigt", expected: false },
    ]);
    expect(scores.present.passages).toBe(1);
    expect(scores.expected.passages).toBe(1);
    expect(scores.level).toMatchObject({ passages: 0, kappa: { value: null } });
    // Whether the second is missing is known all the same: what is not expected cannot be.
    expect(scores.missing.passages).toBe(2);
  });

  test("judges the sections of whole documents", async () => {
    const result = await evaluated([
      {
        path: "plan.md",
        docType: "ovrigt",
        sections: [
          { number: "1", level: 1 },
          { heading: "läget", level: 2 },
        ],
      },
    ]);
    expect(result.lost).toEqual([]);
    expect(result.scores.level.confusion[1]?.[1]).toBe(1);
    expect(result.scores.level.confusion[2]?.[1]).toBe(1);
  });

  test("names sections that are not there, or there twice, and documents that cannot be read, and counts none", async () => {
    const result = await evaluated([
      {
        path: "plan.md",
        sections: [
          { number: "9", level: 1 },
          { number: "2", heading: "Mål", level: 3 },
        ],
      },
      { path: "borta.md", sections: [{ number: "1", level: 1 }] },
    ]);
    expect(result.passages).toBe(0);
    expect(result.lost.map(({ what }) => what)).toEqual(["plan.md: 9 (0)", "plan.md: 2 Mål (2)", "borta.md"]);
  });

  test("lists what went wrong only when asked, with the working", async () => {
    expect(await evaluated(mixed)).not.toHaveProperty("errors");
    const { errors } = await evaluated(mixed, { errors: true });
    expect(errors?.map(({ id }) => id)).toEqual(["4", "5"]);
    expect(errors?.[0]).toMatchObject({
      place: "guld.jsonl:4",
      trap: "ship",
      gold: { level: 0 },
      found: { level: 1, status: "present" },
      working: {
        sentences: [
          { evidence: [] },
          { level: 1, evidence: [{ rule: "jamstalldhet", text: "Jämställdhet", because: "strong" }] },
        ],
      },
    });
  });

  test("shows the signals that lifted a level", async () => {
    const { errors } = await evaluated([passage("1", "Vi ska nå jämställdhet.", 1)], { errors: true });
    const sentence = errors?.[0]?.working.sentences.find(({ level }) => level > 0);
    expect(sentence).toMatchObject({
      level: 3,
      signals: [{ rule: "ska", text: "ska", because: "steering" }],
    });
  });

  test("names for each step of the level what gave it, or what is absent", async () => {
    const { errors } = await evaluated([passage("1", "Vi ska nå jämställdhet.", 1)], { errors: true });
    const sentence = errors?.[0]?.working.sentences.find(({ level }) => level > 0);
    expect(sentence?.steps).toMatchObject([
      { level: 1, reached: true, by: [{ rule: "jamstalldhet" }] },
      { level: 2, reached: true },
      { level: 3, reached: true, by: [{ because: "steering", text: "ska" }], absent: [] },
      { level: 4, reached: false, by: [] },
    ]);
    expect(sentence?.steps[3]?.absent).toContain("deadline");
  });

  test.each([
    ["a document type that no pack has", passage("1", "Text.", 0, { docType: "polisy" }), "GOLD_WRONG"],
    ["a passage that is several sections", passage("1", "Text.\n\n## Mål\n\nMer.", 0), "GOLD_SPLIT"],
  ])("refuses %s", async (_what, line, code) => {
    const failure = await evaluated([line]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GenomlysError);
    expect(failure).toMatchObject({ code, where: { path: "guld.jsonl", line: 1 } });
  });
});

describe("bars", () => {
  test("are met or missed", async () => {
    const bars = [...parseBars("present-p=0.6, kappa=0.99", "min"), ...parseBars("review=0.05", "max")];
    const { bars: checked } = await evaluated(mixed, { bars });
    expect(checked.map(({ name, met }) => [name, met])).toEqual([
      ["present-p", true],
      ["kappa", false],
      ["review", true],
    ]);
  });

  test("are missed where nothing was measured", async () => {
    const { bars } = await evaluated([{ id: "1", text: "A b c.", docType: "ovrigt" }], {
      bars: parseBars("present-f1=0", "min"),
    });
    expect(bars).toMatchObject([{ value: null, met: false }]);
  });

  test.each(["presentf1=0.9", "kappa", "kappa=1.2", "kappa=0,9", "", "kappa=0.9;traps=1"])(
    "%j is refused",
    (written) => {
      expect(() => parseBars(written, "min")).toThrow(GenomlysError);
    },
  );

  test("a misspelt name is answered with the right one", () => {
    const failure = ((): unknown => {
      try {
        return parseBars("presnt-f1=0.9", "min");
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toMatchObject({ code: "BAR_UNKNOWN", params: { suggestion: "present-f1" } });
  });
});

describe("the built-in keywords", () => {
  test("find what the plain expression of the first measurement found", async () => {
    const { builtinPacks } = await import("../support/audit-text.ts");
    const finds = keywordSearch(await builtinPacks());
    const naive = /jämställ|kvinn|\bmän\b|mäns|flick|pojk|kön|genus/iu;
    const lines = (await readFile(new URL("../gold/shared-120.jsonl", import.meta.url), "utf8")).split("\n");
    const texts = lines
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as { text: string }).text);
    const differ = texts.filter((text) => finds?.(text) !== naive.test(text.normalize("NFC")));
    expect(differ).toEqual([]);
    expect(texts.length).toBe(120);
  });
});
