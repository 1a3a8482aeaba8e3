import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { baselineJsonSchemas } from "../../src/gate/baseline-schema.ts";
import { compareWithBaseline, entriesOf, formerPath, pruneEntries } from "../../src/gate/baseline.ts";
import { findingsOf } from "../../src/gate/findings.ts";
import type { DocumentReport } from "../../src/model/report.ts";
import { buildDocument, buildGap, buildSection } from "../report/reports/build-report.ts";
import { auditText } from "../support/audit-text.ts";

const elever = "Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.";
const brukare = elever.replaceAll("elever", "brukare");
const patienter =
  "Antalet patienter över 80 år var 3 400. Målet är att patienterna ska få en fast läkarkontakt.";
const draft = `# Plan\n\n## 1 Skola\n\n${elever}\n\n## 2 Vård\n\n${patienter}\n`;

/** The gaps that are new. */
const newOf = (document: DocumentReport): string[] =>
  findingsOf(document)
    .filter(({ kind, baseline }) => kind === "gap" && baseline === "new")
    .map(({ rule, section }) => `${rule} ${section?.heading ?? ""}`.trim());

/** What is new in `after`, and the sections of what is in `before` only. */
async function compare(before: string, after: string): Promise<{ fresh: string[]; fixed: string[] }> {
  const accepted = entriesOf(await auditText(before));
  const { document, fixed } = compareWithBaseline(await auditText(after), accepted);
  return { fresh: newOf(document), fixed: fixed.map(({ section }) => section) };
}

describe("against the gaps of an earlier draft", () => {
  test("the same draft has nothing new and nothing mended", async () => {
    expect(await compare(draft, draft)).toEqual({ fresh: [], fixed: [] });
  });

  test.each([
    ["moved", `# Plan\n\n## 1 Vård\n\n${patienter}\n\n## 2 Skola\n\n${elever}\n`],
    ["renumbered", draft.replace("## 1 ", "## 3.1 ").replace("## 2 ", "## 3.2 ")],
    [
      "reworded",
      draft.replace("Andelen elever som når målen är 84 procent.", "84 procent av eleverna når dem."),
    ],
    [
      "put under another heading",
      `# Plan\n\n## Nämnder\n\n### Skola\n\n${elever}\n\n### Vård\n\n${patienter}\n`,
    ],
  ])("sections that were %s have nothing new", async (_what, after) => {
    expect((await compare(draft, after)).fresh).toEqual([]);
  });

  test("a new section with a gap is new", async () => {
    const { fresh } = await compare(draft, `${draft}\n## 3 Omsorg\n\n${brukare}\n`);
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toContain("Omsorg");
  });

  test("an equal gap in a second section of the same name is not hidden behind the first", async () => {
    const { fresh } = await compare(draft, `${draft}\n## 3 Skola\n\n${elever} Så är det.\n`);
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toContain("Skola");
  });

  test("a mended gap is named, also when a new one has come in its stead", async () => {
    const mended =
      "Andelen flickor som når målen är 88 procent, andelen pojkar 80 procent. Skillnaden mellan flickor och pojkar ska minska till 2 procent 2028. Nämnden ansvarar och följer upp varje år.";
    const { fresh, fixed } = await compare(
      draft,
      `${draft.replace(elever, mended)}\n## 3 Omsorg\n\n${brukare}\n`,
    );
    expect(fixed.some((section) => section.endsWith("Skola"))).toBe(true);
    expect(fresh.some((each) => each.includes("Omsorg"))).toBe(true);
  });
});

describe("what is new", () => {
  const section = buildSection({ id: "s1", heading: "Skola", path: ["Skola"], status: "missing" });
  const gap = buildGap({ section: "s1", rule: "gap-goal", fingerprint: "a" });
  const entry = { fingerprint: "a", rule: "gap-goal", section: "Skola", status: "missing" } as const;
  const document = buildDocument({ path: "plan.md", sections: [section], gaps: [gap] });

  test("another remedy for the same section is not new", () => {
    const other = { ...document, gaps: [{ ...gap, rule: "gap-people", fingerprint: "b" }] };
    expect(newOf(compareWithBaseline(other, [entry]).document)).toEqual([]);
  });

  test("a section that has become worse is new", () => {
    const mild = { ...entry, fingerprint: "b", rule: "deepen-soft", status: "present" } as const;
    expect(newOf(compareWithBaseline(document, [mild]).document)).toEqual(["gap-goal Skola"]);
  });

  test("an accepted gap covers one section, not two of the same name", () => {
    const twice = buildDocument({
      path: "plan.md",
      sections: [section, { ...section, id: "s2" }],
      gaps: [gap, { ...gap, section: "s2", fingerprint: "b" }],
    });
    expect(newOf(compareWithBaseline(twice, [entry]).document)).toHaveLength(1);
  });

  test("a suppressed finding is not accepted as well", () => {
    const suppressed = { ...gap, suppressed: { kind: "external", reason: "Skäl" } } as const;
    expect(entriesOf({ ...document, gaps: [suppressed] })).toEqual([]);
  });

  test("what stands in a part that was not read is not mended", () => {
    const unread = buildDocument({ path: "plan.md", sections: [{ ...section, status: "unread" }] });
    expect(compareWithBaseline(unread, [entry]).fixed).toEqual([]);
    const reading = { share: 0.5, pagesWithoutText: [2], garbled: [], engine: "pdfium" };
    expect(compareWithBaseline(buildDocument({ path: "plan.md", reading }), [entry]).fixed).toEqual([]);
  });

  test("pruning takes out what is gone and adds nothing", () => {
    const gone = { ...entry, fingerprint: "z", section: "Finns inte längre" };
    const fresh = { ...document, gaps: [gap, buildGap({ section: "s1", fingerprint: "n", rule: "x/y" })] };
    expect(pruneEntries([gone, entry], fresh)).toEqual([entry]);
  });

  test("a document that was renamed is known by its gaps; a copy and another document are not", () => {
    const baseline = { documents: { "gammal.md": [entry], "annan.md": [{ ...entry, fingerprint: "q" }] } };
    expect(formerPath(document, baseline, ["annan.md", "gammal.md"])).toBe("gammal.md");
    expect(formerPath(document, baseline, ["annan.md"])).toBeNull();
    expect(formerPath(document, baseline, [])).toBeNull();
  });
});

test("the JSON Schema that is shipped is the one that the validator gives", async () => {
  for (const [name, schema] of Object.entries(baselineJsonSchemas())) {
    const shipped = await readFile(new URL(`../../schemas/${name}`, import.meta.url), "utf8");
    expect(JSON.parse(shipped)).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});
