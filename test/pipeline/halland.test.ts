// The five steering documents of fixtures/halland, audited whole: the audit must come to the finding that a person came
// to (fixtures/sources/halland/finding.json), section by section and for the document.
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { DocumentReport, SectionReport } from "../../src/model/report.ts";
import { auditBytes, fixture, nameOf } from "../support/audit-text.ts";

interface Finding {
  readonly path: string;
  readonly type: string;
  readonly verdicts: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly status: "present" | "missing" | "notExpected";
    readonly level?: number;
    readonly why?: string;
  }[];
}

const root = path.join(import.meta.dirname, "..", "..");
const { documents } = JSON.parse(
  readFileSync(path.join(root, "fixtures", "sources", "halland", "finding.json"), "utf8"),
) as { documents: readonly Finding[] };

/** Share of the sections on which the audit and the person must agree. */
const agreementFloor = 0.75;

/**
 * Where the audit does not see yet what the person saw, and why. An entry whose section has come right is to be taken
 * out; a section that goes wrong is not to be put in without a reason.
 */
const open: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "regional-utvecklingsstrategi.pdf": {
    "10.2 Indikatorer": "a table with a column for each sex and a target: described, should be followed up",
  },
  "tillvaxtstrategi.pdf": {
    "4.2 Fördelning av regionalt företagsstöd":
      "as above: target in the column headings, figures in the rows",
    "5.2 Vägar in på arbetsmarknaden":
      "the goal stands behind a box, which is taken for a section of its own",
    "8.1 Indikatorer": "a table with targets by sex, as 4.2",
  },
  "verksamhetsplan.docx": {
    "2.2 Organisation": "a title of a post (jämställdhetsstrateg, T-21) in running text",
    "4.1 En samlad styrning": "the name of a template's heading (Jämställdhetskonsekvenser) beside a waiver",
    "4.7 Aktiviteter": "the caption of the table is taken for a heading, and the table goes with it",
    "6 Risk- och väsentlighetsanalys": "as 4.7",
    "Bilaga 2 Deltagare i planeringsarbetet": "a title of a post (T-21) in a table of participants",
  },
};

describe.each(documents)("$path", (finding) => {
  let report: DocumentReport;
  /** By name; the same heading may stand twice. */
  let sections: Map<string, SectionReport[]>;
  beforeAll(async () => {
    report = await auditBytes(await fixture(`fixtures/halland/${finding.path}`), finding.path);
    sections = new Map();
    for (const section of report.sections) {
      const list = sections.get(nameOf(section)) ?? [];
      list.push(section);
      sections.set(nameOf(section), list);
    }
  });

  const settled = finding.sections.filter(({ heading }) => open[finding.path]?.[heading] === undefined);
  const found = (heading: string): SectionReport => {
    const section = sections.get(heading)?.[0];
    if (section === undefined)
      throw new Error(`no section "${heading}" among ${[...sections.keys()].join(" | ")}`);
    return section;
  };

  test("was read whole, and is known for what it is", () => {
    expect(report).toMatchObject({ status: "audited", type: { id: finding.type }, notices: [] });
    expect(report.reading.share).toBe(1);
  });

  test(`comes to ${finding.verdicts.join(" or ")}`, () => {
    expect(finding.verdicts).toContain(report.verdict);
  });

  test("has every section of its source under its own heading", () => {
    for (const { heading } of finding.sections) expect(sections.has(heading), heading).toBe(true);
  });

  test("shows the perspective where it is", () => {
    const absent = settled
      .filter(({ status }) => status === "present")
      .filter(({ heading }) => found(heading).status !== "present");
    expect(absent.map(({ heading, why }) => `${heading} ${why ?? ""}`)).toEqual([]);
  });

  test("never shows it where it is missing", () => {
    const invented = settled
      .filter(({ status }) => status === "missing")
      .filter(({ heading }) => found(heading).status === "present");
    expect(invented.map(({ heading, why }) => `${heading} ${why ?? ""}`)).toEqual([]);
  });

  test("says nothing of sections where nobody would look for it", () => {
    const invented = settled
      .filter(({ status }) => status === "notExpected")
      .filter(({ heading }) => found(heading).status === "present");
    expect(invented.map(({ heading, why }) => `${heading} ${why ?? ""}`)).toEqual([]);
  });

  test("agrees with the person on nearly every section", () => {
    const wrong = finding.sections.filter(({ heading, status }) => {
      const said = found(heading).status;
      // "review" where it is missing is cautious, not wrong.
      return said !== status && !(status === "missing" && said === "review");
    });
    const named = wrong.map(({ heading, status }) => `${heading}: ${status}, said ${found(heading).status}`);
    expect(1 - wrong.length / finding.sections.length, named.join("; ")).toBeGreaterThanOrEqual(
      agreementFloor,
    );
  });

  test("goes as deep as the person saw, within a step", () => {
    for (const { heading, status, level } of settled) {
      if (status === "present" && level !== undefined)
        expect(found(heading).level, heading).toBeGreaterThanOrEqual(level - 1);
    }
  });

  test("names a place, a question and a way forward for every gap", () => {
    for (const gap of report.gaps) {
      expect(gap.location).toSatisfy((place: object) => "page" in place || "paragraph" in place);
      for (const text of [gap.message, gap.question, gap.recommendation, gap.source])
        expect(text).not.toBe("");
      expect(gap.message + gap.question + gap.recommendation, "no slot is left unfilled").not.toMatch(/[{}]/);
    }
    expect(new Set(report.gaps.map(({ fingerprint }) => fingerprint)).size).toBe(report.gaps.length);
  });

  test("shows every piece of evidence in its own words", () => {
    for (const { excerpt, section, level } of report.evidence) {
      expect(excerpt.match).not.toBe("");
      expect(level).toBeGreaterThanOrEqual(1);
      expect(report.sections.find(({ id }) => id === section)?.level).toBeGreaterThanOrEqual(level);
    }
  });
});
