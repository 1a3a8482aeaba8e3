// Worker thread: reads the text in pictures of pages, one after the other. It starts tesseract.js, which starts a thread
// of its own and prints: both end with this thread, and what is printed reaches neither the result nor the terminal.
import { parentPort, workerData } from "node:worker_threads";
import tesseract from "tesseract.js";
import type { Picture, RecognisedLine, RecognisedPage } from "./recognised-page.ts";
import { strokeWidth, type Pixels } from "./stroke-width.ts";
import { typeSize } from "./type-size.ts";

/** What the thread is started with. */
export interface RecogniserData {
  /** Folder of the language data, on this machine. */
  readonly languageFolder: string;
  readonly language: string;
}

/** The first answer is "ready"; then one for each picture, or the end: "failed" is the last that is heard. */
export type RecogniserAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "page"; readonly page: RecognisedPage }
  | { readonly kind: "failed"; readonly reason: string };

const answer = (message: RecogniserAnswer): void => {
  parentPort?.postMessage(message);
};
const fail = (reason: unknown): void => {
  answer({ kind: "failed", reason: reason instanceof Error ? reason.message : String(reason) });
};

const { languageFolder, language } = workerData as RecogniserData;

// With a folder given and the cache off, nothing is fetched and nothing is written: a file that is missing is an error.
// The promise stays open for ever then, so it is the handler that tells.
void tesseract
  .createWorker(language, tesseract.OEM.LSTM_ONLY, {
    langPath: languageFolder,
    cacheMethod: "none",
    gzip: true,
    errorHandler: fail,
  })
  .then(async (worker) => {
    await worker.setParameters({
      // Columns and tables are told apart; the default takes a page for one block of lines.
      tessedit_pageseg_mode: tesseract.PSM.AUTO,
      user_defined_dpi: "300",
      debug_file: "/dev/null",
    });
    parentPort?.on("message", ({ file, headLength, width }: Picture) => {
      worker
        .recognize(Buffer.from(file.buffer, file.byteOffset, file.length), { rotateAuto: true }, output)
        .then(({ data }) => {
          // Places are those of the picture as it was straightened, which is not at hand.
          const straightened = data.rotateRadians ?? 0;
          const pixels = straightened === 0 ? { bytes: file.subarray(headLength), width } : null;
          answer({ kind: "page", page: pageOf(data.blocks ?? [], straightened, pixels) });
        }, fail);
    });
    answer({ kind: "ready" });
  }, fail);

const output = { text: false, blocks: true };

function pageOf(
  blocks: readonly tesseract.Block[],
  straightened: number,
  pixels: Pixels | null,
): RecognisedPage {
  const lines = blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  let characters = 0;
  let sure = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      characters += text.length;
      sure += text.length * confidence;
    }
  }
  return {
    lines: lines.map((line) => lineOf(line, pixels)),
    confidence: characters === 0 ? 0 : sure / characters,
    straightened,
  };
}

/** Height of a line, from descender to ascender, as a share of the nominal size of its type. */
const rowShare = 0.94;

/** A line that is higher than so many sizes of its type stands on its side. */
const mostOfLine = 2.5;

function lineOf(
  { words, bbox, baseline, rowAttributes }: tesseract.Line,
  pixels: Pixels | null,
): RecognisedLine {
  const boxes = words.map(({ bbox }) => bbox);
  const letters = words.flatMap((word) =>
    word.symbols.map(({ text, bbox }) => ({ text, height: bbox.y1 - bbox.y0 })),
  );
  const size = typeSize(letters) ?? rowAttributes.rowHeight / rowShare;
  return {
    words: words.map(({ text, bbox: word }) => {
      // The words of a line are as high as the line, be there tall letters in them or not; not of one that stands upright.
      const { y0, y1 } = bbox.y1 - bbox.y0 < mostOfLine * size ? bbox : word;
      return { text, x0: word.x0, x1: word.x1, top: y0, bottom: y1 };
    }),
    y: (baseline.y0 + baseline.y1) / 2,
    size,
    stroke: pixels === null ? null : strokeWidth(pixels, boxes),
  };
}
