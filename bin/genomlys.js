#!/usr/bin/env node
// Starts the built command. Holds nothing else, so that what runs is what was built and tested.
import { existsSync } from "node:fs";

const built = new URL("../dist/cli/start.js", import.meta.url);
if (existsSync(built)) {
  const { start } = await import(built.href);
  process.exitCode = await start(process.argv.slice(2), process);
} else {
  console.error("genomlys is not built here: dist/ is missing. Run: npm run build");
  process.exitCode = 2;
}
