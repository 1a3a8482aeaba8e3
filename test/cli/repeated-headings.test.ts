// Minutes have the same headings under every item; whoever reads a remark must know which of them it is about.
import { expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { evidenceYaml, packYaml } from "../rules/support.ts";
import { buildFolder } from "./run.ts";
import { runReal } from "./run-real.ts";

const summary =
  "Antalet brukare över 80 år var 3 400. Målet är att alla brukare ska få en fast kontakt i hemtjänsten.";
const long = "§ 9 Yttrande över remiss om samordnad planering av bostäder, skolor och trafik i länet";
const item = (title: string, heading: string): string => `## ${title}\n\n### ${heading}\n\n${summary}\n`;
const minutes = [
  "# Protokoll",
  item("§ 7 Hemtjänst", "Beslut"),
  item("§ 8 Äldreboende", "Beslut"),
  item(long, "Beslut"),
  item("§ 10 Budget", "Bakgrund"),
].join("\n\n");
const hemtjanst = "§ 7 Hemtjänst › Beslut";

const folder = (): Promise<string> => buildFolder({ ".git/HEAD": "", "protokoll.md": minutes });
const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

test.each([[], ["--details"], ["--format", "markdown"], ["--format", "html"], ["--format", "csv"]])(
  "a heading that repeats is named with the heading above it (%s %s)",
  async (...options) => {
    const { out } = await runReal(["protokoll.md", ...options], await folder());
    const text = inOneLine(out).replaceAll("\\", "");
    for (const name of [hemtjanst, "§ 8 Äldreboende › Beslut"]) expect(text).toContain(name);
    // A long one is cut, so that the line can be read.
    expect(text).toMatch(/§ 9 Yttrande över remiss om samordnad planering av [^›]{0,12}… › Beslut/);
    expect(text).not.toContain("› Bakgrund");
  },
);

test("so is it in what code hosts and check show", async () => {
  const cwd = await folder();
  const check = ["check", "protokoll.md", "--fail-on", "missing"];
  for (const format of ["sarif", "github", "gitlab", "checkstyle"]) {
    expect((await runReal([...check, "--format", format], cwd)).out).toContain(hemtjanst);
  }
  expect(inOneLine((await runReal(check, cwd)).out)).toContain(hemtjanst);
});

test("and the report's JSON tells the heading above beside the heading, which stays as it stands", async () => {
  const { out } = await runReal(["protokoll.md", "--format", "json"], await folder());
  const sections = (JSON.parse(out) as Report).documents.flatMap((document) => document.sections);
  expect(sections.filter(({ depth }) => depth === 3).map(({ heading, under }) => [heading, under])).toEqual([
    ["Beslut", "§ 7 Hemtjänst"],
    ["Beslut", "§ 8 Äldreboende"],
    ["Beslut", long],
    ["Bakgrund", undefined],
  ]);
});

test("explain finds the section by the name that the report gives it, and that one alone", async () => {
  const { code, out } = await runReal(["explain", "protokoll.md", "--section", hemtjanst], await folder());
  expect(code).toBe(0);
  expect(out).toContain(`${hemtjanst}, rad `);
  expect(out).not.toContain("Äldreboende › Beslut");
});

test.each([
  ["Beslut", 3],
  [hemtjanst, 1],
  ["§ 7 Hemtjänst > Beslut", 1],
  ["§ 7 Äldreboende › Beslut", 1],
  ["Hemtjänst › Bakgrund", 0],
])("a suppression of the section %s holds for %i of the three", async (section, held) => {
  const suppress = `suppress:\n  - path: protokoll.md\n    section: "${section}"\n    reason: Beslutat\n`;
  const cwd = await buildFolder({
    ".git/HEAD": "",
    "protokoll.md": minutes,
    "genomlys.config.yaml": suppress,
  });
  const { out } = await runReal(["protokoll.md", "--format", "json"], cwd);
  const { documents } = JSON.parse(out) as Report;
  const gaps = documents.flatMap((document) => document.gaps.filter(({ suppressed }) => suppressed));
  expect(new Set(gaps.map((gap) => gap.section)).size).toBe(held);
});

test("kwic, compare and rules diff name it so too", async () => {
  const cwd = await buildFolder({
    ".git/HEAD": "",
    "protokoll.md": minutes,
    "nytt.md": minutes.replace(summary, `${summary} Av dem är 2 100 kvinnor och 1 300 män.`),
    "regler/pack.yaml": packYaml,
    "regler/evidence.yaml": evidenceYaml,
    "fore.yaml": "packs: [./regler]\n",
    "ny.yaml":
      "packs: [./regler]\nextend:\n  prov:\n    rules:\n      jamstalldhet: { add: [hemtjänsten] }\n",
  });
  for (const argv of [
    ["kwic", "brukare", "protokoll.md"],
    ["kwic", "brukare", "protokoll.md", "--format", "csv"],
    ["compare", "protokoll.md", "nytt.md"],
    ["rules", "diff", "fore.yaml", "protokoll.md", "--config", "ny.yaml"],
  ]) {
    expect(inOneLine((await runReal(argv, cwd)).out), argv.join(" ")).toContain(hemtjanst);
  }
});
