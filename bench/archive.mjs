// `npm run bench:archive`: what an archive costs, as ratios of one run on one machine.
//
//   npm run bench:archive -- [folder of documents] [--documents <n>] [--only-many]
//
// Memory and time a document are measured on small documents made for it, all in one folder (`--documents 100000 --only-many`
// for a very large one alone); the cache and the threads on the folder (fixtures/halland without one).
import { spawnSync } from "node:child_process";
import { closeSync, createReadStream, openSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../scripts/load-sources.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: "string", default: "10000" },
    "only-many": { type: "boolean", default: false },
  },
});
const many = Number(values.documents);
const few = Math.ceil(many / 20);
const folder = path.resolve(positionals[0] ?? path.join(root, "fixtures", "halland"));
const genomlys = path.join(root, "bin", "genomlys.js");
const work = await mkdtemp(path.join(tmpdir(), "genomlys-bench-"));

/** Runs one audit; answers seconds by the clock, processor seconds of it and its threads, peak memory in MB. */
function audit(...args) {
  const tell =
    "process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('@@'+[u.maxRSS/1e3,(u.userCPUTime+u.systemCPUTime)/1e6])})";
  const began = performance.now();
  const lines = openSync(path.join(work, "lines.jsonl"), "w");
  const run = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${tell}`, genomlys, ...args, "--format", "jsonl", "--quiet"],
    { encoding: "utf8", stdio: ["ignore", lines, "pipe"], maxBuffer: 1e8 },
  );
  closeSync(lines);
  if (run.status !== 0 && run.status !== 3) throw new Error(`genomlys ${args.join(" ")}: ${run.stderr}`);
  const [megabytes, cpu] = (run.stderr.split("@@").at(-1) ?? "").split(",").map(Number);
  return { seconds: (performance.now() - began) / 1000, cpu, megabytes };
}

/** Lines of a file that may be larger than a text can be. */
async function countLines(file) {
  let count = 0;
  for await (const chunk of createReadStream(file)) for (const byte of chunk) if (byte === 10) count++;
  return count;
}

const row = (name, measured, bar) => {
  console.log(`${name.padEnd(50)} ${measured.padEnd(50)} bar ${bar}`);
};
const per = (a, b, digits = 2) => `${(a / b).toFixed(digits)} ×`;

try {
  /** A folder of `count` documents of one kind: the two sides differ in number alone. */
  const makeArchive = async (name, count) => {
    const made = path.join(work, name);
    await mkdir(made);
    for (let n = 0; n < count; n++) {
      const text = `Nämnden ska följa upp elevernas resultat i skola ${n}. Flickor har högre betyg än pojkar i ${n % 17} ämnen.`;
      await writeFile(
        path.join(made, `${n}.md`),
        `# Plan ${n}\n\n## Mål\n\n${text}\n\n## Ansvar\n\nNämnden ansvarar.\n`,
      );
    }
    return made;
  };
  const archive = await makeArchive("archive", many);
  const part = await makeArchive("part", few);
  const large = audit(archive, "--no-cache");
  const counted = await countLines(path.join(work, "lines.jsonl"));
  if (counted !== many) throw new Error(`${counted} results of ${many} documents`);
  const small = audit(part, "--no-cache");
  row(
    `peak memory, ${many} documents ÷ ${few}`,
    `${per(large.megabytes, small.megabytes)}  (${large.megabytes.toFixed(0)} ÷ ${small.megabytes.toFixed(0)} MB)`,
    "≤ 1.3 ×",
  );
  row(
    `processor time a document, ${many} ÷ ${few}`,
    `${per(large.cpu / many, small.cpu / few)}  (${large.cpu.toFixed(0)} s; by the clock ${large.seconds.toFixed(0)} s)`,
    "about 1 ×: start is shared by more",
  );
  if (!values["only-many"]) {
    const cache = ["--cache-dir", path.join(work, "cache")];
    const first = audit(folder, ...cache);
    const again = audit(folder, ...cache);
    row(
      "unchanged archive again ÷ first time, CPU",
      `${per(again.cpu, first.cpu, 3)}  (${again.cpu.toFixed(2)} ÷ ${first.cpu.toFixed(2)} s; clock ${per(again.seconds, first.seconds, 3)})`,
      "≤ 0.033 ×",
    );
    const one = audit(folder, "--no-cache", "--jobs", "1");
    const two = audit(folder, "--no-cache", "--jobs", "2");
    row(
      "--jobs 1 ÷ --jobs 2, clock",
      `${per(one.seconds, two.seconds)}  (${one.seconds.toFixed(1)} ÷ ${two.seconds.toFixed(1)} s)`,
      "≤ 1.66 × on two cores: see docs/performance.md",
    );
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
