import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Config } from "../../src/config/config.ts";
import { findConfig } from "../../src/config/find-config.ts";
import { parseConfig } from "../../src/config/read-config.ts";
import { formatError } from "../../src/errors/format-error.ts";
import { GenomlysError } from "../../src/errors/genomlys-error.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { builtinPackFolder } from "../../src/rules/compiled-pack.ts";
import { buildFolder } from "../cli/run.ts";
import { evidenceYaml, packOf } from "../rules/support.ts";

const where = { file: "/hem/genomlys.config.yaml", shown: "genomlys.config.yaml" };

function pack(): RulePack {
  return packOf({ "evidence.yaml": evidenceYaml });
}

/** The pack "prov" with what `text` asks for. */
function changed(text: string, chosen = false): RulePack {
  const [first] = parseConfig(text, where).applyTo([pack()], chosen);
  if (first === undefined) throw new Error("no pack");
  return first;
}

/** What is wrong with a configuration, in the parts that a user sees. */
function problemOf(
  text: string,
  use: (config: Config) => unknown = (config) => config.applyTo([pack()], false),
) {
  try {
    use(parseConfig(text, where));
  } catch (error) {
    if (!(error instanceof GenomlysError)) throw error;
    const { line = 0, lineText = "" } = error.where ?? {};
    return { code: error.code, line, text: lineText.trim(), suggestion: error.params["suggestion"] };
  }
  throw new Error("the configuration is good");
}

const rules = (lines: string): string => `extend:\n  prov:\n    rules:\n      ${lines}\n`;

describe("a changed pack", () => {
  test("has terms added and removed, strength and goals changed, rules switched off", () => {
    const { rules: now } = changed(
      rules(`jamstalldhet: { add: [jämlikhet], remove: [jämställdhet], strength: weak, policy-goals: [2] }`),
    );
    expect(now[0]).toMatchObject({ terms: ["jämlikhet"], strength: "weak", policyGoals: [2] });
    expect(now[1]).toEqual(pack().rules[1]);
    expect(changed(rules("kvinnor: { off: true }")).rules.map(({ id }) => id)).toEqual(["jamstalldhet"]);
  });

  test("has the limits that are named, and keeps the others", () => {
    const { thresholds } = changed("extend: { prov: { thresholds: { verdict: { clear-coverage: 0.8 } } } }");
    expect(thresholds.verdict).toEqual({ ...pack().thresholds.verdict, clearCoverage: 0.8 });
    expect(thresholds.level).toEqual(pack().thresholds.level);
  });

  test("has goals switched off and added", () => {
    const text =
      "extend: { prov: { policy-goals: [{ id: 1, enabled: false }, { id: 9, title: { sv: A, en: B } }] } }";
    expect(changed(text).policyGoals).toMatchObject([
      { id: 1, enabled: false, title: { sv: "Makt" } },
      { id: 9, enabled: true, title: { sv: "A" } },
    ]);
  });

  test("is another yardstick: another change, another hash; the same change, the same hash", () => {
    const hashes = [
      pack().sha256,
      changed(rules("kvinnor: { off: true }")).sha256,
      changed(rules("kvinnor: { add: [dam] }")).sha256,
    ];
    expect(new Set(hashes).size).toBe(3);
    expect(changed(`# ett skäl\n${rules("kvinnor: { off: true }")}lang: en\n`).sha256).toBe(hashes[1]);
  });

  test("is the very same when nothing is asked of it", () => {
    expect(changed("lang: en")).toEqual(pack());
    expect(changed("# inget än\n")).toEqual(pack());
    expect(changed("extend: { prov: {} }").sha256).toBe(pack().sha256);
  });

  test("does not change the pack it was made from", () => {
    const packs = [pack()];
    parseConfig(rules("kvinnor: { add: [dam] }"), where).applyTo(packs, false);
    expect(packs).toEqual([pack()]);
  });
});

describe("a mistake is told with its line, and what was probably meant:", () => {
  test.each([
    ["a key that does not exist", "pakcs: [jamstalldhet]", "CONFIG_UNKNOWN_KEY", 1, "packs"],
    ["a key deep inside", rules("kvinnor: { ad: [dam] }"), "CONFIG_UNKNOWN_KEY", 4, "add"],
    ["a wrong type", "packs: jamstalldhet", "CONFIG_WRONG_VALUE", 1, "[jamstalldhet]"],
    ["a language that is none", "lang: se", "CONFIG_WRONG_VALUE", 1, "sv"],
    ["a rule that does not exist", rules("kvinor: { off: true }"), "CONFIG_UNKNOWN_RULE", 4, "kvinnor"],
    ["a term that the rule lacks", rules("kvinnor: { remove: [kvina] }"), "CONFIG_UNKNOWN_TERM", 4, "kvinna"],
    ["no term left", rules("kvinnor: { remove: [kvinna] }"), "CONFIG_NO_TERMS_LEFT", 4, undefined],
    ["a term that cannot be read", rules("kvinnor: { add: [kv*] }"), "CONFIG_BAD_TERM", 4, undefined],
    ["a weight of evidence", rules("kvinnor: { weight: 2 }"), "CONFIG_NOT_FOR_KIND", 4, undefined],
    ["what another rule demands", rules("jamstalldhet: { off: true }"), "CONFIG_RULE_NEEDED", 4, undefined],
    [
      "a new goal without a title",
      "extend: { prov: { policy-goals: [{ id: 8 }] } }",
      "CONFIG_GOAL_WITHOUT_TITLE",
      1,
      undefined,
    ],
    ["a pack that is not used", "extend:\n  prv: {}", "CONFIG_PACK_NOT_USED", 2, "prov"],
    ["a pack that is not there", "packs:\n  - jamstaldhet", "CONFIG_UNKNOWN_PACK", 2, "jamstalldhet"],
    ["a type that does not exist", 'types:\n  "*.md": ovrig', "CONFIG_WRONG_VALUE", 2, "ovrigt"],
    ["an exception without a reason", "ignore:\n  - path: a.pdf", "CONFIG_MISSING_KEY", 2, undefined],
    [
      "an exception with an empty reason",
      'ignore:\n  - path: a.pdf\n    reason: " "',
      "CONFIG_WRONG_VALUE",
      3,
      undefined,
    ],
    [
      "a day that does not exist",
      "ignore:\n  - { path: a, reason: b, until: 2027-02-30 }",
      "CONFIG_WRONG_VALUE",
      2,
      undefined,
    ],
    ["a misspelt key in an item", "ignore:\n  - path: a\n    reson: b", "CONFIG_UNKNOWN_KEY", 3, "reason"],
    ["a misspelt key in an exception", "suppress:\n  - pth: a", "CONFIG_UNKNOWN_KEY", 2, "path"],
    ["an item that is no group", "ignore:\n  - utkast/**", "CONFIG_WRONG_VALUE", 2, undefined],
    ["a word where a list stands", "check:\n  fail-on: missing", "CONFIG_WRONG_VALUE", 2, "[missing]"],
    [
      "a bar for a type that does not exist",
      "check:\n  types:\n    ovrig:\n      min-level: 2",
      "CONFIG_WRONG_VALUE",
      3,
      "ovrigt",
    ],
    ["a tab as indent", "extend:\n\tprov: {}", "CONFIG_SYNTAX", 2, undefined],
    ["a pattern without quotes", "types:\n  *budget: ovrigt", "CONFIG_SYNTAX", 2, undefined],
  ])("%s", (_name, text, code, line, suggestion) => {
    expect(problemOf(text)).toMatchObject({ code, line, suggestion });
  });

  test("a wrong value in a list is called by the list, not by its place in it", () => {
    expect(() => parseConfig("check:\n  fail-on: [missing, lsot]", where)).toThrow(
      expect.objectContaining({
        params: expect.objectContaining({ key: "fail-on", suggestion: "lost" }) as object,
      }) as Error,
    );
  });

  test("a list of groups with something else in it is told which keys belong there", () => {
    const told = (text: string): string => {
      try {
        parseConfig(text, where);
      } catch (error) {
        if (error instanceof GenomlysError) return formatError(error, "sv");
      }
      return "";
    };
    const inList = 'Värdet i listan "ignore" ska vara en grupp av nycklar (path, reason, until), men är';
    expect(told("ignore:\n  - utkast/**")).toContain(`${inList} "utkast/**".`);
    expect(told("ignore:\n  - [a]")).toContain(`${inList} en lista.`);
    // The list itself is no group.
    expect(told("ignore: { path: a }")).toContain('"ignore" ska vara en lista, men är en grupp av nycklar.');
  });

  test("changes to packs that the command line has left out wait for their turn", () => {
    expect(changed("extend: { annat: { rules: { x: { off: true } } } }", true)).toEqual(pack());
  });

  test("nothing in a file is run or taken for a prototype", () => {
    expect(changed(rules("__proto__: { off: true }")).rules).toEqual(pack().rules);
    expect(problemOf(rules("toString: { off: true }")).code).toBe("CONFIG_UNKNOWN_RULE");
    expect(problemOf("packs: [./config.js]").code).toBe("CONFIG_UNKNOWN_PACK");
  });

  test("Windows line ends and a byte order mark make no difference", () => {
    expect(problemOf("\uFEFFlang: sv\r\npakets: [a]\r\n")).toMatchObject({
      code: "CONFIG_UNKNOWN_KEY",
      line: 2,
      text: "pakets: [a]",
    });
  });
});

describe("the file in force", () => {
  test("is the nearest one upwards, and none above the repository", async () => {
    const top = await buildFolder({ "genomlys.config.yaml": "", "repo/.git/HEAD": "", "repo/a/b/": "" });
    expect(findConfig(path.join(top, "repo/a/b"), undefined)).toBeNull();
    await writeFile(path.join(top, "repo/genomlys.config.yaml"), "");
    expect(findConfig(path.join(top, "repo/a/b"), undefined)).toBe(
      path.join(top, "repo/genomlys.config.yaml"),
    );
    await writeFile(path.join(top, "repo/a/genomlys.config.yaml"), "");
    expect(findConfig(path.join(top, "repo/a/b"), undefined)).toBe(
      path.join(top, "repo/a/genomlys.config.yaml"),
    );
  });

  test("is no folder of that name", async () => {
    const top = await buildFolder({ ".git/HEAD": "", "genomlys.config.yaml/": "" });
    expect(findConfig(top, undefined)).toBeNull();
  });

  test("is the one that is named, and must be there", async () => {
    const top = await buildFolder({ "annan.yaml": "", "genomlys.config.yaml": "" });
    expect(findConfig(top, "annan.yaml")).toBe(path.join(top, "annan.yaml"));
    expect(() => findConfig(top, "borta.yaml")).toThrow(expect.objectContaining({ code: "CONFIG_MISSING" }));
  });
});

describe("packs are found", () => {
  test("by name, folder, pack.yaml and npm package, from where the configuration lies", async () => {
    const top = await buildFolder({
      "mitt/pack.yaml": "",
      "ett.yaml": "",
      "node_modules/@kommun/regler/pack.yaml": "",
      "node_modules/@kommun/regler/package.json": '{ "exports": {} }',
    });
    await mkdir(path.join(top, "djupt/ner"), { recursive: true });
    const found = (text: string, file = "genomlys.config.yaml") =>
      parseConfig(text, { file: path.join(top, file), shown: file }).packFolders;
    expect(found("packs: [jamstalldhet, mitt, ./mitt/pack.yaml]")).toEqual([
      builtinPackFolder(),
      path.join(top, "mitt"),
      path.join(top, "mitt"),
    ]);
    expect(found("packs: [./ett.yaml]")).toEqual([path.join(top, "ett.yaml")]);
    expect(found('packs: ["@kommun/regler"]', "djupt/ner/genomlys.config.yaml")).toEqual([
      path.join(top, "node_modules/@kommun/regler"),
    ]);
  });

  test("but not outside by a name with dots, nor in a package without pack.yaml", async () => {
    const top = await buildFolder({ "a/": "", "node_modules/tomt/package.json": "{}", "pack.yaml": "" });
    const at = { file: path.join(top, "a/genomlys.config.yaml"), shown: "genomlys.config.yaml" };
    expect(() => parseConfig("packs: [tomt]", at)).toThrow(
      expect.objectContaining({ code: "CONFIG_UNKNOWN_PACK" }),
    );
  });
});
