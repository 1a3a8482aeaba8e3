// Texts that PDFium writes into a buffer as UTF-16: titles, labels, what stands in notes.
import type { Pdfium } from "./engine.ts";

/** Longer ones, in bytes, are taken for damage. */
const longest = 20_000;

/** Calls `fill` with a buffer and gives the text that it wrote there; "" where there is none. */
export function wideString(engine: Pdfium, fill: (buffer: number, bytes: number) => number): string {
  const { calls } = engine;
  const length = fill(0, 0);
  if (length <= 2 || length > longest) return "";
  const buffer = calls.malloc(length);
  fill(buffer, length);
  const bytes = engine.bytes();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + buffer, length - 2).toString("utf16le");
  calls.free(buffer);
  return text;
}
