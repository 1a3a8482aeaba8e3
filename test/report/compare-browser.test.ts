// The page of a comparison in a real browser: what is folded, how wide it is, what is printed, and whether it is accessible.
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Comparison } from "../../src/model/comparison.ts";
import { renderComparisonHtml } from "../../src/report/compare/render-html.ts";
import { browserFile, browserMissing } from "../support/browser.ts";
import { openPages } from "../support/open-pages.ts";
import { changedBudget, changedFolder } from "./reports/changed-budget.ts";

describe.skipIf(browserFile === undefined)(`the page of a comparison${browserMissing}`, () => {
  const pages = openPages();
  beforeAll(() => pages.start());
  afterAll(() => pages.end());
  const open = (comparison: Comparison, context: BrowserContextOptions = {}): Promise<Page> =>
    pages.open(renderComparisonHtml(comparison, { lang: "sv" }), context);

  test("leads from the table to each document", async () => {
    const page = await open(changedFolder);
    await page.locator("table.overview a", { hasText: "plan.pdf" }).click();
    expect(await page.getByRole("heading", { name: "plan.pdf", level: 2 }).isVisible()).toBe(true);
    expect(page.url()).toMatch(/#d\d$/);
  });

  test("folds a long list, and unfolds it with the keyboard alone and without scripts", async () => {
    const page = await open(changedFolder, { javaScriptEnabled: false });
    const item = page.getByText("18 Område").first();
    expect(await item.isVisible()).toBe(false);
    await page.locator("details summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await item.isVisible()).toBe(true);
  });

  test("stands clear of its header", async () => {
    const page = await open(changedFolder);
    const header = (await page.locator("header.top").boundingBox())!;
    const lead = (await page.locator("p.lead").boundingBox())!;
    expect(lead.y - (header.y + header.height)).toBeGreaterThan(20);
  });

  test("is no wider than a phone, and breaks no name of a file within a word", async () => {
    const page = await open(changedFolder, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const name = page.locator("table.overview th a", { hasText: "budget.pdf" });
    expect((await name.boundingBox())!.height).toBeLessThan(30);
  });

  test("prints without its contents, and what is folded stays away", async () => {
    const page = await open(changedFolder);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.getByText("18 Område").first().isVisible()).toBe(false);
    expect(await page.getByText("Omdöme").first().isVisible()).toBe(true);
  });

  const cases: readonly [string, Comparison, BrowserContextOptions][] = [
    ["light", changedFolder, { colorScheme: "light" }],
    ["dark", changedFolder, { colorScheme: "dark" }],
    ["on a phone", changedFolder, { viewport: { width: 360, height: 740 } }],
    ["with documents on one side only", changedBudget, {}],
  ];
  test.each(cases)("has no fault that axe finds: %s", async (_name, comparison, context) => {
    expect(await pages.faults(await open(comparison, { ...context, bypassCSP: true }))).toEqual([]);
  });
});
