import { describe, expect, test } from "vitest";
import { isCostly } from "../../../src/read/markdown/is-costly.ts";
import { readMarkdown } from "../../../src/read/markdown/read-markdown.ts";
import { defaultReadOptions } from "../../../src/read/reader.ts";
import { expectDocument, expectSoundDocument } from "../document-contract.ts";
import { prose } from "../support.ts";

describe("costly", () => {
  test.each([
    ["quotations inside each other", ">".repeat(5000)],
    ["lists inside each other", "- ".repeat(5000)],
    ["numbered lists inside each other", "1. ".repeat(5000)],
    ["brackets that never close", "[".repeat(5000)],
    ["links that never close", "[a](".repeat(5000)],
    ["emphasis in one paragraph", "*a ".repeat(5000)],
    ["a row of a thousand cells", "|a".repeat(1000)],
    ["lines without a blank one", "- a\n".repeat(5000)],
    ["blank lines only", "\n".repeat(50_000)],
    ["one line without end", "a".repeat(200_000)],
  ])("%s", (_, text) => {
    expect(isCostly(text)).toBe(true);
  });
});

describe("not costly", () => {
  test.each([
    ["prose", `${prose}\n\n`.repeat(900)],
    ["a long list", "- **ett** mål\n".repeat(500)],
    ["a long table", `| Mål | ${prose} | 12 |\n`.repeat(600)],
    ["a line drawn across the page", `${"-".repeat(200)}\n\n${"> ".repeat(5)}citat`],
    ["emphasis in many paragraphs", "**Vi** ska *alla* [med](x).\n\n".repeat(2000)],
  ])("%s", (_, text) => {
    expect(isCostly(text)).toBe(false);
  });
});

test("a costly part is read as plain text and loses no word", async () => {
  const text = `# Mål\n\n${prose}\n\n${"> ".repeat(200)}djupt citat\n\nSlut på texten.\n`;
  const document = expectDocument(await readMarkdown(new TextEncoder().encode(text), defaultReadOptions));
  expectSoundDocument(document);
  expect(document.text).toContain("djupt citat");
  expect(document.text).toContain("Slut på texten.");
  expect(document.sections.map((section) => section.heading)).toEqual(["Mål"]);
});
