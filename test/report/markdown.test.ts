import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../src/report/markdown/escape-markdown.ts";
import { renderMarkdown } from "../../src/report/markdown/render-markdown.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./reports/build-report.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
}
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

describe("the report as Markdown", () => {
  test("a folder with a bit of everything, worst first", () => {
    expect(renderMarkdown(mixedFolder, options)).toMatchSnapshot();
  });

  test("in English, with no Swedish words of ours", () => {
    expect(renderMarkdown(nothingAudited, { ...options, lang: "en" })).not.toMatch(
      /Omdöme|Täckning|Ej granskat/,
    );
  });

  test.each([
    "*a*",
    "_a_",
    "[a](http://x)",
    "<img src=x>",
    "`a`",
    "a | b",
    "https://x.se",
    "www.x.se",
    "![a](b)",
    "&lt;",
    "~~a~~",
  ])("%s is shown as it stands", (text) => {
    const nodes = nodesOf(fromMarkdown(`- ${escapeMarkdown(text, 100)}`));
    const kinds = nodes
      .map(({ type }) => type)
      .filter((type) => !["root", "list", "listItem", "paragraph", "text"].includes(type));
    // Comments of ours are all the HTML there is.
    expect(nodes.filter(({ type }) => type === "html").every(({ value }) => value === "<!-- -->")).toBe(true);
    expect(kinds.filter((kind) => kind !== "html")).toEqual([]);
    expect(
      nodes
        .filter(({ type }) => type === "text")
        .map(({ value }) => value)
        .join(""),
    ).toBe(text);
  });

  test("calls no person", () => {
    expect(escapeMarkdown("ring @anna", 100)).not.toMatch(/@\w/);
  });

  test("a document's text makes no heading, link or table of its own", () => {
    const nodes = nodesOf(fromMarkdown(renderMarkdown(hostileText, options)));
    expect(nodes.filter(({ type }) => ["link", "image", "code", "inlineCode"].includes(type))).toEqual([]);
  });
});

describe("--max-bytes", () => {
  const many = buildReport(
    [1, 2, 3].map((number) =>
      buildDocument({
        path: `d${String(number)}.pdf`,
        verdict: "missing",
        sections: Array.from({ length: 40 }, (_, index) =>
          buildSection({ id: `s${String(index)}`, heading: `Rubrik ${String(index)}` }),
        ),
        gaps: Array.from({ length: 40 }, (_, index) =>
          buildGap({
            section: `s${String(index)}`,
            severity: index % 4 === 0 ? "high" : "low",
            message: `Lucka ${String(index)} i dokument ${String(number)}.`,
          }),
        ),
      }),
    ),
  );

  test("is kept, whatever is shown", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(many, mixedFolder, hostileText),
        fc.integer({ min: 4000, max: 60_000 }),
        (report, maxBytes) => {
          expect(Buffer.byteLength(renderMarkdown(report, { ...options, maxBytes }))).toBeLessThanOrEqual(
            maxBytes,
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test("leaves out the lightest first, in all documents, and says so", () => {
    const text = renderMarkdown(many, { ...options, maxBytes: 7000 });
    expect(text).toMatch(/> Avkortat till 7000 byte, det allvarligaste först: \d+ av 120 punkter visas\./);
    for (const number of [1, 2, 3]) expect(text).toContain(`Lucka 0 i dokument ${String(number)}.`);
    expect(text).not.toContain("(liten)");
  });

  test("says nothing when all fits", () => {
    expect(renderMarkdown(mixedFolder, { ...options, maxBytes: 1_000_000 })).toBe(
      renderMarkdown(mixedFolder, options),
    );
  });
});
