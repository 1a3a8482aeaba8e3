// Where words stand on the pages of a PDF: PDFium gives the letters with their boxes.
import type { Stretch } from "../../model/annotation.ts";
import type { PlacedWord, RecognisedWords } from "../../model/document.ts";
import { pdfium, settlePdfium, type Pdfium } from "../../read/pdf/pdfium/engine.ts";
import { openDocument } from "../../read/pdf/pdfium/open-document.ts";
import { findWords, lettersOf, likeliest, type Letters, type WordPlace } from "../find-words.ts";
import { rectFromDisplayed, type PageGeometry, type Rect } from "./page-geometry.ts";

/** The pages of a file that were asked for. */
export interface FoundPlaces {
  readonly pageCount: number;
  /** By number of the page, from 1. */
  readonly pages: ReadonlyMap<number, PageGeometry>;
  /** A rectangle for each line of the words; none where they were not found. */
  readonly rects: ReadonlyMap<Stretch, readonly Rect[]>;
}

export type PlacesResult =
  | { readonly kind: "places"; readonly places: FoundPlaces }
  | { readonly kind: "failure"; readonly failure: "password" | "damaged" };

/** What is sought: words in the text, and lines that are mostly headings. */
export interface Sought {
  readonly words: readonly Stretch[];
  readonly headings: readonly Stretch[];
  /** Pages whose words were recognised: these are where the words stand. */
  readonly recognised: readonly RecognisedWords[];
}

/** A stretch that is sought on a page. */
interface Wanted {
  readonly stretch: Stretch;
  readonly heading: boolean;
}

/** Finds the words of all stretches. The first page is always looked at. */
export async function findPlaces(
  file: Uint8Array,
  { words, headings, recognised }: Sought,
): Promise<PlacesResult> {
  return withDocument(file, (engine, document) => {
    const byPage = new Map<number, Wanted[]>([[1, []]]);
    const add = (stretch: Stretch, heading: boolean): void => {
      if (!("page" in stretch.location)) return;
      const { page } = stretch.location;
      const wanted = byPage.get(page);
      if (wanted === undefined) byPage.set(page, [{ stretch, heading }]);
      else wanted.push({ stretch, heading });
    };
    const scanned = new Map(recognised.map((page) => [page.page, page.words]));
    for (const stretch of words) add(stretch, false);
    for (const stretch of headings) add(stretch, true);
    const pages = new Map<number, PageGeometry>();
    const rects = new Map<Stretch, readonly Rect[]>();
    for (const [page, wanted] of [...byPage].sort(([a], [b]) => a - b)) {
      const geometry = readPage(engine, document, page, scanned.has(page) ? [] : wanted, rects);
      if (geometry === null) continue;
      pages.set(page, geometry);
      findAmong(scanned.get(page) ?? [], geometry, wanted, rects);
    }
    return { pageCount: engine.calls.FPDF_GetPageCount(document), pages, rects };
  });
}

/** How many pages a file has; null where it cannot be opened: the test of a copy. */
export async function countPages(file: Uint8Array): Promise<number | null> {
  const opened = await withDocument(file, (engine, document) => ({
    pageCount: engine.calls.FPDF_GetPageCount(document),
    pages: new Map(),
    rects: new Map(),
  }));
  return opened.kind === "places" ? opened.places.pageCount : null;
}

async function withDocument(
  file: Uint8Array,
  look: (engine: Pdfium, document: number) => FoundPlaces,
): Promise<PlacesResult> {
  const engine = await pdfium();
  const { calls } = engine;
  const address = calls.malloc(file.length);
  engine.bytes().set(file, address);
  const opened = openDocument(engine, address, file.length, []);
  if (opened.kind === "failure") {
    calls.free(address);
    return { kind: "failure", failure: opened.failure };
  }
  try {
    return { kind: "places", places: look(engine, opened.document) };
  } finally {
    calls.FPDF_CloseDocument(opened.document);
    calls.free(address);
    settlePdfium(engine);
  }
}

function readPage(
  engine: Pdfium,
  document: number,
  page: number,
  wanted: readonly Wanted[],
  rects: Map<Stretch, readonly Rect[]>,
): PageGeometry | null {
  const { calls } = engine;
  const handle = calls.FPDF_LoadPage(document, page - 1);
  if (handle === 0) return null;
  const buffer = calls.malloc(16);
  try {
    const geometry = geometryOf(engine, handle, buffer);
    const text = wanted.length === 0 ? 0 : calls.FPDFText_LoadPage(handle);
    if (text !== 0) {
      try {
        findOnPage(engine, text, buffer, wanted, rects);
      } finally {
        calls.FPDFText_ClosePage(text);
      }
    }
    return geometry;
  } finally {
    calls.free(buffer);
    calls.FPDF_ClosePage(handle);
  }
}

function geometryOf(engine: Pdfium, page: number, buffer: number): PageGeometry {
  const { calls } = engine;
  const turn = calls.FPDFPage_GetRotation(page);
  const found = calls.FPDF_GetPageBoundingBox(page, buffer) !== 0;
  const width = calls.FPDF_GetPageWidthF(page);
  const height = calls.FPDF_GetPageHeightF(page);
  const [left = 0, top = height, right = width, bottom = 0] = floatsAt(engine, buffer);
  const shown = found
    ? { x0: left, y0: bottom, x1: right, y1: top }
    : { x0: 0, y0: 0, x1: turn % 2 === 0 ? width : height, y1: turn % 2 === 0 ? height : width };
  return { shown, turn };
}

/** A rectangle that the engine wrote: left, top, right, bottom. */
function floatsAt(engine: Pdfium, address: number): readonly number[] {
  return [...engine.floats().subarray(address >> 2, (address >> 2) + 4)];
}

function findOnPage(
  engine: Pdfium,
  text: number,
  buffer: number,
  wanted: readonly Wanted[],
  rects: Map<Stretch, readonly Rect[]>,
): void {
  const { calls } = engine;
  const count = calls.FPDFText_CountChars(text);
  if (count <= 0) return;
  const address = calls.malloc((count + 1) * 2);
  const written = calls.FPDFText_GetText(text, 0, count, address);
  const bytes = engine.bytes();
  const content = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + address,
    Math.max(0, written - 1) * 2,
  ).toString("utf16le");
  calls.free(address);
  const linesAt = ({ start, end }: WordPlace): Rect[] => {
    const boxes: Rect[] = [];
    for (let index = start; index < end; index++) {
      const char = content.length === count ? index : calls.FPDFText_GetCharIndexFromTextIndex(text, index);
      if (char < 0 || calls.FPDFText_IsGenerated(text, char) === 1) continue;
      if (calls.FPDFText_GetLooseCharBox(text, char, buffer) === 0) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = floatsAt(engine, buffer);
      if (right > left && top > bottom) boxes.push({ x0: left, y0: bottom, x1: right, y1: top });
    }
    return linesOf(boxes);
  };
  choosePlaces(lettersOf(content), linesAt, wanted, rects);
}

/** The same among words that were recognised: whole words are marked, since their letters have no places. */
function findAmong(
  words: readonly PlacedWord[],
  geometry: PageGeometry,
  wanted: readonly Wanted[],
  rects: Map<Stretch, readonly Rect[]>,
): void {
  const starts: number[] = [];
  let content = "";
  for (const { text } of words) {
    starts.push(content.length);
    content += `${text} `;
  }
  const linesAt = ({ start, end }: WordPlace): Rect[] =>
    linesOf(
      words
        .filter((_, index) => (starts[index] ?? end) < end && (starts[index + 1] ?? content.length) > start)
        .map((word) => rectFromDisplayed(geometry, word)),
    );
  choosePlaces(lettersOf(content), linesAt, wanted, rects);
}

/** Of the places where a stretch stands, the one that is meant. */
function choosePlaces(
  letters: Letters,
  linesAt: (place: WordPlace) => Rect[],
  wanted: readonly Wanted[],
  rects: Map<Stretch, readonly Rect[]>,
): void {
  for (const { stretch, heading } of wanted) {
    const places = findWords(letters, stretch);
    const place = heading ? inLargestType(places, linesAt) : likeliest(places);
    const lines = place === undefined ? [] : linesAt(place);
    if (lines.length > 0) rects.set(stretch, lines);
  }
}

/** Type that is larger by less looks the same. */
const visiblyLarger = 1.1;

/**
 * A heading often stands again in small type at the top of the page, right before the text: what is around it says less
 * than how large it is.
 */
function inLargestType(
  places: readonly WordPlace[],
  linesAt: (place: WordPlace) => readonly Rect[],
): WordPlace | undefined {
  if (places.length < 2) return places[0];
  const sized = places.map((place) => {
    const [first] = linesAt(place);
    return { place, size: first === undefined ? 0 : Math.min(first.y1 - first.y0, first.x1 - first.x0) };
  });
  const largest = Math.max(...sized.map(({ size }) => size));
  return likeliest(sized.filter(({ size }) => size * visiblyLarger >= largest).map(({ place }) => place));
}

/** Joins the boxes of letters that stand on one line, be it level or upright. */
function linesOf(boxes: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const box of boxes) {
    const line = lines.at(-1);
    if (line !== undefined && isOnLine(line, box)) {
      lines[lines.length - 1] = {
        x0: Math.min(line.x0, box.x0),
        y0: Math.min(line.y0, box.y0),
        x1: Math.max(line.x1, box.x1),
        y1: Math.max(line.y1, box.y1),
      };
    } else lines.push(box);
  }
  return lines;
}

/** Letters further apart than this many times their height are in different columns, or cells. */
const widestGap = 4;

function isOnLine(line: Rect, box: Rect): boolean {
  const height = box.y1 - box.y0;
  const shared = Math.min(line.y1, box.y1) - Math.max(line.y0, box.y0);
  const across = Math.max(box.x0 - line.x1, line.x0 - box.x1);
  if (shared > height / 2) return across < widestGap * height;
  // Text that stands on its side: letters above each other, all as wide as the type is high.
  const along = Math.max(box.y0 - line.y1, line.y0 - box.y1);
  return Math.abs(line.x0 - box.x0) < 1 && Math.abs(line.x1 - box.x1) < 1 && along < box.x1 - box.x0;
}
