// A whole file through PDFium, page by page, every handle freed.
import type { ReadLimits } from "../../reader.ts";
import type { Bookmark, PageText, PdfText } from "../page.ts";
import { dropPdfium, pdfium, settlePdfium } from "./engine.ts";
import type { Pdfium } from "./engine.ts";
import { openForm } from "./form-fields.ts";
import type { OpenForm } from "./form-fields.ts";
import { openDocument } from "./open-document.ts";
import { looksWritten } from "./page-picture.ts";
import { wideString } from "./wide-string.ts";
import { monotonicMs, OutOfTime, withinTime } from "../../within-time.ts";
import { allocatePageBuffer, freePageBuffer, readPage } from "./page-runs.ts";

/**
 * Why a file gave nothing: a password is asked for, it is no PDF that can be mended, the engine died on it, or it took
 * too much memory or time (files are made to do that).
 */
export type PdfFailure = "password" | "damaged" | "engine" | "memory" | "time";

export type PdfiumResult =
  | { readonly kind: "text"; readonly text: PdfText }
  | { readonly kind: "failure"; readonly failure: PdfFailure };

/** Bookmarks beyond these are not looked at: a hostile file can chain them in a circle. */
const mostBookmarks = 20_000;
const deepestBookmark = 12;
/** A page that kills the engine is skipped, with a new engine for the next; so often at most. */
const mostDeaths = 2;

/** What has been read so far; it outlives an engine that dies on a page. */
interface Progress {
  readonly pages: PageText[];
  pageCount: number;
  bookmarks: readonly Bookmark[];
  metaTitle: string;
  language: string;
  /** A page is being read: the one after the last of `pages`. */
  onPage: boolean;
  /** All pages have been read that will be. */
  complete: boolean;
}

/**
 * Text, places and bookmarks of a file. Fewer pages than `pageCount` are given when a limit (pages, time) ended the
 * reading. `passwords` are tried in turn on a locked file. Never throws: an engine that aborts is given up.
 */
export async function readWithPdfium(
  file: Uint8Array,
  limits: ReadLimits,
  passwords: readonly string[] = [],
): Promise<PdfiumResult> {
  const deadline = monotonicMs() + limits.documentMs;
  const timeLeft = (): number => deadline - monotonicMs();
  const progress: Progress = {
    pages: [],
    pageCount: 0,
    bookmarks: [],
    metaTitle: "",
    language: "",
    onPage: false,
    complete: false,
  };
  for (let deaths = 0; ; deaths++) {
    let engine: Pdfium | undefined;
    try {
      engine = await pdfium();
      const started = engine;
      engine.limitMemory(limits.memoryMb * megabyte);
      const failure = withinTime(timeLeft(), () =>
        readFile(started, file, { limits, passwords, deadline }, progress),
      );
      settlePdfium(engine);
      return failure === null ? { kind: "text", text: progress } : failed(failure);
    } catch (error) {
      const died: PdfFailure =
        error instanceof OutOfTime ? "time" : engine?.askedForTooMuch() === true ? "memory" : "engine";
      dropPdfium();
      if (progress.complete) return { kind: "text", text: progress };
      if (!progress.onPage) return failed(died);
      progress.onPage = false;
      const something = progress.pages.some((page) => page.runs.length > 0);
      if (died === "time") return something ? { kind: "text", text: progress } : failed(died);
      progress.pages.push(emptyPage(progress.pages.length + 1));
      if (deaths + 1 < mostDeaths && progress.pages.length < progress.pageCount) continue;
      return something ? { kind: "text", text: progress } : failed(died);
    }
  }
}

const failed = (failure: PdfFailure): PdfiumResult => ({ kind: "failure", failure });

const megabyte = 1_000_000;
interface ReadFileOptions {
  readonly limits: ReadLimits;
  readonly passwords: readonly string[];
  /** On the clock of `monotonicMs`. */
  readonly deadline: number;
}

const emptyPage = (page: number): PageText => ({
  page,
  width: 0,
  height: 0,
  runs: [],
  drawn: true,
  failed: true,
});

/** Opens the file and reads the pages that `progress` lacks; null when that went well. */
function readFile(
  engine: Pdfium,
  file: Uint8Array,
  { limits, passwords, deadline }: ReadFileOptions,
  progress: Progress,
): PdfFailure | null {
  const { calls } = engine;
  // An abort leaves all this unfreed; the whole instance goes then.
  const address = calls.malloc(file.length);
  if (address === 0) return "engine";
  engine.bytes().set(file, address);
  const opened = openDocument(engine, address, file.length, passwords);
  if (opened.kind === "failure") {
    calls.free(address);
    return opened.failure;
  }
  const { document } = opened;
  progress.pageCount = calls.FPDF_GetPageCount(document);
  progress.bookmarks = readBookmarks(engine, document);
  progress.metaTitle = metaText(engine, document, "Title");
  progress.language = wideString(engine, (buffer, bytes) =>
    calls.FPDFCatalog_GetLanguage(document, buffer, bytes),
  ).trim();
  const buffer = allocatePageBuffer(engine);
  let fields: OpenForm | null | undefined;
  const form = (): OpenForm | null => (fields ??= openForm(engine, document));
  const end = Math.min(progress.pageCount, limits.pages);
  for (let index = progress.pages.length; index < end && monotonicMs() < deadline; index++) {
    progress.onPage = true;
    const page = readPage(engine, document, index, { buffer, form }) ?? emptyPage(index + 1);
    const label = pageLabel(engine, document, index);
    progress.pages.push(label === "" || label === String(index + 1) ? page : { ...page, label });
    progress.onPage = false;
  }
  freePageBuffer(engine, buffer);
  progress.complete = true;
  findIllustrations(engine, document, progress);
  fields?.close();
  calls.FPDF_CloseDocument(document);
  calls.free(address);
  return progress.pageCount > 0 ? null : "damaged";
}

/** So many pages without text are looked at, and only in a document that mostly has text; so many with a few words, too. */
const mostLooks = 30;

function findIllustrations(engine: Pdfium, document: number, { pages }: Progress): void {
  const look = (some: readonly PageText[]): void => {
    for (const page of some.slice(0, mostLooks)) {
      const illustration = !looksWritten(engine, document, page.page - 1);
      pages[page.page - 1] = { ...page, illustration };
    }
  };
  const empty = pages.filter((page) => page.runs.length === 0 && page.drawn && page.width > 0);
  if (empty.length <= pages.length / 2) look(empty);
  // A photograph with a title on it has all its text, a scan with a stamp on it has not.
  look(pages.filter(({ pictured }) => pictured === true));
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
