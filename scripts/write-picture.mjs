// The picture of the HTML report in the README: the first page of fixtures/halland as a browser shows it.
//
//   npm run picture -- /usr/bin/chromium
//
// Not compared by a test: fonts differ from machine to machine.
import { mkdtemp, rm } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const size = { width: 1240, height: 1480 };

const [executablePath] = process.argv.slice(2);
if (executablePath === undefined) throw new Error("say where the browser is: /usr/bin/chromium");
const folder = await mkdtemp(path.join(tmpdir(), "genomlys-picture-"));
const page = path.join(folder, "halland.html");
const command = [path.join(root, "bin", "genomlys.js"), "fixtures/halland", "--quiet", "-o", page];
await promisify(execFile)(process.execPath, command, { cwd: root });
const browser = await chromium.launch({ executablePath });
try {
  const shown = await browser.newPage({ viewport: size });
  await shown.goto(pathToFileURL(page).href);
  await shown.screenshot({ path: path.join(root, "docs", "examples", "halland.png") });
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
