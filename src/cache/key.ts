// What a cached result depends on, as one key.
import { createHash } from "node:crypto";
import type { Notice } from "../model/document.ts";
import type { ReadOptions } from "../read/reader.ts";
import { packageVersion } from "../version.ts";

declare const __BUILD_VERSION__: string | undefined;

let version: string | undefined;

/** The code that reads and judges; "" when nobody knows which code runs: then nothing may be cached. */
export function codeVersion(): string {
  version ??= typeof __BUILD_VERSION__ === "string" ? `${packageVersion()} ${__BUILD_VERSION__}` : "";
  return version;
}

/** SHA-256 in hexadecimal over the parts, which are plain JSON. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Short enough for a line of results, long enough for all archives. */
export const shortKeyOf = (...parts: readonly unknown[]): string => keyOf(...parts).slice(0, 16);

/** What reading depends on besides the bytes. Passwords are no part: what was locked is never kept. */
export function readingKey({
  limits,
  changes,
  pdfEngine,
  docxEngine,
  ocr,
  wordPlaces,
}: ReadOptions): unknown {
  return { limits, changes, pdfEngine, docxEngine, ocr, ...(wordPlaces === true ? { wordPlaces } : {}) };
}

/** Notices about the circumstances of a run: the next one may fare better, so what bears one is not kept. */
const circumstances: ReadonlySet<string> = new Set<Notice["code"]>([
  "FILE_UNREADABLE",
  "FILE_GONE",
  "FILE_NAME_NOT_UTF8",
  "READER_FAILED",
  "READER_TIMED_OUT",
  "READER_OUT_OF_MEMORY",
  "JUDGING_TIMED_OUT",
  "PAGES_CUT_OFF",
  "OCR_FAILED",
  "OCR_NOT_INSTALLED",
]);

/** May a result with these notices be kept? */
export function isRepeatable(notices: readonly { readonly code: string }[]): boolean {
  return !notices.some(({ code }) => circumstances.has(code));
}
