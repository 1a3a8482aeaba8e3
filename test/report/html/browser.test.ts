/// <reference lib="dom" />
// The page in a real browser: what a click and a key do, what is printed, and whether it is accessible.
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { renderHtml } from "../../support/render-html.ts";
import { isOwnReport } from "../../../src/report/own-report.ts";
import { browserFile, browserMissing } from "../../support/browser.ts";
import { openPages } from "../../support/open-pages.ts";
import { auditedFolder } from "../reports/audited-folder.ts";
import { hostileText } from "../reports/hostile-text.ts";
import { nothingAudited } from "../reports/nothing-audited.ts";
import { options } from "./page.ts";

describe.skipIf(browserFile === undefined)(`the page in a browser${browserMissing}`, () => {
  const pages = openPages();
  beforeAll(() => pages.start());
  afterAll(() => pages.end());
  const open = (report: Report, context: BrowserContextOptions = {}): Promise<Page> =>
    pages.open(renderHtml(report, options), context);

  const table = (page: Page) => page.locator("#d1 table.sections");
  const shown = async (page: Page): Promise<string[]> =>
    table(page).locator("tbody:visible th").allTextContents();

  test("filters the sections by what is wrong with them, by link and by words", async () => {
    const page = await open(auditedFolder);
    const form = page.locator("#d1 .filter");
    expect(await form.getByRole("status").textContent()).toBe("5 av 5 avsnitt visas");
    await form.getByLabel("Visa").selectOption("missing");
    expect(await shown(page)).toEqual(["3.2 Barn och ungas hälsa", "6 Kollektivtrafik"]);
    expect(await form.getByRole("status").textContent()).toBe("2 av 5 avsnitt visas");
    await form.getByLabel("Visa").selectOption("");
    await form.getByLabel("Led").selectOption("resource");
    expect(await shown(page)).toEqual(["4 Personal"]);
    await form.getByLabel("Led").selectOption("");
    await form.getByLabel("Sök").fill("KÖNSUPPDELAD");
    expect(await shown(page)).toEqual(["4 Personal"]);
    await form.getByLabel("Sök").fill("finns inte i någon text");
    expect(await shown(page)).toEqual([]);
  });

  test("sorts the sections and says so, and goes back to the order of the document", async () => {
    const page = await open(auditedFolder);
    const head = (name: string) => table(page).locator("thead th", { hasText: name });
    const inOrder = await shown(page);
    await head("Ord").getByRole("button").click();
    expect(await head("Ord").getAttribute("aria-sort")).toBe("ascending");
    await head("Ord").getByRole("button").click();
    expect(await head("Ord").getAttribute("aria-sort")).toBe("descending");
    expect((await shown(page))[0]).toBe("6 Kollektivtrafik");
    await head("Avsnitt").getByRole("button").click();
    expect(await shown(page)).toEqual(inOrder);
    expect(await head("Ord").getAttribute("aria-sort")).toBe("none");
  });

  test("unfolds a section to its evidence, with the mouse and with the keyboard alone", async () => {
    const page = await open(auditedFolder);
    const quote = page.getByText("könsuppdelad statistik").first();
    const summary = page.locator("#d1s3 summary");
    expect(await quote.isVisible()).toBe(false);
    await summary.click();
    expect(await quote.isVisible()).toBe(true);
    await page.keyboard.press("Enter");
    expect(await quote.isVisible()).toBe(false);
    await page.keyboard.press("Space");
    expect(await quote.isVisible()).toBe(true);
  });

  test("leads from a gap, and from a bar of the strip, to the section, however it is folded or filtered away", async () => {
    const page = await open(auditedFolder);
    await page.locator("#d1 .filter").getByLabel("Visa").selectOption("present");
    expect(await page.locator("#d1s2").isVisible()).toBe(false);
    await page.locator("#d1 .gap a", { hasText: "Barn och ungas hälsa" }).first().click();
    expect(await page.locator("#d1s2").isVisible()).toBe(true);
    expect(await page.locator("#d1s2 details").getAttribute("open")).not.toBeNull();
    await page.locator("#d1 .all-sections > summary").click();
    await page.locator("#d1 .strip rect[data-to=d1s5]").click();
    expect(await page.locator("#d1s5").isVisible()).toBe(true);
  });

  test("the first press of the tab key offers the way past the contents", async () => {
    const page = await open(auditedFolder);
    await page.keyboard.press("Tab");
    const skip = page.getByText("Hoppa till innehållet");
    expect(await skip.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect((await skip.boundingBox())!.x).toBeGreaterThanOrEqual(0);
  });

  test("without scripts shows everything, unfolds, and has no button or field that does nothing", async () => {
    const page = await open(auditedFolder, { javaScriptEnabled: false });
    expect(await shown(page)).toHaveLength(5);
    expect(await page.locator("button, select, input").count()).toBe(0);
    const quote = page.getByText("könsuppdelad statistik").first();
    await page.locator("#d1s3 summary").click();
    expect(await quote.isVisible()).toBe(true);
  });

  test("runs and loads nothing that a document brings along", async () => {
    const page = await open(hostileText);
    expect(await page.evaluate(() => document.scripts.length)).toBe(1);
  });

  test("is no wider than a phone, and the tables that are can be scrolled", async () => {
    const page = await open(auditedFolder, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await page.getByRole("heading", { name: "Att bedöma (1)" }).isVisible()).toBe(true);
  });

  test("prints on A4: every document begins a page, and what is folded stays away", async () => {
    const page = await open(auditedFolder);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
    // 210 × 297 mm in points, which Chromium rounds to its own pixels.
    expect(/\/MediaBox \[0 0 (\d+)\S* (\d+)\S*\]/.exec(pdf)?.slice(1)).toEqual(["594", "841"]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("#d1 .filter").isVisible()).toBe(false);
    expect(await page.getByText("könsuppdelad statistik").first().isVisible()).toBe(false);
    expect(await page.locator("#d1").evaluate((one) => getComputedStyle(one).breakBefore)).toBe("page");
  });

  test.each(["sv", "en"] as const)("is known as ours when it was printed to PDF (%s)", async (lang) => {
    const page = await pages.open(renderHtml(auditedFolder, { ...options, lang }));
    const printed = await page.pdf();
    expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
    expect(isOwnReport(printed)).toBe(true);
  });

  describe("has no fault that axe finds", () => {
    const cases: readonly [string, Report, BrowserContextOptions][] = [
      ["everything there is, light", auditedFolder, { colorScheme: "light" }],
      ["everything there is, dark", auditedFolder, { colorScheme: "dark" }],
      ["everything there is, on a phone", auditedFolder, { viewport: { width: 360, height: 740 } }],
      ["nothing audited", nothingAudited, {}],
    ];
    test.each(cases)("%s", async (_name, report, context) => {
      expect(await pages.faults(await open(report, { ...context, bypassCSP: true }))).toEqual([]);
    });
  });
});
