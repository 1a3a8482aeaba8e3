// Every entry of the domain handbook that the pack is made of can be traced to a rule, or to the page that says why it has none.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RulePack } from "../../src/model/rule.ts";
import { loadPack } from "../../src/rules/load-packs.ts";

const root = path.join(import.meta.dirname, "../..");

/** How many of each kind the handbook has; requirements are numbered by document type. */
const requirements: Readonly<Record<string, number>> = {
  ALL: 5,
  RUS: 10,
  MB: 9,
  HS: 10,
  TS: 8,
  VP: 7,
  TJ: 8,
  PR: 5,
  HP: 7,
  PO: 6,
  AR: 9,
};

function numbered(prefix: string, count: number, digits: number): string[] {
  return Array.from({ length: count }, (_, at) => prefix + String(at + 1).padStart(digits, "0"));
}

const entries = [
  ...numbered("L", 305, 3),
  ...numbered("T-", 60, 2),
  ...numbered("G-", 30, 2),
  ...Object.entries(requirements).flatMap(([type, count]) => numbered(`K-${type}-`, count, 2)),
];

let inRules: Set<string>;
let explained: Set<string>;
beforeAll(async () => {
  const pack: RulePack = await loadPack(path.join(root, "rules/jamstalldhet"));
  inRules = new Set(pack.rules.flatMap(({ handbook }) => (handbook ?? "").split(/[,;]\s*/)));
  const page = await readFile(path.join(root, "docs/rules.md"), "utf8");
  const [, after = ""] = page.split("## Handbokens nummer");
  const [table = ""] = after.split("\n## ");
  explained = new Set(
    table
      .split("\n")
      .filter((line) => line.startsWith("| ") && /[A-Z]-/.test(line))
      .flatMap((line) => (line.split("|")[1] ?? "").split(",").map((number) => number.trim())),
  );
});

describe("the numbers of the handbook", () => {
  test("each has a rule, or a line that says what takes care of it", () => {
    expect(entries.filter((entry) => !inRules.has(entry) && !explained.has(entry))).toEqual([]);
  });

  test("the page does not explain away what has a rule", () => {
    const doubly = [...explained].filter((entry) => inRules.has(entry));
    expect(doubly).toEqual([]);
  });

  test("no rule names a number that the handbook does not have", () => {
    const known = new Set(entries);
    const unknown = [...inRules].filter((entry) => /^(?:L\d|T-|G-|K-)/.test(entry) && !known.has(entry));
    expect(unknown).toEqual([]);
  });
});
