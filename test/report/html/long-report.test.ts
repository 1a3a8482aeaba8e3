// A long report: its tables wait until they are asked for, and none of them may be lost by it.
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../support/render-html.ts";
import { browserFile, browserMissing } from "../../support/browser.ts";
import { openPages } from "../../support/open-pages.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "../reports/build-report.ts";
import { openPage, options } from "./page.ts";

const many = Array.from({ length: 205 }, (_, index) =>
  buildSection({
    id: `s${String(index + 1)}`,
    number: String(index + 1),
    heading: `Område <${String(index)}> & mer`,
  }),
);
const document = (path: string) =>
  buildDocument({
    path,
    sections: many,
    coverage: { ...buildDocument({ path }).coverage, share: 0, expected: 205, covered: 0 },
    gaps: [buildGap({ section: "s150", message: "Det som saknas i mitten." })],
  });
const long = buildReport([document("a.pdf"), document("b.pdf")]);
const short = buildReport([buildDocument({ path: "a.pdf", sections: many.slice(0, 20) })]);

describe("the tables of a long report", () => {
  test("wait as text, and those of a short one do not", () => {
    const waiting = (report: typeof long): number => openPage(report).elements("noscript").length;
    expect(waiting(long)).toBe(2);
    expect(waiting(short)).toBe(0);
  });
});

describe.skipIf(browserFile === undefined)(`a long report in a browser${browserMissing}`, () => {
  const pages = openPages();
  beforeAll(() => pages.start());
  afterAll(() => pages.end());
  const open = (context: BrowserContextOptions = {}): Promise<Page> =>
    pages.open(renderHtml(long, options), context);
  const rows = (page: Page) => page.locator("#d2 table.sections tbody");

  test("builds a table that is unfolded, with its filter, and shows text of documents as text", async () => {
    const page = await open();
    await page.locator("#d2 .all-sections > summary").click();
    expect(await rows(page).count()).toBe(205);
    expect(await rows(page).first().locator("th").textContent()).toBe("1 Område <0> & mer");
    await page.locator("#d2 .filter").getByLabel("Sök").fill("<204>");
    expect(await page.locator("#d2 table.sections tbody:visible").count()).toBe(1);
    expect(await page.locator("#d2 .blocked").isVisible()).toBe(false);
  });

  test("names the bar of a section for who points at it, once its row is built", async () => {
    const page = await open();
    await page.locator("#d1 .all-sections > summary").click();
    const bar = page.locator("#d1 .strip rect[data-to=d1s3]");
    expect(await bar.locator("title").count()).toBe(0);
    await bar.dispatchEvent("pointerover", { bubbles: true });
    expect(await bar.locator("title").textContent()).toContain("3 Område <2> & mer: ");
  });

  test("leads from a gap into a table that is not built yet, and marks the section", async () => {
    const page = await open();
    await page.locator("#d1 .gap a").first().click();
    await page.locator("#d1s150").waitFor({ state: "visible" });
    expect(await page.locator("tbody:target").getAttribute("id")).toBe("d1s150");
    expect(await page.locator("#d1s150 details").getAttribute("open")).not.toBeNull();
  });

  test("builds the others when nothing else is going on, so that the browser's search finds what is in them", async () => {
    const page = await open();
    // Not waitForFunction: it asks again with eval(), which the page's policy forbids where the first answer is no.
    await page.locator("noscript").first().waitFor({ state: "detached" });
    expect(await rows(page).count()).toBe(205);
    expect(await page.locator("#d2 .filter").count()).toBe(0);
  });

  test("is whole without scripts", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await rows(page).count()).toBe(205);
    await page.locator("#d2 .all-sections > summary").click();
    expect(await rows(page).nth(204).isVisible()).toBe(true);
    expect(await page.locator("#d2 .blocked").isVisible()).toBe(false);
  });

  test("says so where the page may be opened but its script may not run", async () => {
    const html = renderHtml(long, options).replace(/script-src '[^']*'/, "script-src 'none'");
    const page = await pages.open(html, {}, { complaints: /script-src/ });
    await page.locator("#d2 .all-sections > summary").click();
    expect(await page.locator("#d2 .blocked").isVisible()).toBe(true);
    expect(await rows(page).count()).toBe(0);
  });
});
