// From what was found to bytes, for the commands that read documents; and the errors when nothing was found.
import { readFile } from "node:fs/promises";
import { genomlysError, type GenomlysError } from "../../errors/genomlys-error.ts";
import { systemReason } from "../../errors/system-reason.ts";
import type { Batch } from "../../pipeline/open-reading.ts";
import type { ReadLimits, ReadOptions } from "../../read/reader.ts";
import type { Input } from "./input.ts";
import { bytesLookLikeDocument, documentByName } from "./document-like.ts";
import type { Io } from "../io.ts";
import type { UnreadInput } from "../pipeline.ts";

/** What a problem with an input is called when it stops the run: nothing at all could be found. */
export function problemError(input: Extract<Input, { kind: "problem" }>): GenomlysError {
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

/**
 * Why a file that was found cannot be opened. Node puts U+FFFD for the bytes of a name that are no UTF-8, and no file has
 * that name.
 */
function unreadable(at: string, reason: string): UnreadInput {
  if (reason !== "ENOENT") return { path: at, code: "FILE_UNREADABLE", params: { reason } };
  return { path: at, code: at.includes("\ufffd") ? "FILE_NAME_NOT_UTF8" : "FILE_GONE", params: {} };
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
async function readInput(
  input: Input,
  io: Io,
  { fileBytes: limit }: ReadLimits,
): Promise<Uint8Array | UnreadInput> {
  const { path: at } = input;
  const tooLarge = (size: number): UnreadInput => ({
    path: at,
    code: "FILE_TOO_LARGE",
    params: { bytes: size, limit },
  });
  if (input.kind === "problem" && input.problem === "FILE_UNREADABLE") return unreadable(at, input.reason);
  if (input.kind === "problem") return { path: at, code: input.problem, params: { reason: input.reason } };
  if (input.kind === "stdin") return (await readStandardInput(io, limit)) ?? tooLarge(limit + 1);
  if (input.size > limit) return tooLarge(input.size);
  try {
    const bytes = await readFile(input.file);
    // It may have grown since it was found.
    return bytes.length > limit ? tooLarge(bytes.length) : bytes;
  } catch (error) {
    return unreadable(at, systemReason(error));
  }
}

/** A document to be read, under the path that it stands in the report with, or why there is none. */
export type InputDocument = { readonly path: string; readonly bytes: Uint8Array } | UnreadInput;

/**
 * The documents of an input: the file itself, or all that an archive holds ("arkiv.zip/mapp/plan.pdf"), each unpacked when
 * it is asked for. `passOver` is told the names of files in an archive that are no documents.
 */
export async function* readDocuments(
  input: Input,
  io: Io,
  read: Pick<ReadOptions, "limits" | "passwords">,
  passOver: (name: string) => void,
): AsyncGenerator<InputDocument, void, undefined> {
  const bytes = await readInput(input, io, read.limits);
  if (bytes instanceof Uint8Array) yield* documentsIn(bytes, input.path, read, passOver);
  else yield bytes;
}

/** The documents in the bytes of a file that is called `path`: itself, or all that it holds as an archive. */
export async function* documentsIn(
  bytes: Uint8Array,
  path: string,
  read: Pick<ReadOptions, "limits" | "passwords">,
  passOver: (name: string) => void,
): AsyncGenerator<InputDocument, void, undefined> {
  // "PK": an office file of today, or an archive of documents.
  const archives =
    bytes[0] === 0x50 && bytes[1] === 0x4b ? await import("../../pipeline/archive.ts") : undefined;
  if (archives?.isArchive(bytes) !== true) {
    yield { path, bytes };
    return;
  }
  const wants = (name: string): boolean => {
    const wanted = documentByName(name) !== false;
    if (!wanted) passOver(name);
    return wanted;
  };
  let found = false;
  for await (const entry of archives.expandArchive(bytes, read, wants)) {
    const at = entry.name === "" ? path : `${path}/${entry.name}`;
    if (entry.kind === "problem") {
      yield { path: at, code: entry.notice.code, params: entry.notice.params };
    } else if (documentByName(entry.name) ?? bytesLookLikeDocument(entry.bytes)) {
      yield { path: at, bytes: entry.bytes };
    } else {
      passOver(entry.name);
      continue;
    }
    found = true;
  }
  if (!found) yield { path, code: "ARCHIVE_WITHOUT_DOCUMENTS", params: {} };
}

/** What is to be read, and how. How much comes through standard input is not known before: it counts as large. */
export function batchOf(inputs: readonly Input[], jobs: number): Batch {
  const sizes = inputs.map((input) =>
    input.kind === "file" ? input.size : input.kind === "stdin" ? Number.POSITIVE_INFINITY : 0,
  );
  return { documents: inputs.length, jobs, largest: sizes.reduce((most, size) => Math.max(most, size), 0) };
}
