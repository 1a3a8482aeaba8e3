// One page of PDFium's text → runs with place, size and font. The page text is fetched in one call; what costs a call
// (size, font, place) is asked for at the ends of a line and at the borders of words only.
import type { PageText, Run } from "../page.ts";
import type { Pdfium } from "./engine.ts";
import { readNotes } from "./page-notes.ts";
import { isFilled, withFields } from "../layout/place-fields.ts";
import type { OpenForm } from "./form-fields.ts";
import { isPictured } from "./picture-area.ts";
import { readRulings } from "./rulings.ts";
import { markUnknownSigns } from "./unknown-signs.ts";

/** Where PDFium puts the mark of a hyphen at the end of a line, it also leaves out the line break. */
const hyphenMark = 0xfffe;
const softHyphen = 0xad;
/** • ■ ▪ ● */
const bullets: ReadonlySet<number> = new Set([0x2022, 0x25a0, 0x25aa, 0x25cf]);
const firstBullet = 0x2022;
/** A gap wider than this many ems may be a border between cells or columns; sewn up again later where it is not. */
const widestWordGap = 0.85;
/** A gap that the engine took for a space, narrower than this many ems, is none in text that has real spaces. */
const narrowestWordGap = 0.2;
/** A digit at the end of a word that is smaller than this share of the word's size is a reference to a note. */
const noteMarkScale = 0.8;
/** A letter that is so much larger than what stands behind it is a drop cap. */
const dropCapScale = 1.8;
/** … in small letters: "FÖR" may have a large F. */
const letterGoesOn = /^\p{Lu}\s*\p{Ll}/u;

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const boldName = /bold|black|heavy|semibd|demi|[-,](?:Hv|Bd|Blk|Hvy|Md)\b|-B$/i;
const italicName = /italic|oblique|kursiv|[-,](?:It|Obl)\b/i;

/** Memory of the engine that the reading of pages works in, and grows when a page is longer. */
export interface PageBuffer {
  readonly small: number;
  text: number;
  textBytes: number;
}

const fontNameBytes = 200;
const smallBytes = 128 + fontNameBytes;

/** Takes room in the engine's memory for reading pages; `freePageBuffer` gives it back. */
export function allocatePageBuffer(engine: Pdfium): PageBuffer {
  return { small: engine.calls.malloc(smallBytes), text: 0, textBytes: 0 };
}

/** Gives back what `allocatePageBuffer` and the pages since have taken. */
export function freePageBuffer(engine: Pdfium, buffer: PageBuffer): void {
  engine.calls.free(buffer.small);
  if (buffer.text !== 0) engine.calls.free(buffer.text);
}

/** Reads page `index` (from 0) of an open document; null when the engine cannot load the page. `form` opens its form. */
export function readPage(
  engine: Pdfium,
  document: number,
  index: number,
  { buffer, form }: { readonly buffer: PageBuffer; readonly form: () => OpenForm | null },
): PageText | null {
  const { calls } = engine;
  const handle = calls.FPDF_LoadPage(document, index);
  if (handle === 0) return null;
  try {
    const text = calls.FPDFText_LoadPage(handle);
    let place = pagePlace(engine, handle, buffer);
    let runs: Run[] = [];
    if (text !== 0) {
      try {
        ({ runs, place } = readUpright(engine, text, place, buffer));
      } finally {
        calls.FPDFText_ClosePage(text);
      }
    }
    const show = (x: number, y: number): { x: number; y: number } => displayed(place, x, y);
    const { notes, fields } = readNotes(
      engine,
      handle,
      (annotation) => form()?.read(annotation, buffer.small, show) ?? null,
    );
    // An empty form has boxes to tick on pages of pictures too: they are no text that was read.
    if (runs.length > 0 || fields.some(isFilled)) runs = withFields(runs, fields);
    const drawings = runs.length === 0 ? [] : readRulings(engine, handle, buffer.small, show);
    const { width, height } = place;
    const pictured = runs.length > 0 && isPictured(engine, handle, buffer.small, { runs, width, height });
    return {
      page: index + 1,
      width,
      height,
      runs,
      ...(pictured ? { pictured } : {}),
      ...(drawings.length === 0 ? {} : { drawings }),
      ...(notes.length === 0 ? {} : { notes }),
      ...(fields.length === 0 ? {} : { fields }),
      drawn: runs.length > 0 || calls.FPDFPage_CountObjects(handle) > 0,
    };
  } finally {
    calls.FPDF_ClosePage(handle);
  }
}

interface PagePlace {
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise by which the page is displayed. */
  readonly turn: number;
  readonly left: number;
  readonly bottom: number;
}

function pagePlace(engine: Pdfium, page: number, buffer: PageBuffer): PagePlace {
  const { calls } = engine;
  const found = calls.FPDF_GetPageBoundingBox(page, buffer.small) !== 0;
  const at = buffer.small >> 2;
  const floats = engine.floats();
  return {
    width: calls.FPDF_GetPageWidthF(page),
    height: calls.FPDF_GetPageHeightF(page),
    turn: calls.FPDFPage_GetRotation(page),
    left: found ? (floats[at] ?? 0) : 0,
    bottom: found ? (floats[at + 3] ?? 0) : 0,
  };
}

/** Share of the letters of a page that stand on their side in a page that was put in lying down. */
const sidewaysShare = 0.8;
/** With fewer letters it is a label along the edge of a picture. */
const fewestSideways = 200;

/** The runs of a page, turned where nearly all of its text stands on its side though the page itself does not say so. */
function readUpright(
  engine: Pdfium,
  text: number,
  place: PagePlace,
  buffer: PageBuffer,
): { readonly runs: Run[]; readonly place: PagePlace } {
  const asItIs = { runs: readRuns(engine, text, place, buffer), place };
  const letters = (runs: readonly Run[], upright: boolean): number =>
    runs.reduce((sum, run) => (run.upright === upright ? sum + run.text.length : sum), 0);
  const sideways = letters(asItIs.runs, false);
  const all = sideways + letters(asItIs.runs, true);
  if (sideways < fewestSideways || sideways < sidewaysShare * all) return asItIs;
  for (const quarters of [1, 3, 2]) {
    const turned = turnedPlace(place, quarters);
    const runs = readRuns(engine, text, turned, buffer);
    if (letters(runs, true) >= sidewaysShare * all) return { runs, place: turned };
  }
  return asItIs;
}

/** The page as it looks when it is turned clockwise by so many quarters more. */
function turnedPlace(place: PagePlace, quarters: number): PagePlace {
  const lies = quarters % 2 === 1;
  return {
    ...place,
    turn: (place.turn + quarters) % 4,
    width: lies ? place.height : place.width,
    height: lies ? place.width : place.height,
  };
}

/** From the file's own coordinates to those of the page as displayed. */
function displayed(place: PagePlace, x: number, y: number): { x: number; y: number } {
  const right = x - place.left;
  const up = y - place.bottom;
  switch (place.turn) {
    case 1:
      return { x: up, y: place.height - right };
    case 2:
      return { x: place.width - right, y: place.height - up };
    case 3:
      return { x: place.width - up, y: right };
    default:
      return { x: right, y: up };
  }
}

function readText(engine: Pdfium, text: number, count: number, buffer: PageBuffer): string {
  const needed = (count + 1) * 2;
  if (needed > buffer.textBytes) {
    if (buffer.text !== 0) engine.calls.free(buffer.text);
    buffer.textBytes = needed * 2;
    buffer.text = engine.calls.malloc(buffer.textBytes);
  }
  const written = engine.calls.FPDFText_GetText(text, 0, count, buffer.text);
  if (written <= 1) return "";
  const bytes = engine.bytes();
  return Buffer.from(bytes.buffer, bytes.byteOffset + buffer.text, (written - 1) * 2).toString("utf16le");
}

function readRuns(engine: Pdfium, text: number, place: PagePlace, buffer: PageBuffer): Run[] {
  const count = engine.calls.FPDFText_CountChars(text);
  if (count <= 0) return [];
  const found = readText(engine, text, count, buffer);
  const measure = characterMeasure(engine, text, place, buffer, found.length === count);
  const content = markUnknownSigns(engine, text, count, found, (at) => measure.font(at).name);
  const runs: Run[] = [];
  let start = 0;
  while (start < content.length) {
    let end = start;
    while (end < content.length && !isLineEnd(content.charCodeAt(end))) end++;
    const hyphen = content.charCodeAt(end) === hyphenMark;
    const before = runs.length;
    readLine(content, start, hyphen ? end + 1 : end, measure, runs);
    sewRuns(runs, before);
    start = end + 1;
  }
  return runs;
}

/** The engine begins a new line for a soft hyphen or a change of font; what stands close together on a baseline is one. */
function sewRuns(runs: Run[], at: number): void {
  const before = runs[at - 1];
  const run = runs[at];
  if (before === undefined || run === undefined || !before.upright || !run.upright) return;
  const em = Math.min(before.size, run.size);
  const gap = run.x0 - before.x1;
  const mark = raisedMark(before, run, gap);
  if (mark !== null) {
    runs.splice(at - 1, 2, mark);
    return;
  }
  // A drop cap: layout/drop-caps.ts finds the word that it begins, which is further up.
  if (
    before.size >= dropCapScale * run.size &&
    before.text.length === 1 &&
    letterGoesOn.test(before.text + run.text)
  )
    return;
  if (Math.abs(run.y - before.y) > 0.1 * em || gap < -0.2 * em || gap > widestWordGap * em) return;
  const longer = run.text.length > before.text.length ? run : before;
  runs.splice(at - 1, 2, {
    ...longer,
    text: before.text + (gap > narrowestWordGap * em ? " " : "") + run.text,
    x0: before.x0,
    x1: run.x1,
    y: before.y,
    bold: before.bold && run.bold,
    italic: before.italic && run.italic,
    hyphen: run.hyphen,
  });
}

/** A small raised number that the engine made a line of its own: the mark of a note, before its text or after a word. */
function raisedMark(before: Run, run: Run, gap: number): Run | null {
  const body = Math.max(before.size, run.size);
  if (Math.abs(gap) > 0.6 * body) return null;
  const isMark = (mark: Run, text: Run): boolean =>
    /^\d{1,3}$/.test(mark.text) &&
    mark.size < noteMarkScale * text.size &&
    mark.y >= text.y &&
    mark.y - text.y < 0.7 * text.size;
  const raised = (digits: string): string =>
    [...digits].map((digit) => superscripts[Number(digit)] ?? digit).join("");
  if (isMark(before, run)) return { ...run, text: `${raised(before.text)} ${run.text}`, x0: before.x0 };
  if (isMark(run, before)) return { ...before, text: before.text + raised(run.text), x1: run.x1 };
  return null;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === hyphenMark;
const isBlank = (code: number): boolean => code <= 32 || code === 0xa0;
/** Asked of every letter of a document. */
const isBullet = (code: number): boolean => code >= firstBullet && bullets.has(code);

type Measure = ReturnType<typeof characterMeasure>;

/** The questions that can be asked about the character at an offset of the page text. */
function characterMeasure(
  engine: Pdfium,
  text: number,
  place: PagePlace,
  buffer: PageBuffer,
  sameIndex: boolean,
) {
  const { calls } = engine;
  const { small } = buffer;
  /** By handle, for this page: a handle may be another font's on the next. */
  const fonts = new Map<number, Font>();
  const fontBuffer = small + 128;
  const charOf = (offset: number): number =>
    // Characters without a code and characters beyond the first plane make the two counts differ.
    sameIndex ? offset : Math.max(0, calls.FPDFText_GetCharIndexFromTextIndex(text, offset));
  return {
    origin(offset: number): { x: number; y: number } {
      calls.FPDFText_GetCharOrigin(text, charOf(offset), small, small + 8);
      const view = engine.doubles();
      return displayed(place, view[small >> 3] ?? 0, view[(small >> 3) + 1] ?? 0);
    },
    /** Right end of a character, in the direction of reading. */
    rightEnd(offset: number): number {
      calls.FPDFText_GetLooseCharBox(text, charOf(offset), small);
      const view = engine.floats();
      const at = small >> 2;
      const right = view[at + 2] ?? 0;
      if (place.turn === 0) return right - place.left;
      const one = displayed(place, view[at] ?? 0, view[at + 1] ?? 0);
      return Math.max(one.x, displayed(place, right, view[at + 3] ?? 0).x);
    },
    size(offset: number): { size: number; upright: boolean } {
      const char = charOf(offset);
      const nominal = calls.FPDFText_GetFontSize(text, char);
      if (calls.FPDFText_GetMatrix(text, char, small) === 0) return { size: nominal, upright: true };
      const view = engine.floats();
      const at = small >> 2;
      const a = view[at] ?? 1;
      const b = view[at + 1] ?? 0;
      let [along, across] = [a, b];
      if (place.turn === 1) [along, across] = [b, -a];
      else if (place.turn === 2) [along, across] = [-a, -b];
      else if (place.turn === 3) [along, across] = [-b, a];
      return {
        size: Math.round(nominal * Math.hypot(view[at + 2] ?? 0, view[at + 3] ?? 1) * 10) / 10,
        upright: along > 0 && Math.abs(across) < 0.1 * along,
      };
    },
    /** Is the space at `offset` the engine's own, put in for a gap? */
    isGenerated: (offset: number): boolean => calls.FPDFText_IsGenerated(text, charOf(offset)) === 1,
    weight: (offset: number): number => calls.FPDFText_GetFontWeight(text, charOf(offset)),
    font(offset: number): Font {
      const object = calls.FPDFText_GetTextObject(text, charOf(offset));
      const handle = object === 0 ? 0 : calls.FPDFTextObj_GetFont(object);
      let font = fonts.get(handle);
      if (font === undefined) {
        font = describeFont(fontName(offset));
        if (handle !== 0) fonts.set(handle, font);
      }
      return font;
    },
  };

  function fontName(offset: number): string {
    const length = calls.FPDFText_GetFontInfo(text, charOf(offset), fontBuffer, fontNameBytes, 0);
    if (length <= 1 || length > fontNameBytes) return "";
    const view = engine.bytes();
    return Buffer.from(view.buffer, view.byteOffset + fontBuffer, length - 1).toString("latin1");
  }
}

interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

const describeFont = (name: string): Font => ({
  name,
  bold: boldName.test(name),
  italic: italicName.test(name),
});

/** Splits one line of the engine (`[start, end)`) at wide gaps and appends its runs. */
function readLine(content: string, start: number, end: number, measure: Measure, runs: Run[]): void {
  let first = start;
  while (first < end && isBlank(content.charCodeAt(first))) first++;
  let last = end - 1;
  while (last > first && isBlank(content.charCodeAt(last))) last--;
  if (first >= end || isBlank(content.charCodeAt(first))) return;

  const { size, upright } = measure.size(first);
  let runStart = first;
  let runOrigin = measure.origin(first);
  let wordEnd = first;
  let { y } = runOrigin;
  /** Spaces that the engine took letter-spacing for. */
  let falseSpaces: number[] = [];
  if (upright) {
    for (let at = first + 1; at <= last; at++) {
      const code = content.charCodeAt(at);
      if (isBlank(code)) continue;
      if (isBlank(content.charCodeAt(at - 1)) || isBullet(code)) {
        const origin = measure.origin(at);
        const gap = origin.x - measure.rightEnd(wordEnd);
        // The engine misses a line end where the next line is set with its own spacing.
        const nextLine = Math.abs(origin.y - y) > 0.6 * size && gap < 0;
        if (nextLine || gap > widestWordGap * size) {
          runs.push(makeRun(content, runStart, wordEnd, runOrigin, falseSpaces, measure));
          runStart = at;
          runOrigin = origin;
          if (nextLine) y = origin.y;
          falseSpaces = [];
          const goesOn = nextLine && letterGoesOn.test(content.slice(at, at + 3));
          if (goesOn && measure.size(at).size >= dropCapScale * size) {
            // A drop cap that stands on the baseline of this line by chance.
            runs.push(makeRun(content, at, at, origin, [], measure));
            do at++;
            while (isBlank(content.charCodeAt(at)));
            runStart = at;
            runOrigin = measure.origin(at);
          }
        } else if (gap < narrowestWordGap * size && at - wordEnd === 2 && measure.isGenerated(at - 1)) {
          falseSpaces.push(at - 1);
        }
      }
      wordEnd = at;
    }
  }
  if (falseSpaces.length > 0 && !hasRealSpace(content, runStart, last, measure)) falseSpaces = [];
  runs.push(makeRun(content, runStart, last, runOrigin, falseSpaces, measure));
}

/** Only in text that has spaces of its own can a narrow gap be told from one. */
function hasRealSpace(content: string, first: number, last: number, measure: Measure): boolean {
  for (let at = first; at <= last; at++) {
    if (content.charCodeAt(at) === 32 && !measure.isGenerated(at)) return true;
  }
  return false;
}

/** Offset of a visible character in the middle: drop caps, labels and note marks at the ends are set differently. */
function middle(content: string, first: number, last: number): number {
  let at = (first + last) >> 1;
  while (at < last && isBlank(content.charCodeAt(at))) at++;
  return at;
}

function makeRun(
  content: string,
  first: number,
  last: number,
  origin: { readonly x: number; readonly y: number },
  falseSpaces: readonly number[],
  measure: Measure,
): Run {
  const centre = middle(content, first, last);
  const { size, upright } = measure.size(centre);
  // A raised mark at the beginning is no measure of where the line stands.
  const firstCode = content.charCodeAt(first);
  const marked = firstCode >= 48 && firstCode <= 57 && measure.size(first).size < noteMarkScale * size;
  const y = marked ? measure.origin(centre).y : origin.y;
  const font = measure.font(centre);
  // Most runs are neither bold nor italic, and then the ends have no say.
  const ends = font.bold || font.italic ? [measure.font(first), measure.font(last)] : [];
  const lastCode = content.charCodeAt(last);
  const hyphen = lastCode === hyphenMark || lastCode === softHyphen;
  const whole = raiseNoteMarks(
    hyphen ? content.slice(first, last) + "-" : content.slice(first, last + 1),
    first,
    size,
    measure,
  );
  const text =
    falseSpaces.length === 0
      ? whole
      : whole
          .split("")
          .filter((_, index) => !falseSpaces.includes(first + index))
          .join("");
  return {
    text: text.replace(gluedNumber, "$1 "),
    x0: origin.x,
    x1: measure.rightEnd(last),
    y,
    size,
    font: font.name,
    weight: measure.weight(centre),
    bold: font.bold && ends.every((end) => end.bold),
    italic: font.italic && ends.every((end) => end.italic),
    upright,
    hyphen,
  };
}

/** "1.2Befolkning": the gap after an outline number was too narrow for the engine to see. */
const gluedNumber = /^(\d{1,2}(?:\.\d{1,2})*\.?)\u200B*(?=\p{Lu}\p{Ll}{2})/u;

/** A digit that stands behind something or first of all, as every mark does: most lines with figures have none. */
const mayBeMarked = /(?:^|[^\s\d])\d/;
const noteMark =
  /(?<=[\p{L}.,;:)”"»])\d{1,2}(?![\p{L}\d.,])|(?<=[\p{L}.,;:)”"»])\d{1,2}(?=[.,](?:\s|$))|^\d{1,3}(?=\s*[\p{L}”"»])/gu;

/** "jämställdhet1" with a raised 1 → "jämställdhet¹", so that the reference to a note does not become part of the word. */
function raiseNoteMarks(text: string, first: number, size: number, measure: Measure): string {
  if (!mayBeMarked.test(text)) return text;
  return text.replace(noteMark, (digits, at: number) => {
    if (measure.size(first + at).size >= noteMarkScale * size) return digits;
    return [...digits].map((digit) => superscripts[Number(digit)] ?? digit).join("");
  });
}
