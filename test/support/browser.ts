// The browser of this machine, for tests of what people see. None is downloaded: without one the tests say so and skip.
import { existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Where Chromium or a browser built on it lies; undefined when there is none. */
export const browserFile: string | undefined = [
  ...(process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name))),
  ...places,
].find((file) => existsSync(file));

/** Added to the name of what is skipped without a browser. */
export const browserMissing =
  browserFile === undefined ? " (SKIPPED: no Chromium found; apt-get install chromium)" : "";
