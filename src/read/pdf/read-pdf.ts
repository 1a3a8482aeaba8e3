// PDF → Document: the engine's runs, furniture out, columns and tables, contents, paragraphs, headings.
import type { Notice, ReadResult } from "../../model/document.ts";
import { sayBesideText } from "../office/beside-text.ts";
import { commentBlocks } from "../office/comments.ts";
import { triedParams } from "../office/unread.ts";
import { buildDocument } from "../document-builder.ts";
import type { Reader, ReadLimits, ReadOptions } from "../reader.ts";
import { withinTime } from "../within-time.ts";
import { arrangePage } from "./layout/arrange-page.ts";
import { makeBlocks } from "./blocks.ts";
import { findBodyStyle, isBold } from "./headings/body-style.ts";
import { findContents } from "./headings/contents.ts";
import { readText } from "./engine-text.ts";
import type { EngineText } from "./engine-text.ts";
import { takeFurniture } from "./layout/furniture.ts";
import { isFilled } from "./layout/place-fields.ts";
import { joinDropCaps } from "./layout/drop-caps.ts";
import { lineOfRun } from "./layout/lines.ts";
import { namedTitles } from "./headings/named-titles.ts";
import { findLeading } from "./layout/paragraphs.ts";
import type { PdfFailure } from "./pdfium/read-file.ts";
import { isUnreadPicture } from "./page.ts";
import { readingRecord } from "./reading-record.ts";
import { findGrids } from "./tables/table-grids.ts";
import { documentTitle } from "./headings/title.ts";

/** A PDF with its text layer; scanned pages are named, and read only where the options ask for text recognition. */
export const readPdf: Reader = async (bytes, options) => {
  const read = await readText(bytes, options);
  if (read.kind === "failure") return unread(read.failure, options);
  const whole = options.ocr ? await withRecognition(bytes, read, options) : read;
  return withinTime(options.limits.documentMs, () => makeDocument(whole, options.limits));
};

async function withRecognition(
  bytes: Uint8Array,
  read: EngineText,
  options: ReadOptions,
): Promise<EngineText> {
  const { recogniseText } = await import("./ocr/recognise-text.ts");
  return recogniseText(bytes, read, options);
}

function noticeOf(failure: PdfFailure, { limits, passwords }: ReadOptions): Notice {
  switch (failure) {
    case "password":
      return { code: "PDF_ENCRYPTED", params: triedParams(passwords) };
    case "damaged":
      return { code: "PDF_DAMAGED", params: {} };
    case "engine":
      return { code: "READER_FAILED", params: { reason: "PDFium" } };
    case "memory":
      return { code: "READER_OUT_OF_MEMORY", params: { limit: limits.memoryMb } };
    case "time":
      return { code: "READER_TIMED_OUT", params: { seconds: Math.ceil(limits.documentMs / 1000) } };
  }
}

function unread(failure: PdfFailure, options: ReadOptions): ReadResult {
  return {
    kind: "unread",
    format: "pdf",
    status: "unreadable",
    pages: null,
    notices: [noticeOf(failure, options)],
  };
}

/** Why there is no text: what recognition says of it, where that was tried. */
function noTextNotices(
  { notices: before, recognition }: EngineText,
  notices: readonly Notice[],
): readonly Notice[] {
  const tried =
    (recognition?.uncertain.length ?? 0) > 0 || before.some(({ code }) => code.startsWith("OCR_"));
  return tried
    ? notices.filter(({ code }) => code === "OCR_UNCERTAIN")
    : [{ code: "PDF_NO_TEXT", params: {} }];
}

function makeDocument(read: EngineText, limits: ReadLimits): ReadResult {
  const { text, notices: before } = read;
  const { pages, pageCount } = text;
  const { reading, notices } = readingRecord(read, limits);
  if (pages.every((page) => page.runs.length === 0 || isUnreadPicture(page))) {
    return {
      kind: "unread",
      format: "pdf",
      status: "no-text",
      pages: pageCount,
      notices: [...before, ...noTextNotices(read, notices)],
    };
  }
  const body = findBodyStyle(pages);
  const cleared = takeFurniture(
    pages.map((page) => ({
      ...page,
      lines: joinDropCaps(page.runs.map((run) => lineOfRun(run, page.page, isBold(run, body)))),
      grids: findGrids(page.drawings ?? [], page.width, page.height),
    })),
    body.size,
  );
  const arranged = cleared.map((page) => arrangePage(page.lines, page.grids, body.size));
  const contents = findContents(arranged, pageCount);
  const leading = findLeading(
    arranged.flatMap((parts) => parts.flatMap((part) => (part.kind === "text" ? [part.lines] : []))),
    body,
  );
  const { blocks, title } = makeBlocks(
    cleared.map((page, index) => ({ ...page, parts: contents[index]?.parts ?? [] })),
    {
      body,
      leading,
      titles: namedTitles(
        text.bookmarks,
        contents.flatMap((page) => page.entries),
      ),
    },
  );
  const comments = cleared.flatMap(({ page, label }, index) =>
    (pages[index]?.notes ?? []).map((note) => ({
      ...note,
      location: label === undefined ? { page } : { page, label },
    })),
  );
  const fields = pages.reduce((sum, page) => sum + (page.fields ?? []).filter(isFilled).length, 0);
  const filled: Notice[] = fields === 0 ? [] : [{ code: "FORM_FIELDS_READ", params: { count: fields } }];
  const beside = sayBesideText({ insertions: 0, deletions: 0, comments: 0, objects: 0 }, "accepted", {
    commentsApart: comments.length,
  });
  const recognised = pages.flatMap(({ page, words }) => (words === undefined ? [] : [{ page, words }]));
  const built = buildDocument([...blocks, ...commentBlocks(comments)], {
    format: "pdf",
    title: documentTitle(title, text.metaTitle),
    declaredLanguage: text.language,
    pages: pageCount,
    reading: fields === 0 ? reading : { ...reading, fields },
    notices: [...before, ...notices, ...filled, ...beside.notices],
  });
  return recognised.length === 0 ? built : { ...built, recognised };
}
