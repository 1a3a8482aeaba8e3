// How much of a page is pictures: a scan with a stamp on it has a few words of real text, and is a picture all the same.
import type { PageText } from "../page.ts";
import type { Pdfium } from "./engine.ts";

const imageObject = 3;
/** A stamp, a reference number and a date are fewer letters than this; a page with more has text of its own. */
const mostLetters = 300;
/** A scan is one picture or some strips; a page with more objects than this is drawn, not scanned. */
const mostObjects = 500;
const leastShare = 0.75;

/** Does a page with hardly any text consist of pictures? `small` is the address of 16 free bytes. */
export function isPictured(
  engine: Pdfium,
  page: number,
  small: number,
  { runs, width, height }: Pick<PageText, "runs" | "width" | "height">,
): boolean {
  let letters = 0;
  for (const { text } of runs) letters += text.length;
  if (letters > mostLetters) return false;
  const { calls } = engine;
  const count = calls.FPDFPage_CountObjects(page);
  if (count > mostObjects) return false;
  let area = 0;
  for (let index = 0; index < count; index++) {
    const object = calls.FPDFPage_GetObject(page, index);
    if (calls.FPDFPageObj_GetType(object) !== imageObject) continue;
    if (calls.FPDFPageObj_GetBounds(object, small, small + 4, small + 8, small + 12) === 0) continue;
    const [left = 0, bottom = 0, right = 0, top = 0] = engine.floats().subarray(small >> 2, (small >> 2) + 4);
    area += Math.abs((right - left) * (top - bottom));
  }
  return area >= leastShare * width * height;
}
