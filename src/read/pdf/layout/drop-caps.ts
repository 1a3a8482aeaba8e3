// Drop caps: the first letter of a paragraph, set so large that it reaches down beside two lines and more. An engine gives it
// as a line of its own, somewhere on the page, and the word that it begins lacks it ("vinnor" for "Kvinnor").
import type { Line } from "./lines.ts";

/** A letter, with the quotation mark that may stand before it. */
const letter = /^[”"«]?\p{Lu}$/u;

/** Swedish words of one letter. Whether one of them stands here or a longer word begins, the page does not say. */
const words = /[IÅÖ]$/u;

/** So much larger than the text beside it. */
const larger = 1.8;

/** Height of a capital letter, in ems. */
const capital = 0.66;

/** The lines of a page, each drop cap in front of the line that it begins. Any other large letter stays as it is. */
export function joinDropCaps(lines: readonly Line[]): readonly Line[] {
  const caps = lines.filter(({ text, upright }) => upright && text.length <= 2 && letter.test(text));
  const begun = new Map<Line, Line>();
  for (const cap of caps) {
    const first = lines.find((line) => beginsWith(line, cap));
    if (first !== undefined && ![...begun.values()].includes(first)) begun.set(cap, first);
  }
  if (begun.size === 0) return lines;
  const capOf = new Map([...begun].map(([cap, first]) => [first, cap]));
  return lines
    .filter((line) => !begun.has(line))
    .map((line) => {
      const cap = capOf.get(line);
      if (cap === undefined) return line;
      return { ...line, text: cap.text + (words.test(cap.text) ? " " : "") + line.text };
    });
}

/** Does the text of the line go on from the letter: close behind it, level with its top, in type that it hangs far below? */
function beginsWith(line: Line, cap: Line): boolean {
  if (line === cap || !line.upright || cap.size < larger * line.size) return false;
  const gap = line.x0 - cap.x1;
  if (gap < -0.2 * line.size || gap > 1.2 * line.size) return false;
  const top = (each: Line): number => each.y + capital * each.size;
  if (Math.abs(top(line) - top(cap)) > 0.8 * line.size || line.y - cap.y < 0.8 * line.size) return false;
  return /^\p{Ll}/u.test(line.text) || (words.test(cap.text) && /^\p{L}/u.test(line.text));
}
