// Pages drawn as grey pictures, for text recognition. The file is opened a second time: by then it has been read whole.
import type { ReadLimits } from "../../reader.ts";
import { withinTime } from "../../within-time.ts";
import { dropPdfium, pdfium, settlePdfium } from "./engine.ts";
import type { Pdfium } from "./engine.ts";
import { openDocument } from "./open-document.ts";

/** A page as a picture, with what leads from its pixels back to the page. */
export interface PageImage {
  /** A PGM file: a head of `headLength` bytes, then one byte a pixel, 0 is black. */
  readonly file: Uint8Array;
  readonly headLength: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels to a point. */
  readonly scale: number;
  /** Share of the pixels that are darker than paper, 0..1. */
  readonly ink: number;
}

/** What type is recognised best at; measured alike from 150 to 300, finer gives nothing but time. */
const dotsPerInch = 300;
const pointsPerInch = 72;
/** An A3 page at 300 dpi has 17 million; maps, and scans that call a pixel a point, are drawn coarser. */
const mostPixels = 20_000_000;
const megabyte = 1_000_000;
const grey = 1;
const white = 0xffffffff;
/** With annotations (stamps, notes), in grey. */
const drawing = 0x01 | 0x08;
/** From black (0) to white (255). */
const darkerThanPaper = 160;

/** Quarters of a turn. */
export type Quarters = 0 | 1 | 2 | 3;

/** An open file whose pages can be drawn. */
export interface PagePictures {
  /** Page `index` (from 0), turned clockwise by so many quarters; null when it cannot be drawn. A page that kills the engine costs itself only. */
  readonly draw: (index: number, quarters: Quarters) => Promise<PageImage | null>;
  readonly close: () => void;
}

/** `limits`: memory for the file and its pages, time for each page. `passwords` are tried on a locked file. */
export function openPagePictures(
  file: Uint8Array,
  limits: Pick<ReadLimits, "memoryMb" | "documentMs">,
  passwords: readonly string[],
): PagePictures {
  let open: { readonly engine: Pdfium; readonly document: number; readonly address: number } | null = null;
  const openFile = async (): Promise<NonNullable<typeof open>> => {
    if (open !== null) return open;
    const engine = await pdfium();
    const { calls } = engine;
    engine.limitMemory(limits.memoryMb * megabyte);
    const address = calls.malloc(file.length);
    if (address === 0) throw new Error("no memory for the file");
    engine.bytes().set(file, address);
    const opened = openDocument(engine, address, file.length, passwords);
    const document = opened.kind === "document" ? opened.document : 0;
    if (document === 0) calls.free(address);
    open = { engine, document, address };
    return open;
  };
  return {
    draw: async (index, quarters) => {
      try {
        const { engine, document } = await openFile();
        if (document === 0) return null;
        return withinTime(limits.documentMs, () => drawPage(engine, document, index, quarters));
      } catch {
        dropPdfium();
        open = null;
        return null;
      }
    },
    close: () => {
      if (open === null) return;
      const { engine, document, address } = open;
      open = null;
      if (document === 0) return;
      engine.calls.FPDF_CloseDocument(document);
      engine.calls.free(address);
      settlePdfium(engine);
    },
  };
}

function drawPage(engine: Pdfium, document: number, index: number, quarters: Quarters): PageImage | null {
  const { calls } = engine;
  const page = calls.FPDF_LoadPage(document, index);
  if (page === 0) return null;
  try {
    const sides = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)] as const;
    const [across, down] = quarters % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
    const area = across * down;
    if (!Number.isFinite(area) || area <= 0) return null;
    const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPixels / area));
    const width = Math.max(1, Math.round(across * scale));
    const height = Math.max(1, Math.round(down * scale));
    const bitmap = calls.FPDFBitmap_CreateEx(width, height, grey, 0, 0);
    if (bitmap === 0) return null;
    try {
      calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      calls.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, quarters, drawing);
      const start = calls.FPDFBitmap_GetBuffer(bitmap);
      const stride = calls.FPDFBitmap_GetStride(bitmap);
      const rows = engine.bytes().subarray(start, start + stride * height);
      return { ...copyRows(rows, width, height, stride), width, height, scale };
    } finally {
      calls.FPDFBitmap_Destroy(bitmap);
    }
  } finally {
    calls.FPDF_ClosePage(page);
  }
}

/** Rows of `stride` bytes → a PGM file of rows of `width` bytes. */
function copyRows(
  rows: Uint8Array,
  width: number,
  height: number,
  stride: number,
): Pick<PageImage, "file" | "headLength" | "ink"> {
  const head = new TextEncoder().encode(`P5\n${String(width)} ${String(height)}\n255\n`);
  const file = new Uint8Array(head.length + width * height);
  file.set(head);
  let dark = 0;
  for (let row = 0; row < height; row++) {
    const line = rows.subarray(row * stride, row * stride + width);
    for (const value of line) if (value < darkerThanPaper) dark++;
    file.set(line, head.length + row * width);
  }
  return { file, headLength: head.length, ink: dark / (width * height) };
}
