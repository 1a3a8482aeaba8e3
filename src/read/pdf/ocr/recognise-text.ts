// Text recognition for the pages of a PDF that have none, or none that is language. Pages that have text keep it.
import { availableParallelism } from "node:os";
import type { Notice } from "../../../model/document.ts";
import { recognition, type ReadOptions } from "../../reader.ts";
import type { EngineText } from "../engine-text.ts";
import type { PageText } from "../page.ts";
import { openPagePictures, type PagePictures } from "../pdfium/page-image.ts";
import { isGarbled } from "../quality.ts";
import { findRecognition } from "./installed.ts";
import { startRecogniser, type Recogniser } from "./recogniser.ts";
import { runsOf } from "./runs-of-lines.ts";
import { settleSizes } from "./settle-sizes.ts";

/**
 * Below this confidence a page is not believed. Measured on a page made worse in many ways: at 85–88 there are 83–90 per
 * cent of the words right, at 65–71 there are 53–82, below 35 hardly any.
 */
const leastConfidence = 80;
/** A page without a recognised word and with less ink than this is an empty sheet that was scanned. */
const mostInkOfBlank = 0.005;
/** After so many failures of the engine, the rest of the pages is given up. */
const mostFailures = 3;

/** What became of a page. */
type Outcome =
  | { readonly kind: "text"; readonly page: PageText }
  | { readonly kind: "blank" | "uncertain" | "failed"; readonly page: PageText };

/** The text of a file with what could be recognised put in. Never throws. `start` is for tests. */
export async function recogniseText(
  bytes: Uint8Array,
  read: EngineText,
  { limits, onProgress }: Pick<ReadOptions, "limits" | "onProgress">,
  start: (languageFolder: string) => Promise<Recogniser> = startRecogniser,
): Promise<EngineText> {
  const garbled = new Set(read.garbled);
  const wanted = read.text.pages.filter(
    (page) => garbled.has(page.page) || (page.drawn && page.runs.length === 0),
  );
  if (wanted.length === 0) return read;
  const found = findRecognition();
  if (found === null)
    return { ...read, notices: [...read.notices, { code: "OCR_NOT_INSTALLED", params: {} }] };

  const outcomes = new Map<number, Outcome>();
  const failures: string[] = [];
  const pictures = openPagePictures(bytes, limits);
  const queue = wanted.values();
  const lane = async (): Promise<void> => {
    let recogniser: Recogniser | null = null;
    for (const page of queue) {
      if (failures.length >= mostFailures) break;
      try {
        recogniser ??= await start(found.languageFolder);
        outcomes.set(page.page, await recognisePage(page, pictures, recogniser, limits.documentMs));
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        await recogniser?.close();
        recogniser = null;
      }
      onProgress?.({ recognised: outcomes.size, pages: wanted.length });
    }
    await recogniser?.close();
  };
  onProgress?.({ recognised: 0, pages: wanted.length });
  const lanes = Math.min(recognition.mostPages, availableParallelism(), wanted.length);
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    pictures.close();
  }
  return putIn(read, outcomes, failures);
}

async function recognisePage(
  page: PageText,
  pictures: PagePictures,
  recogniser: Recogniser,
  milliseconds: number,
): Promise<Outcome> {
  const image = await pictures.draw(page.page - 1);
  if (image === null) return { kind: "failed", page };
  const recognised = await recogniser.recognise(image.file, milliseconds);
  const runs = runsOf(recognised, { height: image.pixels.height, scale: image.scale });
  if (runs.length === 0) return { kind: image.ink < mostInkOfBlank ? "blank" : "uncertain", page };
  if (recognised.confidence < leastConfidence || isGarbled(runs.map((run) => run.text).join("\n")))
    return { kind: "uncertain", page };
  return { kind: "text", page: { ...page, runs } };
}

function putIn(
  read: EngineText,
  outcomes: ReadonlyMap<number, Outcome>,
  failures: readonly string[],
): EngineText {
  const ofKind = (kind: Outcome["kind"]): PageText[] =>
    [...outcomes.values()]
      .filter((outcome) => outcome.kind === kind)
      .map(({ page }) => page)
      .sort((a, b) => a.page - b.page);
  const texts = ofKind("text");
  const recognised = texts.map(({ page }) => page);
  const inText = new Set(recognised);
  const blank = new Set(ofKind("blank").map(({ page }) => page));
  const others = read.text.pages.filter(({ page }) => !inText.has(page));
  const designed = others.filter(({ page }) => !read.garbled.includes(page));
  const settled = settleSizes(texts, designed).map((page): [number, PageText] => [page.page, page]);
  const byNumber = new Map(settled);
  const pages = read.text.pages.map((page) =>
    blank.has(page.page) ? { ...page, drawn: false } : (byNumber.get(page.page) ?? page),
  );
  const uncertain = ofKind("uncertain")
    .filter((page) => page.illustration !== true)
    .map(({ page }) => page);
  const [reason] = failures;
  const failed: Notice[] =
    reason === undefined ? [] : [{ code: "OCR_FAILED", params: { reason: reason.slice(0, 300) } }];
  return {
    ...read,
    text: { ...read.text, pages },
    engine: recognised.length > 0 ? `${read.engine}+tesseract` : read.engine,
    garbled: read.garbled.filter((page) => !inText.has(page)),
    recognition: { recognised, uncertain },
    notices: [...read.notices, ...failed],
  };
}
