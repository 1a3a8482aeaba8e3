// Every format of one hand-made report, against what a person has read and accepted (golden/styrdokument.expected.*).
// A format without a golden file fails, and so does a golden file without a format. After a change that is meant:
// `npx vitest run test/report/golden.test.ts -u`, then read the diff like code.
import { readdir } from "node:fs/promises";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderComparisonHtml } from "../../src/report/compare/render-html.ts";
import { renderComparisonJson } from "../../src/report/compare/render-json.ts";
import { renderComparisonMarkdown } from "../../src/report/compare/render-markdown.ts";
import { renderComparison } from "../../src/report/compare/render-terminal.ts";
import { reportFormatNames, reportFormats } from "../../src/report/index.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { tableNames } from "../../src/report/tables/table-names.ts";
import { elementsOf, readXml, type XmlElement } from "./read-xml.ts";
import { changedBudget } from "./reports/changed-budget.ts";
import { steeringDocuments } from "./reports/steering-documents.ts";

const folder = "golden";
const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

interface Golden {
  readonly name: string;
  readonly render: () => Promise<string>;
}

async function render(format: (typeof reportFormatNames)[number], options: RenderOptions): Promise<string> {
  const entry = reportFormats[format];
  if (entry.kind === "bytes") return cellsOf(await (await entry.load())(steeringDocuments, options));
  if (entry.kind === "pieces") return [...(await entry.load())(steeringDocuments, options)].join("");
  return (await entry.load())(steeringDocuments, options);
}

/** A page without the style and script that all pages share: those are looked at where they lie. */
const bodyOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, "<style></style>")
    .replace(/<script>[\s\S]*?<\/script>/, "<script></script>")
    .replaceAll(/sha256-[^']+/g, "sha256-…");

/** A workbook as text: each sheet with its widths and frozen rows, a line a row, text in quotes and numbers as numbers. */
function cellsOf(bytes: Uint8Array): string {
  const parts = unzipSync(bytes);
  const part = (name: string): XmlElement => readXml(strFromU8(parts[name]!));
  const textOf = (element: XmlElement): string =>
    elementsOf(element, "t")
      .map(({ text }) => text)
      .join("");
  const shared = elementsOf(part("xl/sharedStrings.xml"), "si").map(textOf);
  const valueOf = (cell: XmlElement): string => {
    const value = elementsOf(cell, "v")[0]?.text ?? "";
    if (cell.attributes["t"] === "s") return JSON.stringify(shared[Number(value)]);
    return value === "" ? "" : `${value} (style ${cell.attributes["s"] ?? "0"})`;
  };
  const sheets = elementsOf(part("xl/workbook.xml"), "sheet").map(({ attributes }, index) => {
    const sheet = part(`xl/worksheets/sheet${String(index + 1)}.xml`);
    const widths = elementsOf(sheet, "col").map((column) => column.attributes["width"]);
    const pane = elementsOf(sheet, "pane")[0]?.attributes["topLeftCell"] ?? "none";
    const filter = elementsOf(sheet, "autoFilter")[0]?.attributes["ref"] ?? "none";
    const rows = elementsOf(sheet, "row").map((row) => elementsOf(row, "c").map(valueOf).join(" | "));
    return [
      `== ${attributes["name"] ?? ""}`,
      `widths ${widths.join(" ")}; scrolls from ${pane}; filter ${filter}`,
      ...rows,
      "",
    ];
  });
  return sheets.flat().join("\n");
}

const text = (name: string, result: () => string): Golden => ({
  name,
  render: () => Promise.resolve(result()),
});

const ofReport: readonly Golden[] = [
  ...reportFormatNames
    .filter((format) => !["terminal", "csv", "csv-data", "html"].includes(format))
    .map((format) => ({ name: format, render: () => render(format, screen) })),
  { name: "html", render: async () => bodyOf(await render("html", screen)) },
  { name: "en.html", render: async () => bodyOf(await render("html", { ...screen, lang: "en" })) },
  ...[80, 200].map((width) => ({
    name: `terminal-${String(width)}.txt`,
    render: () => render("terminal", { ...screen, width }),
  })),
  { name: "terminal-details.txt", render: () => render("terminal", { ...screen, details: true }) },
  {
    name: "terminal-plain.txt",
    render: () => render("terminal", { ...screen, plain: true, unicode: false }),
  },
  { name: "terminal-colour.txt", render: () => render("terminal", { ...screen, colour: true }) },
  { name: "terminal-en.txt", render: () => render("terminal", { ...screen, lang: "en", unicode: false }) },
  { name: "en.markdown", render: () => render("markdown", { ...screen, lang: "en" }) },
  { name: "short.markdown", render: () => render("markdown", { ...screen, maxBytes: 2500 }) },
  { name: "en.summary", render: () => render("summary", { ...screen, lang: "en" }) },
  ...(["csv", "csv-data"] as const).flatMap((format) =>
    tableNames.map((table) => ({
      name: `${table}.${format}`,
      render: () => render(format, { ...screen, table }),
    })),
  ),
];

const ofComparison: readonly Golden[] = [
  text("terminal.txt", () => renderComparison(changedBudget, screen)),
  text("html", () => bodyOf(renderComparisonHtml(changedBudget, screen))),
  text("markdown", () => renderComparisonMarkdown(changedBudget, screen)),
  text("json", () => renderComparisonJson(changedBudget)),
];

describe("a report is written as it was accepted, as", () => {
  test.each(ofReport)("$name", async ({ name, render: write }) => {
    await expect(await write()).toMatchFileSnapshot(`${folder}/styrdokument.expected.${name}`);
  });
});

describe("a comparison is written as it was accepted, as", () => {
  test.each(ofComparison)("$name", async ({ name, render: write }) => {
    await expect(await write()).toMatchFileSnapshot(`${folder}/jamforelse.expected.${name}`);
  });
});

test("no golden file is left that nothing is held against", async () => {
  const there = await readdir(path.join(import.meta.dirname, folder));
  const known = [
    ...ofReport.map(({ name }) => `styrdokument.expected.${name}`),
    ...ofComparison.map(({ name }) => `jamforelse.expected.${name}`),
  ];
  const own = there.filter((name) => /^(?:styrdokument|jamforelse)\./.test(name));
  expect(own.sort()).toEqual(known.sort());
});
