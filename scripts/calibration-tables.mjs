// The tables of docs/calibration.md, from a saved report and a person's reading of each document.
//   npx genomlys FOLDER --format json -o report.json
//   node scripts/calibration-tables.mjs report.json docs/calibration-notes.tsv
// The notes say of each file (a part of its path) under which heading it stands, what it is called and why its result is
// what it is. Files that no note names are counted and not listed: they are copies in other formats and damaged files.
import { readFile } from "node:fs/promises";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

/** Notes of a tab-separated text with the columns file, group, name and why. Lines that begin with # are left out. */
export function readNotes(text) {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line, number) => {
      const [file, group, name, why] = line.split("\t").map((cell) => cell.trim());
      if (!file || !group || !name || !why) throw new Error(`note ${number + 1}: four columns are needed`);
      return { file, group, name, why };
    });
}

/** Markdown: the sums over all listed documents, then a table for each group, in the order of the notes. */
export function calibrationTables(report, notes) {
  const listed = notes.flatMap((note) => {
    const document = report.documents.find(
      ({ path, status }) => status === "audited" && path.includes(note.file),
    );
    return document === undefined ? [] : [{ note, document }];
  });
  const sections = listed.flatMap(({ document }) => document.sections);
  const requirements = listed.flatMap(({ document }) => document.requirements);
  const lines = [
    `Rules: ${report.packs.map(({ id, version }) => `${id} ${version}`).join(", ")}.`,
    "",
    `${listed.length} documents of ${report.documents.length} files, ${sections.length} sections: ${shares(
      sections,
      "status",
      [
        ["notExpected", "nothing expected"],
        ["missing", "missing"],
        ["present", "present"],
        ["review", "left to judge"],
        ["unread", "not read"],
      ],
    )}.`,
    "",
    `Level 4: ${sections.filter(({ level }) => level === 4).length} sections. Requirements: ${shares(
      requirements,
      "status",
      [
        ["met", "met"],
        ["partly", "partly met"],
        ["unmet", "unmet"],
        ["notApplicable", "not applicable"],
      ],
    )}.`,
  ];
  for (const group of new Set(listed.map(({ note }) => note.group))) {
    lines.push("", `### ${group}`, "", row(columns), row(columns.map(() => "---")));
    for (const { note, document } of listed)
      if (note.group === group) lines.push(row(cellsOf(note, document)));
  }
  return `${lines.join("\n")}\n`;
}

const columns = [
  "document",
  "type",
  "expected",
  "covered",
  "to judge",
  "level 1 / 2 / 3 / 4",
  "unmet",
  "verdict",
  "why",
];

function cellsOf({ name, why }, document) {
  const { type, coverage, sections, requirements, verdict } = document;
  const levels = [1, 2, 3, 4].map((level) => sections.filter((section) => section.level === level).length);
  return [
    name,
    type.id,
    `${coverage.expected} of ${sections.length}`,
    String(coverage.covered),
    String(coverage.review),
    levels.join(" / "),
    String(requirements.filter(({ status }) => status === "unmet").length),
    verdict,
    why,
  ];
}

function shares(items, key, names) {
  return names
    .map(([value, label]) => [items.filter((item) => item[key] === value).length, label])
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} (${Math.round((100 * count) / items.length)} %) ${label}`)
    .join(", ");
}

function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const [report, notes] = argv.slice(2);
  if (report === undefined || notes === undefined) {
    console.error("node scripts/calibration-tables.mjs report.json notes.tsv");
    process.exitCode = 2;
  } else {
    const [saved, read] = await Promise.all([readFile(report, "utf8"), readFile(notes, "utf8")]);
    process.stdout.write(calibrationTables(JSON.parse(saved), readNotes(read)));
  }
}
