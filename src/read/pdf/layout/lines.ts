// Lines: what stands on one baseline and belongs together, the unit that all structure is found with.
import type { Run } from "../page.ts";

export interface Line {
  /** Number of the page, from 1. */
  readonly page: number;
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly upright: boolean;
  /** The last character is a hyphen that the line end may have put there. */
  readonly hyphen: boolean;
}

/** A gap up to this many ems inside a line is a wide space; beyond it the parts are set apart (a tab). */
const widestSpace = 2;

/** A line of one run, on `page` (from 1); letter-spaced capitals are closed up. */
export function lineOfRun(run: Run, page: number, bold: boolean): Line {
  const { x0, x1, y, size, font, italic, upright, hyphen } = run;
  const text = withoutLetterSpacing(withoutZeroWidth(run.text));
  return { page, text, x0, x1, y, size, font, bold, italic, upright, hyphen };
}

/**
 * Google Docs writes a zero-width space where it sets a tab: before the page number of an entry of the contents, after
 * a bullet. Elsewhere it only allows a line to break.
 */
function withoutZeroWidth(text: string): string {
  if (!text.includes("\u200B")) return text;
  return text
    .replace(/^\u200B+|\u200B+$/gu, "")
    .replace(/(?<=\S)\u200B+(?=\d{1,4}$)/u, "\t")
    .replace(/^(\S+)\u200B+(?=\S)/u, (whole, label: string) => (isLabel(label) ? `${label} ` : whole))
    .replace(/\u200B+/gu, "");
}

/** "B U D G E T  2 0 2 6": letters set apart for effect, each of which the engine took for a word. */
const spacedLetters = /^[\p{L}\p{N}](?: {1,3}[\p{L}\p{N}]){3,}$/u;

/** Spaced letters as the words that they make. More room than between letters, or a change to figures, ends a word. */
function withoutLetterSpacing(text: string): string {
  if (!spacedLetters.test(text)) return text;
  return text
    .split(/ {2,}/u)
    .map((word) => word.replace(/ /gu, "").replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, " "))
    .join(" ");
}

/** Lines on one baseline, from left to right, as one. */
export function joinOnBaseline(parts: readonly Line[]): Line | null {
  const [first] = parts;
  if (first === undefined) return null;
  let { text, x1, bold, italic, hyphen } = first;
  let widest = first;
  for (const part of parts.slice(1)) {
    text += (part.x0 - x1 > widestSpace * part.size && !endsWithLabel(text) ? "\t" : " ") + part.text;
    x1 = Math.max(x1, part.x1);
    bold &&= part.bold;
    italic &&= part.italic;
    hyphen = part.hyphen;
    if (part.text.length > widest.text.length) widest = part;
  }
  return { ...first, text, x1, bold, italic, hyphen, size: widest.size, font: widest.font };
}

const labelOnly =
  /^(?:[•●▪■◦○‣▸►➢✓–—*·\uF0B7\uF0A7\uF0D8-]|o|\(?\p{L}\)|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|§\s*\d+)$/u;

/** Is the text a list label or an outline number and nothing else? */
export const isLabel = (text: string): boolean => labelOnly.test(text);

const endsWithLabel = (text: string): boolean => labelOnly.test(text) || /^\d{1,2}$/u.test(text);

/** Same baseline, as far as type of two sizes can share one. */
export function sameBaseline(a: { y: number; size: number }, b: { y: number; size: number }): boolean {
  return Math.abs(a.y - b.y) <= 0.3 * Math.max(a.size, b.size);
}
