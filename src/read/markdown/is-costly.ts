// Parts of Markdown that the parser would take minutes over.

/** Longest part: one that offers no break for so long is no prose. In code units. */
const longestPart = 150_000;
/** Most lines of a part, and most without a blank one between them. */
const mostLines = 10_000;
const mostLinesInRow = 3000;
/** Most signs without a blank line between them that may open markup; the parser looks back over all of them. */
const mostSigns = 3000;
/** Most cells of one table row. */
const mostBars = 400;

/** Forty-one quotations and lists inside each other, opened on one line. */
const deepNesting = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){41}/m;

const newline = 10;
const bar = 124;
const markupSigns = new Set(Array.from("*_[]<&`~\\", (sign) => sign.charCodeAt(0)));

/**
 * Whether a part is of a kind that CommonMark takes quadratic time for: long runs of "[", "*" or "<", quotations nested
 * by the hundred. Measured: 100 kB of ">" take two and a half minutes. Such a part is read as plain text instead.
 */
export function isCostly(text: string): boolean {
  if (text.length > longestPart || deepNesting.test(text)) return true;
  let lines = 0;
  let linesInRow = 0;
  let signs = 0;
  let bars = 0;
  let blank = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === newline) {
      lines++;
      linesInRow = blank ? 0 : linesInRow + 1;
      if (blank) signs = 0;
      bars = 0;
      blank = true;
      if (lines > mostLines || linesInRow > mostLinesInRow) return true;
      continue;
    }
    if (code !== 32 && code !== 9) blank = false;
    if (code === bar && ++bars > mostBars) return true;
    if (markupSigns.has(code) && ++signs > mostSigns) return true;
  }
  return false;
}
