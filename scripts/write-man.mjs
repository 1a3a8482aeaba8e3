// Writes man/genomlys.1 from the commands. Run by `npm run man`; a test fails when it was forgotten.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadSources, root } from "./load-sources.mjs";

const { manPage, parseCommandLine } = await loadSources("write-man", {
  "src/cli/completion/man-page.ts": ["manPage"],
  "src/cli/command-line/parse-command-line.ts": ["parseCommandLine"],
});
const { program } = parseCommandLine(["completion", "bash", "--lang", "en"], 80);
const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
await mkdir(path.join(root, "man"), { recursive: true });
await writeFile(path.join(root, "man", "genomlys.1"), manPage(program, version));
console.log("man/genomlys.1");
