import { describe, expect, test } from "vitest";
import { outlineLevelOf, styleChain } from "../../../src/read/word-processor/style-chain.ts";

interface Style {
  readonly name: string;
  readonly base: string | null;
}

/** Styles by name, each with the one it is based on. */
function chainFrom(first: string, styles: Readonly<Record<string, string | null>>): string[] {
  const styleOf = (name: string): Style | undefined => {
    const base = styles[name];
    return base === undefined ? undefined : { name, base };
  };
  return styleChain(first, styleOf, ({ base }) => base).map(({ name }) => name);
}

describe("a chain of styles", () => {
  test("goes from the style itself to the last that it is based on", () => {
    expect(
      chainFrom("mellanrubrik", { mellanrubrik: "rubrik 2", "rubrik 2": "normal", normal: null }),
    ).toEqual(["mellanrubrik", "rubrik 2", "normal"]);
  });

  test("ends where a style is based on one that is not there", () => {
    expect(chainFrom("brödtext", { brödtext: "borttagen" })).toEqual(["brödtext"]);
    expect(chainFrom("borttagen", {})).toEqual([]);
  });

  test("does not go round for ever", () => {
    expect(chainFrom("a", { a: "a" })).toEqual(["a"]);
    expect(chainFrom("a", { a: "b", b: "a" })).toHaveLength(30);
  });
});

describe("the level of a chain", () => {
  test("is the nearest outline level, or the nearest heading's name", () => {
    expect(
      outlineLevelOf([
        { name: "egen", outline: 1 },
        { name: "heading 1", outline: 0 },
      ]),
    ).toBe(2);
    expect(
      outlineLevelOf([
        { name: "egen", outline: null },
        { name: "heading 3", outline: null },
      ]),
    ).toBe(3);
  });

  test("is none for a style that is made text again, or that says nothing", () => {
    expect(
      outlineLevelOf([
        { name: "egen", outline: 9 },
        { name: "heading 1", outline: 0 },
      ]),
    ).toBeNull();
    expect(outlineLevelOf([{ name: "normal", outline: null }])).toBeNull();
  });
});
