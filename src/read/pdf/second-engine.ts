// The second engine, pdf-parse: text only, without sizes and places. Read where PDFium cannot, and on request.
import type { PDFParse } from "pdf-parse";
import type { ReadLimits } from "../reader.ts";
import { monotonicMs } from "../within-time.ts";
import type { PageText, PdfText, Run } from "./page.ts";
import type { PdfFailure } from "./pdfium/read-file.ts";

export type SecondEngineResult =
  | { readonly kind: "text"; readonly text: PdfText }
  | { readonly kind: "failure"; readonly failure: PdfFailure };

/** A page as it might have looked: the rest of the reading works with places. In points. */
const assumed = { width: 595, height: 842, margin: 50, size: 11, leading: 14, character: 5.2 };

/**
 * `passwords` are tried in turn on a locked file. Text of the pages in `only` (from 1), or of all. Lines get places as in a plain typescript, so that running headers,
 * paragraphs and contents are found in the same way as with places from the file.
 */
export async function readWithPdfParse(
  file: Uint8Array,
  limits: ReadLimits,
  passwords: readonly string[],
  only?: readonly number[],
): Promise<SecondEngineResult> {
  const { PDFParse, PasswordException, VerbosityLevel } = await import("pdf-parse");
  const open = async (password: string | undefined): Promise<Opened> => {
    // The engine takes the buffer over; the caller's bytes must stay whole.
    const data = file.slice();
    const parser = new PDFParse({
      data,
      verbosity: VerbosityLevel.ERRORS,
      ...(password === undefined ? {} : { password }),
    });
    try {
      return { parser, info: await parser.getInfo() };
    } catch (error) {
      await parser.destroy().catch(() => undefined);
      throw error;
    }
  };
  const deadline = monotonicMs() + limits.documentMs;
  let opened: Opened | null = null;
  let failure: PdfFailure = "damaged";
  for (const password of [undefined, ...passwords]) {
    try {
      opened = await open(password);
      break;
    } catch (error) {
      failure = error instanceof PasswordException ? "password" : "damaged";
      if (failure === "damaged") break;
    }
  }
  if (opened === null) return { kind: "failure", failure };
  const { parser, info } = opened;
  try {
    // A file that says itself how many pages it has can say -1 (found by damaging files).
    if (info.total < 1) return { kind: "failure", failure: "damaged" };
    const wanted =
      only ?? Array.from({ length: Math.min(info.total, limits.pages) }, (_, index) => index + 1);
    const pages: PageText[] = [];
    for (const page of wanted) {
      if (monotonicMs() > deadline) break;
      // The default joiner writes "-- 1 of 3 --" into the text, which makes a scanned page look like one with text.
      const { pages: read } = await parser.getText({ partial: [page], pageJoiner: "" });
      pages.push(typescriptPage(page, read[0]?.text ?? ""));
    }
    const title: unknown = (info.info as Record<string, unknown> | undefined)?.["Title"];
    const text: PdfText = {
      pages,
      pageCount: info.total,
      bookmarks: [],
      language: "",
      metaTitle: typeof title === "string" ? title.trim() : "",
    };
    return { kind: "text", text };
  } catch {
    return { kind: "failure", failure: "damaged" };
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

interface Opened {
  readonly parser: PDFParse;
  readonly info: Awaited<ReturnType<PDFParse["getInfo"]>>;
}

function typescriptPage(page: number, text: string): PageText {
  const lines = text.split("\n").map((line) => line.trim());
  while (lines.at(-1) === "") lines.pop();
  const runs: Run[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    // The last line stands where page numbers do, however long the page is.
    const foot = index === lines.length - 1 && index > 2;
    runs.push({
      text: line,
      x0: assumed.margin,
      x1: assumed.margin + line.length * assumed.character,
      y: foot ? assumed.margin : assumed.height - assumed.margin - index * assumed.leading,
      size: assumed.size,
      font: "",
      weight: 400,
      bold: false,
      italic: false,
      upright: true,
      hyphen: /\p{L}-$/u.test(line),
    });
  }
  return { page, width: assumed.width, height: assumed.height, runs, drawn: true };
}
