// What a reader is: bytes in, a document or the reason why not out. Readers touch no files and print nothing.
import type { ChangesRead, ReadResult } from "../model/document.ts";
import type { LimitValues } from "../model/limits.ts";

/** Bounds that keep a stranger's file from costing more than itself. */
export interface ReadLimits {
  /** Largest file, in bytes. */
  readonly fileBytes: number;
  /** Most bytes that an archive (a DOCX is one) may unpack to, all entries together. */
  readonly unpackedBytes: number;
  /** Most pages. */
  readonly pages: number;
  /** Longest text of one document, in UTF-16 code units. */
  readonly characters: number;
  /** How many archives may lie in each other. */
  readonly archiveLevels: number;
  /** How many files an archive may hold on all levels: each stands in the report, and an empty one costs an archive nothing. */
  readonly archiveFiles: number;
  /** How deep the elements of XML may lie in each other. */
  readonly xmlLevels: number;
  /** Heap of the worker that runs mammoth, in MB. */
  readonly workerHeapMb: number;
  /** Longest time for one document, in milliseconds. Each page whose text is recognised has as long again. */
  readonly documentMs: number;
  /** Memory that one document may take while it is read in a thread of its own, in MB; recognition may take more. */
  readonly memoryMb: number;
}

export const defaultLimits: ReadLimits = {
  fileBytes: 150_000_000,
  unpackedBytes: 200_000_000,
  pages: 20_000,
  characters: 20_000_000,
  archiveLevels: 3,
  archiveFiles: 20_000,
  // Word itself nests some twenty elements for a table in a table; thousands are there to break a reader.
  xmlLevels: 1_000,
  workerHeapMb: 512,
  documentMs: 120_000,
  memoryMb: 1_000,
};

/** Text is recognised in so many pages side by side at most, and in each with so much memory beyond the limit above. */
export const recognition = { mostPages: 4, mbEach: 250 };

/** How far the recognition of a document's pages has come. */
export interface RecognitionProgress {
  /** Pages that are done, and pages that are to be recognised. */
  readonly recognised: number;
  readonly pages: number;
}

/** The limits with what the user has set. */
export function limitsWith(values: LimitValues): ReadLimits {
  const {
    "file-mb": fileMb = defaultLimits.fileBytes / 1_000_000,
    "unpacked-mb": unpackedMb = defaultLimits.unpackedBytes / 1_000_000,
    pages = defaultLimits.pages,
    characters = defaultLimits.characters,
    "archive-levels": archiveLevels = defaultLimits.archiveLevels,
    "xml-levels": xmlLevels = defaultLimits.xmlLevels,
    seconds = defaultLimits.documentMs / 1_000,
    "memory-mb": memoryMb = defaultLimits.memoryMb,
  } = values;
  return {
    ...defaultLimits,
    fileBytes: fileMb * 1_000_000,
    unpackedBytes: unpackedMb * 1_000_000,
    pages,
    characters,
    archiveLevels,
    xmlLevels,
    documentMs: seconds * 1_000,
    memoryMb,
    workerHeapMb: Math.min(defaultLimits.workerHeapMb, memoryMb),
  };
}

export interface ReadOptions {
  readonly limits: ReadLimits;
  /** How tracked changes are read: as if all were accepted, or as the text was before them. */
  readonly changes: ChangesRead;
  /** Tried in turn on a locked file. Never part of a result or a message. */
  readonly passwords: readonly string[];
  /** Which PDF engine reads: "auto" is PDFium, with pdf-parse where PDFium fails. */
  readonly pdfEngine: "auto" | "pdfium" | "pdf-parse";
  /** Which DOCX engine reads: "auto" is our own pass, with mammoth where that fails on a file. */
  readonly docxEngine: "auto" | "own" | "mammoth";
  /** Text is recognised in the pages of a PDF that are pictures, or whose text is no language. Takes seconds a page. */
  readonly ocr: boolean;
  /** Keep where recognised words stand on their pages: for copies that are written into. */
  readonly wordPlaces?: boolean;
  /** Told when the recognition begins and after each page. */
  readonly onProgress?: (progress: RecognitionProgress) => void;
}

export const defaultReadOptions: ReadOptions = {
  limits: defaultLimits,
  pdfEngine: "auto",
  docxEngine: "auto",
  changes: "accepted",
  ocr: false,
  passwords: [],
};

/** Bytes of one file → document. Never throws on bad input: that is an `Unread` with its reason. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<ReadResult>;

/** A way to read documents, one after the other; `read` never rejects. To be closed when the last has been read. */
export interface Reading {
  readonly read: (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<ReadResult>;
  readonly close: () => Promise<void>;
}
