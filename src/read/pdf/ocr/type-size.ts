// The size of type, measured on the letters of a line. The engine's own estimate of the height of a line wavers with its
// neighbours by a tenth; the height of capitals and figures does by a hundredth.

/** A letter and its height in the picture, in pixels. */
export interface Letter {
  readonly text: string;
  readonly height: number;
}

/** Heights as shares of the nominal size, as they are in most text faces. */
const tall = { letters: /^[A-Zbdfhkl0-9]$/u, share: 0.72 };
const low = { letters: /^[acemnorsuvwxz]$/u, share: 0.53 };

/**
 * Nominal size of the type that the letters are set in, in pixels; null when there is no letter to measure. Tall letters
 * are enough where there are two; else low ones are asked.
 */
export function typeSize(letters: readonly Letter[]): number | null {
  const heights = ({ letters: wanted }: typeof tall): number[] =>
    letters.filter(({ text }) => wanted.test(text)).map(({ height }) => height);
  const [tallest, lowest] = [heights(tall), heights(low)];
  if (tallest.length >= 2 || (tallest.length === 1 && lowest.length < 3))
    return middleMean(tallest) / tall.share;
  return lowest.length > 0 ? middleMean(lowest) / low.share : null;
}

/** Mean of the middle half: letters that were cut apart or grew together are at the ends. */
function middleMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 4);
  const middle = sorted.slice(cut, sorted.length - cut);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
