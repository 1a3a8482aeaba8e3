import { describe, expect, test } from "vitest";
import type { Level } from "../../src/model/report.ts";
import { chainLinks, type ChainLink } from "../../src/model/rule.ts";
import { chainOf } from "../../src/score/chain.ts";

type Section = Parameters<typeof chainOf>[0][number];
const section = (chain: readonly ChainLink[], given: Partial<Section> = {}): Section => ({
  expected: true,
  status: "missing",
  level: 0,
  framing: false,
  chain,
  evidence: [],
  ...given,
});
const piece = (chain: ChainLink, level: Level) => ({ chain, level });

test("every link is there, also where no section carries it", () => {
  const chain = chainOf([]);
  expect(Object.keys(chain)).toEqual([...chainLinks]);
  for (const link of chainLinks)
    expect(chain[link]).toEqual({ expected: 0, covered: 0, review: 0, level: 0 });
});

describe("a link", () => {
  test("counts the expected sections that carry it, and those that are covered", () => {
    const chain = chainOf([
      section(["goal", "action"], { status: "present", level: 3 }),
      section(["goal"]),
      section(["goal"], { expected: false, status: "notExpected" }),
      section(["goal"], { status: "unread" }),
      section(["action"], { status: "review" }),
    ]);
    expect(chain.goal).toMatchObject({ expected: 2, covered: 1, review: 0 });
    expect(chain.action).toMatchObject({ expected: 2, covered: 1, review: 1 });
  });

  test("has the level of its own evidence, not of its section's", () => {
    const chain = chainOf([
      section(["goal", "followUp"], {
        status: "present",
        level: 4,
        evidence: [piece("goal", 4), piece("followUp", 1)],
      }),
    ]);
    expect(chain.goal.level).toBe(4);
    expect(chain.followUp.level).toBe(1);
    expect(chain.action.level).toBe(0);
  });

  test("does not get its level from a foreword", () => {
    const chain = chainOf([
      section(["goal"], { status: "present", framing: true, evidence: [piece("goal", 3)] }),
    ]);
    expect(chain.goal.level).toBe(0);
  });

  test("does not count a section to be judged as covered", () => {
    expect(chainOf([section(["goal"], { status: "review" })]).goal).toMatchObject({
      expected: 1,
      covered: 0,
    });
  });
});
