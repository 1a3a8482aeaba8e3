// `npm run fuzz`: damaged files of every format through the way that a scan takes, each with a clock and a bound on memory.
// `npm run fuzz -- --help` shows the options. The same seed makes the same files: `--seed 7 --first 123 --count 1` repeats
// one. Exit code 1 when any failed.
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadSources, root } from "./load-sources.mjs";

/** As parseArgs takes them, each with what it is for. */
const options = {
  count: { type: "string", default: "5000", about: "how many damaged files" },
  minutes: { type: "string", default: "30", about: "longest time for all" },
  seed: {
    type: "string",
    default: "1",
    about: "what the damage is drawn from: the same seed makes the same files",
  },
  first: { type: "string", default: "0", about: "number of the first file" },
  from: { type: "string", value: "folder", about: "damage the documents of this folder, too" },
  files: { type: "boolean", default: false, about: "run the documents of --from as they are" },
  seconds: { type: "string", default: "10", about: "longest time for one document" },
  "memory-mb": { type: "string", default: "500", about: "most memory for one document" },
  "largest-kb": { type: "string", default: "60", about: "largest document that is damaged" },
  failures: { type: "string", value: "folder", about: "write files that fail to this folder" },
  help: { type: "boolean", default: false, about: "show this" },
};
const { values } = parseArgs({ options });
if (values.help) {
  console.log("npm run fuzz -- [options]\n");
  for (const [name, { type, value = "n", default: initial, about }] of Object.entries(options)) {
    const shown = type === "boolean" ? `--${name}` : `--${name} <${value}>`;
    console.log(`  ${shown.padEnd(22)}${about}${typeof initial === "string" ? ` (${initial})` : ""}`);
  }
  process.exit();
}
const seed = Number(values.seed);
const first = Number(values.first);
const seconds = Number(values.seconds);
const memoryMb = Number(values["memory-mb"]);
/** Reading and judging have a clock each, a file that is unusual is read twice, and the machine may be busy. */
const longest = seconds * 4 + 20;
/** Peak of the whole process, in MB: what it needs by itself, one document over its limit, and what lies about uncollected. */
const mostMemory = 900 + memoryMb * 1.5;

if (!existsSync(path.join(root, "dist", "workers", "read.js"))) {
  console.error("dist/ is missing: run `npm run build` first");
  process.exit(2);
}
const sources = await loadSources(process.send === undefined ? "fuzz" : "fuzz-child", {
  "test/fuzz/make-case.ts": ["makeCase"],
  "test/fuzz/seeds.ts": ["readSeeds"],
  "test/fuzz/run-case.ts": ["openRunner"],
  "src/read/reader.ts": ["defaultLimits"],
  "src/rules/load-packs.ts": ["loadPacks"],
});
const cases = await openCases();
if (process.send === undefined) await runAll();
else await serve();

/** How many files there are, and the one of each number. */
async function openCases() {
  const folder = values.from === undefined ? undefined : path.resolve(values.from);
  if (!values.files) {
    const seeds = await sources.readSeeds(Number(values["largest-kb"]) * 1000, folder);
    return { end: first + Number(values.count), make: (index) => sources.makeCase(seeds, seed, index) };
  }
  const names = (await readdir(folder, { recursive: true })).sort();
  const files = [];
  for (const name of names) if ((await stat(path.join(folder, name))).isFile()) files.push(name);
  return {
    end: files.length,
    make: async (index) => {
      const bytes = await readFile(path.join(folder, files[index]));
      return {
        kind: path.extname(files[index]).slice(1),
        name: path.basename(files[index]),
        bytes,
        how: ["as it is"],
      };
    },
  };
}

/** The process that reads: answers each number with what came out and the most memory it ever had, in MB. */
async function serve() {
  const packs = await sources.loadPacks([]);
  const limits = { ...sources.defaultLimits, documentMs: seconds * 1000, memoryMb };
  const many = await sources.openRunner(packs, limits, false);
  const alone = await sources.openRunner(packs, limits, true);
  process.on("message", async (index) => {
    const { bytes, name } = await cases.make(index);
    const began = process.hrtime.bigint();
    const outcome = await (index % 8 === 0 ? alone : many).run(bytes, name, () => process.send("alive"));
    const took = Number(process.hrtime.bigint() - began) / 1e9;
    process.send({ index, outcome, took, peak: process.resourceUsage().maxRSS / 1024 });
  });
  process.on("disconnect", () => process.exit());
  process.send("ready");
}

/** Hands out the numbers; a reader that hangs or dies is replaced, and the file it had is a failure. */
async function runAll() {
  const ends = process.hrtime.bigint() + BigInt(Math.round(Number(values.minutes) * 60e9));
  const rows = new Map();
  const failures = [];
  const worst = { took: 0, peak: 0 };
  let child;
  let done = 0;
  for (let index = first; index < cases.end && process.hrtime.bigint() < ends; index++) {
    child ??= await startReader();
    const answer = await askReader(child, index);
    done++;
    if (done % 250 === 0) console.error(`${done} files, ${failures.length} failures`);
    const { kind, name, bytes, how } = await cases.make(index);
    let fault = answer.fault ?? answer.outcome.fault;
    if (answer.peak > mostMemory) fault = `${fault}\nmemory: ${answer.peak.toFixed(0)} MB`.trim();
    const row = rows.get(kind) ?? { files: 0, audited: 0, told: 0, failed: 0, longest: 0 };
    rows.set(kind, row);
    row.files++;
    if (fault !== "") row.failed++;
    else if (answer.outcome.answers.includes("audited")) row.audited++;
    else row.told++;
    row.longest = Math.max(row.longest, answer.took ?? longest);
    worst.took = Math.max(worst.took, answer.took ?? longest);
    worst.peak = Math.max(worst.peak, answer.peak ?? 0);
    if (fault !== "") {
      failures.push(index);
      console.log(`✗ ${index} ${name} (${how.join(", ")}), ${bytes.length} bytes: ${fault}`);
      if (values.failures !== undefined) {
        await mkdir(values.failures, { recursive: true });
        await writeFile(path.join(values.failures, `${seed}-${index}-${name}`), bytes);
      }
    }
    // A peak is never forgotten: the next file is measured from a fresh start.
    if (answer.fault !== undefined || answer.peak > mostMemory / 2) {
      child.kill("SIGKILL");
      child = undefined;
    }
  }
  child?.kill();
  console.log(
    `\nseed ${seed}, files ${first}–${first + done - 1} of ${cases.end - first}: at most ${seconds} s and ${memoryMb} MB a document\n`,
  );
  console.log("kind     files  audited  notice  failed  longest");
  for (const [kind, row] of [...rows].sort())
    console.log(
      `${kind.padEnd(8)}${[row.files, row.audited, row.told, row.failed].map((n, at) => String(n).padStart([6, 9, 8, 8][at])).join("")}${`${row.longest.toFixed(1)} s`.padStart(9)}`,
    );
  console.log(`\nlongest ${worst.took.toFixed(1)} s, peak memory of the process ${worst.peak.toFixed(0)} MB`);
  console.log(failures.length === 0 ? "no failure" : `${failures.length} failures: ${failures.join(" ")}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function startReader() {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("message", () => resolve(child));
    child.once("exit", (code) => reject(new Error(`the reader ended at its start with ${code}`)));
  });
}

function askReader(child, index) {
  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      child.removeAllListeners("message");
      child.removeAllListeners("exit");
      resolve(answer);
    };
    const ring = () => end({ fault: `hangs: no answer after ${longest} s` });
    let timer = setTimeout(ring, longest * 1000);
    child.on("message", (answer) => {
      if (answer !== "alive") return end(answer);
      clearTimeout(timer);
      timer = setTimeout(ring, longest * 1000);
    });
    child.once("exit", (code, signal) => end({ fault: `crashed: the process ended with ${signal ?? code}` }));
    child.send(index);
  });
}
