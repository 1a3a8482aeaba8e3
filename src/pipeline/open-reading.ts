// Where documents are read: at once in this thread, or in one that can be ended (docs/decisions/0012-isolated-reading.md).
import { openQuickReading, smallDocument } from "../read/read-quickly.ts";
import type { Reading, ReadLimits } from "../read/reader.ts";

/** What is to be read in one run. */
export interface Batch {
  readonly documents: number;
  /** Size of the largest document, in bytes. */
  readonly largest: number;
}

/** Starts the PDF engine of this thread, so that its code is compiled while other things are loaded. */
export async function startPdfEngine(): Promise<void> {
  const { pdfium } = await import("../read/pdf/pdfium/engine.ts");
  await pdfium();
}

/** Opens the reading that fits the batch. */
export async function openReading({ documents, largest }: Batch, limits: ReadLimits): Promise<Reading> {
  const openIsolated = async (): Promise<Reading> => {
    const { openIsolatedReading } = await import("../read/read-isolated.ts");
    return openIsolatedReading(limits);
  };
  return documents <= 1 && largest <= smallDocument ? openQuickReading(openIsolated) : openIsolated();
}
