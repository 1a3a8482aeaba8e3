// Recognised words → where they stand on the page as it is displayed: pictures are turned, and straightened, before they
// are read.
import type { PlacedWord } from "../../../model/document.ts";
import type { PageImage, Quarters } from "../pdfium/page-image.ts";
import type { RecognisedPage } from "./recognised-page.ts";

/** A tenth of a point is finer than any line. */
const rounded = (points: number): number => Math.round(points * 10) / 10;

/** `image` is what was read: the page, turned clockwise by so many quarters. */
export function wordPlaces(
  { lines, straightened }: RecognisedPage,
  image: Pick<PageImage, "width" | "height" | "scale">,
  quarters: Quarters,
): PlacedWord[] {
  const { width, height, scale } = image;
  const displayedHeight = quarters % 2 === 0 ? height : width;
  const sine = Math.sin(straightened);
  const cosine = Math.cos(straightened);
  return lines.flatMap(({ words }) =>
    words.map(({ text, x0, x1, top, bottom }) => {
      // The middle of the word is turned back; over so small an angle its sides need not be.
      const right = (x0 + x1 - width) / 2;
      const down = (top + bottom - height) / 2;
      const x = width / 2 + right * cosine + down * sine;
      const y = height / 2 - right * sine + down * cosine;
      const box = turnedBack(
        {
          x0: x - (x1 - x0) / 2,
          x1: x + (x1 - x0) / 2,
          top: y - (bottom - top) / 2,
          bottom: y + (bottom - top) / 2,
        },
        { width, height },
        quarters,
      );
      return {
        text,
        x0: rounded(box.x0 / scale),
        x1: rounded(box.x1 / scale),
        y0: rounded((displayedHeight - box.bottom) / scale),
        y1: rounded((displayedHeight - box.top) / scale),
      };
    }),
  );
}

interface Pixels {
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** A place in a picture that was turned clockwise → the place before. */
function turnedBack(
  { x0, x1, top, bottom }: Pixels,
  { width, height }: { readonly width: number; readonly height: number },
  quarters: Quarters,
): Pixels {
  switch (quarters) {
    case 0:
      return { x0, x1, top, bottom };
    case 1:
      return { x0: top, x1: bottom, top: width - x1, bottom: width - x0 };
    case 2:
      return { x0: width - x1, x1: width - x0, top: height - bottom, bottom: height - top };
    case 3:
      return { x0: height - bottom, x1: height - top, top: x0, bottom: x1 };
  }
}
