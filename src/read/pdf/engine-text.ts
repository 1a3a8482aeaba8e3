// Which engine reads: PDFium, pdf-parse where PDFium fails or gives no language, and on request.
import type { Notice } from "../../model/document.ts";
import type { ReadOptions } from "../reader.ts";
import type { PageText, PdfText } from "./page.ts";
import type { PdfFailure } from "./pdfium/read-file.ts";
import { isGarbled } from "./quality.ts";

export interface EngineText {
  readonly kind: "text";
  readonly text: PdfText;
  readonly engine: string;
  /** Pages, from 1, whose text is not language. */
  readonly garbled: readonly number[];
  /** What text recognition came to; missing when there was none. */
  readonly recognition?: Recognition;
  readonly notices: readonly Notice[];
}

/** Numbers of pages, from 1. */
export interface Recognition {
  /** Their text was recognised in a picture. */
  readonly recognised: readonly number[];
  /** What was recognised is not to be believed; they are as they were. */
  readonly uncertain: readonly number[];
}

export interface EngineFailure {
  readonly kind: "failure";
  readonly failure: PdfFailure;
}

const secondEngine: Notice = { code: "PDF_SECOND_ENGINE", params: {} };

/** The text of a file with the engine that the options ask for. */
export async function readText(
  bytes: Uint8Array,
  { limits, pdfEngine, passwords }: ReadOptions,
): Promise<EngineText | EngineFailure> {
  const notices: Notice[] = [];
  if (pdfEngine !== "pdf-parse") {
    const { readWithPdfium } = await import("./pdfium/read-file.ts");
    const first = await readWithPdfium(bytes, limits, passwords);
    if (first.kind === "text") {
      const garbled = garbledPages(first.text.pages);
      const mended =
        pdfEngine === "auto" ? await mendGarbled(bytes, first.text, garbled, limits, passwords) : null;
      if (mended === null) return { kind: "text", text: first.text, engine: "pdfium", garbled, notices };
      return {
        kind: "text",
        text: mended.text,
        engine: "pdfium+pdf-parse",
        garbled: mended.garbled,
        notices: [secondEngine],
      };
    }
    // What killed the engine is made to exhaust memory and would take the second engine's, which cannot be stopped.
    if (pdfEngine === "pdfium" || first.failure !== "damaged")
      return { kind: "failure", failure: first.failure };
    notices.push({ code: "PDF_FIRST_ENGINE_FAILED", params: { reason: "PDFium" } });
  }
  const { readWithPdfParse } = await import("./second-engine.ts");
  const second = await readWithPdfParse(bytes, limits, passwords);
  if (second.kind === "failure") return second;
  return {
    kind: "text",
    text: second.text,
    engine: "pdf-parse",
    garbled: garbledPages(second.text.pages),
    notices: [...notices, secondEngine],
  };
}

const garbledPages = (pages: readonly PageText[]): number[] =>
  pages.filter((page) => isGarbled(page.runs.map((run) => run.text).join("\n"))).map((page) => page.page);

/** The garbled pages as the second engine reads them, where that is better; null where it is nowhere. */
async function mendGarbled(
  bytes: Uint8Array,
  text: PdfText,
  garbled: readonly number[],
  limits: ReadOptions["limits"],
  passwords: readonly string[],
): Promise<{ text: PdfText; garbled: number[] } | null> {
  if (garbled.length === 0) return null;
  const { readWithPdfParse } = await import("./second-engine.ts");
  const second = await readWithPdfParse(bytes, limits, passwords, garbled);
  if (second.kind === "failure") return null;
  const still = new Set(garbledPages(second.text.pages));
  const better = new Map(
    second.text.pages
      .filter((page) => page.runs.length > 0 && !still.has(page.page))
      .map((page) => [page.page, page]),
  );
  if (better.size === 0) return null;
  return {
    text: { ...text, pages: text.pages.map((page) => withTextOf(better.get(page.page), page)) },
    garbled: garbled.filter((page) => !better.has(page)),
  };
}

/** The page with the text of the other reading, if there is one; that knows no printed number and no comments. */
function withTextOf(other: PageText | undefined, { label, notes, ...page }: PageText): PageText {
  return {
    ...(other ?? page),
    ...(label === undefined ? {} : { label }),
    ...(notes === undefined ? {} : { notes }),
  };
}
