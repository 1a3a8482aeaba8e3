// `genomlys init [folder]`: looks at the documents of a folder and writes a configuration for it, with notes.
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { findConfig } from "../../config/find-config.ts";
import { writeNewConfig, type RecognisedFile } from "../../config/new-config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { LocalText, RulePack } from "../../model/rule.ts";
import { auditInputs } from "../audit/audit-inputs.ts";
import { initialBaselineFile } from "../baseline/baseline-file.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import { openInputs } from "../inputs/open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";
import { openResultFile } from "../results/result-file.ts";
import { readScreen } from "../results/screen.ts";
import type { InitOptions } from "../command-line/setup-options.ts";

const configFileName = "genomlys.config.yaml";
/** Enough to see what a folder holds; an archive of thousands is for `scan`. */
const mostDocuments = 200;

/** Runs the command; answers the exit code. */
export async function runInit(
  named: string | undefined,
  options: InitOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  const folder = path.resolve(io.cwd(), named ?? ".");
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw genomlysError("INIT_NOT_A_FOLDER", { path: named ?? "." });
  const file = path.join(folder, configFileName);
  const shown = path.relative(io.cwd(), file).replaceAll(path.sep, "/");
  if (existsSync(file) && !options.overwrite) throw genomlysError("INIT_EXISTS", { path: shown });
  const accepted = path.join(folder, initialBaselineFile);
  if (options.baseline && existsSync(accepted) && !options.overwrite) {
    const at = path.relative(io.cwd(), accepted).replaceAll(path.sep, "/");
    throw genomlysError("BASELINE_EXISTS", { path: at });
  }
  const above = existsSync(file) ? null : findConfig(folder, undefined);

  const packs = await pipeline.loadPacks([]);
  const documents = await lookAt(folder, options, packs, io, pipeline);
  const out = openResultStream(io);
  const { plain } = readScreen(
    io,
    { color: options.color, plain: options.plain, toFile: false },
    process.platform,
  );
  await out.write(describe(documents, packs, lang, plain === true));
  if (!(await agreed(shown, options, io))) {
    io.stderr.write(`${message(lang, "init.left")}\n`);
    return exitCode.done;
  }
  const baseline = options.baseline && documents.length > 0;
  const text = writeNewConfig({
    lang,
    schema: schemaPath(folder),
    packs: packs.map(({ id }) => id),
    types: typesOf(packs).map(({ id }) => id),
    files: documents.flatMap((document) => recognised(document)),
    ...(baseline ? { baseline: initialBaselineFile } : {}),
  });
  const written = await openResultFile(file, shown);
  try {
    await written.write(text);
    // Another program may have written one meanwhile.
    if (existsSync(file) && !options.overwrite) throw genomlysError("INIT_EXISTS", { path: shown });
    await written.finish();
  } finally {
    await written.discard();
  }
  if (!options.quiet) {
    io.stderr.write(`${message(lang, "cli.written", { path: plainText(shown) })}\n`);
    if (above !== null) {
      const name = path.relative(io.cwd(), above).replaceAll(path.sep, "/");
      io.stderr.write(`${message(lang, "init.above", { path: plainText(name) })}\n`);
    }
  }
  // With the configuration in force: it says where the file lies, and which type a document has.
  const code = baseline ? await acceptToday(folder, options, io, pipeline) : exitCode.done;
  if (!options.quiet) {
    if (options.baseline && !baseline) io.stderr.write(`${message(lang, "init.noBaseline")}\n`);
    const key = baseline ? "init.nextCheck" : "init.next";
    io.stderr.write(`${message(lang, key, { folder: plainText(named ?? ".") })}\n`);
  }
  return code;
}

/** Accepts the gaps that are there today; answers the exit code. */
async function acceptToday(
  folder: string,
  options: InitOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { runBaselineCreate } = await import("./baseline.ts");
  const { audit, quiet, overwrite: force } = options;
  const here: Io = { ...io, stdin: io.stdin, cwd: () => folder };
  return runBaselineCreate(["."], { ...audit, quiet, file: undefined, force }, here, pipeline);
}

/** The folder's documents as an audit sees them, without a configuration; [] when there are none. */
async function lookAt(
  folder: string,
  options: InitOptions,
  packs: readonly RulePack[],
  io: Io,
  pipeline: Pipeline,
): Promise<DocumentReport[]> {
  const here: Io = { ...io, stdin: io.stdin, cwd: () => folder };
  const inputs = await openInputs(
    ["."],
    { ...options, outputs: [], mayFindNothing: true },
    null,
    here,
    pipeline,
  );
  if (inputs === null) return [];
  try {
    const documents: DocumentReport[] = [];
    const yardstick = { packs, config: null, lang: options.lang, type: "auto" };
    await auditInputs(
      inputs,
      yardstick,
      { jobs: options.jobs, keep: false },
      here,
      pipeline,
      ({ document }) => {
        documents.push(document);
        return Promise.resolve(documents.length < mostDocuments);
      },
    );
    inputs.progress.clear();
    return documents;
  } finally {
    await inputs.close();
  }
}

function typesOf(packs: readonly RulePack[]): { readonly id: string; readonly label: LocalText }[] {
  return packs.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === "documentType" ? [{ id: rule.id, label: rule.label }] : [])),
  );
}

const isUncertain = ({ notices }: DocumentReport): boolean =>
  notices.some(({ code }) => code === "TYPE_UNCERTAIN");

/** What can be said of a document in the configuration; nothing of one that was not read or is of no known type. */
function recognised(document: DocumentReport): RecognisedFile[] {
  const { path: at, status, type } = document;
  if (status !== "audited" || type.id === "ovrigt") return [];
  return [{ path: at, type: type.id, uncertain: isUncertain(document), because: type.because }];
}

/** "3 Mål och budget", a line each, the commonest first; set in columns unless it is to be `plain`. */
function describe(
  documents: readonly DocumentReport[],
  packs: readonly RulePack[],
  lang: Language,
  plain: boolean,
): string {
  if (documents.length === 0) return `${message(lang, "init.foundNone")}\n`;
  const labels = new Map(typesOf(packs).map(({ id, label }) => [id, label[lang]]));
  const rows = new Map<string, number>();
  for (const document of documents) {
    const { id } = document.type;
    const type = plainText(labels.get(id) ?? message(lang, "document.typeUnknown"));
    const row =
      document.status !== "audited"
        ? message(lang, "init.rowUnread", { n: "{}" })
        : message(lang, isUncertain(document) ? "init.rowUncertain" : "init.row", { n: "{}", type });
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  const width = String(Math.max(...rows.values())).length;
  return [
    message(lang, "init.found", { n: documents.length }),
    ...[...rows.entries()]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([row, n]) =>
        plain ? row.replace("{}", String(n)) : `  ${row.replace("{}", String(n).padStart(width))}`,
      ),
    ...(documents.length >= mostDocuments ? [message(lang, "init.lookedAt", { n: mostDocuments })] : []),
    "",
  ].join("\n");
}

/** Asks only a person who can answer. */
async function agreed(shown: string, { yes, lang }: InitOptions, io: Io): Promise<boolean> {
  if (yes || io.stdin.isTTY !== true || io.stderr.isTTY !== true) return true;
  io.stderr.write(message(lang, "init.ask", { path: plainText(shown) }));
  for await (const answer of io.stdin) {
    const text = typeof answer === "string" ? answer : Buffer.from(answer).toString("utf8");
    return /^\s*(?:j|ja|y|yes)?\s*$/i.test(text);
  }
  return false;
}

/** Where an editor finds the schema: in the node_modules of the folder or above it. */
function schemaPath(folder: string): string {
  const schema = "node_modules/genomlys/schemas/config.schema.json";
  let up = "";
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at), up += "../") {
    if (existsSync(path.join(at, schema))) return `${up}${schema}`;
  }
  return schema;
}
