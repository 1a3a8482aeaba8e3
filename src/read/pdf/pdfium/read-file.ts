// A whole file through PDFium, page by page, every handle freed.
import type { ReadLimits } from "../../reader.ts";
import type { Bookmark, PageText, PdfText } from "../page.ts";
import { dropPdfium, pdfium, settlePdfium } from "./engine.ts";
import type { Pdfium } from "./engine.ts";
import { allocatePageBuffer, freePageBuffer, readPage } from "./page-runs.ts";

/** Why a file gave nothing: a password is asked for, it is no PDF that can be mended, or the engine died on it. */
export type PdfFailure = "password" | "damaged" | "engine";

export type PdfiumResult =
  | { readonly kind: "text"; readonly text: PdfText; readonly stopped: boolean }
  | { readonly kind: "failure"; readonly failure: PdfFailure };

const errorPassword = 4;
const errorSecurity = 5;
/** Bookmarks beyond these are not looked at: a hostile file can chain them in a circle. */
const mostBookmarks = 20_000;
const deepestBookmark = 12;

/**
 * Text, places and bookmarks of a file. `stopped` says that a limit (pages, time) ended the reading early.
 * Never throws: an engine that aborts is given up and reported as a failure.
 */
export async function readWithPdfium(file: Uint8Array, limits: ReadLimits): Promise<PdfiumResult> {
  try {
    const engine = await pdfium();
    const result = readFile(engine, file, limits);
    settlePdfium(engine);
    return result;
  } catch {
    dropPdfium();
    return { kind: "failure", failure: "engine" };
  }
}

function readFile(engine: Pdfium, file: Uint8Array, limits: ReadLimits): PdfiumResult {
  const { calls } = engine;
  // An abort leaves these unfreed; the whole instance goes then.
  const address = calls.malloc(file.length);
  if (address === 0) return { kind: "failure", failure: "engine" };
  engine.bytes().set(file, address);
  const document = calls.FPDF_LoadMemDocument(address, file.length, 0);
  if (document === 0) {
    const error = calls.FPDF_GetLastError();
    calls.free(address);
    return {
      kind: "failure",
      failure: error === errorPassword || error === errorSecurity ? "password" : "damaged",
    };
  }
  const pageCount = calls.FPDF_GetPageCount(document);
  const deadline = performance.now() + limits.documentMs;
  const pages: PageText[] = [];
  const buffer = allocatePageBuffer(engine);
  const end = Math.min(pageCount, limits.pages);
  let stopped = pageCount > end;
  for (let index = 0; index < end; index++) {
    if (performance.now() > deadline) {
      stopped = true;
      break;
    }
    const page = readPage(engine, document, index, buffer);
    const label = pageLabel(engine, document, index);
    if (page === null) pages.push({ page: index + 1, width: 0, height: 0, runs: [], drawn: true });
    else pages.push(label === "" || label === String(index + 1) ? page : { ...page, label });
  }
  freePageBuffer(engine, buffer);
  const text: PdfText = {
    pages,
    pageCount,
    bookmarks: readBookmarks(engine, document),
    metaTitle: metaText(engine, document, "Title"),
  };
  calls.FPDF_CloseDocument(document);
  calls.free(address);
  if (pageCount <= 0) return { kind: "failure", failure: "damaged" };
  return { kind: "text", text, stopped };
}

/** Calls `fill` with a buffer and gives the UTF-16 text that it wrote there. */
function wideString(engine: Pdfium, fill: (buffer: number, bytes: number) => number): string {
  const { calls } = engine;
  const length = fill(0, 0);
  if (length <= 2 || length > 20_000) return "";
  const buffer = calls.malloc(length);
  fill(buffer, length);
  const bytes = engine.bytes();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + buffer, length - 2).toString("utf16le");
  calls.free(buffer);
  return text;
}

function pageLabel(engine: Pdfium, document: number, index: number): string {
  return wideString(engine, (buffer, bytes) =>
    engine.calls.FPDF_GetPageLabel(document, index, buffer, bytes),
  ).trim();
}

function metaText(engine: Pdfium, document: number, tag: string): string {
  const { calls } = engine;
  const name = Buffer.from(`${tag}\0`, "latin1");
  const address = calls.malloc(name.length);
  engine.bytes().set(name, address);
  const text = wideString(engine, (buffer, bytes) =>
    calls.FPDF_GetMetaText(document, address, buffer, bytes),
  );
  calls.free(address);
  return text.trim();
}

function readBookmarks(engine: Pdfium, document: number): Bookmark[] {
  const { calls } = engine;
  const bookmarks: Bookmark[] = [];
  const seen = new Set<number>();
  const walk = (parent: number, depth: number): void => {
    let entry = calls.FPDFBookmark_GetFirstChild(document, parent);
    while (entry !== 0 && !seen.has(entry) && bookmarks.length < mostBookmarks) {
      seen.add(entry);
      const bookmark = entry;
      const title = wideString(engine, (buffer, bytes) =>
        calls.FPDFBookmark_GetTitle(bookmark, buffer, bytes),
      );
      let dest = calls.FPDFBookmark_GetDest(document, bookmark);
      if (dest === 0) {
        const action = calls.FPDFBookmark_GetAction(bookmark);
        if (action !== 0) dest = calls.FPDFAction_GetDest(document, action);
      }
      const page = dest === 0 ? -1 : calls.FPDFDest_GetDestPageIndex(document, dest);
      bookmarks.push({ title: title.replace(/\s+/gu, " ").trim(), depth, page: page >= 0 ? page + 1 : null });
      if (depth < deepestBookmark) walk(bookmark, depth + 1);
      entry = calls.FPDFBookmark_GetNextSibling(document, bookmark);
    }
  };
  walk(0, 1);
  return bookmarks;
}
