/// <reference lib="dom" />
// Pages in a real browser, opened from disk as a reader opens them.
import axe from "axe-core";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { browserFile } from "./browser.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export interface Pages {
  start(): Promise<void>;
  end(): Promise<void>;
  /** Anything that the page complains of, but for what `complaints` names, or loads from elsewhere, fails the test. */
  open(
    html: string,
    context?: BrowserContextOptions,
    expected?: { readonly complaints: RegExp },
  ): Promise<Page>;
  /**
   * What axe finds in a page with everything unfolded. To be opened with `bypassCSP`: the policy of our pages allows no
   * script but their own, and axe is a stranger too.
   */
  faults(page: Page): Promise<string[]>;
}

export function openPages(): Pages {
  let browser: Browser;
  let folder: string;
  let number = 0;
  return {
    start: async () => {
      folder = await mkdtemp(path.join(tmpdir(), "genomlys-html-"));
      browser = await chromium.launch({ executablePath: browserFile! });
    },
    end: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
    open: async (html, context = {}, { complaints } = { complaints: /^$/ }) => {
      const file = path.join(folder, `${String(number++)}.html`);
      await writeFile(file, html);
      const opened = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...context });
      const page = await opened.newPage();
      page.on("console", (said) => {
        if (complaints.test(said.text())) return;
        if (said.type() === "error" || said.type() === "warning") throw new Error(said.text());
      });
      page.on("pageerror", (error) => {
        throw error;
      });
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) throw new Error(`loads ${request.url()}`);
      });
      await page.goto(pathToFileURL(file).href);
      return page;
    },
    faults: async (page) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.evaluate(axe.source);
      return page.evaluate(async (tags) => {
        const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
        const { violations } = await inPage.run(document, { runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      }, standards);
    },
  };
}
