import { describe, expect, test } from "vitest";
import { pairOutputs, type OutputWord } from "../../src/cli/command-line/output-pairs.ts";

/** "json > a.json" is `--format json -o a.json`; a lone file name begins with ">". */
function pairs(line: string): string[] {
  const words = line
    .split(" ")
    .filter((word) => word !== "" && word !== ">")
    .map((value): OutputWord =>
      value.includes(".") || value === "-"
        ? { option: "output", value }
        : { option: "format", value: value as never },
    );
  return pairOutputs(words).map(({ format, file }) => `${format} > ${file ?? "screen"}`);
}

describe("which format goes where", () => {
  test.each([
    ["", ["terminal > screen"]],
    ["json", ["json > screen"]],
    ["json > ut.txt", ["json > ut.txt"]],
    ["> ut.txt json", ["json > ut.txt"]],
    ["json > -", ["json > screen"]],
    ["json > a.x jsonl > b.x", ["json > a.x", "jsonl > b.x"]],
    ["> a.x json > b.x jsonl", ["json > a.x", "jsonl > b.x"]],
    ["terminal json > a.x", ["terminal > screen", "json > a.x"]],
    ["json > a.x terminal", ["json > a.x", "terminal > screen"]],
  ])("%s", (line, expected) => {
    expect(pairs(line)).toEqual(expected);
  });

  test.each([
    ["> ut.json", ["json > ut.json"]],
    ["> UT.JSONL", ["jsonl > UT.JSONL"]],
    ["> a.json > b.jsonl > c.txt", ["json > a.json", "jsonl > b.jsonl", "terminal > c.txt"]],
    ["> a.json jsonl > b.x", ["json > a.json", "jsonl > b.x"]],
    ["> mapp.json/rapport.dat", ["terminal > mapp.json/rapport.dat"]],
  ])("%s: a file without a format says it by its ending", (line, expected) => {
    expect(pairs(line)).toEqual(expected);
  });

  test("does not let the ending outdo a format that was asked for", () => {
    expect(pairs("json > ut.txt")).toEqual(["json > ut.txt"]);
    expect(pairs("> ut.txt json")).toEqual(["json > ut.txt"]);
  });
});
