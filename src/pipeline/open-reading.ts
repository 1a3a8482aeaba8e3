// Where documents are read: at once in this thread, or in one that can be ended (docs/decisions/0012-isolated-reading.md).
import { openQuickReading, smallDocument } from "../read/read-quickly.ts";
import type { Reading, ReadLimits } from "../read/reader.ts";

/** What is to be read in one run. */
export interface Batch {
  readonly documents: number;
  /** Size of the largest document, in bytes. */
  readonly largest: number;
  /** How many may be read at a time. */
  readonly jobs: number;
  /** Text will be recognised: that takes long, prints and starts threads of its own, so it is done in a thread. */
  readonly ocr?: boolean;
  /** How many passwords there are to try. Each can take as long as the file says. */
  readonly passwords?: number;
}

/** Starts the PDF engine of this thread, so that its code is compiled while other things are loaded. */
export async function startPdfEngine(): Promise<void> {
  const { pdfium } = await import("../read/pdf/pdfium/engine.ts");
  await pdfium();
}

/** Can text be recognised? It takes packages that an installation can do without. */
export async function hasRecognition(): Promise<boolean> {
  const { findRecognition } = await import("../read/pdf/ocr/installed.ts");
  return findRecognition() !== null;
}

/** Opens the reading that fits the batch. */
export async function openReading(batch: Batch, limits: ReadLimits): Promise<Reading> {
  const { documents, largest, jobs, ocr = false, passwords = 0 } = batch;
  const openIsolated = async (): Promise<Reading> => {
    const { openIsolatedReading } = await import("../read/read-isolated.ts");
    // Recognition reads several pages at a time by itself.
    return openIsolatedReading(limits, ocr ? 1 : jobs);
  };
  const isQuick = !ocr && passwords === 0 && documents <= 1 && largest <= smallDocument;
  return isQuick ? openQuickReading(openIsolated) : openIsolated();
}
