// The HTML report of fixtures/halland (docs/examples/halland.html), and its first page as a picture for the README.
//
//   npm run picture -- /usr/bin/chromium
//
// A test compares the look of the page with today's. The picture is compared by nobody: fonts differ between machines.
import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const size = { width: 1240, height: 1480 };

const [executablePath] = process.argv.slice(2);
if (executablePath === undefined) throw new Error("say where the browser is: /usr/bin/chromium");
const page = path.join(root, "docs", "examples", "halland.html");
const command = [path.join(root, "bin", "genomlys.js"), "fixtures/halland", "--quiet", "-o", page];
await promisify(execFile)(process.execPath, command, { cwd: root });
const browser = await chromium.launch({ executablePath });
try {
  const shown = await browser.newPage({ viewport: size });
  await shown.goto(pathToFileURL(page).href);
  await shown.screenshot({ path: path.join(root, "docs", "examples", "halland.png") });
} finally {
  await browser.close();
}
