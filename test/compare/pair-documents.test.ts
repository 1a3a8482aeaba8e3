import { describe, expect, test } from "vitest";
import { pairDocuments } from "../../src/compare/pair-documents.ts";
import { differentYardsticks } from "../../src/compare/same-yardstick.ts";
import { buildDocument, buildReport } from "../report/reports/build-report.ts";

let count = 0;
const document = (path: string, type = "ovrigt", confidence = 1) =>
  buildDocument({ path, sha256: String(count++), type: { id: type, confidence, because: [] } });

const paired = (before: readonly string[], after: readonly string[]) => {
  const { pairs, onlyBefore, onlyAfter } = pairDocuments(
    before.map((path) => document(path)),
    after.map((path) => document(path)),
  );
  return {
    pairs: pairs.map((pair) => [pair.before.path, pair.after.path, pair.pairedBy]),
    only: [onlyBefore.map(({ path }) => path), onlyAfter.map(({ path }) => path)],
  };
};

describe("documents of two sides", () => {
  test("two alone are a pair, whatever they are called", () => {
    expect(paired(["a.pdf"], ["b.docx"]).pairs).toEqual([["a.pdf", "b.docx", "only"]]);
  });

  test("are paired by their path below the folder that all share", () => {
    const { pairs } = paired(
      ["2018/ks/plan.pdf", "2018/gn/plan.pdf"],
      ["2019/gn/plan.pdf", "2019/ks/plan.pdf"],
    );
    expect(pairs).toEqual([
      ["2018/gn/plan.pdf", "2019/gn/plan.pdf", "path"],
      ["2018/ks/plan.pdf", "2019/ks/plan.pdf", "path"],
    ]);
  });

  test("are paired by names that differ in years and versions only", () => {
    const { pairs, only } = paired(
      ["mal-och-budget-2018.pdf", "policy_v1.docx", "gammal.pdf"],
      ["Mål.pdf", "policy v2.pdf", "mal-och-budget-2019.pdf"],
    );
    expect(pairs).toEqual([
      ["policy_v1.docx", "policy v2.pdf", "name"],
      ["mal-och-budget-2018.pdf", "mal-och-budget-2019.pdf", "name"],
    ]);
    expect(only).toEqual([["gammal.pdf"], ["Mål.pdf"]]);
  });

  test("are paired by a type that is sure and alone, and by no other", () => {
    const before = [
      document("a.pdf", "rus"),
      document("b.pdf", "policy"),
      document("c.pdf", "mal-budget", 0.5),
    ];
    const after = [
      document("x.pdf", "rus"),
      document("y.pdf", "policy"),
      document("z.pdf", "policy"),
      document("w.pdf", "mal-budget"),
    ];
    const { pairs, onlyAfter } = pairDocuments(before, after);
    expect(pairs.map((pair) => [pair.before.path, pair.after.path])).toEqual([["a.pdf", "x.pdf"]]);
    expect(onlyAfter.map(({ path }) => path)).toEqual(["y.pdf", "z.pdf", "w.pdf"]);
  });

  test("names of nothing but numbers pair nothing", () => {
    expect(paired(["1.pdf", "2.pdf"], ["3.pdf", "4.pdf"]).pairs).toEqual([]);
  });
});

describe("the yardstick", () => {
  const report = buildReport([document("a.pdf")]);
  const [pack] = report.packs;

  test("is the same for the same packs and score model", () => {
    expect(differentYardsticks(report, buildReport([document("b.pdf")]))).toBeNull();
  });

  test.each([
    ["another version of the rules", { ...report, packs: [{ ...pack!, version: "2.0.0" }] }],
    ["other rules under the same version", { ...report, packs: [{ ...pack!, sha256: "f" }] }],
    ["one more pack", { ...report, packs: [pack!, { ...pack!, id: "barnratt" }] }],
    ["rules that nobody knows", { ...report, packs: [] }],
    [
      "another score model",
      { ...report, documents: [{ ...report.documents[0]!, scoreModel: "genomlys-score/2" }] },
    ],
  ])("is not: %s", (_name, other) => {
    expect(differentYardsticks(report, other)).not.toBeNull();
    expect(differentYardsticks(other, report)).not.toBeNull();
  });

  test("of two sides that nobody knows is not the same", () => {
    const unknown = { ...report, packs: [] };
    expect(differentYardsticks(unknown, unknown)).toEqual({ before: "", after: "" });
  });
});
