import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../../src/pipeline/fingerprint.ts";
import { auditText } from "../support/audit-text.ts";

const path = ["3 Hälsa", "3.2 Barn och ungas hälsa"];
const base = fingerprintOf("g-01", path, "Andelen barn ökar.", 0);

describe("a fingerprint", () => {
  test("is what it was: baselines and suppressions in other people's files hold on to it", () => {
    expect(base).toBe("77d524eb36795b24");
  });

  test.each([
    [
      "the sections are renumbered",
      fingerprintOf("g-01", ["4 Hälsa", "4.1 Barn och ungas hälsa"], "Andelen barn ökar.", 0),
    ],
    ["spaces, case and punctuation change", fingerprintOf("g-01", path, "andelen  BARN ökar", 0)],
    ["letters are decomposed", fingerprintOf("g-01", path, "Andelen barn ökar.".normalize("NFD"), 0)],
  ])("stays when %s", (_what, other) => {
    expect(other).toBe(base);
  });

  test.each([
    ["rule", fingerprintOf("g-02", path, "Andelen barn ökar.", 0)],
    ["section", fingerprintOf("g-01", ["3 Hälsa"], "Andelen barn ökar.", 0)],
    ["sentence", fingerprintOf("g-01", path, "Andelen barn minskar.", 0)],
    ["ordinal", fingerprintOf("g-01", path, "Andelen barn ökar.", 1)],
    ["border between path and sentence", fingerprintOf("g-01", [...path, "Andelen barn ökar."], "", 0)],
  ])("changes with the %s", (_what, other) => {
    expect(other).not.toBe(base);
  });
});

const elever = "Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.";

test("a gap keeps its fingerprint when text is put in above it", async () => {
  const gapsOf = async (markdown: string): Promise<string[]> =>
    (await auditText(markdown)).gaps.map(({ fingerprint }) => fingerprint);
  const before = await gapsOf(`# Plan\n\n## 1 Skola\n\n${elever}\n`);
  const after = await gapsOf(
    `# Plan\n\n## 1 Bakgrund\n\nPlanen antogs av fullmäktige.\n\n## 2 Skola\n\n${elever}\n`,
  );
  expect(before).toHaveLength(1);
  expect(after).toEqual(before);
});

test("equal gaps in sections of the same name are told apart", async () => {
  const report = await auditText(`# Plan\n\n## Skola\n\n${elever}\n\n## Skola\n\n${elever} Så är det.\n`);
  expect(new Set(report.gaps.map(({ fingerprint }) => fingerprint)).size).toBe(report.gaps.length);
  expect(report.gaps.length).toBeGreaterThanOrEqual(2);
});
