// Word documents (Office Open XML): bytes → document. Our own pass reads; mammoth is the second engine, for files
// that our pass fails on. Why: docs/decisions/0004-docx-own-pass-and-mammoth.md.
import type { Reader } from "../reader.ts";
import { openArchive } from "../archive/open-archive.ts";
import { readWithOwnPass } from "./own-pass.ts";
import { unreadBecause } from "./unread.ts";

export const readDocx: Reader = (bytes, options) => {
  const archive = openArchive(bytes, options.limits);
  if (archive.kind !== "archive") return Promise.resolve(unreadBecause(archive));
  return Promise.resolve(readWithOwnPass(archive, options.limits));
};
