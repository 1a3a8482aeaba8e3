// A heading that ends with Shift+Enter stands in one paragraph with the text under it. Its author sees two; so does the report.
import type { Piece } from "../document-builder.ts";
import { isTextUnder, mayHead } from "../structure/line-over-text.ts";
import type { Paragraph } from "./story.ts";
import { textOf } from "./story.ts";

/**
 * The paragraph itself, or what it is to a reader: the lines that are set apart as a whole and have text under them, and the
 * text between them. All keep the number of the paragraph, and the first its notes and its label.
 */
export function splitLines(paragraph: Paragraph): readonly Paragraph[] {
  const { setApartLines, setApart, level, list, contents, style } = paragraph;
  if (setApartLines.length === 0 || setApart || level !== null || list || contents || style.role !== null)
    return [paragraph];
  const text = textOf(paragraph);
  const lines = linesOf(text);
  const apart = new Set(setApartLines);
  /** Where a heading begins, and where the text under it does. */
  const cuts: number[] = [];
  const heads = new Set<number>();
  for (let first = 0; first < lines.length; first++) {
    if (!apart.has(first)) continue;
    let end = first + 1;
    while (apart.has(end)) end++;
    let next = end;
    while (next < lines.length && !apart.has(next)) next++;
    const from = lines[first] ?? text.length;
    const until = lines[end] ?? text.length;
    if (isHead(text.slice(from, until)) && isTextUnder(text.slice(until, lines[next] ?? text.length))) {
      heads.add(from);
      cuts.push(from, until);
    }
    first = end - 1;
  }
  if (cuts.length === 0) return [paragraph];
  const parts: Paragraph[] = [];
  const borders = [...new Set([0, ...cuts, text.length])];
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    const isHeading = heads.has(start);
    const first = parts.length === 0;
    parts.push({
      ...paragraph,
      pieces: slice(paragraph.pieces, start, end),
      bold: isHeading && paragraph.bold,
      setApart: isHeading,
      setApartLines: [],
      label: first ? paragraph.label : "",
      notes: first ? paragraph.notes : [],
    });
  }
  return parts;
}

/** Where each line begins. */
function linesOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Could the lines be a heading: short, no sentence, one or two of them. */
function isHead(lines: string): boolean {
  const line = lines.trim();
  return mayHead(line) && line.split("\n").length <= 2 && /\p{L}{2}/u.test(line);
}

function slice(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { text, location } of pieces) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (part !== "") cut.push({ text: part, location });
    at += text.length;
  }
  return cut;
}
