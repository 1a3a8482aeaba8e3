// The samples of docs/examples that no test compares word for word: the HTML report of fixtures/halland with its first page
// as a picture for the README, the workbook, and a Word document with comments.
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
const examples = path.join(root, "docs", "examples");
const page = path.join(examples, "halland.html");
const commented = path.join(examples, "verksamhetsplan-med-kommentarer.docx");
for (const words of [
  ["fixtures/halland", "-o", page, "-o", path.join(examples, "halland.xlsx")],
  ["annotate", "fixtures/halland/verksamhetsplan.docx", "--highlight", "--force", "-o", commented],
]) {
  const command = [path.join(root, "bin", "genomlys.js"), ...words, "--quiet"];
  await promisify(execFile)(process.execPath, command, { cwd: root });
}
const browser = await chromium.launch({ executablePath });
try {
  const shown = await browser.newPage({ viewport: size });
  await shown.goto(pathToFileURL(page).href);
  await shown.screenshot({ path: path.join(examples, "halland.png") });
} finally {
  await browser.close();
}
