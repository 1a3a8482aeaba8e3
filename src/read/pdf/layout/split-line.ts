// A line that the engine read across the border of two cells, cut where the border is. Only the ends of a line are
// measured; where its words stand is worked out from how wide letters usually are.
import type { Line } from "./lines.ts";

/** Widths of characters as shares of an em, near enough in Arial, Times and their like. */
function widthOf(character: string): number {
  if (/[ilj.,:;'|!]/u.test(character)) return 0.25;
  if (/[ftr()[\]/\s-]/u.test(character)) return 0.33;
  if (/[mwMW%—]/u.test(character)) return 0.85;
  if (/\p{Lu}/u.test(character)) return 0.68;
  return 0.53;
}

/** A cut may lie this far from the border, in ems. */
const tolerance = 1.1;

/**
 * The part of a line left of `x` and the part from there on; null where no word ends near `x`. A cut lies at a space, or
 * before a capital that was run together with a small letter or a figure.
 */
export function splitLine(line: Line, x: number): readonly [Line, Line] | null {
  const characters = [...line.text];
  const total = characters.reduce((sum, character) => sum + widthOf(character), 0);
  if (total === 0) return null;
  const scale = (line.x1 - line.x0) / total;
  let width = 0;
  let best: { at: number; end: number; start: number; distance: number } | null = null;
  for (const [index, character] of characters.entries()) {
    const before = line.x0 + width * scale;
    width += widthOf(character);
    const after = line.x0 + width * scale;
    const previous = characters[index - 1] ?? "";
    const isSpace = /\s/u.test(character);
    if (index === 0 || (!isSpace && !(/[\p{Ll}\p{N}]/u.test(previous) && /\p{Lu}/u.test(character))))
      continue;
    const [end, start] = isSpace ? [before, after] : [before, before];
    const distance = Math.abs((end + start) / 2 - x);
    if (best === null || distance < best.distance) best = { at: index, end, start, distance };
  }
  if (best === null || best.distance > tolerance * line.size) return null;
  const left = characters.slice(0, best.at).join("").trimEnd();
  const right = characters.slice(best.at).join("").trimStart();
  if (left === "" || right === "") return null;
  return [
    { ...line, text: left, x1: Math.min(best.end, x), hyphen: false },
    { ...line, text: right, x0: Math.max(best.start, x) },
  ];
}
