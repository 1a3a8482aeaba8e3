import { errorText, GenomlysError } from "../../src/errors/genomlys-error.ts";
import { describe, expect, test } from "vitest";
import { evidenceYaml, packOf, packYaml, problemOf, spoilt } from "./support.ts";

describe("a good pack", () => {
  test("becomes rules with their defaults filled in", () => {
    const pack = packOf({ "evidence.yaml": evidenceYaml });
    expect(pack).toMatchObject({ id: "prov", version: "1.0.0", title: { sv: "Prov", en: "Trial" } });
    expect(pack.rules[0]).toMatchObject({
      kind: "evidence",
      id: "jamstalldhet",
      net: "strict",
      level: 1,
      policyGoals: [1],
      except: [],
      flags: [],
    });
    expect(pack.rules[1]).toMatchObject({ sex: "women", requires: { any: ["value"], within: "sentence" } });
    expect(pack.rules[1]).not.toHaveProperty("unless");
  });

  test("keeps goals that are switched off, marked as such", () => {
    const off = packYaml.replace("en: Power }", "en: Power }\n    enabled: false");
    const pack = packOf({ "pack.yaml": off, "evidence.yaml": evidenceYaml });
    expect(pack.policyGoals).toEqual([{ id: 1, title: { sv: "Makt", en: "Power" }, enabled: false }]);
  });

  test("may name rules, kinds and tags of any of its files in conditions", () => {
    const trap = `kind: trap
rules:
  - id: avgift
    slug: equate
    effect: remove
    affects: [value, kvinnor, evidence]
    terms: [jämställs med]
    hit: [Det jämställs med en avgift.]
    miss: [Jämställdhet.]
`;
    expect(packOf({ "a-trap.yaml": trap, "evidence.yaml": evidenceYaml }).rules).toHaveLength(3);
  });

  test("gives word sets a room of their own: a set and a rule may share a name", () => {
    const sets = "kind: wordset\nrules:\n  - id: kvinnor\n    words: [=kvinnor, flicka]\n";
    const pack = packOf({ "sets.yaml": sets, ...spoilt("- kvinna\n", '- "{kvinnor}"\n') });
    expect(pack.wordSets).toEqual([{ id: "kvinnor", words: ["=kvinnor", "flicka"] }]);
  });
});

describe("a trap with the terms of another", () => {
  const lender = `  - id: avfardat
    slug: waiver
    effect: remove
    terms: [påverkar inte jämställdheten]
    except: [påverkar inte jämställdheten negativt]
    hit: [Förslaget påverkar inte jämställdheten.]
    miss: [Jämställdhet.]
`;
  const borrower = (name: string, more = ""): string => `  - id: avfardat-med-skal
    slug: waiver-motivated
    effect: cap
    terms-of: ${name}
${more}    hit: [Förslaget påverkar inte jämställdheten.]
    miss: [Jämställdhet.]
`;
  const traps = (...rules: string[]): Record<string, string> => ({
    "a-trap.yaml": `kind: trap\nrules:\n${rules.join("")}`,
    "evidence.yaml": evidenceYaml,
  });
  const find = (files: Record<string, string>, id: string): unknown =>
    packOf(files).rules.find((rule) => rule.id === id);

  test("has them and their exceptions, wherever the other stands", () => {
    for (const files of [traps(lender, borrower("avfardat")), traps(borrower("avfardat"), lender)])
      expect(find(files, "avfardat-med-skal")).toMatchObject({
        effect: "cap",
        terms: ["påverkar inte jämställdheten"],
        except: ["påverkar inte jämställdheten negativt"],
      });
  });

  test("keeps its own before them, and does not change the other", () => {
    const files = traps(lender, borrower("avfardat", "    terms: [saknar betydelse]\n"));
    expect(find(files, "avfardat-med-skal")).toMatchObject({
      terms: ["saknar betydelse", "påverkar inte jämställdheten"],
    });
    expect(find(files, "avfardat")).toMatchObject({ terms: ["påverkar inte jämställdheten"] });
  });

  test.each([
    ["nobody has", "avfardad", "avfardat"],
    ["is of another kind", "jamstalldhet", undefined],
    ["is its own", "avfardat-med-skal", undefined],
  ])("that %s is told with the line", (_, name, suggestion) => {
    const problem = problemOf(traps(lender, borrower(name)));
    expect(problem).toMatchObject({ code: "RULE_UNKNOWN_REFERENCE", line: `terms-of: ${name}` });
    if (suggestion !== undefined) expect(problem.params).toMatchObject({ suggestion });
  });

  test("needs terms from somewhere", () => {
    expect(problemOf(traps(lender, borrower("avfardat").replace(/ {4}terms-of.*\n/, ""))).code).toBe(
      "RULE_MISSING_KEY",
    );
  });
});

describe("what is wrong is told with file, line, column and the line itself", () => {
  test("an unknown key, with the key that was meant", () => {
    expect(problemOf(spoilt("strength: strong", "strenght: strong"))).toEqual({
      code: "RULE_UNKNOWN_KEY",
      place: "prov/evidence.yaml:5:5",
      line: "strenght: strong",
      params: expect.objectContaining({ key: "strenght", suggestion: "strength" }) as unknown,
    });
  });

  test("an unknown key that resembles nothing gets the list and no guess", () => {
    const { params } = problemOf(spoilt("    tags: [value]", "    xyzzy: 1"));
    expect(params).not.toHaveProperty("suggestion");
    expect(params["allowed"]).toContain("strength");
  });

  test("an unknown key inside a condition", () => {
    expect(problemOf(spoilt("within: sentence", "witin: sentence"))).toMatchObject({
      code: "RULE_UNKNOWN_KEY",
      place: "prov/evidence.yaml:18:31",
      params: { key: "witin", suggestion: "within" },
    });
  });

  test("an unknown key at the top of a file", () => {
    expect(problemOf({ "evidence.yaml": evidenceYaml.replace("rules:", "rule:") })).toMatchObject({
      code: "RULE_UNKNOWN_KEY",
      place: "prov/evidence.yaml:2:1",
      params: { key: "rule", suggestion: "rules" },
    });
  });

  test("a missing key points at the rule", () => {
    expect(problemOf(spoilt("    strength: strong\n", ""))).toMatchObject({
      code: "RULE_MISSING_KEY",
      place: "prov/evidence.yaml:3:5",
      params: { key: "strength" },
    });
  });

  test.each(["hit", "miss"])("a rule without %s", (key) => {
    const text = evidenceYaml.replace(new RegExp(`    ${key}:\n      - .*\n`), "");
    expect(problemOf({ "evidence.yaml": text })).toMatchObject({ code: "RULE_MISSING_KEY", params: { key } });
  });

  test("a value that is none of the choices, with the one that was meant", () => {
    expect(problemOf(spoilt("strength: strong", "strength: stron"))).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/evidence.yaml:5:15",
      line: "strength: stron",
      params: { key: "strength", suggestion: "strong" },
    });
  });

  test("a text where a list should be", () => {
    expect(problemOf(spoilt("tags: [value]", "tags: value"))).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/evidence.yaml:4:11",
      params: { key: "tags" },
    });
  });

  test("a number that is too large for its field", () => {
    const level = packYaml.replace("clear-coverage: 0.5", "clear-coverage: 50");
    expect(problemOf({ "pack.yaml": level, "evidence.yaml": evidenceYaml })).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/pack.yaml:11:21",
      params: { key: "clear-coverage" },
    });
  });

  test("an empty list of terms", () => {
    expect(problemOf(spoilt("    terms:\n      - kvinna\n", "    terms: []\n"))).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/evidence.yaml:16:12",
    });
  });

  test("an unknown kind, with the one that was meant", () => {
    expect(
      problemOf({ "evidence.yaml": evidenceYaml.replace("kind: evidence", "kind: evidens") }),
    ).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/evidence.yaml:1:7",
      params: { key: "kind", suggestion: "evidence" },
    });
  });

  test("a file without kind", () => {
    expect(problemOf({ "evidence.yaml": evidenceYaml.replace("kind: evidence\n", "") })).toMatchObject({
      code: "RULE_MISSING_KEY",
      place: "prov/evidence.yaml:1:1",
      params: { key: "kind" },
    });
  });

  test("a file that is a list", () => {
    expect(problemOf({ "evidence.yaml": "- id: a\n" })).toMatchObject({ code: "RULE_WRONG_VALUE" });
  });

  test("an empty file", () => {
    expect(problemOf({ "evidence.yaml": "" })).toMatchObject({ code: "RULE_WRONG_VALUE" });
  });

  test("an id with capital letters or spaces", () => {
    expect(problemOf(spoilt("id: jamstalldhet", "id: Jämställdhet Nu"))).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/evidence.yaml:3:9",
      params: { key: "id" },
    });
  });

  test("an id that stands twice names the other place", () => {
    expect(problemOf(spoilt("- id: kvinnor", "- id: jamstalldhet"))).toEqual({
      code: "RULE_DUPLICATE_ID",
      place: "prov/evidence.yaml:13:9",
      line: "- id: jamstalldhet",
      params: { id: "jamstalldhet", other: "prov/evidence.yaml:3" },
    });
  });

  test("an id that stands in two files", () => {
    const problem = problemOf({ "a.yaml": evidenceYaml, "b.yaml": evidenceYaml });
    expect(problem).toMatchObject({ code: "RULE_DUPLICATE_ID", params: { other: "prov/a.yaml:3" } });
    expect(problem.place).toBe("prov/b.yaml:3:9");
  });

  test("a condition that names nothing, with what was meant", () => {
    expect(problemOf(spoilt("any: [value]", "any: [valu]"))).toEqual({
      code: "RULE_UNKNOWN_REFERENCE",
      place: "prov/evidence.yaml:18:23",
      line: "requires: { any: [valu], within: sentence }",
      params: { name: "valu", suggestion: "value" },
    });
  });

  test("a term that cannot be read", () => {
    expect(problemOf(spoilt("      - kvinna\n", "      - kvinna\n      - kv*\n"))).toMatchObject({
      code: "RULE_BAD_TERM",
      place: "prov/evidence.yaml:18:9",
      line: "- kv*",
      params: { term: "kv*" },
    });
  });

  test("a term with a set that does not exist", () => {
    expect(problemOf(spoilt("- kvinna\n", '- "{kvinor} och {män}"\n'))).toMatchObject({
      code: "RULE_BAD_TERM",
      place: "prov/evidence.yaml:17:9",
    });
  });

  test("an exception is read like a term", () => {
    expect(problemOf(spoilt("    hit:\n", "    except: ['(']\n    hit:\n"))).toMatchObject({
      code: "RULE_BAD_TERM",
      place: "prov/evidence.yaml:9:14",
    });
  });

  test("a word set whose words cannot be read", () => {
    const sets = "kind: wordset\nrules:\n  - id: kvinnor\n    words: [=kvinnor, '{andra}']\n";
    expect(problemOf({ "sets.yaml": sets, "evidence.yaml": evidenceYaml })).toMatchObject({
      code: "RULE_BAD_TERM",
      place: "prov/sets.yaml:4:23",
    });
  });

  test("YAML that does not parse", () => {
    expect(problemOf(spoilt("tags: [value]", "tags: [value"))).toMatchObject({ code: "RULE_SYNTAX" });
    expect(problemOf(spoilt("    strength: strong", "\tstrength: strong"))).toMatchObject({
      code: "RULE_SYNTAX",
      place: expect.stringMatching(/^prov\/evidence\.yaml:[456]:/) as unknown,
    });
  });

  test("a term that begins with * and is not quoted, which YAML takes for an alias", () => {
    expect(problemOf(spoilt("      - kvinna\n", "      - *statistik\n"))).toMatchObject({
      code: "RULE_BAD_TERM",
      place: "prov/evidence.yaml:17:9",
      line: "- *statistik",
      params: { term: "*statistik" },
    });
  });

  test("a version that is not three numbers", () => {
    const pack = packYaml.replace("version: 1.0.0", "version: 1.0");
    expect(problemOf({ "pack.yaml": pack, "evidence.yaml": evidenceYaml })).toMatchObject({
      code: "RULE_WRONG_VALUE",
      place: "prov/pack.yaml:2:10",
    });
  });

  test("a pack of word sets and nothing else", () => {
    const sets = "kind: wordset\nrules:\n  - id: kvinnor\n    words: [=kvinnor]\n";
    expect(problemOf({ "sets.yaml": sets })).toMatchObject({ code: "RULES_EMPTY" });
  });
});

test("aliases cannot be used to blow up a rule file", () => {
  const bomb =
    "kind: evidence\nrules:\n  - &a [x, x, x, x, x, x, x, x, x]\n" +
    Array.from({ length: 8 }, (_, at) => {
      const one = String.fromCharCode(97 + at);
      return `  - &${String.fromCharCode(98 + at)} [${Array.from({ length: 9 }, () => `*${one}`).join(", ")}]\n`;
    }).join("");
  expect(() => packOf({ "bomb.yaml": bomb })).toThrow();
});

describe("what is wrong is told in the language of the run, not in the validator's", () => {
  const told = (files: Readonly<Record<string, string>>): { sv: string; en: string } => {
    try {
      packOf(files);
    } catch (error) {
      if (error instanceof GenomlysError)
        return { sv: errorText(error, "sv").message, en: errorText(error, "en").message };
      throw error;
    }
    throw new Error("the pack is good");
  };

  test.each([
    [
      "a term that is none",
      spoilt("- kvinna\n", '- "kv*"\n'),
      "minst tre bokstäver",
      "at least three letters",
    ],
    ["a star without quotes", spoilt("- kvinna\n", "- *kvinna\n"), "inom citattecken", "in quotes"],
    [
      "a text for a list",
      spoilt("tags: [value]", "tags: value"),
      'ska vara en lista, men är "value"',
      "should be a list",
    ],
    [
      "a list for a text",
      spoilt("strength: strong", "title: [a]\n    strength: strong"),
      "en text, men är en lista",
      "a text, but is a list",
    ],
    ["an id", spoilt("id: kvinnor", "id: Kvinnor Nu"), "gemener, siffror", "lower-case letters"],
    ["an empty list", spoilt("tags: [value]", "tags: []\n    title: ''"), "inte tomt", "not empty"],
    ["a reach", spoilt("within: sentence", "within: rad"), "ett antal ord", "a number of words"],
    ["a level", spoilt("strength: strong", "strength: strong\n    level: 3"), "1 eller 2", "1 or 2"],
    ["a tab", spoilt("    tags: [value]", "\ttags: [value]"), "tabb", "tab"],
    ["a bracket", spoilt("tags: [value]", "tags: [value"), "parentes", "bracket"],
    ["a quote", spoilt("- kvinna\n", "- 'kvinna\n"), "citattecken", "quote"],
    ["a colon", spoilt("- Män.", "- Här: Män: nej"), "kolon", "colon"],
    [
      "a space",
      spoilt("strength: medium", "strength:medium"),
      "blanksteget efter det saknas",
      "the space behind it",
    ],
    ["curly quotes", spoilt("- kvinna\n", "- ”*kvinna”\n"), "krumma", "curly"],
    [
      "a star with words behind it",
      spoilt("- kvinna\n", "- *kvinna och man\n"),
      "inom citattecken",
      "in quotes",
    ],
    ["an old encoding", spoilt("Jämställdhet är", "J\uFFFDmst\uFFFDlldhet är"), "UTF-8", "UTF-8"],
    [
      "a key twice",
      spoilt("strength: strong", "strength: strong\n    strength: weak"),
      "två gånger",
      "twice",
    ],
    [
      "a file that is a list",
      { "evidence.yaml": "- a\n" },
      "nycklarna kind och rules",
      "the keys kind and rules",
    ],
  ] as const)("%s", (_what, files, sv, en) => {
    const said = told(files);
    expect(said.sv).toContain(sv);
    expect(said.en).toContain(en);
    expect(said.en).not.toMatch(/[åäö]|undefined|\[object/);
    expect(said.sv).not.toMatch(/expected|Invalid|\[object|undefined/);
  });
});
