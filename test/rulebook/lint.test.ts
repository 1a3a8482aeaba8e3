import { describe, expect, test } from "vitest";
import { keywordSet } from "../../src/evaluate/keyword-search.ts";
import { parseTerm, type TermStep } from "../../src/match/parse-term.ts";
import { covers, isRemark, lintPack, takesAway } from "../../src/rulebook/lint.ts";
import { packOf } from "../rules/support.ts";
import { builtinPacks } from "../support/audit-text.ts";

/** What lint says of a rule with these terms, as "kind term (by)", untested terms left out unless asked for. */
function lint(
  terms: readonly string[],
  more: { except?: readonly string[]; hit?: readonly string[]; rules?: string; untested?: boolean } = {},
): string[] {
  const list = (values: readonly string[]): string => JSON.stringify(values);
  const pack = packOf({
    "evidence.yaml": `kind: evidence
rules:
  - id: prov
    strength: strong
    terms: ${list(terms)}
    except: ${list(more.except ?? [])}
    hit: ${list(more.hit ?? ["Exempel."])}
    miss: [Annat.]
${more.rules ?? ""}`,
    "sets.yaml": `kind: wordset
rules:
  - id: barn
    words: [=barn, =unga]
`,
  });
  return lintPack(pack, new Set(["barn"]))
    .filter((finding) => finding.kind !== "untested" || more.untested === true)
    .map((finding) => {
      if (!("at" in finding)) return `${finding.kind} ${finding.wordSet}`;
      return `${finding.kind} ${finding.at.term}${"by" in finding ? ` (${finding.by})` : ""}`;
    });
}

describe("terms that can never match", () => {
  test.each([
    ["=jämställdhetsmyndighet", "jämställdhetsmyndighet"],
    ["jämställdhetsmyndighet", "jämställdhets*"],
    ["jämställdhetsplan för skolan", "jämställdhets*"],
    ["=kön =och =genus", "=kön ... =genus"],
    ["{barn} rättigheter", "barn"],
  ])("%s, with %s taken away", (term, except) => {
    const by = except === "barn" ? [] : [`excepted ${term} (${except})`];
    expect(lint([term], { except: [except] })).toEqual(by);
  });

  test.each([
    ["jämställdhets*", "jämställdhetsmyndighet"],
    ["=kön", "=kön =och =genus"],
    ["jämställd", "=jämställd"],
    ["plan för? jämställdhet", "plan för jämställdhet"],
    ["jämställdhet", "jämställdhets*"],
  ])("%s is not dead though %s is taken away", (term, except) => {
    expect(lint([term], { except: [except] })).toEqual([]);
  });

  test("are those with a sign where words are cut", () => {
    expect(lint(["=40–60", "=40/60", "e-post", "t.ex"])).toEqual(["unreadable =40–60"]);
  });

  test("are not those that an example holds", () => {
    expect(lint(["e-post"], { hit: ["Skicka e-post."] })).toEqual([]);
  });
});

describe("terms that make no difference", () => {
  test.each([
    ["genus*", "*genus*"],
    ["livmoderhalscancer", "livmoderhals*"],
    ["=kön =och =genus", "=kön ... =genus"],
    ["=mellan =båda =könen", "=mellan ...1 =könen|=könens"],
    ["==VP <år>", "=vp <år>"],
    ["=feministiskt", "feministisk"],
    ["jämställd plan", "jämställd|jämlik plan|strategi"],
    ["=unga", "{barn}"],
  ])("%s beside %s", (special, general) => {
    expect(lint([special, general])).toEqual([`shadowed ${special} (${general})`]);
    expect(lint([general, special])).toEqual([`shadowed ${special} (${general})`]);
  });

  test.each([
    ["*genus*", "genus*"],
    ["=kön =genus", "=kön"],
    ["=kön ... =genus", "=kön ...2 =ålder"],
    ["=vp <år>", "=vp <tal>"],
    ["feministisk", "=feministisk|=feministiska"],
    ["jämställd|jämlik plan", "jämställd plan|strategi"],
    ["plan för? barn", "plan för unga"],
  ])("but not %s beside %s", (one, other) => {
    expect(lint([one, other]).filter((line) => line.startsWith(`shadowed ${one} (`))).toEqual([]);
  });

  test("of two that say the same the later one is too many", () => {
    expect(lint(["kön", "jämställd", "Kön"])).toEqual(["duplicate Kön (kön)"]);
  });

  test("spaces at the ends are told", () => {
    expect(lint([" kön", "kvinnor  och män"])).toEqual(["spaces  kön", "spaces kvinnor  och män"]);
  });
});

describe("terms of several rules", () => {
  const other = (more: string): string => `  - id: annan
    terms: [kön]
    hit: [Kön.]
    miss: [Annat.]
    ${more}
`;

  test("contradict each other when the same term is strong and weak", () => {
    expect(lint(["kön"], { rules: other("strength: weak") })).toEqual(["contradicted kön (prov)"]);
  });

  test("do not when a condition tells them apart, or when they agree", () => {
    const condition = "strength: weak\n    requires: { any: [prov], within: sentence }";
    expect(lint(["kön"], { rules: other(condition) })).toEqual([]);
    expect(lint(["kön"], { rules: other("strength: strong") })).toEqual([]);
  });

  test("of the wide net are needless where the strict net knows them", () => {
    const found = lint(["kön"], { rules: other("strength: weak\n    net: wide") });
    expect(found).toEqual(["needless kön (prov)"]);
  });

  test.each(["weak", "medium"])(
    "of the wide net are not needless where the strict net knows them as %s only, which may give no credit",
    (strength) => {
      const pack = packOf({
        "evidence.yaml": `kind: evidence\nrules:\n  - id: prov\n    strength: ${strength}\n    terms: [kön]\n    hit: [Kön.]\n    miss: [Annat.]\n  - id: vid\n    strength: weak\n    net: wide\n    terms: [kön]\n    hit: [Kön.]\n    miss: [Annat.]\n`,
      });
      expect(lintPack(pack, new Set()).filter(({ kind }) => kind === "needless")).toEqual([]);
    },
  );
});

describe("remarks", () => {
  test("name terms that no example holds", () => {
    const found = lint(["könets *roll", "genus *roll"], { hit: ["Könets huvudroll."], untested: true });
    expect(found).toEqual(["untested genus *roll"]);
  });

  test("do not ask for an example of a plain word, which is found as it is written", () => {
    expect(lint(["kön", "genus|=kön"], { hit: ["Exempel."], untested: true })).toEqual([]);
  });

  test("do not ask for an example of every term of the wide net, which gives no credit", () => {
    const rules = (net: string): string =>
      `  - id: vid\n    strength: weak\n    net: ${net}\n    terms: ["köns*"]\n    hit: [Exempel.]\n    miss: [Annat.]`;
    expect(lint(["ord"], { rules: rules("wide"), untested: true })).toEqual([]);
  });

  test("name word sets that nothing uses", () => {
    const pack = packOf({
      "evidence.yaml":
        "kind: evidence\nrules:\n  - id: prov\n    strength: strong\n    terms: ['{barn}']\n    hit: [Barn.]\n    miss: [Annat.]\n",
      "sets.yaml":
        "kind: wordset\nrules:\n  - id: barn\n    words: [=barn]\n  - id: djur\n    words: [=djur]\n",
    });
    const findings = lintPack(pack, new Set());
    expect(findings).toEqual([{ kind: "unused", wordSet: "djur" }]);
    expect(findings.every(isRemark)).toBe(true);
    expect(lintPack(pack, new Set(["djur"]))).toEqual([]);
  });
});

describe("covering", () => {
  const steps = (term: string): readonly TermStep[] => {
    const parsed = parseTerm(term, new Map());
    if ("problem" in parsed) throw new Error(term);
    return parsed.steps;
  };

  test.each([
    ["a ...3 b", "a c b", true],
    ["a ...1 b", "a c d b", false],
    ["a ...3 b", "a ...2 b", true],
    ["a ...2 b", "a ...3 b", false],
    ["a c? b", "a b", true],
    ["a b", "a c? b", false],
    ["a <ord> b", "a c b", true],
    ["a b", "a b c", false],
    ["a b c", "a b", false],
  ])("%s covers %s: %s", (general, special, expected) => {
    const words = (term: string): string => term.replace(/\b([abcd])\b/g, "ord$1");
    expect(covers(steps(words(general)), steps(words(special)))).toBe(expected);
  });

  test("an exception takes away what holds it whole", () => {
    expect(takesAway(steps("plan"), steps("kommunens plan"))).toBe(true);
    expect(takesAway(steps("kommunens plan"), steps("plan"))).toBe(false);
    expect(takesAway(steps("plan"), steps("kommunens plan?"))).toBe(false);
  });
});

// Whoever adds a term to the pack adds a sentence under `hit` that holds it.
test("the built-in pack has no term that is dead, covered, needless or tried by no example", async () => {
  const findings = (await builtinPacks()).flatMap((pack) => lintPack(pack, new Set([keywordSet])));
  const told = findings.map((finding) =>
    "at" in finding
      ? `${finding.kind}: ${finding.at.rule.id}, ${finding.at.term}`
      : `${finding.kind}: {${finding.wordSet}}`,
  );
  expect(told).toEqual([]);
}, 60_000);
