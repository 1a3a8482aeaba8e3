// PDF → Document: the engine's runs, furniture out, columns and tables, contents, paragraphs, headings.
import type { Notice, ReadingRecord, ReadResult } from "../../model/document.ts";
import { buildDocument } from "../document-builder.ts";
import type { Reader, ReadOptions } from "../reader.ts";
import { arrangePage } from "./arrange-page.ts";
import { makeBlocks } from "./blocks.ts";
import { findBodyStyle, isBold } from "./body-style.ts";
import { findContents } from "./contents.ts";
import { takeFurniture } from "./furniture.ts";
import { lineOfRun } from "./lines.ts";
import type { PageText, PdfText } from "./page.ts";
import { pageRanges } from "./page-ranges.ts";
import { findLeading } from "./paragraphs.ts";
import type { PdfFailure } from "./pdfium/read-file.ts";
import { isGarbled } from "./quality.ts";
import { documentTitle } from "./title.ts";

/** A PDF with its text layer; scanned pages are named, not read. */
export const readPdf: Reader = async (bytes, options) => {
  const engineText = await readText(bytes, options);
  if (engineText.kind === "failure") return unread(engineText.failure);
  return makeDocument(engineText);
};

interface EngineText {
  readonly kind: "text";
  readonly text: PdfText;
  readonly engine: string;
  readonly notices: readonly Notice[];
}

interface EngineFailure {
  readonly kind: "failure";
  readonly failure: PdfFailure;
}

const secondEngine: Notice = { code: "PDF_SECOND_ENGINE", params: {} };

/** The text by PDFium; by pdf-parse where PDFium fails or gives no language, and on request. */
async function readText(
  bytes: Uint8Array,
  { limits, pdfEngine }: ReadOptions,
): Promise<EngineText | EngineFailure> {
  const notices: Notice[] = [];
  if (pdfEngine !== "pdf-parse") {
    const { readWithPdfium } = await import("./pdfium/read-file.ts");
    const first = await readWithPdfium(bytes, limits);
    if (first.kind === "text") {
      const text = pdfEngine === "auto" ? await mendGarbled(bytes, first.text, limits) : first.text;
      if (text !== first.text) notices.push(secondEngine);
      return { kind: "text", text, engine: text === first.text ? "pdfium" : "pdfium+pdf-parse", notices };
    }
    // What killed the engine is made to exhaust memory and would take the second engine's, which cannot be stopped.
    if (pdfEngine === "pdfium" || first.failure !== "damaged")
      return { kind: "failure", failure: first.failure };
    notices.push({ code: "PDF_FIRST_ENGINE_FAILED", params: { reason: "PDFium" } });
  }
  const { readWithPdfParse } = await import("./second-engine.ts");
  const second = await readWithPdfParse(bytes, limits);
  if (second.kind === "failure") return second;
  return { kind: "text", text: second.text, engine: "pdf-parse", notices: [...notices, secondEngine] };
}

const textOf = (page: PageText): string => page.runs.map((run) => run.text).join("\n");

/** Pages whose text is not language, as the second engine reads them, where that is better. */
async function mendGarbled(
  bytes: Uint8Array,
  text: PdfText,
  limits: ReadOptions["limits"],
): Promise<PdfText> {
  const garbled = text.pages.filter((page) => isGarbled(textOf(page))).map((page) => page.page);
  if (garbled.length === 0) return text;
  const { readWithPdfParse } = await import("./second-engine.ts");
  const second = await readWithPdfParse(bytes, limits, garbled);
  if (second.kind === "failure") return text;
  const better = new Map(
    second.text.pages
      .filter((page) => page.runs.length > 0 && !isGarbled(textOf(page)))
      .map((page) => [page.page, page]),
  );
  if (better.size === 0) return text;
  return { ...text, pages: text.pages.map((page) => better.get(page.page) ?? page) };
}

const failureNotices: Readonly<Record<PdfFailure, Notice>> = {
  password: { code: "PDF_ENCRYPTED", params: {} },
  damaged: { code: "PDF_DAMAGED", params: {} },
  engine: { code: "READER_FAILED", params: { reason: "PDFium" } },
};

function unread(failure: PdfFailure): ReadResult {
  return {
    kind: "unread",
    format: "pdf",
    status: "unreadable",
    pages: null,
    notices: [failureNotices[failure]],
  };
}

function makeDocument({ text, engine, notices: before }: EngineText): ReadResult {
  const { pages, pageCount } = text;
  const { reading, notices } = readingRecord(text, engine);
  if (pages.every((page) => page.runs.length === 0)) {
    return {
      kind: "unread",
      format: "pdf",
      status: "no-text",
      pages: pageCount,
      notices: [...before, { code: "PDF_NO_TEXT", params: {} }],
    };
  }
  const body = findBodyStyle(pages);
  const cleared = takeFurniture(
    pages.map((page) => ({
      ...page,
      lines: page.runs.map((run) => lineOfRun(run, page.page, isBold(run, body))),
    })),
    body.size,
  );
  const arranged = cleared.map((page) => arrangePage(page.lines, body.size));
  const contents = findContents(arranged, pageCount);
  const leading = findLeading(
    arranged.flatMap((parts) => parts.flatMap((part) => (part.kind === "text" ? [part.lines] : []))),
    body,
  );
  const { blocks, title } = makeBlocks(
    cleared.map((page, index) => ({ ...page, parts: contents[index]?.parts ?? [] })),
    { body, leading, bookmarks: text.bookmarks, contents: contents.flatMap((page) => page.entries) },
  );
  return buildDocument(blocks, {
    format: "pdf",
    title: documentTitle(title, text.metaTitle),
    pages: pageCount,
    reading,
    notices: [...before, ...notices],
  });
}

function readingRecord(
  { pages, pageCount }: PdfText,
  engine: string,
): { reading: ReadingRecord; notices: Notice[] } {
  const withoutText = pages.filter((page) => page.runs.length === 0 && page.drawn).map((page) => page.page);
  const garbled = pages.filter((page) => isGarbled(textOf(page))).map((page) => page.page);
  const blank = pages.filter((page) => !page.drawn).length;
  const unreadPages = pageCount - pages.length;
  const expected = pageCount - blank;
  const readable = pages.length - blank - withoutText.length - garbled.length;
  const notices: Notice[] = [];
  const add = (code: Notice["code"], list: readonly number[]): void => {
    if (list.length > 0) notices.push({ code, params: { count: list.length, pages: pageRanges(list) } });
  };
  add("PDF_PAGES_WITHOUT_TEXT", withoutText);
  add("GARBLED_TEXT", garbled);
  if (unreadPages > 0) {
    notices.push({
      code: "READER_FAILED",
      params: { reason: `${String(pages.length)} / ${String(pageCount)} s.` },
    });
  }
  return {
    reading: {
      share: expected <= 0 ? 1 : readable / expected,
      pagesWithoutText: withoutText,
      garbled,
      engine,
    },
    notices,
  };
}
