import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPacks } from "../../src/pipeline/test-packs.ts";
import { loadPack } from "../../src/rules/load-packs.ts";
import { evidenceYaml, packYaml } from "../rules/support.ts";
import { builtinPacks } from "../support/audit-text.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "genomlys-examples-"));
  await writeFile(path.join(folder, "pack.yaml"), packYaml);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function run(evidence: string) {
  await writeFile(path.join(folder, "evidence.yaml"), evidence);
  return testPacks([await loadPack(folder)]);
}

test("examples that hold leave nothing to say", async () => {
  expect(await run(evidenceYaml)).toEqual({ rules: 2, examples: 4, failures: [], untested: [] });
});

test("a hit that is missed is told with its file and line", async () => {
  const { failures } = await run(
    evidenceYaml.replace("- Jämställdhet är ett mål.", "- Jämlikhet är ett mål."),
  );
  expect(failures).toEqual([
    {
      rule: "jamstalldhet",
      file: path.join(folder, "evidence.yaml"),
      line: 10,
      example: "Jämlikhet är ett mål.",
      expected: "hit",
      because: [],
    },
  ]);
});

test("a miss that hits fails too", async () => {
  const { failures } = await run(
    evidenceYaml.replace("- Det jämställs med en avgift.", "- Om jämställdhet."),
  );
  expect(failures).toMatchObject([{ rule: "jamstalldhet", expected: "miss", line: 12 }]);
});

test("a rule that no example of its own fires is named", async () => {
  const { untested } = await run(
    evidenceYaml.replace("- Jämställdhet är ett mål.", "- Jämlikhet är ett mål."),
  );
  expect(untested).toEqual(["jamstalldhet"]);
});

test("a condition that is not met keeps a rule from hitting", async () => {
  const { failures } = await run(
    evidenceYaml.replace("- Kvinnor och jämställdhet.", "- Kvinnor. Och jämställdhet."),
  );
  expect(failures).toMatchObject([{ rule: "kvinnor", expected: "hit" }]);
});

test("every example of the built-in pack holds, and every rule is fired by one of its own", async () => {
  const { failures, untested, rules, examples } = await testPacks(await builtinPacks());
  expect(failures).toEqual([]);
  expect(untested).toEqual([]);
  expect(rules).toBeGreaterThan(100);
  expect(examples).toBeGreaterThan(rules);
});
