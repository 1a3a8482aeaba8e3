// Word documents (Office Open XML): bytes → document. Our own pass reads; mammoth is the second engine, for files
// that our pass fails on and for who asks for it. Why: docs/decisions/0004-docx-own-pass-and-mammoth.md.
import type { ReadResult } from "../../model/document.ts";
import type { Reader, ReadOptions } from "../reader.ts";
import { openArchive } from "../archive/open-archive.ts";
import { readWithOwnPass } from "./own-pass.ts";
import { unreadBecause, unreadFile } from "../office/unread.ts";

export const readDocx: Reader = async (bytes, options) => {
  if (options.docxEngine === "mammoth") return viaMammoth(bytes, options, false);
  const archive = openArchive(bytes, options.limits);
  if (archive.kind !== "archive") return unreadBecause("docx", archive);
  try {
    // A file that is broken, too large or no document comes back as that: mammoth would be silent about the half that
    // it could not see. Only what our pass stumbles over itself is worth a second reading.
    return readWithOwnPass(archive, options);
  } catch (error) {
    if (options.docxEngine === "auto") return viaMammoth(bytes, options, true);
    return unreadFile("docx", "READER_FAILED", { engine: "own", reason: messageOf(error) });
  }
};

async function viaMammoth(bytes: Uint8Array, options: ReadOptions, instead: boolean): Promise<ReadResult> {
  // Opened anew: what the first reading unpacked does not count against the second.
  const archive = openArchive(bytes, options.limits);
  if (archive.kind !== "archive") return unreadBecause("docx", archive);
  const { readWithMammoth } = await import("./read-with-mammoth.ts");
  try {
    return await readWithMammoth(archive, options.limits, instead);
  } catch (error) {
    return unreadFile("docx", "READER_FAILED", { engine: "mammoth", reason: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
