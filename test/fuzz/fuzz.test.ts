// A small share of `npm run fuzz`: damaged files of every format, the same at every run.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultLimits } from "../../src/read/reader.ts";
import { builtinPacks } from "../support/audit-text.ts";
import { requireBuild } from "../support/built-command.ts";
import { makeCase } from "./make-case.ts";
import { openRunner, type CaseRunner } from "./run-case.ts";
import { readSeeds, type Seed } from "./seeds.ts";

const runs = 24;

let seeds: Seed[];
let runners: CaseRunner[];

beforeAll(async () => {
  requireBuild();
  seeds = await readSeeds(45_000);
  const packs = await builtinPacks();
  runners = [await openRunner(packs, defaultLimits, false), await openRunner(packs, defaultLimits, true)];
});
afterAll(async () => {
  for (const runner of runners) await runner.close();
});

describe("a damaged file", () => {
  test("is the same when it is made again", () => {
    for (const index of [0, 1, 2]) expect(makeCase(seeds, 1, index)).toEqual(makeCase(seeds, 1, index));
    expect(makeCase(seeds, 1, 0).bytes).not.toEqual(makeCase(seeds, 2, 0).bytes);
  });

  test("of every format gets a document or a notice", async () => {
    const faults: string[] = [];
    for (let index = 0; index < runs; index++) {
      const { name, bytes, how } = makeCase(seeds, 1, index);
      const outcome = await runners[index % 2]!.run(bytes, name);
      if (outcome.fault !== "") faults.push(`${String(index)} ${name} (${how.join(", ")}): ${outcome.fault}`);
    }
    expect(faults).toEqual([]);
  }, 240_000);
});
