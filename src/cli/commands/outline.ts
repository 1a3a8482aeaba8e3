// `genomlys outline <file…>`: what the reader saw of each document, and what it left out and why.
import { createHash } from "node:crypto";
import { formatBug, formatError } from "../../errors/format-error.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { clippedText } from "../../messages/plain-text.ts";
import type { NoticeCode } from "../../model/document.ts";
import type { OutlineDocument } from "../../model/outline.ts";
import { outlineFormats } from "../../report/outline/index.ts";
import { packageVersion } from "../../version.ts";
import type { OutlineOptions } from "../command-line.ts";
import { checkType, configure, describeSifting, inside, leaveOut, typeOf } from "../configured.ts";
import { discover, type Input } from "../discover.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline, UnreadInput } from "../pipeline.ts";
import { showProgress } from "../progress.ts";
import { batchOf, problemError, readDocuments, type InputDocument } from "../read-input.ts";
import { readOptions } from "../read-options.ts";
import { findPasswordFile, readPasswords, refusePasswordFile } from "../read-passwords.ts";
import { readScreen } from "../screen.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Runs the command; answers the exit code. */
export async function runOutline(
  paths: readonly string[],
  options: OutlineOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0) throw genomlysError("NO_INPUT", {});
  const { config, packs, lang } = await configure(options, io, pipeline);
  checkType(options.type, packs);
  const passwordFile = findPasswordFile(options.passwordFile, io.cwd());
  const passwords = await readPasswords(passwordFile);
  const { inputs: found } = await discover(paths, {
    cwd: io.cwd(),
    platform: process.platform,
    notRead: passwordFile.files,
  });
  if (found.every((input) => input.kind === "problem")) {
    for (const input of found) io.stderr.write(formatError(problemError(input), lang));
    return exitCode.wrongUse;
  }
  const { inputs, sifting } = leaveOut(found, config, new Date());
  await refusePasswordFile(inputs, passwordFile);
  const { assembleOutline, outlineFile, outlineUnread } = await import("../../pipeline/outline.ts");
  const progress = showProgress(io, inputs.length, options);
  const read = { ...(await readOptions(options, progress, pipeline, config?.limits)), passwords };
  const batch = { ...batchOf(inputs, 1), ocr: read.ocr, passwords: passwords.length };
  const reading = await pipeline.openReading(batch, read.limits);

  const unread = ({ path: at, code, params }: UnreadInput): OutlineDocument =>
    outlineUnread(
      { path: at, sha256: "" },
      { kind: "unread", format: null, status: "unreadable", pages: null, notices: [{ code, params }] },
      lang,
    );
  const outlineDocument = async (document: InputDocument, input: Input): Promise<OutlineDocument> => {
    if (!("bytes" in document)) return unread(document);
    try {
      const type = typeOf(inside(input, document.path), options, config);
      return await outlineFile(document, { packs, ...type, lang, read, sha256, readWith: reading.read });
    } catch (thrown) {
      // Ours to mend, but no reason for the other documents to go unread.
      io.stderr.write(formatBug(thrown, packageVersion(), lang));
      const code: NoticeCode = "READER_FAILED";
      const reason = clippedText(thrown instanceof Error ? thrown.message : String(thrown), 200);
      return unread({ path: document.path, code, params: { reason } });
    }
  };

  try {
    const documents: OutlineDocument[] = [];
    for (const [index, input] of inputs.entries()) {
      progress.show(index + 1, input.path);
      // What an archive holds beside documents has no outline.
      for await (const document of readDocuments(input, io, read, () => undefined))
        documents.push(await outlineDocument(document, input));
    }
    progress.clear();
    const render = await outlineFormats[options.format]();
    const screen = readScreen(io, { color: options.color, toFile: false }, process.platform);
    const text = render(assembleOutline(documents, packs), { lang, details: false, ...screen });
    await openResultStream(io).write(text);
    if (!options.quiet) io.stderr.write(describeSifting(sifting, config, lang));
    return documents.every((document) => document.status === "read") ? exitCode.done : exitCode.inputFailed;
  } finally {
    await reading.close();
  }
}
