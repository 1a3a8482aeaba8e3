// What becomes of a requirement, on a pack about something else than gender equality: no domain word decides here.
import { describe, expect, test } from "vitest";
import { judgeDocument } from "../../src/judge/judge-document.ts";
import type { RequirementFinding } from "../../src/judge/judgement.ts";
import { indexRules } from "../../src/match/rule-index.ts";
import type { Document } from "../../src/model/document.ts";
import { readMarkdown } from "../../src/read/markdown/read-markdown.ts";
import { defaultReadOptions } from "../../src/read/reader.ts";
import { parseRuleFiles } from "../../src/rules/parse-pack.ts";

const head = `
id: energi
version: 1.0.0
title: { sv: Energi, en: Energy }
thresholds:
  verdict: { expected-sections-at-least: 1, read-share-at-least: 0.9, clear-coverage: 0.5, missing-coverage: 0.15, confined-concentration: 0.7 }
  expectation: { people-hits: 1, words-per-people-hit: 80, statistics-hits: 1, steering-hits: 1, words-at-least: 3 }
  level: { describing-within: 25, binding-sentences: 2, punctual-words: 600 }
`;

const evidence = `
kind: evidence
rules:
  - { id: sol, strength: strong, tags: [source], terms: [solpanel], hit: [solpanel], miss: [kol] }
  - { id: vind, strength: strong, tags: [source], terms: [vindkraft], hit: [vindkraft], miss: [kol] }
  - { id: besparing, strength: strong, terms: [energibesparing], hit: [energibesparing], miss: [kol] }
  - { id: vid-el, strength: weak, net: wide, terms: [elnät], hit: [elnät], miss: [kol] }
`;

const signals = `
kind: signal
rules:
  - { id: tal, signal: quantity, terms: [<tal> procent], hit: [8 procent], miss: [procent] }
  - { id: ska, signal: steering, tags: [modal], terms: [=ska], hit: [ska], miss: [kan] }
  - { id: ansvar, signal: responsible, terms: [ansvarar|ansvarig], hit: [ansvarig], miss: [kan] }
  - { id: orsak, signal: cause, terms: [=eftersom], hit: [eftersom], miss: [kan] }
`;

const others = `
kind: expectation
rules:
  - { id: hus, expects: people, terms: [hus|skola], hit: [hus], miss: [kol] }
  - { id: andel, expects: statistics, terms: [procent|antal], hit: [antal], miss: [kol] }
  - { id: gora, expects: action, terms: [=ska], hit: [ska], miss: [kol] }
`;

const roles = `
kind: role
rules:
  - { id: role-forord, role: forord, label: { sv: Förord, en: Foreword }, framing: true, terms: [förord], hit: [Förord], miss: [Mål] }
  - { id: role-bilaga, role: bilaga, label: { sv: Bilaga, en: Appendix }, quiet: true, terms: [bilaga], hit: [Bilaga], miss: [Mål] }
  - { id: role-mal, role: mal, label: { sv: Mål, en: Goals }, chain: goal, terms: [=mål], hit: [Mål], miss: [Förord] }
`;

const traps = `
kind: trap
rules:
  - { id: avfard, slug: waiver, effect: remove, reach: sentence, expected: true, flags: [waiver], terms: [=berör =inte], hit: [berör inte], miss: [berör] }
`;

const types = `
kind: documentType
rules:
  - { id: plan, label: { sv: Plan, en: Plan }, terms: [energiplan], hit: [energiplan], miss: [budget] }
`;

/** `body` are the keys of the requirement that a test is about, in YAML. */
function index(body: string) {
  const indented = body
    .trim()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
  const requirement = `
kind: requirement
rules:
  - id: krav
    title: { sv: Krav, en: Requirement }
    severity: high
    message: { sv: Saknas, en: Missing }
    question: { sv: Varför?, en: Why? }
    recommendation: { sv: Gör så, en: Do so }
    source: en källa
    hit: [text]
    miss: [text]
${indented}
`;
  const files = { "pack.yaml": head, evidence, signals, others, roles, traps, types, requirement };
  return indexRules([
    parseRuleFiles(
      "energi",
      Object.entries(files).map(([name, text]) => ({ path: name, name, text })),
      "",
    ),
  ]);
}

async function documentOf(markdown: string): Promise<Document> {
  const read = await readMarkdown(new TextEncoder().encode(markdown), defaultReadOptions);
  if (read.kind === "unread") throw new Error("the example is no document");
  return read;
}

async function judge(
  body: string,
  markdown: string,
  change: (document: Document) => Document = (document) => document,
): Promise<RequirementFinding & { readonly heading: string | null; readonly headings: readonly string[] }> {
  const document = change(await documentOf(markdown));
  const { requirements } = judgeDocument(index(body), document, { type: "plan", path: "plan.md" });
  const [finding] = requirements;
  if (finding === undefined) throw new Error("the requirement was not judged");
  const headingOf = (id: string): string =>
    document.sections.find((section) => section.id === id)?.heading ?? "";
  return {
    ...finding,
    heading: finding.section === null ? null : headingOf(finding.section),
    headings: finding.searched.map(headingOf),
  };
}

const inGoals = `
within: { headings: [mål] }
expect:
  - { evidence: [source], level: 3 }
partly:
  - { evidence: [source] }
`;

describe("met, partly, unmet", () => {
  test("evidence at the level asked for meets it, with the evidence named", async () => {
    const found = await judge(inGoals, "# Plan\n## Mål\nAlla hus ska ha solpaneler.");
    expect(found).toMatchObject({ status: "met", heading: "Mål", because: null });
    expect(found.evidence.map(({ rule }) => rule.id)).toEqual(["sol"]);
  });

  test("the same words without the force are half of it", async () => {
    const found = await judge(inGoals, "# Plan\n## Mål\nSolpaneler är bra för hus.");
    expect(found.status).toBe("partly");
    expect(found.evidence).toHaveLength(1);
  });

  test("evidence of another kind does not meet it", async () => {
    expect(await judge(inGoals, "# Plan\n## Mål\nAlla hus ska nå energibesparing.")).toMatchObject({
      status: "unmet",
      evidence: [],
    });
  });

  test("evidence in a section it is not about does not meet it", async () => {
    const text = "# Plan\n## Mål\nAlla hus ska målas om.\n## Övrigt\nAlla hus ska ha solpaneler.";
    expect(await judge(inGoals, text)).toMatchObject({ status: "unmet", heading: "Mål", headings: ["Mål"] });
  });

  test("a foreword does not meet it, unless the requirement counts forewords", async () => {
    const text = "# Plan\n## Förord\nAlla hus ska ha solpaneler.\n## Mål\nAlla hus ska målas om.";
    const anywhere = "expect:\n  - { evidence: [source], anywhere: true }";
    expect((await judge(anywhere, text)).status).toBe("unmet");
    expect((await judge(`within: { framing: true }\n${anywhere}`, text)).status).toBe("met");
  });

  test("what a trap has taken away does not meet it", async () => {
    expect((await judge(inGoals, "# Plan\n## Mål\nSolpaneler berör inte hus som ska målas.")).status).toBe(
      "unmet",
    );
  });

  test("of two parts one is half of it; both are all of it", async () => {
    const both = "expect:\n  - { evidence: [sol] }\n  - { evidence: [vind] }";
    expect((await judge(both, "# Plan\n## Mål\nAlla hus ska ha solpaneler.")).status).toBe("partly");
    expect((await judge(both, "# Plan\n## Mål\nAlla hus ska ha solpaneler och vindkraft.")).status).toBe(
      "met",
    );
    expect(
      (await judge(`${both}\nexpect-at-least: 1`, "# Plan\n## Mål\nHus ska ha solpaneler.")).status,
    ).toBe("met");
  });
});

describe("company, near words, counts", () => {
  const responsible = "expect:\n  - { evidence: [source], company: [responsible] }";

  test("a signal in the same paragraph keeps the evidence company; one in the next does not", async () => {
    const together = "# Plan\n## Mål\nAlla hus ska ha solpaneler. Chefen ansvarar.";
    const apart = "# Plan\n## Mål\nAlla hus ska ha solpaneler.\n\nChefen ansvarar.";
    expect((await judge(responsible, together)).status).toBe("met");
    expect((await judge(responsible, apart)).status).toBe("unmet");
  });

  test("every entry must be there, and of alternatives one", async () => {
    const two = "expect:\n  - { evidence: [source], company: [responsible|cause, quantity] }";
    expect(
      (await judge(two, "# Plan\n## Mål\nSolpaneler på 8 procent av hus, chefen ansvarar.")).status,
    ).toBe("met");
    expect((await judge(two, "# Plan\n## Mål\nSolpaneler på hus, chefen ansvarar.")).status).toBe("unmet");
  });

  test("a row of a table is read with the row that names its columns", async () => {
    const table = "| Åtgärd | Ansvarig |\n| --- | --- |\n| Solpaneler på hus | Anna |\n| Måla hus | Bo |";
    const bare = "| Åtgärd | Person |\n| --- | --- |\n| Solpaneler på hus | Anna |\n| Måla hus | Bo |";
    expect((await judge(responsible, `# Plan\n## Mål\n${table}`)).status).toBe("met");
    expect((await judge(responsible, `# Plan\n## Mål\n${bare}`)).status).toBe("unmet");
  });

  test("an item of a list is read with the line before the list", async () => {
    const list = "Chefen ansvarar för att hus får\n\n- solpaneler på taket\n- ny färg på väggarna";
    expect((await judge(responsible, `# Plan\n## Mål\n${list}`)).status).toBe("met");
  });

  test("near words: in the sentence, or in the heading for a whole paragraph", async () => {
    const near = (reach: string): string =>
      `expect:\n  - { evidence: [source], near: [skola], reach: ${reach} }`;
    const text = "# Plan\n## Skolor\nAlla hus ska ha solpaneler.";
    expect((await judge(near("block"), text)).status).toBe("met");
    expect((await judge(near("sentence"), text)).status).toBe("unmet");
    expect((await judge(near("sentence"), "# Plan\n## Mål\nAlla skolor ska ha solpaneler.")).status).toBe(
      "met",
    );
  });

  test("a word that must not be there takes the sentence away", async () => {
    const without = "expect:\n  - { evidence: [source], without: [kurs] }";
    expect((await judge(without, "# Plan\n## Mål\nHus ska ha en kurs om solpaneler.")).status).toBe("unmet");
    expect((await judge(without, "# Plan\n## Mål\nEn kurs hålls. Hus ska ha solpaneler.")).status).toBe(
      "met",
    );
  });

  test("two sections are asked for and one is not enough", async () => {
    const two = "expect:\n  - { evidence: [source], sections: 2 }";
    const one = "# Plan\n## Mål\nHus ska ha solpaneler. Skolor ska ha solpaneler.";
    expect((await judge(two, one)).status).toBe("unmet");
    expect((await judge(two, `${one}\n## Drift\nHus ska ha vindkraft.`)).status).toBe("met");
  });

  test("two sentences are asked for and two words in one are not enough", async () => {
    const two = "expect:\n  - { evidence: [source], sentences: 2 }";
    expect((await judge(two, "# Plan\n## Mål\nHus ska ha solpaneler och vindkraft.")).status).toBe("unmet");
    expect((await judge(two, "# Plan\n## Mål\nHus ska ha solpaneler. Skolor ska ha vindkraft.")).status).toBe(
      "met",
    );
  });
});

describe("documents that a requirement is not asked of", () => {
  const plan = (heading: string, ...sections: string[]): string =>
    `# ${heading}\n${sections.map((text, number) => `## Del ${String(number)}\n${text}\n`).join("")}`;
  const expected = "Alla hus ska målas.";

  test("one whose title names another kind of document; a heading further down names none", async () => {
    const body = "when: { not-titles: [anvisning] }\nexpect:\n  - { evidence: [source] }";
    expect((await judge(body, plan("Anvisning till energiplan", expected))).because).toBe("condition");
    expect((await judge(body, `${plan("Energiplan", expected)}## Anvisning\nText.`)).status).toBe("unmet");
  });

  test("one where too little of the text expects anything, chapters that stand aside left out", async () => {
    const body = "when: { expected-share: 0.5, not-under: [drift] }\nexpect:\n  - { evidence: [source] }";
    const other = "Marken består av lera och grus, och grundvattnet ligger djupt under den gamla åkern.";
    expect((await judge(body, plan("Plan", expected, other))).because).toBe("condition");
    expect((await judge(body, plan("Plan", ...Array<string>(5).fill(expected), other))).status).toBe("unmet");
    const aside = `${plan("Plan", other)}## Drift\n### Hus\n${expected}\n### Tak\n${expected}`;
    expect((await judge(body, aside)).because).toBe("condition");
    const beside = `${plan("Plan", expected)}## Drift\n### Mark\n${other}`;
    expect((await judge(body, beside)).status).toBe("unmet");
  });

  test("unless a section that it is about is enough", async () => {
    const body =
      "within: { headings: [mål] }\nwhen: { place-enough: true, expected-sections: 3 }\nexpect:\n  - { evidence: [source] }";
    expect((await judge(body, plan("Plan", expected))).because).toBe("condition");
    expect((await judge(body, `${plan("Plan", expected)}## Mål\nText.`)).status).toBe("unmet");
    expect((await judge(body, plan("Plan", expected, expected, expected))).status).toBe("unmet");
  });

  test("a section that does not hold what the requirement is about in one sentence is not its place", async () => {
    const body =
      "within: { headings: [mål], holding: [people, quantity] }\nwhen: { place: true }\nexpect:\n  - { evidence: [source] }";
    expect((await judge(body, "# Plan\n## Mål\nHus ska målas. Lönen ökar 8 procent.")).because).toBe(
      "condition",
    );
    expect((await judge(body, "# Plan\n## Mål\nAv alla hus ska 8 procent målas.")).status).toBe("unmet");
  });
});

describe("a share of the sections", () => {
  const share =
    "within: { expected: true }\nexpect:\n  - { evidence: [source], share: 0.6 }\npartly:\n  - {}";
  const section = (heading: string, what: string): string => `## ${heading}\nAlla hus ska ha ${what}.\n`;

  test("enough of them meet it, and those that lack it are named when they do not", async () => {
    const most = section("A", "solpaneler") + section("B", "vindkraft") + section("C", "färg");
    expect(await judge(share, `# Plan\n${most}`)).toMatchObject({ status: "met", lacking: [] });
    const few = section("A", "solpaneler") + section("B", "tak") + section("C", "ny färg på alla väggar");
    const found = await judge(share, `# Plan\n${few}`);
    expect(found).toMatchObject({ status: "partly", heading: "C" });
    expect(found.lacking).toHaveLength(2);
  });

  test("no section lacks it where none is the place for it: the document does", async () => {
    const body =
      "within: { headings: [skola] }\nexpect:\n  - { evidence: [source], share: 0.6 }\npartly:\n  - { sections: 9 }";
    const found = await judge(body, `# Plan\n${section("A", "färg")}${section("B", "tak")}`);
    expect(found).toMatchObject({ status: "unmet", heading: null, lacking: [] });
  });

  test("by chapter, one section speaks for its chapter", async () => {
    const body = share.replace("share: 0.6", "share: 1, per: chapter");
    const text =
      "# Ett\n## A\nAlla hus ska ha solpaneler.\n## B\nAlla hus ska ha färg.\n# Två\nHus ska ha vindkraft.";
    expect((await judge(body, text)).status).toBe("met");
    expect((await judge(share.replace("share: 0.6", "share: 1"), text)).status).toBe("partly");
  });
});

describe("where an absence stands", () => {
  test("the section with the heading comes before one that only speaks of the matter", async () => {
    const body =
      "within: { headings: [skola], terms: [skola], terms-min: 1 }\nexpect:\n  - { evidence: [source] }";
    const text = "# Plan\n## Drift\nAlla skolor ska ha lampor.\n## Skolor\nHus ska ha färg.";
    expect(await judge(body, text)).toMatchObject({ status: "unmet", heading: "Skolor" });
  });

  test("the first named of several headings comes first", async () => {
    const body = "within: { headings: [drift, skola] }\nexpect:\n  - { evidence: [source] }";
    const text = "# Plan\n## Skolor\nHus ska ha färg.\n## Drift\nHus ska ha färg.";
    expect((await judge(body, text)).heading).toBe("Drift");
  });

  test("the document itself, where no section ought to hold it", async () => {
    const body = "within: { headings: [skola] }\nexpect:\n  - { evidence: [source] }";
    const found = await judge(body, "# Plan\n## Drift\nHus ska ha färg.");
    expect(found).toMatchObject({ status: "unmet", heading: null, headings: ["Drift"] });
  });

  test("a heading keeps a section out, and those below it", async () => {
    const body = "within: { headings: [mål], not-headings: [=gamla] }\nexpect:\n  - { evidence: [source] }";
    const text = "# Gamla planen\n## Mål\nHus ska ha solpaneler.\n# Nya planen\n## Mål\nHus ska ha färg.";
    const found = await judge(body, text);
    expect(found.status).toBe("unmet");
    expect(found.searched).toHaveLength(1);
  });

  test("a quiet section is not searched", async () => {
    const body = "within: { terms: [hus], terms-min: 1 }\nexpect:\n  - { evidence: [source] }";
    const found = await judge(body, "# Plan\n## Drift\nHus målas.\n## Bilaga\nHus målas.");
    expect(found.headings).toEqual(["Drift"]);
  });

  test("of a section found by its text only the paragraphs on the matter count", async () => {
    const body = "within: { terms: [skola], terms-min: 1 }\nexpect:\n  - { evidence: [source] }";
    const other = "# Plan\n## Drift\nAlla skolor ska ha färg.\n\nAlla hus ska ha solpaneler.";
    expect((await judge(body, other)).status).toBe("unmet");
    expect((await judge(body, "# Plan\n## Drift\nAlla skolor ska ha solpaneler.")).status).toBe("met");
  });

  test("sections with loose words are named, to be read before it is called unmet", async () => {
    const found = await judge(inGoals, "# Plan\n## Mål\nAlla hus ska ha bättre elnät.");
    expect(found).toMatchObject({ status: "unmet", review: found.searched });
    expect((await judge(inGoals, "# Plan\n## Mål\nAlla hus ska ha färg.")).review).toEqual([]);
  });
});

describe("when it does not apply", () => {
  test("no section of the kind", async () => {
    const body = "within: { headings: [skola] }\nwhen: { place: true }\nexpect:\n  - { evidence: [source] }";
    expect(await judge(body, "# Plan\n## Drift\nHus ska ha solpaneler.")).toMatchObject({
      status: "notApplicable",
      because: "condition",
      searched: [],
    });
  });

  test("what it presupposes is not found", async () => {
    const body = "when: { found: [{ evidence: [sol] }] }\nexpect:\n  - { evidence: [vind] }";
    expect((await judge(body, "# Plan\n## Drift\nHus ska ha färg.")).status).toBe("notApplicable");
    expect((await judge(body, "# Plan\n## Drift\nHus ska ha solpaneler.")).status).toBe("unmet");
  });

  test("fewer expected sections than it asks for", async () => {
    const body = "when: { expected-sections: 2 }\nexpect:\n  - { evidence: [source] }";
    expect((await judge(body, "# Plan\n## A\nHus ska ha färg.")).status).toBe("notApplicable");
    expect((await judge(body, "# Plan\n## A\nHus ska ha färg.\n## B\nHus ska ha tak.")).status).toBe("unmet");
  });

  test("another type of document", async () => {
    const text = await documentOf("# Plan\n## Mål\nHus ska ha solpaneler.");
    const other = index("types: [plan]\nexpect:\n  - { evidence: [source] }");
    expect(judgeDocument(other, text, { type: "ovrigt", path: "a.md" }).requirements).toEqual([]);
    expect(judgeDocument(other, text, { type: "plan", path: "a.md" }).requirements).toHaveLength(1);
  });

  test("too little was read to say unmet, but what is there is there", async () => {
    const half = (document: Document): Document => ({
      ...document,
      reading: { ...document.reading, share: 0.5 },
    });
    expect(await judge(inGoals, "# Plan\n## Mål\nHus ska ha färg.", half)).toMatchObject({
      status: "notApplicable",
      because: "unread",
    });
    expect((await judge(inGoals, "# Plan\n## Mål\nHus ska ha solpaneler.", half)).status).toBe("met");
  });
});

describe("what must not be there", () => {
  const noWaiver = "absence: true\nexpect:\n  - { flags: [waiver] }";

  test("is unmet in the section where it is", async () => {
    const text = "# Plan\n## Mål\nHus ska ha färg.\n## Bedömning\nFörslaget berör inte solpaneler på hus.";
    expect(await judge(noWaiver, text)).toMatchObject({ status: "unmet", heading: "Bedömning" });
  });

  test("is met where it is not", async () => {
    expect(await judge(noWaiver, "# Plan\n## Mål\nHus ska ha färg.")).toMatchObject({
      status: "met",
      heading: null,
    });
  });
});

describe("a sentence without evidence", () => {
  const bare =
    "within: { headings: [mål] }\nexpect:\n  - { bare: true, company: [responsible], near: [hus] }";

  test("is enough where the requirement says so", async () => {
    expect((await judge(bare, "# Plan\n## Mål\nChefen ansvarar för alla hus.")).status).toBe("met");
  });

  test("must hold all that is asked for", async () => {
    expect((await judge(bare, "# Plan\n## Mål\nChefen ansvarar för alla bilar.")).status).toBe("unmet");
  });
});
