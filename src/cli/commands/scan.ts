// `genomlys [scan] <path…>`: audits what was named and writes the report. Few files at a time: memory stays flat.
import { createHash } from "node:crypto";
import { formatBug, formatError } from "../../errors/format-error.ts";
import type { Config } from "../../config/config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { decisiveNotices } from "../../messages/notice-texts.ts";
import { message, type Language } from "../../messages/message.ts";
import type { DocumentReport } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import type { Reading, ReadOptions } from "../../read/reader.ts";
import type { AuditOptions } from "../../pipeline/audit.ts";
import type { SentenceRecord, StandardText } from "../../pipeline/standard-text.ts";
import { packageVersion } from "../../version.ts";
import type { ScanOptions } from "../command-line.ts";
import {
  checkType,
  configure,
  describeSifting,
  inside,
  leaveOut,
  leaveOutInside,
  typeOf,
} from "../configured.ts";
import { discover, realPathOf, type Discovery, type Input } from "../discover.ts";
import { nameEnding } from "../document-like.ts";
import { exitCode } from "../exit-code.ts";
import { inOrder } from "../in-order.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { showProgress } from "../progress.ts";
import { batchOf, problemError, readDocuments, type InputDocument } from "../read-input.ts";
import { readOptions } from "../read-options.ts";
import { findPasswordFile, readPasswords, refusePasswordFile } from "../read-passwords.ts";
import { openResults, resultPaths } from "../results.ts";

/** Kinds of passed-over files that are named; the rest are only counted. */
const kindsNamed = 5;

interface Audit {
  readonly pipeline: Pipeline;
  readonly packs: readonly RulePack[];
  readonly options: ScanOptions;
  readonly config: Config | null;
  readonly read: ReadOptions;
  readonly reading: Reading;
  readonly io: Io;
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** One document → its entry in the report. Whatever happens here costs this document only. */
async function auditDocument(
  document: InputDocument,
  input: Input,
  audit: Audit,
  across: Pick<AuditOptions, "record" | "standardText"> = {},
): Promise<DocumentReport> {
  const { options, io } = audit;
  if (!("bytes" in document)) return audit.pipeline.reportUnread(document, options.lang);
  try {
    const { packs, read, reading, config } = audit;
    const { lang } = options;
    return await audit.pipeline.auditFile(document, {
      packs,
      ...typeOf(inside(input, document.path), options, config),
      lang,
      read,
      sha256,
      readWith: reading.read,
      ...across,
    });
  } catch (thrown) {
    // Ours to mend, but no reason for the other documents to go unread.
    io.stderr.write(formatBug(thrown, packageVersion(), options.lang));
    const reason = clippedText(thrown instanceof Error ? thrown.message : String(thrown), 200);
    return audit.pipeline.reportUnread(
      { path: document.path, code: "READER_FAILED", params: { reason } },
      options.lang,
    );
  }
}

/**
 * Judges those documents again that hold boilerplate, now that it is known. Only they are read a second time; one that has
 * changed meanwhile, or that came through standard input, keeps its first judgement.
 */
async function judgeAgain(
  documents: DocumentReport[],
  inputs: readonly { readonly input: Input; readonly first: number; readonly end: number }[],
  standardText: StandardText,
  audit: Audit,
): Promise<void> {
  for (const { input, first, end } of inputs) {
    let concerned = false;
    for (let at = first; at < end; at++) concerned ||= standardText.documents.has(at);
    if (!concerned || input.kind !== "file") continue;
    let position = first;
    for await (const found of readDocuments(input, audit.io, audit.read, () => undefined)) {
      const before = documents[position];
      if (before !== undefined && standardText.documents.has(position)) {
        const again = await auditDocument(found, input, audit, { standardText });
        if (again.sha256 === before.sha256 && again.path === before.path) documents[position] = again;
      }
      position++;
      if (position >= end) break;
    }
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

function describeFailure(document: DocumentReport, lang: Language): string {
  const reason = clippedText(decisiveNotices(document.notices)[0]?.message ?? "", 300);
  return `${message(lang, "cli.notAudited", { path: plainText(document.path), message: reason })}\n`;
}

/** A document is never overwritten with its own report. */
async function refuseInputs(inputs: readonly Input[], files: readonly string[]): Promise<void> {
  for (const file of files) {
    const real = await realPathOf(file);
    for (const input of inputs) {
      if (input.kind === "file" && (await realPathOf(input.file)) === real)
        throw genomlysError("OUTPUT_IS_INPUT", { path: input.path });
    }
  }
}

/** Runs the command; answers the exit code. */
export async function runScan(
  paths: readonly string[],
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0 && !given.printConfig) throw genomlysError("NO_INPUT", {});
  pipeline.startEngine(paths);
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options: ScanOptions = { ...given, lang };
  checkType(options.type, packs);
  if (options.printConfig) {
    const { describeConfig } = await import("../../config/describe-config.ts");
    const values = { ...options.given, rules: options.rules.length > 0 };
    await openResultStream(io).write(describeConfig(config, packs, values, lang));
    return exitCode.done;
  }

  const outputFiles = resultPaths(options.outputs, io.cwd());
  const passwordFile = findPasswordFile(options.passwordFile, io.cwd());
  const passwords = await readPasswords(passwordFile);
  const discovery = await discover(paths, {
    cwd: io.cwd(),
    platform: process.platform,
    notRead: [...outputFiles, ...passwordFile.files],
  });
  const { inputs: found } = discovery;
  const passedOver = new Map(discovery.passedOver);
  const passOver = (name: string): void => {
    const ending = nameEnding(name);
    passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  };
  if (found.every((input) => input.kind === "problem")) {
    for (const input of found) io.stderr.write(formatError(problemError(input), lang));
    return exitCode.wrongUse;
  }
  const today = new Date();
  const left = leaveOut(found, config, today);
  const { inputs } = left;
  let { sifting } = left;
  await refuseInputs(inputs, outputFiles);
  await refusePasswordFile(inputs, passwordFile);
  const results = await openResults(options.outputs, options, io);

  const progress = showProgress(io, inputs.length, options);
  const read = { ...(await readOptions(options, progress, pipeline, config?.limits)), passwords };
  const batch = { ...batchOf(inputs, options.jobs), ocr: read.ocr, passwords: passwords.length };
  const reading = await pipeline.openReading(batch, read.limits);
  try {
    const audit: Audit = { pipeline, packs, options, config, read, reading, io };
    const { streamed, needsReport } = results;
    const renderLine =
      streamed.length > 0 ? (await import("../../report/json.ts")).renderJsonLine : undefined;

    const documents: DocumentReport[] = [];
    // Loaded while the first document waits for its engine.
    results.load();
    const { standardTextFinder } = await import("../../pipeline/standard-text.ts");
    const finder = standardTextFinder();
    const ranges: { readonly input: Input; readonly first: number; end: number }[] = [];
    let audited = 0;
    let failed = 0;
    const documentsOf = async function* () {
      for (const [index, input] of inputs.entries()) {
        progress.show(index + 1, input.path);
        for await (const found of readDocuments(input, io, read, passOver)) {
          const named = inside(input, found.path);
          if (named.kind === "file" && found.path !== input.path) {
            const sifted = leaveOutInside(sifting, { path: found.path, file: named.file }, config, today);
            sifting = sifted.sifting;
            if (sifted.gone) continue;
          }
          yield { found, input };
        }
      }
    };
    const auditAndRecord = async ({ found, input }: { found: InputDocument; input: Input }) => {
      let record: SentenceRecord | null = null;
      const document = await auditDocument(found, input, audit, {
        record: (seen) => {
          record = seen;
        },
      });
      return { document, input, record };
    };
    // One more than can be read at a time: it is read while another is judged.
    for await (const done of inOrder(documentsOf(), options.jobs + 1, auditAndRecord)) {
      if (results.closed) return exitCode.done;
      const { document, input, record } = done;
      finder.add(record);
      const range = ranges.at(-1);
      if (range?.input === input) range.end++;
      else ranges.push({ input, first: audited, end: audited + 1 });
      audited++;
      if (document.status !== "audited") {
        failed++;
        // The terminal report names them itself.
        if (!options.quiet && results.onScreen !== "terminal") {
          progress.clear();
          io.stderr.write(describeFailure(document, lang));
        }
      }
      if (needsReport) documents.push(document);
      if (renderLine !== undefined) for (const place of streamed) await place.write(renderLine(document));
    }
    const standardText = finder.find();
    if (needsReport) await judgeAgain(documents, ranges, standardText, audit);
    progress.clear();
    if (audited === 0) throw genomlysError("CONFIG_IGNORES_ALL", { path: config?.shown ?? "" });
    if (needsReport) {
      const ignored = sifting.ignored.map((file) => ({ ...file, until: file.until ?? null }));
      await results.write(await pipeline.assembleReport(documents, packs, ignored), options);
    }
    const written = await results.finish(lang);
    if (!options.quiet) {
      const inReport = results.onScreen === "terminal";
      io.stderr.write(describeSifting(sifting, config, lang, { ignored: !inReport }));
      if (passedOver.size > 0) io.stderr.write(describePassedOver(passedOver, lang));
      if (streamed.length > 0 && standardText.sentences > 0) {
        const n = { n: standardText.sentences, documents: standardText.documents.size };
        io.stderr.write(`${message(lang, "standard.streamed", n)}\n`);
      }
      io.stderr.write(written);
    }
    return failed > 0 ? exitCode.inputFailed : exitCode.done;
  } finally {
    await reading.close();
    await results.discard();
  }
}
