// A look at a page without text: writing that was scanned, or only a photograph? A report with five pages of photographs
// has been read whole all the same.
import type { Pdfium } from "./engine.ts";

/** Width of the picture that is looked at, in pixels: enough to tell ink from paper. */
const width = 120;
const white = 0xffffffff;
/** From black (0) to white (255). */
const paper = 190;
/** Shares of the picture's pixels. */
const leastPaper = 0.55;
const leastInk = 0.03;
/** Mean distance between the strongest and the weakest of red, green and blue, of 255. */
const mostColour = 40;

/** Does page `index` (from 0) look like a page of writing? Yes, when it cannot be drawn. */
export function looksWritten(engine: Pdfium, document: number, index: number): boolean {
  const { calls } = engine;
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return true;
  try {
    const ratio = calls.FPDF_GetPageHeightF(page) / calls.FPDF_GetPageWidthF(page);
    const height = Math.min(3 * width, Math.max(1, Math.round(width * ratio)));
    if (!Number.isFinite(height)) return true;
    const bitmap = calls.FPDFBitmap_Create(width, height, 0);
    if (bitmap === 0) return true;
    try {
      calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
      const start = calls.FPDFBitmap_GetBuffer(bitmap);
      return isWriting(engine.bytes().subarray(start, start + calls.FPDFBitmap_GetStride(bitmap) * height));
    } finally {
      calls.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    calls.FPDF_ClosePage(page);
  }
}

/** Dark on light, with little colour. `pixels`: blue, green, red and one byte more for each. */
function isWriting(pixels: Uint8Array): boolean {
  let light = 0;
  let colour = 0;
  const count = pixels.length / 4;
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    const green = pixels[at + 1] ?? 0;
    const red = pixels[at + 2] ?? 0;
    if (0.3 * red + 0.6 * green + 0.1 * blue > paper) light++;
    colour += Math.max(red, green, blue) - Math.min(red, green, blue);
  }
  const share = light / count;
  return share >= leastPaper && share <= 1 - leastInk && colour / count <= mostColour;
}
