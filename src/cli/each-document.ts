// Every document that was named, one after the other, for the commands that look at documents without reporting them.
import { formatBug, formatError } from "../errors/format-error.ts";
import { GenomlysError, genomlysError } from "../errors/genomlys-error.ts";
import { clippedText } from "../messages/plain-text.ts";
import type { Language } from "../messages/message.ts";
import type { ChangesRead } from "../model/document.ts";
import { defaultReadOptions, type Reading, type ReadOptions } from "../read/reader.ts";
import { packageVersion } from "../version.ts";
import { discover, realPathOf } from "./discover.ts";
import type { Io } from "./io.ts";
import type { pdfEngines } from "./options.ts";
import type { Pipeline, UnreadInput } from "./pipeline.ts";
import { showProgress } from "./progress.ts";
import { batchOf, problemError, readDocuments } from "./read-input.ts";
import { findPasswordFile, readPasswords, refusePasswordFile } from "./read-passwords.ts";

export interface Visit {
  /** A document with its bytes. Whatever it throws that is no error of the user's costs this document only. */
  readonly document: (
    document: { readonly path: string; readonly bytes: Uint8Array },
    read: ReadOptions,
    readWith: Reading["read"],
  ) => Promise<void>;
  /** An input that has no bytes to look at, or whose visit failed. */
  readonly unread: (input: UnreadInput) => Promise<void>;
}

interface VisitOptions {
  readonly lang: Language;
  readonly quiet: boolean;
  readonly pdfEngine: (typeof pdfEngines)[number];
  readonly changes: ChangesRead;
  /** The file with passwords that is named. */
  readonly passwordFile: string | undefined;
  /** Full paths of files that this run writes. */
  readonly outputs: readonly string[];
}

/** Visits all documents below `paths`. False when nothing at all could be found; standard error says why. */
export async function eachDocument(
  paths: readonly string[],
  options: VisitOptions,
  io: Io,
  pipeline: Pick<Pipeline, "openReading">,
  visit: Visit,
): Promise<boolean> {
  const { lang } = options;
  const passwordFile = findPasswordFile(options.passwordFile, io.cwd());
  const passwords = await readPasswords(passwordFile);
  const { inputs } = await discover(paths, {
    cwd: io.cwd(),
    platform: process.platform,
    notRead: [...options.outputs, ...passwordFile.files],
  });
  if (inputs.every((input) => input.kind === "problem")) {
    for (const input of inputs) io.stderr.write(formatError(problemError(input), lang));
    return false;
  }
  await refusePasswordFile(inputs, passwordFile);
  for (const file of options.outputs) {
    const real = await realPathOf(file);
    for (const input of inputs) {
      if (input.kind === "file" && (await realPathOf(input.file)) === real)
        throw genomlysError("OUTPUT_IS_INPUT", { path: input.path });
    }
  }
  const { pdfEngine, changes } = options;
  const read = { ...defaultReadOptions, pdfEngine, changes, passwords };
  const batch = { ...batchOf(inputs, 1), passwords: passwords.length };
  const reading = await pipeline.openReading(batch, read.limits);
  try {
    const progress = showProgress(io, inputs.length, options);
    for (const [index, input] of inputs.entries()) {
      progress.show(index + 1, input.path);
      // What an archive holds beside documents is passed over.
      for await (const document of readDocuments(input, io, read, () => undefined)) {
        if (!("bytes" in document)) {
          await visit.unread(document);
          continue;
        }
        try {
          await visit.document(document, read, reading.read);
        } catch (thrown) {
          if (thrown instanceof GenomlysError) throw thrown;
          // Ours to mend, but no reason for the other documents to go unseen.
          io.stderr.write(formatBug(thrown, packageVersion(), lang));
          const reason = clippedText(thrown instanceof Error ? thrown.message : String(thrown), 200);
          await visit.unread({ path: document.path, code: "READER_FAILED", params: { reason } });
        }
      }
    }
    progress.clear();
    return true;
  } finally {
    await reading.close();
  }
}
