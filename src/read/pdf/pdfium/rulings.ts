// What is drawn on a page besides text, as far as it can rule a table: lines, and areas of colour behind cells.
import type { Box } from "../page.ts";
import type { Pdfium } from "./engine.ts";

const pathObject = 2;
/** Beyond so many drawn paths a page is a map or a drawing, and has no tables that could be told from it. */
const mostPaths = 4_000;
/** Fewer cannot rule a table. */
const fewestPaths = 4;
/** Thinner and shorter than this, in points, is a dot. */
const shortest = 4;

/**
 * The bounds of the paths drawn on an open page, in points as displayed. `displayed` leads from the file's coordinates to
 * those of the page; `small` is the address of 16 free bytes. Shapes inside form objects are not looked at.
 */
export function readRulings(
  engine: Pdfium,
  page: number,
  small: number,
  displayed: (x: number, y: number) => { x: number; y: number },
): Box[] {
  const { calls } = engine;
  const boxes: Box[] = [];
  const count = calls.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index++) {
    const object = calls.FPDFPage_GetObject(page, index);
    if (calls.FPDFPageObj_GetType(object) !== pathObject) continue;
    if (boxes.length >= mostPaths) return [];
    if (calls.FPDFPageObj_GetBounds(object, small, small + 4, small + 8, small + 12) === 0) continue;
    const view = engine.floats();
    const at = small >> 2;
    const one = displayed(view[at] ?? 0, view[at + 1] ?? 0);
    const other = displayed(view[at + 2] ?? 0, view[at + 3] ?? 0);
    const box = {
      x0: Math.min(one.x, other.x),
      x1: Math.max(one.x, other.x),
      y0: Math.min(one.y, other.y),
      y1: Math.max(one.y, other.y),
    };
    if (Math.max(box.x1 - box.x0, box.y1 - box.y0) >= shortest) boxes.push(box);
  }
  return boxes.length >= fewestPaths ? boxes : [];
}
