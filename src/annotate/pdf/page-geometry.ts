// Measures of a page: those of its file, in which annotations are placed, and those of the page as it is displayed.

/** In points of the file's own coordinates. */
export interface Rect {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PageGeometry {
  /** What of the page is shown. */
  readonly shown: Rect;
  /** Quarter turns clockwise by which it is displayed. */
  readonly turn: number;
}

/** A place on the page as displayed, from its lower left corner → the place in the file. */
function fromDisplayed({ shown, turn }: PageGeometry, x: number, y: number): Point {
  switch (turn) {
    case 1:
      return { x: shown.x1 - y, y: shown.y0 + x };
    case 2:
      return { x: shown.x1 - x, y: shown.y1 - y };
    case 3:
      return { x: shown.x0 + y, y: shown.y1 - x };
    default:
      return { x: shown.x0 + x, y: shown.y0 + y };
  }
}

/** The inverse of `fromDisplayed`. */
function toDisplayed({ shown, turn }: PageGeometry, x: number, y: number): Point {
  switch (turn) {
    case 1:
      return { x: y - shown.y0, y: shown.x1 - x };
    case 2:
      return { x: shown.x1 - x, y: shown.y1 - y };
    case 3:
      return { x: shown.y1 - y, y: x - shown.x0 };
    default:
      return { x: x - shown.x0, y: y - shown.y0 };
  }
}

/** Width and height of the page as displayed. */
export function displayedSize({ shown, turn }: PageGeometry): { width: number; height: number } {
  const width = shown.x1 - shown.x0;
  const height = shown.y1 - shown.y0;
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** A rectangle on the page as displayed → the same in the file. */
export function rectFromDisplayed(geometry: PageGeometry, rect: Rect): Rect {
  return rectBetween(fromDisplayed(geometry, rect.x0, rect.y0), fromDisplayed(geometry, rect.x1, rect.y1));
}

/** The other way round. */
export function rectToDisplayed(geometry: PageGeometry, rect: Rect): Rect {
  return rectBetween(toDisplayed(geometry, rect.x0, rect.y0), toDisplayed(geometry, rect.x1, rect.y1));
}

/** The rectangle with two opposite corners, whichever they are: a turned page exchanges them. */
function rectBetween(a: Point, b: Point): Rect {
  return {
    x0: Math.min(a.x, b.x),
    y0: Math.min(a.y, b.y),
    x1: Math.max(a.x, b.x),
    y1: Math.max(a.y, b.y),
  };
}

/** The smallest rectangle around all. */
export function around(rects: readonly Rect[]): Rect {
  return {
    x0: Math.min(...rects.map(({ x0 }) => x0)),
    y0: Math.min(...rects.map(({ y0 }) => y0)),
    x1: Math.max(...rects.map(({ x1 }) => x1)),
    y1: Math.max(...rects.map(({ y1 }) => y1)),
  };
}
