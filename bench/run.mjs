// `npm run bench`: how fast genomlys is, as ratios of one run on one machine, so that the numbers mean the same everywhere.
//
//   npm run bench -- [folder of PDFs] [--long <a very long PDF>] [--rounds <n>]
//
// Without a folder the PDFs of fixtures/halland are taken. Tools that are missing are named and their row is left out.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadSources, root } from "../scripts/load-sources.mjs";
import { withMoreTerms } from "./more-terms.mjs";
import { comparePairs, isInstalled, median, onOneCore, timeCommand } from "./time-commands.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: "string" }, rounds: { type: "string", default: "7" } },
});
const rounds = Number(values.rounds);
const folder = path.resolve(positionals[0] ?? path.join(root, "fixtures", "halland"));
const node = process.execPath;
const genomlys = path.join(root, "bin", "genomlys.js");
const strategy = path.join(root, "fixtures", "halland", "regional-utvecklingsstrategi.pdf");

if (!existsSync(path.join(root, "dist", "cli", "main.js"))) {
  console.error("dist/ is missing: run `npm run build` first");
  process.exit(2);
}

const pdfs = (await readdir(folder))
  .filter((name) => name.endsWith(".pdf"))
  .map((name) => path.join(folder, name));
const seconds = (value) => (value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(2)} s`);
/** Processor time, in seconds: inside one process it says more than the clock of a machine that others use too. */
const secondsSince = (began) => {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
};
const row = (name, measured, bar) => {
  console.log(`${name.padEnd(58)} ${measured.padEnd(46)} ${bar}`);
};
const ratioRow = (name, { a, b, ratio, cpuRatio }, bar) => {
  row(
    name,
    `${ratio.toFixed(2)} ×  (${seconds(a)} ÷ ${seconds(b)}; CPU ${cpuRatio.toFixed(2)} ×)`,
    `bar ${bar}`,
  );
};

console.log(
  `node ${process.version}, ${pdfs.length} PDFs in ${path.relative(process.cwd(), folder) || "."}, median of ${rounds} pairs\n`,
);

const bare = () => timeCommand([...onOneCore, node, "-e", "0"]);
ratioRow(
  "genomlys --version ÷ node -e 0",
  comparePairs(rounds * 2, () => timeCommand([...onOneCore, node, genomlys, "--version"]), bare),
  "≤ 1.3 ×",
);
ratioRow(
  "one strategy as PDF, audited ÷ node -e 0",
  comparePairs(rounds, () => timeCommand([...onOneCore, node, genomlys, strategy]), bare),
  "≤ 5 ×",
);
compareWithSearch();
const stages = await loadSources("bench", {
  "src/language/tokenise.ts": ["tokenise"],
  "src/match/rule-index.ts": ["indexRules"],
  "src/read/read-document.ts": ["readDocument"],
  "src/read/reader.ts": ["defaultReadOptions"],
  "src/rules/load-packs.ts": ["loadPacks"],
});
await compareWithPdfParse();
await measureMatching();
measureMemory();

/** The whole audit of a folder against a plain word search over the same files, one core each. */
function compareWithSearch() {
  const name = "folder of PDFs, audited ÷ pdftotext | rg -c -i";
  const missing = ["pdftotext", "rg"].filter((tool) => !isInstalled(tool));
  if (missing.length > 0) return row(name, `left out: ${missing.join(" and ")} not installed`, "");
  const stems =
    "jämställd|jämlik|kvinn|flick|pojk|kön|genus|gender|feminis|mansdom|diskriminer|trakasser|våld i nära|heders|föräldraledig|löneskill|likabehandl|hbtq|mammor|pappor";
  const search = `for f in "$@"; do pdftotext -q "$f" - 2>/dev/null | rg -c -i '${stems}'; done; true`;
  const result = comparePairs(
    Math.max(3, rounds >> 1),
    // 3: a file of the folder could not be read; that is an answer too.
    () => timeCommand([...onOneCore, node, genomlys, ...pdfs, "--format", "json", "--no-cache"], [0, 3]),
    () => timeCommand([...onOneCore, "bash", "-c", search, "bash", ...pdfs]),
  );
  ratioRow(name, result, "≤ 1.5 ×, aim 1.25 ×");
}

/** Text out of PDFs: our reader, with structure, against pdf-parse, without. In this process, engines loaded. */
async function compareWithPdfParse() {
  const { PDFParse, VerbosityLevel } = await import("pdf-parse");
  const files = await Promise.all(pdfs.map((file) => readFile(file)));
  const ours = async () => {
    for (const [at, bytes] of files.entries())
      await stages.readDocument(new Uint8Array(bytes), pdfs[at], stages.defaultReadOptions);
  };
  const theirs = async () => {
    for (const bytes of files) {
      const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
      await parser.getText().catch(() => undefined);
      await parser.destroy();
    }
  };
  const times = { ours: [], theirs: [] };
  for (let round = 0; round <= 3; round++) {
    for (const [name, run] of [
      ["ours", ours],
      ["theirs", theirs],
    ]) {
      const began = process.cpuUsage();
      await run();
      if (round > 0) times[name].push(secondsSince(began));
    }
  }
  const [a, b] = [median(times.ours), median(times.theirs)];
  row(
    "PDF reading with structure ÷ pdf-parse text only",
    `${(a / b).toFixed(2)} ×  (${seconds(a)} ÷ ${seconds(b)})`,
    "< 1 ×",
  );
}

/** Tokens and all terms, over the text of the PDFs: megabytes of UTF-8 a second, with the built-in pack and ten times its terms. */
async function measureMatching() {
  const documents = [];
  for (const file of pdfs) {
    const result = await stages.readDocument(
      new Uint8Array(await readFile(file)),
      file,
      stages.defaultReadOptions,
    );
    if (result.kind === "document") documents.push(result);
  }
  const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const words = [...new Set(documents.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []))];
  const [pack] = await stages.loadPacks([]);
  const more = withMoreTerms(pack, 10, words);
  const indexes = { few: stages.indexRules([pack]), many: stages.indexRules([more.pack]) };
  const times = { few: [], many: [] };
  const repeats = Math.max(1, Math.round(8e6 / bytes));
  for (let round = 0; round <= 5; round++) {
    for (const size of ["few", "many"]) {
      const { text: matcher, vocabulary } = indexes[size];
      const began = process.cpuUsage();
      for (let repeat = 0; repeat < repeats; repeat++) {
        for (const { text, blocks } of documents)
          matcher.find(text, stages.tokenise(text, blocks, vocabulary).tokens);
      }
      // The first round meets every word for the first time, and code that is not compiled yet.
      if (round > 0) times[size].push(secondsSince(began));
    }
  }
  const speed = (size) => (bytes * repeats) / 1e6 / median(times[size]);
  row(
    `tokens and matches, ${more.before} terms`,
    `${speed("few").toFixed(1)} MB/s (${(bytes / 1e6).toFixed(1)} MB of text)`,
    "bar ≥ 20 MB/s",
  );
  row(
    `tokens and matches, ${more.terms} terms`,
    `${speed("many").toFixed(1)} MB/s, ${(median(times.many) / median(times.few)).toFixed(2)} × the time`,
    "near 1 ×",
  );
}

/** Peak memory of the whole process for one long PDF. */
function measureMemory() {
  const file = values.long;
  if (file === undefined) return row("peak memory of a long PDF", "left out: no --long <file>", "");
  const tell = "process.on('exit',()=>process.stderr.write('@@'+process.resourceUsage().maxRSS))";
  const run = spawnSync(
    node,
    ["--import", `data:text/javascript,${tell}`, genomlys, file, "--format", "json"],
    {
      encoding: "utf8",
      maxBuffer: 1 << 29,
    },
  );
  const { documents } = JSON.parse(run.stdout);
  const peak = Number(/@@(\d+)/.exec(run.stderr)?.[1]) / 1024;
  row(`peak memory, ${documents[0].pages} pages`, `${peak.toFixed(0)} MB`, "bar ≤ 300 MB for 785 pages");
}
