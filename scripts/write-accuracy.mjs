// Writes the figures of docs/accuracy.md from what the rules of today make of the labelled passages.
//
//   node scripts/write-accuracy.mjs           writes them
//   node scripts/write-accuracy.mjs --check   exit code 1 when they are out of date
//
// The text around the figures is written by hand. Of the measured sets nothing is shown that points to a passage: not which
// traps failed, for most of them stand there once.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadSources, root } from "./load-sources.mjs";

const page = path.join(root, "docs", "accuracy.md");
const begin = "<!-- figures: written by npm run accuracy -->";
const end = "<!-- end of figures -->";

const sets = [
  { file: "test/gold/held-out.jsonl", title: "Measured only", detailed: true },
  { file: "test/gold/other-writers.jsonl", title: "Measured only, other writers", detailed: false },
  {
    file: "test/gold/documents-held-out.jsonl",
    title: "Measured only, sections of documents",
    detailed: false,
  },
  { file: "test/gold/documents-tune.jsonl", title: "Tuning set, sections of documents", detailed: false },
  { file: "test/gold/shared-120.jsonl", title: "Starting set", detailed: false },
  { file: "test/gold/tune.jsonl", title: "Tuning set", detailed: false },
];

const figure = (value) => (value === null ? "–" : value.toFixed(3).replace(/^0/, ""));
const withInterval = (value, { low, high }) =>
  value === null ? "–" : `${figure(value)} [${figure(low)}–${figure(high)}]`;
const share = (proportion) =>
  `${withInterval(proportion.share, proportion)} ${proportion.right}/${proportion.of}`;
const estimate = (found) => withInterval(found.value, found);

/** A Markdown table as prettier would set it. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => String(row[column]).length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => String(cell).padEnd(widths[column])).join(" | ")} |`;
  const [head, ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}

function scoreTable({ scores, keywords, review }) {
  const agreement = (name, of) => [name, share(of.precision), share(of.recall), estimate(of.f1)];
  const rows = (of, whose) => [
    agreement(`present${whose}`, of.present),
    agreement(`missing${whose}`, of.missing),
    agreement(`expected${whose}`, of.expected),
  ];
  const other = (name, of, reviewed) => [
    name,
    estimate(of.level.kappa),
    share(of.level.exact),
    share(of.level.withinOne),
    share(of.traps),
    reviewed,
  ];
  return [
    table([
      ["", "precision", "recall", "F1"],
      ...rows(scores, ""),
      ...(keywords === null ? [] : rows(keywords, ", keyword search")),
    ]),
    "",
    table([
      ["", "quadratic kappa", "level exact", "at most one off", "traps right", "left to judge"],
      other("genomlys", scores, share(review)),
      ...(keywords === null ? [] : [other("keyword search", keywords, "–")]),
    ]),
  ].join("\n");
}

function confusionTable({ scores }) {
  const levels = [0, 1, 2, 3, 4];
  return table([
    ["labelled", ...levels.map((level) => `judged ${level}`)],
    ...levels.map((level) => [`level ${level}`, ...scores.level.confusion[level]]),
  ]);
}

function typeTable({ byType }) {
  return table([
    ["document type", "passages", "present P / R", "missing P / R", "kappa", "traps right"],
    ...Object.entries(byType).map(([type, { passages, present, missing, level, traps }]) => [
      type,
      passages,
      `${figure(present.precision.share)} / ${figure(present.recall.share)}`,
      `${figure(missing.precision.share)} / ${figure(missing.recall.share)}`,
      figure(level.kappa.value),
      `${traps.right}/${traps.of}`,
    ]),
  ]);
}

function setText({ file, title, detailed }, evaluation) {
  return [
    `### ${title}: ${file}, ${evaluation.passages} passages`,
    "",
    scoreTable(evaluation),
    ...(detailed
      ? ["", "Levels:", "", confusionTable(evaluation), "", "By document type:", "", typeTable(evaluation)]
      : []),
  ].join("\n");
}

async function figures() {
  const { evaluate, loadPacks } = await loadSources("write-accuracy", {
    "src/evaluate/evaluate.ts": ["evaluate"],
    "src/rules/load-packs.ts": ["loadPacks"],
  });
  const packs = await loadPacks([]);
  const named = packs
    .map(({ id, version, sha256 }) => `${id} ${version} (sha256 ${sha256.slice(0, 12)})`)
    .join(", ");
  const parts = [];
  for (const set of sets) {
    const text = await readFile(path.join(root, set.file), "utf8");
    const beside = path.dirname(path.join(root, set.file));
    const gold = [{ path: set.file, text, readFile: (name) => readFile(path.join(beside, name)) }];
    parts.push(setText(set, await evaluate(gold, { packs, bars: [], errors: false })));
  }
  return `Rules: ${named}.\n\n${parts.join("\n\n")}`;
}

const there = await readFile(page, "utf8");
const from = there.indexOf(begin);
const to = there.indexOf(end);
if (from < 0 || to < from) throw new Error(`the lines "${begin}" and "${end}" are not in docs/accuracy.md`);
const wanted = `${there.slice(0, from + begin.length)}\n\n${await figures()}\n\n${there.slice(to)}`;
if (wanted !== there && process.argv.includes("--check")) {
  console.error("docs/accuracy.md is out of date: run npm run accuracy");
  process.exitCode = 1;
} else if (wanted !== there) {
  await writeFile(page, wanted);
  console.log("written: docs/accuracy.md");
}
