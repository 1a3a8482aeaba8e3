// Text recognition for the pages of a PDF that have none, or none that is language. Pages that have text keep it.
import { availableParallelism } from "node:os";
import type { Notice } from "../../../model/document.ts";
import { recognition, type ReadOptions } from "../../reader.ts";
import type { EngineText } from "../engine-text.ts";
import { isUnreadPicture, type PageText } from "../page.ts";
import { openPagePictures, type PageImage, type Quarters } from "../pdfium/page-image.ts";
import { isGarbled } from "../quality.ts";
import { findRecognition } from "./installed.ts";
import { markBold } from "./mark-bold.ts";
import type { RecognisedPage } from "./recognised-page.ts";
import { wordPlaces } from "./word-places.ts";
import { startRecogniser, type Recogniser } from "./recogniser.ts";
import { withFields } from "../layout/place-fields.ts";
import { runsOf } from "./runs-of-lines.ts";
import { settleSizes } from "./settle-sizes.ts";

/**
 * Below this confidence a page is not believed. Measured on a page made worse in many ways: at 85–88 there are 83–90 per
 * cent of the words right, at 65–71 there are 53–82, below 35 hardly any.
 */
const leastConfidence = 80;
/** A page that lies on its side or stands on its head comes to less than this, measured 27–31; it is turned and read again. */
const mostOfTurned = 50;
/** A photograph gives a few specks; only what has lines of something is turned. */
const fewestLinesOfTurned = 10;
/** A page without a recognised word and with less ink than this is an empty sheet that was scanned. */
const mostInkOfBlank = 0.005;
/** After so many failures of the engine, the rest of the pages is given up. */
const mostFailures = 3;

/** What became of a page. */
type Outcome =
  | { readonly kind: "text"; readonly page: PageText }
  | { readonly kind: "blank" | "uncertain" | "failed"; readonly page: PageText };

type RecogniseOptions = Pick<ReadOptions, "limits" | "onProgress" | "wordPlaces"> &
  Partial<Pick<ReadOptions, "passwords">>;

/** The text of a file with what could be recognised put in. Never throws. `start` is for tests. */
export async function recogniseText(
  bytes: Uint8Array,
  read: EngineText,
  { limits, onProgress, passwords = [], wordPlaces: places = false }: RecogniseOptions,
  start: (languageFolder: string) => Promise<Recogniser> = startRecogniser,
): Promise<EngineText> {
  const garbled = new Set(read.garbled);
  const wanted = read.text.pages.filter((page) => garbled.has(page.page) || isUnreadPicture(page));
  if (wanted.length === 0) return read;
  const found = findRecognition();
  if (found === null)
    return { ...read, notices: [...read.notices, { code: "OCR_NOT_INSTALLED", params: {} }] };

  const outcomes = new Map<number, Outcome>();
  const failures: string[] = [];
  const pictures = openPagePictures(bytes, limits, passwords);
  const queue = wanted.values();
  const tell = (): void => {
    onProgress?.({ recognised: outcomes.size, pages: wanted.length });
  };
  const lane = async (): Promise<void> => {
    let recogniser: Recogniser | null = null;
    for (const page of queue) {
      if (failures.length >= mostFailures) break;
      try {
        recogniser ??= await start(found.languageFolder);
        tell();
        const own = recogniser;
        const read = async (quarters: Quarters): Promise<Sight | null> => {
          const image = await pictures.draw(page.page - 1, quarters);
          return (
            image && { image, quarters, places, recognised: await own.recognise(image, limits.documentMs) }
          );
        };
        outcomes.set(page.page, await recognisePage(page, read, tell));
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        await recogniser?.close();
        recogniser = null;
      }
      tell();
    }
    await recogniser?.close();
  };
  tell();
  const lanes = Math.min(recognition.mostPages, availableParallelism(), wanted.length);
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    pictures.close();
  }
  return putIn(read, outcomes, failures);
}

/** A page as it was drawn, and what was read in it. */
interface Sight {
  readonly image: PageImage;
  readonly quarters: Quarters;
  /** Whether it is to be kept where the words stand. */
  readonly places: boolean;
  readonly recognised: RecognisedPage;
}

/** `read` draws and reads the page, turned; `tell` is called after each time. */
async function recognisePage(
  page: PageText,
  read: (quarters: Quarters) => Promise<Sight | null>,
  tell: () => void,
): Promise<Outcome> {
  const sight = await read(0);
  if (sight === null) return { kind: "failed", page };
  const text = believedPage(page, sight);
  if (text !== null) return { kind: "text", page: text };
  const { lines, confidence } = sight.recognised;
  if (lines.length === 0) return { kind: sight.image.ink < mostInkOfBlank ? "blank" : "uncertain", page };
  if (confidence < mostOfTurned && lines.length >= fewestLinesOfTurned) {
    for (const quarters of [1, 3, 2] as const) {
      tell();
      const turned = await read(quarters);
      const upright = turned && believedPage(page, turned);
      if (upright) return { kind: "text", page: upright };
    }
  }
  return { kind: "uncertain", page };
}

/** The page with the text that was read in it, as it was turned; null when that is not to be believed. */
function believedPage(page: PageText, { image, quarters, places, recognised }: Sight): PageText | null {
  const runs = runsOf(recognised, image);
  if (runs.length === 0 || recognised.confidence < leastConfidence) return null;
  if (isGarbled(runs.map((run) => run.text).join("\n"))) return null;
  const { width, height, scale } = image;
  // The recogniser has read the stamp too.
  // Fields lie over the picture that was recognised; the page may have been turned, and then they stand where they can.
  const filled = withFields(runs, page.fields ?? []);
  const words = places ? { words: wordPlaces(recognised, image, quarters) } : {};
  return {
    ...page,
    pictured: false,
    failed: false,
    runs: filled,
    width: width / scale,
    height: height / scale,
    ...words,
  };
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
  const settled = markBold(settleSizes(texts, designed)).map((page): [number, PageText] => [page.page, page]);
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
