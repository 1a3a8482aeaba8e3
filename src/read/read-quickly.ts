// A document alone is read in this thread first, which saves starting another, but under limits so tight that no file
// can do harm here. What does not come out whole is read anew in a thread of its own, under the limits that the user set.
import type { NoticeCode, ReadResult } from "../model/document.ts";
import { readDocument } from "./read-document.ts";
import type { ReadLimits, Reading, ReadOptions } from "./reader.ts";

/** A file up to this size is read here, in bytes. */
export const smallDocument = 1_000_000;

/**
 * Far above what a file of that size needs that is not made to do harm, and far below what the program can bear: the
 * time bounds memory too, for nothing was measured to grow faster than a gigabyte a second. PDFium is under a bound of
 * its own (`memoryMb`), so that it may take longer.
 */
const tight = { unpackedBytes: 30_000_000, characters: 2_000_000, pages: 2_000, memoryMb: 300 };
const tightTime = { pdf: 10_000, other: 3_000 };

/** Notices that can come from a tight limit, or that only the second engine may get the better of. */
const doubts: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  "READER_FAILED",
  "READER_TIMED_OUT",
  "READER_OUT_OF_MEMORY",
  "PAGES_CUT_OFF",
  "PDF_DAMAGED",
  "GARBLED_TEXT",
  "ARCHIVE_TOO_LARGE",
  "TEXT_TOO_LONG",
  "SHEETS_CUT_OFF",
]);

/** The document if it is small and nothing is unusual about it, else null. */
async function readQuickly(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
): Promise<ReadResult | null> {
  // Engines that cannot be bounded in this thread.
  if (bytes.length > smallDocument || options.pdfEngine === "pdf-parse" || options.docxEngine === "mammoth")
    return null;
  const pdf = Buffer.from(bytes.subarray(0, 1024)).includes("%PDF");
  const time = pdf ? tightTime.pdf : tightTime.other;
  const { limits } = options;
  const result = await readDocument(bytes, name, {
    ...options,
    limits: { ...atMost(limits), documentMs: Math.min(limits.documentMs, time) },
    pdfEngine: "pdfium",
    docxEngine: "own",
  });
  return result.notices.some(({ code }) => doubts.has(code)) ? null : result;
}

function atMost(limits: ReadLimits): ReadLimits {
  const least = { ...limits };
  for (const name of ["unpackedBytes", "characters", "pages", "memoryMb"] as const)
    least[name] = Math.min(limits[name], tight[name]);
  return least;
}

/**
 * Reads the first document here when it is small and usual. All others, and those after it (an archive was not one
 * document after all), are read by what `openIsolated` opens, once and when it is first needed.
 */
export function openQuickReading(openIsolated: () => Promise<Reading>): Reading {
  let isolated: Promise<Reading> | undefined;
  let first = true;
  return {
    read: async (bytes, name, options) => {
      const quick = first ? await readQuickly(bytes, name, options) : null;
      first = false;
      if (quick !== null) return quick;
      isolated ??= openIsolated();
      return (await isolated).read(bytes, name, options);
    },
    close: async () => {
      await (await isolated)?.close();
    },
  };
}
