import { describe, expect, test } from "vitest";
import { traceText, type Trace } from "../../src/rulebook/trace.ts";
import { packOf } from "../rules/support.ts";

const pack = packOf({
  "evidence.yaml": `kind: evidence
rules:
  - id: sammansatt
    strength: strong
    terms: [jämställdhets*, "jämställdhetsplan för skolan"]
    except: [jämställdhetsmyndighet]
    hit: [Jämställdhetsplan.]
    miss: [Annat.]
  - id: villkorad
    strength: medium
    terms: [flicka]
    requires: { any: [sammansatt], within: sentence }
    hit: [Flickor och jämställdhetsplan.]
    miss: [Flickor.]
  - id: vid
    net: wide
    strength: weak
    terms: ["*jämställ*"]
    hit: [Ojämställt.]
    miss: [Annat.]
`,
  "trap.yaml": `kind: trap
rules:
  - id: kurs
    slug: course
    effect: remove
    terms: [jämställdhetskurs]
    affects: [sammansatt]
    hit: [Jämställdhetskursen.]
    miss: [Jämställdhetsplan.]
`,
  "roles.yaml": `kind: role
rules:
  - id: mal
    role: goal
    label: { sv: Mål, en: Goal }
    terms: [jämställdhetsmål]
    hit: [Jämställdhetsmål]
    miss: [Annat]
`,
});

const trace = (text: string): Trace => traceText(text, [pack]);
const rulesOf = ({ terms }: Trace): string[] =>
  terms.map(({ group, fate }) => `${group.rule.id} ${group.lookedForIn} ${fate.kind}`);
const evidenceOf = ({ evidence }: Trace): Record<string, string> =>
  Object.fromEntries([...evidence].map(([rule, fate]) => [rule.id, fate]));

describe("a word", () => {
  test("is split as the rules see it", () => {
    const [word] = trace("Jämställdhetsbudgeteringen").words;
    expect(word).toMatchObject({ written: "Jämställdhetsbudgeteringen", read: "jämställdhetsbudgeteringen" });
    expect(word?.meetings.map(({ parts }) => parts.join("|"))).toEqual([
      "jämställdhets|budgeteringen",
      "jämställ|dhetsbudgeteringen",
    ]);
  });

  test("meets every rule that knows it, in text and in headings", () => {
    expect(rulesOf(trace("jämställdhetsmål"))).toEqual([
      "sammansatt text stands",
      "vid text stands",
      "mal heading stands",
    ]);
  });

  test("that an exception takes away is said to be, with the exception", () => {
    const traced = trace("Jämställdhetsmyndigheten");
    expect(traced.terms[0]).toMatchObject({ fate: { kind: "excepted", by: "jämställdhetsmyndighet" } });
    expect(evidenceOf(traced)).toEqual({ vid: "wide" });
  });

  test("that a trap takes away is said to be", () => {
    const traced = trace("jämställdhetskurs");
    expect(evidenceOf(traced)).toMatchObject({ sammansatt: "removed" });
    expect(traced.traps.map(({ id }) => id)).toEqual(["kurs"]);
  });

  test("that no rule knows meets nothing", () => {
    const traced = trace("parkering");
    expect(traced.words).toEqual([{ written: "parkering", read: "parkering", meetings: [] }]);
    expect(traced.terms).toEqual([]);
  });

  test("is read composed and whole, whatever its letters were made of", () => {
    const decomposed = "ja\u0308msta\u0308lldhets\u00adplan";
    expect(trace(decomposed)).toMatchObject({ given: decomposed, read: "jämställdhetsplan" });
  });
});

describe("a phrase", () => {
  test("tells each term with the words it meets; a longer term stands for a shorter one", () => {
    const traced = trace("en jämställdhetsplan för skolan");
    expect(traced.terms.map(({ term, found, fate }) => [term, found, fate.kind])).toEqual([
      ["jämställdhetsplan för skolan", "jämställdhetsplan för skolan", "stands"],
      ["jämställdhets*", "jämställdhetsplan", "covered"],
      ["*jämställ*", "jämställdhetsplan", "stands"],
    ]);
  });

  test("fulfils the conditions of a rule, or does not", () => {
    expect(evidenceOf(trace("flickor"))).toEqual({ villkorad: "conditional" });
    expect(evidenceOf(trace("flickor och jämställdhetsplaner"))).toMatchObject({ villkorad: "counts" });
  });
});
