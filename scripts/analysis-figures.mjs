// The figures of docs/analysis.md, reckoned from a run of today: the same three questions as examples/analysis.sql and
// analysis.R ask, without the programs, so that the page cannot grow old unseen.
import path from "node:path";
import { Readable } from "node:stream";
import { loadSources, root } from "./load-sources.mjs";

/** The tables that the page's first commands make: name → rows, each an object by column. */
async function tablesOfToday() {
  const { main, dataTables } = await loadSources("analysis", {
    "src/cli/main.ts": ["main"],
    "src/report/data/data-tables.ts": ["dataTables"],
  });
  const said = { out: "", err: "" };
  const io = {
    stdout: { write: (text) => (said.out += text) !== "" },
    stderr: { write: (text) => (said.err += text) !== "" },
    stdin: Readable.from([]),
    env: {},
    cwd: () => root,
  };
  const list = path.join("examples", "halland-lista.csv");
  const code = await main(["--manifest", list, "--no-cache", "--format", "json", "--quiet"], io);
  if (code !== 0) throw new Error(`the run of the page ended with ${String(code)}: ${said.err}`);
  const report = JSON.parse(said.out);
  return Object.fromEntries(
    ["sections", "gaps"].map((name) => {
      const { columns, rows } = dataTables[name](report);
      return [name, rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])))];
    }),
  );
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
const round2 = (number) => Math.round(number * 100) / 100;

/** Rows in groups of the same values of `names`. */
function groups(rows, names) {
  const found = new Map();
  for (const row of rows) {
    const key = JSON.stringify(names.map((name) => row[name]));
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()];
}

/** Sorted by the values that `keysOf` gives, numbers by size and text by its letters' codes. */
const sortedBy = (rows, keysOf) =>
  [...rows].sort((one, other) => {
    const [a, b] = [keysOf(one), keysOf(other)];
    const at = a.findIndex((key, index) => key !== b[index]);
    return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
  });

/** How much of the text where the perspective is expected has it, by year and by who decided? */
function coverage({ sections }) {
  const expected = sections
    .filter((row) => row.expected && row.status !== "unread")
    .map((row) => ({ ...row, decided_by: row["own_Beslutad av"] }));
  const rows = groups(expected, ["year", "decided_by"]).map((group) => ({
    year: group[0].year,
    decided_by: group[0].decided_by,
    documents: new Set(group.map(({ document }) => document)).size,
    expected_sections: group.length,
    coverage: round2(
      sum(group.filter(({ status }) => status === "present").map(({ words }) => words)) /
        sum(group.map(({ words }) => words)),
    ),
  }));
  return sortedBy(rows, (row) => [row.year, row.decided_by]);
}

/** Where in the steering chain is it lost? */
function lostLinks({ sections }) {
  const long = sections
    .filter((row) => row.expected && row.chain !== null)
    .flatMap((row) => row.chain.split("|").map((link) => ({ ...row, link })));
  const rows = groups(long, ["type", "link"])
    .map((group) => ({
      type: group[0].type,
      link: group[0].link,
      expected: group.length,
      covered: group.filter(({ status }) => status === "present").length,
    }))
    .filter(({ expected }) => expected >= 5);
  return sortedBy(rows, (row) => [row.covered / row.expected, row.type, row.link]).slice(0, 6);
}

/** What is lacking most, and in what kind of section? */
function gravestGaps({ sections, gaps }) {
  const roles = new Map(sections.map(({ document, section, role }) => [`${document} ${section}`, role]));
  const grave = gaps
    .filter(({ severity, suppressed }) => severity === "high" && !suppressed)
    .map((row) => ({ ...row, place: `${row.document} ${row.section}` }))
    .filter(({ place }) => roles.has(place))
    .map((row) => ({ ...row, role: roles.get(row.place) }));
  const rows = groups(grave, ["rule", "role"]).map((group) => ({
    rule: group[0].rule,
    role: group[0].role,
    sections: new Set(group.map(({ place }) => place)).size,
    documents: new Set(group.map(({ document }) => document)).size,
  }));
  return sortedBy(rows, (row) => [-row.sections, row.rule, row.role]).slice(0, 5);
}

const widthsOf = (head, rows) =>
  head.map((name) => Math.max(...[name, ...rows.map((row) => row[name])].map((cell) => String(cell).length)));

/** As Markdown, set as prettier sets it. */
function markdownTable(rows) {
  const head = Object.keys(rows[0]);
  const widths = widthsOf(head, rows).map((width) => Math.max(3, width));
  const line = (cells) => `| ${cells.map((cell, at) => String(cell).padEnd(widths[at])).join(" | ")} |`;
  return [
    line(head),
    line(widths.map((width) => "-".repeat(width))),
    ...rows.map((row) => line(head.map((name) => row[name]))),
  ].join("\n");
}

/** As R prints a data frame without the names of its rows: to the right, with a blank before each column. */
function printedByR(rows, head) {
  const shown = rows.map((row) =>
    Object.fromEntries(
      head.map((name) => [name, name === "coverage" ? row[name].toFixed(2) : String(row[name])]),
    ),
  );
  const widths = widthsOf(head, shown);
  const line = (cells) => cells.map((cell, at) => ` ${cell.padStart(widths[at])}`).join("");
  return [line(head), ...shown.map((row) => line(head.map((name) => row[name])))].join("\n");
}

/** The page with the figures of today behind each of its questions. */
export async function analysisPage(page) {
  const tables = await tablesOfToday();
  const answers = [coverage(tables), lostLinks(tables), gravestGaps(tables)];
  const heads = [
    ["year", "decided_by", "coverage"],
    ["type", "link", "expected", "covered"],
    ["rule", "role", "sections", "documents"],
  ];
  let text = page;
  for (const [at, rows] of answers.entries()) {
    const number = `${String(at + 1)}\\. `;
    const bySql = new RegExp(`(\`\`\`sql\\n-- ${number}[\\s\\S]*?\`\`\`\\n\\n)(?:\\|.*\\n)+`);
    const byR = new RegExp(
      `(\`\`\`r\\n# ${number}[\\s\\S]*?\`\`\`\\n\\n\`\`\`text\\n)[\\s\\S]*?\\n(?=\`\`\`)`,
    );
    for (const [pattern, written] of [
      [bySql, markdownTable(rows)],
      [byR, printedByR(rows, heads[at])],
    ]) {
      if (!pattern.test(text))
        throw new Error(`question ${String(at + 1)} is not in docs/analysis.md as it was`);
      text = text.replace(pattern, (_, before) => `${before}${written}\n`);
    }
  }
  return text;
}
