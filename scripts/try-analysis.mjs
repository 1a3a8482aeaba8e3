// Runs everything that docs/analysis.md shows, in the programs that it shows it for, and holds the answers against the page.
// What is not there is skipped, and said. Run it after `npm run build`.
//
//   npm run analysis -- --duckdb <folder>
//
// R: any Rscript on the path. DuckDB: its Node package, installed in a folder of its own (npm install @duckdb/node-api), for
// it weighs 70 MB and is no dependency of ours.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = path.join(import.meta.dirname, "..");
const names = ["documents", "sections", "evidence", "gaps", "requirements"];
const { values: asked } = parseArgs({ options: { duckdb: { type: "string" } } });
let failed = false;

function say(what, outcome) {
  process.stdout.write(`${what.padEnd(34)} ${outcome}\n`);
}

function hold(what, found, expected) {
  if (found === expected) return say(what, "ok");
  failed = true;
  return say(what, `FAILED: not what was expected\n--- expected\n${expected}\n--- found\n${found}`);
}

function genomlys(args) {
  try {
    execFileSync(process.execPath, [path.join(root, "bin", "genomlys.js"), ...args, "--quiet"], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    // 3: a file could not be read, and stands so in the tables.
    if (error.status !== 3) throw error;
  }
}

/** The page's first commands. */
function makeTables(folder, inputs, tables) {
  const lines = path.join(folder, "ut.jsonl");
  genomlys([...inputs, "--no-cache", "-o", lines]);
  for (const table of tables) {
    const file = path.join(folder, `${table}.csv`);
    genomlys(["report", lines, "--no-cache", "--format", "csv-data", "--table", table, "-o", file]);
  }
}

function rWithUtf8() {
  try {
    const probe = ["-e", String.raw`cat(l10n_info()[["UTF-8"]], "\u00e4")`];
    const locale = { ...process.env, LC_ALL: "C.UTF-8" };
    return execFileSync("Rscript", probe, { encoding: "utf8", env: locale }) === "TRUE ä"
      ? locale
      : undefined;
  } catch {
    return undefined;
  }
}

function inR(page, folder) {
  const env = rWithUtf8();
  if (env === undefined) return say("R", "skipped: no Rscript with UTF-8");
  const found = execFileSync("Rscript", [path.join(root, "examples", "analysis.R")], {
    encoding: "utf8",
    cwd: folder,
    env,
  });
  const shown = [...page.matchAll(/^```r\n# \d[^]*?^```\n\n```text\n([^]*?)^```$/gm)].map(([, text]) => text);
  hold("R: the three questions", found, shown.join(""));
  // In a locale without UTF-8 names are shown in another way, but no row may be lost.
  const lines = (text) => String(text.split("\n").length);
  const plain = { encoding: "utf8", cwd: folder, env: { ...env, LC_ALL: "C" } };
  hold(
    "R: as many rows without UTF-8",
    lines(execFileSync("Rscript", [path.join(root, "examples", "analysis.R")], plain)),
    lines(found),
  );
}

async function inDuckDb(page, folder, other) {
  if (asked.duckdb === undefined) return say("DuckDB", "skipped: no --duckdb <folder with @duckdb/node-api>");
  const entry = createRequire(path.join(path.resolve(asked.duckdb), "any.js")).resolve("@duckdb/node-api");
  const { DuckDBInstance } = await import(pathToFileURL(entry).href);
  /** The answers of all statements of a text, those that answer rows: arrays of text, the first the columns' names. */
  const ask = async (connection, text) => {
    const answers = [];
    const statements = await connection.extractStatements(text);
    for (let at = 0; at < statements.count; at++) {
      const result = await (await statements.prepare(at)).runAndReadAll();
      answers.push([result.columnNames(), ...result.getRows().map((row) => row.map(String))]);
    }
    return answers;
  };
  const examples = path.join(root, "examples");
  const tables = await readFile(path.join(examples, "tables.sql"), "utf8");
  const questions = await readFile(path.join(examples, "analysis.sql"), "utf8");
  const blocks = [...page.matchAll(/^```sql\n([^]*?)^```\n\n((?:\|.*\n)*)/gm)];
  const inFolder = async (where) => {
    process.chdir(where);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await ask(connection, tables);
    return connection;
  };
  const connection = await inFolder(folder);
  const cells = (table) =>
    table
      .trim()
      .split("\n")
      .filter((_, at) => at !== 1)
      .map((row) =>
        row
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      );
  const shown = blocks.flatMap(([, , table]) => (table === "" ? [] : [cells(table)]));
  const text = (answers) => answers.map((rows) => rows.map((row) => row.join(" | ")).join("\n")).join("\n\n");
  hold("DuckDB: the three questions", text(await ask(connection, questions)), text(shown));
  const others = [
    ...blocks.flatMap(([, sql, table]) => (table === "" ? [sql] : [])),
    ...[...page.matchAll(/`((?:SELECT|COPY) [^`]+)`/g)].map(([, sql]) => sql),
  ];
  for (const sql of others) {
    await ask(connection, sql);
    say(`DuckDB: ${sql.replaceAll(/\s+/g, " ").slice(0, 24)}…`, "ok");
  }
  // Types that hold for every run, and values that come back from Parquet as they went in.
  const typesOf = async (one, table) => {
    const [[, ...rows]] = await ask(one, `DESCRIBE ${table}`);
    return new Map(rows.map(([column, type]) => [column, type]));
  };
  const elsewhere = await inFolder(other);
  process.chdir(folder);
  for (const table of names) {
    const types = await typesOf(connection, table);
    const same = [...(await typesOf(elsewhere, table))].filter(([column]) => types.has(column));
    const lines = (pairs) => pairs.map((pair) => pair.join(" ")).join("\n");
    hold(
      `DuckDB: types of ${table}`,
      lines(same),
      lines(same.map(([column]) => [column, types.get(column)])),
    );
    const [, back] = await ask(
      connection,
      `COPY ${table} TO '${table}.parquet'; SELECT (SELECT count(*) FROM '${table}.parquet'),
        (SELECT count(*) FROM (FROM ${table} EXCEPT ALL FROM '${table}.parquet'))`,
    );
    const [[, [count]]] = await ask(connection, `SELECT count(*) FROM ${table}`);
    hold(`DuckDB: ${table} to Parquet and back`, back[1].join(" "), `${count} 0`);
    const parquet = await typesOf(connection, `SELECT * FROM '${table}.parquet'`);
    hold(`DuckDB: types of ${table}.parquet`, lines([...parquet]), lines([...types]));
  }
  return connection.closeSync();
}

const folder = await mkdtemp(path.join(tmpdir(), "genomlys-analysis-"));
const other = await mkdtemp(path.join(tmpdir(), "genomlys-analysis-"));
try {
  const page = await readFile(path.join(root, "docs", "analysis.md"), "utf8");
  // R asks two of them.
  const tables = asked.duckdb === undefined ? ["sections", "gaps"] : names;
  makeTables(folder, ["--manifest", path.join("examples", "halland-lista.csv")], tables);
  inR(page, folder);
  if (asked.duckdb !== undefined) makeTables(other, ["fixtures/bad", "fixtures/scanned"], names);
  await inDuckDb(page, folder, other);
} finally {
  process.chdir(root);
  for (const each of [folder, other]) await rm(each, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
