// An own pack alone and beside the built-in one, as fixtures/barnratt shows it.
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";
import { describeConfig } from "../../src/config/describe-config.ts";
import type { DocumentReport } from "../../src/model/report.ts";
import type { RulePack } from "../../src/model/rule.ts";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { testPacks } from "../../src/pipeline/test-packs.ts";
import { builtinPackFolder } from "../../src/rules/compiled-pack.ts";
import { loadPacks } from "../../src/rules/load-packs.ts";
import { auditBytes, builtinPacks, fixture } from "../support/audit-text.ts";

const folder = path.join(import.meta.dirname, "../../fixtures/barnratt");
let own: RulePack[];
let both: RulePack[];
let plan: Uint8Array;
const audit = (packs: readonly RulePack[]): Promise<DocumentReport> =>
  auditBytes(plan, "plan.md", { packs, type: "handlingsplan" });

beforeAll(async () => {
  own = await loadPacks([path.join(folder, "pack")]);
  both = await loadPacks([builtinPackFolder(), path.join(folder, "pack")]);
  plan = await fixture("fixtures/barnratt/plan.md");
});

describe("the own pack alone", () => {
  test("holds its own examples", async () => {
    expect(await testPacks(own)).toMatchObject({ failures: [], untested: [] });
  });

  test("audits with nothing of the built-in pack", async () => {
    const report = await audit(own);
    const levels = Object.fromEntries(report.sections.map(({ heading, level }) => [heading, level]));
    expect(levels).toMatchObject({ Förord: 3, Nuläge: 2, Insatser: 4, Skolskjuts: 0, Jämställdhet: 0 });
    expect(report.gaps.map(({ rule, section }) => [rule, section])).toEqual([
      ["saknas", "s5"],
      ["avfardat", "s7"],
      ["utan-styrning", "s3"],
    ]);
    expect(report.requirements).toMatchObject([{ rule: "barn-har-fragats", status: "met" }]);
    expect(report).not.toHaveProperty("beside");
  });
});

describe("the own pack beside the built-in one", () => {
  test("leaves what the built-in one says of the document as it is", async () => {
    const [alone, report] = [await audit(await builtinPacks()), await audit(both)];
    for (const key of ["coverage", "verdict", "flags", "chain", "sections"] as const)
      expect(report[key], key).toEqual(alone[key]);
    for (const key of ["evidence", "discounted", "gaps", "requirements"] as const)
      expect(report[key].slice(0, alone[key].length), key).toEqual(alone[key]);
  });

  test("says what it says alone, under names of its own", async () => {
    const [alone, report, first] = [await audit(own), await audit(both), await audit(await builtinPacks())];
    const [beside] = report.beside ?? [];
    expect(beside).toMatchObject({ pack: "barnratt", verdict: alone.verdict, coverage: alone.coverage });
    expect(beside?.sections.map(({ status }) => status)).toEqual(alone.sections.map(({ status }) => status));
    expect(report.gaps.slice(first.gaps.length).map(({ rule }) => rule)).toEqual(
      alone.gaps.map(({ rule }) => `barnratt/${rule}`),
    );
    const evidence = report.evidence.slice(first.evidence.length);
    expect(evidence.map(({ rule, excerpt }) => [rule, excerpt])).toEqual(
      alone.evidence.map(({ rule, excerpt }) => [`barnratt/${rule}`, excerpt]),
    );
    // Evidence of a requirement is found by its id.
    const asked = report.requirements.find(({ rule }) => rule === "barnratt/barn-har-fragats");
    expect(evidence.find(({ id }) => id === asked?.evidence[0])?.rule).toBe("barnratt/barns-delaktighet");
  });

  test("keeps its policy goals apart", async () => {
    const report = await audit(both);
    expect(report.policyGoals).toMatchObject({ "1": 0, "101": 2, "102": 1 });
    const { labels } = assembleReport([report], both);
    expect(labels.policyGoals["1"]?.sv).toMatch(/makt/);
    expect(labels.policyGoals["101"]?.sv).toBe("Barnets bästa");
  });

  test("may have rules and word sets by the same names", async () => {
    const [first] = own;
    if (first === undefined) throw new Error("no pack");
    const twin: RulePack = { ...first, id: "tvilling", rules: first.rules };
    const report = await audit([first, twin]);
    const alone = await audit(own);
    expect(report.sections).toEqual(alone.sections);
    expect(report.evidence.map(({ rule }) => rule)).toEqual([
      ...alone.evidence.map(({ rule }) => rule),
      ...alone.evidence.map(({ rule }) => `tvilling/${rule}`),
    ]);
    expect(new Set(report.gaps.map(({ fingerprint }) => fingerprint)).size).toBe(2 * alone.gaps.length);
  });
});

test("the example configuration fits both packs, and says where each value comes from", async () => {
  const config = await readConfig(path.join(folder, "genomlys.config.yaml"), folder);
  const packs = config.applyTo(await loadPacks(config.packFolders ?? []), false);
  expect(packs.map(({ id }) => id)).toEqual(["jamstalldhet", "barnratt"]);
  expect(packs[0]?.policyGoals.find(({ id }) => id === 7)?.enabled).toBe(true);
  expect(packs[0]?.sha256).not.toBe(both[0]?.sha256);
  const text = describeConfig(config, packs, { type: "policy", rules: false }, "sv");
  expect(text).toMatch(/^thresholds\.verdict\.clear-coverage +0\.6 +genomlys\.config\.yaml:\d+$/m);
  expect(text).toMatch(/^thresholds\.verdict\.missing-coverage +0\.15 +jamstalldhet\/pack\.yaml$/m);
  expect(text).toMatch(/^type +policy +--type på kommandoraden$/m);
  expect(text).toMatch(/^lang +sv +genomlys\.config\.yaml:\d+$/m);
  expect(describeConfig(null, both, { rules: false }, "sv")).toMatch(
    /^config +ingen +ingen genomlys\.config/m,
  );
});
