// `npm run bench`: how fast genomlys is, as ratios of one run on one machine, so that the numbers mean the same everywhere.
//
//   npm run bench -- [folder of PDFs] [--long <a very long PDF>] [--rounds <n>] [--only matching]
//
// --only matching leaves out all but the tokens and matches, which take a minute.
// Without a folder the PDFs of fixtures/halland are taken. Tools that are missing are named and their row is left out.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadSources, root } from "../scripts/load-sources.mjs";
import { asPlainText, withMoreTerms, withTerms } from "./pack-sizes.mjs";
import { comparePairs, isInstalled, median, onOneCore, onTwoCores, timeCommand } from "./time-commands.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { long: { type: "string" }, rounds: { type: "string", default: "7" }, only: { type: "string" } },
});
const rounds = Number(values.rounds);
const folder = path.resolve(positionals[0] ?? path.join(root, "fixtures", "halland"));
/** Turns of the matching rows: those that are counted, and those before them. */
const [matchingTurns, warmingTurns] = [21, 4];
/** How often each PDF of the folder stands in the archive. */
const copies = 4;
const node = process.execPath;
const genomlys = path.join(root, "bin", "genomlys.js");
const plan = path.join(root, "fixtures", "halland", "verksamhetsplan.docx");
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

const stages = await loadSources("bench", {
  "src/language/tokenise.ts": ["tokenise"],
  "src/match/rule-index.ts": ["indexRules"],
  "src/read/pdf/pdfium/read-file.ts": ["readWithPdfium"],
  "src/read/read-document.ts": ["readDocument"],
  "src/read/reader.ts": ["defaultReadOptions"],
  "src/rules/load-packs.ts": ["loadPacks"],
});
if (values.only !== "matching") {
  compareStarts();
  compareWithSearch();
  const archive = await makeArchive(copies);
  try {
    compareCores(archive);
    await compareWithCache("folder of PDFs", pdfs);
    await compareWithCache(`archive of ${copies * pdfs.length}`, [archive]);
  } finally {
    await rm(archive, { recursive: true, force: true });
  }
  await compareWithPdfParse();
}
await measureMatching();
if (values.only !== "matching") measureMemory();

/** Short commands against node itself. */
function compareStarts() {
  const bare = () => timeCommand([...onOneCore, node, "-e", "0"]);
  ratioRow(
    "genomlys --version ÷ node -e 0",
    comparePairs(rounds * 2, () => timeCommand([...onOneCore, node, genomlys, "--version"]), bare),
    "≤ 1.3 ×",
  );
  ratioRow(
    "one strategy as PDF, audited ÷ node -e 0",
    comparePairs(rounds, () => timeCommand([...onOneCore, node, genomlys, strategy, "--no-cache"]), bare),
    "≤ 5 ×",
  );
  ratioRow(
    "one plan as DOCX, audited ÷ node -e 0",
    comparePairs(rounds, () => timeCommand([...onOneCore, node, genomlys, plan, "--no-cache"]), bare),
    "≤ 4 ×",
  );
}

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

/**
 * An archive of the folder's PDFs, each `copies` times. A copy has a comment behind its end, so that it is a document of its
 * own: of files that are the same to the byte only one is read.
 */
async function makeArchive(copies) {
  const archive = await mkdtemp(path.join(tmpdir(), "genomlys-bench-"));
  for (const file of pdfs) {
    const bytes = await readFile(file);
    for (let copy = 1; copy <= copies; copy++) {
      const name = `${path.basename(file, ".pdf")}-${copy}.pdf`;
      await writeFile(path.join(archive, name), [bytes, `\n%% ${copy}\n`]);
    }
  }
  return archive;
}

/**
 * On two cores and on one: the folder, where the start, which has one thread, and the warming up of the second thread weigh
 * most, and the archive, which the bar is about.
 */
function compareCores(archive) {
  const name = "folder of PDFs, one core ÷ two cores";
  if (availableParallelism() < 2 || onOneCore.length === 0) return row(name, "left out: no second core", "");
  const scan = [node, genomlys, ...pdfs, "--format", "json", "--no-cache"];
  const compare = (command, turns) =>
    comparePairs(
      turns,
      () => timeCommand([...onOneCore, ...command, "--jobs", "1"], [0, 3]),
      () => timeCommand([...onTwoCores, ...command, "--jobs", "2"], [0, 3]),
    );
  ratioRow(name, compare(scan, Math.max(3, rounds >> 1)), "≥ 1.8 × (archive)");
  const whole = [node, genomlys, archive, "--format", "json", "--no-cache"];
  ratioRow(`archive of ${copies * pdfs.length} PDFs, one core ÷ two cores`, compare(whole, 3), "≥ 1.8 ×");
  // Two processes that share nothing: no program that does this work gains more from the second core of this machine.
  const alone = () => timeCommand([...onOneCore, ...scan, "--jobs", "1"], [0, 3]);
  const both = 'taskset -c 0 "$@" --jobs 1 & taskset -c 1 "$@" --jobs 1; wait';
  const bound = comparePairs(Math.max(3, rounds >> 1), alone, () =>
    timeCommand(["bash", "-c", both, "bash", ...scan]),
  );
  row(
    "… two processes, one after the other ÷ at once",
    `${(2 * bound.ratio).toFixed(2)} ×  (${seconds(2 * bound.a)} ÷ ${seconds(bound.b)})`,
    "what the second core gives here",
  );
}

/** The same files again, nothing changed, against the first time. */
async function compareWithCache(name, files) {
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-bench-"));
  const scan = [...onOneCore, node, genomlys, ...files, "--format", "json", "--cache-dir", folder];
  const first = timeCommand(scan, [0, 3]);
  const again = Array.from({ length: 3 }, () => timeCommand(scan, [0, 3]));
  await rm(folder, { recursive: true, force: true });
  const wall = median(again.map((time) => time.wall));
  row(
    `${name} again, unchanged ÷ the first time`,
    `1/${(first.wall / wall).toFixed(0)}  (${seconds(wall)} ÷ ${seconds(first.wall)})`,
    "bar ≤ 1/30",
  );
}

/** Text out of PDFs: PDFium with places, then our whole reader with structure, against pdf-parse's text. Engines loaded. */
async function compareWithPdfParse() {
  const { PDFParse, VerbosityLevel } = await import("pdf-parse");
  const files = await Promise.all(pdfs.map((file) => readFile(file)));
  const { defaultReadOptions } = stages;
  const runs = {
    bare: async () => {
      for (const bytes of files)
        await stages.readWithPdfium(new Uint8Array(bytes), defaultReadOptions.limits);
    },
    whole: async () => {
      for (const [at, bytes] of files.entries())
        await stages.readDocument(new Uint8Array(bytes), pdfs[at], defaultReadOptions);
    },
    theirs: async () => {
      for (const bytes of files) {
        const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
        await parser.getText().catch(() => undefined);
        await parser.destroy();
      }
    },
  };
  const times = { bare: [], whole: [], theirs: [] };
  for (let round = 0; round <= 3; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const began = process.cpuUsage();
      await run();
      if (round > 0) times[name].push(secondsSince(began));
    }
  }
  const theirs = median(times.theirs);
  for (const [name, mine, bar] of [
    ["bare PDF text with places ÷ pdf-parse", median(times.bare), "≤ 0.45 ×"],
    ["PDF reading with structure ÷ pdf-parse text only", median(times.whole), "< 1 ×"],
  ])
    row(name, `${(mine / theirs).toFixed(2)} ×  (${seconds(mine)} ÷ ${seconds(theirs)})`, `bar ${bar}`);
}

/**
 * Tokens and matches over the text of the PDFs: megabytes of UTF-8 a second of processor time, with 500 and 2 000 terms,
 * the built-in pack and ten times its terms; and `rg` over the same text with the words of the same terms. The packs take
 * turns, one pass over the text each, and what is compared are passes of one turn: whatever else the machine does meets both.
 */
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
  const packs = { 500: withTerms(pack, 500), 2000: withTerms(pack, 2000), whole: pack, more: more.pack };
  const indexes = Object.entries(packs).map(([size, each]) => [size, stages.indexRules([each])]);
  const times = Object.fromEntries(indexes.map(([size]) => [size, []]));
  const repeats = Math.max(1, Math.round(1.5e6 / bytes));
  for (let turn = 0; turn < warmingTurns + matchingTurns; turn++) {
    // The order turns as well: what a pass leaves in the processor's caches is not always met by the same pack.
    for (const [size, { text: matcher, vocabulary }] of turn % 2 === 0 ? indexes : indexes.toReversed()) {
      const began = process.cpuUsage();
      for (let repeat = 0; repeat < repeats; repeat++) {
        for (const { text, blocks } of documents)
          matcher.find(text, stages.tokenise(text, blocks, vocabulary).tokens);
      }
      // The first ones meet words for the first time, and code that is not compiled yet.
      if (turn >= warmingTurns) times[size].push(secondsSince(began) / repeats);
    }
  }
  const speed = (seconds) => (bytes / 1e6 / seconds).toFixed(1);
  const speeds = (size) => `${speed(median(times[size]))} MB/s (best ${speed(Math.min(...times[size]))})`;
  const against = (size, other) => {
    const ratio = median(times[size].map((time, turn) => time / times[other][turn]));
    return `${speeds(size)}, ${ratio.toFixed(2)} × the time`;
  };
  row("tokens and matches, 500 terms", `${speeds(500)}, ${(bytes / 1e6).toFixed(1)} MB`, "");
  row("tokens and matches, 2 000 terms", against(2000, 500), "bar ≥ 20 MB/s, ≤ 1.5 ×");
  row(`tokens and matches, ${more.before} terms (the pack)`, against("whole", 2000), "");
  row(`tokens and matches, ${more.terms} terms`, against("more", "whole"), "bar ≤ 1.3 ×");
  await compareMatching(packs[2000], documents, bytes, median(times[2000]));
}

/** What the matches cost against `rg -c -i -F` for the same words in the same text, processor time against processor time. */
async function compareMatching(pack, documents, bytes, secondsOfOnce) {
  const name = "tokens and matches, 2 000 terms ÷ rg -c -i -F";
  if (!isInstalled("rg")) return row(name, "left out: rg not installed", "");
  // Several times over, or the start of the process would be what is measured.
  const repeats = Math.max(1, Math.round(8e6 / bytes));
  const mine = secondsOfOnce * repeats;
  const folder = await mkdtemp(path.join(tmpdir(), "genomlys-bench-"));
  const [words, text] = [path.join(folder, "words"), path.join(folder, "text")];
  await writeFile(words, asPlainText(pack).join("\n"));
  await writeFile(
    text,
    documents
      .map((document) => document.text)
      .join("\n")
      .repeat(repeats),
  );
  const search = [...onOneCore, "rg", "-c", "-i", "-F", "-f", words, text];
  const theirs = median(Array.from({ length: 5 }, () => timeCommand(search).cpu));
  await rm(folder, { recursive: true, force: true });
  row(name, `${(mine / theirs).toFixed(2)} ×  (${seconds(mine)} ÷ ${seconds(theirs)})`, "bar ≤ 1 ×");
}

/** Peak memory of the whole process for one long PDF. */
function measureMemory() {
  const file = values.long;
  if (file === undefined) return row("peak memory of a long PDF", "left out: no --long <file>", "");
  const tell = "process.on('exit',()=>process.stderr.write('@@'+process.resourceUsage().maxRSS))";
  const run = spawnSync(
    node,
    ["--import", `data:text/javascript,${tell}`, genomlys, file, "--format", "json", "--no-cache"],
    {
      encoding: "utf8",
      maxBuffer: 1 << 29,
    },
  );
  const { documents } = JSON.parse(run.stdout);
  const peak = Number(/@@(\d+)/.exec(run.stderr)?.[1]) / 1024;
  row(`peak memory, ${documents[0].pages} pages`, `${peak.toFixed(0)} MB`, "bar ≤ 300 MB for 785 pages");
}
