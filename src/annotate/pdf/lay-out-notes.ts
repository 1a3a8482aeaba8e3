// Where notes go on a page: in the margin beside the line they are about, and never on top of each other.
import {
  displayedSize,
  rectFromDisplayed,
  rectToDisplayed,
  type PageGeometry,
  type Rect,
} from "./page-geometry.ts";

/** Side of the sign of a note, in points. */
const noteSize = 18;
const distance = 4;

export interface NoteLayout {
  /** The place of a note about `line`; without one at the top of the page. In the file's own coordinates. */
  readonly place: (line: Rect | undefined) => Rect;
}

/**
 * Starts a page without notes; each note that is placed takes its room from the next. Places are in the page's own
 * points.
 */
export function layOutNotes(geometry: PageGeometry): NoteLayout {
  const { width, height } = displayedSize(geometry);
  const taken: Rect[] = [];
  const fits = (rect: Rect): boolean =>
    taken.every(
      (other) => rect.x1 <= other.x0 || rect.x0 >= other.x1 || rect.y1 <= other.y0 || rect.y0 >= other.y1,
    );
  return {
    place: (line) => {
      const shown = line === undefined ? undefined : rectToDisplayed(geometry, line);
      let x = distance;
      let y = height - distance - noteSize;
      if (shown !== undefined) {
        const left = shown.x0 - distance - noteSize;
        const right = shown.x1 + distance;
        // Where there is no room before the line there may be some behind it.
        x = left >= 0 ? left : right + noteSize <= width ? right : 0;
        y = (shown.y0 + shown.y1) / 2 - noteSize / 2;
      }
      y = Math.max(0, Math.min(y, height - noteSize));
      let rect = squareAt(x, y);
      while (!fits(rect) && y >= noteSize) {
        y -= noteSize + 1;
        rect = squareAt(x, Math.max(0, y));
      }
      taken.push(rect);
      return rectFromDisplayed(geometry, rect);
    },
  };
}

function squareAt(x: number, y: number): Rect {
  return { x0: x, y0: y, x1: x + noteSize, y1: y + noteSize };
}
