import { describe, expect, test } from "vitest";
import { mergeReports } from "../../src/report/merge-reports.ts";
import { buildDocument, buildEvidence, buildReport, buildUnread } from "./reports/build-report.ts";

const [a, b] = [
  buildDocument({ path: "a.pdf", sha256: "a".repeat(64), verdict: "clear" }),
  buildDocument({ path: "b.pdf", sha256: "b".repeat(64), verdict: "missing" }),
];
const nothing = {
  tool: { name: "genomlys", version: "9" },
  labels: { roles: {}, types: {}, policyGoals: {} },
} as const;

describe("saved results as one", () => {
  test("keep the order of the files and count anew", () => {
    const { report } = mergeReports(
      [{ report: buildReport([b]) }, { report: buildReport([a, buildUnread("c.pdf", "", "")]) }],
      nothing,
    );
    expect(report.documents.map(({ path }) => path)).toEqual(["b.pdf", "a.pdf", "c.pdf"]);
    expect(report.summary).toMatchObject({
      documents: 3,
      audited: 2,
      failed: 1,
      verdicts: { clear: 1, missing: 1 },
    });
  });

  test("one alone comes back as it was", () => {
    const report = buildReport([a, b]);
    expect(mergeReports([{ report }], nothing).report).toEqual(report);
  });

  test("a document that stands twice with the same content stands once; another version of it stays", () => {
    const newer = { ...a, sha256: "f".repeat(64) };
    const merged = mergeReports([{ report: buildReport([a]) }, { report: buildReport([a, newer]) }], nothing);
    expect(merged.report.documents).toEqual([a, newer]);
    expect(merged.repeated).toEqual(["a.pdf"]);
  });

  test("the same content under two paths stands once, and the other path is named, with what is known of it", () => {
    const copy = { ...a, path: "c.pdf", organisation: "Bo" };
    const line = { path: "d.pdf", sha256: a.sha256, duplicateOf: "c.pdf" };
    const { report, repeated } = mergeReports(
      [
        { entries: [a], origin: null },
        { entries: [copy, line, b], origin: null },
      ],
      nothing,
    );
    expect(report.documents).toEqual([a, b]);
    expect(report.duplicates).toEqual([
      { path: "c.pdf", sha256: a.sha256, duplicateOf: "a.pdf", organisation: "Bo" },
      { path: "d.pdf", sha256: a.sha256, duplicateOf: "a.pdf" },
    ]);
    expect([report.summary.documents, repeated]).toEqual([2, []]);
  });

  test("rules and score models that differ are told, and all packs are named", () => {
    const other = buildReport([{ ...b, scoreModel: "genomlys-score/2" }]);
    const [pack] = other.packs;
    const newer = { ...other, packs: [{ ...pack!, version: "2.0.0" }] };
    const merged = mergeReports([{ report: buildReport([a]) }, { report: newer }], nothing);
    expect(merged).toMatchObject({
      scoreModels: ["genomlys-score/1", "genomlys-score/2"],
      packsDiffer: true,
    });
    expect(merged.report.packs.map(({ version }) => version)).toEqual(["1.0.0", "2.0.0"]);
    expect(
      mergeReports([{ report: buildReport([a]) }, { report: buildReport([b]) }], nothing).packsDiffer,
    ).toBe(false);
  });

  test("lines that name no rules get none made up", () => {
    const { report, origins } = mergeReports([{ entries: [a], origin: null }], nothing);
    expect(report.packs).toEqual([]);
    expect(report.tool.version).toBe("9");
    expect([...origins.values()]).toEqual([null]);
  });

  test("lines that name their rules keep them, and two versions of the rules are told", () => {
    const { tool, packs } = buildReport([]);
    const newer = packs.map((pack) => ({ ...pack, version: "2.0.0" }));
    const merged = mergeReports(
      [
        { entries: [a], origin: { tool, packs } },
        { entries: [b], origin: { tool, packs: newer } },
      ],
      nothing,
    );
    expect(merged.report.packs.map(({ version }) => version)).toEqual(["1.0.0", "2.0.0"]);
    expect(merged.packsDiffer).toBe(true);
    expect(merged.origins.get(b)?.packs).toEqual(newer);
  });

  test("boilerplate is named again from the evidence that is marked", () => {
    const piece = buildEvidence({ id: "e1", section: "s1", sentence: "f1", standardText: true });
    const marked = [a, b].map((document) => ({ ...document, evidence: [piece] }));
    const { report } = mergeReports(
      marked.map((document) => ({ report: buildReport([document]) })),
      nothing,
    );
    expect(report.standardText).toEqual([
      {
        sentence: "f1",
        type: "rus",
        documents: 2,
        text: "Nämnden ska redovisa könsuppdelad statistik varje år.",
      },
    ]);
  });
});
