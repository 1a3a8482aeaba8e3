import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText } from "../../src/messages/plain-text.ts";
import { displayWidth, paragraph, shortenPath, wrapText } from "../../src/report/terminal/lay-out.ts";
import { sharedFolder } from "../../src/report/terminal/overview-table.ts";
import { chooseStyle } from "../../src/report/terminal/style.ts";

describe("wrapping", () => {
  test("breaks at spaces, keeps every word", () => {
    expect(wrapText("ett två tre fyra", 10)).toEqual(["ett två", "tre fyra"]);
  });

  test("breaks a word that is longer than the line, and only there", () => {
    expect(wrapText("se https://exempel.se/lång", 10)).toEqual(["se", "https://ex", "empel.se/l", "ång"]);
  });

  test("does not part what a no-break space joins", () => {
    expect(wrapText("täckning 41\u00a0%", 11)).toEqual(["täckning", "41 %"]);
  });

  test("any plain text fits and loses no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 10, max: 100 }), (raw, width) => {
        const text = plainText(raw);
        const lines = wrapText(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replace(/[ \u00a0]/g, "")).toBe(text.replace(/[ \u00a0]/g, ""));
      }),
    );
  });

  test("a word of a megabyte is no trouble", () => {
    const lines = wrapText("x".repeat(1_000_000), 80);
    expect(lines).toHaveLength(12_500);
  });

  test("the lines after the first are indented as far as its beginning", () => {
    expect(paragraph("ett två tre fyra fem", 14, "  • ")).toEqual(["  • ett två", "    tre fyra", "    fem"]);
  });
});

describe("width", () => {
  test.each([
    ["å", 1],
    ["a\u030a", 1],
    ["日本", 4],
    ["🙂", 2],
    ["", 0],
  ])("%j takes %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("file names that are too long", () => {
  test("lose their folders first", () => {
    expect(shortenPath("arkiv/2019/mal-och-budget.pdf", 22, "…")).toBe("…/mal-och-budget.pdf");
  });

  test("are then cut in the middle, so that the ending is seen", () => {
    expect(shortenPath("arkiv/mal-och-budget-2019.pdf", 13, "…")).toBe("mal-oc…19.pdf");
  });

  test("are left alone when they fit", () => {
    expect(shortenPath("arkiv/a.pdf", 11, "…")).toBe("arkiv/a.pdf");
  });
});

describe("the folder that all files share", () => {
  const shownNames = (paths: readonly string[]): string[] =>
    paths.map((path) => path.slice(sharedFolder(paths)));

  test("is left out", () => {
    expect(shownNames(["arkiv/2019/a.pdf", "arkiv/2018/b.pdf"])).toEqual(["2019/a.pdf", "2018/b.pdf"]);
    expect(shownNames(["../a/x.pdf", "../a/y.pdf"])).toEqual(["x.pdf", "y.pdf"]);
  });

  test("is not left out where the rest would be the way to another file", () => {
    expect(shownNames(["../a.pdf", "../../b.pdf"])).toEqual(["../a.pdf", "../../b.pdf"]);
  });

  test("a shortened name does not look like a file in the folder above", () => {
    const { ellipsis } = chooseStyle({
      lang: "sv",
      details: false,
      width: 80,
      colour: false,
      unicode: false,
    });
    expect(shortenPath("arkiv/2019/mal-och-budget.pdf", 22, ellipsis)).toBe(".../mal-och-budget.pdf");
  });
});
