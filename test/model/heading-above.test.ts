import { describe, expect, test } from "vitest";
import { headingsAbove } from "../../src/model/heading-above.ts";

/** Sections by their paths, "A > B > C"; ids are their places in the list. */
function above(...paths: readonly string[]): Record<string, string> {
  const sections = paths.map((written, index) => {
    const path = written.split(" > ");
    const own = path.at(-1) ?? "";
    const [, number = null, heading = own] = /^(\d[\d.]*) (.*)$/.exec(own) ?? [];
    return { id: String(index), number, heading, path };
  });
  return Object.fromEntries(headingsAbove(sections));
}

describe("the heading above that tells a section from its namesakes", () => {
  test("is the nearest, for each of them", () => {
    expect(above("§ 1 Lokaler", "§ 1 Lokaler > Beslut", "§ 2 Avgifter", "§ 2 Avgifter > Beslut")).toEqual({
      1: "§ 1 Lokaler",
      3: "§ 2 Avgifter",
    });
  });

  test("is one further up where the nearest is the same for all", () => {
    expect(above("§ 1 Lokaler > Ärendet > Beslut", "§ 2 Avgifter > Ärendet > Beslut")).toEqual({
      0: "§ 1 Lokaler",
      1: "§ 2 Avgifter",
    });
  });

  test("knows a name that is written in capitals or with a colon", () => {
    expect(above("A > Beslut", "B > BESLUT:")).toEqual({ 0: "A", 1: "B" });
  });

  test("is not given where a name occurs once", () => {
    expect(above("§ 1 Lokaler > Beslut", "§ 2 Avgifter > Sammanfattning")).toEqual({});
  });

  test("is not given where numbers tell the sections apart", () => {
    expect(above("1 Skola > 1.3 Mål", "2 Vård > 2.3 Mål")).toEqual({});
  });

  test("is not given where nothing stands above, or the same for all", () => {
    expect(above("Beslut", "Beslut")).toEqual({});
    expect(above("Protokoll > Beslut", "Protokoll > Beslut")).toEqual({});
  });

  test("is not given to text without a heading", () => {
    expect(headingsAbove(["1", "2"].map((id) => ({ id, number: null, heading: "", path: [] }))).size).toBe(0);
  });

  test("is left out for the one that stands under nothing", () => {
    expect(above("Beslut", "§ 2 Avgifter > Beslut")).toEqual({ 1: "§ 2 Avgifter" });
  });
});
