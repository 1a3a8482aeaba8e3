// Texts that PDFium writes into a buffer as UTF-16: titles, labels, what stands in notes; and the names that it is asked by.
import type { Pdfium } from "./engine.ts";

/** Longer ones, in bytes, are taken for damage. */
const longestName = 20_000;

/** Calls `fill` with a buffer and gives the text that it wrote there; "" where there is none, or more bytes than `longest`. */
export function wideString(
  engine: Pdfium,
  fill: (buffer: number, bytes: number) => number,
  longest = longestName,
): string {
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

/** A name in the engine's memory, to be freed by the caller. */
export function keyOf(engine: Pdfium, name: string): number {
  const bytes = Buffer.from(`${name}\0`, "latin1");
  const address = engine.calls.malloc(bytes.length);
  engine.bytes().set(bytes, address);
  return address;
}
