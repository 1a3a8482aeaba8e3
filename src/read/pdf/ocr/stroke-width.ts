// How heavy type is, measured on the ink: what is set in bold has strokes that are half as wide again.

/** A grey picture, a byte a pixel, 0 is black. */
export interface Pixels {
  readonly bytes: Uint8Array;
  readonly width: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const ink = 128;
/** No stroke of a letter is wider, in pixels: longer stretches of ink are rules and frames. */
const widest = 64;

/** Median width of the strokes inside the boxes, in pixels, measured along the rows; null where there is no ink. */
export function strokeWidth({ bytes, width }: Pixels, boxes: readonly Box[]): number | null {
  const counts = new Uint32Array(widest + 1);
  let all = 0;
  for (const { x0, y0, x1, y1 } of boxes) {
    for (let y = y0; y < y1; y++) {
      let length = 0;
      for (let x = x0; x <= x1; x++) {
        if (x < x1 && (bytes[y * width + x] ?? 255) < ink) length++;
        else {
          if (length > 0 && length <= widest) {
            counts[length] = (counts[length] ?? 0) + 1;
            all++;
          }
          length = 0;
        }
      }
    }
  }
  let seen = 0;
  for (const [length, count] of counts.entries()) {
    seen += count;
    if (all > 0 && seen * 2 >= all) return length;
  }
  return null;
}
