import { describe, expect, test } from "vitest";
import { siftIgnored } from "../../src/config/by-pattern.ts";
import { fitsPattern } from "../../src/config/path-pattern.ts";
import { parseConfig } from "../../src/config/read-config.ts";

const fits = (pattern: string, file: string): boolean => fitsPattern(pattern, `/hem/${file}`, "/hem");

describe("a pattern", () => {
  test.each([
    ["*.pdf", "a.pdf"],
    ["*.pdf", "arkiv/2020/a.PDF"],
    ["*budget*", "arkiv/Mål och budget.docx"],
    ["arkiv/*.pdf", "arkiv/a.pdf"],
    ["./arkiv/*.pdf", "arkiv/a.pdf"],
    ["arkiv/**/*.pdf", "arkiv/a.pdf"],
    ["arkiv/**/*.pdf", "arkiv/1/2/a.pdf"],
    ["arkiv/", "arkiv/1/a.pdf"],
    ["**/utkast/**", "a/utkast/b/c.md"],
    ["plan-20??.{md,docx}", "plan-2026.docx"],
    ["för*.md", "fo\u0308rslag.md"],
  ])("%s fits %s", (pattern, file) => {
    expect(fits(pattern, file)).toBe(true);
  });

  test.each([
    ["*.pdf", "a.pdf.md"],
    ["arkiv/*.pdf", "arkiv/1/a.pdf"],
    ["arkiv/*.pdf", "nya/arkiv/a.pdf"],
    ["arkiv/", "arkiv2/a.pdf"],
    ["plan-20??.md", "plan-202.md"],
    ["a.c", "abc"],
    ["[ab].md", "a.md"],
    ["*.md", "../a.mdx"],
  ])("%s does not fit %s", (pattern, file) => {
    expect(fits(pattern, file)).toBe(false);
  });

  test("of many stars comes to an end", () => {
    expect(fits(`${"*a".repeat(60)}b`, "a".repeat(5000))).toBe(false);
    expect(fits(`${"**/".repeat(60)}b`, `${"a/".repeat(2000)}c`)).toBe(false);
    expect(fits("{a,b}".repeat(30), "x")).toBe(false);
  });
});

describe("exceptions", () => {
  const config = parseConfig(
    "ignore:\n  - { path: a.md, reason: Ersatt, until: 2026-12-31 }\n  - { path: z.md, reason: Utkast }\n",
    { file: "/hem/genomlys.config.yaml", shown: "genomlys.config.yaml" },
  );
  const files = [
    { path: "a.md", file: "/hem/a.md" },
    { path: "b.md", file: "/hem/b.md" },
  ];

  test("hold to the end of their last day, and no longer", () => {
    expect(siftIgnored(config, files, "2026-12-31").ignored).toEqual([
      { path: "a.md", reason: "Ersatt", until: "2026-12-31" },
    ]);
    const after = siftIgnored(config, files, "2027-01-01");
    expect(after.ignored).toEqual([]);
    expect(after.expired.map(({ pattern }) => pattern)).toEqual(["a.md"]);
  });

  test("that fit nothing are named", () => {
    expect(siftIgnored(config, files, "2026-01-01").idle.map(({ pattern }) => pattern)).toEqual(["z.md"]);
  });
});
