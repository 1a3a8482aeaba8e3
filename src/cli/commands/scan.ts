// `genomlys [scan] <path…>`: audits what was named and writes the report. One file at a time: memory stays flat.
import { createHash } from "node:crypto";
import { open, readFile, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { formatBug, formatError } from "../../errors/format-error.ts";
import { genomlysError, type GenomlysError } from "../../errors/genomlys-error.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { message, type Language } from "../../messages/message.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import type { Batch } from "../../pipeline/open-reading.ts";
import { defaultReadOptions, type Reading, type ReadOptions } from "../../read/reader.ts";
import { reportFormats } from "../../report/index.ts";
import { packageVersion } from "../../version.ts";
import { unknownChoice, type ScanOptions } from "../command-line.ts";
import { discover, realPathOf, type Discovery, type Input } from "../discover.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline, UnreadInput } from "../pipeline.ts";
import { showProgress } from "../progress.ts";
import { readScreen } from "../screen.ts";

/** Kinds of passed-over files that are named; the rest are only counted. */
const kindsNamed = 5;

interface Audit {
  readonly pipeline: Pipeline;
  readonly packs: readonly RulePack[];
  readonly options: ScanOptions;
  readonly read: ReadOptions;
  readonly reading: Reading;
  readonly io: Io;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The type that --type names. Known are the types of the packs, "ovrigt" (none of them) and "auto". */
function checkType(type: string, packs: readonly RulePack[]): void {
  const ids = packs.flatMap((pack) =>
    pack.rules.filter((rule) => rule.kind === "documentType").map((rule) => rule.id),
  );
  const known = [...new Set(["auto", ...ids, "ovrigt"])];
  if (!known.includes(type)) throw unknownChoice("--type", type, known);
}

/** What a problem with an input is called when it stops the run: nothing at all could be found. */
function problemError(input: Extract<Input, { kind: "problem" }>): GenomlysError {
  const { path: at, reason } = input;
  switch (input.problem) {
    case "FILE_MISSING":
      return genomlysError("INPUT_MISSING", { path: at });
    case "FILE_UNREADABLE":
      return genomlysError("INPUT_UNREADABLE", { path: at, reason });
    case "FOLDER_WITHOUT_DOCUMENTS":
      return genomlysError("FOLDER_WITHOUT_DOCUMENTS", { path: at });
    case "PATTERN_WITHOUT_FILES":
      return genomlysError("PATTERN_WITHOUT_FILES", { path: at });
  }
}

/** All of standard input; null when it is longer than `limit` bytes. */
async function readStandardInput(io: Io, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of io.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Bytes of an input, or why there are none. The size is looked at before the file is opened. */
async function readInput(input: Input, audit: Audit): Promise<Uint8Array | UnreadInput> {
  const { path: at } = input;
  const limit = audit.read.limits.fileBytes;
  const tooLarge = (size: number): UnreadInput => ({
    path: at,
    code: "FILE_TOO_LARGE",
    params: { bytes: size, limit },
  });
  if (input.kind === "problem") return { path: at, code: input.problem, params: { reason: input.reason } };
  if (input.kind === "stdin") return (await readStandardInput(audit.io, limit)) ?? tooLarge(limit + 1);
  if (input.size > limit) return tooLarge(input.size);
  try {
    return await readFile(input.file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { path: at, code: "FILE_UNREADABLE", params: { reason } };
  }
}

/** One input → its entry in the report. Whatever happens here costs this input only. */
async function auditInput(input: Input, audit: Audit): Promise<DocumentReport> {
  const { options, io } = audit;
  const bytes = await readInput(input, audit);
  if (!(bytes instanceof Uint8Array)) return audit.pipeline.reportUnread(bytes, options.lang);
  try {
    const { packs, read, reading } = audit;
    const { type, lang } = options;
    const file = { path: input.path, bytes };
    return await audit.pipeline.auditFile(file, { packs, type, lang, read, sha256, readWith: reading.read });
  } catch (thrown) {
    // Ours to mend, but no reason for the other documents to go unread.
    io.stderr.write(formatBug(thrown, packageVersion(), options.lang));
    const reason = clippedText(thrown instanceof Error ? thrown.message : String(thrown), 200);
    return audit.pipeline.reportUnread(
      { path: input.path, code: "READER_FAILED", params: { reason } },
      options.lang,
    );
  }
}

/** Says in one line how many files were left out because they are no documents, commonest kinds first. */
function describePassedOver(passedOver: Discovery["passedOver"], lang: Language): string {
  const kinds = [...passedOver].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = kinds.slice(0, kindsNamed).map(([ending, count]) => {
    const kind = ending === "" ? message(lang, "cli.withoutEnding") : `.${clippedText(ending, 20)}`;
    return `${kind} ${String(count)}`;
  });
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (kinds.length > kindsNamed) named.push("…");
  return `${message(lang, "cli.passedOver", { n: all, kinds: named.join(", ") })}\n`;
}

/** What is to be read. How much comes through standard input is not known before: it counts as large. */
function batchOf(inputs: readonly Input[]): Batch {
  const sizes = inputs.map((input) =>
    input.kind === "file" ? input.size : input.kind === "stdin" ? Number.POSITIVE_INFINITY : 0,
  );
  return { documents: inputs.length, largest: Math.max(...sizes) };
}

function describeFailure(document: DocumentReport, lang: Language): string {
  const reason = clippedText(decisiveNotices(document.notices)[0]?.message ?? "", 300);
  return `${message(lang, "cli.notAudited", { path: plainText(document.path), message: reason })}\n`;
}

/** Opens the file that the result goes to, without emptying it: what is there stays until there is something new. */
async function openOutput(file: string, named: string): Promise<FileHandle> {
  try {
    return await open(file, "a");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw genomlysError("OUTPUT_NOT_WRITABLE", { path: named, reason });
  }
}

/** Runs the command; answers the exit code. */
export async function runScan(
  paths: readonly string[],
  options: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  if (paths.length === 0) throw genomlysError("NO_INPUT", {});
  const packs = await pipeline.loadPacks(options.rules.map((folder) => path.resolve(io.cwd(), folder)));
  checkType(options.type, packs);

  const toFile = options.output !== undefined && options.output !== "-";
  const outputFile = toFile ? path.resolve(io.cwd(), options.output) : undefined;
  const { inputs, passedOver } = await discover(paths, {
    cwd: io.cwd(),
    platform: process.platform,
    output: outputFile,
  });
  if (inputs.every((input) => input.kind === "problem")) {
    for (const input of inputs) io.stderr.write(formatError(problemError(input), lang));
    return exitCode.wrongUse;
  }
  if (outputFile !== undefined) {
    const real = await realPathOf(outputFile);
    for (const input of inputs) {
      if (input.kind === "file" && (await realPathOf(input.file)) === real) {
        throw genomlysError("OUTPUT_IS_INPUT", { path: options.output ?? "" });
      }
    }
  }
  const output = outputFile === undefined ? undefined : await openOutput(outputFile, options.output ?? "");

  const read = { ...defaultReadOptions, pdfEngine: options.pdfEngine };
  const reading = await pipeline.openReading(batchOf(inputs), read.limits);
  try {
    const audit: Audit = { pipeline, packs, options, read, reading, io };
    const result = openResultStream(io);
    const write = async (text: string): Promise<void> => {
      if (output === undefined) await result.write(text);
      else await output.appendFile(text);
    };
    const progress = showProgress(io, inputs.length, options);
    const streamed = options.format === "jsonl";
    const renderLine = streamed ? (await import("../../report/json.ts")).renderJsonLine : undefined;
    if (streamed) await output?.truncate();

    const documents: DocumentReport[] = [];
    let failed = 0;
    for (const [index, input] of inputs.entries()) {
      if (result.closed) return exitCode.done;
      progress.show(index + 1, input.path);
      const document = await auditInput(input, audit);
      if (document.status !== "audited") {
        failed++;
        // The terminal report names them itself.
        if (!options.quiet && (options.format !== "terminal" || toFile)) {
          progress.clear();
          io.stderr.write(describeFailure(document, lang));
        }
      }
      if (renderLine === undefined) documents.push(document);
      else await write(renderLine(document));
    }
    progress.clear();
    if (!streamed) {
      const report = await pipeline.assembleReport(documents, packs);
      const render = await reportFormats[options.format]();
      const screen = readScreen(io, { color: options.color, toFile }, process.platform);
      const text = render(report, { lang, details: options.details, ...screen });
      await output?.truncate();
      await write(text);
    }
    if (!options.quiet) {
      if (passedOver.size > 0) io.stderr.write(describePassedOver(passedOver, lang));
      if (toFile) io.stderr.write(`${message(lang, "cli.written", { path: plainText(options.output) })}\n`);
    }
    return failed > 0 ? exitCode.inputFailed : exitCode.done;
  } finally {
    await reading.close();
    await output?.close();
  }
}
